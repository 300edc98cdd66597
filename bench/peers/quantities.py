"""quantulum3: quantities of a text. It knows English only, and here no classifier."""

from __future__ import annotations

import warnings
from collections.abc import Callable

Number = tuple[float, int, int]
"""A value and the characters ``[start, end)`` that print it."""

Numbers = Callable[[str], list[Number]]


def load() -> Numbers | None:
    """``quantulum3.parser.parse``, warmed up; None where it is not installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the classifier only parts units of one name
            from quantulum3 import parser
    except ImportError:
        return None
    parser.parse("48 products")
    return lambda text: [(float(q.value), *q.span) for q in parser.parse(text)]
