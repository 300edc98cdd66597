"""Whether a product is new, recognised again or upgraded, as cells and heads tell it."""

from __future__ import annotations

import re

from extract.model import Act, Kind

_AGAIN = re.compile(
    r"(?<!\w)(?:(?:công nhận|đánh giá|chứng nhận|phân hạng|xếp hạng|cấp|chấm|thi) lại|"
    r"tái (?:công nhận|đánh giá|chứng nhận|phân hạng|cấp)|lại|gia hạn|hết (?:thời )?hạn|"
    r"tiếp tục (?:được )?(?:công nhận|xếp hạng))(?!\w)"
)
_UP = re.compile(
    r"(?<!\w)(?:nâng (?:hạng|sao|cấp|từ|lên)|thăng hạng|lên hạng|nâng)(?!\w)|"
    r"[34] ?(?:sao|\*)? ?(?:lên|→|->|=>) ?[45](?: ?sao| ?\*)?"
)
_NEW = re.compile(
    r"(?<!\w)(?:(?:công nhận|đánh giá|chứng nhận|sản phẩm|cấp) mới|mới|lần đầu)(?!\w)"
)
_BOTH = re.compile(
    r"(?:mới|lần đầu) ?(?:,|/|và|hoặc) ?(?:\w+ ){0,3}(?:lại|nâng)|"
    r"lại ?(?:,|/|và|hoặc) ?(?:\w+ ){0,3}(?:mới|nâng|lần đầu)"
)
_VILLAGE = re.compile(r"nông thôn mới")


def standing_of(folded: str) -> Kind | None:
    """The standing that words tell; None where they tell none, or several.

    >>> standing_of("sản phẩm công nhận lại"), standing_of("công nhận mới, công nhận lại")
    (<Kind.RE_RECOGNISED: 're_recognised'>, None)
    """
    words = _VILLAGE.sub("", folded)
    if _BOTH.search(words):
        return None
    if _UP.search(words):
        return Kind.UPGRADED
    if _AGAIN.search(words):
        return Kind.RE_RECOGNISED
    return Kind.NEW if _NEW.search(words) else None


def standing_of_cell(folded: str) -> Kind | None:
    """The standing in a cell of notes: the words that name it, not every "mới"."""
    if _NEW.search(folded) and not re.search(
        r"(?:công nhận|đánh giá|sản phẩm|cấp|đăng ký) mới|lần đầu|^mới$", folded
    ):
        return None
    if re.fullmatch(r".*(?<!\w)lại(?!\w).*", folded) and not _AGAIN.fullmatch(folded.strip()):
        named = re.search(r"(?:công nhận|đánh giá|chứng nhận|phân hạng|xếp hạng|cấp) lại", folded)
        return standing_of(folded) if named else None
    return standing_of(folded)


OF_ACT = {
    Act.RECOGNISES: Kind.NEW,
    Act.LISTS: Kind.REGISTERED,
    Act.FORWARDS: Kind.PROPOSED,
    Act.REVOKES: Kind.WITHDRAWN,
    Act.AMENDS: Kind.IN_FORCE,
}
"""What a paper gives the rows of its annex. An amendment corrects rows that stand already."""

RECOGNISED = frozenset({Kind.NEW, Kind.RE_RECOGNISED, Kind.UPGRADED})

_BY_WORDS = (
    (re.compile(r"thu hồi|loại (?:ra )?khỏi|hủy bỏ|bãi bỏ"), Act.REVOKES),
    (re.compile(r"sửa đổi|điều chỉnh|đính chính|thay thế"), Act.AMENDS),
    (re.compile(r"đề nghị[^.;]{0,60}(?:trung ương|quốc gia|bộ )|tiềm năng 5 sao"), Act.FORWARDS),
    (re.compile(r"đăng ký|tham gia|dự kiến|kế hoạch|dự thi|ý tưởng"), Act.LISTS),
    (
        re.compile(
            r"công nhận|phân hạng|xếp hạng|đạt (?:hạng|chuẩn|sao|từ|[345])|được cấp|chứng nhận|"
            r"kết quả đánh giá|[1-5] ?sao|hạng sao"
        ),
        Act.RECOGNISES,
    ),
)


def act_of_title(folded: str) -> Act:
    """What the title of a list says that its paper does; OTHER where it says nothing."""
    return next((act for pattern, act in _BY_WORDS if pattern.search(folded)), Act.OTHER)


_TAKEN = re.compile(r"thu hồi|loại (?:ra )?khỏi|hủy bỏ|bãi bỏ|đưa ra khỏi")
_BRACKETED = re.compile(r"\([^()]*\)|(?:ban hành |kèm )+theo quyết định.*")


def takes_back(folded: str) -> bool:
    """Whether the title of an annex lists what is taken back, in a paper that also recognises.

    >>> takes_back("phụ lục ii sản phẩm bị thu hồi giấy chứng nhận")
    True
    >>> takes_back("phụ lục (kèm theo quyết định công nhận và thu hồi giấy chứng nhận)")
    False
    """
    words = _BRACKETED.sub("", folded)
    return bool(_TAKEN.search(words)) and not re.search(
        r"(?:được|kết quả) công nhận|công nhận (?:mới|lại|và)|đạt (?:hạng|chuẩn|[345])", words
    )


_NOT_GIVEN = re.compile(
    r"(?<!\w)(?:(?:không|chưa) (?:được )?(?:đạt|công nhận|xếp hạng|phân hạng|đủ điều kiện|đủ điểm)"
    r"(?: (?:hạng|sao|chuẩn|yêu cầu|tiêu chí|công nhận|xếp hạng))*|bị loại|không phân hạng|"
    r"dưới 50 điểm)(?!\w)"
)
_GIVEN = re.compile(
    r"(?<!\w)(?:được|kết quả) (?:công nhận|xếp hạng|phân hạng)|"
    r"(?<!\w)đạt(?= (?:hạng|chuẩn|sao|từ|và|hoặc|[345])| ?[,/])|"
    r"(?<!\w)(?:công nhận|xếp hạng|phân hạng)(?= (?:mới|lại|và|hoặc|cho|các|\d)| ?[,/])"
)


def gives_nothing(folded: str) -> bool:
    """Whether the title of an annex lists what a paper that recognises others does not.

    >>> gives_nothing("phụ lục ii danh sách sản phẩm chưa đạt, không công nhận")
    True
    >>> gives_nothing("danh sách sản phẩm đạt và không đạt"), gives_nothing("sản phẩm đạt 3 sao")
    (False, False)
    >>> gives_nothing("điều 1. công nhận 05 sản phẩm, không công nhận 02 sản phẩm như sau")
    False
    """
    words = _BRACKETED.sub("", folded)
    rest = _NOT_GIVEN.sub("", words)
    return rest != words and _GIVEN.search(rest) is None
