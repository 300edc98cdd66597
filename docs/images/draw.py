"""Draw the pictures of the documentation from real output: ``python docs/images/draw.py``.

Run it from the root of the checkout after a change of reading. Nothing is retouched: the
picture is what ``ocop read`` prints, without the fonts that rich would load from the web.
"""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from extract.documents.load import load
from extract.model import Document
from extract.reading import read
from ocop.phrases import Lang
from ocop.render import reading_on_screen

HERE = Path(__file__).parent
SAMPLE = Path("corpus/sample/binh-dinh-2023-hoai-nhon-cap-giay.txt")
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace"
LABEL = "ocop read: one document with the evidence of each number in colour, and its claims"


def draw_reading(path: Path) -> str:
    """The answer of ``ocop read PATH`` as SVG, 80 columns wide."""
    screen = Console(
        record=True,
        width=80,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
    )
    screen.print(f"[bold]$ ocop read {path.as_posix()}[/]")
    screen.print(reading_on_screen(read(_document(path)), Lang.EN, whole_text=True))
    svg = screen.export_svg(title="ocop read", code_format=_format(), unique_id="ocop-read")
    svg = svg.replace("<svg ", f'<svg role="img" aria-label="{LABEL}" ', 1)
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def _document(path: Path) -> Document:
    payload = path.read_bytes()
    return load(payload, document_id=hashlib.sha256(payload).hexdigest(), media_type="text/plain")


def _format() -> str:
    """The frame of rich without fonts from a web server and without its own mark."""
    bare = re.sub(r"@font-face \{\{.*?\}\}\s*|<!--.*?-->", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    return bare.replace("Fira Code, monospace", FONTS)


if __name__ == "__main__":
    (HERE / "read.svg").write_text(draw_reading(SAMPLE), encoding="utf-8")
