"""Dates of pages: which evidence is believed, and what is said of contradictions."""

import pytest

from extract.documents.html import from_html
from extract.documents.metadata import choose_published, day_of_address, parse_day
from extract.model import Document, FoundBy

NEWS = "Ngày 17-11, UBND huyện Mây Trắng công nhận 12 sản phẩm OCOP đạt hạng 3 sao. "


def json_ld(value: str) -> str:
    return f'<script type="application/ld+json">{value}</script>'


def page(head: str = "", date_line: str = "", above: str = "", url: str | None = None) -> Document:
    body = (
        f"{above}<h1>Huyện Mây Trắng có thêm 12 sản phẩm</h1>{date_line}<p>{NEWS}</p><p>{NEWS}</p>"
    )
    source = f"<html><head>{head}</head><body>{body}</body></html>"
    return from_html(source, document_id="d", url=url)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-11-20T07:30:00+07:00", "2023-11-20"),
        ("2023-11-20T07:30:00+0700", "2023-11-20"),
        ("2023-11-20T18:30:00Z", "2023-11-21"),
        ("2023-11-20", "2023-11-20"),
        ("2023-11-20 07:30:00", "2023-11-20"),
        ("20/11/2023 07:30", "2023-11-20"),
        ("03/04/2023", "2023-04-03"),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00", None),
        ("9999-12-31T23:59:59Z", None),
        ("2023-02-30", None),
        ("hôm qua", None),
        ("", None),
    ],
)
def test_parse_day(value: str, day: str | None) -> None:
    assert parse_day(value) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.vn/thanh-pho-20221130182619450.htm", "2022-11-30"),
        ("https://a.vn/tin-102221130182619450.htm", "2022-11-30"),
        ("https://a.vn/slug/d20221130182619450.htm", "2022-11-30"),
        ("https://a.vn/x-2021010821414887.htm", "2021-01-08"),
        ("https://a.vn/kinh-te/202012/ten-bai-3089602/", "2020-12"),
        ("https://a.vn/portal/Pages/2023-1-17/Ten-bai.aspx", "2023-01-17"),
        ("https://a.vn/2020/05/23/ten-bai/", "2020-05-23"),
        ("https://a.vn/ten-bai-301735.html", None),
        ("https://a.vn/ten-bai.html?time=20221130182619450", None),
        ("https://a.vn/ten-bai-3089602202313450.html", None),
    ],
)
def test_day_of_address(url: str, day: str | None) -> None:
    assert day_of_address(url) == day


@pytest.mark.parametrize(
    ("head", "way"),
    [
        (
            json_ld('{"@type":"NewsArticle","datePublished":"2023-11-20T07:30:00+07:00"}'),
            FoundBy.JSON_LD,
        ),
        (
            json_ld(
                '{"@graph":[{"@type":"WebSite"},{"@type":["Article"],"datePublished":"2023-11-20"}]}'
            ),
            FoundBy.JSON_LD,
        ),
        (
            json_ld('{"@type":"NewsArticle",\n "headline":"a\tb", "datePublished":"2023-11-20",}'),
            FoundBy.JSON_LD,
        ),
        (
            '<meta property="article:published_time" content="2023-11-20T07:30:00+07:00">',
            FoundBy.META,
        ),
        ('<meta name="DC.date.issued" content="20/11/2023">', FoundBy.META),
    ],
)
def test_machine_dates(head: str, way: FoundBy) -> None:
    published = page(head).published
    assert published is not None
    assert (published.date, published.found_by) == ("2023-11-20", way)


def test_deep_json_is_survived() -> None:
    assert page(json_ld("[" * 100_000)).published is None


@pytest.mark.parametrize("stamp", ["2026-05-06T10:00:00+07:00", "2024-01-15"])
def test_machine_date_later_than_the_printed_one_is_not_believed(stamp: str) -> None:
    head = json_ld(f'{{"@type":"NewsArticle","datePublished":"{stamp}"}}')
    document = page(head, '<span class="date">20/11/2023 07:30</span>')
    assert document.published is not None
    assert document.published.date == "2023-11-20"
    assert [issue.code for issue in document.issues] == ["contradictory_dates"]


def test_1970_is_no_date() -> None:
    head = json_ld('{"@type":"NewsArticle","datePublished":"1970-01-01T00:00:00Z"}')
    assert page(head).published is None


def test_update_printed_later_does_not_win() -> None:
    head = '<meta property="article:published_time" content="2023-11-20">'
    document = page(head, "<p>Cập nhật: 25/11/2023</p>")
    assert document.published is not None
    assert document.published.date == "2023-11-20"
    assert [issue.code for issue in document.issues] == ["contradictory_dates"]


@pytest.mark.parametrize(
    "clock",
    [
        '<div class="header-date">Thứ Năm, 19/03/2026 - 17:58</div>',
        "<div>Thứ Sáu, 12/09/2025 | 08:41 (GMT+7) RSS | Liên hệ</div>",
        "<div>Hôm nay: Thứ tư, 01/03/2025</div>",
        "<nav>Thứ ba, 12/05/2026</nav>",
        "<header class='site-header'><time>12/05/2026</time></header>",
        "<div>Thứ Hai, 17/11/2025 05:01 Hotline: 024.000.630</div>",
    ],
)
def test_clock_of_the_page_is_never_the_date(clock: str) -> None:
    assert page(above=clock).published is None
    document = page(above=clock, date_line="<p>20/11/2023 07:30</p>")
    assert document.published is not None
    assert document.published.date == "2023-11-20"


def test_address_is_the_last_resort() -> None:
    document = page(url="https://a.vn/kinh-te/202311/ten-bai-1/")
    assert document.published is not None
    assert (document.published.date, document.published.found_by) == ("2023-11", FoundBy.ADDRESS)


def test_address_of_another_month_is_a_contradiction() -> None:
    document = page(date_line="<p>20/11/2023</p>", url="https://a.vn/kinh-te/202212/ten-bai-1/")
    assert document.published is not None
    assert document.published.date == "2023-11-20"
    assert [issue.code for issue in document.issues] == ["contradictory_dates"]


def test_neighbouring_days_are_no_contradiction() -> None:
    days = {FoundBy.JSON_LD: "2023-11-20", FoundBy.ARTICLE: "2023-11-21"}
    published, issues = choose_published(days, document_id="d", where="d")
    assert published is not None
    assert published.date == "2023-11-20"
    assert issues == []


def test_publisher_from_the_site_name() -> None:
    head = '<meta property="og:site_name" content="Báo Nghệ An">'
    source = page(head).source
    assert (source.name, source.type, source.province) == ("Báo Nghệ An", "newspaper", "Nghệ An")


def test_publisher_from_json_ld() -> None:
    head = json_ld(
        '{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Báo Xa Lạ"}}'
    )
    assert page(head).source.name == "Báo Xa Lạ"
