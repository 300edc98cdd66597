"""Articles as their portals read them, with a date that can be that of publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from scrapy.http import TextResponse

from crawler.identity import Code, doubt
from crawler.ledger import Seen, Waiting
from crawler.portals import Article, Link, Portal
from crawler.portals.publication import asked_at
from crawler.spiders.exchanges import now


def read_article(
    portal: Portal, response: TextResponse, waiting: Waiting, known: Seen | None
) -> tuple[Article, Code]:
    """Read an article.

    A date that is a clock, or still to come, is not taken: the page is read once more by who
    knows the moment, and may have another one. One that is doubtful still is left out.

    Args:
        portal: Whose rules it is read by.
        response: The page.
        waiting: How it was met: its words and date fill what the page leaves open.
        known: What the ledger knows of the address.

    Returns:
        The article, and what the date that it first told is; ``Code.NONE`` for a date.

    Raises:
        Exception: Whatever a page does to a parser.
    """
    met = Link(waiting.url, waiting.words, waiting.published)
    at = asked_at(response) or now()
    article = portal.article(response, met)
    code = _doubt(article, waiting, known, at)
    if not code:
        return article, code
    article = portal.article(response, met, at)
    if _doubt(article, waiting, known, at):
        article = replace(article, published="")
    return article, code


def _doubt(article: Article, waiting: Waiting, known: Seen | None, at: datetime) -> Code:
    before = (known.published, known.fetched_at) if known else None
    return doubt(article.published, at, [waiting.published], before)
