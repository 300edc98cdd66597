"""Renew what the documentation shows of real output: ``python docs/renew.py``.

Run it from the root of the checkout after a change of reading. It runs the commands in a
workspace that it throws away, rewrites the blocks of README.md that stand below a comment
``<!-- real: COMMAND -->``, and draws docs/images/read.svg. Nothing is retouched. With
``<!-- real: COMMAND | show: A; B -->`` only lines that hold A or B are kept, and ``…``
stands for the others.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import shlex
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from extract.documents.load import load
from extract.model import Document
from extract.reading import read
from ocop.phrases import Lang
from ocop.render import reading_on_screen

ROOT = Path(__file__).parents[1]
ANNEX = "corpus/sample/decisions/phu-tho-2025-quyet-dinh.pdf"
ANNEX_PAGE = "page-002.png"
SAMPLE = "corpus/sample/binh-dinh-2023-hoai-nhon-cap-giay.txt"
LABEL = "ocop read: one document with the evidence of each number in colour, and its claims"
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace"
REAL = re.compile(
    r"(?P<head><!-- real: (?P<command>[^|]+?)(?: \| show: (?P<show>.+?))? -->\n\n```\n)"
    r"(?P<body>.*?)(?=```\n)",
    re.DOTALL,
)


def renewed(page: str, workspace: str) -> str:
    """``page`` with every real block replaced by what its command prints now."""

    def block(match: re.Match[str]) -> str:
        lines = _printed(match["command"], workspace)
        if match["show"]:
            lines = list(_shortened(lines, tuple(match["show"].split("; "))))
        return match["head"] + f"$ {match['command']}\n" + "".join(f"{one}\n" for one in lines)

    return REAL.sub(block, page)


def _printed(command: str, workspace: str) -> list[str]:
    """Standard output of ``ocop …``; a command that fails stops the renewal."""
    environment = {**os.environ, "OCOP_WORKSPACE": workspace, "COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S603 - the commands stand in README.md
        [str(ROOT / ".venv/bin/ocop"), *shlex.split(command)[1:]],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return [line.rstrip() for line in done.stdout.splitlines()]


def _shortened(lines: list[str], kept: tuple[str, ...]) -> Iterator[str]:
    gap = False
    for line in lines:
        shown = any(words in line for words in kept)
        if shown:
            yield from ["…"] * gap
            yield line
        gap = not shown
    if gap:
        yield "…"


def drawn(path: str) -> str:
    """The answer of ``ocop read PATH`` as SVG, 80 columns wide."""
    screen = Console(
        record=True,
        width=80,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
    )
    screen.print(f"[bold]$ ocop read {path}[/]")
    screen.print(reading_on_screen(read(_document(ROOT / path)), Lang.EN, whole_text=True))
    svg = screen.export_svg(title="ocop read", code_format=_frame(), unique_id="ocop-read")
    svg = svg.replace("<svg ", f'<svg role="img" aria-label="{LABEL}" ', 1)
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def _document(path: Path) -> Document:
    payload = path.read_bytes()
    return load(payload, document_id=hashlib.sha256(payload).hexdigest(), media_type="text/plain")


def _frame() -> str:
    """The frame of rich without fonts from a web server and without its own mark."""
    bare = re.sub(r"@font-face \{\{.*?\}\}\s*|<!--.*?-->", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    return bare.replace("Fira Code, monospace", FONTS)


def main() -> None:
    """Renew README.md and the picture."""
    page = ROOT / "README.md"
    with tempfile.TemporaryDirectory() as workspace:
        page.write_text(renewed(page.read_text(encoding="utf-8"), workspace), encoding="utf-8")
    picture = ROOT / "docs" / "images" / "read.svg"
    picture.write_text(drawn(SAMPLE), encoding="utf-8")
    draw_annex(ROOT / "docs" / "images" / "annex.png")


def draw_annex(picture: Path) -> None:
    """A page of the annex with its evidence, in few colours so that it stays small."""
    with tempfile.TemporaryDirectory() as folder:
        _printed(f"ocop read {ANNEX} --brief --png {folder}", folder)
        with Image.open(Path(folder) / ANNEX_PAGE) as page:
            small = page.convert("RGB").quantize(32)
    small.save(picture, optimize=True)


if __name__ == "__main__":
    main()
