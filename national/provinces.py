"""The places of the national table: the nation, and the provinces of two maps."""

from __future__ import annotations

from functools import cache

from extract.places.gazetteer import gazetteer
from national.schema import NATION_CODE, NATION_NAME, REGIMES


@cache
def _names(regime: int) -> tuple[tuple[str, str], ...]:
    return tuple((unit.code, unit.name) for unit in gazetteer().provinces(regime))


def names(regime: int) -> dict[str, str]:
    """Names of the provinces of one map (63 or 34) by GSO code, in the order of codes."""
    return dict(_names(regime))


def code_of(name: str, regime: int) -> str | None:
    """GSO code of the province that ``name`` (or an alias) means in one map."""
    unit = gazetteer().province(name, regime)
    return None if unit is None else unit.code


def predecessors(code: str) -> tuple[str, ...]:
    """Codes (of 63) of the provinces that became the province ``code`` of 34."""
    return tuple(unit.code for unit in gazetteer().predecessors(code))


def successor(code: str) -> str:
    """Code (of 34) of the province that the province ``code`` of 63 went into."""
    return gazetteer().successor(code).code


def place_names() -> dict[str, str]:
    """Names of the nation and of the provinces of both maps by ``regime.code``."""
    return {
        f"{regime}.{code}": name
        for regime in REGIMES
        for code, name in ((NATION_CODE, NATION_NAME), *_names(regime))
    }
