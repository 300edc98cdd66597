"""A page read once more by poppler's pdftotext, which puts letters in the order of the page."""

from __future__ import annotations

import numpy as np
from lxml import etree

from extract.documents.means import Means, UnreadableError, own_folder, run
from extract.documents.pdf.frame import Frame
from extract.documents.pdf.layer import Layer, join_kerned, make_layer

_XHTML = "{http://www.w3.org/1999/xhtml}"


class Poppler:
    """The pages of one PDF, read by pdftotext when the first is asked for."""

    def __init__(self, payload: bytes, means: Means) -> None:
        self._payload = payload
        self._means = means
        self._pages: list[etree._Element] | None = None

    def read(self, page: int, frame: Frame) -> Layer:
        """The words of a page (from 1), in the order of the page.

        Raises:
            UnreadableError: pdftotext is missing or failed.
        """
        if self._pages is None:
            self._pages = self._run()
        if page > len(self._pages):
            return make_layer([], np.zeros((0, 4)), [])
        return _layer(self._pages[page - 1], frame)

    def _run(self) -> list[etree._Element]:
        with own_folder() as folder:
            path = folder / "document.pdf"
            path.write_bytes(self._payload)
            arguments = ["-bbox-layout", "-cropbox", str(path), "-"]
            made = run("pdftotext", arguments, seconds=self._means.limits.seconds, folder=folder)
        parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
        try:
            root = etree.fromstring(made, parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableError(
                "program_failed",
                f"What pdftotext wrote could not be read: {error}",
                "Open the document by hand.",
            ) from error
        return [] if root is None else list(root.iter(f"{_XHTML}page"))


def _layer(page: etree._Element, frame: Frame) -> Layer:
    texts: list[str] = []
    boxes: list[list[float]] = []
    breaks: list[bool] = []
    for line in page.iter(f"{_XHTML}line"):
        for number, word in enumerate(line.iter(f"{_XHTML}word")):
            text = "".join((word.text or "").split())
            if text:
                sides = ("xMin", "yMin", "xMax", "yMax")
                texts.append(text)
                boxes.append([float(word.get(side, 0)) for side in sides])
                breaks.append(number == 0)
    upright = frame.from_shown(np.array(boxes).reshape(-1, 4))
    # pdftotext parts words where the font changes: in the middle of "TỈNH".
    return join_kerned(make_layer(texts, upright, breaks))
