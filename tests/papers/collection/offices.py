"""Who issues papers: provinces, cities, districts, communes, ministries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.model import Act, Level
from papers.truth import Annex, Column, Section, TestPaper, Told
from papers.wording import attached, last, laws, named, request, rights


@dataclass(frozen=True, slots=True)
class Office:
    """An issuing body as its letterhead and its sentences name it."""

    issuer: str
    called: str
    level: Level
    unit: str
    province: str
    seat: str
    regime: int = 63
    asks: str = ""
    on_behalf: str = "TM. ỦY BAN NHÂN DÂN"
    authority: str = ""


def province(name: str, *, seat: str = "", regime: int = 63, broken: bool = True) -> Office:
    """A province (tỉnh); its letterhead may stand on two lines."""
    asks = "Nông nghiệp và Môi trường" if regime == 34 else "Nông nghiệp và Phát triển nông thôn"
    between = "\n" if broken else " "
    return Office(
        issuer=f"ỦY BAN NHÂN DÂN{between}TỈNH {name.upper()}",
        called=f"UBND tỉnh {name}",
        level=Level.PROVINCE,
        unit=name,
        province=name,
        seat=seat or name,
        regime=regime,
        asks=f"Giám đốc Sở {asks}",
        authority=f"ỦY BAN NHÂN DÂN TỈNH {name.upper()}",
    )


def city(name: str, *, regime: int = 63) -> Office:
    """A city under the centre (thành phố)."""
    asks = "Nông nghiệp và Môi trường" if regime == 34 else "Nông nghiệp và Phát triển nông thôn"
    return Office(
        issuer=f"UỶ BAN NHÂN DÂN\nTHÀNH PHỐ {name.upper()}",
        called=f"UBND thành phố {name}",
        level=Level.PROVINCE,
        unit=name,
        province=name,
        seat=name,
        regime=regime,
        asks=f"Giám đốc Sở {asks}",
        authority=f"CHỦ TỊCH UỶ BAN NHÂN DÂN THÀNH PHỐ {name.upper()}",
    )


def district(name: str, of: str, *, kind: str = "huyện", asks: str = "") -> Office:
    """A district, town or city under a province."""
    return Office(
        issuer=f"ỦY BAN NHÂN DÂN\n{kind.upper()} {name.upper()}",
        called=f"UBND {kind} {name}",
        level=Level.DISTRICT,
        unit=name,
        province=of,
        seat=name,
        asks=asks or "Trưởng phòng Nông nghiệp và Phát triển nông thôn",
        authority=f"ỦY BAN NHÂN DÂN {kind.upper()} {name.upper()}",
    )


def commune(name: str, of: str, *, kind: str = "xã") -> Office:
    """A commune of the new map."""
    return Office(
        issuer=f"ỦY BAN NHÂN DÂN\n{kind.upper()} {name.upper()}",
        called=f"UBND {kind} {name}",
        level=Level.COMMUNE,
        unit=name,
        province=of,
        seat=name,
        regime=34,
        asks="Trưởng phòng Kinh tế",
        authority=f"ỦY BAN NHÂN DÂN {kind.upper()} {name.upper()}",
    )


def ministry(name: str, code: str) -> Office:
    """A ministry; ``code`` is its abbreviation in numbers."""
    return Office(
        issuer=f"BỘ {name.upper()}",
        called=f"Bộ {name}",
        level=Level.NATION,
        unit="Việt Nam",
        province="",
        seat="Hà Nội",
        asks="Chánh Văn phòng Điều phối nông thôn mới Trung ương",
        on_behalf="KT. BỘ TRƯỞNG",
        authority=f"BỘ TRƯỞNG BỘ {name.upper()}",
        regime=34 if code == "BNNMT" else 63,
    )


def paper(
    key: str,
    number: str,
    date: str,
    office: Office,
    title: str,
    first: str,
    *,
    annexes: Sequence[Annex] = (),
    told: Sequence[Told] = (),
    bases: Sequence[str] | None = None,
    more_bases: Sequence[str] = (),
    asked: str = "",
    articles: Sequence[str] | None = None,
    act: Act = Act.RECOGNISES,
    signer: str = "",
    rank: str = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    valid: str = "36 tháng",
    period: str | None = None,
    round_: int | None = None,
    concerns: Sequence[str] = (),
    faults: Sequence[str] = (),
    rows_known: bool = True,
) -> TestPaper:
    """A paper of ``office`` whose first article is ``first``.

    ``articles`` are those after the first (None: certificates, and who carries it out);
    ``more_bases`` are further lines that name no paper that recognises.
    """
    lines = tuple(laws(date) if bases is None else bases)
    asks = (asked or request(office.asks, "118", date),) if office.asks else ()
    rest = (rights(valid), last(_doer(office))) if articles is None else tuple(articles)
    return TestPaper(
        key=key,
        number=number,
        date=date,
        issuer=office.issuer,
        level=office.level,
        unit=office.unit,
        province=office.province,
        act=act,
        title=title,
        articles=(first, *rest),
        regime=office.regime,
        seat=office.seat,
        authority=office.authority,
        preamble=(*lines, *more_bases, *asks),
        recipients=("Như Điều 3;", f"CT, các PCT {office.called};", "Lưu: VT, NN."),
        on_behalf=office.on_behalf,
        office=rank if office.level is not Level.NATION else "THỨ TRƯỞNG",
        signer=signer,
        period=period,
        round=round_,
        bases=named(lines),
        concerns=tuple(concerns),
        annexes=tuple(annexes),
        told=tuple(told),
        faults=tuple(faults),
        rows_known=rows_known,
    )


def _doer(office: Office) -> str:
    return "Bộ" if office.level is Level.NATION else office.called


def annex(
    number: str,
    date: str,
    office: Office,
    title: str,
    columns: Sequence[Column],
    *sections: Section,
    kicker: str = "Phụ lục",
    **more: object,
) -> Annex:
    """An annex with the usual three lines above it."""
    called = office.called.replace("UBND", "Ủy ban nhân dân")
    heading = (kicker, title, attached(number, date, called))
    made = Annex(heading, tuple(columns), tuple(sections))
    return replace(made, **more)  # type: ignore[arg-type]


def two(count: int) -> str:
    """A number as decisions print it: two digits at least."""
    return f"{count:02}"
