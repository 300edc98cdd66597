# ruff: noqa: E501 (a paragraph of a paper stands on one line)
"""Decisions inside pages of portals, in HTML of poor quality."""

from __future__ import annotations

from blind.make import page
from blind.truth import Line, Truth
from extract.model import Act, Level

_NBSP = "&nbsp;"

_NESTED = f"""
<div id=menu><a href=/>Trang chủ</a> | <a href=/vb>Văn bản</a></div>
<table width=100% border=0><tr><td class=main>
<table border=0><tr><td><p><span><b>ỦY BAN NHÂN DÂN<br>HUYỆN CHI LĂNG</b></span></p></td>
<td><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><u>Độc lập - Tự do - Hạnh phúc</u></p></td></tr>
<tr><td>Số:{_NBSP}2065/QĐ-UBND</td><td><i>Chi Lăng, ngày{_NBSP}19 tháng{_NBSP}10 năm{_NBSP}2023</i></td></tr></table>
<p align=center><b>QUYẾT ĐỊNH</b></p>
<p align=center><span>Về việc công nhận</span> <span>sản phẩm OCOP huyện Chi Lăng năm 2023</span></p>
<p align=center><b>CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN CHI LĂNG</b></p>
<p>Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;<br></p>
<p align=center>QUYẾT ĐỊNH:</p>
<p><b>Điều{_NBSP}1.</b> Công nhận 04{_NBSP}sản phẩm OCOP hạng 3{_NBSP}sao cho 02 chủ thể, gồm:</p>
<table border=1 cellspacing=0><tbody>
<tr><td><p>TT</p></td><td><p>Chủ<br>thể</p></td><td><p>Địa chỉ</p></td><td><p>Sản<br>phẩm</p></td><td><p>Điểm</p></td><td><p>Kết quả<br>phân hạng</p></td></tr>
<tr><td rowspan=1><span>1</span></td><td><span>HTX Na</span><span> Đồng Bành</span></td><td>Thị trấn<br>Chi Lăng</td>
<td>- Na dai Đồng Bành<br>- Rượu na Đồng Bành</td><td>66,5<br>58</td><td>3 sao<br>3 sao</td></tr>
<tr><td>2</td><td>Công ty TNHH{_NBSP}Vân An Xanh</td><td>xã Vân An</td>
<td><p>- Ớt chỉ thiên muối Vân An</p><p>- Trà gừng Vân An</p></td><td><p>61</p><p>53,5</p></td><td><p>3 sao</p><p>3 sao</p></td></tr>
</tbody></table>
<p>Điều 2. Quyết định này có hiệu lực kể từ ngày ký.</p>
<table border=0><tr><td>Nơi nhận:<br>- Như Điều 2;<br>- Lưu: VT.</td><td><b>CHỦ TỊCH<br><br>Vi Nông Trường</b></td></tr></table>
</td></tr></table><div>Lượt xem: 318</div>
"""

NESTED = Truth(
    "nested-tables",
    lambda: page(_NESTED, "Cổng TTĐT huyện Chi Lăng"),
    "2065/QĐ-UBND",
    "2023-10-19",
    "Chi Lăng",
    Level.DISTRICT,
    Act.RECOGNISES,
    (
        Line("Na dai Đồng Bành", "HTX Na Đồng Bành", 3, 66.5),
        Line("Rượu na Đồng Bành", "HTX Na Đồng Bành", 3, 58),
        Line("Ớt chỉ thiên muối Vân An", "Công ty TNHH Vân An Xanh", 3, 61),
        Line("Trà gừng Vân An", "Công ty TNHH Vân An Xanh", 3, 53.5),
    ),
)

