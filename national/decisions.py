"""A decision and the news about it are one event: their numbers meet, and differences show.

A claim belongs to a paper's decision when number and body agree, the unit is the issuer's
(or lies in it, or is its successor on the other map), and the year is the same. What the
print leaves out (year, suffix) is no difference, as long as one decision alone fits.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from extract.model import Level
from national.decision_keys import UNKNOWN, DecisionKey, key_of, unit_key
from national.paper_schema import DECISIONS, Agreement
from national.provinces import predecessors, successor
from national.schema import NATION_CODE
from national.series import FLOW_SERIES, LOWEST, TOTAL, star_class

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


@dataclass(slots=True)
class _Event:
    """One decision as it grows; ``counts`` are values by star class and side."""

    key: DecisionKey
    paper: Mapping[str, object] | None = None
    printed: Counter[str] = field(default_factory=Counter)
    papers: list[str] = field(default_factory=list)
    news: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    counts: dict[str, dict[str, set[int]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(set))
    )
    rows: int = 0
    dates: Counter[str] = field(default_factory=Counter)
    place: Mapping[str, object] | None = None


def tie(claims: pd.DataFrame, papers: pd.DataFrame) -> pd.Series:
    """For every claim the ``decision_id`` that it names, missing where it names none.

    Args:
        claims: table ``CLAIMS``.
        papers: table ``PAPERS``.
    """
    known = _known(papers)
    of_document = dict(zip(papers["document_id"], papers["decision_id"], strict=True))
    naming = claims[claims["decision"].notna()]
    columns = ("document_id", "decision", "decision_date", "place_level", "place_code")
    more = ("province_code", "place_regime")
    heads = _heads(naming)
    tied: list[str] = []
    rows = zip(*(naming[name] for name in (*columns, *more)), strict=True)
    for document, printed, date, level, code, province, regime in rows:
        day = _given(date)
        units = (
            unit_key(level, _given(code), regime),
            unit_key(Level.PROVINCE, _given(province), regime),
        )
        key = key_of(printed, day, units[0])
        own = of_document.get(document)
        if isinstance(own, str) and _parse(own).number == key.number:
            tied.append(own)
            continue
        found = _match(key, units, known)
        tied.append(str(found or _unseen(printed, day, units, heads)))
    return pd.Series(tied, index=naming.index, dtype="str").reindex(claims.index)


_Heads = Mapping[tuple[str, str, str], str]
"""By province, number and full date of a paper: the unit above all others that claims name."""


def _heads(naming: pd.DataFrame) -> _Heads:
    """Of the units that claims tie to one number and day in a province, the one above.

    A report tells what each district got under the decision of the province: no two bodies
    of a province issue one number on one day, so the province's is meant.
    """
    heads: dict[tuple[str, str, str], str] = {}
    dated = naming[naming["decision_date"].str.len() == len("2022-05-20")]
    columns = ("decision", "decision_date", "place_level", "province_code", "place_regime")
    for printed, date, level, province, regime in zip(*(dated[c] for c in columns), strict=True):
        if level == Level.PROVINCE and isinstance(province, str):
            unit = unit_key(level, province, regime)
            heads[unit, key_of(printed, date, unit).number, date] = unit
    return heads


def _unseen(printed: str, day: str | None, units: Sequence[str], heads: _Heads) -> DecisionKey:
    """The key of a decision whose paper is not at hand."""
    key = key_of(printed, day, units[0])
    if key.body == "BNN":  # ministries are the nation's
        return key_of(printed, day, f"{units[0].partition('.')[0]}.{NATION_CODE}")
    return key_of(printed, day, heads.get((units[1], key.number, day or ""), units[0]))


def decisions_frame(
    claims: pd.DataFrame, papers: pd.DataFrame, rows: pd.DataFrame, tied: pd.Series
) -> pd.DataFrame:
    """Table ``DECISIONS``: one row for each decision that papers or claims name.

    Args:
        claims: table ``CLAIMS``.
        papers: table ``PAPERS``.
        rows: table ``ROWS``.
        tied: ``tie(claims, papers)``.
    """
    events: dict[str, _Event] = {}
    stars_of = dict(list(rows.groupby("document_id", sort=False)["stars"]))
    none = rows["stars"].iloc[:0]
    for paper in papers.to_dict("records"):
        if isinstance(paper["decision_id"], str):
            stars = stars_of.get(paper["document_id"], none)
            _add_paper(events, {str(name): value for name, value in paper.items()}, stars)
    named = tied.dropna()
    for claim, identity in zip(claims.loc[named.index].to_dict("records"), named, strict=True):
        event = events.setdefault(identity, _Event(_parse(identity)))
        _add_claim(event, {str(name): value for name, value in claim.items()})
    return DECISIONS.validate(
        DECISIONS.sort(DECISIONS.frame(_row(str(key), event) for key, event in events.items()))
    )


def periods(claims: pd.DataFrame, papers: pd.DataFrame, tied: pd.Series) -> pd.DataFrame:
    """``period`` and ``round`` of every claim, filled from the decision that it names.

    News often leave out which assessment a decision ends; the title of the paper says so.
    Only flows are told by their assessment, and what a claim says itself stands. A claim
    whose paper names no period gets the day of the decision as its period, so that the paper
    and all news about it speak of one cell. ``tied`` is ``tie(claims, papers)``.
    """
    told = papers.dropna(subset=["decision_id"]).drop_duplicates("decision_id")
    told = told.set_index("decision_id")
    flow = claims["kind"].isin(FLOW_SERIES) & claims["period"].isna() & tied.isin(told.index)
    period = tied.map(told["period"].fillna(told["date"])).astype("str")
    turn = tied.map(told["round"]).astype("Int64")
    return pd.DataFrame(
        {
            "period": claims["period"].mask(flow, period),
            "round": claims["round"].mask(flow & claims["round"].isna(), turn),
        }
    )


# ── Which decision a claim names ──────────────────────────────────────────────────────


def _given(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _known(papers: pd.DataFrame) -> dict[str, list[DecisionKey]]:
    """The decisions that papers are, by number."""
    known: dict[str, list[DecisionKey]] = defaultdict(list)
    for identity in papers["decision_id"].dropna().unique():
        key = _parse(str(identity))
        known[key.number].append(key)
    return known


def _parse(identity: str) -> DecisionKey:
    unit, year, last = identity.rsplit(".", 2)
    number, _, body = last.partition("-")
    return DecisionKey(unit, year, number, body)


def _match(
    key: DecisionKey, units: Sequence[str], known: Mapping[str, Sequence[DecisionKey]]
) -> DecisionKey | None:
    """The one paper that a printed number means: the nearest unit first."""
    fits = [
        paper
        for paper in known.get(key.number, ())
        if _agree(paper.year, key.year) and _agree(paper.body, key.body)
    ]
    for unit in dict.fromkeys(one for given in units for one in (given, *_other_map(given))):
        found = [paper for paper in fits if paper.unit == unit]
        if len(found) == 1:
            return found[0]
    return None


def _agree(one: str, other: str) -> bool:
    return UNKNOWN in (one, other) or one == other


def _other_map(unit: str) -> Iterable[str]:
    """The same province on the other map."""
    regime, _, code = unit.partition(".")
    if not code.isdecimal():
        return ()
    if regime == "34":
        return (f"63.{old}" for old in predecessors(code))
    return (f"34.{successor(code)}",)


# ── One event ─────────────────────────────────────────────────────────────────────────


def _add_paper(events: dict[str, _Event], paper: Mapping[str, object], stars: pd.Series) -> None:
    """Add a paper; ``stars`` are those of the rows of its annex."""
    identity = str(paper["decision_id"])
    event = events.setdefault(identity, _Event(_parse(identity)))
    if event.paper is None or len(stars) > event.rows:
        event.paper = paper
    event.papers.append(str(paper["document_id"]))
    event.printed[str(paper["number"])] += 1
    if len(stars) and len(stars) >= event.rows:
        event.rows = len(stars)
        event.counts[TOTAL]["rows"] = {int((stars.isna() | (stars >= LOWEST)).sum())}
        for one, count in Counter(stars.dropna().astype(int)).items():
            event.counts[str(one)]["rows"] = {count}


def _add_claim(event: _Event, claim: Mapping[str, object]) -> None:
    document = str(claim["document_id"])
    is_paper = document in event.papers
    if not is_paper and document not in event.news:
        event.news.append(document)
    event.claims.append(str(claim["claim_id"]))
    event.printed[str(claim["decision"])] += 1
    event.place = event.place or claim
    if isinstance(claim["decision_date"], str):
        event.dates[claim["decision_date"]] += 1
    if claim["kind"] in FLOW_SERIES and _same_unit(event.key.unit, claim):
        name = star_class(str(claim["stars"]), potential5=bool(claim["potential5"]))
        event.counts[name]["paper" if is_paper else "news"].add(int(str(claim["count"])))


def _same_unit(unit: str, claim: Mapping[str, object]) -> bool:
    """Whether a claim counts for the whole unit that issued the decision."""
    regime = int(str(claim["place_regime"]))
    mine = unit_key(str(claim["place_level"]), _given(claim["place_code"]), regime)
    return unit == mine or unit in _other_map(mine)


def _row(identity: str, event: _Event) -> list[object]:
    paper = event.paper or {}
    place = event.paper or event.place or {}
    level = place.get("level", place.get("place_level"))
    date = paper.get("date") or next((day for day, _ in event.dates.most_common(1)), None)
    return [
        identity,
        event.printed.most_common(1)[0][0],
        _given(date),
        _given(level),
        _given(place.get("place_name")),
        _given(place.get("province")),
        int(str(place.get("place_regime", 63))),
        _given(paper.get("act")),
        _given(paper.get("period")),
        paper.get("round"),
        len(event.papers),
        len(event.news),
        event.rows,
        _JSON.encode({name: _listed(sides) for name, sides in event.counts.items()}),
        _agreement(event).value,
        " ".join((*event.papers, *event.news)),
        " ".join(dict.fromkeys(event.claims)),
    ]


def _listed(sides: Mapping[str, set[int]]) -> dict[str, list[int]]:
    return {side: sorted(values) for side, values in sides.items() if values}


def _agreement(event: _Event) -> Agreement:
    """Whether any star class has other numbers on one side than on the other."""
    if not event.news:
        whole = _disagree(event, ("rows",), ("paper",))
        return Agreement.DISAGREE if whole else Agreement.ONLY_PAPER
    if not event.papers:
        return Agreement.ONLY_NEWS
    sides = _disagree(event, ("rows", "paper"), ("news",)) or _disagree(
        event, ("rows",), ("paper",)
    )
    return Agreement.DISAGREE if sides else Agreement.AGREE


def _disagree(event: _Event, left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether a star class that both sides count has no value in common."""
    for sides in event.counts.values():
        mine = set().union(*(sides.get(side, set()) for side in left))
        theirs = set().union(*(sides.get(side, set()) for side in right))
        if mine and theirs and not mine & theirs:
            return True
    return False
