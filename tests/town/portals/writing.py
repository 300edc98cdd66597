"""Small pieces of HTML that families share."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape
from urllib.parse import quote

_DAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")


def e(text: str) -> str:
    """Text for HTML, also inside attributes."""
    return escape(text, quote=True)


def quoted(text: str) -> str:
    """Text for one segment of a path."""
    return quote(text, safe="")


def each(make: Callable[..., str], things: Sequence[object]) -> str:
    """One after the other; ``make`` takes a thing and its number, from 1."""
    return "".join(make(one, number) for number, one in enumerate(things, 1))


def paragraphs(texts: Sequence[str], css: str = "") -> str:
    """One ``p`` each."""
    mark = f' class="{css}"' if css else ""
    return "".join(f"<p{mark}>{e(one)}</p>\n" for one in texts)


def weekday(when: datetime) -> str:
    """``Thứ Hai`` … ``Chủ nhật``."""
    return "Chủ nhật" if when.weekday() == 6 else f"Thứ {_DAYS[when.weekday()]}"


def half_day(when: datetime, morning: str = "AM", evening: str = "PM") -> str:
    """A clock of twelve hours: ``9:27:50 SA``."""
    mark = morning if when.hour < 12 else evening
    return f"{when.hour % 12 or 12}:{when:%M:%S} {mark}"


def canonical(url: str) -> str:
    """The link to the address that stands for all."""
    return f'<link rel="canonical" href="{e(url)}">\n'


def opengraph(**said: str) -> str:
    """OpenGraph: ``title``, ``url``, ``type``; ``article_published_time`` with colons."""
    return "".join(
        f'<meta property="{_property(name)}" content="{e(value)}">\n'
        for name, value in said.items()
    )


def _property(name: str) -> str:
    return name.replace("_", ":", 1) if name.startswith("article_") else f"og:{name}"


def json_ld(**said: object) -> str:
    """A schema.org NewsArticle."""
    article = {"@context": "https://schema.org", "@type": "NewsArticle", **said}
    text = json.dumps(article, ensure_ascii=False).replace("</", "<\\/")
    return f'<script type="application/ld+json">{text}</script>\n'
