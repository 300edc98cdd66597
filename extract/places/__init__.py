"""The provinces, districts and communes of both maps."""
