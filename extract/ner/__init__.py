"""The room of the trained second reader. Empty until it is trained."""
