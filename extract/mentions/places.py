"""Places in a text: named units, regions, the nation, and words that point to them.

One pass finds the level words and the capitalised names, a second puts them together.
Where a text does not say which unit it means, the mention keeps the name and has no
code; it is never guessed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from extract.mentions.place_bare import bare, taught
from extract.mentions.place_cues import phrases
from extract.mentions.place_mention import PlaceMention, PlaceRole
from extract.mentions.place_named import after_cue
from extract.mentions.place_resolve import (
    chains,
    choose_units,
    date_map,
    demote_in_lists,
    drop_unplaced,
)
from extract.mentions.place_roles import assign_roles, is_nation, is_ranked, office_cue
from extract.mentions.place_unnamed import unnamed
from extract.mentions.place_view import Found, Text
from extract.model import Label, Level, Mention, Place, Span
from extract.places.gazetteer import gazetteer
from extract.places.units import OLD_MAP, Unit

__all__ = ["PlaceMention", "PlaceRole", "find_places"]


def find_places(text: str, *, folded: str, home: Unit | None, regime: int) -> tuple[Mention, ...]:
    """Find the places of a text.

    Args:
        text: NFC text.
        folded: ``fold(text)``, of the same length.
        home: The province (or a unit in it) that the text is about, if known; it makes
            bare names of its districts sure.
        regime: The map in force when the text was written, 63 or 34.

    Returns:
        Mentions labelled PLACE with a ``PlaceMention`` as value, in the order of the
        text, none overlapping another.
    """
    view = Text.read(text, folded, home, regime)
    named = _named(view)
    mentions = [_mention(view, found) for found in named]
    taken = _Taken(mentions)
    for more in (_phrases(view), unnamed(view, [f.start for f in named])):
        fresh = [m for m in more if taken.is_free(m.span)]
        mentions += fresh
        taken = _Taken(mentions)
    return tuple(sorted(mentions, key=lambda mention: mention.span.start))


class _Taken:
    """Spans that mentions already cover."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._spans = sorted((m.span.start, m.span.end) for m in mentions)

    def is_free(self, span: Span) -> bool:
        place = bisect_right(self._spans, (span.start, span.end))
        before = self._spans[place - 1][1] if place else 0
        after = self._spans[place][0] if place < len(self._spans) else span.end
        return before <= span.start and span.end <= after


def _named(view: Text) -> list[Found]:
    found = _without_overlaps(f for cue in view.cues for f in after_cue(view, cue))
    covered = _Cover(found)
    found += [
        f
        for hit in view.hits
        if not covered.holds(hit.start) and (f := bare(view, hit)) is not None
    ]
    covered = _Cover(found)
    found += [f for f in taught(view, found) if not covered.holds(f.start)]
    found.sort(key=lambda f: f.start)
    for place in found:
        date_map(view, place)
    outer = chains(view, found)
    choose_units(view, found, outer)
    found = drop_unplaced(found)
    demote_in_lists(view, found)
    assign_roles(view, found, chains(view, found))
    return found


class _Cover:
    """Offsets that places already cover."""

    def __init__(self, found: Iterable[Found]) -> None:
        spans = sorted((place.start, place.end) for place in found)
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def holds(self, offset: int) -> bool:
        place = bisect_right(self._starts, offset)
        return place > 0 and offset < self._ends[place - 1]


def _without_overlaps(found: Iterable[Found]) -> list[Found]:
    kept: list[Found] = []
    for place in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or kept[-1].end <= place.start:
            kept.append(place)
    return kept


def _mention(view: Text, found: Found) -> Mention:
    span = Span.of(view.text, found.start, found.end)
    place = (
        found.unit.place(span.text)
        if found.unit is not None
        else Place(
            found.level, found.name, found.regime, province=found.province, printed=span.text
        )
    )
    cue = found.cue
    if found.role is PlaceRole.ISSUER:
        cue = office_cue(view.folded[max(0, found.start - 24) : found.start]) + cue
    value = PlaceMention(place, cue=cue, role=found.role, former=found.former, plural=found.plural)
    return Mention(span, Label.PLACE, value, found.rule)


def _phrases(view: Text) -> Iterator[Mention]:
    """The nation, regions and nicknames."""
    for phrase in phrases(view.folded):
        before = view.folded[max(0, phrase.start - 60) : phrase.start].rpartition("\n")[2]
        printed = view.text[phrase.start : phrase.end]
        place = _phrase_place(view, phrase.what, phrase.key, printed, before)
        if place is None:
            continue
        role = PlaceRole.RANK if is_ranked(before) else PlaceRole.SUBJECT
        span = Span(phrase.start, phrase.end, printed)
        value = PlaceMention(place, cue=phrase.what, role=role)
        yield Mention(span, Label.PLACE, value, f"place.{phrase.what}")


def _phrase_place(view: Text, what: str, key: str, printed: str, before: str) -> Place | None:
    if what == "nation":
        if not is_nation(key, before):
            return None
        return Place(Level.NATION, "Việt Nam", view.regime, printed=printed)
    if what == "region":
        proper = any(c.isupper() for c in printed) or key.count(" ") >= 3
        name = gazetteer().regions[key]
        return Place(Level.REGION, name, view.regime, printed=printed) if proper else None
    units = gazetteer().nicknames.get(key)
    unit = next((u for u in units if u.regime == view.regime), None) or next(
        (u for u in units if u.regime == OLD_MAP), None
    )
    return unit.place(printed) if unit else None
