"""Mentions to claims: each number is a choice among readings."""
