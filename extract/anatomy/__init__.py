"""The anatomy of an official paper: who issued what, founded on what, doing what."""
