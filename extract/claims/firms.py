"""Whether one firm, and no authority or place, is what has a number of products.

"Công ty A có 5 sản phẩm" tells a firm's own goods; "12 doanh nghiệp với 40 sản phẩm" those
of a place.
"""

from __future__ import annotations

import re

from extract.claims.scene import Scene
from extract.claims.sentence import Sentence
from extract.mentions.numbers import Number

# A single named firm as the subject; "12 doanh nghiệp" and "các hợp tác xã" are not.
_FIRM = re.compile(
    r"(?<!\w)(?<!\d )(?<!các )(?<!những )(?<!nhiều )(?<!của )(?<!hai )(?<!ba )(?<!bốn )(?<!năm )"
    r"(?<!thưa )(?:công ty|htx|hợp tác xã|doanh "
    r"nghiệp|cơ sở|"
    r"hộ kinh doanh|tổ hợp tác|(?:có|một) chủ thể|xưởng|nhà máy|trang trại|đơn vị|ông|"
    r"(?<!huyện )(?<!xã )(?<!tỉnh )bà(?! rịa| con)|anh(?! cả)|chị|gia đình|"
    r"cửa hàng)(?!\w)"
    r"[^.;:!?]{0,90}(?:(?<!\w)(?:có(?: tới| đến)?|sở hữu|với|mang về|góp|đưa|sản xuất|bán|"
    r"làm(?: ra)?|giới thiệu|"
    r"phát triển|đăng ký|cho ra|xây dựng|tung ra|nhận|mang|được công nhận)|,)(?: \w{1,7}){0,2} "
    r"?(?:hơn |tới |đến |trên )?$"
)
_PUBLIC = re.compile(
    r"ubnd|hội đồng|toàn (?:tỉnh|huyện|thành phố|xã)|(?:tỉnh|huyện|thị xã|thành phố|(?<!hợp tác "
    r")xã|(?<!cơ )sở) [a-zđà-ỹ]|cả (?:tỉnh|nước)|"
    r"công nhận (?!\d)[^,.;]{0,20}$|sản phẩm"
)

# A new subject after a firm: "… có 3 sản phẩm; toàn huyện có 12 sản phẩm".
_PUBLIC_AGAIN = re.compile(
    r"(?:ubnd|hội đồng|toàn (?:tỉnh|huyện|thành phố|xã)|(?:tỉnh|huyện|thị xã|thành phố|(?<!tác )xã)"
    r" [a-zđà-ỹ]|cả (?:tỉnh|nước|huyện))"
)
_BRACKET = re.compile(r"\([^()]{0,60}\)")


_MANY_FIRMS = re.compile(
    r"\d (?:(?:tổ chức|chủ thể|hộ|htx|hợp tác xã|doanh nghiệp|dn|công ty|cơ sở|đơn vị)"
    r"[^.;\d]{0,40}|(?:[^\W\d_]+[ ,]+){1,3})$"
)


# "Ông A, Phó Giám đốc Sở, cho biết hiện có 48 sản phẩm": what he tells is no firm's own.
_TELLS = re.compile(r"(?:cho biết|cho hay|thông tin|khẳng định|thông báo|trao đổi|nói)(?!\w)")
_SOURCE = re.compile(r"theo (?:ông|bà|anh|chị)(?!\w)")
_OWN = re.compile(
    r"(?<!\w)(?:công ty|htx|hợp tác xã|doanh nghiệp|cơ sở|gia đình|tổ hợp tác|xưởng|tôi|mình)(?!\w)"
)


def firm_is_subject(scene: Scene, sentence: Sentence, number: Number) -> bool:
    """Whether a single firm, not an authority or a place, is what has these products."""
    before = scene.words(max(sentence.start, number.start - 160), number.start)
    match = _FIRM.search(before)
    if match and _MANY_FIRMS.search(before[: match.start()]):
        return False  # "146 tổ chức, hộ gia đình với 398 sản phẩm": many, not one
    if match is None:
        return False
    subject = _BRACKET.sub("", before[match.start() :])
    told = _TELLS.search(subject) or _SOURCE.match(before[max(0, match.start() - 5) :])
    if told and not _OWN.search(subject, told.end()):
        return False
    return not _PUBLIC.search(subject)


def public_again(scene: Scene, firm: Number, number: Number) -> bool:
    """Whether a place or an authority is the subject again behind a firm's number."""
    return _PUBLIC_AGAIN.search(scene.words(firm.noun_end, number.start)) is not None
