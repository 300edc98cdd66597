"""Where the parts of a paper begin: its head, bases, operative word, articles and end.

The order is that of Nghị định 30/2020/NĐ-CP, Appendix I (and of Thông tư 01/2011/TT-BNV and
55/2005/TTLT-BNV-VPCP before it): letterhead, type and title, authority, bases, "QUYẾT ĐỊNH:",
articles, recipients beside the signer, annexes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.anatomy.view import View, rule_pattern

TYPES = {
    "quyết định": "QĐ",
    "nghị quyết": "NQ",
    "kế hoạch": "KH",
    "báo cáo": "BC",
    "thông báo": "TB",
    "tờ trình": "TTr",
    "hướng dẫn": "HD",
    "chương trình": "CTr",
    "đề án": "ĐA",
    "phương án": "PA",
    "biên bản": "BB",
    "chỉ thị": "CT",
    "quy chế": "QC",
}
"""Words for the type of a paper and their codes (Nghị định 30/2020/NĐ-CP, Appendix III)."""

TYPE_WORD = "|".join(TYPES)
_BASE = rule_pattern(
    r"[-+*•\s]{0,4}(?:căn cứ|theo đề nghị|theo (?:các )?(?:tờ trình|biên bản|báo cáo|quyết định)|"
    r"xét |thực hiện |trên cơ sở|để thực hiện|thể theo)"
)
_ADDRESSED = rule_pattern(r"[-–*•\s|]{0,4}kính gửi\s?(?::|$)")
"""Whom a letter, a report or a request speaks to: below its head (Nghị định 30/2020/NĐ-CP)."""
_OPERATIVE = rule_pattern(
    r"(?:nay )?quyết ?định ?:? ?$|quyết ?nghị ?:? ?$|quyết ?định ?: ?(?=điều)|"
    r"(?:chủ tịch|ủy ban|ubnd|bộ trưởng|giám đốc|hội đồng)[^\n|.;]{0,60} quyết định ?: ?$"
)
# An article at the beginning of a line: "Điều 1.", "– Điều 2:", "ĐIỀU 3", "Diều l." of a scan.
_ARTICLE = rule_pattern(
    r"[-–*•\s]{0,4}điều\s?(?P<number>\d{1,2}|[il])\s?(?:[.:,)-](?!\d)|$)\s?(?P<words>)"
)
# In text that lost its line breaks: "…; Điều 2. Sở Nông nghiệp".
_INLINE = rule_pattern(r"(?<=[.;:/,] )điều (?P<number>\d{1,2})\s?[.:]\s?(?P<words>)(?=\S)")
_RECIPIENTS = rule_pattern(r"(?<!\w)nơi nhận ?(?::|$|\n)")
_SIGNING = rule_pattern(r"[-–\s]{0,3}(?:t/?m|k/?t|t/?l|tuq|q)\s?[.,]\s?[^\W\d_]")
ANNEX = rule_pattern(
    r"(?:phụ lục|phụ biểu|danh sách|danh mục|biểu)(?!\w)(?P<number>\s?(?:số\s?)?"
    r"(?:\d{1,2}|[ivx]{1,4})(?!\w))?"
)
_NEXT_ANNEX = rule_pattern(r"(?:phụ lục|phụ biểu|biểu)(?!\w)")
ATTACHED = rule_pattern(
    r"(?:ban hành )?(?:kèm|đính kèm)(?: theo)?\s?(?:các )?(?P<paper>quyết định|qđ|kế hoạch|"
    r"công văn|tờ trình|báo cáo|thông báo|nghị quyết|văn bản)(?!\w)(?:\s?số)?\s?:?"
)
_SEARCHED, _HEAD_LINES, _HEAD = 200, 40, 3200
"""Lines that are searched for the end of the head; lines and characters of one without end."""
_FAR = 8000


@dataclass(frozen=True, slots=True)
class Clause:
    """The beginning of an article: its number, where it begins, where its words do."""

    number: int
    start: int
    words: int


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The parts of a paper as offsets.

    ``head_end`` is where those addressed, bases, operative word or articles begin, ``body_end``
    where the last article ends at the latest (recipients, signer or annex). ``annexes`` are lines.
    """

    head_end: int
    bases: tuple[int, int] | None
    operative: tuple[int, int] | None
    articles: tuple[Clause, ...]
    recipients: int | None
    body_end: int
    annexes: tuple[tuple[int, int], ...]


def skeleton_of(view: View) -> Skeleton:
    """Find the parts; those that a text lacks are None or empty."""
    articles = tuple(_articles(view))
    annexes = tuple(_annexes(view, articles[0].start if articles else 0))
    base, operative = _first_lines(view)
    opening = (base, operative, articles[0].start if articles else None)
    firsts = [start for start in opening if start is not None]
    head_end = min(firsts) if firsts else _open_end(view, annexes)
    head_end = _addressed(view, head_end)
    begin = operative if operative is not None else (articles[0].start if articles else None)
    bases = (base, begin) if base is not None and begin is not None and base < begin else None
    after = articles[-1].start if articles else head_end
    recipients = _recipients(view, after)
    return Skeleton(
        head_end,
        bases,
        (operative, view.lines[view.line_at(operative)][1]) if operative is not None else None,
        articles,
        recipients,
        _body_end(view, after, recipients, annexes),
        annexes,
    )


