"""Title, bases, articles, recipients, signer and annexes of papers, each kept apart."""

import pytest

from extract.anatomy.read import decision_of
from extract.claims.scene import build
from extract.documents.html import from_html
from extract.documents.paper import Cell, Paper, Row, Run, from_paper
from extract.documents.plain import from_text
from extract.mentions.decisions import find_decisions
from extract.model import Act, Level, Origin
from extract.text.normalise import fold

WHOLE = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG TRỊ
Số: 808/QĐ-UBND
Quảng Trị, ngày 12 tháng 4 năm 2023

QUYẾT ĐỊNH
Về việc phê duyệt kết quả đánh giá, phân hạng
sản phẩm OCOP tỉnh Quảng Trị
đợt 2 năm 2022
--------------
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
Căn cứ Quyết định số 1048/QĐ-TTg ngày 21/8/2019 và Quyết định số 781/QĐ-TTg ngày 08/6/2020
của Thủ tướng Chính phủ;
Xét Tờ trình số 55/TTr-VPĐP ngày 03/4/2023,

QUYẾT ĐỊNH:

Điều 1. Phê duyệt kết quả và cấp Giấy chứng nhận cho 16 sản phẩm:
1. Hạng 4 sao: 04 sản phẩm;
2. Hạng 3 sao: 12 sản phẩm theo quy định tại Điều 2 Quyết định này.
Điều 2: Kết quả có giá trị 36 tháng; thay thế Quyết định số 12/QĐ-UBND ngày 05/01/2023.
Điều 3. Chánh Văn phòng UBND tỉnh chịu trách nhiệm thi hành./.

Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Như Điều 3; KT. CHỦ TỊCH
- Bộ NN&PTNT (b/c); PHÓ CHỦ TỊCH
- Lưu: VT, NN.
(Đã ký)
Hồ Thị Lan Anh

PHỤ LỤC I
DANH SÁCH SẢN PHẨM HẠNG 4 SAO
(Kèm theo Quyết định số 808/QĐ-UBND ngày 12/4/2023 của UBND tỉnh)
1. Tinh bột nghệ - HTX Ba Lòng

Phụ lục II
DANH SÁCH SẢN PHẨM HẠNG 3 SAO
1. Nước mắm Mỹ Thủy - Hộ Trần Thị Hoa
"""


def decision(text):
    return build(from_text(text, document_id="t")).decision


def test_the_title_ends_at_the_authority():
    title = decision(WHOLE).title.text
    assert title.startswith("Về việc phê duyệt")
    assert title.endswith("đợt 2 năm 2022")
    assert (decision(WHOLE).period, decision(WHOLE).round) == ("2022", 2)


def test_bases_are_apart_from_what_the_paper_concerns():
    read = decision(WHOLE)
    assert [ref.number for ref in read.bases] == ["1048/QĐ-TTg", "781/QĐ-TTg", "55/TTr-VPĐP"]
    assert [ref.number for ref in read.concerns] == ["12/QĐ-UBND"]


def test_articles_begin_at_lines_and_end_before_the_recipients():
    articles = decision(WHOLE).articles
    assert [(a.number, a.act) for a in articles] == [
        (1, Act.RECOGNISES),
        (2, Act.OTHER),
        (3, Act.OTHER),
    ]
    assert articles[0].span.text.endswith("Điều 2 Quyết định này.")
    assert articles[2].span.text.endswith("thi hành./.")


def test_recipients_and_signer_stand_side_by_side():
    read = decision(WHOLE)
    assert read.recipients.text.startswith("Nơi nhận:")
    assert read.recipients.text.endswith("- Lưu: VT, NN.")
    signer = read.signer
    assert (signer.name, signer.office) == ("Hồ Thị Lan Anh", "PHÓ CHỦ TỊCH")
    assert signer.on_behalf == "TM. ỦY BAN NHÂN DÂN"


def test_annexes_are_known_by_their_heads():
    first, second = (span.text for span in decision(WHOLE).annexes)
    assert first.startswith("PHỤ LỤC I\n")
    assert first.endswith("của UBND tỉnh)")
    assert second.startswith("Phụ lục II\n")
    assert second.endswith("HẠNG 3 SAO")


def test_a_title_may_go_on_with_an_office():
    text = WHOLE.replace("đánh giá, phân hạng\n", "đánh giá của\nỦy ban nhân dân các huyện với\n")
    assert decision(text).title.text.endswith("đợt 2 năm 2022")


def test_the_authority_joined_to_the_title_by_a_scan():
    text = WHOLE.replace("\n--------------\nCHỦ TỊCH", " CHỦ TỊCH")
    assert decision(text).title.text.endswith("đợt 2 năm 2022")


def test_lines_that_a_scan_joined():
    text = WHOLE[: WHOLE.index("Nơi nhận")].replace("\n", " ").replace("- ", "-")
    read = decision(text.replace("Số:", "\nSố:"))
    assert read.number == "808/QĐ-UBND"
    assert [article.number for article in read.articles] == [1, 2, 3]
    assert read.act is Act.RECOGNISES


def test_a_page_that_is_a_table_of_two_columns():
    html = """<html><body><div><table>
