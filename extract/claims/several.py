"""Several places at once: "A, B mỗi huyện 9", "A và B lần lượt 4 và 3", "A, B chưa có"."""

from __future__ import annotations

import re

from extract.claims.counts import Count
from extract.claims.place_meaning import Where, names_before, resolve
from extract.claims.scene import Scene, Sentence
from extract.model import Mention, Place

_EACH = re.compile(r"(?<!\w)(?:mỗi|đều|cùng|cũng|từng|cả hai|cả ba)(?!\w)")
RUN = re.compile(
    r"[ ]?(?:,|;|và|cùng|với|cùng với|hay)?[ ]?(?:và |cùng )?(?:(?:các )?(?:huyện|thị xã|tx|tp|"
    r"thành phố|quận|xã|phường|"
    r"thị trấn|tỉnh)\.?[ ]?)?"
)


def several(scene: Scene, counts: list[Count], position: int, topic: Place | None) -> list[Where]:
    """Places of "A, B mỗi huyện 9", "A và B lần lượt 4 và 3", "A, B chưa có sản phẩm"."""
    count = counts[position]
    before = names_before(count.sentence, count.start)
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
        if not RUN.fullmatch(between) or not between.strip():
            break
        run.insert(0, mention)
    level = run[-1].value.place.level  # type: ignore[attr-defined]
    return [m for m in run if m.value.place.level is level]  # type: ignore[attr-defined]


_BEFORE_TURN = re.compile(
    r"(?:[ ,;]{0,2}(?:hiện|đã|cùng|thì|có|đạt|là|với|được|cũng|đóng góp|góp))*[ ,;]{0,2}"
)


def _in_turn(scene: Scene, counts: list[Count], position: int) -> Mention | None:
    """The place that "lần lượt" gives to this count, if lists of one length meet."""
    count = counts[position]
    sentence = count.sentence
    words = scene.words(sentence.start, sentence.end)
    for match in re.finditer(r"lần lượt|tương ứng", words):
        at = sentence.start + match.start()
        before = names_before(sentence, at)
        if not before or not _BEFORE_TURN.fullmatch(scene.words(before[-1].span.end, at)):
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
