"""Pages are read in the letters that their bytes are written in, whatever is said of them.

UTF-8 gives itself away: Vietnamese in any other encoding is no UTF-8 but by a rare accident.
So bytes that are UTF-8 are read so, against headers and ``<meta>``; of what is not, the row
of the source knows best (``charset``), then what the answer says. A byte order mark is more
than any of them (Encoding Standard, "decode"). The bytes themselves stay as they came.
"""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse
from w3lib.encoding import read_bom

_SPOILT = 20
"""One letter of so many may be spoilt: pages are put together from pieces."""


class LettersMiddleware:
    """Says of pages how they are written.

    Args:
        verified: The encoding in the row of the source, or empty.
    """

    def __init__(self, verified: str) -> None:
        self._verified = verified

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        source = getattr(crawler.spidercls, "source", None)
        return cls(source.charset if source is not None else "")

    def process_response(self, request: Request, response: Response) -> Response:  # noqa: ARG002
        """The same answer, to be read in its own letters."""
        if not isinstance(response, TextResponse):
            return response
        written = encoding(response.body, self._verified)
        if not written or written == response.encoding:
            return response
        return response.replace(encoding=written)


def encoding(body: bytes, verified: str = "") -> str:
    """How bytes are written, as far as they tell; else as was verified; else empty."""
    if read_bom(body)[0]:
        return ""  # Scrapy heeds it
    return "utf-8" if is_utf8(body) else verified


def is_utf8(body: bytes) -> bool:
    """Whether bytes have letters beyond ASCII in UTF-8, and hardly any that are spoilt."""
    text = body.decode("utf-8", "replace")
    spoilt = text.count("\ufffd")
    beyond = len(text) - len(text.encode("ascii", "ignore")) - spoilt
    return beyond > _SPOILT * spoilt
