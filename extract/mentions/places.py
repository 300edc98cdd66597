"""Places in a text: named units, regions, the nation, and words that point to them.

One pass finds the level words and the capitalised names, a second puts them together.
Where a text does not say which unit it means, the mention keeps the name and has no
code; it is never guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from extract.mentions.place_bare import bare, taught
from extract.mentions.place_cues import phrases
from extract.mentions.place_mention import PlaceMention, PlaceRole
from extract.mentions.place_named import after_cue
from extract.mentions.place_resolve import (
    chains,
    choose_units,
    date_maps,
    demote_in_lists,
    drop_unplaced,
)
from extract.mentions.place_roles import assign_roles, is_nation, office_cue, phrase_role
from extract.mentions.place_shown import shown
from extract.mentions.place_unnamed import unnamed
from extract.mentions.place_view import Found, Text
from extract.model import Label, Level, Mention, Place, Span
from extract.places.gazetteer import gazetteer
from extract.places.names import as_printed
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
    for more in (_phrases(view), unnamed(view, [f.start for f in named])):
        covered = _Cover(mention.span for mention in mentions)
        mentions += [mention for mention in more if covered.leaves(mention.span)]
    mentions.sort(key=lambda mention: mention.span.start)
    return tuple(_without_counts_of_regions(view, mentions))


_OF = re.compile(r"(?: phố)?(?: thuộc| trong| của| ở)?(?: vùng| khu vực| miền)? ")


def _without_counts_of_regions(view: Text, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Drop "13 tỉnh, thành", "các tỉnh" where the region that they make up is named next."""
    for mention, after in zip_longest(mentions, mentions[1:]):
        if after is None or not _makes_up(view, mention, after):
            yield mention


def _makes_up(view: Text, several: Mention, region: Mention) -> bool:
    """Whether some provinces are the region named right after them."""
    if several.rule != "place.several" or region.rule != "place.region":
        return False
    value = several.value
    provinces = isinstance(value, PlaceMention) and value.place.level in (
        Level.PROVINCE,
        Level.REGION,
    )
    return provinces and bool(_OF.fullmatch(view.folded, several.span.end, region.span.start))


def _named(view: Text) -> list[Found]:
    found = _without_overlaps(f for cue in view.cues for f in after_cue(view, cue))
    covered = _Cover(found)
    found += _without_overlaps(f for f in shown(view, found) if covered.leaves(f))
    covered = _Cover(found)
    found += [f for hit in view.hits if (f := bare(view, hit)) is not None and covered.leaves(f)]
    covered = _Cover(found)
    found += _without_overlaps(f for f in taught(view, found) if covered.leaves(f))
    found.sort(key=lambda f: f.start)
    date_maps(view, found)
    outer = chains(view, found)
    choose_units(view, found, outer)
    found = drop_unplaced(found)
    demote_in_lists(view, found)
    assign_roles(view, found, chains(view, found))
    return found


class _Cover:
    """Offsets that places already cover; the places do not overlap."""

    def __init__(self, taken: Iterable[Found | Span]) -> None:
        spans = sorted((place.start, place.end) for place in taken)
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def leaves(self, span: Found | Span) -> bool:
        """Whether a span touches no place."""
        place = bisect_left(self._starts, span.end)
        return place == 0 or self._ends[place - 1] <= span.start


def _without_overlaps(found: Iterable[Found]) -> list[Found]:
    kept: list[Found] = []
    for place in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or kept[-1].end <= place.start:
            kept.append(place)
    return kept


def _mention(view: Text, found: Found) -> Mention:
    span = Span.of(view.text, found.start, found.end)
    place = (
        _of_unit(found.unit, span.text)
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


def _of_unit(unit: Unit, printed: str) -> Place:
    """The unit as a place; districts and communes keep the spelling of the text."""
    place = unit.place(printed)
    if unit.level is Level.PROVINCE:
        return place
    return replace(place, name=as_printed(unit.name, printed))


def _phrases(view: Text) -> Iterator[Mention]:
    """The nation, regions and nicknames."""
    for phrase in phrases(view.folded):
        before = view.folded[max(0, phrase.start - 60) : phrase.start].rpartition("\n")[2]
        printed = view.text[phrase.start : phrase.end]
        place = _phrase_place(view, phrase.what, phrase.key, printed, before)
        if place is None:
            continue
        role = phrase_role(before)
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
