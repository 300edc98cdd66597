"""A night of mishaps: single documents of a town meet a fault each, all the rest is well.

One crawl meets them all, so that a fault costs a test next to nothing. What became of each is
told by ledger, archive and run, as an operator would be told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from urllib.parse import urlsplit

from town import Town
from town.faults.fault import Fault, unpacked
from town.portals.expected import Expected
from town.wire import Request
from towncrawl import Nights

from crawler.archive import Archive
from crawler.ledger import Run, Seen, Verdict

MOST = 4
"""Mishaps of one portal: fewer in a row than a host is left alone for."""

PAPERS = (
    *("baothainguyen", "baohatinh", "baocaobang", "baohaugiang", "bacgiang", "quangninh"),
    *("dienbien", "ntmbinhphuoc", "angiang", "ntmlangson", "thuonghieusonla"),
    *("camau", "baobinhdinh", "baophuyen", "laocai", "baothaibinh", "baoyenbai", "baoninhthuan"),
    *("baoninhbinh", "tinhanoi", "hueonline", "thanhhoamoi"),
)
"""Portals of a night, in the order in which they are befallen.

Left out are those that gzip, ask for a delay, or bring an article by several addresses.
"""


@dataclass(frozen=True)
class Mishap:
    """A fault of one document, and what has to come of it.

    Attributes:
        name: Of the fault, as in the catalogue of the town.
        fault: What happens.
        verdict: How the ledger must remember the document.
        code: What it must say is wrong; empty for nothing.
        kept: Whether what the server meant must be in the archive, byte by byte.
        behind: What may stand behind the path of the document (``*``).
        file: It befalls an attachment of this kind, and no article.
        meant: What the server means, of what the fault says.
        ordinary: The server means the ordinary page after all, whatever it says first.
        portal: Where it must happen; empty for anywhere.
    """

    name: str
    fault: Fault
    verdict: Verdict = Verdict.RELEVANT
    code: str = ""
    kept: bool = False
    behind: str = ""
    file: str = ""
    meant: Callable[[bytes], bytes] = bytes
    ordinary: bool = False
    portal: str = ""

    def __str__(self) -> str:
        return self.name


def kept(name: str, fault: Fault, code: str = "", **more: object) -> Mishap:
    """A fault that is no reason to leave the document."""
    return Mishap(name, fault, Verdict.RELEVANT, code, kept=True, **more)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Outcome:
    """What became of a document, and of those beside it.

    Attributes:
        verdict, code: As the ledger remembers.
        counted: Whether the run counted the code.
        archived: ``nothing``, ``as meant``, or ``otherwise``.
        lost: Documents of the source that nothing befell, and that did not come.
        ended: Why the crawl of the source did.
    """

    verdict: Verdict | None
    code: str = ""
    counted: bool = True
    archived: str = "nothing"
    lost: frozenset[str] = frozenset()
    ended: str = "finished"


@dataclass
class Mishaps:
    """A night in which documents meet mishaps, and what became of them."""

    nights: Nights
    mishaps: Sequence[Mishap]
    met: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Give each mishap a document of its own."""
        papers = [name for name in PAPERS if name in self.town.hosts]
        free = {name: self._documents(name) for name in papers}
        turns = count()
        for mishap in self.mishaps:
            name = mishap.portal or papers[next(turns) // MOST]
            url = next(one for one in free[name] if not mishap.file or one.endswith(mishap.file))
            free[name] = [one for one in free[name] if one != url]
            self.met[mishap.name] = (name, url)
            parts = urlsplit(url)
            target = re.escape(parts.path + (f"?{parts.query}" if parts.query else ""))
            behind = mishap.behind.replace("*", ".*")
            host = (parts.hostname or "").partition(".")[0]
            self.town.fail(host, re.compile(f"^{target}{behind}$"), mishap.fault)

    def _documents(self, name: str) -> list[str]:
        """Articles of a portal, then files; the oldest article is left to be well."""
        articles = self.town.expected(name)
        files = [file for one in articles for file in one.attachments]
        return [one.url for one in articles[1:]] + files

    @property
    def town(self) -> Town:
        return self.nights.town

    @property
    def names(self) -> list[str]:
        """Portals that something befalls."""
        return sorted({name for name, _ in self.met.values()})

    def __getitem__(self, name: str) -> Mishap:
        """The mishap of this name."""
        return next(one for one in self.mishaps if one.name == name)

    def url(self, mishap: Mishap) -> str:
        """The document that it befell."""
        return self.met[mishap.name][1]

    def expected(self, mishap: Mishap) -> Expected:
        """The article that it befell."""
        name, url = self.met[mishap.name]
        return next(one for one in self.town.expected(name) if one.url == url)

    def seen(self, mishap: Mishap) -> Seen | None:
        """What the ledger knows of it."""
        return self._seen[self.url(mishap)]

    def run(self, mishap: Mishap) -> Run:
        """The run of its source."""
        return self.nights.run(self.met[mishap.name][0])

    def outcome(self, mishap: Mishap) -> Outcome:
        """What became of it."""
        seen, run = self.seen(mishap), self.run(mishap)
        code = seen.code if seen else ""
        return Outcome(
            verdict=seen.verdict if seen else None,
            code=code or self._oddity(mishap, run),
            counted=not mishap.code or self._is_counted(mishap.code, run),
            archived=self._archived(mishap, seen),
            lost=frozenset(self._lost(self.met[mishap.name][0])),
            ended=run.reason,
        )

    @staticmethod
    def due(mishap: Mishap) -> Outcome:
        """What has to become of it."""
        archived = "as meant" if mishap.kept else "nothing"
        return Outcome(mishap.verdict, mishap.code, archived=archived)

    @staticmethod
    def _is_counted(code: str, run: Run) -> bool:
        return any(run.counts.get(f"{family}/{code}") for family in ("identity", "failures"))

    def _oddity(self, mishap: Mishap, run: Run) -> str:
        """The oddity of a document that is kept is counted, and not in the ledger."""
        kept_odd = mishap.verdict is Verdict.RELEVANT and self._is_counted(mishap.code, run)
        return mishap.code if kept_odd else ""

    def _archived(self, mishap: Mishap, seen: Seen | None) -> str:
        payload = self._payloads.get(seen.digest) if seen and seen.digest else None
        if payload is None:
            return "otherwise" if self.url(mishap) in self._addresses else "nothing"
        return "as meant" if payload == self.meant(mishap) else "otherwise"

    def meant(self, mishap: Mishap) -> bytes:
        """The bytes that the server means."""
        parts = urlsplit(self.url(mishap))
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        said = {"host": parts.netloc, "user-agent": "ocop"}
        request = Request("GET", target, parts.hostname or "", said)
        reply = self.town.reply(request)
        if not mishap.ordinary and type(mishap.fault).answer is not Fault.answer:
            reply = mishap.fault.answer(request, lambda: self.town.reply(request))
        return mishap.meant(unpacked(reply).body)

    def _lost(self, name: str) -> Iterator[str]:
        befallen = {url for _, url in self.met.values()}
        with self.nights.ledger() as ledger:
            came = {one.url for one in ledger.documents(self.nights.row(name)["id"])}
        for article in self.town.expected(name):
            if article.url not in befallen:
                yield from {article.url, *article.attachments} - befallen - came

    @cached_property
    def _seen(self) -> dict[str, Seen | None]:
        with self.nights.ledger() as ledger:
            return {url: ledger.seen(url) for _, url in self.met.values()}

    @cached_property
    def _payloads(self) -> dict[str, bytes]:
        archive = Archive(self.nights.corpus)
        return {one.digest: archive.payload(one) for one in archive.captures()}

    @cached_property
    def _addresses(self) -> set[str]:
        return {url for url, _ in self.nights.captures()}