<tr><td><b>ỦY BAN NHÂN DÂN<br>TỈNH KIÊN GIANG</b><br>-------</td>
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b><br>-----</td></tr>
<tr><td>Số: 2891/QĐ-UBND</td><td><i>Kiên Giang, ngày 15 tháng 12 năm 2020</i></td></tr></table>
<p>QUYẾT ĐỊNH</p><p>VỀ VIỆC CÔNG NHẬN SẢN PHẨM OCOP NĂM 2020</p>
<p>CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG</p>
<p>Căn cứ Quyết định số 1048/QĐ-TTg ngày 21/8/2019 của Thủ tướng Chính phủ;</p>
<p>QUYẾT ĐỊNH:</p><p><b>Điều 1.</b> Công nhận 22 sản phẩm đạt hạng 3 sao.</p>
<p><b>Điều 2.</b> Quyết định có hiệu lực từ ngày ký.</p></div></body></html>"""
    read = build(from_html(html, document_id="t")).decision
    assert (read.number, read.date) == ("2891/QĐ-UBND", "2020-12-15")
    assert (read.issuer.place.level, read.issuer.place.name) == (Level.PROVINCE, "Kiên Giang")
    assert (read.act, read.period, len(read.bases)) == (Act.RECOGNISES, "2020", 1)


def sheet(*rows):
    parts = [
        Row(
            tuple(
                Cell((Run(text, Origin(sheet="PL", cell=f"{'ABCDE'[j]}{i}")),) if text else ())
                for j, text in enumerate(row)
            )
        )
        for i, row in enumerate(rows, 1)
    ]
    return from_paper(Paper(tuple(parts)), document_id="x", media_type="application/xlsx")


def test_an_annex_alone_in_a_spreadsheet_bears_its_paper():
    document = sheet(
        ("PHỤ LỤC", "", ""),
        ("DANH SÁCH SẢN PHẨM OCOP ĐẠT HẠNG 3 SAO ĐỢT 1 NĂM 2024", "", ""),
        ("(Kèm theo Quyết định số 455/QĐ-UBND ngày 19/6/2024 của UBND huyện Mộc Châu)", "", ""),
        ("STT", "Tên sản phẩm", "Chủ thể"),
        ("1", "Mận sấy dẻo", "HTX Tân Lập"),
    )
    read = build(document).decision
    assert (read.number, read.date, read.act) == ("455/QĐ-UBND", "2024-06-19", Act.RECOGNISES)
    place = read.issuer.place
    assert (place.level, place.name, place.province) == (Level.DISTRICT, "Mộc Châu", "Sơn La")
    assert (read.period, read.round) == ("2024", 1)


ANNEXES = {
    "DANH SÁCH SẢN PHẨM BỊ THU HỒI GIẤY CHỨNG NHẬN": Act.REVOKES,
    "DANH MỤC SẢN PHẨM ĐĂNG KÝ THAM GIA CHƯƠNG TRÌNH OCOP NĂM 2023": Act.LISTS,
    "DANH SÁCH SẢN PHẨM ĐỀ NGHỊ TRUNG ƯƠNG ĐÁNH GIÁ HẠNG 5 SAO": Act.FORWARDS,
    "KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP NĂM 2023": Act.RECOGNISES,
    "DANH SÁCH ĐIỀU CHỈNH THÔNG TIN SẢN PHẨM OCOP ĐÃ CÔNG NHẬN": Act.AMENDS,
}


@pytest.mark.parametrize(("head", "act"), ANNEXES.items())
def test_what_an_annex_alone_lists(head, act):
    line = "(Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 08/3/2023 của UBND tỉnh Hậu Giang)"
    read = decision(f"PHỤ LỤC\n{head}\n{line}\n1. Khóm Cầu Đúc - HTX Thạnh Thắng\n")
    assert (read.number, read.date, read.act) == ("77/QĐ-UBND", "2023-03-08", act)


def test_an_annex_with_a_blank_number_invents_none():
    read = decision(
        "DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN\n"
        "(Kèm theo Quyết định số     /QĐ-UBND ngày     tháng 3 năm 2023 của UBND tỉnh Hậu Giang)\n"
        "1. Khóm Cầu Đúc - sản phẩm của HTX Thạnh Thắng\n"
    )
    assert (read.number, read.date) == (None, "2023-03")


def test_an_annex_of_another_paper_is_told():
    text = WHOLE.replace("Kèm theo Quyết định số 808/QĐ-UBND", "Kèm theo Quyết định số 88/QĐ-UBND")
    read = decision(text)
    assert read.number == "808/QĐ-UBND"
    assert read.doubts == ("annex_of_other_paper",)


def test_an_amendment_concerns_what_it_amends():
    read = decision(
        """UBND TỈNH TRÀ VINH\nSố: 286/QĐ-UBND\nTrà Vinh, ngày 22 tháng 02 năm 2023\n
