"""Measurements beside the peers; see ``python -m bench``."""
