"""Decisions as clerks of other provinces write them, with what they truly say."""
