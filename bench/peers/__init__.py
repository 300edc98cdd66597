"""What an analyst would take without ocop: bare patterns, and living libraries.

Each file is one peer. A peer that is not installed is a row that says so.
"""
