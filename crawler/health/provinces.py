"""Health by province of today's map: where no living source is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crawler.health.model import Health, SourceHealth
from crawler.provinces import PREDECESSORS, SUCCESSOR, Province


@dataclass(frozen=True, slots=True)
class ProvinceHealth:
    """A province of today's map.

    Attributes:
        province: Which.
        sources: All sources of it and of the provinces that it was made of.
        silent_parts: Provinces of the old map, merged into it, without a living source of
            their own.
    """

    province: Province
    sources: tuple[SourceHealth, ...]
    silent_parts: tuple[Province, ...]

    @property
    def living(self) -> int:
        """Sources from which documents may be hoped for."""
        return sum(one.is_living for one in self.sources)

    @property
    def well(self) -> int:
        """Sources without any alarm that weighs."""
        return sum(one.is_asked and one.status is Health.OK for one in self.sources)

    @property
    def asked(self) -> int:
        """Sources that are crawled."""
        return sum(one.is_asked for one in self.sources)

    @property
    def received(self) -> int:
        """Articles of the last 30 days."""
        return sum(one.received for one in self.sources)

    @property
    def documents_this_month(self) -> int:
        """Articles archived since the first of the month."""
        return sum(one.documents_this_month for one in self.sources)


def by_province(sources: Iterable[SourceHealth]) -> list[ProvinceHealth]:
    """All 34 provinces in the order of their codes, those without a source among them."""
    of: dict[Province, list[SourceHealth]] = {province: [] for province in PREDECESSORS}
    living: set[Province] = set()
    for one in sources:
        own = one.source.province
        if own is None:
            continue
        of[SUCCESSOR.get(own, own)].append(one)
        if one.is_living:
            living.add(own)
    return [
        ProvinceHealth(
            province,
            tuple(of[province]),
            tuple(old for old in PREDECESSORS[province] if not {old, province} & living),
        )
        for province in sorted(PREDECESSORS, key=lambda one: one.code)
    ]
