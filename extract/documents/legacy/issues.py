"""What was changed in a text before it was read, and the words that tell people of it."""

from __future__ import annotations

from dataclasses import dataclass

from extract.model import Issue

_NAMES = {
    "tcvn3": "TCVN3 (the fonts .Vn…)",
    "vni": "VNI",
    "viscii": "VISCII",
    "windows1258": "windows-1258",
}


@dataclass(frozen=True, slots=True)
class Modernised:
    """The old encoding that was converted ("" for none), and whether words were cut up."""

    encoding: str = ""
    cut_up: bool = False

    def __bool__(self) -> bool:
        """Whether anything was changed."""
        return bool(self.encoding or self.cut_up)


def legacy_issues(found: Modernised, document_id: str, where: str) -> list[Issue]:
    """An issue for each thing that was changed; the archived payload stays as it came."""
    issues: list[Issue] = []
    if found.encoding:
        issues.append(
            Issue(
                code="legacy_encoding",
                message=f"Text in {_NAMES[found.encoding]} was converted to Unicode.",
                where=where,
                advice="Compare names and numbers with the archived original.",
                document_id=document_id,
            )
        )
    if found.cut_up:
        issues.append(
            Issue(
                code="split_syllables",
                message="Words whose letters stood apart were joined.",
                where=where,
                advice="Compare names with the archived original.",
                document_id=document_id,
            )
        )
    return issues


def misread_issue(document_id: str, where: str) -> Issue:
    """UTF-8 that had been read as Latin-1 was read again."""
    return Issue(
        code="repaired_encoding",
        message="UTF-8 that had been read as Latin-1 was repaired.",
        where=where,
        advice="Prefer the original page to this copy.",
        document_id=document_id,
    )
