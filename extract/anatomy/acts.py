"""What a paper does for products, by the words of its title and articles, never by its number."""

from __future__ import annotations

import re

from extract.anatomy.act_rule import IN, act_rule
from extract.anatomy.act_rules import TITLES
from extract.anatomy.view import rule_pattern
from extract.mentions.rule import Rule
from extract.model import Act

PASSIVE: tuple[Rule[Act], ...] = (
    act_rule(
        "are_recognised",
        r"(?:các )?sản phẩm (?:(?!không|chưa|đã|đang)\S{1,12} ){0,8}?được (?:\S{1,8} ){0,2}?"
        r"(?:công nhận|xếp hạng|cấp giấy)(?! (?:tại|theo|trước|từ|năm|lần đầu năm))",
        Act.RECOGNISES,
        "The products are the subject.",
        "Các sản phẩm sau được công nhận, xếp vào 03 nhóm:",
        no=(
            "Các sản phẩm được công nhận tại Quyết định số 12",
            "Các sản phẩm không được công nhận kỳ này",
        ),
    ),
    act_rule(
        "are_withdrawn",
        rf"(?:giấy chứng nhận|sản phẩm){IN}{{0,130}}? bị (?:thu hồi|hủy|loại|xóa)",
        Act.REVOKES,
        "The certificates are the subject.",
        "Giấy chứng nhận của các chủ thể có tên trong Phụ lục bị thu hồi, cụ thể:",
        no=("Giấy chứng nhận có giá trị 36 tháng",),
    ),
)
"""Acts told of the products, in articles."""

ANNEXES: tuple[Rule[Act], ...] = (
    act_rule(
        "annex_withdrawn",
        r"thu hồi|hủy bỏ|hết hiệu lực|(?:đưa ra|loại|xóa)[^.;\n]{0,30} khỏi",
        Act.REVOKES,
        "The head of an annex of what is taken back.",
        "DANH SÁCH SẢN PHẨM BỊ THU HỒI GIẤY CHỨNG NHẬN",
        no=("DANH SÁCH SẢN PHẨM ĐẠT 4 SAO",),
    ),
    act_rule(
        "annex_forwarded",
        r"(?<!\w)(?:đề nghị|đề xuất|(?<!chương )(?<!quy )trình) "
        r"|tiềm năng (?:đạt )?(?:hạng )?(?:5|năm) sao",
        Act.FORWARDS,
        "Goods that a higher body is asked to recognise.",
        "DANH SÁCH SẢN PHẨM ĐỀ NGHỊ CÔNG NHẬN HẠNG 5 SAO",
        no=("DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN", "KẾT QUẢ CHƯƠNG TRÌNH OCOP"),
    ),
    act_rule(
        "annex_amended",
        r"(?:điều chỉnh|đính chính|sửa đổi|thay đổi|bổ sung)(?![^\n]{0,60}(?:tham gia|đăng ký))",
        Act.AMENDS,
        "What another paper said, set right.",
        "DANH SÁCH ĐIỀU CHỈNH TÊN CHỦ THỂ",
        no=("DANH MỤC ĐIỀU CHỈNH SẢN PHẨM ĐĂNG KÝ THAM GIA",),
    ),
    act_rule(
        "annex_recognised",
        r"(?<!\w)đạt (?:hạng|chứng|chuẩn|tiêu|từ|sao|ocop|\d)|được (?:công nhận|cấp|xếp)|kết quả",
        Act.RECOGNISES,
        "Goods that reached a class.",
        "PHỤ LỤC: 14 SẢN PHẨM ĐẠT CHỨNG NHẬN OCOP ĐỢT 02 NĂM 2022",
        no=("DANH MỤC SẢN PHẨM ĐĂNG KÝ THAM GIA",),
    ),
    act_rule(
        "annex_entered",
        r"tham gia|đăng ký|ý tưởng|(?<!\w)dự (?:thi|kỳ|đánh|chương|ocop|kiến)",
        Act.LISTS,
        "Entrants.",
        "DANH MỤC SẢN PHẨM DỰ KỲ OCOP 2020",
        no=("DANH SÁCH SẢN PHẨM ĐẠT 4 SAO",),
    ),
    act_rule(
        "annex_plain",
        r"công nhận|phân hạng|[345] sao|sản phẩm ocop",
        Act.RECOGNISES,
        "The words of recognition alone.",
        "DANH SÁCH CÔNG NHẬN",
        no=("DANH SÁCH THÀNH VIÊN",),
    ),
)
"""What the head of an annex that stands alone lists; the first rule that fits decides."""

RULES = (*PASSIVE, *ANNEXES)

_LEAD = rule_pattern(
    r"(?:(?:nay|quyết định|đồng ý|thống nhất|phê duyệt|cho phép|chấp thuận|ban hành|xét)"
    r"(?: kết quả)?(?:,| và)?\s){0,3}(?:\W{0,4}\s?)$"
)
"""Words before the verb of an article."""
_ITEM = re.compile(r"\W{0,3}(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\s?[.)]\s?|[-+*•–]\s?|\(\w{1,2}\)\s?")


def act_of_title(words: str) -> Act | None:
    """The act that stands first in a title (bare view); None where none is told."""
    found = _first(words, TITLES)
    return found[1] if found else None


def act_of_annex(words: str) -> Act | None:
    """What an annex that stands alone lists, by its head (bare view)."""
    for rule in ANNEXES:
        for _, _, act in rule.matches(words):
            return act
    return None


def act_of_article(words: str) -> Act:
    """The act of an article (bare view) by its first words, else by those of its items."""
    lines = [line.strip() for line in words.split("\n")]
    for line in [line for line in lines if line]:
        item = _ITEM.match(line)
        line = line[item.end() :] if item else line
        active = _first(line[:300], TITLES)
        if active and _LEAD.match(line[: active[0]]):
            return active[1]
        passive = _first(line[:300], PASSIVE)
        if passive and passive[0] <= 14:
            return passive[1]
    return Act.OTHER


def _first(words: str, rules: tuple[Rule[Act], ...]) -> tuple[int, Act] | None:
    found = [(start, rule) for rule in rules for start, _, _ in [*rule.matches(words)][:1]]
    if not found:
        return None
    start, rule = min(found, key=lambda pair: pair[0])
    act = next(act for _, _, act in rule.matches(words))
    return start, act


def act_of_paper(title: Act | None, articles: tuple[Act, ...]) -> Act:
    """What a paper does as a whole: by its title, unless its articles do not do that.

    A title that approves results may head articles that only forward scores; where both
    recognition and forwarding are ordered, the paper recognises.
    """
    done = [act for act in articles if act is not Act.OTHER]
    if title is None:
        return Act.RECOGNISES if Act.RECOGNISES in done else (done[0] if done else Act.OTHER)
    if title is Act.FORWARDS and Act.RECOGNISES in done:
        return Act.RECOGNISES
    if title is Act.RECOGNISES and done and Act.RECOGNISES not in done:
        return done[0]
    return title
