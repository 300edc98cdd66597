"""The town: all portals, the port they listen on, the log, changes and faults on command."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from fnmatch import translate
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from town import census
from town.authority import Authority
from town.faults.fault import Fault
from town.faults.tls import Tls
from town.newsroom import read, stories_of
from town.places import PLACES
from town.portals.base import Portal
from town.portals.expected import Expected
from town.server import Asked, Exchange, Server
from town.story import VIETNAM, Story
from town.wire import TEXT, Answer, Request, see

DOMAIN = "town.test"
FILES = "files"
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=VIETNAM)


@dataclass
class Trouble:
    """A fault that is switched on: where, and for how many requests yet (None: for ever)."""

    host: str
    pattern: re.Pattern[str]
    fault: Fault
    times: int | None


class Town:
    """A server on 127.0.0.1 that is many portals, told apart by the Host header.

    Use it as a context, or call ``close``. Names are ``<name>.town.test``; whoever asks must
    resolve them to 127.0.0.1 himself.

    Args:
        port: 0 for any that is free.
        names: Portals to open; None for all.
        rows: Who may live here: another census makes another town.
        stories: How many stories each portal tells.
        corpus: A file of stories (see ``town.newsroom.reprint``) to tell instead.
        now: The time that clocks, Date headers and changes show; it stands still.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        names: Sequence[str] | None = None,
        rows: Sequence[census.Row] = census.ROWS,
        stories: int = 16,
        corpus: Path | None = None,
        now: datetime = NOW,
    ) -> None:
        rows = [row for row in rows if names is None or row.name in names]
        given = read(corpus, [row.name for row in rows]) if corpus else {}
        self.asked: list[Asked] = []
        self.hosts: dict[str, Portal] = {}
        self._troubles: list[Trouble] = []
        self._lock = threading.RLock()
        self._files: dict[str, Answer] = {}
        self._now = now
        self._date = _date(now)
        self._folder = TemporaryDirectory(prefix="town-")
        self._secured: dict[tuple[str, type[Tls]], Server] = {}
        self._servers = [Server(self._respond, self.asked, port)]
        self.port = self._servers[0].port
        for row in rows:
            place = PLACES[row.place]
            count = row.stories or stories
            told = given[row.name] if corpus else stories_of(row.name, place, count)
            self._settle(row, told)

    def _settle(self, row: census.Row, told: Sequence[Story]) -> None:
        own, files = self.url(row.name, ""), self.url(FILES, "")
        portal = row.build(row.name, row.publisher, PLACES[row.place], own, files)
        portal.now = lambda: self._now
        portal.open(told)
        self.hosts[row.name] = portal

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop; no thread is left.

        Raises:
            ExceptionGroup: The town itself was wrong while it answered.
        """
        for server in self._servers:
            server.close()
        self._folder.cleanup()
        if errors := [error for server in self._servers for error in server.errors]:
            raise ExceptionGroup("the town could not answer", errors)

    # What it is.

    def host(self, name: str) -> str:
        """Full name of a host."""
        return f"{name}.{DOMAIN}"

    def url(self, name: str, path: str = "/") -> str:
        """Address of a path of a portal."""
        return f"http://{self.host(name)}:{self.port}{path}"

    @cached_property
    def authority(self) -> Authority:
        """Who signs certificates here; clients trust ``authority.pem``."""
        return Authority()

    def secure(self, name: str, tls: type[Tls] = Tls) -> str:
        """Address of a portal over TLS, without a path; each way of TLS has a port of its own."""
        with self._lock:
            server = self._secured.get((name, tls))
            if server is None:
                folder = Path(self._folder.name)
                context = tls().context(self.authority, self.host(name), folder)
                server = Server(self._respond, self.asked, tls=context)
                self._servers.append(server)
                self._secured[name, tls] = server
        return f"https://{self.host(name)}:{server.port}"

    def sources(self) -> list[dict[str, str]]:
        """Rows for ``sources.csv``, one a portal."""
        return [census.source(portal) for portal in self.hosts.values()]

    def write_sources(self, path: Path) -> Path:
        """Write those rows as a ``sources.csv``."""
        return census.write(self.sources(), path)

    def settings(self) -> dict[str, str]:
        """Settings of the crawler with which it finds its way here, and nowhere else."""
        hosts = json.dumps({f"*.{DOMAIN}": "127.0.0.1"})
        return {"OCOP_PRIVATE_ADDRESSES": "1", "OCOP_HOSTS": hosts}

    def expected(self, name: str) -> list[Expected]:
        """What a crawl must find of a portal: all stories on OCOP, oldest first."""
        return self.hosts[name].expected()

    def story(self, key: str) -> Story:
        """A story as it is told now."""
        return next(one for one in self._portal(key).stories if one.key == key)

    @property
    def now(self) -> datetime:
        """The time of the town."""
        return self._now

    @now.setter
    def now(self, when: datetime) -> None:
        with self._lock:
            self._now, self._date = when, _date(when)
            self._renew()

    # What changes.

    def edit(self, story: Story, *, quiet: bool = True) -> Story:
        """Change one digit of a story; quietly: sitemaps and feeds tell of no change."""
        with self._lock:
            changed = self.story(story.key).edited(self._now, quiet=quiet)
            self._put(changed)
        return changed

    def add(self, name: str, story: Story | None = None) -> Story:
        """Publish a story now: the given one, or one that the newsroom writes."""
        with self._lock:
            portal = self.hosts[name]
            number = max(one.number for one in portal.stories) + 1
            told = story or stories_of(name, portal.place, number + number % 2)[number - 1]
            new = replace(told, key=f"{name}/{number}", number=number, published=self._now)
            if any(one.title == new.title for one in portal.stories):
                new = replace(new, title=f"{new.title} (tin mới {number})")
            portal.stories.append(new)
            self._renew()
        return new

    def remove(self, story: Story) -> None:
        """Take a story down."""
        with self._lock:
            portal = self._portal(story.key)
            portal.stories = [one for one in portal.stories if one.key != story.key]
            self._renew()

    def _put(self, story: Story) -> None:
        portal = self._portal(story.key)
        portal.stories = [story if one.key == story.key else one for one in portal.stories]
        self._renew()

    def _portal(self, key: str) -> Portal:
        return self.hosts[key.partition("/")[0]]

    def _renew(self) -> None:
        self._files = {}
        for portal in self.hosts.values():
            portal.front.renew()

    def validators(self, name: str, *, etag: bool = True, last_modified: bool = True) -> None:
        """Which validators a portal sends and honours."""
        portal = self.hosts[name]
        wanted = {"etag": etag, "last-modified": last_modified}
        portal.validates = {one for one, on in wanted.items() if on}
        portal.front.renew()

    # What goes wrong.

    def fail(
        self, name: str, path: str | re.Pattern[str], fault: Fault, times: int | None = None
    ) -> None:
        """Let requests fail.

        Args:
            name: Portal; ``files`` for the file host.
            path: Path and query, with ``*`` and ``?*`` as in a shell, or a pattern (``search``).
            fault: What happens.
            times: To how many requests; None for all until ``mend``.
        """
        pattern = re.compile(translate(path)) if isinstance(path, str) else path
        fault.enter(self)
        with self._lock:
            self._troubles.insert(0, Trouble(self.host(name), pattern, fault, times))

    def mend(self, name: str | None = None) -> None:
        """End all faults, or those of one portal."""
        with self._lock:
            host = name and self.host(name)
            self._troubles = [one for one in self._troubles if host and one.host != host]

    def _trouble(self, request: Request) -> Fault | None:
        for one in self._troubles:
            if one.host == request.host and one.pattern.search(request.target):
                with self._lock:
                    if one.times == 0:
                        continue
                    if one.times is not None:
                        one.times -= 1
                return one.fault
        return None

    # Answers.

    def _respond(self, exchange: Exchange) -> None:
        request = exchange.request
        fault = self._trouble(request) if self._troubles else None
        if fault is None:
            exchange.answer(self.reply(request), self._date)
        else:
            fault.serve(exchange, lambda: self.reply(request))

    def reply(self, request: Request) -> Answer:
        """What the town says to a request when nothing goes wrong."""
        name, _, domain = request.host.partition(".")
        if name in self.hosts and domain == DOMAIN:
            return self.hosts[name].front.respond(request)
        if name == FILES:
            return self._file(request)
        inner = domain.partition(".")[0]
        if name == "www" and inner in self.hosts:
            return see(self.url(inner, request.target))
        if name == "m" and inner in self.hosts:  # a mirror for phones: the same pages
            return self.hosts[inner].front.respond(request)
        return Answer(b"no such host in this town\n", 404, TEXT)

    def _file(self, request: Request) -> Answer:
        if not self._files:
            self._files = {"/robots.txt": Answer(b"User-agent: *\nAllow: /\n", kind=TEXT)}
            self._files |= dict(self._stored())
        answer = self._files.get(request.target, Answer(b"not here\n", 404, TEXT))
        return answer.not_modified() if answer.is_known_to(request) else answer

    def _stored(self) -> Iterator[tuple[str, Answer]]:
        root = self.url(FILES, "")
        for portal in self.hosts.values():
            for story in portal.stories:
                for address, make in portal.papers(story):
                    if address.startswith(root):
                        yield address.removeprefix(root), make().with_validators()


def _date(when: datetime) -> str:
    return format_datetime(when.astimezone(UTC), usegmt=True)
