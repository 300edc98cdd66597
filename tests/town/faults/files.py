"""Attachments that are not what they say. Switch them on for the file's address."""

from __future__ import annotations

import io
import zipfile

from town.faults.codings import BLOCK, SIZE
from town.faults.fault import Fault, Ordinary
from town.papers import TYPES
from town.wire import Answer, Request, page


class PageAsPdf(Fault):
    """A page with 200 under the address of a PDF: no ``%PDF-``, no attachment."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The page, called a PDF."""
        return page("<html><body>Tệp không tồn tại</body></html>", kind=TYPES["pdf"])


class CutPdf(Fault):
    """Half of a PDF, honestly announced: told as broken, asked again later."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Without the table of objects."""
        answer = ordinary()
        return answer.but(body=answer.body[: len(answer.body) // 2], etag="")


class ZipBomb(Fault):
    """A workbook that unpacks to ``size`` bytes: stopped at the cap of whoever opens it."""

    def __init__(self, size: int = SIZE) -> None:
        self.size = size

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Blanks as a sheet."""
        out = io.BytesIO()
        with (
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
            package.open("xl/worksheets/sheet1.xml", "w") as sheet,
        ):
            for _ in range(self.size // BLOCK):
                sheet.write(b" " * BLOCK)
        return Answer(out.getvalue(), kind=TYPES["xlsx"])


class LaughingDocx(Fault):
    """A billion laughs in ``word/document.xml``: no memory may be spent on them."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """The text is the entity."""
        entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
        text = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><document>&a9;</document>'
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(zipfile.ZipInfo("word/document.xml"), text)
        return Answer(out.getvalue(), kind=TYPES["docx"])


class EscapingName(Fault):
    """``Content-Disposition`` with a path and a line break in the name: never a file name."""

    def answer(self, request: Request, ordinary: Ordinary) -> Answer:
        """Up and out."""
        name = 'attachment; filename="../../../../etc/cron.d/ocop"'
        return ordinary().with_headers(("Content-Disposition", name))
