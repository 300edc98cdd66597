"""Where: the unit that a count belongs to, or several ("mỗi huyện 9").

Candidates are the places named in the sentence, the place that the text has been
speaking of, the headline's, and the province that the document is about. Where nothing
earns the count, the place stays unnamed: an unknown place is said, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.claims.choice import Candidate, Choice, choose
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.scene import Scene, Sentence
from extract.claims.weights import PLACE
from extract.mentions.place_mention import PlaceMention, PlaceRole
from extract.model import Level, Mention, Place, Span

UNKNOWN = Place(Level.PROVINCE, None)
_USABLE = frozenset({PlaceRole.SUBJECT, PlaceRole.ISSUER, PlaceRole.ADDRESS})
_EACH = re.compile(r"(?<!\w)(?:mỗi|đều|cùng|cũng|từng|cả hai|cả ba)(?!\w)")
_RUN = re.compile(
    r"[ ]?(?:,|;|và|cùng|với|cùng với|hay)?[ ]?(?:và |cùng )?(?:(?:các )?(?:huyện|thị xã|tx|tp|thành phố|quận|xã|phường|"
    r"thị trấn|tỉnh)\.?[ ]?)?"
)
_LINK_AFTER = re.compile(
    r"(?:[^,.;:()\d]{0,45} )?(?:của|ở|tại|trên địa bàn|thuộc|cho|do|khắp|trong|từ)(?: toàn| cả| địa bàn)? ?$"
)


@dataclass(frozen=True, slots=True)
class Where:
    """A place with the span that names it and the probability of the choice."""

    place: Place
    span: Span | None
    probability: float
    inherited: bool = False


def choose_places(
    scene: Scene, counts: list[Count], links: dict[int, Link]
) -> dict[int, list[Where]]:
    """The place or places of each count, by index."""
    chosen: dict[int, list[Where]] = {}
    topic = headline_place(scene)
    for position, count in enumerate(counts):
        several = _several(scene, counts, position, topic)
        if several:
            chosen[count.index] = several
            continue
        where = _choose_one(scene, counts, position, links, chosen, topic)
        chosen[count.index] = [where]
    return chosen


# ── one place ────────────────────────────────────────────────────────────────────────


def _choose_one(
    scene: Scene,
    counts: list[Count],
    position: int,
    links: dict[int, Link],
    chosen: dict[int, list[Where]],
    topic: Place | None,
) -> Where:
    count = counts[position]
    candidates: list[Candidate[tuple[Place, bool]]] = []
    for mention in usable(count.sentence):
        place = resolve(scene, mention, count, topic)
        features = _features(scene, counts, position, mention)
        candidates.append(Candidate((place, False), features, mention.span))
    candidates.append(Candidate((_home(scene), True), {"home": 1.0}))
    if topic is not None:
        candidates.append(Candidate((topic, True), {"headline": 1.0, f"headline.{topic.level}": 1.0}))
    link = links.get(count.index)
    if link is not None and link.parent in chosen:
        parent = chosen[link.parent][0]
        candidates.append(
            Candidate((parent.place, True), {f"part_of.{link.by}": 1.0}, parent.span)
        )
    previous = _previous(counts, position)
    if previous is not None and previous.index in chosen:
        before = chosen[previous.index][0]
        candidates.append(
            Candidate((before.place, True), _previous_features(count, previous, before), before.span)
        )
    best: Choice[tuple[Place, bool]] = choose(candidates, PLACE)
    place, inherited = best.value
    return Where(place, best.span, best.probability, inherited)


def _previous(counts: list[Count], position: int) -> Count | None:
    if position == 0:
        return None
    previous, count = counts[position - 1], counts[position]
    near = count.sentence.index - previous.sentence.index <= 1
    return previous if near else None


def _previous_features(count: Count, previous: Count, before: Where) -> dict[str, float]:
    if previous.sentence is count.sentence:
        return {"previous.sentence": 1.0}
    if previous.sentence.paragraph == count.sentence.paragraph:
        return {"previous.paragraph": 1.0, f"previous.{before.place.level}": 1.0}
    return {"previous.far": 1.0}


def usable(sentence: Sentence) -> list[Mention]:
    """Place mentions that a count may belong to (not goods, persons, addresses)."""
    return [
        m
        for m in sentence.places
        if isinstance(m.value, PlaceMention)
        and m.value.role in _USABLE
        and m.value.cue != "level"
    ]


def _features(
    scene: Scene, counts: list[Count], position: int, mention: Mention
) -> dict[str, float]:
    count = counts[position]
    sentence = count.sentence
    value = mention.value
    assert isinstance(value, PlaceMention)
    features = {f"level.{value.place.level}": 1.0, f"role.{value.role.value}": 1.0}
    same = [c for c in counts if c.sentence is sentence and c is not count]
    clause = sentence.clause_at(mention.span.start)
    if value.plural:
        features["plural"] = 1.0
    if sentence.clauses and sentence.clauses[clause].bracket and clause != count.clause:
        features["bracket"] = 1.0
    if mention.span.start >= count.start:
        return features | _after(scene, count, same, mention, clause)
    return features | _before(scene, count, same, mention, clause)


def _after(
    scene: Scene, count: Count, same: list[Count], mention: Mention, clause: int
) -> dict[str, float]:
    features = {"after": 1.0}
    between = scene.words(count.end, mention.span.start)
    if any(count.end <= c.start < mention.span.start for c in same):
        features["after.crosses_count"] = 1.0
    elif _LINK_AFTER.fullmatch(between):
        features["after.linked"] = 1.0
    if clause == count.clause:
        features["after.same_clause"] = 1.0
    if re.search(r"\d|chủ thể|hợp tác xã|công ty|htx|gồm|là ", between):
        features["after.crosses_noun"] = 1.0
    return features


def _before(
    scene: Scene, count: Count, same: list[Count], mention: Mention, clause: int
) -> dict[str, float]:
    features = {"before": 1.0}
    gap = scene.words(mention.span.end, count.start)
    if any(mention.span.end <= c.start < count.start for c in same):
        features["before.crosses_count"] = 1.0
    else:
        if len(gap) <= 3 or re.fullmatch(r"[ ]?(?:\w+ ){0,3}\(?:? ?", gap):
            features["before.adjacent"] = 1.0
        if clause == count.clause:
            features["before.same_clause"] = 1.0
    others = [
        m for m in usable(count.sentence) if mention.span.end <= m.span.start < count.start
    ]
    if not others:
        features["before.nearest"] = 1.0
    if mention.span.start - count.sentence.start <= 25:
        features["before.opens"] = 1.0
    return features


# ── what a mention means here ────────────────────────────────────────────────────────


def resolve(scene: Scene, mention: Mention, count: Count, topic: Place | None) -> Place:
    """The unit that a mention means: an unnamed one takes the name told before it."""
    value = mention.value
    assert isinstance(value, PlaceMention)
    place = value.place
    if not value.anaphoric or place.name is not None:
        return place
    if place.level is Level.PROVINCE:
        home = _home(scene)
        return home if home.name is not None else replace(place, printed=mention.span.text)
    if topic is not None and topic.level is place.level:
        return topic
    return _last_named(scene, count, place.level) or place


def _last_named(scene: Scene, count: Count, level: Level) -> Place | None:
    """The unit of this level that was named last, if just one was in reach."""
    for sentence in reversed(scene.sentences[max(0, count.sentence.index - 3) : count.sentence.index + 1]):
        named = {
            m.value.place
            for m in usable(sentence)
            if isinstance(m.value, PlaceMention)
            and m.value.place.level is level
            and m.value.place.name is not None
            and not m.value.plural
            and m.span.start < count.start
        }
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _home(scene: Scene) -> Place:
    unit = scene.home
    if unit is None:
        return replace(UNKNOWN, regime=scene.regime)
    return unit.place() if hasattr(unit, "place") else UNKNOWN


def headline_place(scene: Scene) -> Place | None:
    """The unit that the headline or the publisher's own name speaks of, if just one."""
    if scene.home_unit is not None:
        return scene.home_unit
    for sentence in scene.sentences[:2]:
        if scene.document.title and sentence.index == 0 or sentence.block.kind.value == "title":
            named = [
                m.value.place
                for m in usable(sentence)
                if isinstance(m.value, PlaceMention)
                and m.value.place.name is not None
                and not m.value.plural
                and m.value.role is not PlaceRole.ADDRESS
            ]
            if len({(p.level, p.name) for p in named}) == 1:
                return named[0]
    return None


