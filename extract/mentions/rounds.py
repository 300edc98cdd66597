"""Assessment rounds: ``đợt 1``, ``đợt II``, ``đợt 1,2``, ``lần 2 năm 2020``, ``đợt bổ sung``.

The value is the number of the round, a tuple of numbers when several are told at once, or
an empty tuple for a supplementary round, which has none.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extract.mentions.dates.words import NOT_COUNTED
from extract.mentions.rule import Rule
from extract.mentions.table import Table
from extract.model import Label, Mention

Match = re.Match[str]
Round = int | tuple[int, ...]

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_WORDS = {"một": 1, "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "đầu tiên": 1, "đầu": 1}
# Provinces hold one to six rounds a year; more than twelve is another number.
_MOST = 12
_NUMBER = r"(?:\d{1,2}|iv|i{1,3}|vi?)(?!\w)"


def _number(printed: str) -> int:
    return _ROMAN.get(printed) or _WORDS.get(printed) or int(printed)


def _one(match: Match) -> int | None:
    number = _number(match["round"])
    if not 1 <= number <= _MOST or _is_day(match):
        return None
    return number


_MONTH_AFTER = re.compile(r" ?[/.] ?\d{1,2}(?!\d)")


def _is_day(match: Match) -> bool:
    """Whether "đợt 15/6" names a day and no round with its year."""
    return bool(_MONTH_AFTER.match(match.string[match.end() : match.end() + 5]))


def _several(match: Match) -> tuple[int, ...] | None:
    numbers = tuple(_number(part) for part in re.findall(_NUMBER, match["rounds"]))
    rising = all(a < b for a, b in pairwise(numbers))
    if not rising or numbers[-1] > _MOST or NOT_COUNTED.match(match.string, match.end()):
        return None
    return numbers


RULES: tuple[Rule[Round], ...] = (
    Rule(
        "round.one",
        re.compile(
            rf"đợt (?:thứ )?(?P<round>{_NUMBER}|một|nhất|hai|ba|tư|bốn|đầu(?: tiên)?(?!\w))"
        ),
        _one,
        "A batch by its number, in digits, Roman digits or words.",
        (
            ("đợt 1, năm 2022", 1),
            ("đợt II năm 2021", 2),
            ("năm 2024 (đợt 3)", 3),
            ("đợt 02 năm 2022", 2),
            ("đợt 2/2020", 2),
            ("đợt 1-2025", 1),
            ("đợt thứ hai", 2),
            ("đợt đầu tiên", 1),
        ),
        ("đợt này", "2 đợt đánh giá", "đợt 15/6", "đợt vừa qua", "đợt năm 2022", "đợt 2020"),
        ("đợt ",),
    ),
    Rule(
        "round.several",
        re.compile(
            rf"đợt (?P<rounds>{_NUMBER}(?> ?(?:,|và|-|&) ?(?:đợt )?{_NUMBER}){{1,3}})(?!/?\d)"
        ),
        _several,
        "Batches told together.",
        (
            ("đợt 1,2 năm 2022", (1, 2)),
            ("đợt 1 và đợt 2", (1, 2)),
            ("đợt I, II năm 2023", (1, 2)),
        ),
        ("đợt 2, 1", "đợt 1, 2 sản phẩm", "đợt 1-2025", "đợt 1, 12/6"),
        ("đợt ",),
    ),
    Rule(
        "round.time",
        re.compile(
            rf"(?<!lại )lần (?:thứ )?(?P<round>{_NUMBER}|nhất|một|hai|ba|tư|bốn)(?!\w)"
            r"(?=,? ?(?:/ ?|- ?|trong |của )?(?:năm )?20[1-4]\d)"
        ),
        _one,
        "'lần 2 năm 2020' is a batch; 'công nhận lại lần hai' counts renewals.",
        (("lần 1 năm 2026", 1), ("lần thứ 2 năm 2020", 2)),
        ("công nhận lại lần hai", "lần 2", "lần đầu năm 2020", "tăng 2 lần"),
        ("lần ",),
    ),
    Rule(
        "round.supplement",
        re.compile(r"đợt (?:đánh giá )?bổ sung(?!\w)"),
        lambda _: (),
        "A supplementary batch, without a number.",
        (("(đợt bổ sung)", ()),),
        ("hồ sơ bổ sung",),
        ("bổ sung",),
    ),
)
_TABLE = Table(RULES)


def find_rounds(text: str, folded: str) -> tuple[Mention, ...]:
    """Every assessment round, left to right; values are an int or a tuple of ints.

    Args:
        text: NFC text; spans are cut from it.
        folded: ``fold(text)``.
    """
    return tuple(_TABLE.find(text, folded, Label.ROUND))
