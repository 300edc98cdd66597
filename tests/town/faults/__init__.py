"""Faults that a server can produce, one class each."""
