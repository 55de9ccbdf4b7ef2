"""What we know: store, provenance, validation, network and export."""
