"""Printed times, in every shape met on the portals, and what is no date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.portals.dates import VIETNAM, in_vietnam, is_date_line, published, says_now

SHAPES = [
    ("08/01/2026 - 18:21", "2026-01-08T18:21:00+07:00"),
    ("13:08 | 18/03/2025", "2025-03-18T13:08:00+07:00"),
    ("Cập nhật: Thứ hai, 20/9/2021 | 8:11:10 AM", "2021-09-20T08:11:10+07:00"),
    ("Thứ Hai, 09:58 ngày 27/11/2023", "2023-11-27T09:58:00+07:00"),
    ("Thứ sáu, 30/05/2025 | 15:15 GMT +7", "2025-05-30T15:15:00+07:00"),
    ("29/01/2021 06:36 GMT+7", "2021-01-29T06:36:00+07:00"),
    ("07:25 20-05-2025", "2025-05-20T07:25:00+07:00"),
    ("03:06 PM 13/12/2020", "2020-12-13T15:06:00+07:00"),
    ("08:45, 14/09/2021", "2021-09-14T08:45:00+07:00"),
    ("Ngày xuất bản: 12/03/2025 9:27:50 SA", "2025-03-12T09:27:50+07:00"),
    ("Ngày xuất bản: 12/03/2025 9:27:50 CH", "2025-03-12T21:27:50+07:00"),
    ("Tin đăng lúc : 01-03-2023", "2023-03-01"),
    ("Today: 21/03/2023 07:38:37 (GMT+7)", "2023-03-21T07:38:37+07:00"),
    ("Kinh tế 03-05-2023", "2023-05-03"),
    ("ngày 01 tháng 11 năm 2018", "2018-11-01"),
    ("Thứ Sáu, ngày 23 tháng 08 năm 2019", "2019-08-23"),
    ("21 tháng 09 năm 2025", "2025-09-21"),
    ("Cập nhật lúc 18 giờ 05 phút ngày 3/4/2025", "2025-04-03T18:05:00+07:00"),
    ("Cập nhật lúc 18h05, 03.04.2025", "2025-04-03T18:05:00+07:00"),
    ("Đăng ngày 13 - 01 - 2023", "2023-01-13"),
    ("CN, 1/2/2026, 05:09", "2026-02-01T05:09:00+07:00"),
    ("22/11/2025 | 08:10 (UTC+07:00)", "2025-11-22T08:10:00+07:00"),
    ("12:30 AM 01/02/2026", "2026-02-01T00:30:00+07:00"),
    ("12:30 PM 01/02/2026", "2026-02-01T12:30:00+07:00"),
    ("14:05 CH - 01/02/2026", "2026-02-01T14:05:00+07:00"),
    ("11 Tháng Năm, 2023", "2023-05-11"),
    ("Tháng Chín 12, 2025", "2025-09-12"),
    ("Thu, 08 Jan 2026 11:21:00 +0000", "2026-01-08T18:21:00+07:00"),
    ("January 8th, 2026", "2026-01-08"),
    ("2026-01-08", "2026-01-08"),
    ("2026-01-08 18:21:00", "2026-01-08T18:21:00+07:00"),
    ("2026-01-08T18:21:00.123+07:00", "2026-01-08T18:21:00+07:00"),
    ("2026-01-08T11:21:00Z", "2026-01-08T18:21:00+07:00"),
    ("2025-12-31T20:00:00Z", "2026-01-01T03:00:00+07:00"),
    ("08⁄01⁄2026", "2026-01-08"),
    ("０８/０１/２０２６", "2026-01-08"),
    ("Thứ\u00a0năm, 08/01/2026\u00a018:21", "2026-01-08T18:21:00+07:00"),
    ("Nga\u0300y 08/01/2026", "2026-01-08"),
]

NONE = [
    "",
    "Trang chủ",
    "31/02/2025",
    "29/2/2023",
    "32/01/2025",
    "05/13/2025",  # a month first is never read
    "18:21",
    "Ngày 5/8",
    "tháng 12/2024",
    "1/2/26",
    "7 tháng năm 2025",  # seven months of a year
    "2 giờ trước",
    "hôm nay",
    "01/01/1970 07:00",
    "1970-01-01T00:00:00Z",
    "0001-01-01T00:00:00",
    "12/12/9999",
    "148/QĐ-TTg",
    "1/2/3/2025",
    "08/01/2026 - 10/01/2026",  # from, to: neither is the day
    "x" * 500 + " 08/01/2026",
]


@pytest.mark.parametrize(("printed", "expected"), SHAPES)
def test_shapes(printed: str, expected: str) -> None:
    assert published(printed) == expected


@pytest.mark.parametrize("printed", NONE)
def test_no_date(printed: str) -> None:
    assert published(printed) == ""


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("15:20 AM 08/01/2026", "2026-01-08"),
        ("0:20 PM 08/01/2026", "2026-01-08"),
        ("08/01/2026 25:10", "2026-01-08"),
        ("08/01/2026 18:61", "2026-01-08"),
        ("2026-01-08T18:21:00+25:00", "2026-01-08"),
    ],
)
def test_impossible_time_leaves_the_day(printed: str, expected: str) -> None:
    assert published(printed) == expected


def test_labels_decide_between_days() -> None:
    assert published("Đăng ngày 08/01/2026 18:21 | Cập nhật 10/01/2026 08:00") == (
        "2026-01-08T18:21:00+07:00"
    )
    assert published("Cập nhật 10/01/2026 08:00; ngày đăng 08/01/2026") == "2026-01-08"


def test_of_one_day_the_exact_time_is_taken() -> None:
    assert published("08/01/2026. 08/01/2026 18:21") == "2026-01-08T18:21:00+07:00"


@given(
    st.datetimes(datetime(1998, 1, 1), datetime(2098, 12, 31), timezones=st.just(VIETNAM)).map(
        lambda moment: moment.replace(microsecond=0)
    )
)
def test_every_moment_is_read_back(moment: datetime) -> None:
    expected = moment.isoformat()
    assert in_vietnam(moment) == expected
    assert published(expected) == expected
    assert published(moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")) == expected
    assert published(moment.strftime("%d/%m/%Y | %I:%M:%S %p")) == expected
    assert published(moment.strftime("Thứ hai, ngày %d-%m-%Y, %Hh%M:%S GMT+7")) == expected
    assert published((moment - timedelta(0)).strftime("%H:%M:%S, %d.%m.%Y")) == expected


@given(st.text(max_size=450))
def test_any_text_is_read(text: str) -> None:
    assert len(published(text)) in (0, len("2026-01-08"), len("2026-01-08T18:21:00+07:00"))


def test_words_for_now() -> None:
    assert says_now("Hôm nay: Thứ Sáu, 08/01/2026")
    assert says_now("Today: 21/03/2023 07:38:37 (GMT+7)")
    assert not says_now("Cập nhật: 08/01/2026")


@pytest.mark.parametrize(
    "line", ["Thứ Hai, 09:58 ngày 27/11/2023", "Cập nhật 3/4/2025", "08/01/2026"]
)
def test_date_lines(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize("line", ["Ngày 17/11/2023, xã có 3 sao", "Kinh tế 03-05-2023", "Trang 2"])
def test_sentences_are_no_date_lines(line: str) -> None:
    assert not is_date_line(line)
