"""Numbers and what they count: products, or something that must not be taken for them.

Every number of a candidate sentence becomes a ``Number`` with its value, its qualifier
and the class of the noun that it counts. ``product`` is a count of products; ``bare``
has no noun of its own ("Yên Sơn 15, Hàm Yên 12") and is left to context; every other
class explains why a number is no count (domain knowledge: producers, dossiers, groups,
points, money …). ``unknown`` is a noun we have no class for: it is never a count, and
near OCOP words it is a recall alarm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.model import Comparator
from extract.text.numbers import DIGITS, WORDS, parse
from extract.text.taken import Taken

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
        r"|(?:triệu|tỷ|tỉ)(?!\w)|(?:nghìn|ngàn) tỷ)",
        ("thưởng 20 triệu đồng", "4.146 tỷ đồng", "giá 36.000đ"),
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
        PRODUCT_NOUN
        + "|món(?= (?:còn lại|mới|đạt|được|ocop))|nông sản (?=đạt|ocop|được công nhận)",
        ("48 sản phẩm gắn sao", "05 SP", "công nhận lại7 sản phẩm", "5 (năm) sản phẩm đạt 3 sao"),
        ("48 chủ thể", "6 nhóm sản phẩm", "137 hồ sơ"),
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
        r"(?:năm(?! sao)|tháng|ngày|giờ|phút|tuần|quý|đợt|kỳ|lần|vụ|mùa|thập kỷ|buổi|phiên|h|"
        r"h\d\d)(?!\w)",
        ("36 tháng", "sau 3 năm thực hiện", "qua 4 phiên họp"),
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

_COMPILED = tuple((noun.name, re.compile(_BETWEEN + f"(?:{noun.pattern})")) for noun in NOUNS)

# Words that may be glued to a number by a lost blank ("công nhận lại7 sản phẩm").
_GLUE = (
    r"(?<=lại)|(?<=có)|(?<=là)|(?<=được)|(?<=với)|(?<=nhận)|(?<=thêm)|(?<=lên)|(?<=đạt)|(?<=gồm)"
)
_EDGE = rf"(?:(?<![\w.,/:*+])(?<![^\W\d_]-)|(?<=[^\d][.,:+/])|{_GLUE})"
_NUMBER = re.compile(
    rf"{_EDGE}(?P<low>{DIGITS}|\b{WORDS}(?![^\W\d_]))"
    rf"(?:(?P<join> ?- ?| ?/ ?| đến | tới | hoặc )(?P<high>{DIGITS}|(?<= ){WORDS}(?![^\W\d_])))?"
    r"(?![\d]|[.,]\d)"
)

_BEFORE: tuple[tuple[Comparator, re.Pattern[str]], ...] = (
    (
        Comparator.AT_LEAST,
        re.compile(r"(?:ít nhất|tối thiểu|không dưới|không ít hơn|chí ít)(?: \w{2,6}){0,2} ?$"),
    ),
    (
        Comparator.AT_MOST,
        re.compile(r"(?:tối đa|không quá|không vượt quá|nhiều nhất là|chưa tới|chưa đến) ?$"),
    ),
    (
        Comparator.MORE_THAN,
        re.compile(r"(?:hơn|trên|vượt(?: mốc| con số| ngưỡng| qua mốc)?|quá) ?$"),
    ),
    (Comparator.NEARLY, re.compile(r"(?:gần|ngót nghét|ngót|suýt soát|xấp xỉ|sát) ?$")),
    (Comparator.ABOUT, re.compile(r"(?:khoảng|chừng|tầm|ước chừng|cỡ|độ|áng chừng) ?$")),
)
_OR_MORE = re.compile(r"[^.,;:()\n\d]{0,30}?(?<!sao )trở lên")

# A number after these words is a name, not a quantity: a year, a date, a rank, a batch …
_NAME_BEFORE = re.compile(
    r"(?<!\w)(?P<word>năm|tháng|ngày|quý|đợt|lần thứ|thứ|điều|khoản|giai đoạn|lúc|khóa|phụ lục|"
    r"nghị định|quyết định|công văn|hotline|điện thoại|tel|fax|sđt|mùng|mồng) ?$"
)
# What such a name can be at most: "Trong quý 25 sản phẩm hết hạn" counts products.
_NAME_RANGE = {
    "năm": range(1990, 2046),
    "tháng": range(1, 13),
    "ngày": range(1, 32),
    "quý": range(1, 5),
}
# … and these only where no product noun follows ("phân hạng 24 sản phẩm" is a count).
_NAME_BEFORE_BARE = re.compile(
    r"(?<!\w)(?:mục|(?<!con )(?<!tổng )(?<!trong )số|biểu|bảng|trang|tổ|(?<!nâng )(?<!thăng )hạng|"
    r"top|tuần|đường|"
    r"quốc lộ|khu phố|ấp|thôn|tiểu khu|khu|kế hoạch|đt|mã|loại|bước|nhóm|cấp|quyết định) ?:? ?$"
)
_YEAR = range(1990, 2046)
# "một" and "năm" are also an article and the word year.
_ARTICLE = re.compile(r"(?:một|1) (?:số|trong|phần|vài|lần nữa|cách|thời|chút|bên|mặt|trong những)")
_YEAR_WORD_BEFORE = re.compile(
    r"(?:hàng|hằng|mỗi|các|những|nhiều|trong|cuối|đầu|giữa|từng|\d|mấy|cả|suốt|hết|một|hai|ba|bốn|"
    r"mươi|mười|đến|sau|qua|theo) $"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text and what it counts.

    ``[start, end)`` are its own characters; ``[noun_start, noun_end)`` those of the noun
    (empty without one). ``of`` is the second number of "22/23", ``high`` of "20 - 30".
    """

    start: int
    end: int
    noun_start: int
    noun_end: int
    value: int
    noun: str
    high: int | None = None
    of: int | None = None
    comparator: Comparator = Comparator.EXACT
    in_words: bool = False


