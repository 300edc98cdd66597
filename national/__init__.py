"""Claims and verdicts in, the national table out (pandas)."""
