"""The pages: server-rendered, working without JavaScript, in the visitor's language."""
