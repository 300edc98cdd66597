"""Places that a count takes from elsewhere: its total, the count before, the topic, the nation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.claims.choice import Candidate
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.place_meaning import (
    Where,
    last_named,
    names_before,
    opening_named,
    section_subject,
)
from extract.claims.scene import Scene
from extract.mentions.place_mention import PlaceMention
from extract.model import Level, Place


class Named(NamedTuple):
    """The value of a choice of place: the unit, or the first of several told each."""

    place: Place
    inherited: bool
    run: tuple[Where, ...] = ()


def told_places(
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


_NATIONAL = re.compile(
    r"cả nước|toàn quốc|cấp quốc gia|bộ nông nghiệp|bộ nn|trung ương|thứ trưởng|-bnn"
)


def of_nation(scene: Scene, count: Count) -> dict[str, float]:
    """Features of the nation, where it is spoken of near the count or by a text without home."""
    sentence = count.sentence
    words = scene.words(sentence.start, sentence.end)
    near = scene.once(("nation", sentence.index), lambda: bool(_NATIONAL.search(words)))
    if not near and scene.home is not None:
        return {}
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
    return {name: 1.0 for name, holds in told.items() if holds}


_SHARE_OF = re.compile(r"(?:%|phần trăm|tỷ lệ|bằng|chiếm)[^.;]{0,40}(?:cả nước|toàn quốc) ?\($")

_JUST_BEFORE = re.compile(r"(?:cả nước|toàn quốc)[^.;]{0,12}$")
