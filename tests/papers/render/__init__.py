"""From leaves to the bytes of a format."""
