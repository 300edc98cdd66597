"""Days: those that the labels tell and the text prints, and those that nobody printed.

A labelled day (of a decision, or the ``as_of`` of a claim) counts when its day and month
stand in the text. A day that a reader gives is *invented* when the words that it names
as its source print no such day: "năm 2019" is no 21 June. The end of a month or year is
no invention where the words say so ("hết năm 2020"), nor is the day of publication, nor
a day counted from it ("hôm qua").
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bench.peers import dates
from bench.report import Say, Table
from bench.texts import Sample
from extract.mentions.dates import Anchors, DateValue, Shape, complete, find_dates, resolve
from extract.text.normalise import fold, normalise
from ocop.evaluate import GoldDocument

_END = re.compile(r"hết|cuối|trước|hạ tuần")
_FROM_PAGE = re.compile(
    r"hôm|(?:ngày|tuần) (?:mai|trước|qua|tới|sau)|(?:sáng|chiều|tối) (?:qua|mai|kia)"
)
_IN_WORDS = re.compile(r"mùng|mồng|ngày (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)")


@dataclass(slots=True)
class Tally:
    """Days found and missed, given and invented."""

    labelled: int = 0
    found: int = 0
    given: int = 0
    invented: int = 0

    def add(self, document: GoldDocument, said: Sequence[dates.Found]) -> None:
        """Count one document."""
        labelled = labelled_days(document)
        days = [(printed, day) for printed, day in said if len(day) == 10]
        self.labelled += len(labelled)
        self.found += len(labelled & {day for _, day in days})
        self.given += len(days)
        self.invented += sum(
            day != document.published and is_invented(fold(printed), day) for printed, day in days
        )


def measure(sample: Sample, say: Say) -> Table:
    """Compare ocop's dates with dateparser's."""
    table = Table(
        "Days",
        ("reader", "labelled days", "found", "share", "days given", "invented"),
        "*Labelled*: distinct days of decisions and claims whose day and month the text prints. "
        "*Invented*: days given for words that print no day.",
        read=sample.told,
    )
    searches = dates.load()
    names = ("dateparser search_dates", "dateparser search_dates, with its periods")
    readers: list[tuple[str, dates.Search]] = [("ocop", ocop_dates)]
    readers += list(zip(names, searches, strict=True)) if searches else []
    for name, search in readers:
        say(name)
        tally = Tally()
        for document in sample.read:
            tally.add(document, search(document.text, document.published))
        share = f"{tally.found / tally.labelled:.2f}"
        table.add(
            name,
            *(f"{n:,}" for n in (tally.labelled, tally.found)),
            share,
            f"{tally.given:,}",
            f"{tally.invented:,}",
        )
    if not searches:
        table.add_missing(names[0])
    return table


def ocop_dates(text: str, published: str | None) -> list[dates.Found]:
    """Dates as ocop's rules read them, completed from the day of publication."""
    text = normalise(text).text
    anchors = Anchors(published)
    found = []
    for mention in find_dates(text, fold(text)):
        value = mention.value
        assert isinstance(value, DateValue)
        if value.shape in (Shape.NOW, Shape.RELATIVE):
            day = resolve(value, anchors)
        else:
            day = complete(value, anchors).edtf
        if day is not None:
            found.append((mention.span.text, day.split("/")[-1]))
    return found


def labelled_days(document: GoldDocument) -> set[str]:
    """The days of a document's labels that its text prints."""
    told = [claim.as_of for claim in document.claims] + [p.date for p in document.decisions]
    folded = fold(document.text)
    return {day for day in told if day and len(day) == 10 and _is_printed(day, folded)}


def _is_printed(day: str, folded: str) -> bool:
    number, month = int(day[8:]), int(day[5:7])
    return bool(
        re.search(rf"(?<!\d)0?{number}(?: ?[/.-] ?| tháng )0?{month}(?!\d)", folded, re.ASCII)
    )


def is_invented(printed: str, day: str) -> bool:
    """Whether these (folded) words print neither this day nor a way to it."""
    number = int(day[8:])
    if _IN_WORDS.search(printed) or _prints(printed, number):
        return False
    if "trước" in printed and _prints(printed, number + 1):
        return False
    last = calendar.monthrange(int(day[:4]), int(day[5:7]))[1]
    if number == last and _END.search(printed):
        return False
    return not _FROM_PAGE.search(printed)


def _prints(printed: str, number: int) -> bool:
    return bool(re.search(rf"(?<!\d)0?{number}(?!\d)", printed))
