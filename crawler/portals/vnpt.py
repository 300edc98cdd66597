"""VNPT Portal: Nghệ An and Cà Mau with their communes; files lie on hosts of their own."""

from __future__ import annotations

import re
from typing import ClassVar
from urllib.parse import urlsplit

from w3lib.url import url_query_cleaner

from crawler.portals.generic import Generic


class Vnpt(Generic):
    """``/<section>/<slug>-<id>``; ``?pageindex=`` is the page of a list that was left.

    No page of this family was seen, only addresses: its fields are what pages say of
    themselves. Files: ``datafiles.nghean.gov.vn/nan-ubnd/<site>/quantritintuc20238/…``,
    ``files-vnportal.camau.gov.vn/gov-cmu/<site>/FileQuanTriTinTuc/…``.
    """

    name: ClassVar[str] = "vnpt"
    lists_files: ClassVar[bool] = True
    article_path: ClassVar[re.Pattern[str] | None] = re.compile(r"/[^/?]+-\d{5,}/?(?:$|\?)")
    file_path: ClassVar[re.Pattern[str] | None] = re.compile(
        r"(?i)/(?:quantritintuc\d*|FileQuanTriTinTuc|VanBan)/"
        r"(?!.*\.(?:jpe?g|png|gif|webp|svg|bmp|mp4|mp3)(?:\?|$))"
    )

    def canonical(self, url: str) -> str:
        """Without the page of the list from which the reader came."""
        whole = super().canonical(url)
        if not self.is_article(whole):
            return whole
        names = (part.partition("=")[0] for part in urlsplit(whole).query.split("&"))
        pages = [name for name in names if name.lower() == "pageindex"]
        bare: str = url_query_cleaner(whole, pages, remove=True, unique=False) if pages else whole
        return bare.rstrip("?")
