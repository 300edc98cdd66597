"""Words whose letters stand apart ("sả n phẩ m", "ĐIỀ U KHO ẢN"): joined where that is sure.

Software that sets accented letters in another font leaves gaps before and behind them, and
what reads the page takes the gaps for blanks. A syllable is joined again if its parts make a
possible one and at least one part is none. Between ways to join, the one wins that leaves
fewest letters over and makes the more frequent syllables.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from extract.text.syllables import syllables

_FREQUENT = Path(__file__).with_name("frequent_syllables.txt")
_LONGEST = 7
"""Letters of a syllable: nghiêng."""
_SPOILT_FROM = 3
"""Joins that are sure, from which on a text is known to be cut up."""

_CHAIN = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?: [^\W\d_]++)++")
_TOUCHES = re.compile(r"[\w/@&+'’.-]")
_NUMBER_BEFORE = re.compile(r"\d ?\Z")
_UNITS = frozenset(["m", "g", "l", "h", "kg", "km", "cm", "ha", "t", "tr", "đ", "k", "v", "x"])
_LISTED = frozenset(
    (
        *("bảng", "biểu", "bộ", "câu", "chữ", "cột", "điểm", "đội", "đợt", "hạng", "hình", "hộ"),
        *("khoản", "khu", "kỳ", "lô", "loại", "lớp", "mục", "nhà", "nhóm", "phần", "số", "thửa"),
        *("thứ", "tiết", "tổ", "tờ", "vụ", "ý"),
    )
)
"""Words behind which a letter is a name: điểm c, tổ n, nhóm b."""
_MONEY = frozenset(["nghìn", "ngàn", "triệu", "tỷ", "tỉ"])
_LONE_VOWELS = frozenset("aeiouyêôơư")

_VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
_ONSET = "ngh?|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnpqrstvx]"
_CODA = "ng|nh|ch|[cmnpt]"
_SCRAP = re.compile(f"(?:{_ONSET})|(?:{_CODA})|(?:{_ONSET})?[{_VOWELS}]{{1,3}}(?:{_CODA})?")

_TYPES = "QĐ NQ NĐ KH BC TB TTr TT CV HD CT PA"
_NAMES = "UBND HĐND OCOP HTX"
_ISSUERS = "UBND HĐND TTg CP BNNPTNT BNNMT VPĐP"

_SCRAP_LEFT, _LONE_LEFT, _UNIT_LEFT, _JOIN, _RARE = 10.0, 1.5, 0.2, 0.25, 2.0
"""What it costs to leave a scrap, a lone vowel or a unit, to join, to have a rare syllable; a
frequent syllable costs its rank, from 0 to 1."""


def mend_syllables(text: str, *, spoilt: bool = False) -> str:
    """Join syllables whose letters stand apart, and codes ("490/Q Đ-TTg").

    Lines stay lines. Words that are all syllables are not joined ("xã A", "kho an"), except
    lone vowels ("củ a", "hộ i") in a text that is cut up: one in which three other words
    are, or of which the caller knows (``spoilt``), because the same page is.

    Examples: ``cá c sả n phẩ m`` → ``các sản phẩm``, ``ĐIỀ U KHO ẢN`` → ``ĐIỀU KHOẢN``,
    ``và n ước`` → ``và nước``. Counter-examples: ``tổ n``, ``ấp Phú A``, ``3 m ở``.
    """
    composed = unicodedata.normalize("NFC", text)
    if not spoilt and not may_be_split(composed):
        return text
    mender = _Mender(spoilt=spoilt)
    joined = _CHAIN.sub(mender.mend, composed)
    if not spoilt and mender.joins >= _SPOILT_FROM:
        joined = _CHAIN.sub(_Mender(spoilt=True).mend, composed)
    joined = _code_pattern().sub(lambda match: match.group().replace(" ", ""), joined)
    return text if joined == composed else joined


def is_cut_up(text: str) -> bool:
    """Whether at least three words of ``text`` are surely cut: more than a slip of a typist."""
    mender = _Mender(spoilt=False)
    _CHAIN.sub(mender.mend, unicodedata.normalize("NFC", text))
    return mender.joins >= _SPOILT_FROM


def may_be_split(text: str) -> bool:
    """The cheap test before all others: a word that is only a part of a syllable or code."""
    for word in set(text.lower().split()) - syllables():
        if len(word) <= _LONGEST and _is_part(word.strip('(),.;:"“”')):
            return True
    return False


def _is_part(word: str) -> bool:
    return word not in syllables() and bool(_SCRAP.fullmatch(word) or word in _code_parts())


class _Mender:
    """Joins the words of one text; counts what it joined."""

    def __init__(self, *, spoilt: bool) -> None:
        self.joins = 0
        self._spoilt = spoilt

    def mend(self, match: re.Match[str]) -> str:
        """The chain of words of ``match`` with its syllables whole."""
        words = match.group().split(" ")
        loose = list(map(self._is_loose, words))
        if not any(loose):
            return match.group()
        locked, units = self._locked(match, words), _units(match, words)
        # best[i]: the cheapest way to write words[i:], and where its first syllable ends.
        best: list[tuple[float, int]] = [(0.0, 0)] * (len(words) + 1)
        for start in range(len(words) - 1, -1, -1):
            alone = self._left(words[start], unit=start in units)
            best[start] = (alone + best[start + 1][0], start + 1)
            for end, cost in self._joins(words, loose, locked, start):
                best[start] = min(best[start], (cost + best[end][0], end))
        written: list[str] = []
        start = 0
        while start < len(words):
            end = best[start][1]
            self.joins += end - start > 1
            written.append("".join(words[start:end]))
            start = end
        return " ".join(written)

    def _joins(
        self, words: Sequence[str], loose: Sequence[bool], locked: set[int], start: int
    ) -> Iterator[tuple[int, float]]:
        """Ends of the syllables that words from ``start`` may be joined to, and their cost."""
        joined = words[start]
        for at in range(start + 1, len(words)):
            joined += words[at]
            if len(joined) > _LONGEST or at in locked or start in locked:
                return
            known = joined.lower() in syllables() and any(loose[start : at + 1])
            if known and self._may_join(words[start : at + 1]):
                yield at + 1, _JOIN + _rareness(joined.lower())

    def _is_loose(self, word: str) -> bool:
        """Whether a word can be part of a syllable rather than one: surely, or on this page."""
        low = word.lower()
        if low not in syllables():
            return _SCRAP.fullmatch(low) is not None
        return self._spoilt and (low in _LONE_VOWELS or low not in _ranks())

    def _left(self, word: str, *, unit: bool) -> float:
        """What it costs to leave a word as it is."""
        low = word.lower()
        if low in syllables():
            return _LONE_LEFT if low in _LONE_VOWELS else _rareness(low)
        if not _SCRAP.fullmatch(low):
            return 0.0
        return _UNIT_LEFT if unit else _SCRAP_LEFT

    def _locked(self, match: re.Match[str], words: Sequence[str]) -> set[int]:
        """Words that belong to what is no word: codes, addresses, letters that are names."""
        text, last = match.string, len(words) - 1
        before, after = (
            text[max(match.start() - 1, 0) : match.start()],
            text[match.end() : match.end() + 1],
        )
        locked: set[int] = set()
        if _TOUCHES.match(before) and (before not in "/-" or words[0].isupper()):
            locked.add(0)
        if _TOUCHES.match(after) and after != "." and (after not in "/-" or words[-1].isupper()):
            locked.add(last)
        if not self._spoilt:
            locked.update(
                i
                for i, (listed, word) in enumerate(pairwise(words), start=1)
                if len(word) == 1 and listed.lower() in _LISTED
            )
        return locked

    def _may_join(self, words: Sequence[str]) -> bool:
        """Whether the letters of ``words`` are those of one word, and no name stands there."""
        return _has_one_case("".join(words)) and (self._spoilt or not _may_be_name(words))


def _units(match: re.Match[str], words: Sequence[str]) -> set[int]:
    """Words that are units of what is counted: 3 m, 2 triệu đ."""
    units = {
        i
        for i, (before, word) in enumerate(pairwise(words), start=1)
        if word in _UNITS and before.lower() in _MONEY
    }
    if words[0].lower() in _UNITS and _NUMBER_BEFORE.search(
        match.string[max(match.start() - 2, 0) : match.start()]
    ):
        units.add(0)
    return units


def _may_be_name(words: Sequence[str]) -> bool:
    """A capital alone beside a word: Big C ở, Lê A N, ẤP PHÚ C."""
    if len(words) != 2:
        return False
    first, last = words
    if len(last) == 1 and last.isupper():
        return len(first) == 1 or first.lower() in syllables()
    return len(first) == 1 and first.isupper() and last.lower() in syllables()


def _has_one_case(word: str) -> bool:
    return word.islower() or word.isupper() or (word[0].isupper() and word[1:].islower())


def _rareness(syllable: str) -> float:
    """From 0 for the most frequent syllable of our labelled texts."""
    return _ranks().get(syllable, _RARE)


@cache
def _ranks() -> dict[str, float]:
    ranked = _FREQUENT.read_text("utf-8").split()
    return {syllable: rank / len(ranked) for rank, syllable in enumerate(ranked)}


@cache
def _code_pattern() -> re.Pattern[str]:
    """Codes of papers and names of bodies, with or without blanks between their letters."""
    types, issuers, names = (
        "|".join(" ?".join(name) for name in listed.split())
        for listed in (_TYPES, _ISSUERS, _NAMES)
    )
    code = rf"(?<=\d)(?: ?/ ?20\d\d)? ?/ ?(?:{types}) ?- ?(?:{issuers})(?!\w)"
    return re.compile(rf"{code}|(?<!\w)(?:{names})(?!\w)|(?<!\w)Q ?Đ ?-(?: ?(?:{issuers}))?(?!\w)")


@cache
def _code_parts() -> frozenset[str]:
    """What is left of codes that were cut: "BND" of UBND, "Đ-TTg" of QĐ-TTg."""
    names = f"{_NAMES} {_ISSUERS} {_TYPES}".lower().split()
    ends = {name[i:] for name in names for i in range(1, len(name))}
    tails = {f"đ-{issuer}".lower() for issuer in _ISSUERS.split()}
    return frozenset(ends | tails)
