"""Who writes the town's news: invented articles with invented numbers, the same each time."""

from town.newsroom.desk import stories_of

__all__ = ["stories_of"]
