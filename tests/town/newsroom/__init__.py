"""Who writes the town's news: invented articles with invented numbers, the same each time."""

from town.newsroom.desk import stories_of
from town.newsroom.reprint import read

__all__ = ["read", "stories_of"]
