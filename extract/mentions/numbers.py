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

from extract.mentions.number_nouns import COUNTED, NOUNS, PRODUCT_NOUN
from extract.model import Comparator
from extract.text.numbers import DIGITS, WORDS, parse
from extract.text.taken import Taken

__all__ = ["NOUNS", "PRODUCT_NOUN", "Number", "find_numbers"]

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
# How a number begins. The search leaps to these letters, and the pattern is tried there only.
_BEGINS = re.compile(
    r"[\dmhbnstc](?:(?<=\d)|(?<=m)(?:ột|ười)|(?<=h)ai|(?<=b)(?:a|ốn|ảy|ẩy)|(?<=n)ăm|(?<=s)áu"
    r"|(?<=t)ám|(?<=c)hín)"
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
_ANY_BEFORE = re.compile("|".join(pattern.pattern for _, pattern in _BEFORE))
"""One of them: most numbers are told without, and are looked at once."""
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
    r"(?<!\w)(?:mục|(?<!con )(?<!tổng )(?<!trong )số|biểu|bảng|trang|tổ|(?<!nâng )(?<!thăng )"
    r"hạng(?! ?:)|"
    r"câu hỏi|câu|ảnh|hình|danh sách|cột|phụ lục|mẫu|lần|vòng|tầng|phiên|kỳ|khối|cụm|lô|quy mô|"
    r"làng|top|tuần|đường|"
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
    folded: str,
    start: int,
    end: int,
    taken: Iterable[tuple[int, int]] = (),
    names: Iterable[int] = (),
) -> Iterator[Number]:
    """Numbers of ``folded[start:end]`` outside the spans ``taken`` (dates, decisions …).

    ``names`` are offsets behind names of units: what stands there is no rank or number of a
    thing ("Kim Bảng 5" is not table 5).
    """
    behind = frozenset(names)
    spans = Taken(taken)
    position = start
    while begin := _BEGINS.search(folded, position, end):
        position = begin.start() + 1
        match = _NUMBER.match(folded, begin.start(), end)
        if match is None:
            continue
        # "109 - 40 - 2" is no range: what follows the first is read for itself.
        position = match.end("low")
        if spans.meets(match.start(), match.end("low")):
            continue
        named = _end_of_word(folded, start, match.start()) in behind
        number = _read(folded, match, end, spans, named=named)
        if number is not None:
            position = max(position, number.end)
            yield number


def _end_of_word(folded: str, start: int, position: int) -> int:
    """Where the word before ``position`` ends, without blanks and a colon."""
    while position > start and folded[position - 1] in " :":
        position -= 1
    return position


def _read(
    folded: str, match: re.Match[str], end: int, taken: Taken, *, named: bool
) -> Number | None:
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
    if other(folded, match, noun, named=named):
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
    match = COUNTED.match(folded, blank, end)
    if match is not None and match.lastgroup is not None:
        return match.lastgroup, blank, match.end()
    following = folded[blank : blank + 1]
    if blank >= end or not following.isalpha() or _BARE_AFTER.match(folded, blank, end):
        return "bare", position, position
    return "unknown", blank, blank


# What follows a number that has lost its noun: a verb, a star class, a connective, a
# place, a kind word. Everything else that follows is a noun we do not know.
_BARE_AFTER = re.compile(
    r"(?:đạt|hạng|mang|được|ở|là|thuộc|và|còn|trong|của|tại|xếp|bị|đã|đang|mới|công nhận|nâng|"
    r"đánh giá|tái|cấp|hết|đăng ký|tiềm năng|ocop|có|do|từ|cho|nữa|thì|lần đầu|phân hạng|so|"
    r"hay|đối với|giữ|rớt|tụt|trên tổng|từng|ra|bởi|xin|nộp|rút|quá hạn|mỗi|qua|góp|đứng|"
    r"bốn sao|ba sao|năm sao|hai sao|một sao|[1-5] ?sao|chờ|gửi|dự|đủ|không|chưa|tham gia|gắn|"
    r"vào|với|lên|trở lên|nhưng|tức|đều|cùng|theo|chính|sẽ|như|này|ấy|đó|kia|thêm|phải|mà|nêu|ghi|"
    r"năm 20\d\d|(?:cuối|đầu|giữa) năm|hiện (?:nay|tại)|lúc|khi|vượt|quá|rơi|nhờ|để|xét|"
    r"đề nghị|làm lại|mới|cũ|tính (?:đến|tới)|(?:bậc|mức) [3-5]|trên (?=\d\d điểm)|"
    r"vốn|xuống|bằng|chiếm|sau|trước|vì|nên|rồi|lại|cũng|vẫn|là|thôi|hồi|năm sao|(?:tp|"
    r"tx)\.?)(?!\w)"
)


def _is_name(folded: str, match: re.Match[str], noun: str, *, named: bool) -> bool:
    """Whether the number names a year, a date, a rank … instead of counting."""
    before = folded[max(0, match.start() - 16) : match.start()]
    name = _NAME_BEFORE.search(before)
    if name:
        value = parse(match["low"])
        return value in _NAME_RANGE.get(name["word"], (value,))
    return noun == "bare" and not named and bool(_NAME_BEFORE_BARE.search(before))


def _is_other_word(folded: str, match: re.Match[str], noun: str, *, named: bool) -> bool:
    """Whether a number word is an article ("một số"), the word year, or a bare word."""
    word = match["low"]
    if _OF_THOSE.match(folded, match.start()):
        return False
    if _ARTICLE.match(folded, match.start()):
        return True
    before = folded[max(0, match.start() - 16) : match.start()]
    if (
        noun == "bare"
        and not named
        and (_NAME_BEFORE_BARE.search(before) or before.endswith("thứ "))
    ):
        return True
    is_five = named or _FIVE.match(folded, match.start() - 2)
    if word == "năm" and not is_five and (noun != "product" or _YEAR_WORD_BEFORE.search(before)):
        return True
    return noun not in ("product", "stand_in", "bare", "dossier", "producer") or (
        noun == "bare"
        and word in ("một", "năm", "không", "ba", "tư")
        and not (named or _COUNT_BEFORE.search(before))
    )


# "Than Uyên: năm" in a list is five.
_FIVE = re.compile(r": năm(?= ?(?:[;\n]|$))")
_COUNT_BEFORE = re.compile(
    r"(?:cả|chỉ|có|là|đúng|được|thêm|với|đó|góp|đều|vẹn|nhất|(?<!\w)mỗi (?:nơi|tỉnh|huyện|xã|"
    r"phường|địa phương|đơn vị|thị trấn|bên)|,|;|:) ?$"
)
# "Ba trong số đó đạt 4 sao": what is a part of a total is counted, however it begins.
_OF_THOSE = re.compile(r"[^\W\d]+ trong (?:số )?(?:đó|này|ấy)(?!\w)")


def _comparator(folded: str, start: int, end: int) -> Comparator:
    before = folded[max(0, start - 30) : start]
    if _ANY_BEFORE.search(before):
        return next(comparator for comparator, pattern in _BEFORE if pattern.search(before))
    if _OR_MORE.match(folded, end):
        return Comparator.AT_LEAST
    return Comparator.EXACT
