"""Training of the shipped embedding model; needs the extra `training`."""
