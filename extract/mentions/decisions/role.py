"""What a paper does for the products of the text: recognise, found, plan, or something else.

The type settles most: plans plan, decrees and laws found, letters and reports are other.
A decision (QĐ) is read by the words round it, never by its number: those right before it
("công nhận theo", "căn cứ", "thay thế") count first, then those after it, then the issuer.
"""

from __future__ import annotations

import re

from extract.mentions.decisions.numbers import PaperNumber
from extract.mentions.rule import Rule
from extract.model import Role

_BY_KIND = {
    **dict.fromkeys(("KH", "ĐA", "DA", "CTr", "PA"), Role.PLAN),
    **dict.fromkeys(("NĐ", "TT", "TTLT", "QH", "NQ"), Role.LEGAL_BASIS),
    **dict.fromkeys(
        ("CV", "TB", "BC", "BB", "TTr", "HD", "QC", "CĐ", "KL", "GM", "CT"), Role.OTHER
    ),
}


def _cue(
    name: str, words: str, role: Role, note: str, *examples: str, no: tuple[str, ...] = ()
) -> Rule[Role]:
    """A rule for words round the number of a decision."""
    given = tuple((text, role) for text in examples)
    return Rule(f"decision.role.{name}", re.compile(words), lambda _: role, note, given, no)


_PAPER_WORD = r" ?(?:các )?(?:quyết định|qđ)(?: số)?:? ?$"

# Words right before the number; the first rule that fits decides.
BEFORE: tuple[Rule[Role], ...] = (
    _cue(
        "by",
        rf"(?:công nhận|chứng nhận|phân hạng|xếp hạng|được cấp|cấp giấy|phê duyệt)[^.;:\n]{{0,24}}"
        rf" (?:tại|theo|bằng|trong){_PAPER_WORD}",
        Role.RECOGNITION,
        "Products that were recognised by it.",
        "hết hạn 09 sản phẩm, công nhận tại Quyết định số ",
        "được UBND tỉnh công nhận tại Quyết định số ",
        no=("xử lý theo Quyết định số ",),
    ),
    _cue(
        "bracket_withdrawn",
        rf"(?:thu hồi|thưởng|hết hạn|loại)[^.;()\n]{{0,100}}\((?:theo |tại )?{_PAPER_WORD}",
        Role.OTHER,
        "In brackets behind what it withdraws or rewards.",
        "thu hồi 09 sản phẩm của 03 chủ thể (Quyết định số ",
        no=("công nhận 09 sản phẩm (Quyết định số ",),
    ),
    _cue(
        "bracket_recognised",
        r"(?:công nhận|xếp hạng|phân hạng|được cấp)[^.;()\n]{0,100}"
        rf"\((?:theo |tại )?{_PAPER_WORD}",
        Role.RECOGNITION,
        "In brackets behind what it recognises.",
        "đợt 1 công nhận 27 sản phẩm (Quyết định số ",
        no=("thu hồi 09 sản phẩm (Quyết định số ",),
    ),
    _cue(
        "replaced",
        rf"(?:thay thế|thay cho|bãi bỏ|hủy bỏ|sửa đổi){_PAPER_WORD}",
        Role.OTHER,
        "A paper that this one puts out of force.",
        "có hiệu lực từ ngày ký, thay thế Quyết định số ",
        no=("theo Quyết định số ",),
    ),
    _cue(
        "founded_on",
        r"(?:căn cứ|thực hiện|triển khai|xử lý|quy định|hướng dẫn|nhãn|thứ hạng|bao bì|logo"
        r"|tiêu chí|phân cấp|tinh thần|quy trình)(?: [^.;:\n]{0,32})?"
        rf"(?: theo| tại| của| kèm theo| \(| trong)?{_PAPER_WORD}",
        Role.LEGAL_BASIS,
        "Rules that the text acts on.",
        "Căn cứ Quyết định số ",
        "sẽ bị xử lý theo Quyết định số ",
        "được in thứ hạng sao theo Quyết định số ",
        "Căn cứ phân cấp tại Quyết định số ",
        no=("UBND tỉnh ký Quyết định số ", "(Kèm theo Quyết định số "),
    ),
)

