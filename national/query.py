"""Questions to the national table: how many products, where, when.

A place is asked for by name, with or without accents, of either map. Nothing is guessed:
a name that both maps have is answered for both, and the answer says so.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from extract.model import Level
from extract.places.gazetteer import gazetteer
from extract.places.units import Unit
from national.latest import latest
from national.records import AnsweredCell, answered
from national.schema import NATION_CODE, NATION_NAME, REGIMES, Status
from national.series import RESULT_SERIES, SERIES, address_of
from national.times import bounds

_NATION = frozenset(
    ("vn", "việt nam", "viet nam", "vietnam", "cả nước", "ca nuoc", "toàn quốc", "toan quoc")
)


class UnansweredError(ValueError):
    """A question that the table cannot take; the message says what to ask instead."""


@dataclass(frozen=True, slots=True)
class QueryAnswer:
    """The cells that answer a question, and what a reader must know beside them.

    ``places`` are the places that the question meant, as ``regime.code name``.
    """

    place: str
    places: tuple[str, ...]
    cells: tuple[AnsweredCell, ...]
    notes: tuple[str, ...]


def query(
    cells: pd.DataFrame,
    claims: pd.DataFrame,
    *,
    place: str,
    star: str | int | None = None,
    series: str | None = None,
    as_of: str | None = None,
    regime: int | None = None,
) -> QueryAnswer:
    """The latest cells of a place, at or before ``as_of``.

    Args:
        cells: table ``CELLS``.
        claims: table ``CLAIMS``, for the sentences.
        place: a province by name, alias or GSO code, or the nation ("cả nước").
        star: a star class such as ``3+``, ``5`` or ``potential5``; None: every class.
        series: an official series; None: every series that counts recognised products.
        as_of: EDTF time; None: no limit.
        regime: 63 or 34; None: both maps.

    Raises:
        UnansweredError: an unknown place, star class, series, time or map.
    """
    units = _units(place, regime)
    kinds = RESULT_SERIES if series is None else (_known_series(series),)
    star_class = None if star is None else _known_class(cells, star)
    until = None if as_of is None else _last_day(as_of)
    wanted = _in_places(cells, units) & cells["series"].isin(kinds)
    if star_class is not None:
        wanted &= cells["star_class"] == star_class
    asked = cells[wanted]
    found = pd.concat([latest(asked, until=until), asked[asked["status"] == Status.MISSING.value]])
    notes = _notes(units)
    if found["value"].isna().all():
        notes.append(_silence(asked, as_of))
    return QueryAnswer(
        place=place,
        places=tuple(f"{key} {unit.name if unit else NATION_NAME}" for key, unit in units.items()),
        cells=answered(_in_order(found), claims),
        notes=tuple(notes),
    )


def _units(place: str, regime: int | None) -> dict[str, Unit | None]:
    """What ``place`` means, by ``regime.code``; the nation has no unit."""
    if regime not in (None, *REGIMES):
        raise UnansweredError(f"There is no map of {regime} provinces: say 63 or 34.")
    if " ".join(place.casefold().split()) in _NATION:
        return {f"{r}.{NATION_CODE}": None for r in REGIMES if regime in (None, r)}
    units = gazetteer().lookup(place, regime=regime, level=Level.PROVINCE)
    if not units:
        raise UnansweredError(_unknown(place, regime))
    return {f"{unit.regime}.{unit.code}": unit for unit in units}


def _unknown(place: str, regime: int | None) -> str:
    others = gazetteer().lookup(place)
    if not others:
        return f"No province is called {place!r}: ask for a name such as 'Nghệ An' or 'nghe an'."
    elsewhere = [unit for unit in others if unit.level is Level.PROVINCE]
    if elsewhere:
        maps = ", ".join(f"{unit.name} of the {unit.regime}" for unit in elsewhere)
        return f"{place!r} is no province of the {regime}: it is {maps}."
    inside = "; ".join(sorted({f"{unit.kind} {unit.name} ({unit.province})" for unit in others}))
    return f"{place!r} is below a province: {inside}. Ask for the province."


def _known_series(series: str) -> str:
    if series not in SERIES:
        raise UnansweredError(f"No series {series!r}: one of {', '.join(SERIES)}.")
    return series


def _known_class(cells: pd.DataFrame, star: str | int) -> str:
    asked = str(star).strip()
    classes: list[str] = sorted(cells["star_class"].unique())
    for name in classes:
        if asked in (name, address_of(name)):
            return name
    raise UnansweredError(f"No cell has the star class {asked!r}: one of {', '.join(classes)}.")


def _last_day(as_of: str) -> int:
    try:
        return bounds(as_of)[1]
    except ValueError as error:
        raise UnansweredError(f"as_of: {error}.") from error


def _in_places(cells: pd.DataFrame, units: dict[str, Unit | None]) -> pd.Series:
    meant = pd.Series(False, index=cells.index)
    for key in units:
        regime, code = key.split(".")
        meant |= (cells["regime"] == int(regime)) & (cells["province_code"] == code)
    return meant


def _notes(units: dict[str, Unit | None]) -> list[str]:
    """What the names hide: one name or code for two territories, provinces that went."""
    known = [unit for unit in units.values() if unit]
    new = {unit.code: unit for unit in known if unit.regime == 34}
    notes = []
    for old in (unit for unit in known if unit.regime == 63):
        heir = gazetteer().successor(old.code)
        if heir.code not in new:
            notes.append(f"{old.name} (of the 63) went into {heir.name} on 2025-07-01.")
        elif not _is_merged(heir):
            notes.append(f"{old.name} has the same territory in both maps.")
    notes += [_made_of(unit) for unit in new.values() if _is_merged(unit)]
    return notes


def _is_merged(unit: Unit) -> bool:
    return len(gazetteer().predecessors(unit.code)) > 1


def _made_of(unit: Unit) -> str:
    before = ", ".join(old.name for old in gazetteer().predecessors(unit.code))
    return (
        f"{unit.name} (of the 34) was made of {before} on 2025-07-01; "
        "its numbers do not compare with those of an old province of that name or code."
    )


def _silence(asked: pd.DataFrame, as_of: str | None) -> str:
    known = asked[asked["value"].notna()]
    if as_of is None or known.empty:
        return "No claim gives a number for this."
    return f"No number at or before {as_of}; the first is of {known['time'].min()}."


def _in_order(found: pd.DataFrame) -> pd.DataFrame:
    rank = {name: place for place, name in enumerate(SERIES)}
    order = found.assign(rank=found["series"].map(rank))
    return order.sort_values(["province_code", "regime", "rank", "star_class"], kind="stable")
