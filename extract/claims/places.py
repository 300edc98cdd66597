"""Where: the unit that a count belongs to, or several ("mỗi huyện 9").

Candidates are the places named in the sentence, the place that the text has been
speaking of, the headline's, and the province that the document is about. Where nothing
earns the count, the place stays unnamed: an unknown place is said, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.place_eras import of_former_before, of_twin, other_map, speaks_of_merger
from extract.claims.place_features import features_of
from extract.claims.place_meaning import (
    Where,
    headline_place,
    home_place,
    meanings,
    resolve,
)
from extract.claims.place_told import Named, of_nation, told_places
from extract.claims.raised import raised_unit
from extract.claims.scene import Scene
from extract.claims.several import in_turn, runs_of
from extract.mentions.place_mention import PlaceMention
from extract.model import Kind, Level, Mention, Place

__all__ = ["Named", "choose_places"]


def choose_places(
    scene: Scene, counts: list[Count], links: dict[int, Link], decide: Decide
) -> dict[int, list[Where]]:
    """The place or places of each count, by index."""
    chosen: dict[int, list[Where]] = {}
    topic = headline_place(scene)
    both_maps = speaks_of_merger(scene)
    for position, count in enumerate(counts):
        turn = in_turn(scene, counts, count) or raised_unit(scene, counts, position)
        if turn is not None:
            place = resolve(scene, turn, count, topic)
            chosen[count.index] = [Where(place, turn.span, 0.85)]
            continue
        candidates = list(_on_own_map(scene, counts, position, links, chosen, topic))
        if both_maps:
            candidates += _twins(scene, counts, position, links, chosen, candidates)
        best: Choice[Named] = decide("place", count, candidates)
        place, inherited, run = best.value
        one = Where(place, best.span, best.probability, inherited)
        chosen[count.index] = list(run) or [one]
    return chosen


# ── candidates ───────────────────────────────────────────────────────────────────────


def _twins(
    scene: Scene,
    counts: list[Count],
    position: int,
    links: dict[int, Link],
    chosen: dict[int, list[Where]],
    candidates: list[Candidate[Named]],
) -> list[Candidate[Named]]:
    """The same provinces on the map that the text was not written under."""
    told = _told_of(counts, position, links, chosen)
    twins = []
    for candidate in candidates:
        twin = None if candidate.value.run else other_map(candidate.value.place)
        if twin is not None and candidate.value.place.regime == scene.regime:
            era = of_twin(scene, counts, counts[position], twin, told)
            value = Named(twin, candidate.value.inherited)
            twins.append(Candidate(value, {**candidate.read, **era}, candidate.span))
    return twins


def _told_of(
    counts: list[Count],
    position: int,
    links: dict[int, Link],
    chosen: dict[int, list[Where]],
) -> dict[str, Place]:
    """The places of the total and of the count before in the sentence."""
    told = {}
    link = links.get(counts[position].index)
    if link is not None and link.parent in chosen:
        told["part_of"] = chosen[link.parent][0].place
    if position and counts[position - 1].sentence is counts[position].sentence:
        told["previous"] = chosen[counts[position - 1].index][0].place
    return told


def _on_own_map(
    scene: Scene,
    counts: list[Count],
    position: int,
    links: dict[int, Link],
    chosen: dict[int, list[Where]],
    topic: Place | None,
) -> Iterator[Candidate[Named]]:
    count = counts[position]
    mentions = count.sentence.units
    if (
        count.number.of is not None
    ):  # "2.167/9.852 sản phẩm của cả nước": what follows is the second's
        before = [m for m in mentions if m.span.start < count.start]
        mentions = before or [m for m in mentions if not _is_nation(m)]
    runs = list(runs_of(scene, counts, count))
    for mention in mentions:
        features = features_of(scene, counts, position, mention, topic)
        for run in runs:
            if mention in run.mentions:
                features["in_run"] = 1.0
                features |= {f"in_{name}": 1.0 for name in run.features}
        for place, how in meanings(scene, mention, count, topic):
            means = {f"means.{word}": 1.0 for word in how.split("+")} | {f"means={how}": 1.0}
            yield Candidate(Named(place, False), features | means, mention.span)
    for run in runs:
        wheres = tuple(Where(resolve(scene, m, count, topic), m.span, 0.85) for m in run.mentions)
        features = {"run": 1.0, **run.features}
        yield Candidate(Named(wheres[0].place, False, wheres), features, run.mentions[0].span)
    context = _context(counts, position, mentions)
    context += of_former_before(scene, counts, position, chosen)
    if any("run.before" in run.features for run in runs):
        context.append("run_before")
    home = {"home": 1.0} | {f"home.{word}": 1.0 for word in context}
    yield Candidate(Named(home_place(scene), True), home)
    if topic is not None:
        features = {"headline": 1.0, f"headline.{topic.level}": 1.0}
        features |= {f"headline.{word}": 1.0 for word in context}
        yield Candidate(Named(topic, True), features)
    yield from told_places(scene, counts, position, links, chosen, context)
    nation = of_nation(scene, count)
    if nation:
        place = Place(Level.NATION, "Việt Nam", regime=scene.regime)
        yield Candidate(Named(place, True), nation)


def _is_nation(mention: Mention) -> bool:
    return isinstance(mention.value, PlaceMention) and mention.value.place.level is Level.NATION


_STOCK = frozenset({Kind.CUMULATIVE, Kind.IN_FORCE})


def _context(counts: list[Count], position: int, mentions: list[Mention]) -> list[str]:
    """What tells whether a count goes on with the place told before, or comes back home."""
    count = counts[position]
    words = []
    kinds = {cue.kind for _, cue in count.sentence.told_kinds}
    if kinds & _STOCK:
        words.append("stock")
    if Kind.TARGET in kinds:
        words.append("aim")
    if not any(m.span.start < count.start for m in mentions):
        words.append("no_place_before")
    opens = position == 0 or counts[position - 1].sentence.paragraph != count.sentence.paragraph
    if opens:
        words.append("opens_paragraph")
    if count.bare:
        words.append("bare")
    return words