QUYẾT ĐỊNH
Về việc sửa đổi, bổ sung một số điều của Quyết định số 2511/QĐ-UBND ngày 30/12/2022 công nhận
sản phẩm OCOP tỉnh Trà Vinh năm 2022\n
QUYẾT ĐỊNH:
Điều 1. Sửa đổi khoản 1 Điều 1 như sau:
“Điều 1. Công nhận 58 sản phẩm OCOP.”
Điều 2. Đính chính tên chủ thể của 02 sản phẩm.
"""
    )
    assert read.act is Act.AMENDS
    assert [ref.number for ref in read.concerns] == ["2511/QĐ-UBND"]
    assert [article.act for article in read.articles] == [Act.AMENDS, Act.AMENDS]


TITLES = {
    "Công nhận lại và nâng hạng sản phẩm OCOP đợt 1 năm 2025": Act.RECOGNISES,
    "V/v cấp Giấy chứng nhận sản phẩm OCOP đạt 3 sao": Act.RECOGNISES,
    "Về việc công bố kết quả đánh giá, xếp hạng sản phẩm OCOP lần 1 năm 2020": Act.RECOGNISES,
    "Phê duyệt kết quả đánh giá sản phẩm tham gia Chương trình OCOP tỉnh Lào Cai": Act.RECOGNISES,
    "Về việc thu hồi và hủy bỏ Giấy chứng nhận sản phẩm OCOP": Act.REVOKES,
    "Bãi bỏ Quyết định số 303/QĐ-UBND ngày 04/02/2020 công nhận sản phẩm OCOP": Act.REVOKES,
    "Xóa tên sản phẩm OCOP hết thời hạn khỏi danh sách sản phẩm của tỉnh": Act.REVOKES,
    "Chấm dứt hiệu lực kết quả phân hạng sản phẩm OCOP": Act.REVOKES,
    "Đính chính Quyết định số 12/QĐ-UBND về việc công nhận sản phẩm OCOP": Act.AMENDS,
    "Điều chỉnh tên chủ thể có sản phẩm OCOP được công nhận năm 2022": Act.AMENDS,
    "Bổ sung 02 sản phẩm vào Phụ lục Quyết định số 12/QĐ-UBND": Act.AMENDS,
    "Phê duyệt danh sách chủ thể đăng ký đánh giá, phân hạng sản phẩm OCOP": Act.LISTS,
    "Phê duyệt danh sách ý tưởng sản phẩm OCOP năm 2021": Act.LISTS,
    "Điều chỉnh, bổ sung danh mục sản phẩm tham gia Chương trình OCOP": Act.LISTS,
    "Phê duyệt kết quả chấm điểm sản phẩm trình Trung ương đánh giá": Act.FORWARDS,
    "Phê duyệt danh sách sản phẩm tiềm năng 5 sao đề nghị Trung ương công nhận": Act.FORWARDS,
    "Kiện toàn Hội đồng đánh giá, phân hạng sản phẩm OCOP": Act.OTHER,
    "Khen thưởng các chủ thể có sản phẩm được công nhận OCOP 4 sao": Act.OTHER,
    "Phê duyệt Kế hoạch tổ chức đánh giá, phân hạng sản phẩm OCOP": Act.OTHER,
    "Hỗ trợ kinh phí cho sản phẩm được công nhận OCOP năm 2023": Act.OTHER,
    "Ban hành Quy chế hoạt động của Hội đồng đánh giá, phân hạng sản phẩm OCOP": Act.OTHER,
    "Thu hồi kinh phí hỗ trợ sản phẩm OCOP": Act.OTHER,
    "Công nhận làng nghề truyền thống và sản phẩm tiêu biểu": Act.OTHER,
}


@pytest.mark.parametrize(("title", "act"), TITLES.items())
def test_the_title_tells_the_act(title, act):
    head = "UBND TỈNH LONG AN\nSố: 9/QĐ-UBND\nLong An, ngày 09 tháng 9 năm 2022\n"
    text = f"{head}QUYẾT ĐỊNH\n{title}\n"
    for noise in (text, text.replace("ư", "u").replace("ồ", "ô")):
        assert decision(noise + "Điều 1. Giao các đơn vị thực hiện.\n").act is act


NEWS = {
    "telling": "Ngày 20/5, UBND tỉnh ban hành Quyết định số 12/QĐ-UBND công nhận 13 sản phẩm OCOP.",
    "retelling articles": "UBND huyện có Quyết định số 9/QĐ-UBND. Theo Điều 1, 4 sản phẩm OCOP.",
    "headline in capitals": "QUYẾT ĐỊNH CÔNG NHẬN 18 SẢN PHẨM OCOP\nNgày 8/11, UBND tỉnh đã ký.",
    "digest": "UBND HUYỆN A\nTRÍCH YẾU MỘT SỐ QUYẾT ĐỊNH\n- Quyết định 5/QĐ-UBND: 2 sản phẩm OCOP.",
}


@pytest.mark.parametrize("text", NEWS.values(), ids=NEWS)
def test_news_are_no_papers(text):
    assert decision(text) is None


def test_the_full_text_below_a_headline_is_the_paper():
    read = decision(
        """Toàn văn quyết định công nhận sản phẩm OCOP của tỉnh\n21/03/2025 09:40\n
