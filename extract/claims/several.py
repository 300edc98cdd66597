"""Several places at once: "A, B mỗi huyện 9", "A và B lần lượt 4 và 3", "A, B chưa có"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.claims.counts import Count
from extract.claims.place_meaning import names_before
from extract.claims.scene import Scene
from extract.claims.sentence import Sentence, is_named
from extract.mentions.place_mention import PlaceMention
from extract.model import Mention

RUN = re.compile(
    r"[ ]?(?:,|;|và|cùng|với|cùng với|hay|rồi|-)?[ ]?(?:và |cùng )?(?:(?:các )?(?:huyện|thị xã|tx|"
    r"tp|thành phố|quận|xã|phường|"
    r"thị trấn|tỉnh)\.?[ ]?|(?:các|hai|ba|bốn) )?"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Places in an unbroken list that a count may be told of, each for itself.

    ``features`` say what speaks for that; without it the list has the count together.
    """

    mentions: tuple[Mention, ...]
    features: dict[str, float]


def runs_of(scene: Scene, counts: list[Count], count: Count) -> Iterator[Run]:
    """The lists of places before and behind a count."""
    named = [m for m in count.sentence.units if _is_named(m)]
    before = [m for m in named if m.span.end <= count.start]
    run = _run(scene, list(reversed(before)))
    if len(run) > 1:
        yield Run(tuple(reversed(run)), _of_before(scene, counts, count, run))
    after = [m for m in named if m.span.start >= count.end]
    run = _run(scene, after)
    if len(run) > 1:
        yield Run(tuple(run), _of_after(scene, counts, count, run[0]))


def _is_named(mention: Mention) -> bool:
    return isinstance(mention.value, PlaceMention) and is_named(mention.value.place)


def _run(scene: Scene, mentions: list[Mention]) -> list[Mention]:
    """The unbroken list that begins with the first mention, of one level; in either order."""
    run = mentions[:1]
    for mention in mentions[1:]:
        first, second = sorted((run[-1].span, mention.span), key=lambda s: s.start)
        between = scene.words(first.end, second.start)
        if not between.strip() or not RUN.fullmatch(between):
            break
        run.append(mention)
    levels = [m.value.place.level for m in run if isinstance(m.value, PlaceMention)]
    return [m for m, level in zip(run, levels, strict=True) if level is levels[0]]


_EACH = re.compile(r"(?<!\w)(?:mỗi|đều|cùng|cũng|từng|cả hai|cả ba|bằng nhau|đồng hạng)(?!\w)")
_EACH_OF = re.compile(r"(?<!\w)mỗi (?:huyện|xã|phường|thị trấn|tỉnh|đơn vị)(?!\w)")
_PER_UNIT = re.compile(r" ?(?:/ ?|mỗi )(?:xã|huyện|đơn vị|phường|nơi|địa phương|tỉnh)")
_HEAD = re.compile(
    r"(?:(?:đơn vị|địa phương|nơi|huyện|xã|phường|tỉnh)(?: khác| còn lại)?[^.;\d]{0,30}|mỗi [^.;\d]"
    r"{0,20})$"
)
_OPENS = re.compile(r"[^.;\d]{0,40}(?:là|gồm|như|:|\(|ở|cho|tại)[ :]*(?:các |hai |ba |bốn )?")


def _of_before(
    scene: Scene, counts: list[Count], count: Count, run: list[Mention]
) -> dict[str, float]:
    last, first = run[0], run[-1]
    led = scene.words(max(count.sentence.start, first.span.start - 8), first.span.start + 8)
    between = scene.words(last.span.end, count.start)
    own = scene.words(count.start, count.end + 14)
    told = {
        "run.before": True,
        "run.each": bool(_EACH.search(between) or _EACH.match(own) or _EACH_OF.search(led)),
        "run.per_unit": bool(_PER_UNIT.match(scene.words(count.number.end, count.end + 14)))
        or bool(_PER_UNIT.match(scene.words(count.end, count.end + 14))),
        "run.zero": _is_zero(count),
        "run.adjacent": not between.strip(" :("),
        "run.adjacent.in_list": not between.strip(" :(")
        and any(_follows_one(c) for c in counts if c.sentence is count.sentence and c is not count),
        "run.crosses_count": _crosses(counts, count, last.span.end, count.start),
        "run.each.crosses_count": bool(_EACH.search(between))
        and _crosses(counts, count, last.span.end, count.start),
    }
    return {name: 1.0 for name, holds in told.items() if holds}


def _of_after(scene: Scene, counts: list[Count], count: Count, first: Mention) -> dict[str, float]:
    between = scene.words(count.end, first.span.start)
    left = scene.words(max(count.sentence.start, count.start - 60), count.start)
    told = {
        "run.after": True,
        "run.after.each": bool(_EACH.search(left) or _PER_UNIT.match(between)),
        "run.after.headed": bool(_HEAD.search(left)) and bool(_OPENS.fullmatch(between)),
        "run.after.zero": _is_zero(count) or count.number.value == 0,
        "run.after.crosses_count": _crosses(counts, count, count.end, first.span.start),
    }
    return {name: 1.0 for name, holds in told.items() if holds}


def _follows_one(count: Count) -> bool:
    """Whether a count stands right behind a unit, as in "Chợ Gạo 13, Cái Bè 12, A cùng B 8"."""
    return any(0 <= count.start - m.span.end <= 2 for m in count.sentence.units)


def _is_zero(count: Count) -> bool:
    return count.number.value == 0 and count.number.in_words


def _crosses(counts: list[Count], count: Count, start: int, end: int) -> bool:
    return any(c.sentence is count.sentence and start <= c.start < end for c in counts)


# ── in turn ──────────────────────────────────────────────────────────────────────────

_TURN = re.compile(r"lần lượt|tương ứng|theo thứ tự")
_BEFORE_TURN = re.compile(r"[^.;:\d]{0,40}")


def in_turn(scene: Scene, counts: list[Count], count: Count) -> Mention | None:
    """The place that "lần lượt" gives to this count, if lists of one length meet.

    "A, B dẫn đầu, lần lượt 58 và 29 sản phẩm", and also "A, B: 58 và 29 sản phẩm" turned
    round: "58 và 29 sản phẩm lần lượt thuộc về A, B".
    """
    sentence = count.sentence
    for match in _TURN.finditer(scene.folded, sentence.start, sentence.end):
        before = names_before(sentence, match.start())
        if before and _BEFORE_TURN.fullmatch(scene.words(before[-1].span.end, match.start())):
            run = list(reversed(_run(scene, list(reversed(before)))))
            row = _row_after(scene, counts, sentence, match.start())
            if len(run) == len(row) > 1 and count in row:
                return run[row.index(count)]
    return None


_COMMA = re.compile(r" ?(?:,|và|, và|;) ?")


def _row_after(scene: Scene, counts: list[Count], sentence: Sentence, at: int) -> list[Count]:
    """Counts in a row after an offset, with only commas and "và" between them."""
    row: list[Count] = []
    for count in counts:
        if count.sentence is not sentence or count.start < at:
            continue
        if row and not _COMMA.fullmatch(scene.words(row[-1].end, count.start)):
            break
        row.append(count)
    return row
