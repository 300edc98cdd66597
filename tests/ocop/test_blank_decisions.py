"""A decision without its number or day is counted among the issues and shown on the screen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Ocop

DRAFT = """ỦY BAN NHÂN DÂN TỈNH LAI CHÂU
Số:        /QĐ-UBND
Lai Châu, ngày      tháng     năm 2024

QUYẾT ĐỊNH
Về việc công nhận sản phẩm OCOP năm 2024

Điều 1. Công nhận 06 sản phẩm OCOP đạt hạng 3 sao.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
"""


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")
    signed = DRAFT.replace("Số:        /", "Số: 77/").replace("ngày      tháng     ", "ngày 5/3/")
    signed = signed.replace("5/3/năm 2024", "05 tháng 3 năm 2024")
    (folder / "signed.txt").write_text(signed, encoding="utf-8")
    return folder


def test_a_run_counts_it_once_with_address_and_advice(
    ocop: Ocop, drafts: Path, tmp_path: Path
) -> None:
    answer = ocop("run", drafts, "-j", "0", "--json")
    lines = (tmp_path / "ws/outputs/issues.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    [issue] = [one for one in told if one["code"] == "decision_left_blank"]
    assert issue["where"].endswith("draft.txt")
    assert "given in review" in issue["advice"]
    assert '"decision_left_blank": 1' in answer.out


def test_the_screen_says_what_is_blank(ocop: Ocop, drafts: Path) -> None:
    shown = " ".join(ocop("read", drafts / "draft.txt").out.split())
    assert "The number and the day of the decision were left blank." in shown
    assert "Look at the page" in shown
    assert "left blank" not in ocop("read", drafts / "signed.txt").out