_STAR_IN_HEAD = """
<table><tr><td>ỦY BAN NHÂN
DÂN
TỈNH QUẢNG BÌNH
--------</td><td>CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br>---------------</td></tr>
<tr><td>Số: 3071/QĐ-UBND</td><td>Quảng
Bình, ngày 12 tháng
12 năm 2022</td></tr></table>
<p>QUYẾT ĐỊNH</p>
<p>VỀ VIỆC CÔNG NHẬN KẾT QUẢ ĐÁNH GIÁ, XẾP HẠNG
SẢN PHẨM OCOP TỈNH QUẢNG BÌNH NĂM 2022</p>
<p>CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG BÌNH</p>
<p>Căn cứ Quyết định số 1048/QĐ-TTg ngày 21 tháng 8 năm 2019 của Thủ tướng Chính phủ;</p>
<p>QUYẾT ĐỊNH:</p>
<p>Điều 1. Công nhận 05 sản phẩm OCOP năm 2022 theo danh sách sau:</p>
<p><b>A. SẢN PHẨM HẠNG 4 SAO: 02 sản phẩm</b></p>
<table border=1><tr><th>TT</th><th>Tên sản phẩm</th><th>Tổ chức, cá nhân sản xuất</th><th>Địa bàn</th></tr>
<tr><td>1</td><td>Khoai deo Hải Ninh Mệ Thí</td><td>Hộ kinh doanh Mệ Thí</td><td>Quảng Ninh</td></tr>
<tr><td>2</td><td>Cao gừng Quảng Lưu</td><td>Công ty TNHH Dược liệu Quảng Lưu</td><td>Quảng Trạch</td></tr></table>
<p><b>B. SẢN PHẨM HẠNG 3 SAO: 03 sản phẩm</b></p>
<table border=1><tr><th>TT</th><th>Tên sản phẩm</th><th>Tổ chức, cá nhân sản xuất</th><th>Địa bàn</th></tr>
<tr><td>1</td><td>Nấm tràm sấy Nam Hóa</td><td>HTX Nam Hóa</td><td>Tuyên Hóa</td></tr>
<tr><td>2</td><td>Chiếu cói An Xá Thượng</td><td>THT chiếu cói An Xá</td><td>Lệ Thủy</td></tr>
<tr><td>3</td><td>Ruốc bột Cảnh Dương Cô Lài</td><td>Cơ sở Cô Lài</td><td>Quảng Trạch</td></tr></table>
<p>Điều 2. Kết quả có giá trị 03 năm.</p>
<p>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br>Hồ Trọng Khiêm</p>
"""

STAR_IN_HEAD = Truth(
    "star-in-head",
    lambda: page(_STAR_IN_HEAD, "Quyết định 3071/QĐ-UBND"),
    "3071/QĐ-UBND",
    "2022-12-12",
    "Quảng Bình",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Khoai deo Hải Ninh Mệ Thí", "Hộ kinh doanh Mệ Thí", 4),
        Line("Cao gừng Quảng Lưu", "Công ty TNHH Dược liệu Quảng Lưu", 4),
        Line("Nấm tràm sấy Nam Hóa", "HTX Nam Hóa", 3),
        Line("Chiếu cói An Xá Thượng", "THT chiếu cói An Xá", 3),
        Line("Ruốc bột Cảnh Dương Cô Lài", "Cơ sở Cô Lài", 3),
    ),
)

_GROUPED = """
<h1>Quyết định số 1266/QĐ-UBND về việc công nhận sản phẩm OCOP</h1>
<div class="content"><div><div><b>UBND TỈNH TRÀ VINH</b></div><div>Số: 1266/QĐ-UBND</div>
<div>Trà Vinh, ngày 8 tháng 8 năm 2024</div><div>QUYẾT ĐỊNH</div>
<div>Về việc công nhận và cấp giấy chứng nhận sản phẩm OCOP hạng 4 sao đợt 1 năm 2024</div>
<div>CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH</div>
<div>Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;</div>
<div>QUYẾT ĐỊNH:</div>
<div>Điều 1. Công nhận 04 sản phẩm OCOP hạng 4 sao, bao gồm:</div>
<div>- Hợp tác xã Dừa sáp Hòa Tân (huyện Cầu Kè): Dừa sáp trái Hòa Tân và Kẹo dừa sáp Hòa Tân.</div>
<div>- Công ty TNHH Hải sản Mỹ Long (huyện Cầu Ngang): Khô cá khoai Mỹ Long.</div>
<div>- Hộ kinh doanh Thạch Sa Rây (huyện Trà Cú): Cốm dẹp Sa Rây.</div>
<div>Điều 2. Giấy chứng nhận có giá trị 36 tháng.</div>
<div>KT. CHỦ TỊCH<br/>PHÓ CHỦ TỊCH<br/>Kim Ngọc Rương</div></div></div>
"""

GROUPED = Truth(
    "grouped-list",
    lambda: page(_GROUPED, "Quyết định số 1266/QĐ-UBND"),
    "1266/QĐ-UBND",
    "2024-08-08",
    "Trà Vinh",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Dừa sáp trái Hòa Tân", "Hợp tác xã Dừa sáp Hòa Tân", 4),
        Line("Kẹo dừa sáp Hòa Tân", "Hợp tác xã Dừa sáp Hòa Tân", 4),
        Line("Khô cá khoai Mỹ Long", "Công ty TNHH Hải sản Mỹ Long", 4),
        Line("Cốm dẹp Sa Rây", "Hộ kinh doanh Thạch Sa Rây", 4),
    ),
)

PAGES = (NESTED, STAR_IN_HEAD, GROUPED)
