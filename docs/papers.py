"""Write the table of docs/decisions.md "How well": ``python docs/papers.py MEASURED.json…``.

Each file is what ``PYTHONPATH=tests python -m papers.measure FORMAT… --json`` printed; formats
may be measured in several runs. Figures are copied as measured, into the block between the
comments ``<!-- papers -->`` and ``<!-- end -->``.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "decisions.md"
BLOCK = re.compile(r"(<!-- papers -->\n).*?(<!-- end -->)", re.DOTALL)
NAMES = {
    "docx": "Word (DOCX)",
    "docx-tracked": "… tracked deletions, automatic row numbers, a text box",
    "doc": "Word 97 (DOC)",
    "rtf": "RTF",
    "odt": "OpenDocument (ODT)",
    "xlsx": "Excel (XLSX), annex alone",
    "xlsx-hidden": "… a hidden draft, dates as numbers",
    "xls": "Excel 97 (XLS), annex alone",
    "ods": "OpenDocument sheet (ODS), annex alone",
    "html": "HTML",
    "html-portal": "… in the page of a portal",
    "html-nfd": "… letters decomposed (NFD)",
    "html-tcvn3": "… in TCVN3 (.VnTime, .VnTimeH)",
    "html-vni": "… in VNI, as Western text",
    "docx-tcvn3": "Word in TCVN3",
    "docx-vni": "Word in VNI",
    "zip": "ZIP: decision in Word, annex in Excel",
    "pdf": "PDF with text",
    "pdf-office": "PDF by LibreOffice",
    "pdf-scrambled": "PDF with accents out of order",
    "pdf-fallback": "PDF by LibreOffice, font without Vietnamese",
    "pdf-mixed": "PDF, decision as text, annex scanned at 300 dpi",
    "scan-200": "PDF scanned at 200 dpi",
    "scan-300": "PDF scanned at 300 dpi",
    "png": "PNG of an annex at 300 dpi",
    "tiff": "TIFF of all pages at 200 dpi",
    "docx-image": "Word that holds pictures of pages",
}
COLUMNS = {
    "papers": "Papers",
    "rows": "Rows",
    "found": "Found",
    "extra": "Not rows",
    "cells": "Cells right, %",
    "stars": "Stars right, %",
    "name likeness": "Likeness of names",
    "not in review": "Wrong rows not in review",
}


def row(measured: Mapping[str, str]) -> str:
    """A line of the table."""
    facts = [measured[fact] for fact in ("number", "date", "issuer", "level", "act")]
    right = sum(int(fact.split("/")[0]) for fact in facts)
    whole = sum(int(fact.split("/")[1]) for fact in facts)
    cells = [NAMES[measured["format"]], *(measured[column] for column in COLUMNS)]
    return f"| {' | '.join([*cells, f'{right}/{whole}' if whole else '–'])} |"


def table(measured: Mapping[str, Mapping[str, str]]) -> str:
    """The table of the formats that were measured, in the order of ``NAMES``."""
    heads = ["Format", *COLUMNS.values(), "Number, day, issuer, level, act right"]
    lines = [f"| {' | '.join(heads)} |", f"| {' | '.join('---' for _ in heads)} |"]
    lines += [row(measured[form]) for form in NAMES if form in measured]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Renew the block of the page."""
    found = [one for file in sys.argv[1:] for one in json.loads(Path(file).read_text("utf-8"))]
    made = table({one["format"]: one for one in found})
    text = PAGE.read_text("utf-8")
    PAGE.write_text(BLOCK.sub(lambda part: part[1] + made + part[2], text), "utf-8")


if __name__ == "__main__":
    main()
