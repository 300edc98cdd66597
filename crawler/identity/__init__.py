"""What an answer really is: an article, or one of the many pages that only look like one.

``identify`` gives the verdict, a stable code (``Code``, with its meaning in ``MEANINGS``),
what was seen, and what an operator should do. Rules are tables; each carries pages that
prove it. ``doubt`` tells a clock from a date, ``Mazes`` finds calendars without end.
"""

from crawler.identity.clocks import doubt
from crawler.identity.codes import Code, Meaning
from crawler.identity.identify import RULES, identify
from crawler.identity.mazes import Maze, Mazes, without_session
from crawler.identity.meanings import MEANINGS
from crawler.identity.model import Identity

__all__ = [
    "MEANINGS",
    "RULES",
    "Code",
    "Identity",
    "Maze",
    "Mazes",
    "Meaning",
    "doubt",
    "identify",
    "without_session",
]
