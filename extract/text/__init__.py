"""Text on its way from raw characters to tokens, with every offset kept."""
