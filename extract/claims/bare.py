"""Numbers without a noun ("Yên Sơn 15, Hàm Yên 12"): what may make them counts of products.

Such a number is none unless something speaks for it: a star class beside it, a place
before it in a list, a word for the total, a cue of kind that touches it.
"""

from __future__ import annotations

import re

from extract.claims.scene import Scene
from extract.claims.sentence import Sentence
from extract.mentions.cues import CueValue
from extract.mentions.numbers import Number
from extract.model import Kind, Mention

_DELIMITED = re.compile(r"\s?(?:$|[,.;:()\n+|\]\"/-]|và(?!\w)|còn(?!\w)|cùng(?!\w)|thôi|nữa)")
_TOTAL = re.compile(
    r"(?:tổng số|tổng cộng|con số|cộng lại|số sản phẩm|tất cả|số (?:được công nhận|còn hiệu lực|"
    r"lượng)|cả thảy|"
    r"cộng|tổng|lên|mốc|lũy kế|bây giờ|số đăng ký|thực hiện|số đạt)(?: [^,.;:()]{0,60})?(?: là|:|"
    r"lên|lên tới|lên đến|"
    r"đạt|còn|chạm mốc|có|thành|đã|lên trên|lên hơn|chỉ| ) ?(?:hơn |trên |gần |khoảng )?$"
)
_UP_TO = re.compile(
    r"(?:lên|lên thành|lên tới|lên đến|lên trên|lên hơn|đạt mốc|chạm mốc|lên con số|lên mức) "
    r"(?:hơn |trên |gần |khoảng )?$"
)
_STAR_LINK_AFTER = re.compile(
    r"(?: ?(?:đạt|hạng|mang|ở|xếp|được|sản phẩm|ocop|chuẩn|tiềm năng|phải là|là|thuộc|vào|giữ|sp|"
    r"có|công nhận|chấm|trong số đó|mức))*\s?\(?$"
)
_STAR_LINK_BEFORE = re.compile(
    r"^\)?(?: ?(?:có|là|đã|thì|đạt|gồm|chỉ|với|:|-|=|được|còn|mới|cấp quốc gia|quốc gia|ocop|"
    r"\((?:quốc gia|qg)\)|sp|sản phẩm))* ?:? ?(?:hơn |gần |trên )?$"
)
_OF_THOSE = re.compile(r" ?(?:trong số (?:đó|này|ấy)|trong đó|số đó|sản phẩm)(?!\w)")
_OTHER_LIST = re.compile(
    r"(?<!\w)(?<!hội )(?:thực phẩm|đồ uống|dược liệu|thảo dược|thủ công|mỹ nghệ|lưu niệm|vải|"
    r"may mặc|sinh vật cảnh|du lịch|dịch vụ|"
    r"cộng đồng|trang trí|nội thất|htx|hợp tác xã|doanh nghiệp|công ty|tổ hợp tác|hộ|cơ sở|chủ thể|"
    r"cá nhân|điểm|hồ sơ|"
    r"gia súc|nhà|lớp|người|đồng|dn|tht|ngành)(?!\w)[^,.;:()]{0,14}\(?$|"
    r"số (?:lượng )?(?:chủ thể|cơ sở|htx|hợp tác xã|doanh nghiệp|công ty|hộ)(?!\w)"
    r"[^,.;:()]{0,30}: ?$"
)
_OTHER_LIST_HEAD = re.compile(
    r"(?:chủ thể|hợp tác xã|doanh nghiệp|công ty|hộ|theo nhóm|theo ngành|nhóm (?:sản phẩm|ngành)|"
    r"hồ sơ|(?<!thời )(?<!địa )điểm|(?<!tác )xã|thôn)(?!\w)[^.;]{0,60}$"
)
_PAIRED = re.compile(r"(?:lần lượt|tương ứng)(?: [^,.;:()\d]{0,20})? (?:\d[\d.]*(?: ?, ?| và ))*$")


