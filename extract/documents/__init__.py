"""Bytes of one document to blocks of readable text, each with its place in the raw."""
