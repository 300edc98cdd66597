"""Scores computed by hand."""

from __future__ import annotations

import pytest

from ocop.evaluate import evaluate, predict
from ocop.evaluate.compare import Cause
from ocop.evaluate.equality import paper_number, place_name, same_time
from ocop.evaluate.score import Score, Share

TEXT = (
    "Năm 2021, Nghệ An công nhận 139 sản phẩm, trong đó 20 sản phẩm 4 sao.\n"
    "Chủ nhân của 139 sản phẩm nhận giấy. Phấn đấu năm 2022 có 60 sản phẩm."
)


def score(documents, reader):
    return evaluate(documents, predict(documents, reader, jobs=1))


def test_what_is_read_as_labelled_scores_one(gold, page, claim, paper, reader) -> None:
    claims = [claim(139, "139 sản phẩm", as_of="2021", period="2021"), claim(20, "20 sản phẩm")]
    found = score(gold(page(TEXT, claims)), reader(claims))
    assert found.strict == found.table == Score(gold=2, predicted=2, right=2)
    assert (found.strict.precision, found.strict.recall, found.strict.f1) == (1, 1, 1)
    assert all(share == Share(2, 2) for share in found.fields.values())
    assert found.false_results == Share(0, 2)
    assert not found.confusion


def test_wrong_star_and_target_taken_as_result(gold, page, claim, reader) -> None:
    labels = [
        claim(139, "139 sản phẩm"),
        claim(139, "139 sản phẩm", nth=1),
        claim(20, "20 sản phẩm", stars=[4]),
        claim(60, "60 sản phẩm", kind="target"),
    ]
    said = [
        claim(139, "139 sản phẩm"),
        claim(20, "20 sản phẩm", stars=[3]),
        claim(60, "60", kind="cumulative"),
    ]
    found = score(gold(page(TEXT, labels)), reader(said))
    # 139 is one claim though it is printed twice; 20 has another star set, 60 another kind.
    assert found.strict == Score(gold=3, predicted=3, right=1)
    assert found.table == Score(gold=2, predicted=3, right=1)
    assert found.table.f1 == pytest.approx(2 * 1 / (2 + 3))
    # Only 60 is the number of a plan; 20 is a result in the labels too.
    assert found.false_results == Share(1, 3)
    assert found.confusion == {"stars": {("4", "3"): 1}, "kind": {("target", "cumulative"): 1}}
    assert found.causes == {"missed": {Cause.MISREAD: 2}, "false": {Cause.MISREAD: 2}}
    assert found.slices["kind"] == {
        "new": Score(gold=2, predicted=2, right=1),
        "target": Score(gold=1, predicted=0, right=0),
        "cumulative": Score(gold=0, predicted=1, right=0),
    }


def test_repeated_readings_are_one_claim(gold, page, claim, reader) -> None:
    labels = [claim(139, "139 sản phẩm")]
    said = [claim(139, "139 sản phẩm"), claim(139, "139 sản phẩm", nth=1)]
    assert score(gold(page(TEXT, labels)), reader(said)).strict == Score(1, 1, 1)


def test_the_number_of_another_place_is_a_false_result(gold, page, claim, reader) -> None:
    labels = [claim(139, "139 sản phẩm", place={"level": "nation", "name": "Việt Nam"})]
    found = score(gold(page(TEXT, labels)), reader([claim(139, "139 sản phẩm")]))
    assert found.false_results == Share(1, 1)
    assert found.confusion == {
        "level": {("nation", "province"): 1},
        "name": {("given", "another"): 1},
    }


def test_district_results_do_not_enter_the_table(gold, page, claim, reader) -> None:
    claims = [claim(139, "139 sản phẩm", place={"level": "district", "name": "Nam Đàn"})]
    found = score(gold(page(TEXT, claims)), reader(claims))
    assert found.strict == Score(1, 1, 1)
    assert found.table == Score(0, 0, 0)
    assert found.table.f1 is None


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({"count": 140}, 0),
        ({"count_high": 150}, 0),
        ({"potential5": True}, 0),
        ({"place": {"regime": 34}}, 0),
        ({"place": {"name": None}}, 0),
        ({"place": {"province": None}}, 1),
        ({"comparator": "about"}, 1),
        ({"decision": "1/QĐ-UBND"}, 1),
    ],
)
def test_what_strict_identity_is_made_of(gold, page, claim, reader, change, right) -> None:
    said = claim(**{"count": 139, "quote": "139 sản phẩm", **change})
    found = score(gold(page(TEXT, [claim(139, "139 sản phẩm")])), reader([said]))
    assert found.strict.right == right


def test_causes_tell_unread_from_misread_and_from_a_second_number(
    gold, page, claim, reader
) -> None:
    text = "Có 18/20 sản phẩm đạt, thêm 7 sản phẩm."
    labels = [
        claim(18, "18/20 sản phẩm"),
        claim(20, "18/20 sản phẩm", kind="registered"),
        claim(7, "7 sản phẩm"),
    ]
    found = score(gold(page(text, labels)), reader([claim(18, "18")]))
    assert found.causes == {"missed": {Cause.BESIDE: 1, Cause.ALONE: 1}, "false": {}}


