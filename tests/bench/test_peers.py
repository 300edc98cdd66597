"""The baseline reads what it says it reads, and days are invented only where they are."""

import pytest

from bench.accuracy.dates import is_invented
from bench.peers import patterns
from bench.report import BEGIN, END, Table, write
from extract.documents.plain import from_text
from extract.model import Kind, SourceInfo

SOURCE = SourceInfo(name="Báo Hà Nam", type="newspaper", province="Hà Nam")


def bare(text):
    document = from_text(text, document_id="t", published="2022-03-04", source=SOURCE)
    return [(c.place.name, c.count, c.stars, c.kind) for c in patterns.read(document).claims]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Tỉnh có 1.245 sản phẩm OCOP, trong đó 12 sản phẩm 4 sao.",
            [
                ("Hà Nam", 1245, (3, 4, 5), Kind.CUMULATIVE),
                ("Hà Nam", 12, (4,), Kind.CUMULATIVE),
            ],
        ),
        (
            "Huyện được công nhận 7 sản phẩm OCOP từ 3 sao trở lên.",
            [("Hà Nam", 7, (3, 4, 5), Kind.NEW)],
        ),
        ("Gian hàng bán 40 sản phẩm gốm.", []),
    ],
)
def test_bare_patterns_read_what_they_can(text, claims):
    assert bare(text) == claims


@pytest.mark.parametrize(
    ("printed", "day", "invented"),
    [
        ("ngày 7/5/2018", "2018-05-07", False),
        ("năm 2019", "2019-06-21", True),
        ("1 năm", "2018-06-21", True),
        ("hết năm 2020", "2020-12-31", False),
        ("năm 2020", "2020-12-31", True),
        ("trước ngày 15/11/2019", "2019-11-14", False),
        ("hôm qua", "2022-03-03", False),
        ("tháng 7/2021", "2021-07-31", True),
    ],
)
def test_a_day_that_nobody_printed_is_invented(printed, day, invented):
    assert is_invented(printed, day) is invented


def test_a_page_keeps_its_words_around_the_tables(tmp_path):
    page = tmp_path / "peers.md"
    page.write_text(f"above\n{BEGIN}\nold\n{END}\nbelow\n", "utf-8")
    table = Table("Pace", ("work", "ratio"), "a note")
    table.add("a|b", "2")
    table.add_missing("gone")
    write(page, [table], "a machine")
    text = page.read_text("utf-8")
    assert text.startswith(f"above\n{BEGIN}")
    assert text.endswith(f"{END}\nbelow\n")
    assert "| a\\|b | 2 |" in text
    assert "| gone | not installed |" in text
    assert "old" not in text


def test_a_page_without_marks_is_refused(tmp_path):
    page = tmp_path / "peers.md"
    page.write_text("no marks", "utf-8")
    with pytest.raises(ValueError, match="measured"):
        write(page, [], "")
