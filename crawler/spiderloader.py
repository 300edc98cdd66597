"""``scrapy list`` shows every active source, ``scrapy crawl ID`` runs one.

A source is a spider: its class is made from the row when it is asked for. Set as
``SPIDER_LOADER_CLASS``; the rows come from ``OCOP_SOURCES`` (a path; empty: the bundled ones).
"""

from __future__ import annotations

import builtins
import difflib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Self, cast

from scrapy import Request, Spider
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings
from scrapy.utils.misc import load_object

from crawler.source import CRAWLABLE, Source, Status, asked_first
from crawler.sources import BUNDLED, SourcesError, load_sources

SPIDER = "crawler.spiders.source.SourceSpider"
"""The class whose subclasses are the spiders; named, since it imports what loads this."""


class NoSpiderError(UsageError, KeyError):
    """A source that cannot be crawled.

    ``KeyError`` is what a spider loader owes Scrapy, ``UsageError`` is what Scrapy shows as a
    message instead of a traceback.
    """

    def __str__(self) -> str:
        return str(self.args[0])


class SourceLoader:
    """Spider loader of Scrapy (``scrapy.spiderloader.SpiderLoaderProtocol``) over the rows."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Made by Scrapy. The file is read when the first spider is asked for."""
        return cls(Path(settings.get("OCOP_SOURCES") or BUNDLED))

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id.

        Raises:
            UsageError: The rows are not good; the message names all that is wrong.
        """
        try:
            return load_sources(self.path)
        except SourcesError as error:
            raise UsageError(str(error), print_help=False) from error

    def list(self) -> list[str]:
        """Ids of the active sources."""
        return [one.id for one in self.sources.values() if one.status is Status.ACTIVE]

    def load(self, spider_name: str) -> type[Spider]:
        """The spider of one source, active or unproved.

        Raises:
            NoSpiderError: There is no such source, or its status forbids to ask it.
        """
        return spider_of(crawlable(self.sources, spider_name))

    def find_by_request(self, request: Request) -> builtins.list[str]:
        """Ids of the sources that hold the host of a request, active ones first."""
        known = asked_first(one for one in self.sources.values() if one.status in CRAWLABLE)
        return [one.id for one in known if one.holds(request.url)]


def spider_of(source: Source, base: str = SPIDER) -> type[Spider]:
    """The spider class of a source, made from its row."""
    about = f"{source.publisher}: {source.home}"
    members = {"name": source.id, "source": source, "__doc__": about}
    return cast("type[Spider]", type(source.id, (load_object(base),), members))


def crawlable(sources: Mapping[str, Source], name: str) -> Source:
    """The source of this id, when it may be asked.

    Raises:
        NoSpiderError: There is no such source (near names are told), or its status forbids to
            ask it (what took its place is told).
    """
    source = sources.get(name)
    if source is None:
        near = ", ".join(_near(name, sources))
        advice = f"did you mean {near}?" if near else "`ocop sources` shows all"
        raise NoSpiderError(f"there is no source {name!r}: {advice}", print_help=False)
    if source.status not in CRAWLABLE:
        raise NoSpiderError(
            f"source {name} is not asked: {_fate(source, sources)}", print_help=False
        )
    return source


def _near(name: str, sources: Mapping[str, Source]) -> list[str]:
    """Ids that look alike, or that are on the host that was typed instead of an id."""
    typed = name.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.")
    host = typed.partition("/")[0]
    there = [one.id for one in sources.values() if host in one.hosts]
    return there or difflib.get_close_matches(typed.replace(".", "_").replace("-", "_"), sources)


def _fate(source: Source, sources: Mapping[str, Source]) -> str:
    """Why a source is not asked, and what to do instead."""
    told = {
        Status.MOVED: "it moved",
        Status.DEAD: "it does not answer any more",
        Status.BLOCKED: "it refuses robots, and nothing is done about that",
        Status.TAKEN_OVER: "its address belongs to somebody else now",
    }[source.status]
    since = f" (seen {source.checked})" if source.checked else ""
    heir = _heir(source, sources)
    return f"{told}{since}" + (f"; ask {heir.id} instead" if heir else "")


def _heir(source: Source, sources: Mapping[str, Source]) -> Source | None:
    """The first of its successors that may be asked."""
    while source.successor:
        source = sources[source.successor]
        if source.status in CRAWLABLE:
            return source
    return None
