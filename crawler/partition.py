"""Which sources must be crawled together: those that share a host.

A small server must never hear two crawlers at once, and it does not care that two rows of
``sources.csv`` lead to it. So sources are put into groups such that no host belongs to two
of them: the connected components of the graph in which two sources are neighbours when
their ``hosts`` (front page, ways, files) meet. One crawler works on one group, and groups
may go to as many processes or machines as there are.

The groups follow from the rows alone: the same rows give the same groups in the same
order, on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crawler.source import Source


@dataclass(frozen=True)
class Group:
    """Sources that share hosts, in the order in which they were given.

    Attributes:
        sources: At least one.
        hosts: All their hosts, sorted: whoever takes leases in this order never waits for
            somebody who waits for him.
    """

    sources: tuple[Source, ...]
    hosts: tuple[str, ...]

    @property
    def name(self) -> str:
        """Id of the first source: tells groups apart, since no source is in two."""
        return self.sources[0].id


def grouped(sources: Iterable[Source]) -> list[Group]:
    """Groups of sources that share any host, in the order of their first sources."""
    given = list(sources)
    leader = list(range(len(given)))  # of each source: an earlier one of its group, or itself

    def first(one: int) -> int:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    holder: dict[str, int] = {}
    for index, source in enumerate(given):
        for host in sorted(source.hosts):
            low, high = sorted((first(index), first(holder.setdefault(host, index))))
            leader[high] = low
    members: dict[int, list[Source]] = {}
    for index, source in enumerate(given):
        members.setdefault(first(index), []).append(source)
    return [_group(members[one]) for one in sorted(members)]


def _group(sources: list[Source]) -> Group:
    hosts = frozenset[str]().union(*(source.hosts for source in sources))
    return Group(tuple(sources), tuple(sorted(hosts)))
