"""Ways of hearing of articles: feeds, tag pages, listings, the site's search, sitemaps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote


class WayKind(StrEnum):
    """What stands behind the address of a way."""

    FEED = "feed"
    TAG = "tag"
    LISTING = "listing"
    SEARCH = "search"
    SITEMAP = "sitemap"


@dataclass(frozen=True, slots=True)
class Way:
    """One way of hearing of articles.

    Attributes:
        kind: What stands behind the address.
        address: Absolute address; for a search a template with ``{words}``, often ``{page}``.
        proved: It was seen to exist. A guess (from the neighbours' or from the portal's
            family) that fails is nothing to be alarmed of.
    """

    kind: WayKind
    address: str
    proved: bool

    @property
    def paged(self) -> bool:
        """Whether the address has a place for the number of a page."""
        return "{page}" in self.address

    def url(self, words: str = "", page: int = 1) -> str:
        """The address to ask; ``words`` and ``page`` fill the template of a search.

        Words are escaped as UTF-8 with ``%20``, which holds in a path and in a query.
        """
        if self.kind is not WayKind.SEARCH:
            return self.address
        filled = self.address.replace("{words}", quote(words, safe=""))
        return filled.replace("{page}", str(page))
