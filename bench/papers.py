"""Pages a second of reading PDFs and scans, beside the libraries that only take out text.

ocop's side makes a whole document each time: lines, paragraphs, tables, furniture, places.
Turn by turn, wall time (Tesseract is a process of its own); the median ratio counts.
"""

from __future__ import annotations

import io
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace

from bench import sheets
from bench.report import NOT_INSTALLED, Say, Table
from extract.documents.load import MEANS, load
from extract.documents.means import Means

TURNS = 5
SLOW_TURNS = 2
Work = Callable[[], object]


def measure(say: Say) -> Table:
    """Every pair, in one run."""
    table = Table(
        "Papers",
        ("ocop's work", "ocop, pages/s", "peer", "peer, pages/s", "ratio"),
        note=__doc__.partition("\n\n")[2].strip() if __doc__ else "",
    )
    try:
        text, annex = sheets.text_pdf(20), sheets.table_pdf(300)
    except (ImportError, sheets.NoFontError) as error:
        table.add("all", "", str(error), NOT_INSTALLED, "")
        return table
    pages = _count(annex)
    table.read = f"{_count(text)} pages of text, {pages} of a table, and a scan of one of each"
    say("PDFs")
    _row(
        table,
        "text PDF",
        _count(text),
        lambda: _load(text),
        "pypdfium2, text alone",
        lambda: _plain(text),
    )
    _row(
        table,
        "PDF of tables",
        pages,
        lambda: _load(annex),
        "pdfplumber, tables alone",
        lambda: _tables(annex),
        SLOW_TURNS,
    )
    say("scans")
    _scans(table, annex)
    return table


def _scans(table: Table, annex: bytes) -> None:
    """A page of running text and one of a table, recognised; and the same from memory."""
    if shutil.which("tesseract") is None:
        table.add("scans", "", "tesseract", NOT_INSTALLED, "")
        return
    for name, payload in (("text", sheets.text_pdf(1)), ("table", annex)):
        picture = sheets.page_pictures(payload)[0]
        _row(
            table,
            f"scanned page of {name}, one core",
            1,
            lambda picture=picture: _load(picture),  # type: ignore[misc]
            "tesseract -l vie alone",
            lambda picture=picture: _tesseract(picture),  # type: ignore[misc]
            SLOW_TURNS,
        )
    memo = _Memory()
    means = replace(MEANS, memo=memo)
    _load(picture, means)
    _row(
        table,
        "the same table, recognised before",
        1,
        lambda: _load(picture, means),
        "the first time",
        lambda: _load(picture),
        SLOW_TURNS,
    )


class _Memory:
    """Keeps what was recognised."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self._kept.get(key)

    def put(self, key: str, value: bytes) -> None:
        self._kept[key] = value


def _row(
    table: Table, name: str, pages: int, ours: Work, peer: str, theirs: Work, turns: int = TURNS
) -> None:
    times = [(_seconds(ours), _seconds(theirs)) for _ in range(turns)]
    mine, other = (statistics.median(side) for side in zip(*times, strict=True))
    ratio = statistics.median(b / a for a, b in times)
    table.add(name, f"{pages / mine:,.2f}", peer, f"{pages / other:,.2f}", f"{ratio:.2f}")


def _seconds(work: Work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _load(payload: bytes, means: Means = MEANS) -> object:
    document = load(payload, document_id="b", means=means)
    if not document.text:
        raise ValueError(f"nothing was read: {document.issues}")
    return document


def _count(payload: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(payload))


def _plain(payload: bytes) -> object:
    import pypdfium2

    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(payload)]


def _tables(payload: bytes) -> object:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(payload)) as pdf:
        return [page.extract_tables() for page in pdf.pages]


def _tesseract(picture: bytes) -> object:
    command = ["tesseract", "stdin", "stdout", "-l", "vie", "--dpi", str(sheets.DPI)]
    return subprocess.run(
        command,
        input=picture,
        capture_output=True,
        check=True,
        env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/usr/local/bin"},
    )
