"""Dates in reach of a count, and what speaks for a time; no weight plays a part here."""

import pytest

from extract.claims.choice import ByWeights
from extract.claims.counts import find_counts
from extract.claims.moments import Timeline
from extract.claims.scene import build
from extract.claims.time_pool import Pool
from extract.claims.time_signs import points_back, signs
from extract.claims.weights import HAND
from extract.documents.plain import from_text
from extract.model import Kind

TITLE = "Huyện Tân Lập chấm sản phẩm OCOP"


def laid_out(body, title=TITLE):
    scene = build(
        from_text(f"{title}\n\n{body}", document_id="t", title=title, published="2023-06-15")
    )
    return scene, find_counts(scene, ByWeights(HAND))


def ways(body, index=-1, title=TITLE):
    """(printed, way) of the dates in reach of one count."""
    scene, counts = laid_out(body, title)
    reach = Timeline.of(scene).reach(counts[index])
    return {moment.mention.span.text: moment.way for moment in reach}


@pytest.mark.parametrize(
    ("body", "printed", "way"),
    [
        ("Ngày 3/4/2023, huyện công nhận 8 sản phẩm OCOP.", "3/4/2023", "own"),
        (
            "Hội đồng họp ngày 3/4/2023. Theo đó, huyện công nhận 8 sản phẩm OCOP.",
            "3/4/2023",
            "paragraph",
        ),
        (
            "Số liệu tính đến 31/5/2023:\n- Xã Bình An: 4 sản phẩm\n- Xã Bình Minh: 6 sản phẩm",
            "31/5/2023",
            "intro",
        ),
        (
            "Mở đầu bản tin của huyện về chương trình OCOP.\n\nVề phân bố (thời điểm 31/5/2023)\n\n"
            "Toàn huyện có 12 sản phẩm OCOP.",
            "31/5/2023",
            "heading",
        ),
        (
            "Toàn huyện có 12 sản phẩm OCOP.\n\nCác xã tiếp tục rà soát.\n\n"
            "(Số liệu do Phòng Nông nghiệp chốt ngày 31/5/2023)",
            "31/5/2023",
            "lead",
        ),
    ],
)
def test_a_date_reaches_a_count_in_its_nearest_way(body, printed, way):
    found = ways(body)
    assert [w for text, w in found.items() if printed in text] == [way]


def test_clocks_durations_and_horizons_are_no_moments():
    body = "Sau 3 năm, định hướng đến năm 2030, lúc 8 giờ, huyện có 12 sản phẩm OCOP."
    assert ways(body) == {}


def test_equal_times_share_what_speaks_for_them():
    pool = Pool(Kind.NEW)
    pool.add("2023-04-03", "text", ["way.own"])
    pool.add(None, None, ["none"])
    pool.add("2023-04-03", "decision", ["decision.own"])
    told, none = pool.candidates()
    assert told.value == ("2023-04-03", "text")
    assert {"flow.way.own", "flow.decision.own", "new.way.own"} <= set(told.features)
    assert none.value == (None, None)


@pytest.mark.parametrize(
    ("time", "name"),
    [
        ("2022-11", "period.in"),
        ("2023-01-17", "period.next"),
        ("2020-02-04", "period.before"),
        ("2025", "period.after"),
    ],
)
def test_a_time_is_compared_with_the_period(time, name):
    pool = Pool(Kind.NEW)
    pool.add(time, "text", [])
    pool.compare("2021/2022")
    (candidate,) = pool.candidates()
    assert f"flow.{name}" in candidate.features


def test_years_told_in_turn_belong_to_their_counts():
    body = "Các năm 2021 và 2022, huyện công nhận lần lượt 14 sản phẩm, 19 sản phẩm OCOP."
    scene, counts = laid_out(body)
    timeline = Timeline.of(scene)
    for count, year in zip(counts, ("2021", "2022"), strict=True):
        paired = [
            moment.mention.span.text
            for moment in timeline.reach(count)
            if "paired" in set(signs(timeline, count, moment))
        ]
        assert [text[-4:] for text in paired] == [year]


@pytest.mark.parametrize(
    ("sentence", "pointer"),
    [
        ("Sau đợt này, toàn huyện có 12 sản phẩm OCOP.", "after_act"),
        ("Đến ngày ký, toàn huyện có 12 sản phẩm OCOP.", "act_day"),
        ("Trước phiên họp, huyện có 12 sản phẩm OCOP.", "before_act"),
        ("Cùng thời điểm, cả nước có 12.000 sản phẩm OCOP.", "same_time"),
        ("Đến nay, toàn huyện có 12 sản phẩm OCOP.", None),
    ],
)
def test_words_that_point_to_a_day_told_before(sentence, pointer):
    scene, counts = laid_out(sentence)
    assert points_back(scene, counts[-1]) == pointer
