"""What a page says of itself to machines: JSON-LD, OpenGraph, microdata, meta."""

from __future__ import annotations

from dataclasses import dataclass

from scrapy.http import TextResponse


@dataclass(frozen=True, slots=True)
class Said:
    """Fields as in ``Article``; empty when the page does not say them."""

    url: str = ""
    title: str = ""
    summary: str = ""
    body: str = ""
    published: str = ""
    author: str = ""


def article(response: TextResponse) -> Said:
    """Fields that the page marks up."""
    raise NotImplementedError(response.url)
