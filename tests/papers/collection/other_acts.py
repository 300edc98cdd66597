"""Papers that recognise nothing: revocations, amendments, lists, files sent up, councils."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from extract.model import Act, Kind
from papers import columns
from papers.collection.offices import annex, city, commune, paper, province
from papers.goods import entries, numbered, person, standing
from papers.truth import Column, Entry, Section, TestPaper, Told

_PLAIN_END = (
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
    "Điều 3. Thủ trưởng các cơ quan, đơn vị và các tổ chức, cá nhân có liên quan chịu trách nhiệm "
    "thi hành Quyết định này./.",
)


_PLAN_BASE = (
    "Thực hiện Quyết định số 919/QĐ-TTg ngày 01/8/2022 của Thủ tướng Chính phủ, UBND tỉnh Khánh "
    "Hòa ban hành Kế hoạch triển khai Chương trình năm 2023 như sau:",
)


def papers() -> Iterator[TestPaper]:
    yield _revocation()
    yield _revocation_of_one()
    yield _names_amended()
    yield _rows_added()
    yield _participants()
    yield _participants_with_wishes()
    yield _council()
    yield _forwarded()
    yield _forwarded_by_commune()
    yield _plan()
    yield _praise()


def _revocation() -> TestPaper:
    number, date, office = "1377/QĐ-UBND-HC", "2024-12-20", province("Đồng Tháp")
    found = entries("dong-thap-2021", "Đồng Tháp", {4: 2, 3: 9}, by_law=1048)
    reasons = ("Hết thời hạn, không đánh giá lại", "Không đạt tiêu chí bắt buộc")
    rows = tuple(
        replace(entry, standing=Kind.WITHDRAWN, score=None, note=reasons[at % 4 == 3])
        for at, entry in enumerate(numbered(found))
    )
    made = (*columns.PLAIN[:4], columns.STARS, replace(columns.NOTE, heads=("Lý do thu hồi",)))
    return paper(
        "revocation", number, date, office,
        "Về việc thu hồi Giấy chứng nhận sản phẩm OCOP đối với các sản phẩm hết thời hạn",
        "Điều 1. Thu hồi Giấy chứng nhận sản phẩm OCOP đã cấp theo Quyết định số 1590/QĐ-UBND-HC "
        "ngày 15/10/2021 của Ủy ban nhân dân Tỉnh đối với 11 sản phẩm, gồm 02 sản phẩm 4 sao và 09 "
        "sản phẩm 3 sao (danh sách kèm theo).",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM BỊ THU HỒI GIẤY CHỨNG NHẬN", made,
                Section(entries=rows), kicker="DANH SÁCH",
            )
        ],
        articles=_PLAIN_END, act=Act.REVOKES, told=(Told(11, (3, 4, 5), Kind.WITHDRAWN),),
        concerns=("1590/QĐ-UBND-HC",), signer="Phạm Thanh Thoa",
    )  # fmt: skip


def _revocation_of_one() -> TestPaper:
    number, date, office = "2811/QĐ-UBND", "2023-09-15", province("Nghệ An")
    return paper(
        "revocation-of-one", number, date, office,
        "Về việc thu hồi Giấy chứng nhận sản phẩm OCOP hạng 3 sao năm 2022",
        "Điều 1. Thu hồi Giấy chứng nhận đối với sản phẩm “Giò lụa Phú Khê” của Hộ kinh doanh Đặng "
        "Thị Thoa, được công nhận đạt hạng 3 sao tại Quyết định số 201/QĐ-UBND ngày 19/01/2023.",
        articles=(
            "Điều 2. Sở Nông nghiệp và Phát triển nông thôn thu lại Giấy chứng nhận đã cấp; chủ "
            "thể không được tiếp tục in hạng sao lên bao bì.",
            _PLAIN_END[1],
        ),
        act=Act.REVOKES, concerns=("201/QĐ-UBND",), signer="Lê Quang Vượng",
    )  # fmt: skip


def _names_amended() -> TestPaper:
    number, date, office = "640/QĐ-UBND", "2023-03-29", province("Quảng Nam", broken=False)
    found = numbered(entries("quang-nam-2020", "Quảng Nam", {3: 3}, by_law=1048))
    rows = tuple(replace(entry, note="Công ty TNHH Vạn Phát") for entry in found)
    made = (
        columns.STT,
        columns.NAME,
        Column(("Tên chủ thể", "Đã công nhận"), "producer", 2.4),
        Column(("Tên chủ thể", "Sửa đổi thành"), "note", 2.4),
    )
    return paper(
        "names-amended", number, date, office,
        "Về việc sửa đổi, bổ sung một số nội dung tại Quyết định số 3544/QĐ-UBND ngày 14/12/2020 "
        "của UBND tỉnh về công nhận sản phẩm OCOP năm 2020",
        "Điều 1. Sửa đổi tên chủ thể của 03 sản phẩm tại Phụ lục Quyết định số 3544/QĐ-UBND ngày "
        "14/12/2020 của UBND tỉnh Quảng Nam như Phụ lục đính kèm.",
        annexes=[
            annex(number, date, office, "NỘI DUNG SỬA ĐỔI", made, Section(entries=rows))
        ],
        articles=(
            "Điều 2. Các nội dung khác của Quyết định số 3544/QĐ-UBND giữ nguyên hiệu lực.",
            _PLAIN_END[1],
        ),
        act=Act.AMENDS, concerns=("3544/QĐ-UBND",), rows_known=False, signer="Hồ Xuân Trọng",
    )  # fmt: skip


def _rows_added() -> TestPaper:
    """An amendment that puts products into the annex of another decision."""
    number, date, office = "1120/QĐ-UBND", "2022-05-11", province("Nghệ An")
    found = entries("nghe-an-2021b", "Nghệ An", {3: 2}, by_law=1048)
    return paper(
        "rows-added", number, date, office,
        "Điều chỉnh, bổ sung Quyết định số 87/QĐ-UBND ngày 11/01/2022 của UBND tỉnh Nghệ An",
        "Điều 1. Bổ sung 02 sản phẩm vào Mục II Phụ lục ban hành kèm theo Quyết định số 87/QĐ-UBND "
        "ngày 11/01/2022 của UBND tỉnh về việc công nhận kết quả đánh giá, phân hạng sản phẩm "
        "OCOP.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM BỔ SUNG", columns.PLAIN,
                Section(entries=numbered(found, 14)),
            )
        ],
        articles=_PLAIN_END, act=Act.AMENDS, concerns=("87/QĐ-UBND",), rows_known=False,
        signer="Lê Quang Vượng",
    )  # fmt: skip


def _participants() -> TestPaper:
    number, date, office = "1066/QĐ-UBND", "2021-09-06", province("Bắc Ninh")
    found = entries("bac-ninh-2021", "Bắc Ninh", {3: 30}, units=7, by_law=1048)
    rows = tuple(
        replace(entry, stars=None, score=None, standing=Kind.REGISTERED)
        for entry in numbered(found)
    )
    return paper(
        "participants", number, date, office,
        "Về việc phê duyệt danh mục sản phẩm tham gia đánh giá, phân hạng OCOP tỉnh Bắc Ninh năm "
        "2021",
        "Điều 1. Phê duyệt danh mục 30 sản phẩm của các chủ thể đăng ký tham gia đánh giá, phân "
        "hạng sản phẩm OCOP tỉnh Bắc Ninh năm 2021 (chi tiết có danh mục kèm theo).",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM THAM GIA ĐÁNH GIÁ, PHÂN HẠNG NĂM 2021",
                columns.CANDIDATES, Section(entries=rows), kicker="DANH MỤC",
            )
        ],
        articles=_PLAIN_END, act=Act.LISTS, told=(Told(30, (3, 4, 5), Kind.REGISTERED),),
        period="2021", signer="Nguyễn Hữu Tươi",
    )  # fmt: skip


def _participants_with_wishes() -> TestPaper:
    """A list of those who take part, with the star that they hope for."""
    number, date, office = "1502/QĐ-UBND", "2026-03-18", city("Hải Phòng", regime=34)
    found = entries("hai-phong-2026", "Hải Phòng", {4: 5, 3: 7}, regime=34, units=7)
    rows = tuple(replace(entry, score=None, standing=Kind.REGISTERED) for entry in numbered(found))
    made = (*columns.COMMUNES[:4], replace(columns.STARS, heads=("Hạng sao đăng ký",)))
    return paper(
        "participants-with-wishes", number, date, office,
        "Ban hành danh sách sản phẩm đăng ký tham gia Chương trình OCOP thành phố năm 2026",
        "Điều 1. Ban hành kèm theo Quyết định này danh sách 12 sản phẩm đăng ký tham gia Chương "
        "trình OCOP thành phố Hải Phòng năm 2026.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM ĐĂNG KÝ THAM GIA NĂM 2026", made,
                Section(entries=rows), kicker="DANH SÁCH",
            )
        ],
        articles=_PLAIN_END, act=Act.LISTS, told=(Told(12, (3, 4, 5), Kind.REGISTERED),),
        period="2026", signer="Trần Minh Vượng",
    )  # fmt: skip


def _council() -> TestPaper:
    number, date, office = "955/QĐ-UBND", "2022-04-19", province("Hưng Yên")
    draw = Random("council")
    offices = ("Chủ tịch Hội đồng", "Phó Chủ tịch Hội đồng", *["Ủy viên"] * 6, "Thư ký")
    rows = tuple(
        Entry(name=f"Ông {person(draw)}", producer=text, number=str(at))
        for at, text in enumerate(offices, 1)
    )
    made = (
        columns.STT,
        Column(("Họ và tên",), "name", 2.4),
        Column(("Nhiệm vụ trong Hội đồng",), "producer", 2.4),
    )
    return paper(
        "council", number, date, office,
        "Về việc thành lập Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Hưng Yên năm 2022",
        "Điều 1. Thành lập Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Hưng Yên năm 2022 gồm "
        "09 thành viên có tên trong danh sách kèm theo.",
        annexes=[
            annex(
                number, date, office, "THÀNH VIÊN HỘI ĐỒNG", made, Section(entries=rows),
                kicker="DANH SÁCH", products=False, landscape=False,
            )
        ],
        articles=(
            "Điều 2. Hội đồng chấm điểm, đề xuất công nhận sản phẩm đạt 3 sao, 4 sao và trình cấp "
            "có thẩm quyền các sản phẩm tiềm năng 5 sao; tự giải thể khi hoàn thành nhiệm vụ.",
            _PLAIN_END[1],
        ),
        act=Act.OTHER, signer="Đặng Quang Dũng",
    )  # fmt: skip


def _forwarded() -> TestPaper:
    """Points of products that may have 5 stars; the ministry decides."""
    number, date, office = "4102/QĐ-UBND", "2021-11-19", province("Quảng Ninh")
    found = entries("quang-ninh-2021", "Quảng Ninh", {5: 4}, by_law=1048)
    rows = standing(numbered([replace(e, potential5=True) for e in found]), Kind.PROPOSED)
    return paper(
        "forwarded", number, date, office,
        "Phê duyệt kết quả chấm điểm sản phẩm OCOP tiềm năng 5 sao tỉnh Quảng Ninh năm 2021",
        "Điều 1. Phê duyệt kết quả chấm điểm 04 sản phẩm OCOP tiềm năng 5 sao năm 2021 để trình "
        "Hội đồng cấp Trung ương đánh giá, phân hạng (biểu kèm theo).",
        annexes=[
            annex(
                number, date, office, "KẾT QUẢ CHẤM ĐIỂM SẢN PHẨM TIỀM NĂNG 5 SAO",
                columns.STARS_IN_HEADS, Section(entries=rows), kicker="BIỂU",
            )
        ],
        articles=(
            "Điều 2. Giao Sở Nông nghiệp và Phát triển nông thôn hoàn thiện hồ sơ gửi Bộ Nông "
            "nghiệp và Phát triển nông thôn trước ngày 30/11/2021.",
            _PLAIN_END[1],
        ),
        act=Act.FORWARDS, told=(Told(4, (5,), Kind.ASSESSED, potential5=True),), period="2021",
        signer="Vũ Thị Phượng",
    )  # fmt: skip


def _forwarded_by_commune() -> TestPaper:
    """Since July 2025 communes only send the files on."""
    number, date, office = (
        "318/QĐ-UBND",
        "2026-05-07",
        commune("Hoa Lư", "Ninh Bình", kind="phường"),
    )
    found = entries("hoa-lu-2026", "Ninh Bình", {3: 4}, regime=34, units=1)
    rows = tuple(
        replace(entry, stars=None, score=None, standing=Kind.PROPOSED, commune="phường Hoa Lư")
        for entry in numbered(found)
    )
    return paper(
        "forwarded-by-commune", number, date, office,
        "Về việc phê duyệt danh sách sản phẩm đề nghị tỉnh đánh giá, phân hạng OCOP năm 2026",
        "Điều 1. Phê duyệt danh sách 04 sản phẩm của phường Hoa Lư đủ điều kiện chuyển hồ sơ đề "
        "nghị UBND tỉnh Ninh Bình đánh giá, phân hạng OCOP năm 2026.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM ĐỀ NGHỊ ĐÁNH GIÁ, PHÂN HẠNG", columns.CANDIDATES,
                Section(entries=rows), kicker="DANH SÁCH", address_form="{village}{commune}",
            )
        ],
        articles=_PLAIN_END, act=Act.FORWARDS, told=(Told(4, (3, 4, 5), Kind.PROPOSED),),
        period="2026", signer="Bùi Văn Trọng", rank="CHỦ TỊCH",
    )  # fmt: skip


def _plan() -> TestPaper:
    number, date, office = "96/KH-UBND", "2023-03-31", province("Khánh Hòa")
    return paper(
        "plan", number, date, office,
        "Triển khai Chương trình mỗi xã một sản phẩm tỉnh Khánh Hòa năm 2023",
        "1. Mục tiêu: phấn đấu có thêm 40 sản phẩm được công nhận OCOP, trong đó ít nhất 10 sản "
        "phẩm đạt 4 sao; đánh giá lại 25 sản phẩm hết thời hạn.",
        articles=(
            "2. Tiến độ: cấp huyện hoàn thành đánh giá trước tháng 9, cấp tỉnh trước tháng "
            "11/2023.",
            "3. Kinh phí: từ nguồn vốn Chương trình mục tiêu quốc gia xây dựng nông thôn mới./.",
        ),
        act=Act.OTHER, told=(
            Told(40, (3, 4, 5), Kind.TARGET), Told(10, (4,), Kind.TARGET),
            Told(25, (3, 4, 5), Kind.TARGET),
        ),
        signer="Hồ Thị Uyên",
        bases=_PLAN_BASE,
    )  # fmt: skip


def _praise() -> TestPaper:
    """Certificates of merit for producers: nothing is recognised."""
    number, date, office = "2190/QĐ-UBND", "2024-01-25", province("Bắc Giang")
    return paper(
        "praise", number, date, office,
        "Về việc tặng Bằng khen của Chủ tịch UBND tỉnh",
        "Điều 1. Tặng Bằng khen cho 06 tập thể, cá nhân có thành tích xuất sắc trong thực hiện "
        "Chương trình OCOP tỉnh Bắc Giang giai đoạn 2019 - 2023, kèm theo tiền thưởng theo quy "
        "định.",
        articles=_PLAIN_END, act=Act.OTHER, bases=("Căn cứ Luật Thi đua, khen thưởng;",),
        signer="Ngô Kim Hạnh",
    )  # fmt: skip
