"""The same words about other provinces: places change, and nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from random import Random

from extract.model import Level
from extract.places.gazetteer import gazetteer
from extract.places.units import NEW_MAP, OLD_MAP, Unit
from metamorphic.variant import Variant, first_claims, lots
from ocop.evaluate.gold import GoldDocument, Statement
from ocop.evaluate.predict import unlabelled

# They have other names too (Thủ đô, Sài Gòn, Thừa Thiên Huế), which would stay behind.
STAY = frozenset({"Hà Nội", "Hồ Chí Minh", "Huế", "Bà Rịa - Vũng Tàu"})


def other_provinces(document: GoldDocument) -> Variant | None:
    """Every name of a province becomes that of another one of its sort.

    None where the text counts for districts and communes (they would lie in the wrong
    province), or names no province that can be exchanged.
    """
    claims = (*document.claims, *first_claims(document))
    if {claim.level for claim in claims} & {Level.DISTRICT, Level.COMMUNE}:
        return None
    others = exchange(lots(document))
    pattern = _names(tuple(sorted(others)))

    def rename(text: str) -> str:
        return pattern.sub(lambda found: _in_its_writing(found.group(), others), text)

    def follow(claim: Statement) -> Statement:
        is_province = claim.level is Level.PROVINCE
        return replace(
            claim,
            name=others.get(claim.name, claim.name) if is_province else claim.name,
            province=others.get(claim.province, claim.province),
        )

    source = document.source
    changed = replace(
        unlabelled(document),
        text=rename(document.text),
        title=rename(document.title),
        source=replace(
            source,
            name=rename(source.name),
            province=others.get(source.province, source.province),
        ),
    )
    return Variant(changed, follow) if changed.text != document.text else None


def exchange(lot: Random) -> dict[str, str]:
    """Another province for each that has some of its sort; none goes to one it merged with."""
    others: dict[str, str] = {}
    for sort in _sorts():
        names = list(sort)
        for _ in range(200):
            drawn = lot.sample(names, len(names))
            pairs = dict(zip(names, drawn, strict=True))
            if all(sort[one] != sort[other] for one, other in pairs.items()):
                others |= pairs
                break
    return others


@cache
def _sorts() -> list[dict[str, str]]:
    """Provinces that can stand for each other: name, and name on the map of 34.

    Of one sort are centrally run cities; names that both maps have; and names with a town
    of the same name ("TP. Cao Bằng"), for the words around them differ.
    """
    places = gazetteer()
    new = {unit.name for unit in places.provinces(NEW_MAP)}
    sorts: dict[tuple[object, ...], dict[str, str]] = defaultdict(dict)
    for unit in places.provinces(OLD_MAP):
        if unit.name not in STAY:
            sort = (bool(unit.city_since), unit.name in new, _has_namesake(unit))
            sorts[sort][unit.name] = places.successor(unit.code).name
    return list(sorts.values())


def _has_namesake(unit: Unit) -> bool:
    return any(district.name == unit.name for district in gazetteer().districts_of(unit.code))


@cache
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    writings = [writing for name in names for writing in (name, name.upper())]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, writings))})(?!\w)")


def _in_its_writing(printed: str, others: dict[str, str]) -> str:
    if printed in others:
        return others[printed]
    by_capitals = {name.upper(): other.upper() for name, other in others.items()}
    return by_capitals[printed]
