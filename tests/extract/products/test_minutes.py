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
