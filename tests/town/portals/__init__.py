"""Portal families of the town, one file each."""
