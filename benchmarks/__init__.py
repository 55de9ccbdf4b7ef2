"""Figures against named peers or limits; each script writes its table into RESULTS.md."""
