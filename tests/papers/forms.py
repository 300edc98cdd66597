"""The formats: what makes each, what it needs, which papers it can hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from papers.leaves import mapped
from papers.letter import annex_leaves, decision_leaves, leaves
from papers.render import encodings, fonts, pdf, programs, scans, sheets, web, word
from papers.render.scrambled import scrambled
from papers.render.zips import zip_of
from papers.truth import TestPaper


@dataclass(frozen=True, slots=True)
class Form:
    """A format: how files end, what makes the bytes of a paper, what the machine needs.

    ``annex_only`` files hold the annexes alone: no decision can be read from them.
    """

    suffix: str
    make: Callable[[TestPaper], bytes]
    needs_font: bool = False
    annex_only: bool = False
    scan: bool = False
    old_letters: bool = False


ROUGH = scans.Scanner(dpi=200, skew=1.6)
FINE = scans.Scanner(dpi=300, skew=0.9, blur=0.8)


def _docx(paper: TestPaper) -> bytes:
    return word.to_docx(leaves(paper))


def _tracked(paper: TestPaper) -> bytes:
    """With what Word leaves in its files: a struck number, automatic numbers, a text box."""
    return word.to_docx(
        leaves(paper),
        automatic_numbers=True,
        deleted="Công nhận 99 sản phẩm OCOP đạt 5 sao. ",
        boxed="BẢN SAO",
    )


def _xlsx_hidden(paper: TestPaper) -> bytes:
    """With a hidden sheet that tells another number, and a date kept as a number."""
    parts = annex_leaves(paper)
    draft = mapped(parts, lambda text: text.replace("3", "8").replace("4 sao", "2 sao"))
    return sheets.to_xlsx(parts, hidden=draft, day=paper.date)


def _html(paper: TestPaper) -> bytes:
    return web.to_html(leaves(paper), title=paper.title)


def _portal(paper: TestPaper) -> bytes:
    name = f"Cổng thông tin điện tử {paper.province or 'Chính phủ'}"
    return web.to_html(leaves(paper), title=paper.title, portal=name)


def _decomposed(paper: TestPaper) -> bytes:
    parts = mapped(leaves(paper), lambda text: unicodedata.normalize("NFD", text))
    return web.to_html(parts, title=unicodedata.normalize("NFD", paper.title))


def _pdf(paper: TestPaper) -> bytes:
    return pdf.to_pdf(leaves(paper))


def _scan(scanner: scans.Scanner) -> Callable[[TestPaper], bytes]:
    def make(paper: TestPaper) -> bytes:
        pages = scans.scan(_pdf(paper), scanner, f"{paper.key}/{scanner.dpi}")
        return scans.to_image_pdf(pages, scanner)

    return make


def _png(paper: TestPaper) -> bytes:
    pages = scans.scan(pdf.to_pdf(annex_leaves(paper)[1:]), FINE, f"{paper.key}/png")
    return scans.to_png(pages[0], FINE)


def _tiff(paper: TestPaper) -> bytes:
    return scans.to_tiff(scans.scan(_pdf(paper), ROUGH, f"{paper.key}/tiff"), ROUGH)


def _mixed(paper: TestPaper) -> bytes:
    return scans.mixed(_pdf(paper), _scan(FINE)(paper))


def _image_docx(paper: TestPaper) -> bytes:
    return scans.to_image_docx(scans.scan(_pdf(paper), FINE, f"{paper.key}/docx"), FINE)


def _zip(paper: TestPaper) -> bytes:
    return zip_of(
        {
            "quyet-dinh.docx": word.to_docx(decision_leaves(paper)),
            "danh-sach.xlsx": sheets.to_xlsx(annex_leaves(paper)),
        }
    )


FORMS: dict[str, Form] = {
    "docx": Form("docx", _docx),
    "docx-tracked": Form("docx", _tracked),
    "xlsx": Form("xlsx", lambda paper: sheets.to_xlsx(annex_leaves(paper)), annex_only=True),
    "xlsx-hidden": Form("xlsx", _xlsx_hidden, annex_only=True),
    "xls": Form("xls", lambda paper: sheets.to_xls(annex_leaves(paper)), annex_only=True),
    "ods": Form("ods", lambda paper: sheets.to_ods(annex_leaves(paper)), annex_only=True),
    "html": Form("html", _html),
    "html-portal": Form("html", _portal),
    "html-nfd": Form("html", _decomposed),
    "html-tcvn3": Form(
        "html",
        lambda paper: web.to_html(leaves(paper), title=paper.title, encode=encodings.tcvn3),
        old_letters=True,
    ),
    "html-vni": Form(
        "html",
        lambda paper: web.to_html(
            leaves(paper), title=paper.title, encode=encodings.vni, charset="windows-1252"
        ),
        old_letters=True,
    ),
    "docx-tcvn3": Form(
        "docx", lambda paper: word.to_docx(leaves(paper), encode=encodings.tcvn3), old_letters=True
    ),
    "docx-vni": Form(
        "docx", lambda paper: word.to_docx(leaves(paper), encode=encodings.vni), old_letters=True
    ),
    "docx-sans": Form("docx", lambda paper: word.to_docx(leaves(paper), font="DejaVu Serif")),
    "zip": Form("zip", _zip),
    "pdf": Form("pdf", _pdf, needs_font=True),
    "pdf-scrambled": Form("pdf", lambda paper: scrambled(_pdf(paper)), needs_font=True),
    "pdf-mixed": Form("pdf", _mixed, needs_font=True, scan=True),
    "scan-200": Form("pdf", _scan(ROUGH), needs_font=True, scan=True),
    "scan-300": Form("pdf", _scan(FINE), needs_font=True, scan=True),
    "png": Form("png", _png, needs_font=True, scan=True, annex_only=True),
    "tiff": Form("tiff", _tiff, needs_font=True, scan=True),
    "docx-image": Form("docx", _image_docx, needs_font=True, scan=True),
}
OFFICE = {
    "doc": ("docx", "doc"),
    "rtf": ("docx", "rtf"),
    "odt": ("docx", "odt"),
    "pdf-office": ("docx-sans", "pdf"),
    "pdf-fallback": ("docx", "pdf"),
}
"""Made by LibreOffice: from which format, to which. In ``pdf-fallback`` the font is Times: where
a machine lacks it, LibreOffice itself scrambles the accents."""

SHORT = 30
"""Rows of the longest annex that is scanned."""


def suffix(form: str) -> str:
    """The end of the names of its files."""
    return OFFICE[form][1] if form in OFFICE else FORMS[form].suffix


def is_scan(form: str) -> bool:
    """Whether words come from pictures."""
    return form in FORMS and FORMS[form].scan


def annex_only(form: str) -> bool:
    """Whether the decision itself is not in the file."""
    return form in FORMS and FORMS[form].annex_only


def missing(form: str) -> str:
    """What this machine lacks for ``form``, or nothing."""
    if form in OFFICE:
        return "" if programs.office() else programs.MISSING
    return fonts.MISSING if FORMS[form].needs_font and not fonts.installed() else ""


def fits(paper: TestPaper, form: str) -> bool:
    """Whether ``paper`` can be a file of this format."""
    if form in OFFICE:
        return True
    known = FORMS[form]
    if (known.annex_only or form == "zip") and not _has_table(paper):
        return False
    if known.old_letters and any("★" in annex.star_form for annex in paper.annexes):
        return False
    if form == "png" and (len(paper.entries()) > 16 or len(paper.annexes) > 1):
        return False  # the picture holds one page
    return not known.scan or len(paper.entries()) <= SHORT


def _has_table(paper: TestPaper) -> bool:
    return bool(paper.annexes) and not any(annex.listed for annex in paper.annexes)
