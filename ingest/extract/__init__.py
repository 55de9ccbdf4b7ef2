"""From blocks and records to organisations, services, collaborations and pathways with passages."""
