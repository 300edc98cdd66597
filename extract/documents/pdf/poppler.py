"""A page read once more by poppler's pdftotext, which puts letters in the order of the page."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from lxml import etree

from extract.documents.means import Means, UnreadableError, run
from extract.documents.pdf.frame import Frame
from extract.documents.pdf.layer import Layer, join_kerned, make_layer

_XHTML = "{http://www.w3.org/1999/xhtml}"


class Poppler:
    """The pages of one PDF, read by pdftotext when one is asked for."""

    def __init__(self, payload: bytes, means: Means) -> None:
        self._payload = payload
        self._means = means

    def read(self, page: int, frame: Frame) -> Layer:
        """The words of a page (from 1), in the order of the page.

        Raises:
            UnreadableError: pdftotext is missing or failed.
        """
        with tempfile.TemporaryDirectory(prefix="ocop-") as folder:
            path = Path(folder, "page.pdf")
            path.write_bytes(self._payload)
            arguments = [
                "-bbox-layout",
                "-cropbox",
                "-f",
                str(page),
                "-l",
                str(page),
                str(path),
                "-",
            ]
            made = run("pdftotext", arguments, seconds=self._means.limits.seconds)
        return _layer(made, frame)


def _layer(made: bytes, frame: Frame) -> Layer:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(made, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(
            "program_failed",
            f"What pdftotext wrote could not be read: {error}",
            "Open the document by hand.",
        ) from error
    texts: list[str] = []
    boxes: list[list[float]] = []
    breaks: list[bool] = []
    for line in () if root is None else root.iter(f"{_XHTML}line"):
        for number, word in enumerate(line.iter(f"{_XHTML}word")):
            text = "".join((word.text or "").split())
            if text:
                texts.append(text)
                boxes.append(
                    [float(word.get(side, 0)) for side in ("xMin", "yMin", "xMax", "yMax")]
                )
                breaks.append(number == 0)
    upright = frame.from_shown(np.array(boxes).reshape(-1, 4))
    # pdftotext parts words where the font changes: in the middle of "TỈNH".
    return join_kerned(make_layer(texts, upright, breaks))
