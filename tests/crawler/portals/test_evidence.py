"""Addresses that were seen in public, read by the rows and families of their sources."""

from __future__ import annotations

import pytest

from crawler.sources import load_sources

SOURCES = load_sources()

WCM = "/wps/portal/Home/2018/home/tin-chi-tiet/sa-xuctienthuongmai/sa-giacattsanpham"
SEEN = [
    ("quangtri_gov_vn", "/chi-tiet-tin/-/view-article/1/13729062791727/1574304721680", True),
    ("snnmt_quangtri_gov_vn", "/chi-tiet-tin/-/view-article/1/1445748553374/1761032510129", True),
    ("quangbinh_gov_vn", "/chi-tiet-tin/-/view-article/1/13848241113627/1589692995213", True),
    ("thainguyen_gov_vn", "/web/guest/home", False),
    ("quangninh_gov_vn", "/Trang/ChiTietTinTuc.aspx?nid=168690", True),
    ("quangninh_gov_vn", "/So/soxaydung/Trang/ChiTietTinTuc.aspx?nid=5479", True),
    ("quangninh_gov_vn", "/Trang/tin-tuc-su-kien.aspx", False),
    ("quangninh_gov_vn", "/Trang/tai-lieu-tra-cuu.aspx?loaiVanBan=3", False),
    ("haiduong_gov_vn", "/Trang/ChiTietTinTuc.aspx?nid=13066&title=khu-di-tich.html", True),
    ("vbpl_vn", "/TW/Pages/vbpq-toanvan.aspx?ItemID=119147", True),
    ("nongthonmoi_gov_vn", "/Pages/default.aspx", False),
    ("dienbien_gov_vn", "/portal/Pages/Hoat-dong-lanh-dao-UBND-tinh.aspx?PageIndex=2", False),
    ("sonongnghiep_angiang_gov_vn", f"{WCM}/nongsanangiang2023", True),
    ("angiang_gov_vn", "/wps/portal/", False),
    ("nghean_gov_vn", "/tin-noi-bat/50-so-dien-thoai-khong-nen-nghe-950942?pageindex=0", True),
    ("camau_gov_vn", "/chuyen-de-doi-ngoai/giai-phong-mien-nam-282160", True),
    ("thuonghieuquangninh_gov_vn", "/?p=4128", True),
    ("thuonghieuquangninh_gov_vn", "/category/san-pham-ocop/", False),
    (
        "nongthonmoi_langson_gov_vn",
        "/index.php/component/k2/itemlist/category/38-sa-n-pha-m-ocop?start=40",
        False,
    ),
    ("sct_laichau_gov_vn", "/default.aspx?page=news&do=list&category_id=101", False),
    ("hdnd_vinhlong_gov_vn", "/chi-tiet-van-ban/VB_ID=16778", True),
    ("vanban_chinhphu_vn", "/?classid=1&docid=200123&pageid=27160", True),
    ("ocop_langson_gov_vn", "/api/user-blob/7f3c2a", True),
    ("congthuong_vn", "/apicenter@/print_article&i=376345", False),
    ("langngheviet_com_vn", "/gom-bat-trang.html28119", True),
]


@pytest.mark.parametrize(("source", "address", "is_article"), SEEN)
def test_an_address_is_told_for_what_it_is(source: str, address: str, is_article: bool) -> None:
    row = SOURCES[source]
    assert row.rules.is_article(row.home.rstrip("/") + address) is is_article


def test_what_readers_and_lists_add_is_no_second_address() -> None:
    haiduong, nghean = SOURCES["haiduong_gov_vn"], SOURCES["nghean_gov_vn"]
    base = "http://www.haiduong.gov.vn/Trang/ChiTietTinTuc.aspx"
    assert haiduong.rules.canonical(f"{base}?nid=13066&title=x.html") == f"{base}?nid=13066"
    news = "http://www.nghean.gov.vn/tin-noi-bat/50-so-dien-thoai-950942"
    assert nghean.rules.canonical(f"{news}?pageindex=0") == news