def _first_lines(view: View) -> tuple[int | None, int | None]:
    """Where the bases begin, and the line "QUYẾT ĐỊNH:" (the second one if it has a colon)."""
    base = operative = None
    for start, end in view.lines[:_SEARCHED]:
        if start > _FAR:
            break
        line = view.bare[start:end]
        if base is None and operative is None and _BASE.match(line):
            base = start
        elif _OPERATIVE.match(line) and (base is not None or ":" in line):
            operative = start
            break
    return base, operative


def _open_end(view: View, annexes: tuple[tuple[int, int], ...]) -> int:
    """The end of a head that neither bases nor articles end."""
    lines = view.lines[:_HEAD_LINES]
    limit = min(lines[-1][1] if lines else 0, _HEAD)
    below = [start for start, _ in annexes if start > 0]
    return min([limit, *below[:1]])


def _addressed(view: View, head_end: int) -> int:
    """Where a head ends that "Kính gửi" ends: what stands below it is of those addressed."""
    for start, end in view.lines_in(1, head_end):
        if _ADDRESSED.match(view.bare, start, end):
            return start
    return head_end


def _articles(view: View) -> Iterator[Clause]:
    """Articles in rising order; what is quoted or only cited is none."""
    last = 0
    for start, end in view.lines:
        match = _ARTICLE.match(view.bare, start, end)
        if match:
            number = int(match["number"]) if match["number"].isdecimal() else 1
            if last < number <= last + 4:
                last = number
                yield Clause(number, start, match.start("words"))
        if last == 0 and start > _FAR:
            return
        for inline in _INLINE.finditer(view.bare, max(start, match.end() if match else start), end):
            if int(inline["number"]) == last + 1 and _is_capital(view, inline.end()):
                last += 1
                yield Clause(last, inline.start(), inline.start("words"))


def _is_capital(view: View, offset: int) -> bool:
    """Whether the letter at ``offset`` is a capital: a new article, and no citation of one."""
    return view.document.text[offset : offset + 1].isupper()


def _recipients(view: View, after: int) -> int | None:
    match = _RECIPIENTS.search(view.bare, after)
    return match.start() if match else None


def _body_end(
    view: View, after: int, recipients: int | None, annexes: tuple[tuple[int, int], ...]
) -> int:
    """Where the articles end: at the first of recipients, signer or annex behind the last one."""
    ends = [len(view.folded)]
    if recipients is not None:
        ends.append(recipients)
    ends += [start for start, _ in annexes if start > after][:1]
    for start, end in view.lines_in(after, min(ends)):
        if start > after and _SIGNING.match(view.bare, start, end) and is_loud(view, start, end):
            ends.append(start)
            break
    return min(ends)


def is_loud(view: View, start: int, end: int) -> bool:
    """Whether most letters of a run are capitals."""
    letters = [letter for letter in view.document.text[start:end] if letter.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) > 0.7 * len(letters)


def _annexes(view: View, after: int) -> Iterator[tuple[int, int]]:
    """Lines that head an annex: "PHỤ LỤC", "Phụ lục II", "DANH SÁCH …", "Danh mục (Kèm theo …)"."""
    reached = after
    for index, (start, end) in enumerate(view.lines):
        match = ANNEX.match(view.bare, start, end)
        if match is None or start < reached or end - start > 240:
            continue
        if not _heads_annex(view, index, match):
            continue
        reached = _annex_end(view, index)
        yield start, reached


def _heads_annex(view: View, index: int, match: re.Match[str]) -> bool:
    start, end = view.lines[index]
    rest = view.bare[match.end() : end].strip(" :.-–")
    if view.bare[start:end].endswith((";", ",")) or ATTACHED.match(rest.lstrip("( ")):
        # "Danh sách kèm theo Quyết định này" in an article; "PHỤ LỤC (kèm theo …)" heads one.
        return is_loud(view, start, match.end())
    if match["number"] and (not rest or is_loud(view, match.end(), end)):
        return True
    bracket = view.bare.find("(", start, end)
    if is_loud(view, start, bracket if bracket > start else end):
        return True
    return any(
        ATTACHED.match(view.bare[begin:stop].lstrip("( "))
        for begin, stop in view.lines[index + 1 : index + 4]
    )


def _annex_end(view: View, index: int) -> int:
    """The end of the head of an annex: its title and the line "(Kèm theo …)" below."""
    end = view.lines[index][1]
    loud = True
    for begin, stop in view.lines[index + 1 : index + 6]:
        line = view.bare[begin:stop]
        if ATTACHED.match(line.lstrip("( ")):
            return stop
        if "|" in line or _ARTICLE.match(line) or _NEXT_ANNEX.match(line):
            break
        loud = loud and is_loud(view, begin, stop)
        end = stop if loud else end
    return end
