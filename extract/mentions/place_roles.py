"""The part that a place plays in its sentence, read from the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.mentions.place_mention import PlaceRole
from extract.mentions.place_named import Found, Text
from extract.model import Level

_REACH = 72  # letters before a name in which its office, firm or goods may stand

_TITLES = r"(?:ông|bà|anh|chị|em|cô|chú|bác|cụ|đ/c|đồng chí|nghệ nhân|pv|tác giả)"
_PERSON = re.compile(rf"(?<!\w){_TITLES}:? \Z")
_PUBLISHER = re.compile(
    r"(?<!\w)(?:báo(?: và)?(?: đài)?|đài(?: pt-?th| ptth| truyền hình| phát thanh[^,.;\n]{0,24})?|tạp chí"
    r"|cổng (?:ttđt|thông tin điện tử)|trang (?:ttđt|thông tin điện tử)|website|ảnh:?|nguồn:?)"
    r"(?: của)?(?: ubnd)? \Z"
)
_OFFICE = re.compile(
    r"(?<!\w)(?:ubnd|ủy ban(?: nhân dân)?|hđnd|hội đồng|sở|ban(?= )|văn phòng|vpđp|chi cục|phòng|trung tâm"
    r"|hội(?! chợ| nghị| thi)|liên minh|đoàn|mặt trận|mttq|chủ tịch|phó chủ tịch|lãnh đạo|bí thư"
    r"|tỉnh ủy|thành ủy|huyện ủy|thường trực|công an|kho bạc|cục|ngành nông nghiệp)"
    r"(?P<between> [^,.;:()\"\n|]{0,64})?\Z"
)
# A verb or preposition between an office and a name: the name is not the office's own.
_NOT_OWN = re.compile(
    r"(?<!\w)(?:cho|tại|ở|có|đã|vừa|công nhận|chấm|trao|ký|ban hành|với|đến|từ|trên|trong|là|gồm"
    r"|đề nghị|giao|yêu cầu|sản phẩm|đạt|họp|làm việc|của các|và (?:tỉnh|huyện|thành phố))(?!\w)"
)
_DATELINE = re.compile(r",? ?ngày (?:\d|…|\.)")
_BELOW_COMMUNE = re.compile(
    r"(?<!\w)(?:thôn|bản|ấp|khóm|buôn|làng|xóm|tổ dân phố|tdp|khu phố|khu|tổ|bon|plei|số \d{1,4})"
    r" [^.;:()\n|]{1,40}, ?\Z"
)
_ADDRESS = re.compile(r"(?<!\w)(?:địa chỉ|trụ sở|đ/c|đóng tại|đặt tại|quê)(?: [^.;\n]{0,30})?:? \Z")
_RANKED = re.compile(
    r"(?:%|thứ (?:\d{1,2}|nhất|hai|nhì|ba|tư|năm|sáu|bảy|tám|chín|mười)|nhất|đầu|tốp \S+|top \S+"
    r"|bình quân|mức chung|nhóm \S+|so với|hàng đầu)"
    r"(?: của| trong| trên| toàn| vùng| khu vực| số sản phẩm(?: ocop)?){0,3} \Z"
)

_FIRM = (
    r"(?:công ty|cty|htx|hợp tác xã|tổ hợp tác|tht|doanh nghiệp|dntn|cơ sở|hộ kinh doanh|hộ sản xuất"
    r"|tập đoàn|nhà máy|xí nghiệp|trang trại|nông trại|nhãn hiệu|thương hiệu|chỉ dẫn địa lý|farm"
    r"|siêu thị|khách sạn|khu du lịch|làng nghề|điểm du lịch|homestay)"
)
_GOODS = (
    r"(?:cam|quýt|bưởi|chanh|nho|táo|lê|mận|xoài|sầu riêng|thanh long|dừa|chuối|mít|vải|nhãn|hồng|na|ổi"
    r"|dưa|tỏi|hành|gừng|nghệ|sen|sâm|quế|hồi|thảo quả|yến|gốm|lụa|thổ cẩm|nón|chiếu|tranh|mây tre|chả"
    r"|giò|nem|lạp xưởng|lạp sườn|xúc xích|đậu phụ|sữa|muối|rong|hàu|mực|cá|tôm|cua|ghẹ|gà|vịt|lợn|heo|bò"
    r"|trâu|dê|thịt|trứng|măng|nấm|miến|bún|phở|bánh|kẹo|mứt|tương|mắm|nước mắm|rượu|bia|trà|chè|cà phê"
    r"|cacao|ca cao|tiêu|hồ tiêu|điều|mắc ca|gạo|nếp|ngô|khoai|sắn|lạc|vừng|dầu|mật ong|mật|tinh bột"
    r"|tinh dầu|rau|củ|quả|trái cây|đặc sản|đông trùng|nước khoáng|ruốc|khô|tré|bì|đường)"
)
_LANDMARK = (
    r"(?:sông|hồ|núi|vịnh|đèo|thác|cầu|phố|đường|đại lộ|quốc lộ|ga|sân bay|trường|bệnh viện|đền|chùa"
    r"|vườn quốc gia|khu công nghiệp|kcn|cảng|chợ|rừng|cao nguyên|nhà tù|chiến dịch|chiến thắng)"
)
_STOPS = (
    r"(?<!\w)(?:ở|tại|của|thuộc|từ|trên|do|và|với|là|có|được|cho|về|đến|như|gồm|khi|mà|thì|để|huyện"
    r"|xã|tỉnh|sản phẩm|ocop|năm|nay|đã)(?!\w)"
)
_STOP = re.compile(_STOPS)
_HEAD = re.compile(
    rf"(?<!\w)(?:{_FIRM}|{_GOODS})(?: [^,.;:()\"\n|]{{0,48}})? \Z|(?<!\w){_LANDMARK} \Z"
)
_FIRM_HEAD = re.compile(rf"(?<!\w){_FIRM}(?: [^,.;:()\"\n|]{{0,56}})? \Z")


def assign_roles(view: Text, found: Sequence[Found], outer: Sequence[int | None]) -> None:
    """Give every place the role that the words around it suggest."""
    inside = {index for index in outer if index is not None}
    for index, place in enumerate(found):
        before = view.folded[max(0, place.start - _REACH) : place.start].rpartition("\n")[2]
        place.role = _role(view, place, before)
        subject = place.role is PlaceRole.SUBJECT
        if index in inside and (subject or place.role is PlaceRole.PRODUCT):
            place.role = PlaceRole.ADDRESS


def _role(view: Text, place: Found, before: str) -> PlaceRole:
    if place.cue == "bare" and _PERSON.search(before):
        return PlaceRole.PERSON
    if _PUBLISHER.search(before):
        return PlaceRole.PUBLISHER
    if not before.strip(" *") and _DATELINE.match(view.folded, place.end):
        return PlaceRole.DATELINE
    if _is_product(place, before):
        return PlaceRole.PRODUCT
    if _lies_there(view, place, before):
        return PlaceRole.ADDRESS
    if is_office(before):
        return PlaceRole.ISSUER
    return PlaceRole.SUBJECT


def is_office(before: str) -> bool:
    """Whether an office stands before a level word or name: "Sở Nông nghiệp tỉnh …"."""
    office = _OFFICE.search(before)
    return office is not None and not _NOT_OWN.search(office["between"] or "")


_GOVERNMENT = re.compile(r"(?<!\w)(ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân) \Z")


def office_cue(before: str) -> str:
    """The council or committee right before a level word, for the cue: "UBND "."""
    government = _GOVERNMENT.search(before)
    if government is None:
        return ""
    return "UBND " if government[1] in ("ubnd", "ủy ban nhân dân") else "HĐND "


def _is_product(place: Found, before: str) -> bool:
    if place.cue != "bare":
        return False
    head = _HEAD.search(before)
    if head is None:
        return False
    words = head.group().strip().split(" ", 1)
    return len(words) == 1 or not _STOP.search(words[1])


def _lies_there(view: Text, place: Found, before: str) -> bool:
    if _BELOW_COMMUNE.search(before) or _ADDRESS.search(before):
        return True
    firm = _FIRM_HEAD.search(before)
    if firm and place.level is not Level.PROVINCE and not re.search(r"\d", firm.group()):
        return True
    return _in_brackets(view, place, before)


_COUNT_AFTER = re.compile(r"[^()\n]{0,24}\d")


def _in_brackets(view: Text, place: Found, before: str) -> bool:
    """Whether a place alone fills a bracket or cell: "(xã An Hảo)", "| xã Mỹ Bằng, Yên Sơn |"."""
    opening = max(before.rfind("("), before.rfind("|"))
    if opening < 0 or ")" in before[opening:]:
        return False
    if before[opening] == "|":
        return not before[opening + 1 :].strip()
    return not re.search(r"\d", before[opening:]) and not _COUNT_AFTER.match(view.folded, place.end)


_NATION_NAMED = re.compile(
    r"(?:(?<!\w)(?:ở|tại|của|khắp|trên|toàn|trong|từ|về|cho|với|và|đến|là|tới)|[,.:;(\n]|\A) ?\Z"
)
_ADJECTIVE_AFTER = re.compile(
    r"(?:hội nghị|hội chợ|hội thi|hội thảo|cuộc thi|giải(?: thưởng)?|liên hoan|triển lãm|cuộc vận động"
    r"|diễn đàn|đại hội|phong trào|hệ thống|mạng lưới|chuỗi)(?: [^,.;:\n]{0,30})? \Z"
)


def is_nation(key: str, before: str) -> bool:
    """Whether a phrase names the country and not an office or an event of it."""
    if key == "việt nam":
        return bool(_NATION_NAMED.search(before))
    return key != "toàn quốc" or not _ADJECTIVE_AFTER.search(before)


def is_ranked(before: str) -> bool:
    """Whether something is only compared with the place that follows."""
    return bool(_RANKED.search(before))
