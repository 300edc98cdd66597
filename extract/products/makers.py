"""What a producer is by law, and the six groups of products."""

from __future__ import annotations

import re

from extract.model import Group, Maker

_MAKERS = (
    (Maker.COOPERATIVE, r"hợp tác xã|htx|liên hiệp htx"),
    (Maker.GROUP, r"tổ hợp tác|tht|tổ hội|tổ liên kết|tổ sản xuất|nhóm (?:hộ|sản xuất|sở thích)"),
    (
        Maker.COMPANY,
        r"công ty|cty|ctcp|doanh nghiệp|dntn|dn|tập đoàn|tổng công ty|nhà máy|xí nghiệp",
    ),
    (Maker.HOUSEHOLD, r"hộ kinh doanh|hkd|hộ sản xuất|hộ gia đình|hộ cá thể|hộ|ông|bà|gia đình"),
    (
        Maker.OTHER,
        r"cơ sở|trang trại|hội|trung tâm|chi hội|làng nghề|xưởng|ban quản lý|homestay|khu du lịch|"
        r"cửa hàng|lò|vườn|hiệp hội|viện|trại|đội|cssx|csxs",
    ),
)
_ANY = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<m{i}>{p})" for i, (_, p) in enumerate(_MAKERS)) + r")(?!\w)"
)
_SURE = re.compile(
    r"(?<!\w)(?:hợp tác xã|htx|liên hiệp htx|tổ hợp tác|tht|công ty|cty|ctcp|doanh nghiệp|dntn|"
    r"hộ kinh doanh|hkd|hộ sản xuất|cơ sở|hộ gia đình|hộ ông|hộ bà|trang trại|hộ)(?!\w)"
)


def maker_of(folded: str) -> Maker | None:
    """What a producer is; a person or a name without a word for it is OTHER.

    >>> maker_of("htx nông nghiệp an phú"), maker_of("hkd lê thị a"), maker_of("")
    (<Maker.COOPERATIVE: 'cooperative'>, <Maker.HOUSEHOLD: 'household'>, None)
    """
    if not folded.strip():
        return None
    match = _ANY.search(folded)
    if match is None or match.start() > 25:
        return Maker.OTHER
    return _MAKERS[int((match.lastgroup or "m4")[1:])][0]


def maker_at(folded: str) -> int | None:
    """Where the name of a producer begins in words that hold one, by its legal form."""
    match = _SURE.search(folded)
    return match.start() if match else None


def is_producer(folded: str) -> bool:
    """Whether words are the name of a producer: they begin with its legal form."""
    return bool(_SURE.match(folded.strip(" -+*")))


_GROUPS = (
    (Group.FOOD, r"thực phẩm"),
    (Group.DRINK, r"đồ uống"),
    (Group.HERBAL, r"dược liệu|thảo dược"),
    (Group.CRAFT, r"thủ công|mỹ nghệ|vải|may mặc|lưu niệm|nội thất|trang trí"),
    (Group.ORNAMENTAL, r"sinh vật cảnh|cây cảnh"),
    (Group.TOURISM, r"du lịch|dịch vụ"),
)
_GROUP = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{g.value}>{p})" for g, p in _GROUPS) + r")(?!\w)"
)
_HEAD = re.compile(r"(?:nhóm|ngành(?: hàng)?|bộ sản phẩm|lĩnh vực)(?: sản phẩm| hàng)?:? ?")
_GROUP_ALONE = re.compile(
    r"(?:sản phẩm )?(?:thực phẩm|đồ uống|dược liệu|thảo dược|(?:hàng )?thủ công|vải|lưu niệm|"
    r"sinh vật cảnh|dịch vụ du lịch|dịch vụ|du lịch)[\w ,;-]{0,90}"
)


def group_of(folded: str) -> Group | None:
    """The group that a cell of that column names, by both laws.

    >>> group_of("dược liệu và sản phẩm từ dược liệu"), group_of("vải và may mặc")
    (<Group.HERBAL: 'herbal'>, <Group.CRAFT: 'craft'>)
    """
    match = _GROUP.search(folded)
    return Group(match.lastgroup) if match and match.lastgroup else None


def group_of_head(folded: str) -> Group | None:
    """The group that a head names: "Nhóm thực phẩm", "Đồ uống"."""
    words = folded.split("(")[0].strip(" .:")
    named = _HEAD.match(words)
    if named or _GROUP_ALONE.fullmatch(words):
        return group_of(words)
    return None
