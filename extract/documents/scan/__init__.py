"""Pictures and scanned pages: made upright and clean, then recognised with Tesseract."""
