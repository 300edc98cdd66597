"""The same name on the old map and on the new one: which of the two a count is told for.

Since 2025-07-01 "Lâm Đồng" is one of 34 provinces; a text of that time may still give the
number of the former one ("Phân theo tỉnh cũ: Lâm Đồng 527, Bình Thuận 186"), and a text
from before may tell what the new one will have. The map of the day of writing is only the
rule; every province of both maps is a candidate in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.claims.counts import Count
from extract.claims.place_meaning import Where
from extract.claims.scene import Scene
from extract.claims.sentence import Sentence
from extract.mentions.dates import DateValue
from extract.mentions.place_mention import PlaceMention
from extract.model import Level, Place
from extract.places.gazetteer import gazetteer
from extract.places.units import NEW_MAP, OLD_MAP, regime_on

_MERGER = r"(?:sáp nhập|hợp nhất|sắp xếp|nhập|về (?:chung )?một nhà|gộp)"
_OLD = re.compile(
    r"(?<!\w)(?:cũ|trước đây|trước kia|từng là|bàn giao|mang (?:theo|về|sang)|"
    rf"trước (?:khi |ngày )?{_MERGER}|trước (?:ngày )?0?1[-/.]0?7|khi chưa {_MERGER}|trước khi|"
    rf"lúc {_MERGER}|(?:hai|ba) (?:bên|tỉnh))(?!\w)"
)
_NEW = re.compile(
    rf"(?<!\w)(?:(?:tỉnh|thành phố) mới|sau (?:khi |ngày )?{_MERGER}|từ (?:ngày )?0?1[-/.]0?7|"
    r"sau (?:ngày )?0?1[-/.]0?7|gộp lại|cộng lại|cộng dồn|tổng (?:số|cộng)|nay|hiện|bây giờ)(?!\w)"
)
_OF_MERGER = re.compile(rf"(?<!\w)(?:cũ|{_MERGER})(?!\w)")


def other_map(place: Place) -> Place | None:
    """The province of the same name on the other map."""
    if place.level is not Level.PROVINCE or place.code is None or place.name is None:
        return None
    unit = gazetteer().province(place.name, OLD_MAP if place.regime == NEW_MAP else NEW_MAP)
    return unit.place(place.printed) if unit is not None and unit.name == place.name else None


def speaks_of_merger(scene: Scene) -> bool:
    """Whether the text speaks of the merger at all, or of provinces of both maps."""
    return bool(_OF_MERGER.search(scene.folded)) or any(
        is_former(scene, m.value.place) for m in scene.mentions if isinstance(m.value, PlaceMention)
    )


def is_former(scene: Scene, place: Place) -> bool:
    """Whether a province is of the old map, in a text of the new one."""
    return place.level is Level.PROVINCE and place.regime == OLD_MAP != scene.regime


_SUMS_UP = re.compile(
    r"(?<!\w)(?:cộng|gộp|tổng|cả (?:hai|ba)|toàn tỉnh|toàn thành phố|đến nay|hiện|bây giờ|"
    r"còn hiệu lực|tỉnh mới|thành phố mới|sau|nay|như vậy|chung)(?!\w)"
)


def of_former_before(
    scene: Scene, counts: Sequence[Count], position: int, chosen: Mapping[int, Sequence[Where]]
) -> Iterator[str]:
    """What follows numbers of former provinces: one more of them, or what they make together.

    "Tỉnh X cũ 389, tỉnh Y cũ 141. Gộp lại 530 sản phẩm": the last is the new province's.

    Args:
        scene: The document.
        counts: Its counts.
        position: Which of them.
        chosen: The places of the counts before, by index.
    """
    before = counts[max(0, position - 3) : position]
    former = [c for c in before if c.index in chosen and is_former(scene, chosen[c.index][0].place)]
    if not former or former[-1] is not before[-1]:
        return
    yield "former_before"
    count = counts[position]
    start = max(former[-1].end, count.sentence.start)
    if _SUMS_UP.search(scene.words(start, count.start)):
        yield "former_before.sums_up"
    if any(regime_on(day) == NEW_MAP for day in _days(count.sentence, start, count.start)):
        yield "former_before.dated_since"
    values = [c.number.value for c in former]
    if count.number.value and any(
        sum(values[i:]) == count.number.value for i in range(len(values) - 1)
    ):
        yield "former_before.their_sum"


def of_twin(
    scene: Scene,
    counts: Sequence[Count],
    count: Count,
    place: Place,
    told: Mapping[str, Place],
) -> dict[str, float]:
    """Features of a province as that of the other map than the text's own.

    Args:
        scene: The document.
        counts: The counts of the document.
        count: The count.
        place: The province on the map that is not in force.
        told: The places of the counts around: ``previous`` and ``part_of``.
    """
    era = "old" if place.regime == OLD_MAP else "new"
    sentence = count.sentence
    whole = scene.words(sentence.start, sentence.end)
    near = scene.words(max(sentence.start, count.start - 60), min(sentence.end, count.end + 40))
    signs = {
        "": True,
        "said": bool(_OLD.search(whole)) if era == "old" else bool(_NEW.search(whole)),
        "said_near": bool(_OLD.search(near)) if era == "old" else bool(_NEW.search(near)),
        "against_near": bool(_NEW.search(near)) if era == "old" else bool(_OLD.search(near)),
        "dated": _is_dated(sentence, place.regime),
        "beside": _names_former(sentence),
        "in_row": _in_row_of_former(counts, count),
        **{f"{name}": other.regime == place.regime for name, other in told.items()},
        **{f"{name}.not": other.regime != place.regime for name, other in told.items()},
    }
    return {f"era.{era}.{name}".rstrip("."): 1.0 for name, holds in signs.items() if holds}


def _is_dated(sentence: Sentence, regime: int) -> bool:
    """Whether the sentence tells a day or month when that map was in force."""
    days = _days(sentence, sentence.start, sentence.end)
    return any(regime_on(day) == regime for day in days)


def _days(sentence: Sentence, start: int, end: int) -> Iterator[str]:
    for mention in sentence.dates:
        if isinstance(mention.value, DateValue) and start <= mention.span.start < end:
            told = mention.value.as_of
            if told is not None and len(told) > 4:
                yield told


def _in_row_of_former(counts: Sequence[Count], count: Count) -> bool:
    """Whether a number beside is that of a former province: "Phú Yên có 285, Đắk Lắk 298"."""
    return any(
        m.value.place.regime == OLD_MAP and 0 <= other.start - m.span.end <= 14
        for other in counts
        if other.sentence is count.sentence and other is not count
        for m in count.sentence.units
        if isinstance(m.value, PlaceMention) and m.value.place.level is Level.PROVINCE
    )


def _names_former(sentence: Sentence) -> bool:
    """Whether a province of the old map is named beside."""
    return any(
        m.value.place.level is Level.PROVINCE and m.value.place.regime == OLD_MAP
        for m in sentence.units
        if isinstance(m.value, PlaceMention)
    )
