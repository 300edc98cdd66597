"""Parts of the labelled documents that are left out one after the other.

By file each hand is left out once; by province no place of the left-out documents'
publishers was seen while learning, under its old or its new name.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from extract.places.gazetteer import gazetteer
from extract.places.units import NEW_MAP, OLD_MAP
from ocop.evaluate.fields import GoldError
from ocop.evaluate.gold import GoldDocument


class LeaveOut(StrEnum):
    """What is left out at a time: some files (one hand wrote each), or some provinces."""

    FILE = "file"
    PROVINCE = "province"


@dataclass(frozen=True, slots=True)
class Fold:
    """Documents that are left out together, by their positions among all."""

    name: str
    held: tuple[int, ...]


def by_file(documents: Sequence[GoldDocument], folds: int | None = None) -> list[Fold]:
    """Folds of whole files, of about as many documents each; by default one for each file.

    Raises:
        GoldError: there is only one file, and so nothing to learn from.
    """
    groups: dict[str, list[int]] = {}
    for index, document in enumerate(documents):
        groups.setdefault(document.file, []).append(index)
    if len(groups) < 2:
        raise GoldError(next(iter(groups), "gold"), "leaving out a file needs another one")
    heaps: list[list[str]] = [[] for _ in range(min(folds or len(groups), len(groups)))]
    for file in sorted(groups, key=lambda file: (-len(groups[file]), file)):
        min(heaps, key=lambda heap: sum(len(groups[f]) for f in heap)).append(file)
    return [
        Fold(
            ", ".join(Path(file).stem for file in sorted(heap)),
            tuple(sorted(i for file in heap for i in groups[file])),
        )
        for heap in heaps
    ]


def by_province(documents: Sequence[GoldDocument], folds: int, seed: int) -> list[Fold]:
    """``folds`` folds of whole provinces, of about as many documents each.

    A province of the old map goes with the one that it went into in 2025. A document
    whose publisher has no province is on its own and may fall into any fold.

    Raises:
        GoldError: there are fewer provinces than folds.
    """
    groups: dict[str, list[int]] = {}
    for index, document in enumerate(documents):
        province = document.source.province
        key = _on_new_map(province) if province else f"document {document.id}"
        groups.setdefault(key, []).append(index)
    if folds < 2 or len(groups) < folds:
        raise GoldError("gold", f"{len(groups)} provinces cannot make {folds} folds")
    order = sorted(groups)
    random.Random(seed).shuffle(order)  # noqa: S311 - a drawing of lots, no secret
    held: list[list[int]] = [[] for _ in range(folds)]
    for key in sorted(order, key=lambda key: -len(groups[key])):
        min(held, key=len).extend(groups[key])
    return [Fold(f"provinces {i}", tuple(sorted(part))) for i, part in enumerate(held, 1)]


def _on_new_map(province: str) -> str:
    places = gazetteer()
    old = places.province(province, OLD_MAP)
    new = places.successor(old.code) if old else places.province(province, NEW_MAP)
    return new.name if new else province
