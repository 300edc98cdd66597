"""A town of test portals: one local server that speaks like many, and fails on command.

``with Town() as town:`` opens it on a free port of 127.0.0.1. Names of its hosts end in
``.town.test``; nothing in it is real but the names of provinces.
"""

from town.portals.expected import Expected
from town.server import Asked
from town.story import Paper, Story
from town.town import DOMAIN, Town

__all__ = ["DOMAIN", "Asked", "Expected", "Paper", "Story", "Town"]
