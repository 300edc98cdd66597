"""Payloads from strangers to documents: child processes with limits, and what they read, kept."""

from ocop.parsing.allowance import Allowance
from ocop.parsing.parse import Parser

__all__ = ["Allowance", "Parser"]
