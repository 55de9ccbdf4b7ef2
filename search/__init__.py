"""From a need to explained hits."""
