"""dateparser (``search_dates``, languages=['vi']): moments of a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Found = tuple[str, str]
"""A date as printed, and its EDTF: a day, a month or a year."""

Search = Callable[[str, str | None], list[Found]]
"""Takes a text and its day of publication."""


def load() -> tuple[Search, Search] | None:
    """``search_dates`` as it comes (always a day), and with the precision of its parser.

    None where dateparser is not installed.
    """
    try:
        from dateparser.date import DateDataParser
        from dateparser.search import search_dates
    except ImportError:
        return None
    parser = DateDataParser(languages=["vi"])

    def as_it_comes(text: str, published: str | None) -> list[Found]:
        base = datetime.fromisoformat(published) if published else None
        settings: dict[str, object] = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past"}
        if base:
            settings["RELATIVE_BASE"] = base
        hits = search_dates(text, languages=["vi"], settings=settings) or []
        return [(printed, day.date().isoformat()) for printed, day in hits]

    def with_precision(text: str, published: str | None) -> list[Found]:
        return [(p, day[: _LENGTH[_period(p)]]) for p, day in as_it_comes(text, published)]

    def _period(printed: str) -> str:
        return str(parser.get_date_data(printed).period)

    return as_it_comes, with_precision


_LENGTH = {"year": 4, "month": 7, "week": 10, "day": 10, "time": 10}
"""Characters of an ISO day that a period of dateparser vouches for."""
