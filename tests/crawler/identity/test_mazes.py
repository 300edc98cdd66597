"""Calendars without end are left, archives by days are walked to their end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crawler.identity import Code, Mazes, without_session
from crawler.identity.mazes import dated, shape_of

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.vn/lich?ngay=12/05/2027", date(2027, 5, 12)),
        ("https://a.vn/lich?date=2027-05-12", date(2027, 5, 12)),
        ("https://a.vn/lich?d=20270512", date(2027, 5, 12)),
        ("https://a.vn/lich?month=5&year=2027", date(2027, 5, 1)),
        ("https://a.vn/lich?nam=2027&thang=13", None),
        ("https://a.vn/lich?thang=05/2027", date(2027, 5, 1)),
        ("https://a.vn/archive/2027/05/12/", date(2027, 5, 12)),
        ("https://a.vn/archive/2027/05", date(2027, 5, 1)),
        ("https://a.vn/?p=20", None),
        ("https://a.vn/tin-48-ocop.html", None),
        ("https://a.vn/lich?tuan=2", None),
    ],
)
def test_days_in_addresses(url: str, day: date | None) -> None:
    assert dated(url) == day


def test_shapes_leave_numbers_out() -> None:
    one = shape_of("https://a.vn/lich/2027/05?ngay=12&loai=tin")
    assert one == shape_of("https://a.vn/lich/2031/11?loai=tin&ngay=3")
    assert one != shape_of("https://a.vn/lich/2027/05?ngay=12&loai=anh")


def walk(mazes: Mazes, days: list[date], new: int) -> int:
    """How many of the calendar's pages were asked."""
    asked = 0
    for day in days:
        url = f"https://a.vn/lich?ngay={day:%d/%m/%Y}"
        if mazes.refuses(url) is None:
            asked += 1
            mazes.brought(url, new)
    return asked


def test_a_calendar_of_days_to_come_is_left() -> None:
    mazes = Mazes(TODAY)
    days = [TODAY + timedelta(days=40 + n) for n in range(500)]
    assert walk(mazes, days, new=0) < 10
    (maze,) = mazes.found.values()
    assert maze.code is Code.ENDLESS_CALENDAR
    assert maze.refused > 490
    assert maze.shape == "a.vn/lich?ngay=#/#/#"
    # The past of the same calendar may still be walked.
    assert mazes.refuses("https://a.vn/lich?ngay=01/11/2026") is None


def test_a_calendar_that_brings_nothing_is_left() -> None:
    mazes = Mazes(TODAY)
    days = [TODAY - timedelta(days=n) for n in range(500)]
    assert walk(mazes, days, new=0) < 50


def test_an_archive_by_days_that_brings_articles_is_walked() -> None:
    mazes = Mazes(TODAY)
    days = [TODAY - timedelta(days=n) for n in range(3000)]
    assert walk(mazes, days, new=2) == 3000
    assert not mazes.found


def test_quiet_weeks_do_not_end_an_archive() -> None:
    mazes = Mazes(TODAY)
    for month in range(24):
        days = [TODAY - timedelta(days=month * 28 + n) for n in range(28)]
        assert walk(mazes, days[:1], new=1) == 1
        assert walk(mazes, days[1:], new=0) == 27


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://a.vn/tin;jsessionid=AB12CD.node1?id=3", "https://a.vn/tin?id=3"),
        ("https://a.vn/tin?PHPSESSID=0f3e&id=3", "https://a.vn/tin?id=3"),
        ("https://a.vn/tin?id=3&ASPSESSIONIDQQ=XY", "https://a.vn/tin?id=3"),
        ("https://a.vn/(S(a1b2c3d4e5))/tin.aspx", "https://a.vn/tin.aspx"),
        ("https://a.vn/modules.php?name=News&sid=81", "https://a.vn/modules.php?name=News&sid=81"),
        ("https://a.vn/tin?", "https://a.vn/tin?"),
    ],
)
def test_sessions_are_no_part_of_an_address(url: str, plain: str) -> None:
    assert without_session(url) == plain


def test_ever_new_sessions_of_one_page_are_a_maze() -> None:
    mazes = Mazes(TODAY)
    verdicts = [mazes.refuses(f"https://a.vn/tin;jsessionid={n}?id=3") for n in range(9)]
    assert verdicts[0] is None
    assert verdicts[-1] is not None
    assert verdicts[-1].code is Code.SESSION_IDS
    # Other pages with sessions of their own are not this page.
    assert mazes.refuses("https://a.vn/tin;jsessionid=x?id=4") is None


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://a.vn/tin/tin/tin/1.html", True),
        ("https://a.vn/a/b/a/b/a/b/1.html", True),
        ("https://a.vn/tin/tin-tuc/1.html", False),
        ("https://a.vn/1/1/2026", False),
    ],
)
def test_a_path_that_repeats_itself(url: str, found: bool) -> None:
    maze = Mazes(TODAY).refuses(url)
    assert (maze is not None and maze.code is Code.REPEATING_PATH) == found
