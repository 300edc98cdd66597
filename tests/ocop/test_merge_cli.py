"""``ocop merge``: what another machine crawled becomes part of the corpus, once."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from crawler.archive import Archive, Told
from crawler.ledger import Ledger

MOMENT = datetime(2026, 11, 22, 7, 45, 22, tzinfo=UTC)
HTML = (("Content-Type", "text/html; charset=utf-8"),)
CAN_THO = "https://baocantho.com.vn/ocop-1-a1.html"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """The workspace of another machine."""
    with Archive(tmp_path / "there" / "corpus") as archive:
        page = "<p>Cần Thơ có 48 sản phẩm OCOP</p>".encode()
        archive.add_response(CAN_THO, 200, HTML, page, MOMENT)
        archive.add_response("https://a.vn/", 200, HTML, page, MOMENT, told=Told("bao_a"))
        archive.add_response("https://nobody.vn/", 200, HTML, page, MOMENT)
    return tmp_path / "there"


def test_a_corpus_comes_in_once_and_the_ledger_knows_it(
    ocop: Callable[..., Any], there: Path, tmp_path: Path
) -> None:
    answer = ocop("merge", there)
    assert (answer.code, answer.out) == (0, "3 captures came into ws/corpus; 0 were there.\n")
    assert "Next: ocop run" in answer.err
    again = ocop("merge", there / "corpus", "--json")
    assert again.json() == {"captures": 0, "known": 3, "faults": []}
    corpus = tmp_path / "ws" / "corpus"
    assert len(list(Archive(corpus).captures())) == 3
    with Ledger(corpus / "ledger.sqlite", now=lambda: MOMENT) as ledger:
        known = ledger.seen(CAN_THO)
        assert known is not None
        assert known.source_id == "baocantho_com_vn"
        assert [one.url for one in ledger.documents("bao_a")] == ["https://a.vn/"]
        assert ledger.seen("https://nobody.vn/") is None


def test_damage_is_named_and_told_to_the_shell(ocop: Callable[..., Any], there: Path) -> None:
    (capture, *_) = Archive(there / "corpus").captures()
    os.truncate(there / "corpus" / capture.warc, capture.offset + 9)
    answer = ocop("merge", there)
    assert answer.code == 3
    assert answer.err.startswith("! ocop-00000.warc.gz at byte")


def test_what_is_no_corpus_is_said(ocop: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    answer = ocop("merge", tmp_path / "photos")
    assert answer.code == 1
    assert "holds no index.cdxj" in answer.err
    assert "ocop ingest" in answer.err
