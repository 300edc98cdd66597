from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from national.explain import explain
from national.frames import CaptureRef, documents_frame
from national.query import UnansweredError


def _explain(desk, asked: str):
    captures = {"d00000": CaptureRef("corpus-1.warc.gz", 1234, "ab" * 32)}
    documents = documents_frame(desk.readings, captures)
    return explain(asked, desk.choose().cells, desk.claims, documents)


CELL = "63.40.cumulative.2022-12-31.3up"


def test_from_the_cell_to_the_address(desk) -> None:
    sentence = "Đến hết năm 2022, Nghệ An có 403 sản phẩm OCOP."
    desk.add(403, sentence=sentence, reasons=("cue: đến hết năm",))
    (found,) = _explain(desk, CELL)
    (claim,) = found.chosen
    assert (claim.sentence, claim.quote) == (sentence, "403")
    assert (claim.warc, claim.offset, claim.digest) == ("corpus-1.warc.gz", 1234, "ab" * 32)
    assert claim.url == "https://bao.example/0.html"
    assert claim.reasons == ["cue: đến hết năm"]
    assert claim.evidence[0]["role"] == "number"
    assert (found.supporting, found.rivals) == ((), ())


def test_support_and_rivals_stand_apart(desk) -> None:
    best = desk.add(403, decision="279/QĐ-UBND")
    other = desk.add(403)
    rivals = [desk.add(410, confidence=0.8), desk.add(405, confidence=0.7)]
    (found,) = _explain(desk, CELL)
    assert [c.claim_id for c in found.chosen] == [best.claim_id]
    assert [c.claim_id for c in found.supporting] == [other.claim_id]
    assert [c.claim_id for c in found.rivals] == [c.claim_id for c in rivals]
    assert "279/QĐ-UBND" in found.why
    assert "410; 405" in found.why


def test_copies_of_one_claim_are_all_shown(desk) -> None:
    wire = "Theo TTXVN, Nghệ An có 403 sản phẩm OCOP."
    for _ in range(3):
        desk.add(403, sentence=wire, words=wire)
    (found,) = _explain(desk, CELL)
    assert len(found.chosen) == 1
    assert len(found.supporting) == 2


def test_a_claim_leads_to_its_cell_also_as_a_rival(desk) -> None:
    desk.add(403)
    rival = desk.add(405, confidence=0.7)
    (found,) = _explain(desk, rival.claim_id)
    assert found.cell is not None
    assert found.cell.cell_id == CELL


def test_a_claim_outside_of_the_table_is_shown_as_such(desk) -> None:
    claim = desk.add(403, as_of=None)
    (found,) = _explain(desk, claim.claim_id)
    assert found.cell is None
    assert [c.claim_id for c in found.chosen] == [claim.claim_id]
    assert "left_out" in found.why


def test_a_missing_cell_says_that_nobody_has_told(desk) -> None:
    (found,) = _explain(desk, "63.40.cumulative.none.3up")
    assert found.chosen == ()
    assert "No claim" in found.why


def test_an_unknown_name_is_an_error_with_advice(desk) -> None:
    with pytest.raises(UnansweredError, match=r"cells\.csv"):
        _explain(desk, "nonsense")


def test_explanations_are_json(desk) -> None:
    desk.add(403)
    json.dumps([asdict(found) for found in _explain(desk, CELL)], allow_nan=False)
