"""The room of the review queue and the public pages. Empty until they are built."""
