"""Provinces that the town's portals speak for: real names and codes, invented numbers."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

MERGERS = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Place:
    """A province, as its press speaks of it.

    ``code`` is the GSO code in the map of 63 provinces; ``fate`` is what the mergers of
    2025-07-01 made of it: ``alone`` (nothing), ``takes`` (grew, keeps its name), ``goes``
    (went into another, so that nothing is told of it later).
    """

    name: str
    level: str
    code: str
    fate: str
    districts: tuple[str, ...]
    communes: tuple[str, ...]
    goods: tuple[str, ...]

    @property
    def full(self) -> str:
        """Name with its level."""
        return f"{self.level} {self.name}"

    @property
    def until(self) -> date:
        """The last day of which something is told."""
        return date(2025, 6, 20) if self.fate == "goes" else date(2026, 11, 10)


def _read() -> dict[str, Place]:
    with Path(__file__).with_name("places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["name"]: _place(row) for row in rows}


def _place(row: dict[str, str]) -> Place:
    lists = {name: tuple(row[name].split("; ")) for name in ("districts", "communes", "goods")}
    return Place(row["name"], row["level"], row["code"], row["fate"], **lists)


PLACES = _read()
