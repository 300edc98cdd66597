"""What is true of a test paper: the paper itself, the rows of its annexes, what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.model import Act, Group, Kind, Level, Maker


@dataclass(frozen=True, slots=True)
class Entry:
    """A product as an annex prints it, and what a reader should make of it.

    ``name``, ``producer`` and ``address`` are printed as they stand. ``commune`` and
    ``district`` are printed with their kind ("xã Tân Tiến"), empty where the paper has none.
    ``note`` is printed in a column of notes. ``doubts`` name what is wrong with the row on
    purpose; a reader has to send it to review.
    """

    name: str
    producer: str
    maker: Maker = Maker.OTHER
    village: str = ""
    commune: str = ""
    district: str = ""
    province: str = ""
    group: Group | None = None
    score: float | None = None
    stars: int | None = None
    potential5: bool = False
    standing: Kind = Kind.NEW
    stars_before: int | None = None
    number: str = ""
    note: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A number of products that the text tells."""

    count: int
    stars: tuple[int, ...]
    kind: Kind = Kind.NEW
    potential5: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an annex: its heads from the top, what its cells hold, its share of width."""

    heads: tuple[str, ...]
    holds: str
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of an annex under a head ("I", "Sản phẩm hạng 4 sao"); ``under`` are deeper heads.

    Without text the rows stand under no head. ``apart`` says that the head is a paragraph
    over a table of its own, not a row of the table.
    """

    label: str = ""
    text: str = ""
    entries: tuple[Entry, ...] = ()
    under: tuple[Section, ...] = ()
    apart: bool = False

    def all_entries(self) -> Iterator[Entry]:
        """The rows of this section and of those under it, in the order of print."""
        yield from self.entries
        for section in self.under:
            yield from section.all_entries()


@dataclass(frozen=True, slots=True)
class Annex:
    """A list that goes with a paper. ``merged`` columns hold one cell for rows that agree.

    With ``listed`` the rows are sentences of that pattern, and there is no table. A list of
    other things than products has ``products`` False.
    """

    heading: tuple[str, ...]
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    merged: tuple[str, ...] = ()
    column_numbers: bool = False
    total: str = ""
    notes: tuple[str, ...] = ()
    star_form: str = "{} sao"
    score_form: str = "{:.1f}"
    address_form: str = "{village}{commune}, {district}"
    landscape: bool = True
    products: bool = True
    listed: str = ""

    def entries(self) -> tuple[Entry, ...]:
        """The rows in the order of print; none in a list of other things."""
        if not self.products:
            return ()
        return tuple(entry for section in self.sections for entry in section.all_entries())


@dataclass(frozen=True, slots=True)
class TestPaper:
    """An official paper of ours, and what is true of it.

    ``number`` is in full ("1234/QĐ-UBND"), ``date`` a day. ``unit`` is the bare name of the
    unit that the issuer governs. ``preamble`` are the lines between title and articles.
    ``faults`` name what is wrong with the paper on purpose. ``rows_known`` is False where a
    table repeats products of another paper, so that its rows are nobody's truth.
    """

    __test__ = False

    key: str
    number: str
    date: str
    issuer: str
    level: Level
    unit: str
    province: str
    act: Act
    title: str
    articles: tuple[str, ...]
    regime: int = 63
    above: str = ""
    seat: str = ""
    authority: str = ""
    preamble: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ("Như Điều 3;", "Lưu: VT, NN.")
    on_behalf: str = "TM. ỦY BAN NHÂN DÂN"
    office: str = "CHỦ TỊCH"
    signer: str = ""
    period: str | None = None
    round: int | None = None
    bases: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    told: tuple[Told, ...] = ()
    faults: tuple[str, ...] = ()
    rows_known: bool = True

    def entries(self) -> tuple[Entry, ...]:
        """The products of all annexes, in the order of print."""
        return tuple(entry for annex in self.annexes for entry in annex.entries())


@dataclass(frozen=True, slots=True)
class News:
    """A report about a paper of ours; ``differs`` where its count is not that of the paper."""

    key: str
    about: str
    date: str
    site: str
    headline: str
    lead: str
    paragraphs: tuple[str, ...]
    told: tuple[Told, ...]
    differs: bool = False
