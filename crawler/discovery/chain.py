"""A chain: the pages of one index that belong together, from the first to the last.

The validators of its first page are remembered only when all of it was read: a crawl that
was stopped on page 3 must read page 1 again, and not hear that nothing has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from crawler.ways import Way


@dataclass(slots=True)
class Chain:
    """One index while it is read.

    Attributes:
        way: Where it begins.
        about_ocop: All that it names is worth asking (a search, a tag, an OCOP section).
        ended: Called once, when the last page has been read and none failed.
        page: Number of the page that was asked last.
        open: Pages that were asked and not read yet.
        broken: A page failed, so the chain is not remembered as read.
        met: Addresses that its pages named: a page that names no other is past the end.
        parent: The sitemap index that it belongs to, which ends with its last sitemap.
    """

    way: Way
    about_ocop: bool = False
    ended: Callable[[], None] = lambda: None
    page: int = 1
    open: int = 1
    broken: bool = False
    met: set[str] = field(default_factory=set)
    parent: Chain | None = None

    def more(self, pages: int = 1) -> None:
        """Further pages are asked."""
        self.open += pages
        self.page += pages

    def read(self) -> None:
        """A page was read; the last one ends the chain."""
        self._close()

    def failed(self) -> None:
        """A page could not be had."""
        self.broken = True
        if self.parent is not None:
            self.parent.broken = True
        self._close()

    def _close(self) -> None:
        self.open -= 1
        if self.open:
            return
        if not self.broken:
            self.ended()
        if self.parent is not None:
            self.parent._close()
