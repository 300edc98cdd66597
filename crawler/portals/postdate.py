"""Portals with ``PostDate`` and ``ArticleContent``: Bình Thuận, Cao Bằng, Lào Cai.

The vendor was not seen; the classes are from 2019-2021. Nothing is known of the addresses
and pagers, so every link of the site may be an article.
"""

from __future__ import annotations

from typing import ClassVar

from crawler.portals.base import Selectors
from crawler.portals.generic import Generic


class PostDate(Generic):
    """Date, body and lead have classes of their own; Cao Bằng's lead is the bold first line."""

    name: ClassVar[str] = "postdate"
    lists_files: ClassVar[bool] = True
    family: ClassVar[Selectors] = Selectors(
        summary="div.ArticleSummary, div.ArticleContent p:first-of-type strong",
        body="div.ArticleContent",
        date="div.PostDate",
    ).then(Generic.family)
