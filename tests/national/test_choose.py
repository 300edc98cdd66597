from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.model import Comparator, Kind
from national.admit import admit
from national.choose import choose
from national.frames import claims_frame, documents_frame
from national.schema import CELLS, UnfitTableError
from national.series import RESULT_SERIES, star_class


def test_equal_counts_agree(desk) -> None:
    desk.add(403)
    desk.add(403)
    cell = desk.cell()
    assert cell["cell_id"] == "63.40.cumulative.2022-12-31.3up"
    assert (cell["value"], cell["status"]) == (403, "automatic")
    assert (cell["n_claims"], cell["n_sources"]) == (2, 2)
    assert set(cell["claim_ids"].split()) == set(desk.claims["claim_id"])
    assert pd.isna(cell["rival_values"])
    assert pd.isna(cell["rival_claim_ids"])


def test_copies_are_one_source(desk) -> None:
    wire = "Theo TTXVN, Nghệ An có 403 sản phẩm OCOP."
    for _ in range(40):
        desk.add(403, sentence=wire, words=wire)
    desk.add(403, sentence="Báo cáo của tỉnh ghi 403 sản phẩm.")
    cell = desk.cell()
    assert (cell["n_claims"], cell["n_sources"]) == (41, 2)


def test_rivals_stay_in_the_cell(desk) -> None:
    desk.add(403)
    rivals = [desk.add(405, confidence=0.8), desk.add(450, confidence=0.7)]
    cell = desk.cell()
    assert (cell["value"], cell["status"]) == (403, "disputed")
    assert cell["rival_values"] == "405; 450"
    assert cell["rival_claim_ids"].split() == [claim.claim_id for claim in rivals]
    assert (cell["n_claims"], cell["n_sources"]) == (3, 1)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"decision": "279/QĐ-UBND", "confidence": 0.6}, {"confidence": 0.99}),
        (
            {"decision": "279/QĐ-UBND", "comparator": Comparator.AT_LEAST},
            {"published": "2026-01-01"},
        ),
        (
            {"confidence": 0.6},
            {"comparator": Comparator.MORE_THAN, "confidence": 0.99, "published": "2026-01-01"},
        ),
        ({"confidence": 0.9}, {"confidence": 0.8, "published": "2026-01-01"}),
        ({"published": "2023-06"}, {"published": "2023-05-31"}),
        ({"confidence": 0.5}, {"confidence": 0.49, "decision": "279/QĐ-UBND"}),
    ],
    ids=["decision", "decision before exact", "exact", "confidence", "publication", "not doubtful"],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_the_choice(desk, better, worse, turned) -> None:
    two = [(100, better), (900, worse)]
    for count, how in reversed(two) if turned else two:
        desk.add(count, **how)
    cell = desk.cell()
    assert cell["value"] == 100
    assert "900" in cell["rival_values"]


def test_a_rounded_headline_does_not_dispute_the_exact_number(desk) -> None:
    desk.add(10300, comparator=Comparator.MORE_THAN, confidence=0.99)
    desk.add(10322)
    cell = desk.cell()
    assert (cell["value"], cell["comparator"], cell["status"]) == (10322, "exact", "automatic")
    assert cell["n_sources"] == 2


def test_doubtful_claims_enter_as_such(desk) -> None:
    desk.add(403, confidence=0.4)
    assert desk.cell()["status"] == "doubtful"
    assert desk.choose(doubt_below=0.3).cells["status"].tolist().count("automatic") == 1


def test_a_doubtful_claim_disputes_nothing_and_is_kept(desk) -> None:
    desk.add(403)
    doubtful = desk.add(999, confidence=0.1)
    cell = desk.cell()
    assert (cell["value"], cell["status"]) == (403, "automatic")
    assert cell["rival_claim_ids"] == doubtful.claim_id


def test_printed_rivals(desk) -> None:
    desk.add(403)
    desk.add(20, count_high=30, confidence=0.8)
    desk.add(600, comparator=Comparator.AT_LEAST, confidence=0.7)
    assert desk.cell()["rival_values"] == "20-30; at_least 600"


def test_potential_five_stars_are_a_cell_of_their_own(desk) -> None:
    desk.add(4, stars=(5,))
    desk.add(13, stars=(5,), potential5=True)
    values = desk.cells().set_index("star_class")["value"]
    assert (values["5"], values["potential5"]) == (4, 13)


def test_cumulative_and_in_force_do_not_meet(desk) -> None:
    desk.add(147)
    desk.add(119, kind=Kind.IN_FORCE)
    cells = desk.cells().set_index("series")
    assert cells["value"].to_dict() == {"cumulative": 147, "in_force": 119}
    assert set(cells["status"]) == {"automatic"}


def test_the_two_maps_do_not_meet(desk) -> None:
    desk.add(306, "Phú Thọ", as_of="2025")
    desk.add(698, "Phú Thọ", as_of="2025", regime=34)
    assert desk.cells().set_index("regime")["value"].to_dict() == {63: 306, 34: 698}


