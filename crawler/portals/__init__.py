"""One file for each family of content management systems."""
