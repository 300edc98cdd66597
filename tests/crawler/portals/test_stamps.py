"""Times inside addresses."""

from __future__ import annotations

import pytest

from crawler.portals.stamps import first_day, in_month, moment_of, month_of


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://b.vn/hoi-cho/d20240105093012345.htm", "2024-01-05T09:30:12+07:00"),
        ("https://b.vn/hoi-cho-20221130182619450.htm", "2022-11-30T18:26:19+07:00"),
        ("https://b.vn/hoi-cho-20240105093012.htm", "2024-01-05T09:30:12+07:00"),
        ("https://b.vn/hoi-cho-240105093012345.html", "2024-01-05T09:30:12+07:00"),
        ("https://b.vn/hoi-cho-241305093012345.html", ""),
        ("https://b.vn/hoi-cho-102240105093012345.htm", "2024-01-05T09:30:12+07:00"),
        ("https://b.vn/file/" + "0a" * 16 + "/052024/che_20240518091500.jpg",
         "2024-05-18T09:15:00+07:00"),
        ("https://b.vn/portal/Pages/2024-1-5/Hoi-cho.aspx", "2024-01-05"),
        ("https://b.vn/uploads/image/2024/05/18/che.jpg", "2024-05-18"),
        ("https://b.vn/hoi-cho-20241305093012.htm", ""),  # month 13
        ("https://b.vn/hoi-cho-20240105253012.htm", ""),  # hour 25
        ("https://b.vn/hoi-cho-20240230093012.htm", ""),  # 30 February
        ("https://b.vn/hoi-cho-5209487.html", ""),
        ("https://b.vn/?t=20240105093012345", ""),  # a query is no path
        ("https://b.vn/2024/13/05/a.html", ""),
    ],
)  # fmt: skip
def test_moment(url: str, expected: str) -> None:
    assert moment_of(url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://b.vn/kinh-te/202401/hoi-cho-1a2b3c4/", "2024-01"),
        ("https://b.vn/channel/5085/201912/Hoi-cho-2541/", "2019-12"),
        ("https://b.vn/2024/05/hoi-cho/", "2024-05"),
        ("https://b.vn/kinh-te/202413/hoi-cho-1a2b3c4/", ""),
        ("https://b.vn/kinh-te/hoi-cho-202401/", ""),
    ],
)
def test_month(url: str, expected: str) -> None:
    assert month_of(url) == expected


def test_a_week_beside_the_month_is_of_it() -> None:
    assert in_month("2024-02-07T10:00:00+07:00", "2024-01")
    assert in_month("2023-12-25", "2024-01")
    assert not in_month("2024-02-08", "2024-01")
    assert not in_month("2026-01-05", "2024-01")


def test_first_image_with_a_day() -> None:
    assert (
        first_day(["https://b.vn/logo.png", "https://b.vn/che_20240518091500.jpg"]) == "2024-05-18"
    )
    assert first_day([]) == ""