def find_numbers(
    folded: str, start: int, end: int, taken: Iterable[tuple[int, int]] = ()
) -> Iterator[Number]:
    """Numbers of ``folded[start:end]`` outside the spans ``taken`` (dates, decisions …)."""
    spans = Taken(taken)
    for match in _NUMBER.finditer(folded, start, end):
        if spans.meets(match.start(), match.end("low")):
            continue
        number = _read(folded, match, end, spans)
        if number is not None:
            yield number


def _read(folded: str, match: re.Match[str], end: int, taken: Taken) -> Number | None:
    low = parse(match["low"])
    if low is None:
        return None
    high_ok = match["high"] is not None and not taken.meets(*match.span("high"))
    second = parse(match["high"]) if high_ok else None
    stop = match.end("high") if second is not None else match.end("low")
    noun, noun_start, noun_end = _noun(folded, stop, end)
    high = of = None
    if second is not None:
        joined = match["join"].strip()
        if joined == "/":
            of = second
        elif low < second and low not in _YEAR:
            high = second
        else:
            stop = match.end("low")
            noun, noun_start, noun_end = _noun(folded, stop, end)
    in_words = not match["low"][0].isdigit()
    other = _is_other_word if in_words else _is_name
    if other(folded, match, noun):
        return None
    return Number(
        match.start(),
        stop,
        noun_start,
        noun_end,
        low,
        noun,
        high,
        of,
        _comparator(folded, match.start(), noun_end if noun == "product" else stop),
        in_words,
    )


def _noun(folded: str, position: int, end: int) -> tuple[str, int, int]:
    """Class and span of the noun after ``position``; ``bare`` if none can stand there."""
    blank = position + (folded[position : position + 1] == " ")
    for name, pattern in _COMPILED:
        match = pattern.match(folded, blank, end)
        if match:
            return name, blank, match.end()
    following = folded[blank : blank + 1]
    if blank >= end or not following.isalpha():
        return "bare", position, position
    return (
        ("bare", position, position)
        if _BARE_AFTER.match(folded, blank, end)
        else (
            "unknown",
            blank,
            blank,
        )
    )


# What follows a number that has lost its noun: a verb, a star class, a connective, a
# place, a kind word. Everything else that follows is a noun we do not know.
_BARE_AFTER = re.compile(
    r"(?:đạt|hạng|mang|được|ở|là|thuộc|và|còn|trong|của|tại|xếp|bị|đã|đang|mới|công nhận|nâng|"
    r"đánh giá|tái|cấp|hết|đăng ký|tiềm năng|ocop|có|do|từ|cho|nữa|thì|lần đầu|phân hạng|so|"
    r"bốn sao|ba sao|năm sao|hai sao|một sao|[1-5] sao|chờ|gửi|dự|đủ|không|chưa|tham gia|gắn|"
    r"vào|với|lên|trở lên|nhưng|tức|đều|cùng|theo|chính|sẽ|như|này|ấy|đó|kia|thêm|phải|mà|nêu|ghi|"
    r"vốn|xuống|bằng|chiếm|sau|trước|vì|nên|rồi|lại|cũng|vẫn|là|thôi|hồi|năm sao|(?:tp|"
    r"tx)\.?)(?!\w)"
)


def _is_name(folded: str, match: re.Match[str], noun: str) -> bool:
    """Whether the number names a year, a date, a rank … instead of counting."""
    before = folded[max(0, match.start() - 16) : match.start()]
    name = _NAME_BEFORE.search(before)
    if name:
        value = parse(match["low"])
        return value in _NAME_RANGE.get(name["word"], (value,))
    return noun == "bare" and bool(_NAME_BEFORE_BARE.search(before))


def _is_other_word(folded: str, match: re.Match[str], noun: str) -> bool:
    """Whether a number word is an article ("một số"), the word year, or a bare word."""
    word = match["low"]
    if _ARTICLE.match(folded, match.start()):
        return True
    before = folded[max(0, match.start() - 8) : match.start()]
    if word == "năm" and (noun != "product" or _YEAR_WORD_BEFORE.search(before)):
        return True
    return noun not in ("product", "bare", "dossier", "producer") or (
        noun == "bare"
        and word in ("một", "năm", "không", "ba", "tư")
        and not _COUNT_BEFORE.search(before)
    )


_COUNT_BEFORE = re.compile(r"(?:cả|chỉ|có|là|đúng|được|thêm|với|đó|,|;|:) ?$")


def _comparator(folded: str, start: int, end: int) -> Comparator:
    before = folded[max(0, start - 30) : start]
    for comparator, pattern in _BEFORE:
        if pattern.search(before):
            return comparator
    if _OR_MORE.match(folded, end):
        return Comparator.AT_LEAST
    return Comparator.EXACT
