"""The loader of labelled documents accepts nothing doubtful."""

from __future__ import annotations

import json

import pytest

from extract.model import Kind, Level, Role, SourceInfo
from ocop.evaluate import GoldError, load

TEXT = "Nghệ An có 48 sản phẩm, theo Quyết định 279/QĐ-UBND."


@pytest.fixture
def good(page, claim, paper):
    return page(TEXT, [claim(48, "48 sản phẩm")], [paper("279/QĐ-UBND", "279/QĐ-UBND")])


def test_a_document_is_loaded_as_it_is_written(write, good) -> None:
    path = write("", good)
    (document,) = load([path])
    assert (document.id, document.file, document.line) == ("doc", str(path), 2)
    assert document.source == SourceInfo("Báo Nghệ An", "newspaper", "Nghệ An")
    (claim,) = document.claims
    assert (claim.level, claim.kind, claim.stars) == (Level.PROVINCE, Kind.NEW, (3, 4, 5))
    assert TEXT[claim.start : claim.end] == "48 sản phẩm"
    assert document.decisions[0].role is Role.RECOGNITION


def test_a_folder_means_its_files_and_each_file_counts_once(write, good) -> None:
    second = write({**good, "id": "b"}, name="b.jsonl")
    first = write({**good, "id": "a"}, name="a.jsonl")
    (second.parent / "notes.txt").write_text("not labels")
    assert [d.id for d in load([first.parent, second])] == ["a", "b"]


def test_a_line_separator_inside_a_text_does_not_end_the_line(write, good) -> None:
    text = TEXT + "\u2028Hết."
    assert load([write(json.dumps({**good, "text": text}, ensure_ascii=False))])[0].text == text


BAD_CLAIMS = [
    ({"kind": "newish"}, "kind must be one of"),
    ({"comparator": None}, "comparator must be a text"),
    ({"count": "48"}, "count must be a whole number"),
    ({"count": True}, "count must be a whole number"),
    ({"stars": []}, "stars must be"),
    ({"stars": [3, 6]}, "stars must be"),
    ({"potential5": 0}, "potential5 must be true or false"),
    ({"as_of": "31/12/2022"}, "as_of must be an EDTF"),
    ({"as_of": "2022-13"}, "as_of must be an EDTF"),
    ({"start": 12}, "is not at 12; it stands at 11"),
    ({"quote": "49 sản phẩm"}, "it stands nowhere"),
    ({"remark": "?"}, "unknown key remark"),
    ({"place": {"level": "province", "name": "Nghệ An", "regime": 63}}, "province is missing"),
    (
        {"place": {"level": "city", "name": None, "province": None, "regime": 63}},
        "level must be one of",
    ),
    (
        {"place": {"level": "nation", "name": None, "province": None, "regime": 61}},
        "regime must be one of",
    ),
]


@pytest.mark.parametrize(("change", "message"), BAD_CLAIMS)
def test_bad_claims_are_named_with_file_and_line(write, good, change, message) -> None:
    bad = {**good, "id": "bad", "claims": [{**good["claims"][0], **change}]}
    path = write(good, bad)
    with pytest.raises(GoldError) as caught:
        load([path])
    assert str(caught.value).startswith(f"{path}:2: document.claims[0]")
    assert message in str(caught.value)


BAD_DOCUMENTS = [
    ({"kind": "blog"}, "kind must be one of"),
    ({"published": "yesterday"}, "published must be an EDTF"),
    ({"claims": None}, "claims must be a list"),
    ({"claims": ["48"]}, "claims[0]: must be a JSON object"),
    ({"traps": "money"}, "traps must be a list of texts"),
    ({"text": ""}, "text must be a text"),
    ({"labels": []}, "unknown key labels"),
    ({"source": {"name": "x", "type": "blog", "province": None}}, "type must be one of"),
]


@pytest.mark.parametrize(("change", "message"), BAD_DOCUMENTS)
def test_bad_documents_are_named_with_file_and_line(write, good, change, message) -> None:
    path = write({**good, **change})
    with pytest.raises(GoldError) as caught:
        load([path])
    assert str(caught.value).startswith(f"{path}:1: ")
    assert message in str(caught.value)


def test_lines_that_are_no_objects_are_errors(write) -> None:
    for line, message in (("{", "not JSON"), ("[]", "must be a JSON object")):
        with pytest.raises(GoldError, match=message):
            load([write(line)])


def test_an_id_must_not_come_twice(write, good) -> None:
    path = write(good, good)
    with pytest.raises(GoldError, match=r"gold\.jsonl:2: the id 'doc' was used before, at .*:1"):
        load([path])


def test_nothing_to_load_is_an_error(write, tmp_path) -> None:
    with pytest.raises(GoldError, match="no such file"):
        load([tmp_path / "missing.jsonl"])
    with pytest.raises(GoldError, match=r"no \*\.jsonl"):
        load([tmp_path])
    with pytest.raises(GoldError, match="no labelled document"):
        load([write("")])
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes(b"{\xe1}")
    with pytest.raises(GoldError, match="UTF-8"):
        load([latin])
