"""Why a number near OCOP words is no claim: reasons by name, each proved by its examples.

They are read only by the recall alarm (``alarm``): a number that neither a claim nor one
of these explains is told to a person. So a reason must be narrow: one that fits a missed
count hides it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.claims.comparisons import BY_HOW_MANY
from extract.claims.firms import firm_is_subject, public_again
from extract.claims.scene import Scene
from extract.claims.sentence import Sentence
from extract.mentions.numbers import PRODUCT_NOUN, Number

_REACH = 90
"""Characters on each side of a number that tell why it counts something else."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A reason, by the noun behind the number or by the words around it.

    ``nouns`` are classes of ``extract.mentions.number_nouns``; ``around`` is searched in
    the folded words of the sentence with ``#`` for the number and its noun. The first
    number of each example has this reason, that of a counter-example has it not.
    """

    name: str
    note: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    around: re.Pattern[str] | None = None


def _noun(name: str, note: str, *examples: str, nouns: str = "") -> Exclusion:
    return Exclusion(
        name, note, examples, ("công nhận 12 sản phẩm OCOP",), frozenset((nouns or name).split())
    )


def _words(
    name: str, note: str, around: str, examples: tuple[str, ...], no: tuple[str, ...]
) -> Exclusion:
    return Exclusion(name, note, examples, no, around=re.compile(around))


_BY_NOUN = (
    _noun("producers", "those who make products", "98 chủ thể OCOP", nouns="producer"),
    _noun("units", "places that have products", "7 huyện có sản phẩm OCOP", nouns="unit"),
    _noun("people", "who came, learned or works", "tập huấn OCOP cho 60 người"),
    _noun(
        "dossiers", "papers, of which a product may have two", "nhận 41 hồ sơ OCOP", nouns="dossier"
    ),
    _noun("groups", "groups of goods, criteria", "đủ 6 nhóm sản phẩm OCOP", nouns="product_group"),
    _noun("scores", "points of the council", "OCOP chỉ có 42 điểm", nouns="score"),
    _noun("percentages", "shares", "hàng OCOP tăng 12%", nouns="percent"),
    _noun("prices", "money", "hỗ trợ OCOP 20 triệu đồng", nouns="money"),
    _noun("turns", "visits, views, bookings", "gian OCOP đón 3.500 lượt khách", nouns="turn"),
    _noun("classes", "a star class itself", "khách sạn 7 sao bày hàng OCOP", nouns="star"),
    _noun(
        "times",
        "meetings, and spans of time that are no dates",
        "hội đồng OCOP qua 4 phiên họp",
        nouns="time",
    ),
    _noun("shops", "stalls, shops, stamps, brands", "14 gian hàng OCOP", nouns="shop"),
    _noun("measures", "weights, lengths, pieces", "bán 6 tấn chè OCOP", nouns="measure"),
    _noun(
        "other_scheme",
        "another scheme than OCOP",
        "ngoài OCOP, có 12 sản phẩm công nghiệp nông thôn tiêu biểu",
    ),
)

_SHOWN = r"(?:bày|trưng bày|bày bán|giới thiệu|quảng bá|quy tụ|mang|đưa)"
_ABOUT = r"(?: (?:hơn|trên|gần|khoảng|chừng|tới|đến|ra|từ|bán)){0,3}"

_BY_WORDS = (
    _words(
        "difference",
        "how many more or fewer than another time, place or plan",
        r"(?:tăng|giảm|(?:nhiều|ít|cao|thấp) hơn|kém|hụt|chênh)"
        r"(?: (?:thêm|gần|hơn|khoảng|tới)){0,2} #"
        rf"|(?:tăng|giảm|vượt|hơn)[^.;#]{{0,12}} #[^.;:]{{0,14}}so với|{BY_HOW_MANY} #",
        (
            "năm nay hàng OCOP tăng 12 sản phẩm",
            "công nhận OCOP vượt 11 sản phẩm so với kế hoạch",
            "về OCOP, Mỏ Cày nhiều hơn một sản phẩm",
            "công nhận OCOP hơn cùng kỳ năm ngoái 8 sản phẩm",
            "hàng OCOP kém năm 2022 tới 5 sản phẩm",
        ),
        ("OCOP tăng lên 48 sản phẩm", "có thêm 12 sản phẩm OCOP", "vượt mốc 100 sản phẩm OCOP"),
    ),
    _words(
        "average",
        "how many fall to one of many",
        r"(?:bình quân|trung bình)(?![^.;#]{0,20}năm)[^.;:#]{0,60} #"
        r"|(?:bình quân|trung bình)[^.;#]{0,20} #[^.;,]{0,8}(?:mỗi|/) ?(?:xã|huyện|nơi|đơn vị)",
        ("bình quân mỗi xã có 3 sản phẩm OCOP", "trung bình cũng hơn 8 sản phẩm OCOP mỗi nơi"),
        ("bình quân mỗi năm công nhận 20 sản phẩm OCOP",),
    ),
    _words(
        "limit",
        "how many one producer may bring",
        r"(?:mỗi|một|01|1) (?:chủ thể|cơ sở|đơn vị|hộ|cá nhân)[^.;#]{0,40}"
        r"(?:tối đa|không quá|tối thiểu|ít nhất|trưng bày)[^.;#]{0,12} #",
        ("OCOP: mỗi chủ thể không quá 3 sản phẩm/năm",),
        ("mỗi xã có tối thiểu 3 sản phẩm OCOP",),
    ),
    _words(
        "fair",
        "goods shown or sold, whoever recognised them",
        rf"(?:trưng bày|bày bán|bày|kết nối tiêu thụ){_ABOUT} #"
        rf"|(?:gian hàng|hội chợ|phiên chợ|tuần hàng|festival|khách)[^.;#]{{0,70}}"
        rf"{_SHOWN}{_ABOUT} #"
        rf"|{_SHOWN}{_ABOUT} #[^.;]{{0,60}}(?:gian hàng|hội chợ|phiên chợ|ra bày bán|trưng bày)"
        r"|#[^.;:,]{0,40}(?:được bày bán|trưng bày|tới giới thiệu|lên sàn|lên kệ)",
        (
            "phiên chợ bày hơn 150 sản phẩm OCOP",
            "các gian hàng giới thiệu 300 sản phẩm OCOP",
            "mang 120 sản phẩm OCOP ra bày bán tại Hà Nội",
        ),
        ("Sở giới thiệu 2 sản phẩm OCOP để Trung ương xét", "tỉnh có 12 sản phẩm OCOP"),
    ),
    _words(
        "bought",
        "what a buyer takes",
        r"(?:mua(?: từ)?|tặng|mỗi phần|nếm thử(?: miễn phí)?|combo) #"
        r"|#[^.;]{0,16}(?:được tặng|hết \d)",
        ("mua từ 3 sản phẩm OCOP trở lên giảm 5%", "đủ 10 sản phẩm OCOP được tặng túi vải"),
        ("đủ 9 sản phẩm OCOP được cấp lại",),
    ),
    _words(
        "price_of_one",
        "money for one product",
        r"(?:đồng|triệu|nghìn)(?: ?/ ?| )#",
        ("thưởng vài triệu đồng một sản phẩm OCOP",),
        ("một sản phẩm OCOP giá 3 triệu đồng",),
    ),
    _words(
        "set",
        "the parts of one product",
        r"(?<!\w)(?:bộ|combo|hộp quà|giỏ quà) #",
        ("bộ 3 sản phẩm OCOP trà của huyện",),
        ("3 bộ sản phẩm OCOP",),
    ),
    _words(
        "group",
        "the share of one group of goods",
        r"# (?:thuộc )?(?:nhóm|ngành|lĩnh vực)(?! \d| năm sao)"
        r"|(?:nhóm|ngành) (?!\d|ba sao|bốn sao|năm sao|sản phẩm|này)[^.;:#\d]{0,40}"
        r"(?:có|:|chiếm|với) #",
        ("có 12 sản phẩm thuộc nhóm thực phẩm OCOP", "OCOP nhóm đồ uống có 5 sản phẩm"),
        ("OCOP nhóm 4 sao có 5 sản phẩm",),
    ),
    _words(
        "rejected",
        "what was not recognised",
        r"#[^.;,:]{0,24}(?:bị (?:trả|loại|đánh rớt)|không (?:đạt|đủ điều kiện|được công nhận))",
        ("hội đồng OCOP để 5 sản phẩm bị trả về", "3 sản phẩm OCOP không đạt"),
        ("công nhận 5 sản phẩm OCOP, 3 hồ sơ không đạt",),
    ),
    _words(
        "contest",
        "a list of the best",
        r"(?:lọt vào|top|tốp) #"
        r"|#[^.;]{0,12}(?:tiêu biểu (?:cả nước|toàn quốc)|lọt vào|được bình chọn)",
        ("trà OCOP lọt vào 100 sản phẩm tiêu biểu",),
        ("công nhận 12 sản phẩm OCOP tiêu biểu",),
    ),
    _words(
        "other_scheme",
        "another scheme, named before",
        r"(?:công nghiệp nông thôn|cnnt|vietgap|khuyến công)[^.;#]{0,60} #",
        ("chứng nhận hàng công nghiệp nông thôn cho 14 sản phẩm, không phải OCOP",),
        ("công nhận 14 sản phẩm OCOP",),
    ),
)
_FIRM = Exclusion(
    "firm",
    "one firm's or one person's own goods",
    ("Công ty chè Sông Mây có 7 sản phẩm OCOP", "HTX Bản Mây hiện có 3 sản phẩm OCOP 4 sao"),
    (
        "12 doanh nghiệp với 40 sản phẩm OCOP",
        "Ông Nam, Phó Giám đốc Sở, cho biết hiện có 48 sản phẩm OCOP",
        "Theo ông Nam, Phó Giám đốc Sở, với 48 sản phẩm OCOP, tỉnh đứng thứ ba",
        "Thưa ông, 150 sản phẩm OCOP có nhiều quá không?",
        "bà con quê mình có 31 sản phẩm OCOP",
        "Ba đơn vị đăng ký lần lượt 14, 11 và 3 sản phẩm OCOP",
    ),
)

EXCLUSIONS: tuple[Exclusion, ...] = (*_BY_NOUN, *_BY_WORDS, _FIRM)
"""In the order in which they are asked; some reasons have several rows."""

_PRODUCT = re.compile(PRODUCT_NOUN)
_ONE_OF_NOUN = {noun: row for row in _BY_NOUN for noun in row.nouns}


def counts_products(scene: Scene, number: Number) -> bool:
    """Whether the noun behind a number is, or holds, the word product."""
    return _PRODUCT.search(scene.words(number.noun_start, number.noun_end)) is not None


_LOOSE = ("measure", "shop", "time")
"""Nouns that may stand for products: "66 cái ba sao", "bốn thương hiệu đạt 4 sao"."""
_GIVEN = re.compile(r" ?(?:đạt |hạng |xếp |được |đều |lên ){0,2}")


def is_starred(scene: Scene, sentence: Sentence, number: Number) -> bool:
    """Whether a star class is given to what a loose noun counts: then it may be products."""
    if number.noun not in _LOOSE:
        return False
    stars = (mention.span.start for mention in sentence.stars)
    after = next((start for start in stars if start >= number.noun_end), None)
    return after is not None and bool(_GIVEN.fullmatch(scene.words(number.noun_end, after)))


def excluded_by(
    scene: Scene, sentence: Sentence, number: Number, firm: Number | None = None
) -> Exclusion | None:
    """The first reason why a number is no count of OCOP products, if one has a name.

    ``firm`` is the last number of the sentence that was a firm's own: what follows it is
    too, until a place or an authority is the subject again.
    """
    if is_starred(scene, sentence, number):
        return None
    by_noun = _ONE_OF_NOUN.get(number.noun)
    if by_noun is not None and (
        number.noun == "other_scheme" or not counts_products(scene, number)
    ):
        return by_noun
    end = max(number.end, number.noun_end)
    before = scene.words(max(sentence.start, number.start - _REACH), number.start)
    around = f"{before}#{scene.words(end, min(sentence.end, end + _REACH))}"
    for row in _BY_WORDS:
        if row.around is not None and row.around.search(around):
            return row
    own = firm_is_subject(scene, sentence, number)
    if own or (firm is not None and not public_again(scene, firm, number)):
        return _FIRM
    return None