def test_near_misses_pair_the_most_similar(gold, page, claim, reader) -> None:
    text = "Có 18/20 sản phẩm đạt."
    quote = "18/20 sản phẩm"
    labels = [claim(20, quote, kind="registered"), claim(18, quote)]
    said = [claim(18, quote, stars=[4]), claim(20, quote, kind="assessed")]
    found = score(gold(page(text, labels)), reader(said))
    near = {(pair.gold.key.count, pair.differs) for pair in found.comparisons[0].near}
    assert near == {(18, ("stars",)), (20, ("kind",))}


def test_a_field_is_right_if_it_equals_any_label_of_a_merged_claim(
    gold, page, claim, reader
) -> None:
    labels = [
        claim(139, "139 sản phẩm", as_of="2021", decision="279/QĐ-UBND"),
        claim(139, "139 sản phẩm", nth=1, as_of="2022-01-27"),
    ]
    documents = gold(page(TEXT, labels))
    said = claim(139, "139 sản phẩm", as_of="2022-01", decision="0279/QÐ - UBND", round=2)
    found = score(documents, reader([said]))
    assert found.fields == {
        "comparator": Share(1, 1),
        "as_of": Share(1, 1),
        "period": Share(1, 1),
        "round": Share(0, 1),
        "decision": Share(1, 1),
    }
    second = claim(139, "139 sản phẩm", nth=1, as_of="2020")
    assert score(documents, reader([said, second])).fields["as_of"] == Share(0, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2022-08-31", "2022-08", True),
        ("2022", "2022-08-31", True),
        ("2022-08", "2022-09-01", False),
        ("2022-08-31", "2022-08-30", False),
        (None, None, True),
        (None, "2022", False),
        ("2018/2020", "2018/2020", True),
        ("2018/2020", "2018", False),
        ("2018/2020", "2018-01/2020-12", False),
    ],
)
def test_times_are_compared_at_the_coarser_precision(one, other, same) -> None:
    assert same_time(one, other) is same
    assert same_time(other, one) is same


def test_names_and_numbers_have_one_spelling() -> None:
    assert place_name("Ba\u0300 Ri\u0323a") == "Bà Rịa"
    assert place_name("Thừa Thiên Huế") == place_name("Huế")
    assert place_name(None) is None
    assert paper_number("05/QÐ–UBND") == paper_number("5/qđ - ubnd") == "5/QĐ-UBND"
    assert paper_number("279/QĐ-UBND") != paper_number("279/KH-UBND")


def test_papers_are_counted_by_printing_and_once(gold, page, paper, reader) -> None:
    text = "Quyết định 279/QĐ-UBND; QĐ 279/QĐ-UBND; Kế hoạch 27/KH-UBND; lại 279/QĐ-UBND."
    labels = [
        paper("279/QĐ-UBND", "279/QĐ-UBND", date="2022-01-27"),
        paper("279/QĐ-UBND", "279/QĐ-UBND", nth=1, date="2022-01-27"),
        paper("27/KH-UBND", "27/KH-UBND", role="plan"),
    ]
    said = [
        paper("279/QĐ-UBND", "279/QĐ-UBND", date="2022-01"),
        paper("279/QĐ-UBND", "279/QĐ-UBND", nth=1, date=None, role="other"),
        paper("279/QĐ-UBND", "279/QĐ-UBND", nth=2, date="2022-01-27"),
    ]
    papers = score(gold(page(text, (), labels)), reader((), said)).papers
    assert papers.printings == Score(gold=3, predicted=3, right=2)
    assert papers.unique == Score(gold=2, predicted=1, right=1)
    assert papers.date == Share(1, 2)
    assert papers.role == Share(1, 2)


def test_one_reading_finds_one_of_two_printings(gold, page, paper, reader) -> None:
    labels = [paper("279/QĐ-UBND", "279/QĐ-UBND", nth=n) for n in (0, 1)]
    document = page("QĐ 279/QĐ-UBND; lại 279/QĐ-UBND.", (), labels)
    found = score(gold(document), reader((), labels[1:]))
    assert found.papers.printings == Score(gold=2, predicted=1, right=1)
    assert found.comparisons[0].papers.missed[0].start == 3


def test_confidence_is_held_against_the_truth(gold, page, claim, reader) -> None:
    # The reader of these tests always says 0.5: once it is right, twice it is not.
    said = [claim(139, "139 sản phẩm"), claim(21, "20 sản phẩm"), claim(61, "60 sản phẩm")]
    found = score(gold(page(TEXT, said[:1])), reader(said)).calibration
    assert [(b.low, b.high, b.claims, b.right) for b in found.bins if b.claims] == [
        (0.5, 0.7, 3, 1)
    ]
    assert found.brier == pytest.approx(0.25)


def test_slices_add_up_over_documents(gold, page, claim, reader) -> None:
    one = page(TEXT, [claim(139, "139 sản phẩm")], id="one", traps=["target", "money"])
    two = page(TEXT, [claim(20, "20 sản phẩm")], id="two", kind="report", traps=["target"])
    found = score(gold(one, two), reader([claim(139, "139 sản phẩm")]))
    assert found.slices["trap"] == {"target": Score(2, 2, 1), "money": Score(1, 1, 1)}
    assert found.slices["document"] == {"news": Score(1, 1, 1), "report": Score(1, 1, 0)}
    assert list(found.slices["file"].values()) == [Score(2, 2, 1)]
