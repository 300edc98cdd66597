"""The end of a paper: to whom it goes ("Nơi nhận"), and who signed for whom.

Signature formulas by Nghị định 30/2020/NĐ-CP, Appendix I: TM. (for a collective body), KT.
(in place of the head), Q., TL., TUQ.; in print the two columns stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.anatomy.skeleton import Skeleton, is_loud
from extract.anatomy.view import View, bare, rule_pattern
from extract.model import Signer, Span
from extract.text.normalise import fold

_ITEM = rule_pattern(
    r"[-–+*•]|như (?:trên|điều)|lưu\s?:?|tt |ubnd|hđnd|các |sở |bộ |văn phòng|cổng "
)
_FORMULA = rule_pattern(
    r"(?<!\w)(?P<how>t/?m|k/?t|t/?l|tuq|q)\s?[.,]\s?(?P<whom>[^\n|;:()\d-]{3,80})"
)
_OFFICE = rule_pattern(
    r"(?<!\w)(?P<office>(?:phó |thứ )?(?:chủ tịch|bộ trưởng|trưởng|giám đốc|"
    r"chánh văn phòng|trưởng phòng)(?: thường trực)?)(?!\w)"
)
_MARK = rule_pattern(r"\(?\s?(?:đã ký|ký tên|chữ ký)[^)\n]{0,40}\)?|ký bởi.{0,80}|[-_.…]{3,}")
_REACH = 700


def recipients_of(view: View, skeleton: Skeleton) -> Span | None:
    """From "Nơi nhận:" to its last line."""
    start = skeleton.recipients
    if start is None:
        return None
    limit = next((begin for begin, _ in skeleton.annexes if begin > start), len(view.folded))
    end = view.lines[view.line_at(start)][1]
    for begin, stop in view.lines_in(end, min(limit, start + 2500)):
        words = view.bare[begin:stop]
        if not (_ITEM.match(words) or _is_signature(view, begin, stop)):
            break
        end = stop
        if "luu" in words and re.search(r"luu ?:? ?(?:vt|van thu|hs|hc)", words):
            break
    return view.span(start, end)


def _is_signature(view: View, start: int, end: int) -> bool:
    words = view.bare[start:end]
    if _FORMULA.match(words) or _MARK.fullmatch(words) or _OFFICE.match(words):
        return True
    return bool(_is_name(view.document.text[start:end])) and end - start < 40


def signer_of(view: View, skeleton: Skeleton, after: int) -> Signer | None:
    """Who signed below the articles; None where nothing tells it."""
    begin, end = _signature(view, skeleton, after)
    if begin is None:
        return None
    formulas = [m for m in _FORMULA.finditer(view.bare, begin, end) if is_loud(view, *m.span())]
    offices = [m for m in _OFFICE.finditer(view.bare, begin, end) if is_loud(view, *m.span())]
    behalf = [m for m in formulas if m["how"].replace("/", "") in ("tm", "tl", "tuq")]
    on_behalf = _as_printed(view, behalf[0]) if behalf else ""
    own = [m for m in offices if not _replaces(view, m)]
    office = view.one_line(*own[-1].span("office")) if own else ""
    last = max([m.end() for m in (*formulas, *offices)], default=begin)
    name = next(_names(view, last, min(end, last + 260)), None)
    if not (on_behalf or office or name):
        return None
    stop = name.end if name else last
    first = min([m.start() for m in (*formulas, *offices)], default=begin)
    return Signer(name.text if name else "", office, on_behalf, view.span(first, stop))


def _signature(view: View, skeleton: Skeleton, after: int) -> tuple[int | None, int]:
    """Where the signature can stand: from the first loud formula below the last article."""
    limit = next((begin for begin, _ in skeleton.annexes if begin > after), len(view.folded))
    for pattern in (_FORMULA, _OFFICE):
        for match in pattern.finditer(view.bare, after, limit):
            if is_loud(view, *match.span()):
                return match.start(), min(limit, match.start() + _REACH)
    return None, limit


def _as_printed(view: View, formula: re.Match[str]) -> str:
    return view.one_line(*formula.span()).rstrip(" ,.")


def _replaces(view: View, office: re.Match[str]) -> bool:
    """Whether an office is the one in whose place another signs ("KT. CHỦ TỊCH")."""
    before = view.bare[max(0, office.start() - 6) : office.start()]
    return bool(re.search(r"k/?t\s?[.,]\s?$", before))


def _names(view: View, start: int, end: int) -> Iterator[Span]:
    """Names of persons behind the office, each a line or the end of one."""
    for begin, stop in view.lines_in(start, end):
        yield from _name_in(view, begin, stop)
    first = view.lines[view.line_at(start)]
    if first[0] < start < first[1]:
        yield from _name_in(view, start, min(first[1], end))


def _name_in(view: View, start: int, end: int) -> Iterator[Span]:
    for run in re.finditer(r"[^|;:()]{4,60}", view.document.text[start:end]):
        words = run.group().strip(" .,-–")
        if _is_name(words):
            begin = start + run.start() + run.group().index(words)
            yield view.document.span(begin, begin + len(words))


_NOT_NAMES = rule_pattern(
    r"(?:đã ký|ký bởi|nơi nhận|phó|chủ tịch|ủy ban|giám đốc|bộ trưởng|thứ trưởng|như|lưu|phụ lục|"
    r"danh sách|độc lập|cộng hòa|văn phòng|sở|thường trực|điều|tm|kt|tỉnh|huyện|thành phố)\b"
)


def _is_name(words: str) -> bool:
    """Two to five words with capitals, and no word of an office."""
    parts = words.split()
    if not 2 <= len(parts) <= 5 or _NOT_NAMES.match(_plain(words)):
        return False
    return all(p[0].isupper() and p.replace("-", "").replace(".", "").isalpha() for p in parts)


def _plain(words: str) -> str:
    return bare(fold(words))