# Words after the number; the one that stands first decides.
AFTER: tuple[Rule[Role], ...] = (
    _cue(
        "scores",
        r"(?:kết quả )?chấm điểm|điểm (?:chấm|của|đánh giá của)|đề nghị (?:trung ương|bộ)",
        Role.OTHER,
        "Scores of goods that go on to the Ministry: no recognition yet.",
        "phê duyệt kết quả chấm điểm",
        "phê duyệt điểm của 03 sản phẩm tiềm năng 5 sao",
        no=("công nhận kết quả",),
    ),
    _cue(
        "withdraws",
        r"thu hồi|khen thưởng|(?<!\w)thưởng(?! thức)|thành lập|kiện toàn|tặng bằng khen",
        Role.OTHER,
        "Withdraws, rewards, or sets up a council.",
        "thu hồi giấy chứng nhận của 13 sản phẩm",
        "về việc thành lập Hội đồng",
        no=("cấp giấy chứng nhận",),
    ),
    _cue(
        "list",
        r"(?:danh mục|danh sách) (?:các )?(?:sản phẩm|chủ thể|ý tưởng)[^.;\n]{0,20}"
        r" (?:tham gia|đăng ký|dự)|ban hành (?:quy chế|quy định|hướng dẫn|sổ tay|tài liệu)"
        r"|nhãn hiệu chứng nhận|quy chế|hỗ trợ|kinh phí|dự toán|phân bổ",
        Role.OTHER,
        "Lists of participants, rules of a mark, support and money.",
        "Phê duyệt danh mục sản phẩm tham gia Chương trình",
        no=("danh sách kèm theo",),
    ),
    _cue(
        "plans",
        r"(?:phê duyệt|ban hành|về việc)(?: điều chỉnh| bổ sung)?"
        r" (?:đề án|kế hoạch|chương trình|phương án|dự án)|giao (?:chỉ tiêu|kế hoạch)",
        Role.PLAN,
        "A decision that approves a plan.",
        "phê duyệt Đề án Chương trình mỗi xã một sản phẩm",
        no=("phê duyệt kết quả",),
    ),
    _cue(
        "criteria",
        r"(?:của )?thủ tướng|bộ tiêu chí|chu trình|quy trình|ban chỉ đạo (?:trung ương|tw)",
        Role.LEGAL_BASIS,
        "An act of the Prime Minister or the criteria.",
        "của Thủ tướng Chính phủ",
        no=("của UBND tỉnh",),
    ),
    _cue(
        "recognises",
        r"công nhận|phân hạng|xếp hạng|cấp (?:giấy )?chứng nhận|cấp giấy|kết quả (?:đánh giá|ocop)"
        r"|được cấp|gắn sao|sản phẩm (?:đạt|ocop)",
        Role.RECOGNITION,
        "Recognises products.",
        "công nhận kết quả",
        "cấp giấy chứng nhận",
        no=("phê duyệt đề án",),
    ),
)

RULES = (*BEFORE, *AFTER)

_LAW_ISSUERS = ("TTg", "BCĐTW", "BCĐTW-VPĐPNTM", "CP")
_RECOGNISERS = ("UBND", "BNN", "BNNMT", "BNNPTNT")
_REWARD = re.compile(r"(?<!\w)thưởng[^.;\n]{0,30}$|hỗ trợ[^.;\n]{0,30}$")


def role_of(
    paper: PaperNumber, before: str, after: str, *, is_preamble: bool = False
) -> tuple[Role, bool]:
    """The role of a paper, and whether words said so (or it is only the usual case).

    Args:
        paper: Its number.
        before: Folded words of the sentence before the number.
        after: Folded words after the number and its date, up to the next paper.
        is_preamble: The line lists what a paper is founded on ("Căn cứ …; …").
    """
    if paper.kind == "NQ" and _REWARD.search(before):
        return Role.OTHER, True
    if paper.kind in _BY_KIND:
        return _BY_KIND[paper.kind], True
    if paper.issuer in _LAW_ISSUERS or is_preamble:
        return Role.LEGAL_BASIS, True
    told = _by_words(before, after)
    if told is not None:
        return told, True
    usual = not paper.issuer or paper.issuer.split("-")[0] in _RECOGNISERS
    return (Role.RECOGNITION if usual else Role.OTHER), False


def _by_words(before: str, after: str) -> Role | None:
    """What the words right before, or the first ones after, say."""
    for rule in BEFORE:
        match = rule.pattern.search(before)
        if match:
            return rule.read(match)
    found = [(match.start(), rule) for rule in AFTER if (match := rule.pattern.search(after))]
    if not found:
        return None
    _, first = min(found, key=lambda pair: pair[0])
    match = first.pattern.search(after)
    return first.read(match) if match else None
