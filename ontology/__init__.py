"""The shared language: terms, vocabularies, shapes and text analysis."""
