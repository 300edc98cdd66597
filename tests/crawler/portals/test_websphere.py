"""IBM WebSphere Portal, where the state of a reader's session is in the address."""

from __future__ import annotations

import pytest

from crawler.portals.websphere import WebSphere
from tests.crawler.portals.conftest import Saved

HOME = "https://www.tinhmau.gov.vn"
LIST = f"{HOME}/wps/portal/Home/home/tin-tuc"
PATH = f"{HOME}/wps/portal/Home/home/tin-chi-tiet/sa-kinhte/cong-nhan-33-san-pham-ocop"
STATE = "!ut/p/z1/04_Sj9CPykssy0xPLMnMz0vMAfIjo8zivQNdHD2CDQ18/dz/d5/L2dBISEvZ0FBIS9nQSEh/"
CONTENT = f"{HOME}/wps/wcm/connect/ThuVien/sa-kinhte/hoi-cho-ocop"


@pytest.mark.parametrize(
    "twin",
    [
        f"{PATH}/",
        f"{PATH}/{STATE}",
        f"{PATH}/{STATE.replace('04_Sj9CP', 'jZDBTsMw')}?presentationtemplateid=ban-in",
        f"{PATH}?WCM_Page.Menu_TinTucKhac=5",
        f"{PATH.replace('/portal/', '/myportal/')}/{STATE}",
        f"{PATH};jsessionid=0000x:1ab/{STATE}",
    ],
)
def test_states_of_readers_are_no_addresses_of_their_own(twin: str) -> None:
    assert WebSphere().canonical(twin) == PATH


@pytest.mark.parametrize(
    "query",
    [
        "WCM_GLOBAL_CONTEXT=/wps/wcm/connect/ThuVien/sa-kinhte/hoi-cho-ocop",
        "WCM_PORTLET=PC_7_2AA4&WCM_GLOBAL_CONTEXT=/wps/wcm/connect/ThuVien/sa-kinhte/hoi-cho-ocop/",
        "1dmy&urile=wcm%3apath%3a%2FThuVien%2Fsa-kinhte%2Fhoi-cho-ocop",
        "1dmy&urile=wcm:path:/wps/wcm/connect/ThuVien/sa-kinhte/hoi-cho-ocop",
    ],
)
def test_the_path_of_the_content_in_the_query_is_the_address(query: str) -> None:
    assert WebSphere().canonical(f"{HOME}/wps/portal/Home/home/{STATE}?{query}") == CONTENT
    assert WebSphere().canonical(CONTENT) == CONTENT


def test_a_state_that_alone_names_the_article_stays() -> None:
    one, two = (f"{HOME}/wps/portal/Home/tin-chi-tiet/!ut/p/z1/{state}" for state in ("aX1", "bY2"))
    assert WebSphere().canonical(one) != WebSphere().canonical(two)


def test_two_articles_of_a_page_have_two_addresses() -> None:
    other = PATH.replace("33", "34")
    assert WebSphere().canonical(f"{PATH}/{STATE}") != WebSphere().canonical(f"{other}/{STATE}")


def test_a_list_that_is_met_twice_gives_the_same_articles(saved: Saved) -> None:
    for state in ("A1b2", "Zz99"):
        links = WebSphere().listing(saved("websphere/list", LIST, state=state)).links
        assert [WebSphere().canonical(link.url) for link in links] == [PATH, CONTENT]


def test_a_link_of_a_list_brings_its_date(saved: Saved) -> None:
    one, _ = WebSphere().listing(saved("websphere/list", LIST, state="A")).links
    assert "Công nhận 33 sản phẩm OCOP" in one.words


def test_the_fields_of_an_article(saved: Saved) -> None:
    page = saved("websphere/article", f"{PATH}/{STATE}", canonical="")
    article = WebSphere().article(page)
    assert article.url == PATH
    assert article.title == "Công nhận 33 sản phẩm OCOP"
    assert article.published == "2025-09-04T10:25:00+07:00"
    assert "công nhận 33 sản phẩm" in article.body
    [attachment] = article.attachments
    assert attachment.name == "Quyết định 1290"
    assert attachment.url.endswith("/QD-1290.pdf?MOD=AJPERES")


def test_the_canonical_link_decides_where_the_state_is_all(saved: Saved) -> None:
    link = f'<link rel="canonical" href="{PATH}">'
    url = f"{HOME}/wps/portal/Home/tin-chi-tiet/!ut/p/z1/aX1"
    assert WebSphere().article(saved("websphere/article", url, canonical=link)).url == PATH


@pytest.mark.parametrize(
    ("address", "is_article"),
    [
        ("/wps/portal/Home/2018/home/tin-chi-tiet/sa-xuctien/sa-giaca/nongsanmau2023", True),
        ("/wps/portal/home/du-khach/chi-tiet/diem-tham-quan/di-tich/thien-vien", True),
        (f"/wps/portal/Home/home/{STATE}?urile=wcm%3apath%3a%2FThuVien%2Fx", True),
        ("/wps/wcm/connect/ThuVien/sa-kinhte/hoi-cho-ocop", True),
        ("/wps/portal/", False),
        ("/wps/portal/Home/home", False),
        (f"/wps/portal/Home/lich/{STATE}?thang=12&nam=2031", False),
    ],
)
def test_articles_are_told_by_their_address(address: str, is_article: bool) -> None:
    assert WebSphere().is_article(HOME + address) is is_article