def of_bare(
    scene: Scene,
    sentence: Sentence,
    number: Number,
    kept: list[Number],
    near: bool,
    left: str,
    right: str,
) -> dict[str, float]:
    """Features of a number without a noun: what stands beside it, and what was counted.

    Args:
        scene: The document.
        sentence: The sentence of the number.
        number: The number.
        kept: Numbers of the sentence that were counts.
        near: Whether a count stands in this sentence or the two before it.
        left: Up to 90 characters before the number.
        right: Up to 90 characters behind it.
    """
    delimited = bool(_DELIMITED.match(right))
    star_before = delimited and _star_before(scene, sentence, number)
    cue = _cue_beside(scene, sentence, number)
    printed = scene.words(number.start, number.end)
    told = {
        "delimited": delimited,
        "star_after": _star_after(scene, sentence, number),
        "star_before": star_before,
        "place_before": delimited and _place_before(scene, sentence, number),
        "cue_before": cue == "cue_before",
        "cue_after": cue == "cue_after",
        "after_count": bool(kept)
        and bool(_LIST_JOIN.fullmatch(scene.words(kept[-1].noun_end, number.start))),
        "other_list": not star_before and _other_list(left),
        "tells_number": tells_number(scene, number),
        "no_count_near": not kept and not near,
        "in_words": number.in_words,
        "like_year": 1900 <= number.value <= 2045 and "." not in printed,
        "from_to": bool(_TO_NUMBER.match(right)) and bool(_FROM.search(left)),
        "rank": number.value <= 5 and bool(_RANK_MOVE.search(left + "#" + right)),
        "of_those": bool(_OF_THOSE.match(right)),
        "like_day": number.of is not None and number.value <= 31 and number.of <= 12,
        "numbers_items": _numbers_items(left, right),
        "row_of_others": bool(_ROW_OF_OTHERS.search(left)),
        "colon_before": left.endswith(": "),
        "name_before": _follows_name(scene.document.text[sentence.start : number.start]),
        "products_told": "sản phẩm" in left or " sp" in left,
        "named": left.endswith(("sản phẩm ", " sp ")),
    }
    told |= {name: bool(pattern.search(left)) for name, pattern in _BARE_LEFT}
    told["other_noun"] = _other_noun(sentence, number, left)
    if told["place_before"]:  # "Đồng Tháp 265" is no money, "các xã: Gia Hội 2" counts no xã
        told |= {"other_noun": False, "other_list": False}
    nouns = [
        ("next", _noun_after(scene, sentence, number)),
        ("last", _noun_before(sentence, number)),
    ]
    told |= {f"{where}_noun.{noun}": True for where, noun in nouns if noun}
    return {f"bare.{name}": 1.0 for name, holds in told.items() if holds}


# "(1) Mật ong; (2) Chè khô": the number of an item; "số chủ thể lần lượt là 9, 7 và 5".
_ITEM_BEFORE = re.compile(r"(?:^|[;:,.]|và|thứ tự|số) ?\($")
_ITEM_AFTER = re.compile(r"\) ?(?:[^\W\d_]|[,.;]|$)")
_ROW_OF_OTHERS = re.compile(
    r"(?:số (?:chủ thể|hồ sơ|hộ|cơ sở|doanh nghiệp|hợp tác xã|htx|xã|huyện)|điểm số)"
    r"[^.;:\d]{0,30} (?:\d[\d.]*(?: ?, ?| và )){0,8}$"
)


def _numbers_items(left: str, right: str) -> bool:
    return bool(_ITEM_BEFORE.search(left)) and bool(_ITEM_AFTER.match(right))


_COUNTED = re.compile(r"\d ?(?:sản phẩm|sp)(?!\w)")


def _other_list(left: str) -> bool:
    """Whether something else is listed here, and no products were counted since it was named."""
    head = _OTHER_LIST_HEAD.search(left)
    return head is not None and not _COUNTED.search(head[0])


# "59 - là số sản phẩm OCOP của tỉnh", "92. Đó là số sản phẩm phải đánh giá lại".
_NUMBER_OF = re.compile(
    r" ?[-:.]? ?(?:(?:đó |ấy )?(?:chính )?là )?(?:số|con số|số lượng) (?:các )?"
    r"(?:sản phẩm|sp)(?!\w)"
)


def tells_number(scene: Scene, number: Number) -> bool:
    """Whether the words behind a number, even past its stop, say that it is one of products."""
    return _NUMBER_OF.match(scene.folded, number.noun_end) is not None


_CHAIN = re.compile(r" ?(?:,|và|, và|-|đến|tới|hoặc|hay) ?(?:dưới )?")


def _noun_after(scene: Scene, sentence: Sentence, number: Number) -> str:
    """The noun that a row of numbers ends with: "76 và 74 điểm", "4, 3 và 2 sản phẩm"."""
    end = number.end
    for other in sentence.numbers:
        if other.start < end:
            continue
        if not _CHAIN.fullmatch(scene.words(end, other.start)):
            return ""
        if other.noun != "bare":
            return other.noun
        end = other.end
    return ""


