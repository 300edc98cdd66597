"""Dates in reach of a count, and what speaks for a time; no weight plays a part here."""

import pytest

from extract.claims.choice import ByWeights
from extract.claims.counts import find_counts
from extract.claims.moments import Timeline
from extract.claims.place_meaning import Where
from extract.claims.scene import build
from extract.claims.time_pool import Pool
from extract.claims.time_signs import elsewhere, points_back, signs
from extract.claims.time_told import province_of
from extract.claims.times import When, choose_time
from extract.claims.weights import HAND
from extract.documents.plain import from_text
from extract.model import Kind, Level, Place

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
    pool.compare("2021/2022", None)
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


@pytest.mark.parametrize(
    ("time", "name"),
    [
        ("2023-06-15", "age.same_day"),
        ("2023-06-12", "age.days"),
        ("2023-05-20", "age.weeks"),
        ("2021-05-20", "age.old"),
        ("2023-07-01", "age.to_come"),
        ("2023-05", "age.month"),
        ("2023-12", "age.month.to_come"),
        ("2022", "age.year.1"),
        ("2009", "age.year.3"),
        ("2025", "age.year.to_come"),
    ],
)
def test_a_time_is_compared_with_the_day_of_the_page(time, name):
    pool = Pool(Kind.CUMULATIVE)
    pool.add(time, "text", ["way.own", "role.as_of"])
    pool.compare(None, "2023-06-15")
    (candidate,) = pool.candidates()
    ages = {n for n in candidate.features if n.startswith("stock.age.")}
    assert ages == {f"stock.{name}", f"stock.{name}.own", f"stock.{name}.as_of"}


def test_without_a_page_day_no_time_is_old():
    pool = Pool(Kind.CUMULATIVE)
    pool.add("2009", "text", ["way.own"])
    pool.compare(None, None)
    (candidate,) = pool.candidates()
    assert not [name for name in candidate.features if ".age." in name]


def times_in_reach(body, kind, told=(), index=-1, home=None):
    """Every time that a count may have, with its features."""
    scene, counts = laid_out(body)
    seen = {}

    def decide(field, count, candidates):
        if field == "time":
            seen.update({c.value[0]: c.features for c in candidates})
        return ByWeights(HAND)(field, count, candidates)

    count = counts[index]
    choose_time(Timeline.of(scene), count, kind, [], When(), told, decide, home)
    return seen


def test_a_count_that_goes_on_keeps_the_other_dates_in_reach():
    body = (
        "Hội đồng họp ngày 3/4/2023. Tính đến 31/5/2023, huyện có 12 sản phẩm OCOP, "
        "trong đó 4 sản phẩm 4 sao."
    )
    told = (("part_of.words", When("2023-05-31", "text")),)
    seen = times_in_reach(body, Kind.CUMULATIVE, told)
    assert "stock.settled.paragraph" in seen["2023-04-03"]
    assert "stock.way.paragraph" not in seen["2023-04-03"]
    assert "stock.settled.published" in seen["2023-06-15"]


def test_a_year_told_in_turn_is_news_for_a_count_that_goes_on():
    body = "Các năm 2021 và 2022, huyện công nhận lần lượt 14 sản phẩm, 19 sản phẩm OCOP."
    seen = times_in_reach(body, Kind.NEW, (("sentence.alike", When("2021", "text")),))
    assert "flow.paired" in seen["2022"]


@pytest.mark.parametrize(
    ("body", "kind", "time"),
    [
        ("Phấn đấu trước 31/12/2023 có thêm 5 sản phẩm OCOP.", Kind.TARGET, "2023-12-31"),
        ("Có 5 sản phẩm OCOP sẽ hết hạn trước 31/12/2023.", Kind.EXPIRED, "2023-12-31"),
        ("Trước 01/5/2023, huyện có 5 sản phẩm OCOP.", Kind.CUMULATIVE, "2023-04-30"),
    ],
)
def test_a_deadline_is_told_for_its_day_and_what_is_over_for_the_day_before(body, kind, time):
    assert time in times_in_reach(body, kind)


@pytest.mark.parametrize(
    ("home", "names"),
    [
        ("Hà Giang", ["at_home"]),
        ("Cà Mau", ["elsewhere", "elsewhere.paragraph"]),
        (None, []),
    ],
)
def test_a_date_told_of_another_province_is_told_apart(home, names):
    body = "Ngày 3/4/2023, tỉnh Hà Giang họp hội đồng. Nơi khác có 12 sản phẩm OCOP."
    scene, counts = laid_out(body)
    (moment,) = [m for m in Timeline.of(scene).reach(counts[-1]) if m.way == "paragraph"]
    assert elsewhere(moment, home) == names


def test_the_province_of_a_count():
    hue = Where(Place(Level.PROVINCE, "Huế"), None, 1.0)
    district = Where(Place(Level.DISTRICT, "Phú Lộc", province="Huế"), None, 1.0)
    other = Where(Place(Level.PROVINCE, "Cà Mau"), None, 1.0)
    assert province_of([hue, district]) == "Huế"
    assert province_of([hue, other]) is None
    assert province_of([Where(Place(Level.PROVINCE, None), None, 1.0)]) is None
