"""Where: the unit that a count belongs to, or several ("mỗi huyện 9").

Candidates are the places named in the sentence, the place that the text has been
speaking of, the headline's, and the province that the document is about. Where nothing
earns the count, the place stays unnamed: an unknown place is said, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.place_eras import of_twin, other_map, speaks_of_merger
from extract.claims.place_meaning import (
    LOWER,
    Where,
    headline_place,
    home_place,
    last_named,
    meanings,
    names_before,
    opening_named,
    resolve,
    section_subject,
    usable,
)
from extract.claims.scene import Scene, Sentence
from extract.claims.several import RUN, in_turn, runs_of
from extract.mentions.cues import CueValue
from extract.mentions.place_mention import PlaceMention
from extract.model import Kind, Level, Mention, Place

LINK_AFTER = re.compile(
    r"(?:[^,.;:()\d]{0,45} )?(?:của|ở|tại|trên địa bàn|thuộc|cho|do|khắp|trong|từ)(?: toàn| cả| "
    r"địa bàn| vùng| phía| bên| khu vực)? ?$"
)


class Named(NamedTuple):
    """The value of a choice of place: the unit, or the first of several told each."""

    place: Place
    inherited: bool
    run: tuple[Where, ...] = ()


def choose_places(
    scene: Scene, counts: list[Count], links: dict[int, Link], decide: Decide
) -> dict[int, list[Where]]:
    """The place or places of each count, by index."""
    chosen: dict[int, list[Where]] = {}
    topic = headline_place(scene)
    for position, count in enumerate(counts):
        turn = in_turn(scene, counts, count)
        if turn is not None:
            place = resolve(scene, turn, count, topic)
            chosen[count.index] = [Where(place, turn.span, 0.85)]
            continue
        candidates = list(_candidates(scene, counts, position, links, chosen, topic))
        best: Choice[Named] = decide("place", count, candidates)
        place, inherited, run = best.value
        one = Where(place, best.span, best.probability, inherited)
        chosen[count.index] = list(run) or [one]
    return chosen


# ── candidates ───────────────────────────────────────────────────────────────────────


def _candidates(
    scene: Scene,
    counts: list[Count],
    position: int,
    links: dict[int, Link],
    chosen: dict[int, list[Where]],
    topic: Place | None,
) -> Iterator[Candidate[Named]]:
    """Every place that a count may belong to; provinces on both maps."""
    count = counts[position]
    simple = list(_on_own_map(scene, counts, position, links, chosen, topic))
    yield from simple
    if not speaks_of_merger(scene):
        return
    told = _told_of(scene, counts, position, links, chosen)
    for candidate in simple:
        twin = None if candidate.value.run else other_map(candidate.value.place)
        if twin is not None and candidate.value.place.regime == scene.regime:
            era = of_twin(scene, counts, count, twin, told)
            value = Named(twin, candidate.value.inherited)
            yield Candidate(value, {**candidate.features, **era}, candidate.span)


def _told_of(
    scene: Scene,
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
    mentions = usable(count.sentence)
    if (
        count.number.of is not None
    ):  # "2.167/9.852 sản phẩm của cả nước": what follows is the second's
        before = [m for m in mentions if m.span.start < count.start]
        mentions = before or [m for m in mentions if not _is_nation(m)]
    runs = list(runs_of(scene, counts, count))
    for mention in mentions:
        features = _features(scene, counts, position, mention, topic)
        for run in runs:
            if mention in run.mentions:
                features["in_run"] = 1.0
                features |= {f"in_{name}": 1.0 for name in run.features}
        for place, how in meanings(scene, mention, count, topic):
            means = {f"means.{word}": 1.0 for word in how.split("+")} | {f"means={how}": 1.0}
            yield Candidate(Named(place, False), features | means, mention.span)
    for run in runs:
        wheres = tuple(
            Where(resolve(scene, m, count, topic), m.span, 0.85) for m in run.mentions
        )
        features = {"run": 1.0, **run.features}
        yield Candidate(Named(wheres[0].place, False, wheres), features, run.mentions[0].span)
    context = _context(counts, position, mentions)
    if any("run.before" in run.features for run in runs):
        context.append("run_before")
    home = {"home": 1.0} | {f"home.{word}": 1.0 for word in context}
    yield Candidate(Named(home_place(scene), True), home)
    if topic is not None:
        features = {"headline": 1.0, f"headline.{topic.level}": 1.0}
        features |= {f"headline.{word}": 1.0 for word in context}
        yield Candidate(Named(topic, True), features)
    yield from _told(scene, counts, position, links, chosen, context)
    nation = _nation(scene, count)
    if nation:
        place = Place(Level.NATION, "Việt Nam", regime=scene.regime)
        yield Candidate(Named(place, True), nation)


def _is_nation(mention: Mention) -> bool:
    return isinstance(mention.value, PlaceMention) and mention.value.place.level is Level.NATION


def _told(
    scene: Scene,
    counts: list[Count],
    position: int,
    links: dict[int, Link],
    chosen: dict[int, list[Where]],
    context: list[str],
) -> Iterator[Candidate[Named]]:
    """The places of the total and of the count before, and the subject of the paragraph."""
    count = counts[position]
    link = links.get(count.index)
    if link is not None and link.parent in chosen:
        parent = chosen[link.parent][0]
        features = {f"part_of.{link.by}": 1.0, f"part_of.{link.by}.{parent.place.level}": 1.0}
        yield Candidate(Named(parent.place, True), features, parent.span)
    previous = _previous(counts, position)
    if previous is not None:
        before = chosen[previous.index][0]
        features = _of_previous(count, previous, before, context)
        if previous.sentence is count.sentence:
            between = scene.words(previous.end, count.start)
            features |= {
                f"previous.{name}": 1.0 for name, found in _BETWEEN if found.search(between)
            }
            if not any(previous.end <= m.span.start < count.start for m in count.sentence.places):
                features["previous.no_place_between"] = 1.0
        yield Candidate(Named(before.place, True), features, before.span)
    told = last_named(scene, count, Level.PROVINCE)
    if told is not None:
        yield Candidate(Named(told, True), _salient(scene, count, told, "told_before", context))
    section = section_subject(scene, count)
    if section is not None:
        features = _salient(scene, count, section, "section", context)
        features[f"section.{section.level}"] = 1.0
        yield Candidate(Named(section, True), features)
    subject = _paragraph_subject(scene, count)
    if subject is not None:
        features = _salient(scene, count, subject, "paragraph_subject", context)
        features[f"paragraph_subject.{subject.level}"] = 1.0
        yield Candidate(Named(subject, True), features)


def _salient(
    scene: Scene, count: Count, place: Place, name: str, context: list[str]
) -> dict[str, float]:
    """How near a unit was told, and whether the text has another subject of its own."""
    sort = "no_home" if scene.home is None else "home"
    features = {name: 1.0, f"{name}.{sort}": 1.0}
    for back in range(7):
        index = count.sentence.index - back
        if index < 0:
            break
        sentence = scene.sentences[index]
        named = names_before(sentence, min(count.start, sentence.end))
        places = [m.value.place.name for m in named if isinstance(m.value, PlaceMention)]
        if place.name in places:
            near = min(back, 3) if sentence.paragraph == count.sentence.paragraph else "other"
            features[f"{name}.{sort}.gap={near}"] = 1.0
            break
    return features | {f"{name}.{sort}.{word}": 1.0 for word in context}


# How a count goes on from the one before: "17 sản phẩm (2 …", "8 mới, 6 công nhận lại; …".
_BETWEEN = (
    ("opens_bracket", re.compile(r"\([^)]*$")),
    ("closes_bracket", re.compile(r"^[^(]*\)")),
    ("semicolon", re.compile(r";")),
    ("comma", re.compile(r"^[^;()]*(?:,| và )[^;()]*$")),
)


def _previous(counts: list[Count], position: int) -> Count | None:
    """The count before; one in brackets speaks only for its own bracket.

    "… 1.652 sản phẩm, bằng 26% của cả nước (6.210 sản phẩm). 5 sao: 4": the nation is over.
    """
    here = counts[position]
    for count in reversed(counts[:position]):
        if not _in_bracket(count) or (count.sentence is here.sentence and _in_bracket(here)):
            return count
    return None


def _in_bracket(count: Count) -> bool:
    return count.sentence.clauses[count.clause].bracket if count.sentence.clauses else False


def _of_previous(
    count: Count, previous: Count, before: Where, context: list[str]
) -> dict[str, float]:
    if previous.sentence is count.sentence:
        name = "previous.sentence"
    elif count.sentence.index - previous.sentence.index > 1:
        name = "previous.far"
    elif previous.sentence.paragraph == count.sentence.paragraph:
        name = "previous.paragraph"
    else:
        name = "previous.line"
    words = {f"{name}.{before.place.level}.{word}": 1.0 for word in context}
    return {name: 1.0, f"{name}.{before.place.level}": 1.0, **words}


def _paragraph_subject(scene: Scene, count: Count) -> Place | None:
    """The unit that the paragraph opens with ("Bình Phước: …", "Huyện Nam Đàn …")."""
    for sentence in scene.sentences[max(0, count.sentence.index - 4) : count.sentence.index]:
        if sentence.paragraph == count.sentence.paragraph:
            named = names_before(sentence, min(sentence.end, sentence.start + 60))
            value = named[0].value if named else None
            return value.place if isinstance(value, PlaceMention) else None
    return None


_STOCK = frozenset({Kind.CUMULATIVE, Kind.IN_FORCE})


def _context(counts: list[Count], position: int, mentions: list[Mention]) -> list[str]:
    """What tells whether a count goes on with the place told before, or comes back home."""
    count = counts[position]
    words = []
    kinds = {c.value.kind for c in count.sentence.cues if isinstance(c.value, CueValue)}
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


_NATIONAL = re.compile(
    r"cả nước|toàn quốc|cấp quốc gia|bộ nông nghiệp|bộ nn|trung ương|thứ trưởng|-bnn"
)


def _nation(scene: Scene, count: Count) -> dict[str, float]:
    """Features of the nation, where it is spoken of near the count or by a text without home."""
    sentence = count.sentence
    words = scene.words(sentence.start, sentence.end)
    near = bool(_NATIONAL.search(words))
    opening = scene.words(0, 700)
    told = {
        "nation": True,
        "nation.word_in_sentence": near,
        "nation.no_home": scene.home is None,
        "nation.no_home.word_in_sentence": near and scene.home is None,
        "nation.no_home.opening": scene.home is None and bool(_NATIONAL.search(opening)),
        "nation.no_home.beside_province": scene.home is None
        and opening_named(scene, count, Level.PROVINCE) is not None,
        "nation.no_home.after_province": scene.home is None
        and last_named(scene, count, Level.PROVINCE) is not None,
        "nation.ministry_paper": "-bnn" in words,
        "nation.other_named": bool(names_before(sentence, count.start)),
        "nation.share_of": bool(_SHARE_OF.search(scene.words(sentence.start, count.start))),
        "nation.just_before": bool(_JUST_BEFORE.search(scene.words(sentence.start, count.start))),
    }
    if not near and scene.home is not None:
        return {}
    return {name: 1.0 for name, holds in told.items() if holds}


_SHARE_OF = re.compile(r"(?:%|phần trăm|tỷ lệ|bằng|chiếm)[^.;]{0,40}(?:cả nước|toàn quốc) ?\($")
_JUST_BEFORE = re.compile(r"(?:cả nước|toàn quốc)[^.;]{0,12}$")


def _features(
    scene: Scene, counts: list[Count], position: int, mention: Mention, topic: Place | None
) -> dict[str, float]:
    count = counts[position]
    sentence = count.sentence
    value = mention.value
    assert isinstance(value, PlaceMention)
    features = {f"level.{value.place.level}": 1.0, f"role.{value.role.value}": 1.0}
    features |= dict.fromkeys(_governed(scene, count, mention, topic), 1.0)
    same = [c for c in counts if c.sentence is sentence and c is not count]
    clause = sentence.clause_at(mention.span.start)
    if value.plural:
        features["plural"] = 1.0
    if sentence.clauses and sentence.clauses[clause].bracket and clause != count.clause:
        features["bracket"] = 1.0
    if mention.span.start >= count.start:
        return features | _after(scene, count, same, mention, clause)
    return features | _before(scene, count, same, mention, clause)


# What a district does with its province, and the province for it: "đăng ký với tỉnh 06 sản
# phẩm", "đề nghị tỉnh xét", "chỉ tiêu tỉnh giao huyện".
_ASKED = re.compile(r"(?:với|đề nghị|trình|được|do|gửi|lên|chỉ tiêu|kế hoạch) (?:ubnd |hội đồng )?$")
_GIVES = re.compile(r" (?:giao|xét|công nhận|phân bổ|chấm|ký|xếp|đánh giá|duyệt)(?!\w)")
_LED = re.compile(
    r"(?<!\w)(cho|với|về|vào|của|ở|tại|từ|do|là|như|gồm|sau|hơn|còn|riêng|đến|nhập|phía|vùng|bên|"
    r"trên địa bàn|cùng) (?:toàn )?$"
)


def _governed(scene: Scene, count: Count, mention: Mention, topic: Place | None) -> Iterator[str]:
    """The words that a place hangs on, and whether a lower unit deals with it."""
    sentence = count.sentence
    before = scene.words(max(sentence.start, mention.span.start - 30), mention.span.start)
    led = _LED.search(before)
    if led:
        yield f"led={led[1]}"
    value = mention.value
    assert isinstance(value, PlaceMention)
    if value.place.level is not Level.PROVINCE:
        return
    asked = bool(_ASKED.search(before))
    gives = bool(_GIVES.match(scene.words(mention.span.end, mention.span.end + 16)))
    lower = topic is not None and topic.level in LOWER
    beside = any(
        isinstance(m.value, PlaceMention) and m.value.place.level in LOWER
        for m in usable(sentence)
        if m.span.start < count.start
    )
    for name, holds in (("asked", asked), ("gives", gives), ("plain", not (asked or gives))):
        if holds:
            yield f"upper.{name}"
            if lower:
                yield f"upper.{name}.above_topic"
            if beside:
                yield f"upper.{name}.lower_beside"


def _after(
    scene: Scene, count: Count, same: list[Count], mention: Mention, clause: int
) -> dict[str, float]:
    features = {"after": 1.0}
    between = scene.words(count.end, mention.span.start)
    if any(count.end <= c.start < mention.span.start for c in same):
        features["after.crosses_count"] = 1.0
    elif LINK_AFTER.fullmatch(between):
        features["after.linked"] = 1.0
    if clause == count.clause:
        features["after.same_clause"] = 1.0
    if _in_run(scene, count.sentence, mention):
        features["after.in_run"] = 1.0
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
    if _is_owned(scene, same, mention):
        features["before.owned"] = 1.0
    if _in_run(scene, count.sentence, mention):
        features["before.in_run"] = 1.0
    others = [m for m in usable(count.sentence) if mention.span.end <= m.span.start < count.start]
    if not others:
        features["before.nearest"] = 1.0
        if "before.crosses_count" in features:
            features["before.nearest.crosses_count"] = 1.0
    elif any(_level(m) is _level(mention) for m in others):
        features["before.superseded"] = 1.0
    if mention.span.start - count.sentence.start <= 25:
        features["before.opens"] = 1.0
    return features


def _level(mention: Mention) -> Level | None:
    return mention.value.place.level if isinstance(mention.value, PlaceMention) else None


def _is_owned(scene: Scene, same: list[Count], mention: Mention) -> bool:
    """Whether the unit is that of an earlier count: "7 sản phẩm của A, 10 sản phẩm …"."""
    earlier = [c for c in same if c.end <= mention.span.start]
    if not earlier:
        return False
    return bool(LINK_AFTER.fullmatch(scene.words(earlier[-1].end, mention.span.start)))


def _in_run(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the unit stands in a list of units."""
    for other in usable(sentence):
        first, second = sorted((other.span, mention.span), key=lambda s: s.start)
        if first is second or second.start - first.end > 24:
            continue
        between = scene.words(first.end, second.start)
        if between.strip() and RUN.fullmatch(between):
            return True
    return False