def test_rounds_and_periods_are_different_cells(desk) -> None:
    desk.add(11, kind=Kind.NEW, period="2020", round=2)
    desk.add(8, kind=Kind.NEW, period="2020", round=3)
    desk.add(25, kind=Kind.NEW, period="2020")
    desk.add(30, kind=Kind.NEW, period="2018/2020")
    assert desk.cells().set_index("cell_id")["value"].to_dict() == {
        "63.40.new.2018_2020.3up": 30,
        "63.40.new.2020.3up": 25,
        "63.40.new.2020.r2.3up": 11,
        "63.40.new.2020.r3.3up": 8,
    }


def test_silence_is_a_row() -> None:
    cells = choose(claims_frame([]), documents_frame([])).cells
    assert len(cells) == (63 + 34) * 2
    assert set(cells["status"]) == {"missing"}
    assert cells["value"].isna().all()
    assert cells.groupby(["regime", "series"])["province_code"].nunique().to_dict() == {
        (63, "cumulative"): 63,
        (63, "in_force"): 63,
        (34, "cumulative"): 34,
        (34, "in_force"): 34,
    }


def test_a_number_of_another_class_does_not_break_the_silence_of_the_total(desk) -> None:
    desk.add(14, stars=(4,))
    cells = desk.choose().cells.set_index("cell_id")
    assert cells.loc["63.40.cumulative.none.3up", "status"] == "missing"
    desk.add(403)
    assert "63.40.cumulative.none.3up" not in set(desk.choose().cells["cell_id"])


def test_a_claim_without_its_document_is_an_error(desk) -> None:
    desk.add(403)
    with pytest.raises(UnfitTableError, match="d00000"):
        choose(desk.claims, desk.documents.iloc[:0])


def test_one_text_in_two_documents_keeps_one_claim_id(desk) -> None:
    wire = "Theo TTXVN, Nghệ An có 403 sản phẩm OCOP."
    one, two = (desk.add(403, sentence=wire, words=wire) for _ in range(2))
    assert one.claim_id == two.claim_id
    cell = desk.cell()
    assert (cell["claim_ids"], cell["n_claims"], cell["n_sources"]) == (one.claim_id, 2, 1)


SLOW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@SLOW
@given(n=st.integers(1, 120), seed=st.integers(0, 10_000))
def test_the_order_of_claims_does_not_matter(crowd, n: int, seed: int) -> None:
    desk = crowd(n, seed)
    claims, documents = desk.claims, desk.documents
    straight = choose(claims, documents)
    turned = choose(
        claims.sample(frac=1, random_state=seed), documents.sample(frac=1, random_state=seed)
    )
    pd.testing.assert_frame_equal(straight.cells, turned.cells)
    pd.testing.assert_frame_equal(straight.left_out, turned.left_out)


@SLOW
@given(n=st.integers(1, 120), seed=st.integers(0, 10_000))
def test_a_new_target_changes_no_result(crowd, n: int, seed: int) -> None:
    desk = crowd(n, seed)
    before = desk.choose().cells
    desk.add(9999, kind=Kind.TARGET, as_of="2022-12-31", confidence=1.0, decision="1/QĐ-UBND")
    after = desk.choose().cells
    pd.testing.assert_frame_equal(
        before[before["result"]].reset_index(drop=True),
        after[after["result"]].reset_index(drop=True),
    )
    assert not (after.loc[after["result"], "value"] == 9999).any()


def test_a_thousand_claims(crowd) -> None:
    desk = crowd(1000, 1)
    claims = desk.claims.drop_duplicates("claim_id").set_index("claim_id")
    choice = desk.choose()
    cells = CELLS.validate(choice.cells)
    valued = cells[cells["value"].notna()]
    assert (valued["status"] != "missing").all()
    assert (valued["n_sources"].between(1, valued["n_claims"])).all()
    assert (cells["result"] == cells["series"].isin(RESULT_SERIES)).all()
    disputed = valued["status"] == "disputed"
    assert disputed.any()
    assert valued.loc[disputed, "rival_values"].notna().all()
    seen: list[str] = []
    for cell in valued.itertuples():
        ids = cell.claim_ids.split()
        rivals = [] if pd.isna(cell.rival_claim_ids) else cell.rival_claim_ids.split()
        assert ids[0] == cell.claim_id
        assert claims.loc[cell.claim_id, "count"] == cell.value
        for row in claims.loc[ids + rivals].itertuples():
            assert (row.kind, row.place_regime) == (cell.series, cell.regime)
            assert star_class(row.stars, potential5=row.potential5) == cell.star_class
        seen += ids + rivals
    entering = admit(desk.claims).entering
    assert sorted(set(seen)) == sorted(set(entering["claim_id"]))
    assert len(entering) + len(choice.left_out) == len(desk.claims)
