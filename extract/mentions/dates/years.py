"""Years and ranges of years: ``năm 2022``, ``năm ngoái``, ``giai đoạn 2018-2020``."""

from __future__ import annotations

import re

from extract.mentions.dates.value import DateValue, Edge, Shape, TimeRole, Unit
from extract.mentions.dates.words import NOT_COUNTED, YEAR, before, is_numbered, year_offset
from extract.mentions.rule import Rule

Match = re.Match[str]


def _year(match: Match) -> DateValue:
    return DateValue(Shape.YEAR, year=int(match["year"]))


def _bare_year(match: Match) -> DateValue | None:
    if is_numbered(match) or NOT_COUNTED.match(match.string, match.end()):
        return None
    return _year(match)


def _slipped_year(match: Match) -> DateValue | None:
    """Take one digit out of five; read the year if only one plausible year is left."""
    digits = match["slip"]
    years = {int(digits[:i] + digits[i + 1 :]) for i in range(5)}
    plausible = [year for year in years if 2015 <= year <= 2035]
    return DateValue(Shape.YEAR, year=plausible[0]) if len(plausible) == 1 else None


def _range(match: Match) -> DateValue | None:
    first, last = int(match["year"]), int(match["last"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 30:
        return None
    return DateValue(Shape.RANGE, year=first, year_end=last)


def _open_year(_: Match) -> DateValue:
    return DateValue(Shape.YEAR, unit=Unit.YEAR)


_MANY = re.compile(r"(?:các|những|mấy|vài|nhiều|\d|hai|ba|bốn|mỗi|hằng|hàng|một) $")


def _relative_year(match: Match) -> DateValue | None:
    if _MANY.search(before(match)):
        return None
    return DateValue(Shape.YEAR, unit=Unit.YEAR, offset=year_offset(match["relative"]))


_STEMS = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"]
_BRANCHES = ["tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"]
_CYCLE = {
    f"{_STEMS[(year - 4) % 10]} {_BRANCHES[(year - 4) % 12]}": year for year in range(1990, 2050)
}


def _cyclic(match: Match) -> DateValue | None:
    """A year of the sixty-year cycle; Tết and spring fall into our year of that number."""
    year = _CYCLE.get(match["cycle"].replace("tị", "tỵ"))
    return None if year is None else DateValue(Shape.YEAR, year=year, edge=Edge.MIDDLE)


RULES: tuple[Rule[DateValue], ...] = (
    Rule(
        "date.year",
        re.compile(rf"năm ?{YEAR}(?!\d|[.,]\d|/\d)"),
        _year,
        "A year with its word.",
        (
            ("đợt 2 của năm 2022", DateValue(Shape.YEAR, year=2022)),
            ("năm2021", DateValue(Shape.YEAR, year=2021)),
        ),
        ("năm 2.022 sản phẩm", "năm 20221"),
        ("năm",),
    ),
    Rule(
        "date.year_of_round",
        re.compile(rf"(?:đợt|lần|kỳ)(?: thứ)? [\divx]{{1,4}} ?[/-] ?(?P<span>{YEAR})(?!\d)"),
        lambda match: DateValue(Shape.YEAR, year=int(match["year"]), role=TimeRole.PERIOD),
        "The year behind the number of an assessment round.",
        (
            ("đợt 1/2022", DateValue(Shape.YEAR, year=2022, role=TimeRole.PERIOD)),
            ("đợt 2-2020", DateValue(Shape.YEAR, year=2020, role=TimeRole.PERIOD)),
        ),
        ("đợt 1, 22 sản phẩm", "quý 1/2022"),
        ("đợt", "lần", "kỳ"),
    ),
    Rule(
        "date.year_slip",
        re.compile(r"năm (?P<slip>20\d{3})(?!\d)"),
        _slipped_year,
        "A year with one digit too many, if only one year can be meant.",
        (("OCOP năm 20222", DateValue(Shape.YEAR, year=2022)),),
        ("năm 20221", "năm 2022"),
        ("năm",),
    ),
    Rule(
        "date.year_bare",
        re.compile(r"(?P<year>2(?<![\w.,/:-]2)0[1-4]\d)(?![\w/*%]|[.,]\d|-[^\W\d])"),
        _bare_year,
        "A year without its word: in lists of years, in brackets, after OCOP.",
        (("Hai sản phẩm (OCOP 2019)", DateValue(Shape.YEAR, year=2019)),),
        ("2020 sản phẩm", "1.2020", "số 2021/QĐ-UBND", "2.022", "ISO 9001:2015"),
    ),
    Rule(
        "date.year_range",
        re.compile(
            r"(?P<year>20(?<![\w.,/]20)[0-4]\d)(?: ?[-/] ?| (?:đến|tới)(?: hết| cuối)? )(?:năm )?"
            r"(?P<last>20[0-5]\d|[1-4]\d)(?![\d/%]|[.,]\d| ?(?:-|sản phẩm|sao|tháng))"
        ),
        _range,
        "Years of a programme or of the results so far.",
        (
            ("giai đoạn 2018-2020", DateValue(Shape.RANGE, year=2018, year_end=2020)),
            ("giai đoạn 2021 – 2025", DateValue(Shape.RANGE, year=2021, year_end=2025)),
            ("từ năm 2019 đến hết năm 2022", DateValue(Shape.RANGE, year=2019, year_end=2022)),
            ("giai đoạn 2021-25", DateValue(Shape.RANGE, year=2021, year_end=2025)),
        ),
        ("2020-2018", "2022-12-31", "từ năm 2018 đến 20 sản phẩm"),
    ),
    Rule(
        "date.year_open",
        re.compile(
            r"(?:đầu|giữa|cuối|hết|trong|cả|kết thúc) (?P<span>năm)"
            r"(?! ?(?:19|20)\d|\w| (?:nay|này|ngoái|sau|trước|tới|qua|học)(?!\w))"
        ),
        _open_year,
        'The year that the text is about: "lũy kế hết năm", "đến cuối năm".',
        (
            ("phấn đấu lũy kế hết năm", DateValue(Shape.YEAR, unit=Unit.YEAR)),
            ("Đầu năm có 92 sản phẩm", DateValue(Shape.YEAR, unit=Unit.YEAR)),
            ("Trong năm có 15 sản phẩm", DateValue(Shape.YEAR, unit=Unit.YEAR)),
            ("đặt đích cuối năm 150 sản phẩm", DateValue(Shape.YEAR, unit=Unit.YEAR)),
        ),
        ("đầu năm 2024", "cuối năm ngoái", "năm sản phẩm", "cuối năm20"),
        ("năm",),
    ),
    Rule(
        "date.year_relative",
        re.compile(
            r"(?P<relative>(?:năm(?<!\wnăm) (?:nay|này|ngoái|trước|tới|sau)"
            r"|sang năm(?! (?:nay|này|20\d\d))))(?!\w)"
        ),
        _relative_year,
        "Years told from the day of the page.",
        (
            ("Năm ngoái chỉ có", DateValue(Shape.YEAR, unit=Unit.YEAR, offset=-1)),
            ("chỉ tiêu năm nay", DateValue(Shape.YEAR, unit=Unit.YEAR, offset=0)),
            ("Sang năm nay tỉnh giao", DateValue(Shape.YEAR, unit=Unit.YEAR, offset=0)),
            ("Sang năm huyện sẽ", DateValue(Shape.YEAR, unit=Unit.YEAR, offset=1)),
        ),
        ("các năm trước", "đã 2 năm nay", "ba năm trước"),
        ("năm",),
    ),
    Rule(
        "date.year_cyclic",
        re.compile(
            rf"(?:tết|xuân)(?: nguyên đán)? (?P<cycle>(?:{'|'.join(_STEMS)}) "
            rf"(?:{'|'.join(_BRANCHES)}|tị))(?!\w)"
        ),
        _cyclic,
        "Lunar year of a new year's feast: Xuân Canh Tý is in 2020.",
        (
            ("Xuân Canh Tý này", DateValue(Shape.YEAR, year=2020, edge=Edge.MIDDLE)),
            ("Tết Ất Tỵ", DateValue(Shape.YEAR, year=2025, edge=Edge.MIDDLE)),
        ),
        ("Tết Giáp Sửu", "Tân Sửu"),
        ("tết", "xuân"),
    ),
)
