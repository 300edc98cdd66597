"""Official papers with a number: what they are, when they were signed, what they do.

``find_decisions`` reads the text alone; ``decision_refs`` completes dates from the page and
makes the printings of one paper agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.mentions.dates import Anchors, DateValue, complete, find_dates, resolve
from extract.mentions.decisions import numbers
from extract.mentions.decisions.numbers import PaperNumber
from extract.mentions.decisions.role import role_of
from extract.mentions.decisions.signing import Calendar, Setting, is_head, settings_of, signing_date
from extract.mentions.decisions.slip import mended
from extract.mentions.table import Table
from extract.model import DecisionRef, Label, Mention, Role

__all__ = ["DecisionValue", "decision_refs", "find_decisions"]

_HEAD_REACH, _REACH = 320, 600
_STOP = re.compile(r"[.\n](?!\d)")
_TABLE = Table(numbers.RULES)


@dataclass(frozen=True, slots=True)
class DecisionValue:
    """One printing of a paper.

    Attributes:
        number: Canonical number, ``490/QĐ-TTg``; as printed when it has no suffix.
        kind: Code of the type (``QĐ``, ``KH``, ``CV`` …).
        issuer: Code of the issuing body with sub-units, or empty.
        signed: The date in reach, as printed; None if there is none.
        role: What it does for the products of the text.
        is_told: Whether words gave the role, and not only what such papers usually do.
    """

    number: str
    kind: str
    issuer: str
    signed: DateValue | None
    role: Role
    is_told: bool = False

    @property
    def date(self) -> str | None:
        """The date as EDTF, if the text prints it with its year."""
        return self.signed.edtf if self.signed else None


def find_decisions(
    text: str, folded: str, dates: Sequence[Mention] | None = None
) -> tuple[Mention, ...]:
    """Every numbered paper, left to right; values are ``DecisionValue``.

    The span holds the number as printed ("490/Q Đ-TTg"), without the word for the paper.

    Args:
        text: NFC text; spans are cut from it.
        folded: ``fold(text)``.
        dates: ``find_dates(text, folded)``, if it was called before.
    """
    found = _TABLE.find(text, folded, Label.DECISION)
    if not found:
        return ()
    calendar = Calendar.of(find_dates(text, folded) if dates is None else dates)
    settings = settings_of(text, [(mention.span.start, mention.span.end) for mention in found])
    mentions: list[Mention] = []
    for mention, setting in zip(found, settings, strict=True):
        last = mentions[-1] if mentions else None
        mentions.append(_read(mention, setting, folded, calendar, last))
    return tuple(mentions)


def _read(
    mention: Mention, setting: Setting, folded: str, calendar: Calendar, last: Mention | None
) -> Mention:
    """Give a number its date and role."""
    paper = mention.value
    assert isinstance(paper, PaperNumber)
    signing = signing_date(folded, setting, calendar)
    signed, told_until = signing or (None, setting.end)
    begins = max(setting.sentence[0], setting.previous_paper, setting.start - _REACH)
    before = folded[begins : setting.start]
    after = folded[told_until : _after_end(folded, setting)]
    is_preamble = folded.startswith("căn cứ", setting.line_start)
    role, is_told = role_of(paper, before, after, is_preamble=is_preamble)
    if last is not None and not is_told and _goes_on(folded, last, setting):
        role, is_told = _value(last).role, True
    value = DecisionValue(paper.number, paper.kind, paper.issuer, signed, role, is_told)
    return replace(mention, value=value)


def _after_end(folded: str, setting: Setting) -> int:
    """Where the words end that a paper is read by: its sentence, or the head of a paper."""
    if is_head(folded, setting):
        return min(setting.next_paper, setting.end + _HEAD_REACH)
    return min(setting.next_paper, setting.sentence[1], setting.end + _REACH)


def _goes_on(folded: str, last: Mention, setting: Setting) -> bool:
    """Whether a paper is the next of a list ("theo các Quyết định số … và …")."""
    between = folded[last.span.end : setting.start]
    return len(between) < 60 and not _STOP.search(between)


def _value(mention: Mention) -> DecisionValue:
    assert isinstance(mention.value, DecisionValue)
    return mention.value


# ── With the page ────────────────────────────────────────────────────────────────────


def decision_refs(
    text: str, folded: str, anchors: Anchors, papers: Sequence[Mention] | None = None
) -> tuple[DecisionRef, ...]:
    """Every printing of a numbered paper, its date completed from the page.

    A printing without a date or a told role takes those of another printing of the same
    number. A year that the text itself proves to be a slip is mended.

    Args:
        text: NFC text of the document.
        folded: ``fold(text)``.
        anchors: When the page was published, and its assessment period if known.
        papers: ``find_decisions(text, folded)``, if it was called before.
    """
    found = find_decisions(text, folded) if papers is None else papers
    read = [(mention, _value(mention)) for mention in found]
    days: dict[str, str] = {}
    roles: dict[str, Role] = {}
    for _, value in read:
        day = _day_of(value, anchors)
        if day:
            days.setdefault(value.number, day)
        if value.is_told:
            roles.setdefault(value.number, value.role)
    refs = []
    years: dict[str, str] = {}
    for mention, value in read:
        role = value.role if value.is_told else roles.get(value.number, value.role)
        date = _day_of(value, anchors) or days.get(value.number)
        if date and role is Role.RECOGNITION:
            if date not in years:
                years[date] = mended(date, folded, anchors.published)
            date = years[date]
        refs.append(DecisionRef(value.number, date, role, mention.span))
    return tuple(refs)


def _day_of(value: DecisionValue, anchors: Anchors) -> str | None:
    if value.signed is None:
        return None
    return complete(value.signed, anchors).edtf or resolve(value.signed, anchors)
