"""The nouns that numbers count: products, or something that must not be taken for them.

Domain knowledge: producers, dossiers, groups, points, money … explain why a number is no
count of products. Each class is proved by its examples.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PRODUCT_NOUN = r"(?:s[aảàạáâăẩãắ]n ?ph[aẩẫâầấảàậãă][mn]|sảo phẩm|sản ocop|s/?p)(?![^\W\d_])"
"""``sản phẩm`` with the slips of the pen that were seen in print; ``SP``."""


@dataclass(frozen=True, slots=True)
class NounClass:
    """A class of counted nouns: what follows a number, with proofs.

    ``examples`` are texts whose first number has this class; ``counter_examples`` are
    texts whose first number has another.
    """

    name: str
    pattern: str
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


# What may stand between the number and its noun: a number in brackets, a measure word.
_BETWEEN = (
    r"(?:\([^()\n]{1,25}\) ?)?(?:loại |dòng |bộ |hồ sơ |mã |món |lượt |nhóm |tên |đặc sản |loạt )?"
)

NOUNS: tuple[NounClass, ...] = (
    NounClass(
        "percent",
        r"(?:%|phần trăm|điểm phần trăm)",
        ("tăng 12% so với năm 2021", "22 phần trăm của cả nước"),
        ("12 sản phẩm",),
    ),
    NounClass(
        "money",
        r"(?:(?:nghìn |ngàn |triệu |tỷ |tỉ )*(?:đồng|usd|đô la|vnđ|vnd|đ(?!\w))"
        r"|(?:triệu|tỷ|tỉ)(?!\w)|(?:nghìn|ngàn) tỷ"
        # The first of two prices: their unit stands behind the last.
        r"|(?:và|đến|tới|hoặc|hay|-) ?\d[\d.,]{0,12} ?(?:nghìn |ngàn |triệu |tỷ |tỉ ){0,2}"
        r"(?:đồng|vnđ|vnd|đ(?!\w)|(?:triệu|tỷ|tỉ)(?!\w)))",
        ("thưởng 20 triệu đồng", "4.146 tỷ đồng", "giá 36.000đ", "giá 450.000 và 1,2 triệu đồng"),
        ("35 và 48 sản phẩm", "công nhận 12 và thưởng 40 triệu đồng"),
    ),
    NounClass(
        "product_group",
        r"(?:nhóm|ngành hàng|bộ tiêu chí|tiêu chí|tiêu chuẩn)(?!\w)",
        ("6 nhóm sản phẩm", "26 ngành hàng"),
        ("26 sản phẩm",),
    ),
    NounClass(
        "dossier",
        r"(?:bộ )?hồ sơ(?! sản phẩm)",
        ("137 bộ hồ sơ", "20 hồ sơ dự thi"),
        ("20 hồ sơ sản phẩm",),
    ),
    NounClass(
        "turn", r"lượt(?: sản phẩm)?(?!\w)", ("1129 lượt xem", "350 lượt sản phẩm"), ("5 sản phẩm",)
    ),
    NounClass(
        "other_scheme",
        PRODUCT_NOUN + r" (?:hàng )?(?:công nghiệp nông thôn|cnnt|đặc trưng|chủ lực|nông nghiệp|"
        r"nông sản|đặc sản|làng nghề|vietgap|du lịch|tiêu dùng|hàng hóa|công nghiệp|"
        r"thủ công|tươi sống|vi phạm|giả|gian hàng|trưng bày|khuyến công)",
        ("12 sản phẩm công nghiệp nông thôn tiêu biểu", "hơn 200 sản phẩm nông nghiệp lợi thế"),
        ("12 sản phẩm OCOP",),
    ),
    NounClass(
        "rate",
        PRODUCT_NOUN
        + r" ?/ ?(?:xã|huyện|năm|đơn vị|tháng|đợt|chủ thể|địa phương|bộ|hộp|người|giờ|ngày|"
        r"thị trấn|phường)",
        ("bình quân 3-4 sản phẩm/huyện",),
        ("4 sản phẩm của huyện",),
    ),
    NounClass(
        "product",
        PRODUCT_NOUN + "|món(?= (?:còn lại|mới|đạt|được|ocop|trong số|mang|"
        "(?:tiềm năng )?[3-5] ?sao))"
        "|nông sản (?=đạt|ocop|được công nhận)"
        "|cái(?: tên)?(?= (?:còn (?:hạn|hiệu lực|thời hạn)|(?:đã )?(?:hết|quá) hạn|"
        "vào (?:mức|hạng)|đạt|[3-5] ?sao|được (?:công nhận|xếp|gắn)))",
        ("48 sản phẩm gắn sao", "05 SP", "công nhận lại7 sản phẩm", "5 (năm) sản phẩm đạt 3 sao"),
        ("48 chủ thể", "6 nhóm sản phẩm", "137 hồ sơ"),
    ),
    NounClass(
        "stand_in",
        r"(?:cái tên|gương mặt|tân binh|cựu binh|đại diện|ứng viên|"
        r"mặt hàng(?=,? (?:ocop|dịch vụ|đạt|được (?:công nhận|xếp|gắn)|mang (?:sao|\d))))(?!\w)",
        ("22 cái tên vừa được xướng lên", "9 gương mặt mới", "14 tân binh ở hạng 3 sao"),
        ("6 cái bát", "15 mặt hàng rau củ", "3 người đại diện"),
    ),
    NounClass("star", r"(?:sao(?!\w)|[*★⭐])", ("đạt 3 sao", "có 4 sao"), ("3 sản phẩm",)),
    NounClass(
        "score",
        r"(?:điểm|/100)(?!\w)(?! (?:bán|giới thiệu|du lịch|đến|trưng bày|phân phối|dân cư|tham "
        r"quan))",
        ("đạt 95 điểm", "86 điểm trở lên"),
    ),
    NounClass(
        "time",
        r"(?:năm(?! sao| 20\d\d(?! ?-| và| đến))|tháng|ngày|giờ|phút|tuần|quý|đợt|kỳ|lần(?! đầu)|"
        r"vụ|mùa|thập kỷ|buổi|phiên|h|"
        r"h\d\d)(?!\w)",
        ("36 tháng", "sau 3 năm thực hiện", "qua 4 phiên họp", "trong 3 năm 2019 - 2021"),
        ("12 lần đầu, 5 công nhận lại", "9 năm 2021"),
    ),
    NounClass(
        "producer",
        r"(?:chủ thể|hợp tác xã|htx|doanh nghiệp|dn|công ty|cơ sở|hộ|tổ hợp tác|tht|tổ chức|"
        r"đơn vị|nhà sản xuất|nhà cung cấp|cá nhân|trang trại|thành viên|nghệ nhân|làng "
        r"nghề)(?!\w)",
        ("98 chủ thể nhận tin vui", "14 hợp tác xã", "24 hộ"),
    ),
    NounClass(
        "unit",
        r"(?:tỉnh|thành phố|tp|huyện|thị xã|quận|xã|phường|thị trấn|địa phương|thôn|bản|ấp|khu|"
        r"vùng|nơi|miền|quốc gia|nước|bang)(?!\w)",
        ("22 tỉnh, thành phố", "19/19 xã", "5 huyện"),
    ),
    NounClass(
        "people",
        r"(?:người|học viên|đại biểu|lao động|cán bộ|khách|thành viên|hội viên|đoàn viên|bạn|"
        r"em|anh|chị|ông|bà|nông dân|xã viên|nhân khẩu|phụ nữ|giám khảo|chuyên gia)(?!\w)",
        ("35 học viên", "60 người"),
    ),
    NounClass(
        "shop",
        r"(?:gian hàng|gian|cửa hàng|điểm (?:bán|giới thiệu|du lịch|trưng bày|phân phối)|mặt hàng|"
        r"siêu thị|"
        r"quầy|kệ|chợ|sàn|đại lý|trung tâm|hội chợ|sự kiện|lớp|hội nghị|chuỗi|vườn|nhà|xưởng|"
        r"mã|tem|nhãn hiệu|thương hiệu|nhãn|giấy|chứng nhận|giấy chứng nhận|bằng)(?!\w)",
        ("15 mặt hàng rau củ", "3 gian hàng", "có 13 điểm giới thiệu và bán"),
    ),
    NounClass(
        "measure",
        r"(?:ha|héc ta|hecta|mét|phần quà|ý tưởng|tấn|tạ|kg|g|gr|gram|gam|ml|lít|km|m|m2|m²|m3|cm|"
        r"mm|con|cây|chai|hộp|gói|"
        r"lọ|túi|bộ|đàn|độ|°|sào|mẫu|thùng|quả|củ|bông|chiếc|cái|cuộc|lô|tàu|xe|phòng|tầng|trang|"
        r"chương|điều|khoản|mục|bước|loại|giống|vị|lá|kw|mw|kwh|lượt|bài|tin|suất|giải|cúp|"
        r"dự án|mô hình|đề án|kế hoạch|nội dung|nhiệm vụ|giải pháp|chương trình|công trình|tuyến|"
        r"ngôi)(?!\w)",
        ("gần 1.200 m", "40 ha chè", "6 tấn nấm mỗi ngày"),
    ),
)

COUNTED = re.compile("|".join(f"(?P<{noun.name}>{_BETWEEN}(?:{noun.pattern}))" for noun in NOUNS))
"""The noun behind a number: its class is the name of the group, the first in order that fits."""
