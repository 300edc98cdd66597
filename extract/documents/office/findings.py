"""What a Word document holds that a reader of it does not see, where it may matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.model import Issue

_DIGIT = re.compile(r"\d")
_OF_PRODUCTS = re.compile(r"sản phẩm|ocop|\bsao\b|chủ thể|\bđiểm\b", re.IGNORECASE)
_SHOWN = 3
_LONGEST = 80


@dataclass(slots=True)
class Findings:
    """Deleted and hidden text with numbers, by paragraph (None: outside of the body)."""

    deleted: list[tuple[int | None, str]] = field(default_factory=list)
    hidden: list[tuple[int | None, str]] = field(default_factory=list)
    other: list[Issue] = field(default_factory=list)

    def note_deleted(self, paragraph: int | None, text: str) -> None:
        """A tracked change took ``text`` away."""
        if _DIGIT.search(text):
            self.deleted.append((paragraph, text))

    def note_hidden(self, paragraph: int | None, text: str, around: str) -> None:
        """``text`` is hidden; ``around`` are the words of its paragraph or cell."""
        if _DIGIT.search(text) and _OF_PRODUCTS.search(f"{around} {text}"):
            self.hidden.append((paragraph, text))

    def issues(self) -> list[Issue]:
        """One issue for all of a kind, with the first of them in words."""
        issues = list(self.other)
        if self.deleted:
            issues.append(
                Issue(
                    code="deleted_text",
                    message="Tracked changes took away text with numbers, which was not read: "
                    f"{_quoted(self.deleted)}.",
                    where=_where(self.deleted),
                    advice="Compare with the signed decision: a draft may have been published.",
                )
            )
        if self.hidden:
            issues.append(
                Issue(
                    code="hidden_text",
                    message=f"Hidden text with numbers was not read: {_quoted(self.hidden)}.",
                    where=_where(self.hidden),
                    advice="Look at the file with hidden text shown, and at the signed decision.",
                )
            )
        return issues


def _quoted(found: Sequence[tuple[int | None, str]]) -> str:
    shown = [" ".join(text.split())[:_LONGEST] for _, text in found[:_SHOWN]]
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return "; ".join(f"“{text}”" for text in shown) + more


def _where(found: Sequence[tuple[int | None, str]]) -> str:
    paragraph = found[0][0]
    return "" if paragraph is None else f"paragraph {paragraph}"