Toàn văn Quyết định số 704/QĐ-UBND ngày 19/3/2025 của UBND tỉnh Nghệ An:\n
Điều 1. Công nhận 24 sản phẩm hạng 4 sao.
Điều 2. Kết quả có giá trị 36 tháng.
"""
    )
    assert (read.number, read.date, read.act) == ("704/QĐ-UBND", "2025-03-19", Act.RECOGNISES)
    assert read.issuer.place.name == "Nghệ An"


OTHERS = {
    "TỜ TRÌNH\nVề việc đề nghị công nhận sản phẩm OCOP hạng 4 sao": ("TTr", Act.FORWARDS),
    "KẾ HOẠCH\nĐánh giá, phân hạng sản phẩm OCOP năm 2023": ("KH", Act.OTHER),
    "BÁO CÁO\nKết quả công nhận sản phẩm OCOP năm 2023": ("BC", Act.OTHER),
    "THÔNG BÁO\nDanh sách sản phẩm OCOP được công nhận": ("TB", Act.OTHER),
}


@pytest.mark.parametrize(("head", "expected"), OTHERS.items())
def test_only_decisions_recognise(head, expected):
    kind = expected[0]
    text = f"UBND TỈNH LONG AN\nSố: 9/{kind}-UBND\nLong An, ngày 09 tháng 9 năm 2022\n{head}\n"
    read = decision(text)
    assert (read.type, read.act) == expected


def test_a_text_without_signs_of_a_paper_is_left_at_once():
    text = "Sáng nay, bà con thu hoạch vải. " * 50
    document = from_text(text, document_id="t")
    assert decision_of(document, fold(text), find_decisions(text, fold(text))) is None


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("UBND HUYỆN ĐẤT ĐỎ HỘI ĐỒNG ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP", "Đất Đỏ"),
        ("UBND HUYỆN ĐẤT ĐỎ BAN CHỈ ĐẠO CHƯƠNG TRÌNH OCOP", "Đất Đỏ"),
        ("UBND HUYỆN ĐẤT ĐỎ PHÒNG NÔNG NGHIỆP VÀ PTNT", "Đất Đỏ"),
        ("ỦY BAN NHÂN DÂN HUYỆN PHÒNG HÓA", "Phòng Hóa"),  # no office: a name of our own
    ],
)
def test_a_body_below_ends_the_name_of_the_unit(first, name):
    """Cells of a page lose the line break between a committee and the council below it."""
    text = f"{first}\nSố: 02/BB-HĐ\nngày 09 tháng 10 năm 2023\nBIÊN BẢN\nHọp đánh giá sản phẩm OCOP"
    assert decision(text).issuer.place.name == name


@pytest.mark.parametrize("office", ["Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh"])
def test_the_chair_of_a_committee_issues_for_its_unit(office):
    text = (
        "PHỤ LỤC\nDANH SÁCH SẢN PHẨM OCOP\n"
        f"(Kèm theo Quyết định số 877/QĐ-UBND ngày 23/11/2021 của {office} Gia Lai)\n"
        "TT | Tên sản phẩm | Chủ thể | Hạng\n1 | Tiêu Chư Sê | HTX Chư Sê | 4 sao\n"
    )
    assert decision(text).issuer.place.name == "Gia Lai"
