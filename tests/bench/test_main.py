"""The command: one table or all, progress beside the tables, pages of one run."""

import pytest

from bench import __main__ as bench
from bench.report import BEGIN, END, Table


@pytest.fixture
def measured(monkeypatch, tmp_path):
    """Stands for measuring: tables of one row, and two pages to write."""
    asked = []

    def table(name):
        def measure(documents, say):
            asked.append((name, len(documents)))
            say(f"measuring {name}")
            made = Table(name.title(), ("work", "figure"), read="7 documents")
            made.add(name, "1")
            return made

        return measure

    pages = {"peers": tmp_path / "peers.md", "papers": tmp_path / "decisions.md"}
    for page in pages.values():
        page.write_text(f"words\n{BEGIN}\n{END}\n", "utf-8")
    monkeypatch.setattr(bench, "TABLES", {name: table(name) for name in ("claims", "papers")})
    monkeypatch.setattr(bench, "PAGE", pages["peers"])
    monkeypatch.setattr(bench, "OWN_PAGES", {"papers": pages["papers"]})
    monkeypatch.setattr(bench.texts, "ROOT", tmp_path)
    monkeypatch.setattr(bench.texts, "labelled", list)
    return asked, pages


def test_only_measures_one_table_and_says_so_beside_it(measured, capsys) -> None:
    asked, _ = measured
    bench.main(["--only", "claims"])
    assert asked == [("claims", 0)]
    shown = capsys.readouterr()
    assert "0:00 claims: measuring claims" in shown.err
    assert "Read: 7 documents" in shown.out
    assert "measuring" not in shown.out


def test_a_run_writes_each_table_where_it_belongs(measured) -> None:
    _, pages = measured
    bench.main(["--write"])
    peers, papers = (pages[name].read_text("utf-8") for name in ("peers", "papers"))
    assert "### Claims\n\nRead: 7 documents.\n\n| work | figure |" in peers
    assert "### Papers" in papers
    assert "### Papers" not in peers
    assert "minutes on" in peers


def test_one_table_of_a_page_is_not_written(measured, capsys) -> None:
    with pytest.raises(SystemExit):
        bench.main(["--only", "claims", "--write"])
    assert "of one run" in capsys.readouterr().err
