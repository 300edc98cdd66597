"""How a CMS family names its pages: what is an article, and which addresses are the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from crawler.portals import addresses
from crawler.portals.model import Twin

_PAGE = re.compile(r"/(?:trang|page)[-_]?\d+(?:\.html?|\.aspx|/)?(?:\?|$)", re.IGNORECASE)
"""Pages of lists are numbered as articles of some families are."""


@dataclass(frozen=True, kw_only=True)
class Naming:
    r"""Addresses of a family, as used at one source.

    Class attributes are what a family sets:
        article_path: Found (``search``) in path and query of an article, e.g. ``-a\d+\.html$``;
            None when nothing tells an article by its address.
        file_path: Found in path and query of a file that has no file's name
            (``/documents/34223/0/QD/<uuid>``), or None.
        keeps: Query parameters that name an article (``mabb``, ``nid``, ``ItemID``). When
            empty all parameters but trackers are kept; when not, all others are dropped.
        names: Query parameters that name an article where they stand in its address; all
            others are dropped then, and none where nothing of it is there.
        bare_query: The query itself, without a name, is the identity (``?12345``).
        folds_case: Path parts that differ only in letter case (``Pages``/``pages``).
        twins: Second addresses of the same article.
        feeds: Paths at which the family serves feeds, with ``{section}`` for the path of a
            listing or ``{slug}`` for its last part; tried when a row names none.
        sitemaps: Paths of sitemaps, likewise.
        search: Path template of the site search with ``{words}`` and ``{page}``, or empty.
        tag: Path template of a page of a tag with ``{words}``, or empty.

    Attributes:
        article_pattern: Pattern of the source's articles, when it differs.
        home: Its front page; mirrors (``www.``, ``m.``, http) of articles are folded to it.
    """

    article_path: ClassVar[re.Pattern[str] | None] = None
    file_path: ClassVar[re.Pattern[str] | None] = None
    keeps: ClassVar[frozenset[str]] = frozenset()
    names: ClassVar[frozenset[str]] = frozenset()
    bare_query: ClassVar[bool] = False
    folds_case: ClassVar[tuple[str, ...]] = ()
    twins: ClassVar[tuple[Twin, ...]] = ()
    feeds: ClassVar[tuple[str, ...]] = ()
    sitemaps: ClassVar[tuple[str, ...]] = ("/sitemap.xml", "/sitemap_index.xml")
    search: ClassVar[str] = ""
    tag: ClassVar[str] = ""

    article_pattern: re.Pattern[str] | None = None
    home: str = ""

    def canonical(self, url: str) -> str:
        """The one address of an article: twins folded, trackers and fragment gone.

        Two addresses of one article give the same; two articles never do. A path is
        never normalised to another Unicode form.
        """
        clean = addresses.cleaned(url)
        for twin in self.twins:
            if match := twin.pattern.fullmatch(clean):
                clean = addresses.cleaned(match.expand(twin.canonical))
        clean = addresses.case_folded(clean, self.folds_case)
        clean = addresses.with_query(clean, self.keeps, bare=self.bare_query)
        clean = addresses.named_by(clean, self.names)
        return addresses.at_home(clean, self.home)

    def is_article(self, url: str) -> bool:
        """Whether an address looks like that of an article of this family."""
        folded = addresses.case_folded(url, self.folds_case)
        return any(self._names_article(addresses.target(one)) for one in (url, folded))

    def _names_article(self, where: str) -> bool:
        if self.article_pattern is not None:
            return self.article_pattern.search(where) is not None
        if self.article_path is None:
            return True
        return self.article_path.search(where) is not None and not _PAGE.search(where)

    def is_file(self, url: str) -> bool:
        """Whether an address is known to be that of a file, whatever it is called."""
        pattern = self.file_path
        return pattern is not None and pattern.search(addresses.target(url)) is not None

    def tag_page(self, words: str) -> str:
        """Path of the page of a tag, quoted; empty when the family has none."""
        return self.tag.format(words=addresses.quoted(words))

    def feed_paths(self, section: str = "") -> tuple[str, ...]:
        """Paths of feeds to try, those of a section (``/kinh-te/``) when one is given."""
        part = section.strip("/")
        slug = part.rpartition("/")[2].partition(".")[0]
        return tuple(
            path.format(section=part, slug=slug) for path in self.feeds if part or "{s" not in path
        )

    def own_address(self, said: str, url: str) -> str:
        """The canonical address: what the page calls it (``rel=canonical``), if it may.

        A template that calls every page by the name of the home, of a section or of
        another site, or that forgets the parameter that names an article, is not believed.
        """
        here, there = self.canonical(url), self.canonical(said) if said else ""
        forgets = "?" in here and "?" not in there
        believed = (
            there
            and addresses.bare_host(there) == addresses.bare_host(here)
            and not addresses.is_above(there, here)
            and not (forgets and (self.keeps or there == here.partition("?")[0]))
            and self.is_article(there)
        )
        return there if believed else here
