"""Vietnamese text in the encodings from before Unicode: recognised, proved, converted."""
