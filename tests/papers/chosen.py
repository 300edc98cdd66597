"""Which papers are read in which format by tests, and what still awaits a reader."""

from __future__ import annotations

import pytest

from papers.collection import papers

AWAITED: dict[str, str] = {}
"""Kinds of tests and formats that must fail until their reader is there."""

FEW = (
    "nghe-an-2022", "quang-nam-2020", "ben-tre-2021", "thai-binh-2021", "soc-trang-2022",
    "bac-kan-2023", "yen-lac-2023", "bnnmt-2025", "phu-tho-2025", "da-nang-2025", "son-la-2021",
    "revocation", "names-amended", "participants", "council", "forwarded",
)  # fmt: skip
"""Papers for formats that are slow to make or to read: one of each layout and act."""

SCANNED = {
    "scan-200": ("dak-lak-2023", "nghe-an-2022", "forwarded"),
    "scan-300": ("vi-thuy-2024",),
    "pdf-mixed": ("forwarded",),
    "png": ("dak-lak-2023",),
    "tiff": ("vi-thuy-2024",),
    "docx-image": ("forwarded",),
}
"""Papers of which tests read scans: each page costs seconds. The measure reads all."""

SLOW = ("nghe-an-2022", "bac-kan-2023", "da-nang-2025", "revocation")
"""Papers that tests read through LibreOffice, which takes a second for each."""

LONG = ("dong-thap-2022", "an-giang-2025")
"""Annexes over many pages."""

TEXT = ("docx", "html", "html-portal", "pdf", "zip")
SHEETS = ("xlsx", "xlsx-hidden", "xls", "ods")
CONVERTED = ("doc", "rtf", "odt", "pdf-office", "docx-tracked")
TWINS = ("html-nfd", "html-tcvn3", "html-vni", "docx-tcvn3", "docx-vni", "pdf-scrambled")
SCANS = tuple(SCANNED)
NEEDS_OFFICE = frozenset({"doc", "rtf", "odt"})
WHOLE = frozenset({"html", "docx", "xlsx", "html-portal", "html-nfd", "xls", "ods"})
"""Formats in which tests read all papers."""


def keys(form: str) -> frozenset[str]:
    """The papers that tests read in ``form``."""
    if form in SCANNED:
        return frozenset(SCANNED[form])
    if form in WHOLE:
        return frozenset(papers())
    if form in NEEDS_OFFICE:
        return frozenset(SLOW)
    return frozenset((*FEW, *(LONG if form == "pdf" else ())))


def forms(kind: str, *names: str) -> list[object]:
    """Formats as parameters of a test of this kind, awaited ones as failing.

    All tests of a format run in one process, which reads its papers once.
    """
    found: list[object] = []
    for name in names:
        reason = AWAITED.get(name) or AWAITED.get(kind)
        marks = [pytest.mark.xdist_group(f"papers in {name}")]
        if reason:
            marks.append(pytest.mark.xfail(strict=True, reason=reason))
        found.append(pytest.param(name, marks=marks, id=name))
    return found
