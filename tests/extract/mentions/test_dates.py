"""Dates as they are printed on provincial pages, and what they resolve to.

Rows follow the catalogue of date expressions; expectations are read off the printed words
and the calendar.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.mentions.dates import (
    Anchors,
    DateValue,
    Edge,
    Shape,
    TimeRole,
    complete,
    find_dates,
    resolve,
)
from extract.text.normalise import fold


def found(text):
    return find_dates(text, fold(text))


def times(text):
    """The dates of a text without durations and times of day."""
    return [
        (m.span.text, m.value)
        for m in found(text)
        if m.value.shape not in (Shape.DURATION, Shape.TIME)
    ]


# (text, publication, (span, resolved) of each date in it)
ROWS = [
    ("21/06/2020", "2020-06-21", [("21/06/2020", "2020-06-21")]),
    ("Ngày16/6, UBND tỉnh", "2020-06-21", [("16/6", "2020-06-16")]),
    (
        "ngày 7/5/2018 và ngày 07/5/2018",
        None,
        [("7/5/2018", "2018-05-07"), ("07/5/2018", "2018-05-07")],
    ),
    ("Ngày: 14/12/2018", None, [("14/12/2018", "2018-12-14")]),
    ("Ngày 12.12 Bộ đã ban hành", "2018-12-14", [("12.12", "2018-12-12")]),
    (
        "ngày 7.5.2018 … ngày 22.8.2018",
        None,
        [("7.5.2018", "2018-05-07"), ("22.8.2018", "2018-08-22")],
    ),
    (
        "tính đến 31.12.2018 trước ngày 10.1.2019",
        None,
        [("31.12.2018", "2018-12-31"), ("trước ngày 10.1.2019", "2019-01-09")],
    ),
    ("Cập nhật lúc19:29, Thứ Tư, 01/04/2020 (GMT+7)", None, [("01/04/2020", "2020-04-01")]),
    ("Ngày 30-3-2020, UBND tỉnh", None, [("30-3-2020", "2020-03-30")]),
    ("Trước tháng 8, các huyện gửi hồ sơ", "2020-04-01", [("Trước tháng 8", "2020-07-31")]),
    ("Trong tháng 4", "2020-04-01", [("tháng 4", "2020-04")]),
    ("phấn đấu hết năm 2020 có 20 sản phẩm", "2020-04-01", [("hết năm 2020", "2020-12-31")]),
    ("phấn đấu lũy kế hết năm toàn tỉnh có", "2020-04-01", [("hết năm", "2020-12-31")]),
    ("Cập nhật lúc : 20:22 23/09/2018", None, [("23/09/2018", "2018-09-23")]),
    ("Sáng ngày 20/9, tại Hà Nội", "2018-09-23", [("20/9", "2018-09-20")]),
    ("giai đoạn 2018 – 2020", None, [("2018 – 2020", "2020")]),
    ("định hướng đến năm 2030", None, [("năm 2030", "2030")]),
    ("Dự kiến đến hết năm 2020 có", None, [("đến hết năm 2020", "2020-12-31")]),
    ("ngày 08\ntháng 5\nnăm 2020", None, [("08\ntháng 5\nnăm 2020", "2020-05-08")]),
    ("ngày 23 tháng 12 năm 2019", None, [("23 tháng 12 năm 2019", "2019-12-23")]),
    ("Sáng 6-11, tại", "2021-11-06", [("6-11", "2021-11-06")]),
    ("Sáng 28.12, hội đồng", "2020-12-29", [("28.12", "2020-12-28")]),
    ("Chiều 28/11, Sở", "2022-11-30", [("28/11", "2022-11-28")]),
    ("Tối ngày 30/6/2023", None, [("30/6/2023", "2023-06-30")]),
    ("Sáng nay (16/6), Sở", "2023-06-16", [("Sáng nay", "2023-06-16"), ("16/6", "2023-06-16")]),
    ("vào tối mai, ngày 2/2", "2021-02-01", [("tối mai", "2021-02-02"), ("2/2", "2021-02-02")]),
    ("Hôm 05/01 vừa qua", "2021-01-08", [("05/01", "2021-01-05"), ("vừa qua", None)]),
    ("Chiều 22/05/202, tại", "2020-05-23", [("22/05/202", "2020-05-22")]),
    ("kể từ ngày 28/12/2023", None, [("kể từ ngày 28/12/2023", "2023-12-28")]),
    ("Trong 2 ngày 26-27/9, tại", "2022-09-28", [("26-27/9", "2022-09-27")]),
    ("Trong hai ngày (09 và 10/4)", "2021-04-12", [("09 và 10/4", "2021-04-10")]),
    ("(24-25/11/2021)", None, [("24-25/11/2021", "2021-11-25")]),
    ("Từ ngày 30-11 đến 2-12", "2022-12-03", [("30-11 đến 2-12", "2022-12-02")]),
    ("từ ngày 25 đến 28/11", "2022-11-29", [("25 đến 28/11", "2022-11-28")]),
    ("20/12-23/12/2025", None, [("20/12-23/12/2025", "2025-12-23")]),
    ("(chấm chọn từ 20.12)", "2022-12-28", [("từ 20.12", "2022-12-20")]),
    ("15h30' ngày 05/12/2021", None, [("05/12/2021", "2021-12-05")]),
    ("tính đến hết năm 2022", None, [("đến hết năm 2022", "2022-12-31")]),
    ("Tính đến cuối năm 2023", None, [("đến cuối năm 2023", "2023-12-31")]),
    ("Tính đến ngày 10-1, tỉnh có", "2024-01-18", [("10-1", "2024-01-10")]),
    ("Tính đến ngày 30/9, tỉnh có", "2021-10-04", [("30/9", "2021-09-30")]),
    ("thống kê đến ngày 31/10/2022", None, [("31/10/2022", "2022-10-31")]),
    ("đến hết tháng 8/2022", None, [("đến hết tháng 8/2022", "2022-08-31")]),
    ("tính đến hết tháng 9 năm 2025", None, [("đến hết tháng 9 năm 2025", "2025-09-30")]),
    ("đến cuối tháng 2/2024", None, [("đến cuối tháng 2/2024", "2024-02-29")]),
    (
        "tính đến hết tháng 10 tháng năm 2023",
        None,
        [("đến hết tháng 10 tháng năm 2023", "2023-10-31")],
    ),
    ("tính đến tháng 5/2025", None, [("tháng 5/2025", "2025-05")]),
    ("Đến nay, tỉnh có", "2023-01-18", [("Đến nay", "2023-01-18")]),
    ("Tính đến thời điểm hiện tại", "2023-01-18", [("đến thời điểm hiện tại", "2023-01-18")]),
    ("Hiện, toàn tỉnh có", "2023-01-18", [("Hiện", "2023-01-18")]),
    ("tỉnh hiện đang có 40", "2023-01-18", [("hiện đang có", "2023-01-18")]),
    ("Từ đầu năm đến nay", "2024-11-26", [("đầu năm", "2024"), ("đến nay", "2024-11-26")]),
    ("qua 10 tháng năm 2023", None, [("10 tháng năm 2023", "2023-10-31")]),
    ("trong 6 tháng đầu năm 2024", None, [("6 tháng đầu năm 2024", "2024-06-30")]),
    ("10 tháng đầu năm 2021", None, [("10 tháng đầu năm 2021", "2021-10-31")]),
    ("đợt 2 của năm 2022", None, [("năm 2022", "2022")]),
    ("đợt 2/2020", None, [("2020", "2020")]),
    ("đợt 1-2025", None, [("2025", "2025")]),
    ("(từ năm 2018 - 2022)", None, [("2018 - 2022", "2022")]),
    ("Từ năm 2018 đến nay", "2023-05-05", [("Từ năm 2018", "2018"), ("đến nay", "2023-05-05")]),
    ("Sau 7 năm (2019 - 2025)", None, [("2019 - 2025", "2025")]),
    ("trong năm nay", "2023-05-05", [("năm nay", "2023")]),
    ("trong năm qua", "2024-01-05", [("năm qua", "2023")]),
    ("trong năm qua", "2023-12-30", [("năm qua", "2023")]),
    ("mới đây", "2024-01-05", [("mới đây", None)]),
    ("Trước đó, vào tháng 10/2020", None, [("tháng 10/2020", "2020-10")]),
    ("phấn đấu đến năm 2025", None, [("năm 2025", "2025")]),
    ("đến cuối năm 2025", None, [("đến cuối năm 2025", "2025-12-31")]),
    ("Thứ Ba 04/02/2020 , 14:37 (GMT+7)", None, [("04/02/2020", "2020-02-04")]),
    ("Thứ Năm, 3/7/2025 7:30 (GMT +7)", None, [("3/7/2025", "2025-07-03")]),
    ("Thứ bảy, ngày 27 tháng 4 năm 2024", None, [("27 tháng 4 năm 2024", "2024-04-27")]),
    ("Thứ sáu, 25-11-2022 | 15:28GMT+7", None, [("25-11-2022", "2022-11-25")]),
    ("Thứ 6, 24.06.2022 | 14:37:09", None, [("24.06.2022", "2022-06-24")]),
    ("Thứ hai, 07 Tháng 9 2020 09:15", None, [("07 Tháng 9 2020", "2020-09-07")]),
    ("Ngày xuất bản: 12/03/2025 9:27:50 SA", None, [("12/03/2025", "2025-03-12")]),
    ("08:09' - 22/09/2020", None, [("22/09/2020", "2020-09-22")]),
    ("3-2-2021, 11:1 GMT+7", None, [("3-2-2021", "2021-02-03")]),
    ("03:06 PM 13/12/2020", None, [("13/12/2020", "2020-12-13")]),
    ("Đăng ngày 13 - 01 - 2023", None, [("13 - 01 - 2023", "2023-01-13")]),
    ("07:25 20-05-2025", None, [("20-05-2025", "2025-05-20")]),
    ("Hà Nội (TTXVN 25/10/2023)", None, [("25/10/2023", "2023-10-25")]),
    ("Thứ Hai, 09:58 ngày 27/11/2023", None, [("27/11/2023", "2023-11-27")]),
    ("Thêm sản phẩm OCOP (20-10-2023)", None, [("20-10-2023", "2023-10-20")]),
    ("NAM PHƯƠNG 22/12/2023 14:29", None, [("22/12/2023", "2023-12-22")]),
    ("OCOP năm 20222", None, [("năm 20222", "2022")]),
    ("OCOP năm 20221", None, []),
    ("7 tháng 5 năm 2015", None, [("7 tháng 5 năm 2015", "2015-05-07")]),
    ("Xuân Canh Tý này", None, [("Xuân Canh Tý", "2020")]),
    ("Tết Ất Tỵ 2025", None, [("Tết Ất Tỵ", "2025"), ("2025", "2025")]),
    ("As of February 2025", None, [("February 2025", "2025-02")]),
    ("dated July 6, 2025", None, [("July 6, 2025", "2025-07-06")]),
    ("giò bê (sản phẩm 2020)", None, [("2020", "2020")]),
    ("đến thời điểm 30/6, tỉnh", "2022-07-02", [("30/6", "2022-06-30")]),
    ("quý II/2023", None, [("quý II/2023", "2023-06-30")]),
    ("trung tuần tháng 9", "2022-09-28", [("trung tuần tháng 9", "2022-09")]),
    ("nửa đầu tháng 11", "2023-11-20", [("nửa đầu tháng 11", "2023-11")]),
    ("đầu năm 2024", None, [("đầu năm 2024", "2024")]),
    ("cuối năm 2025", None, [("cuối năm 2025", "2025-12-31")]),
    ("ngày 31 tháng 4 năm 2022", None, [("năm 2022", "2022")]),
    ("Hết tháng Chín, chưa", "2022-10-05", [("Hết tháng Chín", "2022-09-30")]),
    ("Tính đến hếttháng 4/2023", None, [("đến hếttháng 4/2023", "2023-04-30")]),
    ("cuối tháng 12 năm ngoái", "2021-02-20", [("cuối tháng 12 năm ngoái", "2020-12-31")]),
    ("hôm qua, 5-2.", "2025-02-06", [("hôm qua", "2025-02-05"), ("5-2", "2025-02-05")]),
    (
        "Các năm 2021, 2022 và 2023",
        None,
        [("năm 2021", "2021"), ("2022", "2022"), ("2023", "2023")],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), ROWS, ids=lambda row: str(row)[:40])
def test_printed_dates_resolve(text, published, expected):
    read = [(span, resolve(value, Anchors(published))) for span, value in times(text)]
    assert read == expected


NO_DATES = [
    "22/23 sản phẩm vượt qua",
    "mới 8/30 quận, huyện",
    "đạt 70/100 điểm",
    "92/220 xã, phường",
    "hạng 3-4 sao",
    "phát triển 15 - 20 sản phẩm",
    "từ 3 - 4 sản phẩm",
    "57/2018/NĐ-CP",
    "07/2021/NQ-HĐND",
    "0912.345.678",
    "024.3826.5959",
    "24.000 - 27.000 đồng/kg",
    "1.718 sản phẩm",
    "31/02/2021",
    "ngày 29/2/2023",
    "45/13/2022",
    "năm sản phẩm đạt năm sao",
    "mời quý vị theo dõi",
    "Cuộc họp thứ năm của kỳ",
    "mùa này phát hiện, thực hiện, thể hiện",
    "Trang 1/7 [Trước]",
    "tỷ lệ 1:100",
    "2.022 hộ, 20.231 lượt xem",
    "36.000đ, 1.250.000đ",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_that_only_look_like_dates(text):
    assert times(text) == []


ROLES = [
    ("Tính đến 31/12/2022, toàn tỉnh có 139 sản phẩm", TimeRole.AS_OF, None),
    ("lũy kế đến hết năm 2023 có 181 sản phẩm", TimeRole.AS_OF, Edge.BY_END),
    ("số liệu chốt ngày 30/6/2025 cho thấy", TimeRole.AS_OF, None),
    ("phấn đấu đến năm 2025 có 200 sản phẩm", TimeRole.DEADLINE, None),
    ("Mục tiêu đến hết năm 2025 có ít nhất 150 sản phẩm", TimeRole.DEADLINE, Edge.BY_END),
    ("hoàn thành trước ngày 15/11/2019", TimeRole.DEADLINE, Edge.BEFORE),
    ("Chiều 28/2/2023, tỉnh công bố", TimeRole.EVENT, None),
    ("Quyết định số 385 ngày 17/2/2021 của UBND tỉnh", TimeRole.DECISION, None),
    ("843/QĐ-UBND do UBND tỉnh ký ngày 06/01/2023", TimeRole.DECISION, None),
    ("321/QĐ – UBND ngày 06/8/2024", TimeRole.DECISION, None),
    ("Số: 115/KH-UBND Hà Tĩnh, ngày 01 tháng 11 năm 2018\nKẾ HOẠCH", TimeRole.ISSUED, None),
    ("kết quả năm 2022", TimeRole.PERIOD, None),
    ("giai đoạn 2021-2025", TimeRole.PERIOD, None),
    ("định hướng đến năm 2030", TimeRole.HORIZON, None),
    ("kể từ ngày 04/2/2023", TimeRole.START, Edge.FROM),
    ("tăng 126 sản phẩm so với cuối năm 2024", TimeRole.COMPARISON, Edge.END),
    ("Ngày đăng: 09/07/2024", TimeRole.CLOCK, None),
    ("Thứ Năm, 3/7/2025 7:30 (GMT +7)", TimeRole.CLOCK, None),
    ("\n29/12/2020\n", TimeRole.CLOCK, None),
    ("số liệu khóa sổ ngày 15/8/2024 cho thấy", TimeRole.AS_OF, None),
    ("theo số cuối tháng 8/2024 thì", TimeRole.AS_OF, Edge.END),
    ("còn hiệu lực ngày 15/11/2024: 39 sản phẩm", TimeRole.AS_OF, None),
    ("Quyết định có hiệu lực ngày 15/11/2024", TimeRole.EVENT, None),
    ("53 sản phẩm (tại 30/6/2024)", TimeRole.AS_OF, None),
    ("họp tại Tân Lập ngày 30/6/2024", TimeRole.EVENT, None),
    ("đến cuối năm sau có 142 sản phẩm hết hạn", TimeRole.DEADLINE, Edge.BY_END),
]


@pytest.mark.parametrize(("text", "role", "edge"), ROLES)
def test_role_and_edge_in_the_sentence(text, role, edge):
    ((_, value),) = times(text)
    assert (value.role, value.edge) == (role, edge)


DURATIONS = [
    ("Sau hơn 1 năm triển khai", ["1 năm"]),
    ("Sau 2 năm thực hiện", ["2 năm"]),
    ("có giá trị 36 tháng", ["36 tháng"]),
    ("thời hạn 3 năm (36 tháng)", ["3 năm", "36 tháng"]),
    ("Sáu tháng qua", ["Sáu tháng"]),
    ("Sau gần bốn năm", []),
    ("cộng dồn sau bốn năm", ["bốn năm"]),
]


@pytest.mark.parametrize(("text", "expected"), DURATIONS)
def test_durations_are_found_and_are_no_dates(text, expected):
    lengths = [m for m in found(text) if m.value.shape is Shape.DURATION]
    assert [m.span.text for m in lengths] == expected or expected == []
    assert all(resolve(m.value, Anchors("2020-06-21")) is None for m in lengths)


def test_a_programme_period_keeps_its_interval():
    ((_, value),) = times("giai đoạn 2021 - 2025")
    assert (value.edtf, value.year, value.year_end) == ("2021/2025", 2021, 2025)


def test_a_quarter_is_a_run_of_months_and_ends_on_a_day_of_the_calendar():
    ((_, value),) = times("quý I/2024")
    assert value.edtf == "2024-01/2024-03"
    assert resolve(value, Anchors()) == "2024-03-31"


# ── Anchors ──────────────────────────────────────────────────────────────────────────

DAY = DateValue(Shape.DAY, 27, 1)


@pytest.mark.parametrize(
    ("value", "anchors", "future", "expected"),
    [
        (DAY, Anchors("2022-01-28"), False, "2022-01-27"),
        (DateValue(Shape.DAY, 30, 12), Anchors("2022-01-03"), False, "2021-12-30"),
        (DateValue(Shape.DAY, 5, 1), Anchors("2021-12-28"), True, "2022-01-05"),
        (DateValue(Shape.DAY, 26, 6), Anchors("2022-12-20", period="2021"), False, "2021-06-26"),
        (DAY, Anchors("2022-01-28", period="2021"), False, "2022-01-27"),
        (DateValue(Shape.DAY, 5, 10), Anchors("2022-10-07", period="2021"), False, "2022-10-05"),
        (DAY, Anchors("2022-12-01", decision_date="2021-02-01"), False, "2021-01-27"),
        (DAY, Anchors(), False, None),
        (DateValue(Shape.DAY, 29, 2), Anchors("2023-03-05"), False, None),
        (DateValue(Shape.MONTH, month=9), Anchors("2022-09-10"), False, "2022-09"),
        (DateValue(Shape.MONTH, month=11), Anchors("2022-09-10"), False, "2021-11"),
        (DateValue(Shape.NOW), Anchors(None), False, None),
        (DateValue(Shape.NOW), Anchors("2022-09"), False, "2022-09"),
    ],
)
def test_missing_years_come_from_the_anchors_in_order(value, anchors, future, expected):
    assert resolve(value, anchors, future=future) == expected


def test_a_day_that_no_year_can_have_stays_unresolved():
    leap = DateValue(Shape.DAY, 29, 2)
    assert complete(leap, Anchors("2023-03-05")) == leap


def test_relative_days_need_a_day_of_publication():
    ((_, value),) = times("hôm qua")
    assert resolve(value, Anchors("2025-03-01")) == "2025-02-28"
    assert resolve(value, Anchors("2025-03")) is None


def test_lunar_months_have_no_edtf():
    ((_, value),) = times("Tháng Giêng, xưởng lại đỏ lửa")
    assert resolve(value, Anchors("2023-02-10")) is None


# ── Properties ───────────────────────────────────────────────────────────────────────

days = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@given(days, st.sampled_from("/-."), st.booleans())
def test_every_day_of_the_calendar_is_read_back(day, sign, padded):
    parts = (f"{day.day:02d}", f"{day.month:02d}") if padded else (str(day.day), str(day.month))
    text = f"Ngày {sign.join([*parts, str(day.year)])}, UBND tỉnh"
    assert [value.edtf for _, value in times(text)] == [day.isoformat()]


@given(st.integers(1, 45), st.integers(1, 20), st.integers(2016, 2030), st.sampled_from("/-."))
def test_impossible_days_are_never_accepted(day, month, year, sign):
    text = f"ngày {day}{sign}{month}{sign}{year} tại"
    try:
        expected = [date(year, month, day).isoformat()]
    except ValueError:
        expected = []
    read = [v.edtf for _, v in times(text) if v.shape is Shape.DAY]
    assert read == expected


@given(days, st.integers(0, 330))
def test_a_recent_day_without_a_year_lands_on_or_before_publication(page, back):
    day = page - timedelta(days=back)
    value = DateValue(Shape.DAY, day.day, day.month)
    resolved = resolve(value, Anchors(page.isoformat()))
    if (day.month, day.day) != (2, 29):
        assert resolved == day.isoformat()


@given(st.text(st.sampled_from("0123456789/-. ngàythángnămđếquIV()\n,:"), max_size=60))
def test_any_text_gives_grounded_mentions_that_do_not_overlap(text):
    position = 0
    for mention in found(text):
        span = mention.span
        assert text[span.start : span.end] == span.text
        assert span.start >= position
        position = span.end
        edtf = mention.value.edtf
        if edtf and len(edtf) == 10:
            date.fromisoformat(edtf)


@pytest.mark.parametrize(
    ("text", "period", "time"),
    [
        ("Từ giờ đến 31/12 sẽ có thêm", "2019", "2024-12-31"),
        ("Đến 30/6 sẽ có thêm", "2025", "2025-06-30"),
    ],
)
def test_what_is_to_come_does_not_lie_in_a_period_that_is_over(text, period, time):
    ((_, value),) = times(text)
    assert resolve(value, Anchors("2024-11-18", None, period), future=True) == time


@pytest.mark.parametrize(
    ("text", "year"), [("Sang năm nay tỉnh giao", "2024"), ("Sang năm tỉnh", "2025")]
)
def test_the_year_that_one_passes_into(text, year):
    ((_, value),) = times(text)
    assert resolve(value, Anchors("2024-02-28")) == year