# ── several places at once ───────────────────────────────────────────────────────────


def _several(
    scene: Scene, counts: list[Count], position: int, topic: Place | None
) -> list[Where]:
    """Places of "A, B mỗi huyện 9", "A và B lần lượt 4 và 3", "A, B chưa có sản phẩm"."""
    count = counts[position]
    before = [m for m in usable(count.sentence) if m.span.end <= count.start]
    if not before:
        return []
    run = _run_before(scene, before)
    between = scene.words(run[-1].span.end, count.start)
    paired = _in_turn(scene, counts, position)
    if paired is not None:
        return [_where(scene, paired, count, topic)]
    if len(run) < 2 or _other_count(counts, count, run[-1].span.end):
        return []
    zero = count.number.value == 0 and count.number.in_words
    if _EACH.search(between) or _EACH.match(scene.words(count.start, count.end)) or zero:
        return [_where(scene, m, count, topic) for m in run]
    return []


def _where(scene: Scene, mention: Mention, count: Count, topic: Place | None) -> Where:
    return Where(resolve(scene, mention, count, topic), mention.span, 0.85)


def _other_count(counts: list[Count], count: Count, start: int) -> bool:
    return any(c.sentence is count.sentence and start <= c.start < count.start for c in counts)


def _run_before(scene: Scene, mentions: list[Mention]) -> list[Mention]:
    """The unbroken list of places that ends with the last mention."""
    run = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        between = scene.words(mention.span.end, run[0].span.start)
        if not _RUN.fullmatch(between) or not between.strip():
            break
        run.insert(0, mention)
    level = run[-1].value.place.level  # type: ignore[attr-defined]
    return [m for m in run if m.value.place.level is level]  # type: ignore[attr-defined]


def _in_turn(scene: Scene, counts: list[Count], position: int) -> Mention | None:
    """The place that "lần lượt" gives to this count, if lists of one length meet."""
    count = counts[position]
    sentence = count.sentence
    words = scene.words(sentence.start, sentence.end)
    for match in re.finditer(r"lần lượt|tương ứng", words):
        at = sentence.start + match.start()
        before = [m for m in usable(sentence) if m.span.end <= at]
        if not before or not scene.words(before[-1].span.end, at).strip(" ,;cóđạtlàvới") == "":
            continue
        run = _run_before(scene, before)
        row = _row_after(scene, counts, sentence, at)
        if len(run) == len(row) > 1 and count in row:
            return run[row.index(count)]
    return None


def _row_after(scene: Scene, counts: list[Count], sentence: Sentence, at: int) -> list[Count]:
    """Counts in a row after an offset, with only commas and "và" between them."""
    row: list[Count] = []
    for count in counts:
        if count.sentence is not sentence or count.start < at:
            continue
        if row and not re.fullmatch(r" ?(?:,|và|, và|;) ?", scene.words(row[-1].end, count.start)):
            break
        row.append(count)
    return row
