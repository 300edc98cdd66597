"""The table of wrong kinds counts them where they stand."""

import importlib
import json
from pathlib import Path

import pytest

TEXT = (
    "Kết quả OCOP tỉnh Hà Giang\n"
    "Năm 2023, tỉnh công nhận 20 sản phẩm OCOP, gồm 8 sản phẩm 4 sao và 12 sản phẩm 3 sao. "
    "Huyện Mèo Vạc có 3 sản phẩm OCOP. "
    "Tỉnh phấn đấu có 90 sản phẩm OCOP."
)


def claim(
    quote: str, kind: str, level: str = "province", name: str = "Hà Giang"
) -> dict[str, object]:
    """A labelled claim of which the table asks only place, number and kind."""
    return {
        "place": {"level": level, "name": name, "province": "Hà Giang", "regime": 63},
        "count": int(quote.split()[0]),
        "count_high": None,
        "comparator": "exact",
        "stars": [3, 4, 5],
        "potential5": False,
        "kind": kind,
        "period": None,
        "round": None,
        "as_of": None,
        "decision": None,
        "quote": quote,
        "start": TEXT.index(quote),
    }


CLAIMS = [
    claim("20 sản phẩm", "new"),
    claim("8 sản phẩm", "new"),
    claim("12 sản phẩm", "new"),
    claim("3 sản phẩm OCOP", "cumulative", "district", "Mèo Vạc"),
    claim("90 sản phẩm", "target"),
]


def rows(
    read: dict[int, str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, list[str]]:
    """The table when the numbers of ``read`` were taken for those kinds."""
    document = {
        "id": "hg",
        "file": "hg.txt",
        "kind": "news",
        "source": {"name": "Báo Hà Giang", "type": "newspaper", "province": "Hà Giang"},
        "published": "2023-12-20",
        "title": "Kết quả OCOP tỉnh Hà Giang",
        "text": TEXT,
        "traps": [],
        "decisions": [],
        "claims": CLAIMS,
    }
    (folder / "hg.jsonl").write_text(json.dumps(document) + "\n", "utf-8")
    missed = [
        {**told, "differs": ["kind"], "read": {**told, "kind": read[told["count"]]}}
        for told in CLAIMS
        if told["count"] in read
    ]
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "docs"))
    causes = importlib.import_module("causes")
    report = {"documents": ["hg"], "errors": [{"id": "hg", "missed": missed}]}
    return {row[0].split(":")[0]: list(row[1:]) for row in causes.by_cause(report, folder)}


def test_a_list_that_is_wrong_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = dict.fromkeys((20, 8, 12), "cumulative")
    found = rows(wrong, tmp_path, monkeypatch)
    assert found["anywhere"][0] == "3"
    assert found["in the headline, or first of the body"][0] == "1"
    # wrong, all others alike, most alike, mended, spoiled
    assert found["in a list"] == ["3", "3", "0", "0", "0"]
    assert found["part of a total"] == ["2", "2", "0", "0", "0"]
    assert found["alone"][0] == "0"


def test_a_part_that_its_total_would_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = rows({12: "assessed"}, tmp_path, monkeypatch)
    assert found["in a list"] == ["1", "0", "0", "1", "0"]
    assert found["part of a total"] == ["1", "0", "0", "1", "0"]


def test_a_number_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = rows({3: "new", 90: "forecast"}, tmp_path, monkeypatch)
    assert found["alone"][0] == found["anywhere"][0] == "2"
    assert found["in a list"][0] == "0"
    assert found["in a list of districts or communes"] == ["0", "0", "0", "0", "0"]


def test_a_total_that_would_spoil_its_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = rows({20: "assessed"}, tmp_path, monkeypatch)
    assert found["part of a total"] == ["0", "0", "0", "0", "2"]
