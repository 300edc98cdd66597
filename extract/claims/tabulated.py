"""Counts in tables: figures whose row, column and caption say what they count.

The choices are those of ordinary counts (``count``, ``stars``, ``kind``, ``place``,
``time``), taken by the same mechanism from candidates of the zones around a figure. The
features are named ``table.<zone>…``: what holds for a column holds for every column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.around import Around, Said, Zones, places_of
from extract.claims.batch_tables import kind_by_paper
from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.draft import Draft
from extract.claims.paper_act import NOTHING_GIVEN, OWN_BATCH, of_act_in_table
from extract.claims.parts import Link
from extract.claims.place_meaning import UNKNOWN, Where, headline_place, meanings
from extract.claims.places import Named
from extract.claims.scene import Scene
from extract.claims.stars import ALL
from extract.claims.table_counts import Counted, counts_of
from extract.claims.table_times import Told, choose_when, summed_years
from extract.mentions.stars import StarValue
from extract.model import DecisionRef, Kind, Level, Place
from extract.products.standings import RECOGNISED
from extract.tables.grid import Grid


def tabulated(
    scene: Scene, told: Sequence[Draft], refs: tuple[DecisionRef, ...], decide: Decide
) -> list[Draft]:
    """The drafts of the tables of a document, in the order of its text.

    Args:
        scene: the document; ``scene.grids`` are its tables.
        told: the drafts of its sentences, which a table may go on with.
        refs: the official papers printed in it.
        decide: who decides.
    """
    if not scene.grids or not scene.sentences:
        return []
    around = Around(scene)
    index = max((d.count.index for d in told), default=-1) + 1
    drafts: list[Draft] = []
    for grid in scene.grids:
        figures = counts_of(scene, grid, around, index + len(drafts), decide)
        drafts += _drafts(scene, figures, Told.before(scene, grid, told, refs), decide)
    return drafts


def _drafts(
    scene: Scene, figures: Sequence[Counted], told: Told, decide: Decide
) -> Iterator[Draft]:
    kinds: dict[tuple[int, int], Choice[Kind]] = {}
    indexes = {(f.spot.index, f.spot.column): f.count.index for f in figures}
    for figure in figures:
        spot, count = figure.spot, figure.count
        whole = (-1, 0) if spot.row.parent is None else (spot.row.parent, spot.column)
        stars = _stars(figure, decide)
        batch = kind_by_paper(scene, figure)
        kind = _kind(scene, figure, told, kinds.get(whole), batch, decide)
        kinds[spot.index, spot.column] = kind
        when, paper = choose_when(scene, spot, count, kind.value, told, decide)
        # A figure of a "trong đó" row is a part of the figure above it.
        link = Link(indexes[whole], "words") if whole in indexes else None
        place = _place(scene, figure, decide)
        potential = _is_potential(stars.value, kind.value)
        own = kind.value is batch and batch in RECOGNISED
        yield Draft(
            count,
            stars,
            potential,
            kind,
            (place,),
            when,
            paper,
            link,
            reader="table",
            own_batch=own,
        )


# ── stars ────────────────────────────────────────────────────────────────────────────


def _stars(figure: Counted, decide: Decide) -> Choice[StarValue]:
    candidates = [
        Candidate(value, {f"table.{zone}": 1.0}, span)
        for zone in ("row", "column", "group", "parent", "caption", "heading")
        for said in figure.zones[zone]
        for value, span in said.stars
    ]
    none = {"table.none": 1.0}
    if _has_star_columns(figure.spot.grid):
        none["table.none.beside_classes"] = 1.0
    candidates.append(Candidate(ALL, none))
    return decide("stars", figure.count, candidates)


_CLASS = re.compile(r"[1-5] ?(?:sao|\*)")


def _has_star_columns(grid: Grid) -> bool:
    """Whether two columns are classes, so that a column without one is their total."""
    titled = [any(_CLASS.search(s.text.lower()) for s in column) for column in grid.columns]
    return sum(titled) >= 2


def _is_potential(value: StarValue, kind: Kind) -> bool:
    """Whether five stars are potential: said so, or put forward and not yet given."""
    if value.stars != (5,):
        return False
    return value.potential or (kind is Kind.PROPOSED and not value.national)


# ── kind ─────────────────────────────────────────────────────────────────────────────

_AIMS = (Kind.TARGET, Kind.FORECAST)


def _kind(
    scene: Scene,
    figure: Counted,
    told: Told,
    whole: Choice[Kind] | None,
    batch: Kind | None,
    decide: Decide,
) -> Choice[Kind]:
    """The kind of a figure.

    ``whole`` is that of the figure that it is a part of, ``batch`` that of the figure where
    it tells what the paper itself recognises.
    """
    given = of_act_in_table(scene, figure.count)
    named = [*_kind_names(figure, told), *(("paper", kind) for kind in given)]
    if batch is not None:
        named.append((OWN_BATCH, batch))
    if whole is not None:
        named.append(("table.part_of", whole.value))
    words = set(_kind_words(figure))
    nothing = {NOTHING_GIVEN: 1.0} if given else {}
    spans = {value.kind: span for s in _near(figure.zones) for value, span in s.cues}
    candidates = [
        Candidate(
            kind,
            {f"{kind}|table.{word}": 1.0 for word in words if kind in _BEARS_ON[word]}
            | {f"{kind}|{name}": amount for name, amount in nothing.items()}
            | {f"agrees.{name}": 1.0 for name, said in named if said is kind},
            spans.get(kind),
        )
        for kind in Kind
    ]
    return decide("kind", figure.count, candidates)


def _near(zones: Zones) -> Iterator[Said]:
    """The cells and lines of the table, those next to the figure last."""
    for zone in ("heading", "caption", "group", "column", "row"):
        yield from zones[zone]


def _kind_names(figure: Counted, told: Told) -> Iterator[tuple[str, Kind]]:
    """Names that speak for one kind, each with this kind.

    ``beyond`` marks what stands farther off than a row or column that speaks for itself. An
    aim governs all that stands below it, unless its line tells of results too.
    """
    beyond = ""
    for zone, said in figure.zones.items():
        cues = [(value, s) for s in said for value, _ in s.cues]
        far = "" if zone in ("row", "column") else beyond
        for value, line in cues:
            yield f"table.{zone}.cue{value.strength}{far}", value.kind
            governs = value.kind in _AIMS and value.strength >= 2 and not line.is_result
            if governs and zone != "headline":
                yield f"table.governed.{zone}", value.kind
        if any(value.strength >= 2 for value, _ in cues):
            beyond = ".beyond"
    if told.kind is not None:
        yield "table.told" + beyond, told.kind


# The kinds that a word of the table speaks for or against, without naming one.
_BEARS_ON = {
    "always": (Kind.NEW, Kind.CUMULATIVE),
    "result": (Kind.NEW, *_AIMS),
    "sum_of_years": (Kind.NEW, Kind.CUMULATIVE),
    "dated": (Kind.NEW, Kind.CUMULATIVE),
}


def _kind_words(figure: Counted) -> Iterator[str]:
    """Words of the table that bear on some kinds: see ``_BEARS_ON``."""
    yield "always"
    near = (*figure.zones["row"], *figure.zones["column"])
    if any(said.is_result for said in near):
        yield "result"
    if summed_years(figure.spot):
        yield "sum_of_years"
    if any(said.dates for said in near):
        yield "dated"


# ── place ────────────────────────────────────────────────────────────────────────────


def _place(scene: Scene, figure: Counted, decide: Decide) -> Where:
    topic = headline_place(scene)
    count = figure.count
    candidates: list[Candidate[Named]] = []
    for zone in ("row", "column", "group", "caption", "heading"):
        for said in figure.zones[zone]:
            for mention in places_of(said):
                for place, how in meanings(scene, mention, count, topic):
                    features = {f"table.{zone}": 1.0, f"table.{zone}.{place.level}": 1.0}
                    features |= {f"table.means.{word}": 1.0 for word in how.split("+")}
                    candidates.append(Candidate(Named(place, False), features, mention.span))
    candidates += _places_above(scene, topic, is_total=figure.spot.row.is_total)
    best: Choice[Named] = decide("place", count, candidates)
    place, inherited, _ = best.value
    return Where(place, best.span, best.probability, inherited)


_OPENING = 700
_NATIONAL = re.compile(r"cả nước|toàn quốc")


def _places_above(
    scene: Scene, topic: Place | None, *, is_total: bool
) -> Iterator[Candidate[Named]]:
    """The places that the text is about: its province, its headline's, or the nation."""
    home = scene.home.place() if scene.home else replace(UNKNOWN, regime=scene.regime)
    names = ["table.home", *(["table.home.total"] if is_total else [])]
    yield Candidate(Named(home, True), dict.fromkeys(names, 1.0))
    if topic is not None:
        names = ["table.headline", f"table.headline.{topic.level}"]
        yield Candidate(Named(topic, True), dict.fromkeys(names, 1.0))
    national = _NATIONAL.search(scene.folded, 0, scene.opening(_OPENING))
    if scene.home is None and national:
        nation = Place(Level.NATION, "Việt Nam", regime=scene.regime)
        yield Candidate(Named(nation, True), {"table.nation.opening": 1.0})
