"""The title among the lines of a text.

It is often not the first line: the name of the office, a menu, a trail of links, a clock
and a ticker of other news may stand above it. What tells it is its place (beside the date
line, above the first paragraph) and that the text below speaks of the same things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.documents.datelines import Strength, read_date_line
from extract.documents.furniture import line_role, opens_box, opens_comments
from extract.documents.lines import Line, is_long, is_prose, list_mark, runs_on
from extract.text.normalise import fold

_HEAD = 40
_WORD = re.compile(r"\w+")
_PAPER = re.compile(
    r"^(?:quyết định|kế hoạch|báo cáo(?: nhanh| chuyên đề)?|thông báo|tờ trình|nghị quyết|"
    r"chương trình|hướng dẫn|công văn|chỉ thị|biên bản|đề án|phương án|công điện)(?: số \S+)?$",
)
_OFFICE = re.compile(
    r"^(?:ủy ban|uỷ ban|ubnd|hđnd|hội đồng nhân dân|sở|chi cục|văn phòng|vpđp|cổng thông tin|"
    r"cổng ttđt|trang (?:thông tin|ttđt)|"
    r"ban (?:chỉ đạo|dân vận|tuyên giáo)|cộng hòa xã hội|độc lập -|"
    r"snn|liên minh|chủ tịch)(?!\w)",
)
_UNIT = re.compile(
    r"^(?:báo|đài|bộ|trung tâm|huyện|tỉnh|thành phố|thị xã|xã|phường|phòng|h\.|tt\.)(?!\w)"
)
_LETTERHEAD = re.compile(r"^số\s*:|^(?:ủy ban|uỷ ban|ubnd|cộng hòa xã hội chủ nghĩa)\b|^[-_=*\s]+$")
_FILE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|pdf|docx?)\W*$", re.IGNORECASE)
_FIRST_LETTER = re.compile(r"[^\W\d_]|\d")


def find_title(lines: Sequence[Line], given: str = "") -> frozenset[int]:
    """Indices of the lines that print the title; empty when none does.

    ``given`` is the title as known from elsewhere; it is looked for first.
    """
    head = lines[: _head_end(lines)]
    if given:
        found = _find_given(head, given)
        if found:
            return found
    paper = _find_paper(head)
    if paper:
        return paper
    best = _best_candidate(head)
    return frozenset() if best is None else frozenset({best})


def _head_end(lines: Sequence[Line]) -> int:
    """Where the title can no longer stand: at a box of links or comments below the text.

    A box above the first paragraph is a menu of the page; the title stands below it.
    """
    below = False
    for i, line in enumerate(lines[:_HEAD]):
        if below and (opens_box(line.text) or opens_comments(line.text)):
            return i
        below = below or is_prose(line.text)
    return _HEAD


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _find_given(head: Sequence[Line], given: str) -> frozenset[int]:
    """Lines that say the given title: exactly, as a part of it, or nearly in its words."""
    wanted = _words(given)
    exact = [i for i, line in enumerate(head) if _words(line.text) == wanted]
    if exact:
        return frozenset(exact[-1:] if _above_all(head, exact) else exact[:1])
    for i in range(len(head) - 1):
        if _words(head[i].text + " " + head[i + 1].text) == wanted:
            return frozenset({i, i + 1})
    near = [
        (_likeness(wanted, _words(line.text)), -i)
        for i, line in enumerate(head)
        if not list_mark(line.text)
    ]
    score, index = max(near, default=(0.0, 0))
    return frozenset({-index}) if score >= 0.6 else frozenset()


def says_title(line: str, title: str) -> bool:
    """Whether a line says ``title``, give or take a few words."""
    return likeness(title, line) >= 0.75


def likeness(first: str, second: str) -> float:
    """How alike two titles are in their words: 0 to 1."""
    return _likeness(_words(first), _words(second))


def _above_all(head: Sequence[Line], found: list[int]) -> bool:
    """Whether prose stands between two printings of the title (then the last heads it)."""
    return len(found) > 1 and any(is_prose(line.text) for line in head[found[0] : found[-1]])


def _likeness(wanted: list[str], words: list[str]) -> float:
    if not words or len(words) > 45:
        return 0.0
    shared = len(set(wanted) & set(words))
    return 2 * shared / (len(set(wanted)) + len(set(words)))


def _find_paper(head: Sequence[Line]) -> frozenset[int]:
    """Title of an official paper: its type on a line of its own, its subject below."""
    for i, line in enumerate(head[:-1]):
        if is_prose(line.text):
            break
        if _PAPER.match(fold(line.text).rstrip(" :")):
            subject = head[i + 1].text
            return frozenset({i} if is_long(subject) else {i, i + 1})
    return frozenset()


def _best_candidate(head: Sequence[Line]) -> int | None:
    """The most title-like line above the second paragraph of prose, if any is."""
    body = [i for i, line in enumerate(head) if is_prose(line.text)]
    limit = body[1] if len(body) > 1 else len(head)
    text = set(_words(" ".join(head[i].text for i in body[:4])))
    scored = [
        (score, -i)
        for i, line in enumerate(head[:limit])
        if (score := _score(head, i, line, text)) > 0
    ]
    return -max(scored)[1] if scored else None


def _score(head: Sequence[Line], i: int, line: Line, text: set[str]) -> float:
    words = _words(line.text)
    if not _may_be_title(line.text, words) or (i > 0 and runs_on(head[i - 1].text, line.text)):
        return 0.0
    shared = len(set(words) & text) / len(set(words))
    before = _is_date(head[i - 1].text) if i > 0 else False
    after = _is_date(head[i + 1].text) if i + 1 < len(head) else False
    leads = i + 1 < len(head) and is_prose(head[i + 1].text)
    office = is_office(line.text)
    late = any(is_prose(above.text) for above in head[:i])
    score = 0.5 + 1.5 * shared + 1.5 * after + 0.7 * before + 0.7 * leads - 0.03 * i
    return score + 0.7 * line.text.isupper() - 1.2 * office - 1.0 * late


def _may_be_title(line: str, words: list[str]) -> bool:
    if not 4 <= len(words) <= 40 or is_prose(line) or list_mark(line) or "|" in line:
        return False
    if line.endswith((":", ";", ",", ".")) or _LETTERHEAD.match(fold(line)) or opens_box(line):
        return False
    if line_role(line) or read_date_line(line) or _FILE_NAME.search(line):
        return False
    return bool(_FIRST_LETTER.search(line[:3]))


def _is_date(line: str) -> bool:
    dated = read_date_line(line)
    return dated is not None and dated.strength >= Strength.PLAIN


def is_office(line: str) -> bool:
    """Whether a line begins with the name of an office or unit (a letterhead, a masthead)."""
    view = fold(line)
    unit = _UNIT.match(view) and (line.isupper() or len(view.split()) <= 6)
    return bool(unit or _OFFICE.match(view))


def is_letterhead(line: str) -> bool:
    """Whether a line belongs to the head of an official paper, or names an office."""
    view = fold(line)
    return bool(_LETTERHEAD.match(view) or is_office(line) or _PAPER.match(view.rstrip(" :")))