def _noun_before(sentence: Sentence, number: Number) -> str:
    """What the sentence counted last: "… 29 chủ thể, đông nhất là dệt lụa (9)"."""
    nouns = [n.noun for n in sentence.numbers if n.end <= number.start and n.noun != "bare"]
    counted = [noun for noun in nouns if noun not in ("time", "percent", "unknown")]
    return counted[-1] if counted else "none"


def _follows_name(before: str) -> bool:
    """Whether a name stands right before: "Suối Giàng 2", perhaps a unit of no list."""
    word = before.removesuffix("(").removesuffix(" ").rpartition(" ")[2]
    return word[:1].isupper() and len(before) > len(word)


def _other_noun(sentence: Sentence, number: Number, left: str) -> bool:
    """Whether a noun before the number is what it counts; the "đồng" of Lâm Đồng is none."""
    match = _OTHER_LIST.search(left)
    if match is None:
        return False
    noun = number.start - len(left) + match.start()
    return not any(m.span.start <= noun < m.span.end for m in sentence.places)


_LIST_JOIN = re.compile(r" ?(?:,|và|, và) ?")
_RANK_MOVE = re.compile(r"từ #|(?:từ|sao) [1-5](?: ?sao)? (?:lên|xuống) (?:hạng )?#")
_FROM = re.compile(r"từ (?:con số )?$")
_TO_NUMBER = re.compile(r" (?:lên|xuống)(?: \w{1,8}){0,3} \d")
_BARE_LEFT = (
    ("total", _TOTAL),
    ("up_to", _UP_TO),
    ("paired", _PAIRED),
    ("all", re.compile(r"(?:cả|đúng|chỉ) $")),
    ("each", re.compile(r"(?:mỗi|đều|cùng)(?: \w{1,8}){0,2}(?: có| được| là)? $")),
)


def _star_after(scene: Scene, sentence: Sentence, number: Number) -> bool:
    return any(
        0 <= m.span.start - number.noun_end <= 24
        and bool(_STAR_LINK_AFTER.fullmatch(scene.words(number.noun_end, m.span.start)))
        for m in sentence.stars
    )


def _star_before(scene: Scene, sentence: Sentence, number: Number) -> bool:
    return any(
        0 <= number.start - m.span.end <= 24
        and bool(_STAR_LINK_BEFORE.match(scene.words(m.span.end, number.start)))
        for m in sentence.stars
    )


_PLACE_LINK = re.compile(
    r"^\)?(?: ?(?:cũ|góp|có|với|là|đóng góp|được|thêm|:|-|\||\(|đạt|dẫn đầu|nhiều nhất|bị|thu hồi|"
    r"gần|hơn|trên|chỉ|"
    r"mỗi (?:huyện|nơi|xã|địa phương|đơn vị|phường|tỉnh)|đều|cùng|lần lượt|mới|hiện|tới|đến|khoảng|"
    r"cũng|được công nhận|"
    r"đăng ký|chiếm|đứng đầu|giữ|sở hữu|góp mặt|/))* ?$"
)


def _place_before(scene: Scene, sentence: Sentence, number: Number) -> bool:
    return any(
        0 <= number.start - m.span.end <= 40
        and bool(_PLACE_LINK.match(scene.words(m.span.end, number.start)))
        for m in sentence.places
    )


_RESULT_CUES = frozenset(Kind) - {Kind.CUMULATIVE, Kind.TARGET, Kind.FORECAST, Kind.ASSESSED}


_TO_NUMBER = re.compile(r"(?: ?(?:là|có|được|:|chỉ|thêm|=|-|hơn|gần))* ?")
_TO_CUE = re.compile(r" ?(?:được|là|đã|bị)? ?")


def _cue_beside(scene: Scene, sentence: Sentence, number: Number) -> str:
    """Which side a cue of kind touches the number: ``cue_before``, ``cue_after`` or none."""
    for mention in sentence.cues:
        if not _is_result(mention):
            continue
        between = scene.words(mention.span.end, number.start)
        if 0 <= number.start - mention.span.end <= 10 and _TO_NUMBER.fullmatch(between):
            return "cue_before"
        after = scene.words(number.noun_end, mention.span.start)
        if 0 <= mention.span.start - number.noun_end <= 8 and _TO_CUE.fullmatch(after):
            return "cue_after"
    return ""


def _is_result(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, CueValue) and value.kind in _RESULT_CUES and value.strength >= 2
