"""Star classes and sets of them, as they are written.

"3 sao trở lên" is {3, 4, 5}; "3-4 sao", "3 sao, 4 sao", "hạng 3 và 4 sao" are sets,
never two counts; "từ 3 sao lên 4 sao" is a move whose class is the last one. Potential
five stars (scored or proposed by a province, not recognised by the centre) are a class
of their own. Classes: Quyết định 148/QĐ-TTg of 24/02/2023, Appendix II.
"""

from __future__ import annotations

import re

from extract.mentions.rule import Rule
from extract.mentions.star_value import (
    RANK as _RANK,
)
from extract.mentions.star_value import (
    StarValue,
    asterisks,
    bounds,
    move,
    move_open,
    named,
    national,
    one,
    or_more,
    points,
    potential,
    score,
    several,
    with_potential,
)
from extract.mentions.table import Table
from extract.model import Label, Mention
from extract.text.numbers import WORDS as _WORDS

__all__ = ["RULES", "StarValue", "find_stars"]

_SAO = r"(?: ?sao| ?\*| ?★| ?⭐)"
_CLASS = rf"(?:(?:đạt )?(?:thứ )?(?:hạng )?{_RANK}(?: ?\(0?[1-5]\))?{_SAO})"
_BAREC = rf"(?:(?:hạng )?(?:{_RANK}{_SAO}|[2-5](?!\d)|hai|ba|bốn|năm(?=, bốn)))"
_EDGE = r"(?<![\w.,/:])"
_JOIN = r"(?: ?, ?| và | hoặc | hay |, và | ?- ?| ?/ ?)"


# "121 sản phẩm 3 sao, hạng 4 sao có 3": the last class has a number of its own.
_NO_NUMBER_NEXT = (
    r"(?!(?: ?:| hiện| vẫn| thì| đến nay){0,2} (?:chưa|không) có)"
    rf"(?!(?: ?:| chỉ| có| là| thì| đã| được| gồm){{1,3}} ?(?:\d|{_WORDS} sản phẩm))"
)


_THREE = StarValue((3,), (3,))
_FOUR = StarValue((4,), (4,))

