"""Claims in words that a person reads, in English and in Vietnamese."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable

from extract.model import Claim, Comparator, Kind, Level, Place
from ocop.phrases import LANGUAGES, Lang, Words
from ocop.row_wording import DOUBTS

_DEADLINES = frozenset({Kind.TARGET, Kind.FORECAST})
_PRECISE = re.compile(r"(?a:(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?)")


def claim_in_words(claim: Claim, lang: Lang = Lang.EN) -> str:
    """Say one claim as one line: how many, of which stars, standing, time, place, decision.

    >>> from extract.model import Claim, Comparator, Kind, Level, Place
    >>> print(claim_in_words(Claim("d", Place(Level.PROVINCE, None), 100, (3, 4), Kind.TARGET,
    ...     comparator=Comparator.AT_LEAST, as_of="2020-12-31")))
    At least 100 products of 3–4 stars, target for the end of 2020, province not named
    """
    words = LANGUAGES[lang]
    parts = [
        f"{_how_many(claim, words)} {_stars(claim, words)}".strip(),
        standing_in_words(claim, lang),
        f"{words.round.format(claim.round)}" if claim.round else "",
        place_in_words(claim.place, lang),
        words.decision.format(claim.decision) if claim.decision else "",
    ]
    sentence = ", ".join(part for part in parts if part)
    return sentence[:1].upper() + sentence[1:]


def reasons_in_words(reasons: Iterable[str], lang: Lang = Lang.EN) -> str:
    """Say the named grounds of a claim; a name without words is shown as it is."""
    words = {**DOUBTS[lang], **LANGUAGES[lang].reasons}
    return "; ".join(words.get(reason, reason.replace("_", " ")) for reason in reasons)


def number_in_words(number: int, lang: Lang = Lang.EN) -> str:
    """Group the digits as the language does: 1,649 or 1.649."""
    return _grouped(number, LANGUAGES[lang])


def standing_in_words(claim: Claim, lang: Lang = Lang.EN) -> str:
    """Say the kind and its time: "target for the end of 2020"."""
    words = LANGUAGES[lang]
    kind, _, when = words.kinds[claim.kind].partition("|")
    time = claim.as_of or claim.period
    if time is None:
        return kind
    said = time_in_words(time, lang, deadline=claim.kind in _DEADLINES)
    otherwise, on_a_day = words.on_a_day
    if when == otherwise and len(time) == len("2020-06-21"):
        when = on_a_day
    return f"{kind} {when.format(said)}"


def place_in_words(place: Place, lang: Lang = Lang.EN) -> str:
    """Say a place with its level and the province that it lies in, or that it is not named."""
    words = LANGUAGES[lang]
    if place.name is None:
        own = words.unnamed[place.level]
    else:
        own = words.levels[place.level].format(place.name)
    if place.level in {Level.DISTRICT, Level.COMMUNE} and place.province:
        return f"{own}, {place.province}"
    return own


def time_in_words(edtf: str, lang: Lang = Lang.EN, *, deadline: bool = False) -> str:
    """Say an EDTF time; what is not a date, month, year or range of these stays as written.

    A deadline on the last day of a month or year is said as the end of it.
    """
    words = LANGUAGES[lang]
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        if len(start) == len(end) == len("2020"):
            return words.years.format(start, end)
        return words.span.format(time_in_words(start, lang), time_in_words(end, lang))
    found = _PRECISE.fullmatch(edtf)
    if found is None:
        return edtf
    year, month, day = found.groups()
    if month is None:
        return words.year.format(year)
    name = words.month_names[int(month) - 1]
    if day is None:
        return words.month.format(year, name)
    if deadline and int(day) == calendar.monthrange(int(year), int(month))[1]:
        if month == "12":
            return words.end_of_year.format(year)
        return words.end_of_month.format(words.month.format(year, name))
    return words.day.format(year, name, int(day))


def _grouped(number: int, words: Words) -> str:
    return f"{number:,}".replace(",", words.thousands)


def _how_many(claim: Claim, words: Words) -> str:
    if claim.count == 0 and claim.count_high is None and claim.comparator is Comparator.EXACT:
        return words.none
    number = _grouped(claim.count, words)
    if claim.count_high is not None:
        number = f"{number}–{_grouped(claim.count_high, words)}"
    amount = words.comparators[claim.comparator].format(number)
    single = claim.count == 1 and claim.count_high is None
    return (words.one if single else words.many).format(amount)


def _stars(claim: Claim, words: Words) -> str:
    stars = claim.stars
    if claim.potential5 and stars == (5,):
        return words.potential
    said = _star_classes(stars, words)
    return f"{said} ({words.potential_too})" if claim.potential5 else said


def _star_classes(stars: tuple[int, ...], words: Words) -> str:
    if not stars:
        return ""
    low, high = stars[0], stars[-1]
    if stars == (3, 4, 5):
        return words.stars_up.format(low)
    if len(stars) == 1:
        return (words.one_star if low == 1 else words.stars).format(low)
    if len(stars) == high - low + 1:
        return words.stars.format(words.star_range.format(low, high))
    return words.stars.format(words.star_list.join(str(star) for star in stars))
