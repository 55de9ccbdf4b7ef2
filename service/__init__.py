"""The faces: settings, command line, JSON API and web pages."""
