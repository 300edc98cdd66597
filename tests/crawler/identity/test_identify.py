"""From answers to verdicts: statuses, redirects, bytes, pages, publishers."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable

import pytest
from scrapy.http import Response

from crawler.identity import Code, Identity, identify
from crawler.ledger import Kind, Verdict
from crawler.source import Source
from crawler.ways import WayKind

Answer = Callable[..., Response]

ITEM = (
    "<html><head><title>Chè shan đạt bốn sao - Báo Hà Giang</title></head><body><h1>Chè shan đạt "
    "bốn sao</h1><div class='body'>"
    + "<p>Hợp tác xã trong xã vừa nhận chứng nhận bốn sao cho chè shan, là sản phẩm thứ hai.</p>"
    * 9
    + "</div></body></html>"
)
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"


def packed() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>" * 50)
    return file.getvalue()


@pytest.fixture
def what(source: Source, answer: Answer) -> Callable[..., Identity]:
    def look(
        body: bytes | str = ITEM,
        kind: Kind = Kind.ARTICLE,
        way: WayKind | None = None,
        **shown: object,
    ) -> Identity:
        return identify(answer(body, **shown), source, source.rules, kind, way)

    return look


What = Callable[..., Identity]


def test_an_article_is_an_article(what: What) -> None:
    identity = what()
    assert identity == Identity(Verdict.RELEVANT, media_type="text/html")
    assert identity.ok


def test_a_listing_is_an_index(what: What) -> None:
    assert what(kind=Kind.INDEX).verdict is Verdict.INDEX


def test_not_modified_is_no_fault_if_that_was_asked(what: What) -> None:
    assert what(b"", status=304, etag='"1"').ok
    assert what(b"", status=304).code is Code.BAD_STATUS  # RFC 9110, 15.4.5


@pytest.mark.parametrize(
    ("status", "code", "verdict"),
    [
        (404, Code.NOT_FOUND, Verdict.GONE),
        (410, Code.NOT_FOUND, Verdict.GONE),
        (401, Code.FORBIDDEN, Verdict.REFUSED),
        (403, Code.FORBIDDEN, Verdict.REFUSED),
        (451, Code.FORBIDDEN, Verdict.REFUSED),
        (429, Code.TOO_MANY_REQUESTS, Verdict.FAILED),
        (408, Code.SERVER_ERROR, Verdict.FAILED),
        (400, Code.BAD_STATUS, Verdict.FAILED),
        (302, Code.BAD_STATUS, Verdict.FAILED),
        (206, Code.CUT_SHORT, Verdict.BROKEN),
        (500, Code.SERVER_ERROR, Verdict.FAILED),
        (503, Code.SERVER_ERROR, Verdict.FAILED),
    ],
)
def test_a_status_that_is_no_success(what: What, status: int, code: Code, verdict: Verdict) -> None:
    identity = what("<p>x</p>", status=status)
    assert (identity.code, identity.verdict) == (code, verdict)
    assert str(status) in identity.message
    assert identity.advice
    assert not identity.ok


def test_a_page_says_more_than_its_status(what: What) -> None:
    page = "<title>Just a moment...</title><script>var _cf_chl_opt={}</script>"
    assert what(page, status=503).code is Code.JAVASCRIPT_CHALLENGE
    page = "<title>Bảo trì</title><h1>Website đang bảo trì</h1>"
    assert what(page, status=503).code is Code.MAINTENANCE
    # What is not there is not there, whatever template says it.
    assert what("<h1>Không tìm thấy trang</h1>", status=404).code is Code.NOT_FOUND


@pytest.mark.parametrize(
    ("asked", "url", "code"),
    [
        ("https://baohagiang.vn/a-1.html", "https://baohagiang.vn/", Code.REDIRECTED_HOME),
        (
            "https://baohagiang.vn/a-1.html",
            "https://baohagiang.vn/index.aspx",
            Code.REDIRECTED_HOME,
        ),
        ("https://baohagiang.vn/a-1.html", "https://www.baohagiang.vn/?", Code.REDIRECTED_HOME),
        ("http://baohagiang.vn/", "https://baohagiang.vn/trang-chu", Code.NONE),
        ("http://baohagiang.vn/a-1.html", "https://baohagiang.vn/a-1.html", Code.NONE),
        ("https://baohagiang.vn/a-1.html", "https://m.baohagiang.vn/a-1.html", Code.NONE),
        ("https://baohagiang.vn/a-1.html", "https://baohagiang.vn/404.html", Code.SOFT_NOT_FOUND),
        (
            "https://baohagiang.vn/a-1.html",
            "https://baohagiang.vn/Error.aspx?aspxerrorpath=/a-1.html",
            Code.ERROR_PAGE,
        ),
        (
            "https://baohagiang.vn/a-1.html",
            "https://baohagiang.vn/c/portal/login?p_l_id=1",
            Code.LOGIN_WALL,
        ),
    ],
)
def test_a_redirect_on_the_site(what: What, asked: str, url: str, code: Code) -> None:
    assert what(asked=asked, url=url).code is code


def test_a_redirect_to_another_registered_name(what: What) -> None:
    asked = "https://baohagiang.vn/a-1.html"
    stranger = "<title>Hiệp hội doanh nghiệp</title><p>Chào mừng hội viên.</p>"
    identity = what(stranger, asked=asked, url="https://hiephoi.org.vn/")
    assert (identity.code, identity.verdict) == (Code.FOREIGN_HOST, Verdict.TAKEN_OVER)
    assert "hiephoi.org.vn" in identity.message
    # org.vn is a public suffix: two names under it belong to two owners.
    assert what(stranger, asked=asked, url="https://a.org.vn/").code is Code.FOREIGN_HOST


def test_a_publisher_that_moved_says_its_name(what: What) -> None:
    identity = what(asked="https://baohagiang.vn/a-1.html", url="https://hagiangnews.vn/a-1.html")
    assert (identity.code, identity.verdict) == (Code.MOVED, Verdict.GONE)
    assert "successor" in identity.advice


def test_papers_that_merged_are_no_strangers(what: What) -> None:
    # Province 08 of the old map is Tuyên Quang; Hà Giang was merged into it.
    merged = "<title>Báo và PTTH Tuyên Quang</title><p>Tin trong tỉnh.</p>"
    asked = "https://baohagiang.vn/a-1.html"
    assert what(merged, asked=asked, url="https://tuyenquang.example/").code is Code.MOVED
    renamed = '<meta property="og:site_name" content="Báo Tuyên Quang">' + ITEM.replace(
        "Báo Hà Giang", "Báo Tuyên Quang"
    )
    assert what(renamed).ok


def test_a_redirect_to_games(what: What) -> None:
    page = (
        "<title>Nhà cái uy tín 88bet</title><p>Đăng ký nhận 88k, tải app, nạp rút, chơi ngay. "
        "Báo Hà Giang: 48 sản phẩm OCOP.</p>"
    )
    identity = what(page, asked="https://baohagiang.vn/a-1.html", url="https://88bet.example/")
    assert identity.code is Code.GAMBLING


def test_files_may_lie_on_storage_hosts(what: What) -> None:
    stored = {"asked": "https://baohagiang.vn/tai?id=3", "url": "https://s3.example.com/qd.pdf"}
    pdf = "application/pdf"
    assert what(PDF, Kind.ATTACHMENT, content_type=pdf, **stored).ok
    assert what("<p>Hết hạn</p>", Kind.ATTACHMENT, **stored).code is Code.FOREIGN_HOST
    assert what(PDF, Kind.ATTACHMENT, content_type=pdf, url="https://files.vnpt.vn/1.pdf").ok


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<script>window.location.href='/';</script>", Code.REDIRECTED_HOME),
        ('<meta http-equiv="refresh" content="0; url=/">', Code.REDIRECTED_HOME),
        ("<script>location.replace('https://www.abc.example/x')</script>", Code.FOREIGN_HOST),
    ],
)
def test_a_page_that_only_leads_on(what: What, page: str, code: Code) -> None:
    assert what(f"<html><head>{page}</head></html>").code is code


@pytest.mark.parametrize("body", [b"", b"  \n", b"\0\0\0\0"])
def test_an_empty_answer(what: What, body: bytes) -> None:
    assert what(body).code is Code.EMPTY


def test_a_pdf_link_that_answers_a_page(what: What) -> None:
    declared = {"content_type": "application/pdf", "url": "https://baohagiang.vn/qd-12.pdf"}
    assert what(PDF, Kind.ATTACHMENT, **declared).ok
    viewer = ITEM.replace("Chè", "Xem văn bản")
    assert what(viewer, Kind.ATTACHMENT, **declared).code is Code.PAGE_FOR_FILE
    assert what(viewer, url=declared["url"]).code is Code.PAGE_FOR_FILE
    # A page that says why is known by what it says.
    gone = "<title>Báo</title><h1>Trang không tồn tại</h1>"
    assert what(gone, Kind.ATTACHMENT, **declared).code is Code.SOFT_NOT_FOUND


def test_the_header_of_a_pdf_may_come_late(what: What) -> None:
    late = b"\r\n" * 200 + PDF
    assert what(late, Kind.ATTACHMENT, content_type="application/pdf").media_type == (
        "application/pdf"
    )


def test_cut_files(what: What) -> None:
    pdf, docx = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml"
    assert what(PDF[:-6], Kind.ATTACHMENT, content_type=pdf).code is Code.CUT_SHORT
    assert what(packed(), Kind.ATTACHMENT, content_type=docx).ok
    assert what(packed()[:-30], Kind.ATTACHMENT, content_type=docx).code is Code.CUT_SHORT
    assert what(flags=("dataloss",)).code is Code.CUT_SHORT


def test_a_type_that_differs_is_counted_and_believed(what: What) -> None:
    identity = what(PDF, Kind.ATTACHMENT, content_type="application/msword")
    assert (identity.code, identity.ok) == (Code.TYPE_DIFFERS, True)
    assert identity.media_type == "application/pdf"
    for silent in ("", "application/octet-stream"):
        assert what(PDF, Kind.ATTACHMENT, content_type=silent).code is Code.NONE
    assert what(ITEM, content_type="application/xhtml+xml").code is Code.NONE


def test_feeds_and_sitemaps_are_no_pages(what: What) -> None:
    rss = "<?xml version='1.0'?><!-- by cms --><rss><channel><title>A</title></channel></rss>"
    xml = "text/xml"
    assert what(rss, Kind.INDEX, WayKind.FEED, content_type=xml).ok
    assert what(ITEM, Kind.INDEX, WayKind.FEED).code is Code.PAGE_FOR_FEED
    assert what(ITEM, Kind.INDEX, WayKind.LISTING).ok
    # What a feed tells of firewalls is news.
    told = rss.replace("A</title>", "Your support ID is: 123</title>")
    assert what(told, Kind.INDEX, WayKind.FEED, content_type=xml).ok


def test_compressed_bytes_that_do_not_say_so(what: What) -> None:
    body = gzip.compress(ITEM.encode())
    assert what(body).code is Code.STILL_COMPRESSED
    packed_map = {
        "content_type": "application/x-gzip",
        "url": "https://baohagiang.vn/sitemap.xml.gz",
    }
    assert what(body, Kind.INDEX, WayKind.SITEMAP, **packed_map).ok


def test_noise_that_is_called_text(what: What) -> None:
    noise = bytes(range(1, 32)) * 40
    assert what(noise).code is Code.UNDECODABLE
    assert what("Giá chè hôm nay", content_type="text/plain").ok


def test_a_page_in_another_encoding_than_it_names(what: What) -> None:
    page = ITEM.replace("<p>", "<p>đặt ở xã, được công nhận: ")
    lost = page.encode("cp1258", "ignore")
    assert what(lost).code is Code.UNDECODABLE
    assert what(page.encode().replace(b"</p>", b"\xff</p>")).ok  # a bad byte here and there
    assert what(b"<html><p>\xff\xfe</p></html>").ok  # hardly any text, and none of it lost


def test_a_body_that_is_there_and_empty(what: What) -> None:
    menu = "".join(f"<li><a href='/{n}/'>Mục số {n}</a></li>" for n in range(30))
    page = (
        f"<title>Tin A - Báo Hà Giang</title><ul>{menu}</ul><h1>Tin A</h1><div class=body>%s</div>"
    )
    assert what(page % "<p> </p>").code is Code.TITLE_ONLY
    assert what(page % "<img src=1.jpg>").ok
    assert what(page % "<p>Có chữ</p>").ok
    assert what(page % "" + "<a href='/qd.pdf'>Tải</a>").ok
    assert what(page % "", Kind.INDEX).ok


def test_another_publisher_at_the_address(what: What) -> None:
    other = (
        '<head><meta property="og:site_name" content="Hiệp hội Gỗ miền Trung"><title>Tin</title>'
        "</head>"
        + "<p>Hội viên gặp nhau bàn về thị trường gỗ dán và ván ép trong quý tới.</p>"
        * 12
    )
    assert what(other).code is Code.OTHER_PUBLISHER
    # The publisher's name somewhere on the page, also in an image's text, is enough.
    assert what(other + "<img src=l.png alt='Báo Hà Giang điện tử'>").ok
    assert what(other + "<footer>© BaoHaGiang.vn</footer>").ok
    # What speaks of OCOP is evidence: it is kept, and judged by people.
    assert what(other + "<p>48 sản phẩm OCOP</p>").ok
    assert what(other.replace("Hiệp hội Gỗ miền Trung", "Cổng thông tin điện tử")).ok


def test_another_script(what: What) -> None:
    chinese = (
        "<title>新闻</title>"
        + "<p>河江省公布了今年新的产品名单，共有四十八种产品获得认证。</p>" * 5
    )
    assert what(chinese).code is Code.FOREIGN_LANGUAGE
    assert what(chinese, url="https://baohagiang.vn/cn/tin-1.html").ok


def test_places_beside_an_article_are_counted(what: What) -> None:
    identity = what(ITEM.replace("<h1>", "<span>{title} {publish}</span><h1>"))
    assert (identity.code, identity.ok) == (Code.PLACEHOLDERS, True)


def test_a_huge_page_is_no_notice(what: What) -> None:
    assert what(ITEM + "<p>một dòng</p>" * 200_000).ok


def test_a_deep_page_is_looked_at(what: What) -> None:
    assert what("<div>" * 100_000 + "48 sản phẩm OCOP của tỉnh").ok
