"""The part that a place plays in its sentence, read from the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.mentions.place_mention import PlaceRole
from extract.mentions.place_view import Found, Text
from extract.mentions.place_words import FIRMS, GOODS, LANDMARKS, NOT_OWN, OFFICES, STOPS
from extract.model import Level

_REACH = 72  # letters before a name in which its office, firm or goods may stand

_TITLES = frozenset(("ông", "bà", "anh", "chị", "em", "cô", "chú", "cụ", "chí", "nhân", "giả"))
_UNCLE_HO = ("chủ tịch ", "bác ", "tư tưởng ", "tấm gương ", "phong cách ", "lăng ", "cộng sản ")
_PAPERS = ("báo", "báo và đài", "đài", "đài ptth", "đài pt-th", "truyền hình", "tạp chí")
_PORTALS = ("cổng ttđt", "trang ttđt", "thông tin điện tử", "website", "ảnh", "ảnh:", "nguồn:")
_PUBLISHER = tuple(
    f"{name}{of} " for name in (*_PAPERS, *_PORTALS) for of in ("", " của", " ubnd", " tỉnh")
)
_NO_PUBLISHER = ("thông báo ", "cảnh báo ", "dự báo ", "quảng báo ", "lâu đài ", "tổng đài ")
# The name of a council goes on over commas: "Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh".
_COUNCIL = re.compile(
    r"hội đồng (?:đánh giá|chấm điểm|thẩm định|xét)[^.;:()\n]{0,60}(?:ocop|phẩm) \Z"
)
_DATELINE = re.compile(r",? ?ngày (?:\d|…|\.)")
_BELOW_COMMUNE = re.compile(
    r"(?<!\w)(?:thôn|bản|ấp|khóm|buôn|làng|xóm|tổ dân phố|tdp|khu phố|khu|tiểu khu|tổ|bon|plei"
    r"|số \d{1,4}) [^.;:()\n|]{1,40}, ?\Z"
)
_ADDRESS = tuple(
    f"{word}{at} "
    for word in ("địa chỉ", "địa chỉ:", "trụ sở", "trụ sở chính", "đóng", "đặt", "quê", "quê ở")
    for at in ("", " tại", " ở")
)


def assign_roles(view: Text, found: Sequence[Found], outer: Sequence[int | None]) -> None:
    """Give every place the role that the words around it suggest."""
    inside = {index for index in outer if index is not None}
    for index, place in enumerate(found):
        before = view.folded[max(0, place.start - _REACH) : place.start].rpartition("\n")[2]
        place.role = _role(view, place, before)
        if index in inside and place.role in (PlaceRole.SUBJECT, PlaceRole.PRODUCT):
            place.role = PlaceRole.ADDRESS


# The other half of a merger is told beside the unit that the sentence is about: "khi hợp nhất
# với Bắc Kạn, tỉnh có …", "Bến Tre, nay thuộc Vĩnh Long, có …", "Thái Nguyên (nhập Bắc Kạn)".
_JOINED = re.compile(
    r"(?:(?:hợp nhất|sáp nhập|sát nhập|nhập|gộp)(?: về| lại)? (?:với|vào|cùng|thêm)"
    r"|\((?:đã )?(?:nhập|gộp|sáp nhập|hợp nhất)(?: thêm| với| từ)?"
    r"|nay (?:đã )?(?:thuộc|là một phần|là địa phận|nằm trong|về|bao gồm|gồm)(?: của| cả)?"
    r"|(?:khi|đã|được) (?:có|nhận|đón|tiếp nhận) thêm|một nhà với|ngày về(?: với)?) \Z"
)


# "… hợp nhất với X, nơi có 153 sản phẩm": here the other half is spoken of.
_SPOKEN_OF = re.compile(r", nơi(?!\w)| ?\((?:có |hiện có )?\d")


def _is_joined(view: Text, place: Found, before: str) -> bool:
    """Whether a province is told only as what another was joined with."""
    if place.level is not Level.PROVINCE or _JOINED.search(before) is None:
        return False
    return _SPOKEN_OF.match(view.folded, place.end) is None


def _role(view: Text, place: Found, before: str) -> PlaceRole:
    if place.cue == "bare" and _is_person(place, before):
        return PlaceRole.PERSON
    if before.endswith(_PUBLISHER) and not before.endswith(_NO_PUBLISHER):
        return PlaceRole.PUBLISHER
    if not before.strip(" *") and _DATELINE.match(view.folded, place.end):
        return PlaceRole.DATELINE
    head = _head(before)
    if head and place.cue == "bare":
        return PlaceRole.PRODUCT
    if (head == "firm" and place.level is not Level.PROVINCE) or _lies_there(view, place, before):
        return PlaceRole.ADDRESS
    if _is_joined(view, place, before):
        return PlaceRole.ADDRESS
    if is_office(before) or _under_letterhead(view, place, before):
        return PlaceRole.ISSUER
    return PlaceRole.RANK if before.endswith(_AHEAD) else PlaceRole.SUBJECT


_AHEAD = ("chỉ sau ", "đứng sau ", "xếp sau ", "chỉ đứng sau ", "chỉ xếp sau ")
_LETTERHEAD = ("ủy ban nhân dân", "hội đồng nhân dân", "ubnd", "hđnd", "tỉnh ủy", "huyện ủy")


def _under_letterhead(view: Text, place: Found, before: str) -> bool:
    """Whether a place begins the line under "ỦY BAN NHÂN DÂN"."""
    if before or not place.start:
        return False
    above = view.folded[max(0, place.start - 40) : place.start].rstrip(" \n")
    return above.endswith(_LETTERHEAD)


def _is_person(place: Found, before: str) -> bool:
    if before.endswith(" ") and before.rstrip(": ").rpartition(" ")[2] in _TITLES:
        return True
    return place.name == "Hồ Chí Minh" and before.endswith(_UNCLE_HO)


def is_office(before: str) -> bool:
    """Whether an office stands before a level word or name: "Sở Nông nghiệp tỉnh …"."""
    words = _clause(before)
    for index in range(len(words) - 1, -1, -1):
        pair = f"{words[index - 1]} {words[index]}" if index else ""
        if words[index] in OFFICES or pair in OFFICES:
            return True
        if words[index] in NOT_OWN or words[index].isdigit():
            break
    return "hội đồng" in before and _COUNCIL.search(before) is not None


_GOVERNMENT = re.compile(r"(?<!\w)(ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân) \Z")


def office_cue(before: str) -> str:
    """The council or committee right before a level word, for the cue: "UBND "."""
    government = _GOVERNMENT.search(before)
    if government is None:
        return ""
    return "UBND " if government[1] in ("ubnd", "ủy ban nhân dân") else "HĐND "


_CLAUSE = re.compile(r"[,.;:()\"|\n]")
_KINDS = (("firm", FIRMS), ("goods", GOODS))


def _clause(before: str) -> list[str]:
    """The last ten words of the clause that goes on after ``before``."""
    if not before.endswith((" ", "-")):
        return []
    return _CLAUSE.split(before)[-1].split()[-10:]


def _head(before: str) -> str:
    """Whether a firm, goods or a landmark lends its name: "firm", "goods", "landmark", ""."""
    words = _clause(before)
    if words and (words[-1] in LANDMARKS or " ".join(words[-2:]) in LANDMARKS):
        return "landmark"
    for index in range(len(words) - 1, -1, -1):
        pair = f"{words[index - 1]} {words[index]}" if index else ""
        for kind, nouns in _KINDS:
            if words[index] in nouns or pair in nouns:
                return kind
        if words[index] in STOPS or pair in STOPS or words[index].isdigit():
            return ""
    return ""


def _lies_there(view: Text, place: Found, before: str) -> bool:
    if before.endswith(_ADDRESS) or "địa chỉ" in before:
        return True
    if before.endswith((",", ", ")) and _BELOW_COMMUNE.search(before):
        return True
    return _in_brackets(view, place, before)


_COUNT_AFTER = re.compile(r"[^()\n|]{0,24}\d")


def _in_brackets(view: Text, place: Found, before: str) -> bool:
    """Whether a place alone fills a bracket or a cell: "(xã An Hảo)", "| xã Mỹ Bằng |"."""
    opening = max(before.rfind("("), before.rfind("|"))
    if opening < 0 or ")" in before[opening:]:
        return False
    if before[opening] == "|":
        return not before[opening + 1 :].strip()
    digits = any(c.isdigit() for c in before[opening:])
    return not digits and not _COUNT_AFTER.match(view.folded, place.end)


# ── The nation and the regions ───────────────────────────────────────────────────────

_RANKED = re.compile(
    r"(?:%|thứ (?:\d{1,2}|nhất|hai|nhì|ba|tư|năm|sáu|bảy|tám|chín|mười)|nhất|đầu|tốp \S+|top \S+"
    r"|bình quân|mức chung|nhóm \S+|so với|tiêu biểu)"
    r"(?: của| trong| trên| toàn| vùng| khu vực| số sản phẩm(?: ocop)?){0,3} \Z"
)
_NATION_NAMED = re.compile(
    r"(?:(?<!\w)(?:ở|tại|của|khắp|trên|toàn|trong|từ|về|cho|với|và|đến|là|tới)|[,.:;(\n]|\A) ?\Z"
)
_EVENT = re.compile(
    r"(?:hội nghị|hội chợ|hội thi|hội thảo|cuộc thi|giải(?: thưởng)?|liên hoan|triển lãm"
    r"|cuộc vận động|diễn đàn|đại hội|phong trào|hệ thống|mạng lưới|chuỗi)(?: [^,.;:\n]{0,30})? \Z"
)


def is_nation(key: str, before: str) -> bool:
    """Whether a phrase names the country and not an office or an event of it."""
    if key == "việt nam":
        return _NATION_NAMED.search(before) is not None
    return key != "toàn quốc" or _EVENT.search(before) is None


def phrase_role(before: str) -> PlaceRole:
    """The role of the nation, a region or a by-name."""
    if is_ranked(before):
        return PlaceRole.RANK
    return PlaceRole.PRODUCT if _head(before) else PlaceRole.SUBJECT


def is_ranked(before: str) -> bool:
    """Whether something is only compared with the place that follows."""
    return _RANKED.search(before) is not None
