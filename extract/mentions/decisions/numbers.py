"""Numbers of official papers: ``490/QĐ-TTg``, ``27/KH-UBND``, ``07/2021/NQ-HĐND``, ``10-NQ/TU``.

The form is laid down in Nghị định 30/2020/NĐ-CP, Appendix I and III: number, slash, code of
the type, hyphen, code of the issuer; normative papers carry the year, công văn have no
type, papers of the Party put the number before a hyphen. Print adds blanks, dashes, Eth
for Đ, loses hyphens and suffixes; the canonical number undoes all that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.mentions.dates.words import NOT_COUNTED
from extract.mentions.rule import Rule

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """A number in canonical form and its parts.

    ``kind`` is the code of the type (``QĐ``, ``KH``; ``CV`` for a công văn, ``""`` when only
    the number is printed behind a word without a code), ``issuer`` the code of the body with
    its sub-units (``UBND``, ``BNN-VPĐP``) or empty.
    """

    number: str
    kind: str
    issuer: str


# Type codes as they look folded, and as they are written. Appendix III; QPPL types by law.
_KINDS = {
    "qđ": "QĐ",
    "qd": "QĐ",
    "q đ": "QĐ",
    "kh": "KH",
    "nq": "NQ",
    "nđ": "NĐ",
    "tt": "TT",
    "ttlt": "TTLT",
    "ct": "CT",
    "ctr": "CTr",
    "đa": "ĐA",
    "da": "DA",
    "pa": "PA",
    "tb": "TB",
    "bc": "BC",
    "bb": "BB",
    "ttr": "TTr",
    "hd": "HD",
    "qc": "QC",
    "cđ": "CĐ",
    "kl": "KL",
    "gm": "GM",
}
_KIND = "q ?đ|qd|kh|nq|nđ|ttlt|ttr|tt|ctr|ct|đa|da|pa|tb|bc|bb|hd|qc|cđ|kl|gm"
# Bodies that begin the number of a công văn, or that a blank or lost hyphen may part from it.
_BODY = (
    r"(?:ubnd|hđnd|hdnd|ttg|cp|bcđ\w{0,4}|bnn\w{0,5}|bkhcn|bct|btttt|snn\w{0,6}|sct|vpđp\w{0,4})"
)
_SUFFIX = r"[a-zđ&]{1,10}\d{0,2}"
# Sub-units behind a dot; only these, because a sentence may go on right after the dot.
_DOTTED = r"(?:\.(?:nn|nnpt|nl|kt|ktn|ktth|đtth|tm|vx|hc|cn|th)(?!\w))?"
# A dot parts thousands in some newspapers ("2.394/QĐ-UBND").
_HEAD = r"(?P<number>\d(?<![\d/.,-]\d)(?:\d{0,5}|\d?\.\d{3}))"

_SPELT = {"ttg": "TTg", "hdnd": "HĐND", "bcdtw": "BCĐTW", "vpdpntm": "VPĐPNTM", "vpdp": "VPĐP"}


def _code(folded: str) -> str:
    """An issuer's code as it is written: ``bnn - vpđp`` → ``BNN-VPĐP``."""
    parts = [part.strip() for part in folded.split("-")]
    return "-".join(_SPELT.get(part, part.upper()) for part in parts if part)


def _digits(match: Match) -> str:
    """The running number without the dot that parts thousands."""
    return match["number"].replace(".", "")


def _paper(match: Match) -> PaperNumber:
    kind = _KINDS[" ".join(match["kind"].split())]
    issuer = _code(match["issuer"])
    year = match.groupdict().get("year")
    middle = f"{year}/" if year else ""
    return PaperNumber(f"{_digits(match)}/{middle}{kind}-{issuer}", kind, issuer)


def _letter(match: Match) -> PaperNumber:
    issuer = _code(match["issuer"])
    return PaperNumber(f"{match['number']}/{issuer}", "CV", issuer)


def _party(match: Match) -> PaperNumber:
    kind, issuer = _KINDS[match["kind"]], _code(match["issuer"])
    return PaperNumber(f"{match['number']}-{kind}/{issuer}", kind, issuer)


