"""What a mention of a place means for a count: the unit, also where the text does not name it.

An unnamed unit ("tỉnh", "huyện này") takes the name told before it; where nothing tells
it, it stays unnamed: an unknown place is said, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.claims.counts import Count
from extract.claims.scene import Scene
from extract.claims.sentence import LOWER, Sentence, is_named
from extract.mentions.place_mention import PlaceMention, PlaceRole
from extract.mentions.places import find_places
from extract.model import Level, Mention, Place, Span
from extract.places.gazetteer import gazetteer
from extract.places.units import OLD_MAP
from extract.text.normalise import fold

UNKNOWN = Place(Level.PROVINCE, None)


@dataclass(frozen=True, slots=True)
class Where:
    """A place with the span that names it and the probability of the choice."""

    place: Place
    span: Span | None
    probability: float
    inherited: bool = False


def names_before(sentence: Sentence, offset: int) -> list[Mention]:
    """Named units of a sentence before an offset."""
    return [m for m in sentence.named_units if m.span.end <= offset]


def meanings(
    scene: Scene, mention: Mention, count: Count, topic: Place | None
) -> Iterator[tuple[Place, str]]:
    """The units that a mention may mean, each with what says so.

    A named unit means itself. An unnamed one ("tỉnh", "cả xã") means the one told last, the
    one that its paragraph opens with, the headline's or home.
    """
    value = mention.value
    assert isinstance(value, PlaceMention)
    place = value.place
    if is_named(place):
        yield place, "named"
        return
    found = {
        "topic": topic if topic is not None and topic.level is place.level else None,
        "told": last_named(scene, count, place.level),
        "opening": opening_named(scene, count, place.level),
        "home": home_place(scene) if place.level is Level.PROVINCE else None,
        "section": section_subject(scene, count, place.level),
        "earlier": _named_earlier(scene, count, place.level),
        "only_city": _only_city(scene) if _is_city(mention) else None,
    }
    by_place: dict[Place, list[str]] = {}
    for how, unit in found.items():
        if unit is not None and unit.name is not None:
            key = next((p for p in by_place if _same(p, unit)), unit)
            by_place.setdefault(key, []).append(how)
    for unit, hows in by_place.items():
        former = place.level is Level.PROVINCE and unit.regime != scene.regime
        yield unit, "+".join([*hows, "former"] if former else hows)
    if not by_place:
        yield replace(place, name=None), "unknown"


_FAR = 16  # sentences back in which "toàn huyện" may still mean the district told there


def _named_earlier(scene: Scene, count: Count, level: Level) -> Place | None:
    """The unit of this level named last before the count, in whatever paragraph."""
    index = count.sentence.index
    for sentence in reversed(scene.sentences[max(0, index - _FAR) : index + 1]):
        for mention in reversed(names_before(sentence, min(count.start, sentence.end))):
            value = mention.value
            if isinstance(value, PlaceMention) and value.place.level is level:
                return value.place
    return None


def section_subject(scene: Scene, count: Count, level: Level | None = None) -> Place | None:
    """The unit that the part of the text between blank lines opens with ("■ Thái Nguyên …")."""
    start = scene.document.text.rfind("\n\n", 0, count.start) + 1
    for sentence in scene.sentences[: count.sentence.index + 1]:
        if sentence.end <= start:
            continue
        named = names_before(sentence, min(sentence.start + 48, count.start))
        value = named[0].value if named else None
        if isinstance(value, PlaceMention) and level in (None, value.place.level):
            return value.place
        return None
    return None


def _is_city(mention: Mention) -> bool:
    return fold(mention.span.text).startswith("thành phố")


def _only_city(scene: Scene) -> Place | None:
    """The one city of the home province, which "thành phố" means there without a name."""
    if scene.home is None or scene.home.regime != OLD_MAP:
        return None
    cities = [u for u in gazetteer().districts_of(scene.home.code) if u.kind == "thành phố"]
    return cities[0].place() if len(cities) == 1 else None


def _same(first: Place, second: Place) -> bool:
    return (first.level, first.name, first.regime) == (second.level, second.name, second.regime)


def opening_named(scene: Scene, count: Count, level: Level) -> Place | None:
    """The first unit of this level that the paragraph of the count names, as its subject."""
    for sentence in scene.sentences[max(0, count.sentence.index - 6) : count.sentence.index + 1]:
        if sentence.paragraph != count.sentence.paragraph:
            continue
        for mention in names_before(sentence, min(count.start, sentence.end)):
            value = mention.value
            if not isinstance(value, PlaceMention) or value.place.level is not level:
                continue
            if value.role is not PlaceRole.ADDRESS and not _aside(sentence, mention):
                return value.place
    return None


def resolve(scene: Scene, mention: Mention, count: Count, topic: Place | None) -> Place:
    """The unit that a mention most likely means: an unnamed one takes the name told before it."""
    value = mention.value
    assert isinstance(value, PlaceMention)
    place = value.place
    if is_named(place):
        return place
    if topic is not None and topic.level is place.level and place.level in LOWER:
        return topic
    told = last_named(scene, count, place.level)
    if place.level is not Level.PROVINCE:
        return told or replace(place, name=None)
    home = home_place(scene)
    if home.name is None or (told is not None and told.name != home.name):
        return told or replace(home, printed=mention.span.text)
    return home


def last_named(scene: Scene, count: Count, level: Level) -> Place | None:
    """The unit of this level named last before the count, if just one was named there.

    Lower units are remembered to the start of the paragraph, provinces for six sentences
    (round-ups give each province a heading and some lines).
    """
    for back in range(7):
        index = count.sentence.index - back
        if index < 0:
            return None
        sentence = scene.sentences[index]
        if level in LOWER and sentence.paragraph != count.sentence.paragraph:
            return None
        named = {
            (m.value.place.name, m.value.place.regime): m.value.place
            for m in names_before(sentence, min(count.start, sentence.end))
            if isinstance(m.value, PlaceMention)
            and m.value.place.level is level
            and m.value.role is not PlaceRole.ADDRESS
            and not _aside(sentence, m)
        }
        if named:
            return next(iter(named.values())) if len(named) == 1 else None
    return None


def _aside(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention stands in brackets ("trừ Quảng Ninh")."""
    return (
        bool(sentence.clauses) and sentence.clauses[sentence.clause_at(mention.span.start)].bracket
    )


def home_place(scene: Scene) -> Place:
    """The province that the document is about, unnamed where that is not known."""
    unit = scene.home
    if unit is None:
        return replace(UNKNOWN, regime=scene.regime)
    return unit.place() if hasattr(unit, "place") else UNKNOWN


def headline_place(scene: Scene) -> Place | None:
    """The unit that the publisher's own name or the headline speaks of, if just one."""
    if scene.home_unit is not None:
        return scene.home_unit
    title = scene.document.title
    found = find_places(title, folded=fold(title), home=scene.home, regime=scene.regime)
    named = {
        (m.value.place.level, m.value.place.name): m.value.place
        for m in found
        if isinstance(m.value, PlaceMention)
        and is_named(m.value.place)
        and m.value.role in (PlaceRole.SUBJECT, PlaceRole.ISSUER)
        and not m.value.plural
    }
    return next(iter(named.values())) if len(named) == 1 else None
