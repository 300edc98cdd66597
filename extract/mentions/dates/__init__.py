"""Dates and times in Vietnamese official and news prose, found and resolved to EDTF.

``find_dates`` reads what is printed; ``resolve`` completes it from the anchors of the
page. Neither invents a day, and neither looks at a clock.
"""

from __future__ import annotations

from extract.mentions.dates import day_ranges, days, months, spoken, years
from extract.mentions.dates.context import place_in_sentence
from extract.mentions.dates.resolve import Anchors, complete, resolve
from extract.mentions.dates.value import DateValue, Edge, Shape, TimeRole, Unit
from extract.mentions.table import Table
from extract.model import Label, Mention, Span

__all__ = [
    "Anchors",
    "DateValue",
    "Edge",
    "Shape",
    "TimeRole",
    "Unit",
    "complete",
    "find_dates",
    "resolve",
]

RULES = (*days.RULES, *day_ranges.RULES, *months.RULES, *years.RULES, *spoken.RULES)
_TABLE = Table(RULES)


def find_dates(text: str, folded: str) -> tuple[Mention, ...]:
    """Every date, duration and time of day, left to right; values are ``DateValue``.

    The span holds the date and its edge words ("hết năm 2020"), not the words that give
    its role ("tính đến").

    Args:
        text: NFC text; spans are cut from it.
        folded: ``fold(text)``.
    """
    return tuple(
        _placed(mention, text, folded) for mention in _TABLE.find(text, folded, Label.DATE)
    )


def _placed(mention: Mention, text: str, folded: str) -> Mention:
    assert isinstance(mention.value, DateValue)
    span = mention.span
    value, start = place_in_sentence(mention.value, folded, span.start, span.end)
    return Mention(Span.of(text, start, span.end), Label.DATE, value, mention.rule)
