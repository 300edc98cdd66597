"""A row becomes a source; a wrong one is named with its line and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.sources import COLUMNS, SourcesError, Status, load_sources


def test_a_row_becomes_a_source(
    tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> None:
    source = load_sources(write_sources(tmp_path / "s.csv", good_row))["bao_a"]
    assert source.feed == ("https://baoa.vn/rss", "https://baoa.vn/ocop.rss")
    assert (source.province_code, source.regime, source.delay) == ("08", 63, 3.0)
    assert source.article_pattern is not None
    assert source.article_pattern.search("/kinh-te/ocop-12.html")
    assert (source.host, source.status) == ("baoa.vn", Status.ACTIVE)
    assert source.tag == ("https://baoa.vn/tag/ocop",)
    assert source.selectors == {"title": "h1.ten", "body": "#noi-dung, .bai"}
    assert source.file_hosts == ("files.baoa.vn",)
    assert str(source.hours) == "22:00-05:00"
    assert source.expected_per_month == 4.5
    assert (source.since, source.checked) == ("2019", "2026-09-23")


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("id", "Báo A", "use small letters"),
        ("publisher", "", "publisher is empty"),
        ("evidence", " ", "evidence is empty"),
        ("province_code", "99", "'99' is no GSO code in the map of 63"),
        ("province_code", "8", "'8' is no GSO code"),
        ("regime", "64", "use 63"),
        ("regime", "34 ", ""),  # blanks are no error: 08 is Tuyên Quang in both maps
        ("regime", "", "use 63"),
        ("kind", "blog", "kind 'blog' is not known: use one of newspaper"),
        ("status", "alive", "status 'alive' is not known: use one of active"),
        ("portal", "drupal", "portal 'drupal' is not known"),
        ("portal", "nuke_viet", "did you mean 'nukeviet'?"),
        ("feed_proof", "sure", "feed_proof 'sure' is not known"),
        ("feed_proof", "", "fill both or none"),
        ("feed", "", "fill both or none"),
        ("home", "baoa.vn", "is no http address"),
        ("home", "ftp://baoa.vn", "is no http address"),
        ("home", "http://[", "is no http address"),
        ("home", "http://baoa.vn:99999/", "is no http address"),
        ("listing", "https://baoa.vn/<slug>", "is no http address"),
        (
            "listing",
            "https://baoa.vn/a https://baoa.vn/a",
            "listing names 'https://baoa.vn/a' twice",
        ),
        ("tag", "/tag/ocop", "tag '/tag/ocop' is no http address"),
        ("search", "https://baoa.vn/tim?q=", "write {words} where the words go"),
        ("search", "https://baoa.vn/{page}", "write {words} where the words go"),
        ("search", "https://baoa.vn/{words}/{trang}", "no other braces"),
        ("search", "/tim?q={words}", "is no http address"),
        ("search", "https://{words}.vn/", "the host may not vary"),
        ("selectors", "h1.ten", "write name=CSS"),
        ("selectors", "title=", "write name=CSS"),
        ("selectors", "heading=h1", "'heading' is not known: use one of article, title"),
        ("selectors", "title=h1; title=h2", "title is there twice"),
        ("selectors", "title=h1[", "is no CSS selector"),
        ("selectors", "title=h1::colour", "is no CSS selector"),
        ("selectors", "title=h1,", "is no CSS selector"),
        ("selectors", "title=:is(h1, h2)", "is no CSS selector"),
        ("file_hosts", "https://files.baoa.vn/", "write only its name"),
        ("file_hosts", "localhost", "is no name of a host"),
        ("hours", "22-5", "hours '22-5': write a window as 22:00-05:00"),
        ("hours", "24:00-05:00", "write a window"),
        ("hours", "05:00-05:00", "holds no time"),
        ("expected_per_month", "many", "is no number"),
        ("expected_per_month", "0", "use a number above 0"),
        ("expected_per_month", "inf", "use a number above 0"),
        ("since", "23.9.2026", "since '23.9.2026' is no date"),
        ("checked", "2026-02-30", "checked '2026-02-30' is no date"),
        ("checked", "2018-01", "since 2019 is after checked 2018-01"),
        ("status", "moved", "status is moved, successor is empty"),
        ("article_pattern", "(", "is no regular expression"),
        ("charset", "utf-9", "charset 'utf-9' is not known"),
        ("delay", "1", "use 3 to 600 seconds"),
        ("delay", "nan", "use 3 to 600 seconds"),
        ("delay", "soon", "is no number"),
        ("successor", "bao_b", "successor 'bao_b' is not in the file"),
        ("successor", "bao_a", "leads in a circle"),
    ],
)
def test_a_wrong_cell_is_named(
    tmp_path: Path,
    column: str,
    value: str,
    message: str,
    good_row: dict[str, str],
    write_sources: Callable[..., Path],
) -> None:
    path = write_sources(tmp_path / "s.csv", {**good_row, column: value})
    if not message:
        assert load_sources(path)
        return
    with pytest.raises(SourcesError) as error:
        load_sources(path)
    assert str(error.value).startswith("s.csv line 2: ")
    assert message in str(error.value)


def test_every_wrong_row_is_named_at_once(
    tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> None:
    rows = [
        {**good_row, "kind": "blog"},
        good_row,
        {**good_row, "id": "bao_b", "delay": "0"},
        good_row,
    ]
    with pytest.raises(SourcesError) as error:
        load_sources(write_sources(tmp_path / "s.csv", *rows))
    assert [problem[:12] for problem in error.value.problems] == [
        "s.csv line 2",
        "s.csv line 4",
        "s.csv line 5",
    ]
    assert "is also in line 3" in error.value.problems[2]


def test_a_line_is_counted_with_breaks_in_cells(
    tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> None:
    rows = [{**good_row, "note": "two\nlines"}, {**good_row, "id": "bao_b", "kind": "x"}]
    with pytest.raises(SourcesError, match="line 4: kind"):
        load_sources(write_sources(tmp_path / "s.csv", *rows))


def test_columns_are_checked(tmp_path: Path, write_sources: Callable[..., Path]) -> None:
    path = write_sources(tmp_path / "s.csv", columns=(*COLUMNS[1:], "colour"))
    with pytest.raises(SourcesError, match="unknown column 'colour'") as error:
        load_sources(path)
    assert "column 'id' is missing" in str(error.value)
    (tmp_path / "empty.csv").touch()
    with pytest.raises(SourcesError, match="is missing"):
        load_sources(tmp_path / "empty.csv")


def test_a_ragged_row_is_named(
    tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> None:
    path = write_sources(tmp_path / "s.csv", good_row)
    with path.open("a") as file:
        file.write("bao_b,Báo B\n")
    with pytest.raises(SourcesError, match="line 3: the row has not 26 cells"):
        load_sources(path)


def test_a_file_that_is_no_table_is_named(
    tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> None:
    with pytest.raises(SourcesError, match=r"none\.csv cannot be read \(No such file"):
        load_sources(tmp_path / "none.csv")
    path = write_sources(tmp_path / "s.csv", good_row)
    path.write_bytes(
        path.read_bytes().replace("Báo A".encode(), "Báo A".encode("cp1258", "replace"))
    )
    with pytest.raises(SourcesError, match="save the file as UTF-8"):
        load_sources(path)
    path.write_text(f'{",".join(COLUMNS)}\n"bao_a" x,')
    with pytest.raises(SourcesError, match=r'line 2: .*put " around cells with commas'):
        load_sources(path)


def test_a_column_is_there_once(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text(",".join((*COLUMNS, "note")))
    with pytest.raises(SourcesError, match="column 'note' is there twice"):
        load_sources(tmp_path / "s.csv")


def test_one_front_page_is_one_source(
    tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> None:
    path = write_sources(tmp_path / "s.csv", good_row, {**good_row, "id": "bao_b"})
    with pytest.raises(SourcesError, match=r"is also in line 2 \(bao_a\): make one row of both"):
        load_sources(path)


def test_empty_cells_are_nothing(
    tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> None:
    needed = ("id", "publisher", "kind", "home", "delay", "status", "evidence")
    bare = {column: good_row[column] if column in needed else "" for column in COLUMNS}
    source = load_sources(write_sources(tmp_path / "s.csv", bare))["bao_a"]
    assert (source.province, source.hours, source.expected_per_month) == (None, None, None)
    assert (source.feed, source.listing, source.tag, source.file_hosts) == ((), (), (), ())
    assert (source.selectors, source.article_pattern, source.portal) == ({}, None, "")
