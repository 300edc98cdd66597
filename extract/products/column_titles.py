"""The titles of columns: what each says that the cells below it hold.

Provinces lay out their annexes as they like; the words of the titles are few.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.products.columns import OF_CLASS, Column, Holds
from extract.products.standings import standing_of


@dataclass(frozen=True, slots=True)
class TitleRule:
    """One way of titling a column, on the folded title.

    ``examples`` are titles that the rule reads, ``counter_examples`` such as it leaves.
    """

    holds: Holds
    pattern: re.Pattern[str]
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


_MAKER = (
    r"chủ thể|chủ cơ sở|cơ sở|đơn vị(?! tính)|nhà sản xuất|doanh nghiệp|htx|hợp tác xã|tổ chức|"
    r"cá nhân|hộ sản xuất|hộ kinh doanh|chủ sở hữu|chủ sản phẩm|công ty|cssx|csxs|hộ sx|đv sx|"
    r"(?:bên|người)[\w, ]{0,20} (?:đứng tên|đứng ra|sản xuất|làm ra)|đứng tên"
)
_GOODS = r"(?:sản phẩm|sp|hàng hóa|mặt hàng)"
_JOIN = r" ?(?:[/,;&+(-]|và|của|\n) ?"

RULES: tuple[TitleRule, ...] = (
    TitleRule(
        Holds.NUMBER,
        re.compile(r"(?:s?tt|số tt|số thứ tự|no\.?|#|thứ tự)\.?"),
        ("STT", "TT", "Số TT"),
        ("Số điện thoại",),
    ),
    TitleRule(
        Holds.MONEY,
        re.compile(
            r".*(?:kinh phí|thành tiền|đơn giá|số tiền|mức (?:hỗ trợ|thưởng|chi)|dự toán|"
            r"giá bán|doanh thu|\(đồng\)|(?:triệu|nghìn|ngàn|tỷ) đồng|tiền thưởng)"
        ),
        ("Mức thưởng (đồng)", "Kinh phí hỗ trợ"),
        ("Đánh giá", "Giá trị cốt lõi"),
    ),
    TitleRule(
        Holds.AMOUNT,
        re.compile(r".*(?:số lượng|đơn vị tính|đvt|sản lượng|quy mô|công suất)"),
        ("Số lượng", "ĐVT"),
    ),
    TitleRule(
        Holds.OTHER,
        re.compile(
            r".*(?:điện thoại|đại diện|chức vụ|mã số|mã vạch|loại hình (?:chủ|tổ chức|cơ sở|kinh)|"
            r"đặc điểm|thời điểm|điểm bán|thời hạn|hiệu lực|giấy (?:phép|chứng nhận)|quyết định|"
            r"email|website|ảnh|năm sinh|ngày|họ và tên|tiêu chí|số gcn)"
        ),
        ("Số điện thoại", "Người đại diện", "Loại hình chủ thể", "Thời hạn"),
        ("Điểm", "Chủ thể"),
    ),
    TitleRule(
        Holds.PRODUCER,
        re.compile(rf".*(?:tên )?(?:{_MAKER})[\w ,]{{0,40}}(?:có|sản xuất|của) {_GOODS}"),
        ("Chủ thể có sản phẩm", "Cơ sở sản xuất sản phẩm"),
        ("Tên sản phẩm/Chủ thể",),
    ),
    TitleRule(
        Holds.NAME_PRODUCER,
        re.compile(
            rf"(?:tên )?(?:các )?{_GOODS}(?: ocop| tham gia)?{_JOIN}(?:tên )?(?:các )?(?:{_MAKER})"
        ),
        ("Tên sản phẩm/Chủ thể", "Tên sản phẩm – chủ thể", "Sản phẩm, chủ thể"),
        ("Tên sản phẩm", "Chủ thể"),
    ),
    TitleRule(
        Holds.PRODUCER_NAME,
        re.compile(rf"(?:tên )?(?:{_MAKER})(?: sản xuất)?{_JOIN}(?:tên )?{_GOODS}"),
        ("Chủ thể/Sản phẩm", "Tên chủ thể - tên sản phẩm"),
        ("Chủ thể sản xuất",),
    ),
    TitleRule(
        Holds.PRODUCER_ADDRESS,
        re.compile(
            rf".*(?:{_MAKER}).*địa chỉ|(?:tên )?(?:và|,|/|-) ?địa chỉ.*(?:{_MAKER})|"
            rf"tên,? (?:và )?địa chỉ"
        ),
        ("Chủ thể, địa chỉ", "Tên và địa chỉ cơ sở sản xuất", "Chủ thể (địa chỉ)"),
        ("Địa chỉ", "Địa chỉ chủ thể"),
    ),
    TitleRule(
        Holds.ADDRESS,
        re.compile(r".*(?:địa chỉ|địa điểm|địa bàn|trụ sở|nơi (?:sản xuất|làm|chế biến|đóng))|"
                   r"đ/ ?c$|(?:thôn|ấp|khóm|khu phố|tổ dân phố|tổ|bản|buôn|làng|xóm|khối|tiểu khu|"
                   r"plei|bon|phum|sóc)(?: ?[,/].*)?$|"
                   r"(?:xã|phường).*huyện|huyện.{0,3}xã"),
        ("Địa chỉ", "Địa chỉ sản xuất", "Xã, huyện", "Huyện/Xã", "Đ/c",
         "Nơi làm ra", "Ấp", "Thôn, xã", "Bản", "Thôn/Buôn/Tổ"),
        ("Huyện, thành phố, thị xã", "Bản mô tả", "Làng nghề"),
    ),
    TitleRule(
        Holds.NAME,
        re.compile(
            rf".*tên (?:gọi |các |của )?{_GOODS}|(?:các )?{_GOODS}(?: ocop)?"
            rf"(?: (?:đăng ký|tham gia|dự thi|được|đạt|đề nghị|đánh giá|đã được|thu hồi|bị)"
            r".{0,60})?$|"
            rf"danh mục {_GOODS}|{_GOODS}(?: ?/ ?| ?, ?| )(?:bộ|nhóm) sản phẩm$|"
            rf"tên gọi$|{_GOODS} ?\([\w ,]+\)$|ý tưởng ?(?:/|,|và|hoặc)? ?{_GOODS}|tên sp(?!\w)"
        ),
        (
            "Tên sản phẩm",
            "Sản phẩm",
            "Sản phẩm đăng ký",
            "Tên sản phẩm được công nhận",
            "Sản phẩm (quy cách)",
            "Ý tưởng, sản phẩm",
        ),
        ("Nhóm sản phẩm", "Số sản phẩm", "Hạng sản phẩm", "Phân hạng sản phẩm"),
    ),
    TitleRule(
        Holds.STANDING,
        re.compile(
            r"(?:hình thức|loại hình|loại|diện|trường hợp) (?:công nhận|đánh giá|đăng ký)|"
            r"tình trạng|hình thức$|"
            r"(?:công nhận|đánh giá|sản phẩm) (?:mới|lại)(?:$| ?[/,-])|"
            r"mới ?/ ?(?:công nhận |đánh giá )?lại"
        ),
        ("Hình thức công nhận", "Hình thức", "Đánh giá mới/đánh giá lại", "Mới/lại"),
        ("Kết quả đánh giá", "Hình thức sản xuất"),
    ),
    TitleRule(
        Holds.BEFORE,
        re.compile(
            r"(?:(?:hạng|số|kết quả|xếp hạng|phân hạng|hạng sao|số sao|sao) )?(?:đã (?:được )?"
            r"(?:công nhận|đạt|xếp hạng)|trước đây|hiện tại|hiện có|cũ|năm trước|lần trước|"
            r"trước khi nâng hạng)"
        ),
        ("Đã công nhận", "Hạng sao hiện tại", "Hạng cũ"),
        ("Hạng sao", "Đề nghị công nhận"),
    ),
    TitleRule(
        Holds.PRODUCER,
        re.compile(rf"(?:tên |thông tin |các )*(?:{_MAKER})"),
        ("Tên chủ thể", "Chủ thể sản xuất", "Đơn vị sản xuất, kinh doanh", "Tên tổ chức, cá nhân"),
        ("Đơn vị tính", "Sản phẩm"),
    ),
    TitleRule(
        Holds.GROUP,
        re.compile(r".*(?:nhóm|ngành|phân loại|lĩnh vực|bộ sản phẩm)"),
        ("Nhóm sản phẩm", "Ngành hàng", "Nhóm/phân nhóm"),
    ),
    TitleRule(
        Holds.DISTRICT,
        re.compile(r"(?:tên |ubnd )*(?:huyện|quận|thị xã)|thành phố,? ?(?:thị xã|huyện)|"
                   r"địa phương|cấp huyện"),
        ("Huyện", "Huyện, thành phố, thị xã", "Địa phương"),
        ("Xã", "Hội đồng cấp tỉnh"),
    ),
    TitleRule(
        Holds.COMMUNE,
        re.compile(r"(?:tên |ubnd |cấp )*(?:xã|phường|thị trấn)"),
        ("Xã, phường, thị trấn", "Xã/phường"),
        ("Thị xã",),
    ),
    TitleRule(
        Holds.PROVINCE,
        re.compile(r"(?:tên )?(?:tỉnh|thành phố)"),
        ("Tỉnh, thành phố", "Tỉnh/TP"),
    ),
    TitleRule(
        Holds.OTHER,
        re.compile(r".*(?:điểm thành phần|phần [abc123i]|điểm [abc]$|"
                   r"điểm.*(?:tự (?:chấm|đánh giá)|cấp xã|cơ sở))|[abc]$"),
        ("Phần A", "Điểm phần B", "Điểm tự chấm"),
        ("Điểm", "Tổng điểm"),
    ),
    TitleRule(
        Holds.SCORE,
        re.compile(r".*điểm|(?:đ|tổng đ)\. ?(?:tb|bq|số)|kết quả (?:chấm|cho điểm)"),
        ("Điểm", "Tổng điểm", "Điểm bình quân", "Số điểm đạt được", "Đ.TB", "Kết quả chấm"),
        ("Hạng sao", "Đ/c"),
    ),
    TitleRule(
        Holds.STARS,
        re.compile(r".*(?:sao|hạng|xếp loại|kết quả|kết luận|đề nghị)|sao"),
        ("Hạng sao", "Xếp hạng", "Kết quả phân hạng", "Phân hạng sản phẩm", "Đạt hạng", "Kết quả",
         "Kết luận của Hội đồng"),
    ),
    TitleRule(Holds.NOTE, re.compile(r".*(?:ghi chú|ghi thêm|lưu ý|chú thích)"), ("Ghi chú",)),
)  # fmt: skip
"""In this order: the first rule that fits reads the title."""

_MARK = re.compile(
    r"(?:đạt |hạng |số sp |sản phẩm )*0?(?P<rank>[1-5]) ?(?:sao|\*)|(?P<drawn>[*★]{1,5})"
)
_STANDING_MARK = re.compile(
    r"(?:(?:công nhận|đánh giá|sản phẩm|cấp) )?(?:mới|lại|lần đầu)|nâng (?:hạng|sao)"
)
_WHOLE = re.compile(r"tên|tên gọi|họ tên")
_BODY = re.compile(r"(?:hội đồng |hđ )?(?:cấp )?(?:xã|huyện|tỉnh|thành phố|trung ương|tw|quốc gia)")
"""Who gave points, below a title of scores: the last one that is printed decides."""
_OLD_SIDE = re.compile(
    r"(?:thông tin|nội dung|tên|số liệu) ?(?:sản phẩm |chủ thể )?(?:cũ|ban đầu|"
    r"đã (?:được )?(?:công nhận|cấp|phê duyệt|ghi|in|ban hành)|trước (?:đây|khi .{3,30})|"
    r"(?:ghi )?(?:tại|theo) (?:các )?quyết định.{0,60})"
)
"""The half of an amending table that no longer holds; the columns below it tell nothing."""


def read_title(levels: Sequence[str]) -> Column | None:
    """What a column holds, by its titles from the top, folded; None where they do not tell.

    The lowest title tells most: "Kết quả" over "Điểm" is a score.
    """
    named = [" ".join(level.split()).strip(" .:") for level in levels]
    named = [level for level in named if level and len(level) <= 160]
    if not named:
        return None
    mark = _MARK.fullmatch(named[-1])
    if mark:
        rank = int(mark["rank"]) if mark["rank"] else len(mark["drawn"])
        return Column(Holds.MARK, rank)
    if _STANDING_MARK.fullmatch(named[-1]):
        return Column(Holds.STANDING, standing=standing_of(named[-1]))
    if len(named) > 1 and _WHOLE.fullmatch(named[-1]):
        named = named[:-1]
    if any(_OLD_SIDE.fullmatch(level) for level in named[:-1]):
        return Column(Holds.OTHER)
    if len(named) > 1 and _BODY.fullmatch(named[-1]) and _by_rules(named[-2]) is Holds.SCORE:
        return Column(Holds.SCORE)
    held = [holds for level in reversed(named) if (holds := _by_rules(level)) is not None]
    if held[:1] == [Holds.BEFORE] and len(held) > 1 and held[1] not in OF_CLASS:
        return Column(Holds.OTHER)  # the name or producer before an amendment
    return Column(held[0]) if held else None


def names_body(title: str) -> bool:
    """Whether a folded title names who gave points: "Cấp huyện", "Hội đồng tỉnh"."""
    return bool(_BODY.fullmatch(title.strip()))


def _by_rules(title: str) -> Holds | None:
    return next((rule.holds for rule in RULES if rule.pattern.match(title)), None)