def _law(match: Match) -> PaperNumber:
    issuer = match["issuer"].upper()
    return PaperNumber(f"{match['number']}/{match['year']}/{issuer}", "QH", issuer)


# Words for a paper, and the code that each stands for.
_WORDS = {
    "quyết định": "QĐ",
    "qđ": "QĐ",
    "kế hoạch": "KH",
    "nghị quyết": "NQ",
    "nghị định": "NĐ",
    "thông tư": "TT",
    "chỉ thị": "CT",
    "công văn": "CV",
    "văn bản": "CV",
    "tờ trình": "TTr",
    "báo cáo": "BC",
    "thông báo": "TB",
}


_YEAR_ONLY = re.compile(r"20[1-4]\d")


def _bare(match: Match) -> PaperNumber | None:
    """A number without a suffix; without "số" only behind the word for a decision."""
    number = match["number"]
    if NOT_COUNTED.match(match.string, match.end()):
        return None
    kind = _WORDS[match["word"]]
    is_year = _YEAR_ONLY.fullmatch(number)
    if match["so"] is None and (kind != "QĐ" or len(number) < 3 or is_year):
        return None
    return PaperNumber(number, kind, "")


_DECREE = PaperNumber("57/2018/NĐ-CP", "NĐ", "CP")

RULES: tuple[Rule[PaperNumber], ...] = (
    Rule(
        "decision.number",
        re.compile(
            rf"{_HEAD}\s?/\s?(?:(?P<year>20[0-4]\d) ?/ ?)?(?P<kind>{_KIND})"
            rf"-(?P<issuer>{_SUFFIX}(?:-{_SUFFIX}){{0,3}}{_DOTTED})(?!\w)"
        ),
        _paper,
        "Number, type and issuer with a plain hyphen.",
        (
            ("Quyết định số 490/QĐ-TTg ngày", PaperNumber("490/QĐ-TTg", "QĐ", "TTg")),
            ("490/Q Đ-TTg", PaperNumber("490/QĐ-TTg", "QĐ", "TTg")),
            ("490/QĐ-TTG", PaperNumber("490/QĐ-TTg", "QĐ", "TTg")),
            ("3787/QÐ-UBND", PaperNumber("3787/QĐ-UBND", "QĐ", "UBND")),
            ("No. 148/QD-TTg", PaperNumber("148/QĐ-TTg", "QĐ", "TTg")),
            ("2365/ QD-UBND", PaperNumber("2365/QĐ-UBND", "QĐ", "UBND")),
            ("2.394/QĐ-UBND", PaperNumber("2394/QĐ-UBND", "QĐ", "UBND")),
            ("1456/QĐ-UBND.NN ngày", PaperNumber("1456/QĐ-UBND.NN", "QĐ", "UBND.NN")),
            ("20/QĐ-UBND.Theo đó", PaperNumber("20/QĐ-UBND", "QĐ", "UBND")),
            ("1580/QĐ-UBND-HC.", PaperNumber("1580/QĐ-UBND-HC", "QĐ", "UBND-HC")),
            (
                "04/QĐ-BCĐTW-VPĐPNTM",
                PaperNumber("04/QĐ-BCĐTW-VPĐPNTM", "QĐ", "BCĐTW-VPĐPNTM"),
            ),
            ("Nghị định 57/2018/NĐ-CP", _DECREE),
            ("44 /2005/QĐ-UBND", PaperNumber("44/2005/QĐ-UBND", "QĐ", "UBND")),
            ("237/NQ-UBTVQH16", PaperNumber("237/NQ-UBTVQH16", "NQ", "UBTVQH16")),
            ("05/KH-HĐĐGPH ngày", PaperNumber("05/KH-HĐĐGPH", "KH", "HĐĐGPH")),
        ),
        ("Giấy phép số 08/GP-TTĐT", "12/12 huyện", "300.000 đồng/kg", "16/6/2020"),
        ("/",),
    ),
    Rule(
        "decision.number_spaced",
        re.compile(
            rf"{_HEAD}\s?/\s?(?:(?P<year>20[0-4]\d) ?/ ?)?(?P<kind>{_KIND})\s?-?\s?"
            rf"(?P<issuer>{_BODY}(?: ?- ?{_BODY}|(?: -|- ?){_SUFFIX})?)(?!\w)"
        ),
        _paper,
        "Blanks round the hyphen, or none at all, before a body that is known.",
        (
            ("715/QĐ – UBND", PaperNumber("715/QĐ-UBND", "QĐ", "UBND")),
            ("1048/QĐ- TTg của", PaperNumber("1048/QĐ-TTg", "QĐ", "TTg")),
            ("38/QĐ -UBND", PaperNumber("38/QĐ-UBND", "QĐ", "UBND")),
            ("2291/QĐ-UBND – Nam Định, ngày", PaperNumber("2291/QĐ-UBND", "QĐ", "UBND")),
            ("752/QĐUBND ngày", PaperNumber("752/QĐ-UBND", "QĐ", "UBND")),
            ("1162/QĐVPĐP-OCOP", PaperNumber("1162/QĐ-VPĐP-OCOP", "QĐ", "VPĐP-OCOP")),
        ),
        ("12/bc", "5/ct"),
        ("/",),
    ),
    Rule(
        "decision.letter",
        re.compile(rf"{_HEAD}\s?/\s?(?P<issuer>{_BODY}(?:-{_SUFFIX}){{1,3}})(?!\w)"),
        _letter,
        "Công văn: the issuer stands right behind the slash.",
        (
            ("văn bản số 9654/BNN-VPĐP", PaperNumber("9654/BNN-VPĐP", "CV", "BNN-VPĐP")),
            ("485/UBND-KTN", PaperNumber("485/UBND-KTN", "CV", "UBND-KTN")),
        ),
        ("3/ubnd", "12/12"),
        ("/",),
    ),
    Rule(
        "decision.party",
        re.compile(
            r"(?P<number>\d(?<![\w/.,-]\d)\d{0,3}) ?- ?(?P<kind>nq|ct|kl|ctr|kh|đa|qđ|hd)"
            r" ?/ ?(?P<issuer>tu|tw|hu|đu|btv|ubnd|bcđ\w{0,3})(?!\w)"
        ),
        _party,
        "Papers of the Party: number, hyphen, type, slash, body.",
        (("Nghị quyết số 10-NQ/TU ngày", PaperNumber("10-NQ/TU", "NQ", "TU")),),
        ("10-12/TU", "2021-NQ"),
        ("/",),
    ),
    Rule(
        "decision.law",
        re.compile(rf"{_HEAD}\s?/\s?(?P<year>20[0-4]\d)/(?P<issuer>qh\d\d)(?!\w)"),
        _law,
        "Laws and resolutions of the National Assembly.",
        (("Luật số 30/2026/QH16", PaperNumber("30/2026/QH16", "QH", "QH16")),),
        ("12/2020", "30/2026/QH"),
        ("qh",),
    ),
    Rule(
        "decision.bare",
        re.compile(
            rf"(?P<word>{'|'.join(_WORDS)}) (?P<so>số:? ?)?"
            r"(?P<span>(?P<number>\d{1,5}))(?!\d|[.,]\d| ?[/%-] ?[\dđa-z])"
        ),
        _bare,
        "Number without a suffix: only the word before tells the type.",
        (
            ("Quyết định số 490 của", PaperNumber("490", "QĐ", "")),
            ("theo Quyết định 148,", PaperNumber("148", "QĐ", "")),
            ("QĐ 148", PaperNumber("148", "QĐ", "")),
            ("Kế hoạch số 27 ", PaperNumber("27", "KH", "")),
        ),
        (
            "Quyết định số 490/QĐ-TTg",
            "Kế hoạch 2025",
            "quyết định 120 sản phẩm",
            "Quyết định 2020",
            "quyết định số 12 sản phẩm",
        ),
        ("quyết định ", "qđ ", " số"),
    ),
)
