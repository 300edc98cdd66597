"""Articles are known by their addresses, of which public pages and public code show the shapes.

Words are shortened or invented; hosts, folders, numbers and endings are as they were seen.
"""

from __future__ import annotations

import pytest

from crawler.sources import load_sources

SOURCES = load_sources()

ARTICLES = """
baotuyenquang_com_vn https://baotuyenquang.com.vn/rao-vat/202407/do-cung-viet-luu-giu-net-van-hoa-0a1b2c3/
baoquangtri_vn https://baoquangtri.vn/suc-khoe/202603/bo-y-te-de-xuat-tiep-tuc-cat-giam-thu-tuc-d0f7a12/
baoquangtri_vn https://baoquangtri.vn/khoa-hoc-cong-nghe/202508/khoi-day-dam-me-9344c18/
baovinhlong_com_vn https://baovinhlong.com.vn/xa-hoi/du-lich/202502/tam-giac-ket-noi-tour-1c2d3e4/
baodaklak_vn https://baodaklak.vn/tin-noi-bat/202606/dak-lak-khoi-cong-khanh-thanh-21-du-an-1371bcf/
phuyen_baodaklak_vn https://phuyen.baodaklak.vn/kinh-te/202505/khoi-cong-tuyen-duong-bo-ven-bien-1371bcf/
phuyen_baodaklak_vn https://phuyen.baodaklak.vn/82/58118/nang-cap-tuyen-duong.html
baohagiang_vn https://baohagiang.vn/kinh-te/202306/san-pham-ocop-123456/
baonamdinh_vn https://baonamdinh.vn/channel/5085/202212/San-pham-OCOP-2556789/
baonamdinh_vn https://baonamdinh.vn/kinh-te/202410/san-pham-ocop-48e0c7a/
baocantho_com_vn https://baocantho.com.vn/san-pham-ocop-a196123.html
baoangiang_com_vn https://baoangiang.com.vn/nu-nong-dan-xuat-sac-vung-bay-nui-an-giang-a465150.html
baocamau_vn https://baocamau.vn/bi-quyet-on-thi-tot-nghiep-a129291.html
baodongthap_vn https://baodongthap.vn/mo-rong-thi-truong-cho-trai-thanh-long-a100286.html
baolaocai_vn https://baolaocai.vn/san-pham-ocop-post392978.html
baogialai_com_vn https://baogialai.com.vn/hon-500-nguoi-tham-gia-dap-tat-chay-rung-post596298.html
nhandan_vn https://nhandan.vn/ocop/san-pham-ocop-post885094.html
kinhtenongthon_vn https://kinhtenongthon.vn/Giai-phap-de-nganh-Ca-tra-phat-trien-ben-vung-post58947.html
tienphong_vn https://tienphong.vn/san-pham-ocop-post1806382.tpo
baosonla_vn https://baosonla.vn/thoi-su-chinh-tri/to-chuc-le-hoi-ca-phe-51YnYvXDR.html
hanoimoi_vn https://hanoimoi.vn/san-pham-ocop-712345.html
baohaiphong_vn https://baohaiphong.vn/hai-phong-bo-sung-69-cong-trinh-du-an-541045.html
baodanang_vn https://baodanang.vn/bo-doi-xuat-ngu-khoi-nghiep-voi-den-trang-tri-3140715.html
baodanang_vn https://www.baodanang.vn/kinhte/202412/da-nang-tien-phong-3995667/
baohungyen_vn https://baohungyen.vn/bao-ve-moi-truong-trong-san-xuat-cong-nghiep-3179574.html
baocaobang_vn https://baocaobang.vn/Huong-vi-pho-chua-Cao-Bang-38371.html
baolamdong_vn https://baolamdong.vn/chi-tiet-hoc-phi-2026-438111.html
baolamdong_vn https://baolamdong.vn/thong-tin-can-biet/202405/le-ky-ket-mou-0a1b2c3/
baoquangngai_vn https://baoquangngai.vn/suc-khoe/202311/song-lanh-manh-an-uong-an-toan-e670e31/
baolangson_vn https://baolangson.vn/hanh-trinh-hoi-nhap-bat-dau-tu-ren-luyen-5071654.html
baophutho_vn https://baophutho.vn/ca-nuoc-hoan-thanh-102-633-can-nha-o-xa-hoi-244359.htm
baothanhhoa_vn https://baothanhhoa.vn/mua-san-moi-bien-111852.htm
baoninhbinh_org_vn https://baoninhbinh.org.vn/tet-thoi-bao-cap/d20230112091014465.htm
baobacninhtv_vn https://baobacninhtv.vn/bac-ninh-co-them-san-pham-ocop-postid409722.bbg
huengaynay_vn https://huengaynay.vn/du-lich/so-hoa-ban-do-co-163431.html
baobinhdinh_vn https://baobinhdinh.vn/viewer.aspx?macm=5&macmp=5&mabb=123456
danviet_vn https://danviet.vn/phu-nu-viet-voi-ao-tu-than-7777132348-d268698.html
nongnghiepmoitruong_vn https://nongnghiepmoitruong.vn/san-pham-ocop-d760123.html
langngheviet_com_vn https://langngheviet.com.vn/nang-cao-nhan-thuc-ve-chuong-trinh-ocop-12190.html
baochinhphu_vn https://baochinhphu.vn/san-pham-ocop-102240312153012345.htm
cema_gov_vn http://cema.gov.vn/tin-tuc/tin-tuc-su-kien/thong-tin-thi-truong-gia-ca/so-50-2020.htm
hatinh_gov_vn https://www.hatinh.gov.vn/portal/pages/2025-02-21/cong-nhan-lai-ocop-483376.aspx
dienbien_gov_vn https://www.dienbien.gov.vn/portal/Pages/2025-2-1/San-pham-OCOPx1y2z3.aspx
snnmt_quangtri_gov_vn https://snnmt.quangtri.gov.vn/chi-tiet-tin/-/view-article/1/1445748553374/1761032510129
quangninh_gov_vn https://www.quangninh.gov.vn/Trang/ChiTietTinTuc.aspx?nid=12345
nongthonmoi_hatinh_gov_vn https://nongthonmoi.hatinh.gov.vn/San-pham-OCOP/Cong-nhan-119884.html
thuonghieuquangninh_gov_vn https://thuonghieuquangninh.gov.vn/?p=4128
congbao_chinhphu_vn https://congbao.chinhphu.vn/van-ban/quyet-dinh-so-148-qd-ttg-38762.htm
"""

