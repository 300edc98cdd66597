"""The recogniser that ships finds names in sentences that nobody trained on."""

from __future__ import annotations

import pytest

from extract.documents.plain import from_text
from extract.model import Label
from extract.ner.names import ASSET, find_names, shipped

ANNEX = """PHỤ LỤC
TT | Tên sản phẩm | Chủ thể | Địa chỉ | Điểm
1 | Trà dây Bản Cuôn | HTX Thanh niên Bản Cuôn | xã Ngọc Phái | 71,5
2 | Lạp xưởng gác bếp Thu Vân | Hộ kinh doanh Hoàng Thu Vân | xã Phương Viên | 64,0
3 | Tinh bột nghệ đỏ Nà Ma | Công ty TNHH Nông sản Nà Ma | xã Yên Phong | 58,5
"""


def told(text: str, label: Label) -> list[str]:
    document = from_text(text, document_id="d")
    return [name.span.text for name in find_names(document) if name.label is label]


def test_rows_of_an_annex() -> None:
    products, producers = told(ANNEX, Label.PRODUCT), told(ANNEX, Label.PRODUCER)
    # Four of five is what it promises; of three rows two must be right to the letter.
    assert (
        len(
            {"Trà dây Bản Cuôn", "Lạp xưởng gác bếp Thu Vân", "Tinh bột nghệ đỏ Nà Ma"}
            & {*products}
        )
        >= 2
    )
    assert (
        len(
            {
                "HTX Thanh niên Bản Cuôn",
                "Hộ kinh doanh Hoàng Thu Vân",
                "Công ty TNHH Nông sản Nà Ma",
            }
            & {*producers}
        )
        >= 2
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Đến nay toàn tỉnh có 214 sản phẩm OCOP, trong đó 61 sản phẩm đạt 4 sao.",
        "Anh kể, hợp tác xã của mình có 7 sản phẩm 4 sao, bán ở một cửa hàng tại Cam Lộ.",
        pytest.param(
            "Hợp tác xã của ông có 7 sản phẩm 4 sao.",
            marks=pytest.mark.xfail(reason="a form with a capital is taken for a name"),
        ),
        "1 | Huyện Mường Ảng | 05 | 03",
    ],
)
def test_counts_and_forms_without_a_name_are_no_names(text: str) -> None:
    assert told(text, Label.PRODUCT) == told(text, Label.PRODUCER) == []


def test_it_says_what_it_learned_from_and_is_small() -> None:
    from importlib.resources import files

    recogniser = shipped()
    assert recogniser is not None
    meta = recogniser.meta["ocop"]
    assert "names.jsonl" in meta["inputs"]
    assert not any("dev-b" in name or "dev-f" in name for name in meta["inputs"])
    for label in (Label.PRODUCT, Label.PRODUCER):
        assert meta["left_out"][label.value]["f1"] >= 0.7
    assert len(files("extract.ner").joinpath(ASSET).read_bytes()) < 2 * 2**20