RULES: tuple[Rule[StarValue], ...] = (
    Rule(
        "star.or_more",
        re.compile(
            rf"{_EDGE}(?:từ )?(?:hạng )?(?P<rank>{_RANK})(?:{_SAO})?(?: ocop)? (?:sao )?trở lên"
        ),
        or_more,
        "the usual way to name every recognised class",
        (
            ("đạt từ 3 sao trở lên", StarValue((3, 4, 5), (3,))),
            ("hạng 4 sao trở lên", StarValue((4, 5), (4,))),
            ("ba sao trở lên", StarValue((3, 4, 5), (3,))),
        ),
        ("có từ 100 sản phẩm trở lên",),
    ),
    Rule(
        "star.range",
        re.compile(
            rf"{_EDGE}(?<!số )(?:từ )?(?:hạng )?(?P<low>{_RANK})(?:{_SAO})?(?: ?- ?| đến | tới )"
            rf"(?:hạng )?(?P<high>{_RANK}){_SAO}"
        ),
        bounds,
        "a set, never two counts",
        (
            ("xếp hạng từ 3 - 4 sao", StarValue((3, 4), (3, 4))),
            ("từ 3 đến 5 sao", StarValue((3, 4, 5), (3, 5))),
            ("3 sao đến 4 sao", StarValue((3, 4), (3, 4))),
        ),
        ("có 3 - 4 sản phẩm tiềm năng", "5 - 3 sao", "danh sách số 02 - 4 sao"),
    ),
    Rule(
        "star.set",
        re.compile(
            rf"{_EDGE}(?<!sao ){_BAREC}(?>{_JOIN}{_BAREC}){{0,2}}{_JOIN}{_CLASS}(?!\w)"
            + _NO_NUMBER_NEXT
        ),
        several,
        "classes in a row",
        (
            ("đạt hạng 3 sao, 4 sao", StarValue((3, 4), (3, 4))),
            ("hạng 4 sao và 3 sao", StarValue((3, 4), (4, 3))),
            ("từ 3, 4 sao", StarValue((3, 4), (3, 4))),
            ("3 sao, 4 sao và 5 sao", StarValue((3, 4, 5), (3, 4, 5))),
        ),
        (
            "15 sản phẩm 4 sao, 3 sản phẩm",
            "đạt 3 sao",
            "xếp hạng 3 sao, hạng 4 sao chỉ có ba sản phẩm",
            "12 sản phẩm hạng 4 sao, hạng 5 sao chưa có",
        ),
    ),
    Rule(
        "star.move",
        re.compile(
            rf"{_EDGE}(?:từ )?(?:hạng )?(?P<low>{_RANK})(?:{_SAO})?(?: ocop)?"
            rf"(?: được| đã| đề nghị| xin)?(?: nâng| thăng| xếp| chuyển)?(?: hạng| cấp)? lên"
            rf"(?: thành| đạt)?(?: hạng)? (?P<high>{_RANK}){_SAO}"
        ),
        move,
        "an upgrade: the class is the one that is reached",
        (
            ("nâng hạng từ 3 sao lên 4 sao", StarValue((4,), (4,), moved_from=3)),
            ("nâng từ 3 lên 4 sao", StarValue((4,), (4,), moved_from=3)),
            ("từ 3 sao nâng lên 4 sao", StarValue((4,), (4,), moved_from=3)),
        ),
        ("từ 20 lên 40 sản phẩm",),
    ),
    Rule(
        "star.move_open",
        re.compile(
            rf"(?<!\w)(?:(?:nâng|thăng|lên)(?: sao| hạng| cấp)? từ (?:hạng )?(?P<a>{_RANK}){_SAO}"
            rf"|từ (?:hạng )?(?P<b>{_RANK}){_SAO} (?:được )?(?:nâng|thăng)(?: hạng)? lên)(?! "
            rf"?(?:lên|hạng)? ?(?:[1-5]|bốn|năm))"
        ),
        move_open,
        "an upgrade that names only the class it leaves: one class up",
        (
            ("lên hạng từ 3 sao", StarValue((4,), (4,), moved_from=3)),
            ("từ 3 sao nâng lên là rượu men lá", StarValue((4,), (4,), moved_from=3)),
        ),
        ("nâng hạng từ 3 sao lên 4 sao", "đạt từ 3 sao"),
    ),
    Rule(
        "star.from",
        re.compile(
            rf"(?:(?:đạt|được|công nhận|xếp|hạng|phân|chuẩn|nhận) )?từ (?:hạng "
            rf")?(?P<rank>{_RANK}){_SAO}(?! ?(?:lên|đến|tới|-|nâng|"
            r"được nâng|sang|xuống|trở|và|,? ?[1-5] ?sao|thành|ocop trở))"
        ),
        or_more,
        "from a class on, without trở lên",
        (("sản phẩm đạt hạng từ 3 sao.", StarValue((3, 4, 5), (3,))),),
        ("nâng từ 3 sao lên 4 sao", "từ 3 sao đến 4 sao"),
        tuple(f"từ {word}" for word in ("hạng", *"(012345", "một", "hai", "ba", "bốn", "năm")),
    ),
    Rule(
        "star.points",
        re.compile(
            r"(?<!\w)(?:(?:đạt|được|điểm|mức|khung|từ|trên) ){1,3}(?P<low>50|70|90)(?: điểm)?"
            r"(?:(?: đến| tới| ?-)(?: dưới)? (?P<high>69|69,\d|70|89|89,\d|90|100)(?: điểm)?"
            r"| trở lên| điểm)"
            r"(?: điểm)?(?: trở lên)?"
        ),
        points,
        "bands of points: Quyết định 148/QĐ-TTg and 1048/QĐ-TTg, 50, 70 and 90 points",
        (
            ("đạt từ 70 đến dưới 90 điểm", _FOUR),
            ("từ 50 đến dưới 70 điểm", _THREE),
            ("đạt từ 50 điểm trở lên", StarValue((3, 4, 5), (3,))),
            ("- từ 70 đến 89 điểm: 6", _FOUR),
            ("mức 50 đến dưới 70: 8", _THREE),
        ),
        ("từ 70 sản phẩm", "đạt 72 điểm", "từ 52,5 đến 68 điểm"),
    ),
    Rule(
        "star.score",
        re.compile(
            r"(?<!\w)(?:đạt|được|chấm|vượt|trên)(?: mốc| ngưỡng)? (?P<points>\d\d)"
            r"(?:,\d{1,2})? điểm"
        ),
        score,
        "the points of a product give its class: the same bands",
        (
            ("01 sản phẩm đạt 72,5 điểm", _FOUR),
            ("hai sản phẩm được tỉnh chấm trên 90 điểm", StarValue((5,), (5,), potential=True)),
        ),
        ("đạt 45 điểm", "đạt 95 sản phẩm"),
    ),
    Rule(
        "star.potential",
        re.compile(
            rf"(?:có )?(?:tiềm năng|tiệm cận|hướng tới|hướng đến)(?: đạt| lên| xếp| hạng| ocop| "
            rf"chuẩn"
            rf"| tiêu chuẩn| được| phân| trình| đủ điều kiện| công nhận){{0,4}} "
            rf"(?P<rank>{_RANK}){_SAO}"
        ),
        potential,
        "potential five stars are a class of their own",
        (
            ("2 sản phẩm tiềm năng 5 sao", StarValue((5,), (5,), potential=True)),
            ("tiềm năng đạt hạng năm sao", StarValue((5,), (5,), potential=True)),
        ),
        ("tiềm năng 4 sao", "5 sao cấp quốc gia"),
        ("tiềm năng", "tiệm cận", "hướng tới", "hướng đến"),
    ),
    Rule(
        "star.potential_after",
        re.compile(
            rf"{_EDGE}(?:hạng )?(?P<rank>{_RANK}){_SAO} (?:tiềm năng|cấp tỉnh|cấp thành phố)"
        ),
        potential,
        "five stars of a province are potential ones",
        (
            ("đạt 5 sao cấp tỉnh", StarValue((5,), (5,), potential=True)),
            ("hạng 5 sao tiềm năng", StarValue((5,), (5,), potential=True)),
        ),
        ("3 sao cấp tỉnh", "5 sao cấp quốc gia"),
    ),
    Rule(
        "star.four_and_potential",
        re.compile(rf"{_EDGE}(?:hạng )?(?P<rank>[34])(?:{_SAO})? và tiềm năng (?:hạng )?5{_SAO}"),
        with_potential,
        "four stars and up, told with the potential ones",
        (("hạng 4 và tiềm năng 5 sao", StarValue((4, 5), (4, 5))),),
        ("4 sao và 2 sản phẩm tiềm năng 5 sao",),
    ),
    Rule(
        "star.national",
        re.compile(
            rf"{_EDGE}(?:hạng )?(?P<rank>{_RANK}){_SAO}(?:,? (?:ocop )?(?:cấp )?(?:quốc gia|trung "
            rf"ương))"
        ),
        national,
        "five stars that the centre has recognised",
        (("2 sản phẩm 5 sao cấp quốc gia", StarValue((5,), (5,), national=True)),),
        ("5 sao cấp tỉnh",),
    ),
    Rule(
        "star.national_word",
        re.compile(r"(?<![^\W\d])sản phẩm (?:ocop )?(?P<span>(?:cấp )?quốc gia)(?! \w{1,6} nghìn)"),
        lambda _match: StarValue((5,), (5,), national=True),
        "only five stars are given by the nation",
        (
            ("chưa có sản phẩm OCOP quốc gia nào", StarValue((5,), (5,), national=True)),
            ("có 3sản phẩm cấp quốc gia", StarValue((5,), (5,), national=True)),
        ),
        ("Chương trình mục tiêu quốc gia", "sản phẩm OCOP cấp tỉnh"),
        ("quốc gia",),
    ),
    Rule(
        "star.one",
        re.compile(rf"{_EDGE}(?P<rank>(?:hạng )?{_RANK}(?: ?\(0?[1-5]\))?){_SAO}(?!\w)"),
        one,
        "one class",
        (
            ("15 sản phẩm đạt 4 sao", _FOUR),
            ("bốn sao", _FOUR),
            ("hạng 03 sao", _THREE),
            ("ba (03) sao", _THREE),
            ("4* quốc gia", _FOUR),
        ),
        ("48 sản phẩm gắn sao", "năm 2019 sao lưu"),
    ),
    Rule(
        "star.glued",
        re.compile(rf"(?:(?<=đạt)|(?<=hạng)|(?<=phẩm)|(?<=ocop))(?P<rank>[1-5]){_SAO}(?!\w)"),
        one,
        "a lost blank",
        (("sản phẩm đạt4 sao", _FOUR),),
        ("đạt 4 sao",),
    ),
    Rule(
        "star.class_only",
        re.compile(
            r"(?<!\w)(?:(?:xếp |đạt |phân |ở |đạt tiêu chuẩn )hạng (?P<rank>[3-5]|ba|bốn)"
            r"(?![\w.,]| sao| sản phẩm| sp)|hạng (?P<named>ba|bốn|năm)(?= ?:))"
        ),
        lambda match: named(match["rank"] or match["named"]),
        "the class without the word star",
        (("9 sản phẩm xếp hạng 4", _FOUR), ("hạng bốn: 24 sản phẩm", _FOUR)),
        ("xếp hạng 4 sao", "xếp hạng 12", "hạng 2,5"),
    ),
    Rule(
        "star.highest",
        re.compile(
            r"(?<!\w)(?:hạng|thứ hạng|mức|bậc) cao nhất(?!\w)(?! (?:là|hiện|của|trong|toàn))"
        ),
        lambda _match: StarValue((5,), (5,)),
        "the highest class is five",
        (("chưa có sản phẩm nào ở hạng cao nhất", StarValue((5,), (5,))),),
        ("hạng cao nhất là 4 sao",),
    ),
    Rule(
        "star.asterisks",
        re.compile(r"(?<![*★⭐])\(?(?P<stars>(?:\*|★ ?|⭐ ?){2,5})\)?(?![*★⭐])"),
        asterisks,
        "stars drawn",
        (("(***)", _THREE), ("★★★★", _FOUR), ("★ ★ ★", _THREE)),
        ("*", "******"),
        ("**", "★", "⭐"),
    ),
)
_TABLE = Table(RULES)
_OTHER_WORD = re.compile(r"[*★⭐]|hạng|điểm")


def find_stars(text: str, folded: str) -> list[Mention]:
    """STAR mentions of the text, values ``StarValue``; longest reading wins."""
    if "sao" not in folded and not _OTHER_WORD.search(folded):
        return []
    return _TABLE.find(text, folded, Label.STAR)