OTHERS = """
hanoimoi_vn https://hanoimoi.vn/dai-hoi-dang-event123.html
baohaiphong_vn https://baohaiphong.vn/ocop-ptag.html
baodongthap_vn https://baodongthap.vn/kinh-te/
baolaocai_vn https://baolaocai.vn/dia-phuong/toan-tinh/11.html
baosonla_vn https://baosonla.vn/nong-thon-moi.html
baocantho_com_vn https://baocantho.com.vn/kinh-te/
baodaklak_vn https://baodaklak.vn/kinh-te/?paged=2
baobacninhtv_vn https://baobacninhtv.vn/kinh-te
nongnghiepmoitruong_vn https://nongnghiepmoitruong.vn/ocop-tag123/
dienbien_gov_vn https://www.dienbien.gov.vn/portal/Pages/Thong-tin-can-biet.aspx?PageIndex=2
quangninh_gov_vn https://www.quangninh.gov.vn/Trang/tai-lieu-tra-cuu.aspx
"""


def rows(text: str) -> list[list[str]]:
    return [line.split() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("name", "address"), rows(ARTICLES))
def test_an_article_is_known_by_its_address(name: str, address: str) -> None:
    source = SOURCES[name]
    assert source.holds(address)
    assert source.rules.is_article(address)


@pytest.mark.parametrize(("name", "address"), rows(OTHERS))
def test_a_section_or_tag_is_no_article(name: str, address: str) -> None:
    assert not SOURCES[name].rules.is_article(address)
