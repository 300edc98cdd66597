"""Counts without a numeral: none ("chưa có sản phẩm nào") and one ("sản phẩm duy nhất").

A negative is a claim with count 0. The noun may carry its star class: the span ends
with the noun so that the class stays a mention of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.mentions.numbers import PRODUCT_NOUN, Number
from extract.mentions.rule import Rule
from extract.model import Comparator

RULES: tuple[Rule[int], ...] = (
    Rule(
        "count.none",
        re.compile(
            r"(?<!\w)(?:(?:vẫn |hiện |đến nay |đều |hoàn toàn )?(?:chưa|không|chẳng)(?: hề| ghi "
            r"nhận| phát sinh)?"
            rf"(?: có| được| còn| công nhận| cấp| phát triển)?(?: thêm| bất kỳ| bất cứ| một)? "
            rf"{PRODUCT_NOUN}(?: ocop)?(?: mới)?"
            r"(?: quốc gia)?(?: nào)?)"
        ),
        lambda _match: 0,
        "a negative is a count of zero",
        (
            ("chưa có sản phẩm nào đạt 5 sao", 0),
            ("không có sản phẩm 5 sao", 0),
            ("đến nay chưa sản phẩm nào được công nhận", 0),
        ),
        ("có 5 sản phẩm", "không chỉ sản phẩm"),
    ),
    Rule(
        "count.none_of_class",
        re.compile(
            r"(?:[2-5] ?|(?:ba|bốn|năm) )sao(?: cấp quốc gia| quốc gia)?(?: thì)?(?: ?:)? "
            r"(?P<span>(?:vẫn |hiện |đến nay )?(?:chưa|không) có)(?= ?(?:[.;,)\n]|$))"
        ),
        lambda _match: 0,
        "a class of which there is none, without the noun",
        (
            ("Sản phẩm năm sao: chưa có.", 0),
            ("Hạng 5sao: chưa có.", 0),
            ("hạng 5 sao thì chưa có", 0),
        ),
        ("5 sao chưa có sản phẩm nào",),
    ),
    Rule(
        "count.none_left_out",
        re.compile(
            r"(?<!\w)(?P<span>(?:vẫn|thì|cũng|đều|còn)(?: hiện| đến nay)? (?:chưa|không) có)"
            r"(?: cái nào)?(?= ?(?:[.;)\n]|$))"
        ),
        lambda _match: 0,
        "none, the noun being understood from what was told before",
        (("Nam Đàn có 3, còn Kỳ Sơn thì chưa có.", 0), ("đặc khu vẫn chưa có; xã khác", 0)),
        ("tỉnh vẫn chưa có nhà máy", "Kỳ Sơn chưa có 5 sản phẩm"),
    ),
    Rule(
        "count.none_named_by_class",
        re.compile(
            r"(?<!\w)(?P<span>(?:vẫn |hiện |đến nay )?(?:chưa|không) có)"
            r"(?= (?:hạng )?[45] ?sao(?!\w))"
        ),
        lambda _match: 0,
        "none of a class, the noun being left out",
        (("gần 600 sản phẩm, không có 5 sao", 0), ("huyện chưa có hạng 4 sao", 0)),
        ("chưa có sản phẩm 5 sao", "có 5 sao"),
    ),
    Rule(
        "count.only",
        re.compile(
            rf"(?<!\w)(?:(?:là|có) )?(?P<span>{PRODUCT_NOUN}(?: ocop)?(?: đầu tiên và)? (?:duy "
            rf"nhất|độc nhất))"
        ),
        lambda _match: 1,
        "the only product is one product",
        (("là sản phẩm duy nhất đạt 4 sao", 1),),
        ("sản phẩm đầu tiên",),
    ),
)


_WORD = re.compile(r"chưa|không|chẳng|nhất")
"""One of these words stands in whatever the rules find."""


def find_absences(folded: str, start: int, end: int) -> Iterator[Number]:
    """Counts of zero and of one that are told without a numeral, as numbers."""
    if not _WORD.search(folded, start, end):
        return
    for rule in RULES:
        for match in rule.pattern.finditer(folded, start, end):
            group = "span" if "span" in rule.pattern.groupindex else 0
            value = rule.read(match)
            if value is not None:
                a, b = match.span(group)
                yield Number(
                    a, b, a, b, value, "product", comparator=Comparator.EXACT, in_words=True
                )
