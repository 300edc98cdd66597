"""Words in pieces in papers: joined in their runs, which stay where they are."""

from hypothesis import given
from hypothesis import strategies as st
from oldwriting import cut_up
from papers.collection import papers
from papers.leaves import mapped
from papers.letter import leaves
from papers.render import word

from extract.documents.legacy.papers import mend_paper
from extract.documents.load import load
from extract.documents.paper import Cell, Paper, Paragraph, Row, Run
from extract.model import Origin

CUT = "Quyế t đị nh về việ c công nhậ n sả n phẩ m"


def runs(*texts: str) -> tuple[Run, ...]:
    return tuple(Run(text, Origin(page=page)) for page, text in enumerate(texts, start=1))


def texts(found: tuple[Run, ...]) -> list[str]:
    return [run.text for run in found]


def test_a_word_that_goes_on_in_the_next_run_is_written_where_it_begins() -> None:
    paper = Paper((Paragraph(runs(CUT)), Paragraph(runs("xã Phú Thị", "nh, hu", "yệ", "n Lụ c"))))
    parts = mend_paper(paper).parts
    assert isinstance(parts[0], Paragraph)
    assert isinstance(parts[1], Paragraph)
    assert texts(parts[0].runs) == ["Quyết định về việc công nhận sản phẩm"]
    assert texts(parts[1].runs) == ["xã Phú Thịnh,", "huyện", "", "Lục"]
    assert [run.origin.page for run in parts[1].runs] == [1, 2, 3, 4]


def test_a_merged_cell_stays_one_and_issues_tell_of_it() -> None:
    cell = Cell(runs("sả n phẩ m"))
    paper = mend_paper(Paper((Paragraph(runs(CUT)), Row((cell, Cell())), Row((cell, Cell())))))
    first, second = paper.parts[1], paper.parts[2]
    assert isinstance(first, Row)
    assert isinstance(second, Row)
    assert first.cells[0] is second.cells[0]
    assert texts(first.cells[0].runs) == ["sản phẩm"]
    assert [issue.code for issue in paper.issues] == ["split_syllables"]


def test_a_paper_whose_words_are_whole_is_not_touched() -> None:
    paper = Paper((Paragraph(runs("điểm c khoản 2", "n")), Paragraph(runs("xã A"))))
    assert mend_paper(paper) is paper


def test_misread_letters_of_a_paper_are_read_again() -> None:
    misread = "Quảng Trị công nhận 12 sản phẩm".encode().decode("cp1252", "ignore")
    paper = mend_paper(Paper((Paragraph(runs(misread, "Café, Größe")),)))
    part = paper.parts[0]
    assert isinstance(part, Paragraph)
    assert texts(part.runs)[0].startswith("Quảng Trị công nhận 12 sản")
    assert texts(part.runs)[1] == "Café, Größe"
    assert [issue.code for issue in paper.issues] == ["repaired_encoding"]


@given(st.lists(st.text("nsảạc phẩm1 ", max_size=6), max_size=8))
def test_no_letter_is_lost_between_runs(pieces: list[str]) -> None:
    paper = mend_paper(Paper((Paragraph(runs(CUT)), Paragraph(runs(*pieces)))))
    part = paper.parts[1]
    assert isinstance(part, Paragraph)
    assert len(part.runs) == len(pieces)
    assert "".join(texts(part.runs)).replace(" ", "") == "".join(pieces).replace(" ", "")


def test_a_word_file_in_pieces_reads_as_its_twin() -> None:
    paper = next(paper for paper in papers().values() if 5 < len(paper.entries()) < 20)
    parts = leaves(paper)
    clean = load(word.to_docx(parts), document_id="d")
    cut = load(word.to_docx(mapped(parts, cut_up)), document_id="d")
    assert "split_syllables" in {issue.code for issue in cut.issues}
    whole = clean.text.split()
    same = sum(a == b for a, b in zip(whole, cut.text.split(), strict=False))
    assert same / len(whole) > 0.99
