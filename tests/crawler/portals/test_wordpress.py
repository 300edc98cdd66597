"""WordPress: archives, posts, the REST interface."""

from __future__ import annotations

import json

import pytest
from scrapy.http import JsonResponse

from crawler.portals.wordpress import WordPress
from tests.crawler.portals.conftest import Answer, Saved

HOME = "https://thuonghieumau.gov.vn"
ARCHIVE = f"{HOME}/category/ocop/"
POST = f"{HOME}/ruoc-hau-vao-sieu-thi/"
API = f"{HOME}/wp-json/wp/v2/posts?search=OCOP&page="


def pager(number: int, last: int) -> str:
    marks = [
        f'<span aria-current="page" class="page-numbers current">{n}</span>'
        if n == number
        else f'<a class="page-numbers" href="{ARCHIVE}{f"page/{n}/" if n > 1 else ""}">{n}</a>'
        for n in range(1, last + 1)
    ]
    if number < last:
        marks.append(
            f'<a class="next page-numbers" href="{ARCHIVE}page/{number + 1}/">Trang sau</a>'
        )
    return "".join(marks)


def test_an_archive_is_walked_to_its_end(saved: Saved) -> None:
    url, asked, found = ARCHIVE, [], []
    for number in range(1, 9):
        asked.append(url)
        page = saved("wordpress/archive", url, pager=pager(number, 3), slug=f"bai-viet-so-{number}")
        listing = WordPress().listing(page)
        found += [link.url for link in listing.links]
        if listing.next is None:
            break
        url = listing.next.url
    assert asked == [ARCHIVE, f"{ARCHIVE}page/2/", f"{ARCHIVE}page/3/"]
    assert found == [f"{HOME}/bai-viet-so-{n}/" for n in (1, 2, 3)]
    assert listing.feeds == (f"{HOME}/feed/",)


def test_themes_without_numbers_lead_to_older_posts(saved: Saved) -> None:
    older = f'<div class="nav-previous"><a href="{ARCHIVE}page/2/">Bài viết cũ hơn</a></div>'
    listing = WordPress().listing(saved("wordpress/archive", ARCHIVE, pager=older, slug="mot-bai"))
    assert listing.next is not None
    assert listing.next.url == f"{ARCHIVE}page/2/"


def test_the_fields_of_a_post(saved: Saved) -> None:
    article = WordPress().article(saved("wordpress/post", POST))
    assert article.title == "Ruốc hàu vào siêu thị"
    assert article.summary == "Ba điểm bán đã nhận hàng từ hợp tác xã."
    assert article.published == "2025-05-19T08:10:00+07:00"
    assert article.author == "Ngô Thảo"
    assert "500" not in article.body
    assert "393" not in article.body
    assert [(one.url, one.name) for one in article.attachments] == [
        (f"{HOME}/wp-content/uploads/2025/05/QD-2411.pdf", "QD-2411")
    ]
    assert article.drift == ()


def test_the_canonical_link_decides_between_number_and_slug(saved: Saved) -> None:
    for url in (POST, f"{HOME}/?p=4128", f"{POST}?replytocom=9#respond"):
        assert WordPress().article(saved("wordpress/post", url)).url == POST


def test_two_numbers_are_two_posts() -> None:
    assert WordPress().canonical(f"{HOME}/?p=4128") == f"{HOME}/?p=4128"
    assert WordPress().canonical(f"{HOME}/?p=4129") != WordPress().canonical(f"{HOME}/?p=4128")


@pytest.mark.parametrize(
    "twin", [f"{POST}amp/", f"{POST}?amp=1", f"{POST}print/", f"{POST}comment-page-2/#comments"]
)
def test_views_of_a_post_have_its_address(twin: str) -> None:
    assert WordPress().canonical(twin) == POST


@pytest.mark.parametrize(
    ("address", "is_article"),
    [
        ("/ruoc-hau-vao-sieu-thi/", True),
        ("/tin-tuc/ruoc-hau-vao-sieu-thi", True),
        ("/2025/05/19/ruoc-hau-vao-sieu-thi/", True),
        ("/?p=4128", True),
        ("/", False),
        ("/category/ocop/", False),
        ("/category/ocop/page/2/", False),
        ("/tag/4-sao/", False),
        ("/author/bbt/", False),
        ("/2025/05/19/", False),
        ("/2031/12/", False),
        ("/feed/", False),
        ("/?s=OCOP", False),
        ("/wp-login.php", False),
        ("/wp-content/uploads/2025/05/QD-2411.pdf", False),
    ],
)
def test_what_is_no_post_is_told_by_its_address(address: str, is_article: bool) -> None:
    assert WordPress().is_article(HOME + address) is is_article


def post(number: int) -> dict[str, object]:
    return {
        "id": number,
        "date": "2025-05-19T01:10:00",  # in the zone of the site, whatever that is
        "date_gmt": "2025-05-19T01:10:00",
        "link": f"{HOME}/bai-viet-so-{number}/",
        "title": {"rendered": f"Bài &#8220;OCOP&#8221; số {number}"},
        "excerpt": {"rendered": "<p>Có thêm hồ sơ m\u01a1\u0301i.</p>\n"},
    }


def api(page: int, posts: object, total: str = "2", status: int = 200) -> JsonResponse:
    headers = {"X-WP-TotalPages": total, "Content-Type": "application/json; charset=UTF-8"}
    body = json.dumps(posts).encode()
    return JsonResponse(f"{API}{page}", body=body, headers=headers, status=status)


def test_an_answer_of_the_interface_is_a_listing() -> None:
    listing = WordPress().listing(api(1, [post(1), post(2)]))
    assert [link.url for link in listing.links] == [f"{HOME}/bai-viet-so-{n}/" for n in (1, 2)]
    assert listing.links[0].words == "Bài “OCOP” số 1 Có thêm hồ sơ mới."
    assert listing.links[0].published == "2025-05-19T08:10:00+07:00"
    assert listing.next is not None
    assert listing.next.url == f"{API}2"


def test_the_interface_ends_where_its_head_says_and_when_it_has_no_more() -> None:
    assert WordPress().listing(api(2, [post(3)])).next is None
    assert WordPress().listing(api(1, [], total="")).next is None
    error = {"code": "rest_post_invalid_page_number", "message": "Số trang không hợp lệ."}
    listing = WordPress().listing(api(3, error, status=400))
    assert (listing.links, listing.next) == ((), None)


def test_an_interface_that_answers_with_a_page_is_an_error_that_says_so(answer: Answer) -> None:
    with pytest.raises(ValueError, match=r"wp-json.*no JSON"):
        WordPress().listing(answer(f"{API}1", "<h1>Trang chủ</h1>"))
