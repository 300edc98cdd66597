"""Files that break readers, each by its name: they cost themselves only, and say what to do.

Every one is read as ``ocop run`` reads it, in a child, by the real reader; the child's memory
is measured.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote

import pytest
from typer.testing import CliRunner

from extract.documents.kinds import sniff
from extract.model import Document
from ocop.cli import app
from ocop.parsing import Allowance, Parser
from ocop.parsing import parse as parsing
from ocop.parsing.children import Answer

CAP = 1 << 30
"""Bytes that a child may take here; half of what it may in a run."""
BASE = 300 << 20
"""Bytes that readers and their libraries hold before the first payload, at most."""


def _made() -> ModuleType:
    """The module with the files, which stands beside this one."""
    path = Path(__file__).with_name("hostile.py")
    spec = importlib.util.spec_from_file_location("hostile", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


made = _made()


@pytest.fixture
def survived(monkeypatch: pytest.MonkeyPatch):
    """Read a payload in a child, then a good one; the document and its codes."""
    answers: list[Answer] = []
    read_in_child = parsing.read_in_child

    def watched(*arguments: object) -> Answer:
        answers.append(read_in_child(*arguments))
        return answers[-1]

    monkeypatch.setattr(parsing, "read_in_child", watched)
    parser = Parser(Allowance(seconds=60, memory=CAP))

    def read(payload: bytes) -> tuple[Document, list[str]]:
        document = parser.parse(payload, document_id="d", url="https://a.gov.vn/x")
        assert answers[0].ended is not None
        assert answers[0].ended.peak < CAP + BASE
        for issue in document.issues:
            assert issue.where.startswith("https://a.gov.vn/x")
            assert issue.advice.endswith(".")
        good = parser.parse(made.GOOD_PDF, document_id="g")
        assert good.text == "Quyet dinh cong nhan 48 san pham OCOP"
        return document, [issue.code for issue in document.issues]

    return read


# PDF -------------------------------------------------------------------------


def test_stacked_flate_bomb(survived) -> None:
    document, codes = survived(made.stacked_flate_bomb())
    assert document.text == ""
    assert codes


def test_five_stacked_filters(survived) -> None:
    document, codes = survived(made.deep_flate_bomb())
    assert document.text == ""
    assert codes


def test_xref_loop(survived) -> None:
    document, codes = survived(made.xref_loop())
    assert document.text == "xin chao"
    assert codes == []


def test_page_tree_loop(survived) -> None:
    document, codes = survived(made.page_tree_loop())
    assert document.text == ""
    assert codes == ["damaged"]


def test_10_000_pages(survived) -> None:
    document, codes = survived(made.many_pages(10_000))
    assert codes == ["too_many_pages"]
    assert document.text == ""


def test_a_page_of_200_by_200_inches(survived) -> None:
    box = b"0 0 14400 14400"
    document, codes = survived(made.pdf(made.one_page(made.said("xin chao"), media_box=box)))
    assert document.text == "xin chao"
    assert codes == []


def test_a_blank_page_of_200_by_200_inches(survived) -> None:
    box = b"0 0 14400 14400"
    document, codes = survived(made.pdf(made.one_page(made.stream(b""), media_box=box)))
    assert document.text == ""
    assert codes


def test_a_page_that_is_a_picture_of_a_thousand_million_pixels(survived) -> None:
    _, codes = survived(made.huge_picture_in_pdf())
    assert codes == ["too_many_pixels"]


def test_encrypted_with_a_password_to_open(survived) -> None:
    document, codes = survived(made.locked(owner="chủ", user="đọc"))
    assert document.text == ""
    assert codes == ["encrypted"]


def test_encrypted_with_a_password_of_the_owner_only(survived) -> None:
    """Anyone may read it; only changing and printing are locked (ISO 32000-1, 7.6.3)."""
    document, codes = survived(made.locked(owner="chủ", user=""))
    assert document.text == "Quyet dinh cong nhan 48 san pham OCOP"
    assert codes == []


@pytest.mark.parametrize("kept", [20, 300])
def test_truncated(survived, kept: int) -> None:
    document, codes = survived(made.GOOD_PDF[:kept])
    assert document.text == ""
    assert codes == ["damaged"]


def test_truncated_behind_its_last_page(survived) -> None:
    """Only where the table of places stands is gone: nothing of the text is lost."""
    document, _ = survived(made.GOOD_PDF[: made.GOOD_PDF.index(b"startxref")])
    assert document.text == "Quyet dinh cong nhan 48 san pham OCOP"


def test_polyglot_of_pdf_and_zip(survived) -> None:
    """It is what it begins with, so that everyone sees one and the same document."""
    archive = made.zipped({"a.txt": "Có 99 sản phẩm OCOP."})
    both, _ = survived(made.GOOD_PDF + archive)
    assert both.media_type == "application/pdf"
    assert "99" not in both.text


def test_polyglot_of_zip_and_pdf(survived) -> None:
    archive = made.zipped({"a.txt": "Có 99 sản phẩm OCOP."})
    both, _ = survived(archive + made.GOOD_PDF)
    assert both.media_type == "application/zip"
    assert "48" not in both.text


# Office ----------------------------------------------------------------------


def test_xlsx_zip_bomb(survived) -> None:
    document, codes = survived(made.sheet_bomb())
    assert codes == ["too_much_output"]
    assert document.text == ""


def test_1_048_576_blank_rows(survived) -> None:
    document, codes = survived(made.blank_rows())
    assert "Danh sách sản phẩm" in document.text
    assert codes == []


@pytest.mark.parametrize("payload", [made.laughing_letter(), made.laughing_workbook()])
def test_billion_laughs(survived, payload: bytes) -> None:
    document, codes = survived(payload)
    assert document.text == ""
    assert codes == ["damaged"]


def test_a_doc_that_is_garbage(survived) -> None:
    document, codes = survived(made.garbage_doc())
    assert document.text == ""
    assert codes == ["damaged"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice)")
def test_an_rtf_that_is_garbage(survived) -> None:
    """LibreOffice starts, within the limits of the child, and says what it makes of it."""
    document, codes = survived(b"{\\rtf1\\ansi " + b"{\\b " * 3000 + b"\\bin9999999999 x")
    assert document.media_type == "application/rtf"
    assert codes or document.text


# Pictures and archives -------------------------------------------------------


def test_a_picture_of_50_000_by_50_000(survived) -> None:
    document, codes = survived(made.huge_png())
    assert document.text == ""
    assert codes == ["too_many_pixels"]


def test_a_bomb_in_an_archive_costs_itself(survived) -> None:
    payload = made.zipped(
        {
            "bom.xlsx": made.sheet_bomb(),
            "ảnh.png": made.huge_png(8_000),
            "khóa.pdf": made.locked(owner="chủ", user="đọc"),
            "tốt.pdf": made.GOOD_PDF,
        }
    )
    document, codes = survived(payload)
    assert "48 san pham OCOP" in document.text
    assert codes[0] == "too_much_output"
    assert codes[-1] == "encrypted"


def test_a_reader_without_its_program_waits(
    survived, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    from ocop.parsing import children

    children.close()
    _, codes = survived(b"{\\rtf1\\ansi xin chao}")
    children.close()
    assert codes == ["needs_program"]


def test_every_file_here_is_one_that_a_child_reads() -> None:
    payloads = [made.GOOD_PDF, made.laughing_letter(), made.laughing_workbook(), made.garbage_doc()]
    assert all(sniff(payload) for payload in payloads)


# The run ---------------------------------------------------------------------


def test_a_run_over_all_of_them_reads_the_good_and_tells_of_the_others(tmp_path: Path) -> None:
    """In processes, twice: the second run reads none of them again and gives the same."""
    bad = {
        "khóa.pdf": made.locked(owner="chủ", user="đọc"),
        "cắt.pdf": made.GOOD_PDF[:300],
        "bom.xlsx": made.sheet_bomb(),
        "cười.docx": made.laughing_letter(),
        "rác.doc": made.garbage_doc(),
        "to.png": made.huge_png(8_000),
        "nhiều.pdf": made.many_pages(601),
    }
    folder = tmp_path / "given"
    folder.mkdir()
    for name, payload in bad.items():
        (folder / name).write_bytes(payload)
    (folder / "tốt.pdf").write_bytes(made.GOOD_PDF)
    news = "Đến nay, tỉnh Nghệ An có 48 sản phẩm OCOP đạt 3 sao trở lên."
    (folder / "tin.txt").write_text(f"Nghệ An\n\n15/12/2020\n\n{news}\n", encoding="utf-8")
    space = tmp_path / "space"
    arguments = ("-w", str(space), "--json", "--quiet", "-j", "2")
    runs = [CliRunner().invoke(app, ["run", *more, *arguments]) for more in ([str(folder)], [])]
    first, second = (json.loads(run.stdout) for run in runs)
    assert [run.exit_code for run in runs] == [3, 3]
    assert first["documents"] == len(bad) + 2
    assert first["claims"] >= 1
    lost = {Path(unquote(issue["where"])).name: issue for issue in first["lost"]}
    assert set(lost) == set(bad)
    assert all(issue["advice"] for issue in lost.values())
    assert lost["khóa.pdf"]["code"] == "encrypted"
    assert {key: first[key] for key in ("lost", "claims", "issues_by_code", "table")} == {
        key: second[key] for key in ("lost", "claims", "issues_by_code", "table")
    }
    assert len([*(space / "outputs" / ".parsed").rglob("*.json.gz")]) == len(bad) + 1
