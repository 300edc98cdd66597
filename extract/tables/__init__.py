"""The room of annex tables. Empty until decisions are read."""
