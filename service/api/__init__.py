"""The JSON API, linked data, exports, health and metrics; errors and requests of all faces."""
