"""Word and spreadsheets to papers."""
