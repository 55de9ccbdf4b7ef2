"""From documents and lists to proposals: read, detect language, extract, link, resolve, propose."""
