"""What pdfium tells about many letters in one sweep is what it tells about each."""

from typing import Any

import numpy as np
import pypdfium2
import pytest

from extract.documents.pdf.calls import font_names, loose_boxes


def test_letters_of_a_full_page_have_their_own_boxes_and_fonts(drawing: Any) -> None:
    page = drawing()
    for number in range(70):
        page.at(40, 40 + 10 * number, f"{number} sản phẩm đạt ba sao " * 3, size=6 + number % 4)
    page.at(40, 800, "Danh sách", bold=True)
    document = pypdfium2.PdfDocument(page.done())
    textpage = document[0].get_textpage()
    count = textpage.count_chars()
    assert count > 2048  # more than one sweep takes
    places = np.arange(count)[::-1]
    boxes = loose_boxes(textpage.raw, places)
    for place, (left, top, right, bottom) in zip(places.tolist(), boxes.tolist(), strict=True):
        box = textpage.get_charbox(place, loose=True)
        assert (left, bottom, right, top) == pytest.approx(box)
    first, last = font_names(textpage.raw, [0, count - 1])
    assert first
    assert last
    assert first != last
    assert loose_boxes(textpage.raw, places[:0]).shape == (0, 4)
