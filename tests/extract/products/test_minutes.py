"""Results that minutes and decisions tell line by line, without table and numbers."""

from __future__ import annotations

import pytest

from extract.model import Act, Kind
from products.annexes import decision, listed

LINES = [
    "Muối tiêu An Phú – Hộ kinh doanh Trần Văn Nghĩa: 66,25 điểm, xếp hạng 3 sao;",
    "Nước mắm Phước Sim – Cơ sở Hai Chuyền: 74,5 điểm, xếp hạng 4 sao.",
]


@pytest.mark.parametrize("mark", ["", "- ", "+ ", "a) "])
def test_lines_are_rows(mark: str) -> None:
    paper = decision(Act.FORWARDS)
    found = listed(["Kết quả chấm điểm sản phẩm OCOP:", *(mark + line for line in LINES)], paper)
    assert [(p.name, p.producer, p.stars, p.standing) for p in found.products] == [
        ("Muối tiêu An Phú", "Hộ kinh doanh Trần Văn Nghĩa", 3, Kind.PROPOSED),
        ("Nước mắm Phước Sim", "Cơ sở Hai Chuyền", 4, Kind.PROPOSED),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        # No result: who took part.
        ["Muối tiêu An Phú – Hộ kinh doanh Trần Văn Nghĩa;", "Mắm Sim – Cơ sở Hai Chuyền."],
        # Sentences that happen to name a producer and a class.
        [
            "Hội đồng đề nghị HTX An Phú hoàn thiện hồ sơ để đạt 4 sao.",
            "Sở giao Công ty TNHH Sim bổ sung hồ sơ sản phẩm 3 sao.",
        ],
        LINES[:1],  # one alone is a sentence
    ],
)
def test_other_lines_are_none(lines: list[str]) -> None:
    found = listed(["Kết quả chấm điểm sản phẩm OCOP:", *lines], decision(Act.FORWARDS))
    assert found.products == ()


@pytest.mark.parametrize(
    "failed",
    [
        "không đạt 3 sao do thiếu hồ sơ;",
        "chưa đạt 3 sao.",
        "không được xếp hạng 3 sao;",
        "chưa đủ điều kiện xếp hạng 3 sao;",
        "46 điểm, không đạt 3 sao;",
    ],
)
@pytest.mark.parametrize("marks", [("", ""), ("- ", "- "), ("1. ", "2. ")])
def test_what_failed_is_not_recognised(failed: str, marks: tuple[str, str]) -> None:
    lines = [LINES[1], f"Chè Sim – HTX Sim: {failed}"]
    listing = ["Kết quả sản phẩm OCOP:", *(m + line for m, line in zip(marks, lines, strict=True))]
    first, second = listed(listing, decision()).products
    assert (first.stars, first.standing) == (4, Kind.NEW)
    assert (second.name, second.producer, second.stars) == ("Chè Sim", "HTX Sim", None)
    assert (second.standing, "not_recognised" in second.reasons) == (Kind.ASSESSED, True)
