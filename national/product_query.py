"""Questions to the tables of products and decisions: which ones, where, when."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from extract.model import Kind, Level
from extract.places.gazetteer import gazetteer
from national.paper_schema import Agreement, History
from national.query import UnansweredError
from national.series import LOWEST
from national.times import bounds
from national.validity import RECOGNISED

STAR_CLASSES = ("3", "4", "5", "potential5")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; None and False leave a thing open.

    ``province`` is a name (accents may be left out) or code of either map, ``star`` one of
    ``STAR_CLASSES``, ``year`` that of the decision, ``in_force`` a day (ISO) on which the
    recognition holds, ``standing`` what papers give the rows (``extract.model.Kind``).
    Rows that recognise nothing fit only if ``standing`` asks for them, rows printed again
    never; ``every`` and ``review`` look among all.
    """

    province: str | None = None
    star: str | None = None
    year: int | None = None
    decision: str | None = None
    in_force: str | None = None
    review: bool = False
    standing: str | None = None
    every: bool = False


def find_products(products: pd.DataFrame, wanted: Wanted) -> pd.DataFrame:
    """The rows of table ``PRODUCTS`` that fit, in the order of province, decision and row.

    Raises:
        UnansweredError: an unknown province, star class, standing or day.
    """
    fits = _counted(products, wanted)
    if wanted.province is not None:
        old, new = _provinces(wanted.province)
        fits &= products["province63"].isin(old) | products["province34"].isin(new)
    if wanted.star is not None:
        fits &= _of_class(products, wanted.star)
    if wanted.year is not None:
        fits &= products["decision_date"].str[:4] == str(wanted.year)
    if wanted.decision is not None:
        fits &= _names(products["decision"], wanted.decision)
    if wanted.in_force is not None:
        fits &= _in_force(products, wanted.in_force)
    if wanted.review:
        fits &= products["for_review"]
    order = ["province34", "decision_date", "document_id", "row"]
    return products[fits].sort_values(order, kind="stable", ignore_index=True)


def left_out(products: pd.DataFrame, wanted: Wanted) -> tuple[int, int]:
    """How many rows that fit else are printed again, and how many recognise nothing."""
    every = find_products(products, replace(wanted, every=True))
    again = every["history"] == History.REPEATED
    shown = _counted(every, wanted)
    return int((again & ~shown).sum()), int((~again & ~shown).sum())


def distinct(products: pd.DataFrame) -> int:
    """How many products the rows are: one that is recognised again is still one."""
    keys = set(zip(products["document_id"], products["row"], strict=True))
    before = zip(products["earlier_document_id"], products["earlier_row"], strict=True)
    return len(products) - sum(one in keys for one in before)


def find_decisions(
    decisions: pd.DataFrame,
    *,
    province: str | None = None,
    year: int | None = None,
    agreement: str | None = None,
) -> pd.DataFrame:
    """The rows of table ``DECISIONS`` that fit, the latest first.

    Raises:
        UnansweredError: an unknown province or agreement.
    """
    fits = pd.Series(True, index=decisions.index)
    if province is not None:
        old, new = _provinces(province)
        named = decisions["province"].fillna(decisions["place_name"])
        on_old = decisions["place_regime"] == 63
        fits &= (on_old & named.isin(old)) | (~on_old & named.isin(new))
    if year is not None:
        fits &= decisions["date"].str[:4] == str(year)
    if agreement is not None:
        if agreement not in list(Agreement):
            raise UnansweredError(f"No agreement {agreement!r}: one of {', '.join(Agreement)}.")
        fits &= decisions["agreement"] == agreement
    found = decisions[fits]
    return found.sort_values(["date", "decision_id"], ascending=[False, True], ignore_index=True)


def _provinces(name: str) -> tuple[set[str], set[str]]:
    """Names on the old map and on the new one that a province may mean.

    A name that lives on means both: the old province, and the new one with all in it.
    """
    units = gazetteer().lookup(name, level=Level.PROVINCE)
    if not units:
        raise UnansweredError(f"No province is called {name!r}: ask for one such as 'Nghệ An'.")
    old = {unit.name for unit in units if unit.regime == 63}
    return old, {unit.name for unit in units if unit.regime == 34}


def _counted(products: pd.DataFrame, wanted: Wanted) -> pd.Series:
    """Whether each row is of the standing that is asked for, and not one printed again."""
    fits = pd.Series(True, index=products.index)
    everything = wanted.every or wanted.review
    if not everything:
        fits &= products["history"] != History.REPEATED
    if wanted.standing is not None:
        if wanted.standing not in list(Kind):
            raise UnansweredError(f"No standing {wanted.standing!r}: one of {', '.join(Kind)}.")
        fits &= products["standing"] == wanted.standing
    elif not everything:
        # What is put forward for 5 stars is recognised by the nation alone, if at all.
        more = {Kind.PROPOSED.value} if wanted.star == "potential5" else set()
        fits &= (products["stars"] >= LOWEST).fillna(True)
        fits &= products["standing"].isin(RECOGNISED | more)
    return fits


def _of_class(products: pd.DataFrame, star: str) -> pd.Series:
    if star not in STAR_CLASSES:
        raise UnansweredError(f"No star class {star!r}: one of {', '.join(STAR_CLASSES)}.")
    if star == "potential5":
        return products["potential5"]
    return (products["stars"] == int(star)).fillna(False) & ~products["potential5"]


def _names(decisions: pd.Series, asked: str) -> pd.Series:
    """Whether each number is the one asked for; its suffix may be left out."""
    number = decisions.str.partition("/")[0] if "/" not in asked else decisions
    return number.str.casefold() == asked.casefold()


def _in_force(products: pd.DataFrame, day: str) -> pd.Series:
    """Recognised on or before the day, and not yet lapsed by it; unknown ends hold nothing."""
    try:
        wanted = bounds(day)[1]
    except ValueError as error:
        raise UnansweredError(f"in force on: {error}.") from error
    known = products["valid_until"].notna() & products["standing"].isin(RECOGNISED)
    begin = products["decision_date"].map(lambda t: bounds(t)[0], na_action="ignore")
    end = products["valid_until"].map(lambda t: bounds(t)[1], na_action="ignore")
    return known & (begin <= wanted) & (end >= wanted)
