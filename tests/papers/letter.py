"""From a paper to leaves: letterhead, title, bases, articles, signature, annexes."""

from __future__ import annotations

from collections.abc import Iterator

from papers.annexes import leaves_of
from papers.leaves import Box, Grid, Leaf, NewPage, Words
from papers.truth import TestPaper

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def leaves(paper: TestPaper) -> tuple[Leaf, ...]:
    """The whole paper."""
    return (*_decision(paper), *(leaf for a in paper.annexes for leaf in leaves_of(a)))


def annex_leaves(paper: TestPaper) -> tuple[Leaf, ...]:
    """The annexes alone."""
    return tuple(leaf for annex in paper.annexes for leaf in leaves_of(annex))


def decision_leaves(paper: TestPaper) -> tuple[Leaf, ...]:
    """The paper without its annexes."""
    return tuple(_decision(paper))


def date_in_words(day: str) -> str:
    """ "2022-01-05" as letterheads print it: days and the months 1 and 2 have two digits."""
    year, month, date = day.split("-")
    return f"ngày {date} tháng {month if int(month) < 3 else int(month)} năm {year}"


def slashed(day: str) -> str:
    """ "2022-01-05" as sentences print it."""
    return "/".join(reversed(day.split("-")))


def number_line(paper: TestPaper) -> str:
    return f"Số: {paper.number}"


def date_line(paper: TestPaper) -> str:
    return f"{paper.seat}, {date_in_words(paper.date)}"


def _decision(paper: TestPaper) -> Iterator[Leaf]:
    above = f"{paper.above}\n" if paper.above else ""
    yield Grid(
        rows=(
            (
                Box(above + paper.issuer, bold=True, align="center"),
                Box(NATION, bold=True, align="center"),
            ),
            (
                Box(number_line(paper), align="center"),
                Box(date_line(paper), italic=True, align="center"),
            ),
        ),
        widths=(0.42, 0.58),
        ruled=False,
    )
    yield Words(_type_line(paper), "center", bold=True)
    yield Words(paper.title, "center", bold=True)
    if paper.authority:
        yield Words(paper.authority, "center", bold=True)
    for line in paper.preamble:
        yield Words(line, "justify", italic=line.startswith("Căn cứ"))
    if "/QĐ-" in paper.number:
        yield Words("QUYẾT ĐỊNH:", "center", bold=True)
    for article in paper.articles:
        for line in article.split("\n"):
            yield Words(line, "justify")
    yield _signature(paper)


def _type_line(paper: TestPaper) -> str:
    kinds = {"QĐ": "QUYẾT ĐỊNH", "KH": "KẾ HOẠCH", "TB": "THÔNG BÁO", "TTr": "TỜ TRÌNH"}
    return kinds[paper.number.split("/")[1].split("-")[0]]


def _signature(paper: TestPaper) -> Grid:
    recipients = "\n".join(("Nơi nhận:", *(f"- {line}" for line in paper.recipients)))
    signed = f"{paper.on_behalf}\n{paper.office}\n\n\n{paper.signer}"
    return Grid(
        rows=((Box(recipients), Box(signed, bold=True, align="center")),),
        widths=(0.5, 0.5),
        ruled=False,
    )


def has_landscape(parts: tuple[Leaf, ...]) -> bool:
    """Whether a page lies."""
    return any(isinstance(part, NewPage) and part.landscape for part in parts)
