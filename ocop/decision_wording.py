"""The official paper that a document is, in words: what it is, who issued it, what it does."""

from __future__ import annotations

from dataclasses import dataclass

from extract.model import Act, Decision, DecisionRef, Level
from ocop.phrases import Lang
from ocop.wording import time_in_words


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What differs between two languages; ``types`` are by the code of a paper."""

    types: dict[str, str]
    other: str
    unnumbered: str
    undated: str
    of: str
    unknown_issuer: str
    levels: dict[Level, str]
    acts: dict[Act, str]
    bases: str
    concerns: str
    articles: str
    signed: str
    doubts: dict[str, str]


_EN = PaperWords(
    types={
        "QĐ": "Decision",
        "NQ": "Resolution",
        "KH": "Plan",
        "BC": "Report",
        "TB": "Notice",
        "TTr": "Submission",
        "CV": "Official letter",
        "BB": "Minutes",
        "HD": "Guidance",
    },
    other="Official paper",
    unnumbered="without a number",
    undated="day unknown",
    of="of {}",
    unknown_issuer="issuer unknown",
    levels={
        Level.NATION: "nation",
        Level.REGION: "region",
        Level.PROVINCE: "province",
        Level.DISTRICT: "district",
        Level.COMMUNE: "commune",
    },
    acts={
        Act.RECOGNISES: "recognises products",
        Act.AMENDS: "amends another paper",
        Act.REVOKES: "takes recognition back",
        Act.LISTS: "approves a list of entrants",
        Act.FORWARDS: "forwards files or scores to a higher body",
        Act.OTHER: "recognises nothing",
    },
    bases="founded on {}",
    concerns="concerns {}",
    articles="articles: {}",
    signed="signed by {}",
    doubts={
        "number_blank": "its number was left blank",
        "number_unknown": "its number is not printed",
        "day_blank": "its day was left blank",
        "day_unknown": "its day is not printed",
        "days_differ": "it prints two different days",
        "annex_of_other_paper": "its annex names another paper",
        "issuer_unknown": "no issuing body is printed",
    },
)
_VI = PaperWords(
    types={
        "QĐ": "Quyết định",
        "NQ": "Nghị quyết",
        "KH": "Kế hoạch",
        "BC": "Báo cáo",
        "TB": "Thông báo",
        "TTr": "Tờ trình",
        "CV": "Công văn",
        "BB": "Biên bản",
        "HD": "Hướng dẫn",
    },
    other="Văn bản",
    unnumbered="không có số",
    undated="không rõ ngày",
    of="{}",
    unknown_issuer="không rõ cơ quan ban hành",
    levels={
        Level.NATION: "trung ương",
        Level.REGION: "vùng",
        Level.PROVINCE: "cấp tỉnh",
        Level.DISTRICT: "cấp huyện",
        Level.COMMUNE: "cấp xã",
    },
    acts={
        Act.RECOGNISES: "công nhận sản phẩm",
        Act.AMENDS: "sửa đổi văn bản khác",
        Act.REVOKES: "thu hồi, hủy bỏ công nhận",
        Act.LISTS: "phê duyệt danh mục tham gia",
        Act.FORWARDS: "trình cấp trên hồ sơ hoặc kết quả chấm điểm",
        Act.OTHER: "không công nhận sản phẩm",
    },
    bases="căn cứ {}",
    concerns="liên quan {}",
    articles="điều: {}",
    signed="người ký {}",
    doubts={
        "number_blank": "số để trống",
        "number_unknown": "không in số",
        "day_blank": "ngày để trống",
        "day_unknown": "không in ngày",
        "days_differ": "in hai ngày khác nhau",
        "annex_of_other_paper": "phụ lục ghi số văn bản khác",
        "issuer_unknown": "không in cơ quan ban hành",
    },
)
PAPER_WORDS = {Lang.EN: _EN, Lang.VI: _VI}


def decision_in_words(decision: Decision, lang: Lang = Lang.EN) -> str:
    """Say what a paper is as one line.

    >>> print(decision_in_words(Decision("QĐ", Act.REVOKES, "12/QĐ-UBND", "2022-05-20")))
    Decision 12/QĐ-UBND of 20 May 2022, issuer unknown: takes recognition back
    """
    words = PAPER_WORDS[lang]
    name = words.types.get(decision.type, words.other)
    number = decision.number or words.unnumbered
    day = words.of.format(time_in_words(decision.date, lang)) if decision.date else words.undated
    return f"{name} {number} {day}, {_issuer(decision, words)}: {words.acts[decision.act]}"


def _issuer(decision: Decision, words: PaperWords) -> str:
    issuer = decision.issuer
    if issuer is None:
        return words.unknown_issuer
    level = words.levels[issuer.place.level]
    place = issuer.place.name
    named = place is not None and place.casefold() not in issuer.name.casefold()
    shown = f"{level}, {place}" if named and issuer.place.level is not Level.NATION else level
    return f"{issuer.name} ({shown})"


def parts_in_words(decision: Decision, lang: Lang = Lang.EN) -> list[str]:
    """Say the parts of a paper, a line each: articles, papers, signer, doubts."""
    words = PAPER_WORDS[lang]
    acts = [
        f"{article.number} {words.acts[article.act]}"
        for article in decision.articles
        if article.act is not Act.OTHER
    ]
    lines = [
        words.articles.format("; ".join(acts)) if acts else "",
        words.concerns.format(_papers(decision.concerns, lang)) if decision.concerns else "",
        words.bases.format(_papers(decision.bases, lang)) if decision.bases else "",
        words.signed.format(decision.signer.name)
        if decision.signer and decision.signer.name
        else "",
        "; ".join(words.doubts.get(doubt, doubt) for doubt in decision.doubts),
    ]
    return [line for line in lines if line]


def _papers(refs: tuple[DecisionRef, ...], lang: Lang) -> str:
    """Each paper once, with its day."""
    said = {
        ref.number: f"{ref.number} ({time_in_words(ref.date, lang)})" if ref.date else ref.number
        for ref in reversed(refs)
    }
    return ", ".join(reversed(said.values()))
