"""The class of stars that a cell or a head gives."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_RANK = (
    r"(?:(?:một|hai|ba|bốn|năm) ?\(0?[1-5]\)|0?[1-5] ?\((?:một|hai|ba|bốn|năm)\)|0?[1-5]|"
    r"một|hai|ba|bốn|năm)"
)
_SAID = re.compile(
    rf"(?<![\w.,])(?:(?P<low>{_RANK})(?: ?sao| ?\*)? ?(?:-|đến|,|và|hoặc|/) ?(?:hạng )?)?"
    rf"(?P<rank>{_RANK}) ?(?:sao|\*(?!\*))(?!\w)(?P<more> trở (?:lên|xuống))?"
)
_MOVED = re.compile(
    rf"(?:từ )?(?:hạng )?(?P<low>{_RANK})(?: ?sao| ?\*)? ?(?:lên|sang|thành|->|→|=>|➜) ?(?:hạng )?"
    rf"(?P<rank>{_RANK}) ?(?:sao|\*)?(?!\w)"
)
_DRAWN = re.compile(r"(?<!\w)(?P<drawn>(?:[*★⭐✭✮] ?){1,6})(?!\w)")
_RANKED = re.compile(rf"(?<!\w)(?:xếp |phân |đạt )?hạng:? (?P<rank>{_RANK})(?! ?[-/\w])")
_ALONE = re.compile(r"(?:đạt |hạng )*\(?0?(?P<rank>\d)\)?(?: ?sao| ?\*)?")
_POTENTIAL = re.compile(
    r"tiềm năng|(?:đề nghị|đề xuất|trình)[^.;]{0,40}(?:trung ương|bộ |cấp quốc gia|quốc gia)|"
    r"cấp tỉnh"
)
_FAILED = re.compile(r"(?:không|chưa) (?:đạt|được|đủ|xếp|công nhận)|bị loại|không phân hạng")


@dataclass(frozen=True, slots=True)
class ClassTold:
    """A class (1-5): ``before`` is the one that an upgrade leaves, ``failed`` says none given."""

    stars: int | None = None
    potential: bool = False
    before: int | None = None
    failed: bool = False
    outside: bool = False


NONE_TOLD = ClassTold()


def class_of_cell(folded: str) -> ClassTold:
    """The class that a cell of a column of stars tells.

    >>> class_of_cell("bốn sao").stars, class_of_cell("****").stars, class_of_cell("4").stars
    (4, 4, 4)
    >>> class_of_cell("03 (ba) sao").stars, class_of_cell("xếp hạng: 3").stars
    (3, 3)
    >>> class_of_cell("tiềm năng 5 sao").potential
    True
    """
    if _FAILED.search(folded):
        return ClassTold(failed=True)
    alone = _ALONE.fullmatch(folded.strip())
    if alone:
        rank = int(alone["rank"])
        known = 1 <= rank <= 5
        return ClassTold(rank if known else None, outside=not known)
    told = class_of_words(folded)
    if told.stars is None and not told.outside:
        word = _WORDS.get(folded.removeprefix("hạng ").strip())
        return ClassTold(word) if word else told
    return told


def class_of_words(folded: str) -> ClassTold:
    """The one class that words tell; several classes, or a class and more, tell none.

    >>> class_of_words("sản phẩm nâng hạng từ 3 sao lên 4 sao")
    ClassTold(stars=4, potential=False, before=3, failed=False, outside=False)
    >>> class_of_words("danh sách sản phẩm đạt từ 3 sao trở lên").stars
    """
    potential = bool(_POTENTIAL.search(folded))
    moved = _MOVED.search(folded)
    if moved:
        low, high = _rank(moved["low"]), _rank(moved["rank"])
        if low < high:
            return ClassTold(high, potential and high == 5, before=low)
    said = list(_SAID.finditer(folded))
    if any(match["low"] or match["more"] for match in said):
        return NONE_TOLD
    ranks = {_rank(match["rank"]) for match in said}
    if not ranks:
        ranks = {_rank(match["rank"]) for match in _RANKED.finditer(folded)}
    drawn = {sum(not c.isspace() for c in match["drawn"]) for match in _DRAWN.finditer(folded)}
    if not ranks and len(drawn) == 1:
        ranks = drawn
    if len(ranks) != 1:
        return NONE_TOLD
    rank = next(iter(ranks))
    if rank > 5:
        return ClassTold(outside=True)
    return ClassTold(rank, potential and rank == 5)


def names_class(folded: str) -> bool:
    """Whether words name any class, one or several."""
    return any(p.search(folded) for p in (_SAID, _RANKED)) or bool(
        re.search(r"(?<!\w)[*★]{2,5}(?!\w)", folded)
    )


def is_marked(folded: str) -> bool:
    """Whether a cell in the column of a class is marked: "x", "✓", "1", the class itself."""
    mark = folded.strip(" .()")
    return bool(mark) and mark not in {"-", "0", "không", "o", "–"} and len(mark) <= 12


def _rank(printed: str) -> int:
    word = printed.split("(")[0].strip()
    return _WORDS.get(word) or int(word)


BANDS = {5: (90.0, 100.0), 4: (70.0, 90.0), 3: (50.0, 70.0), 2: (30.0, 50.0), 1: (0.0, 30.0)}
"""Points of each class: from the first to below the second (1048 and 148/QĐ-TTg)."""
BANDS_SINCE = "2019-08-21"
"""Before Quyết định 1048/QĐ-TTg provinces had rules of their own."""


def class_of_score(score: float) -> int:
    """The class whose band holds a score; 1048 writes 70-89, and 89,5 was never 5."""
    return next(rank for rank, (low, _) in BANDS.items() if score >= low)


_SCORE = re.compile(
    r"(?:đạt |tổng |điểm |: ?)*(?P<score>\d{1,4}(?:[.,]\d{1,4})?)(?: ?/ ?100)?(?: ?(?:điểm|đ))?\.?"
)
_WITH_UNIT = re.compile(r"(?<![\d.,])(?P<score>\d{1,3}(?:[.,]\d{1,2})?)(?: ?/ ?100)? ?điểm")
_AFTER_UNIT = re.compile(
    r"điểm(?: số| đạt| là|:){0,2} ?(?P<score>\d{1,3}(?:[.,]\d{1,2})?)(?![\d.,]*\d)(?! ?(?:sao|%))"
)


def score_of(folded: str, *, alone: bool = True) -> float | None:
    """The points of a cell; ``alone`` where the whole cell has to be the score.

    >>> score_of("86,5/100"), score_of("86.50"), score_of("86,5 điểm"), score_of("4 sao")
    (86.5, 86.5, 86.5, None)
    >>> score_of("đạt 3 sao, số điểm 67,3", alone=False)
    67.3
    """
    if alone:
        match = _SCORE.fullmatch(folded.strip())
    else:
        match = _WITH_UNIT.search(folded) or _AFTER_UNIT.search(folded)
    return float(match["score"].replace(",", ".")) if match else None
