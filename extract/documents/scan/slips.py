"""Slips of the recogniser in the numbers of papers and in the words of a signature.

Only what the form of an official paper proves is mended (Nghị định 30/2020/NĐ-CP, Appendix I
and III): ``QD`` between a slash and ``-UBND`` can only be ``QĐ``, and before that slash only
digits stand. Every mended word is told, with what was read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extract.documents.scan.words import Word
from extract.model import Issue

_BODY = r"(?:UBND|TTg|TTq|BNN|BNNMT|HĐND|BCĐ)"

_PROVINCE = ("TÍNH", "TĨNH", "TỊNH", "TÌNH")


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: what the recogniser writes, what it must be, and examples that prove both."""

    pattern: re.Pattern[str]
    right: str | Callable[[re.Match[str]], str]
    examples: tuple[tuple[str, str], ...]
    left_alone: tuple[str, ...] = ()


def _as_digits(found: re.Match[str]) -> str:
    return found.group().translate(str.maketrans("OoQlI|", "000111"))


SLIPS = (
    Slip(
        re.compile(rf"(?<=/)(?:QD|QÐ|Q0|QB|OĐ|0Đ)(?=-{_BODY}\b)"),
        "QĐ",
        (("303/QD-UBND", "303/QĐ-UBND"), ("490/QÐ-TTg", "490/QĐ-TTg")),
        ("QD-UBND", "303/KH-UBND", "A/QD-X"),
    ),
    Slip(
        re.compile(r"(?<=-TT)q\b"),
        "g",
        (("1048/QĐ-TTq", "1048/QĐ-TTg"),),
        ("TTq", "QĐ-TTg"),
    ),
    Slip(
        re.compile(r"(?<![^\W_])(?=[OoQlI|]*\d)[\dOoQlI|]{1,5}(?=/QĐ-)(?<=[^\W_])"),
        _as_digits,
        (("3O3/QĐ-UBND", "303/QĐ-UBND"), ("l48/QĐ-TTg", "148/QĐ-TTg")),
        ("II/QĐ-UBND", "2021/NQ-HĐND", "303/QĐ-UBND"),
    ),
    Slip(
        re.compile(r"\bK[ĨĩÌìÍíIŢ](?=\.$)"),
        "KT",
        (("Kĩ.", "KT."),),
        ("Kì", "KT.", "Kì.2"),
    ),
)
"""In the order in which they are mended: digits before the slash once its code is known."""


def mend(words: Sequence[Word], page: int) -> tuple[tuple[Word, ...], tuple[Issue, ...]]:
    """The words with their slips mended, and one issue that tells what was read."""
    mended: list[Word] = []
    told: list[str] = []
    for word in words:
        text = "TỈNH" if _heads_unit(word, words) else right_form(word.text)
        if text != word.text:
            told.append(f'"{word.text}" as "{text}"')
        mended.append(replace(word, text=text))
    if not told:
        return tuple(mended), ()
    issue = Issue(
        "ocr_mended",
        f"The form of official papers tells to read {', '.join(told)}.",
        f"page {page}",
        "Compare them with the picture of the page.",
    )
    return tuple(mended), (issue,)


def _heads_unit(word: Word, words: Sequence[Word]) -> bool:
    """Whether a misread TỈNH follows "NHÂN DÂN" in a letterhead, beside or below it."""
    if word.text not in _PROVINCE:
        return False
    left, top, right, bottom = word.box
    height = bottom - top
    for other in words:
        if other.text == "DÂN":
            below = 0 <= top - other.box[3] < 1.5 * height
            near = other.box[0] - 15 * height < left and right < other.box[2] + 5 * height
            beside = other.line == word.line and 0 <= left - other.box[2] < height
            if beside or (below and near):
                return True
    return False


def right_form(text: str) -> str:
    """A word as the form of official papers has it."""
    for slip in SLIPS:
        text = slip.pattern.sub(slip.right, text)
    return text
