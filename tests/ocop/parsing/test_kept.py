"""What was read once is not read again, unless it might be read otherwise."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from ocop.parsing import Allowance, Parser, kept, parse, version
from ocop.parsing.children import Answer
from ocop.parsing.recognised import LARGEST, Recognised

pytestmark = [pytest.mark.usefixtures("children"), pytest.mark.xdist_group("children")]


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    return tmp_path / "outputs"


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Payloads that were given to a child."""
    given: list[bytes] = []
    read_in_child = parse.read_in_child

    def counted(payload: bytes, *rest: object) -> Answer:
        given.append(payload)
        return read_in_child(payload, *rest)

    monkeypatch.setattr(parse, "read_in_child", counted)
    return given


PAYLOAD = "GIF8say đã đọc".encode()


def entries(outputs: Path, folder: str = parse.PARSED) -> list[Path]:
    return [path for path in (outputs / folder).rglob("*") if path.is_file()]


def test_a_payload_is_read_once_for_all_its_addresses(outputs: Path, readings: list[bytes]) -> None:
    parser = Parser(outputs=outputs)
    first = parser.parse(PAYLOAD, document_id="a", url="https://baonghean.vn/x.gif")
    second = parser.parse(PAYLOAD, document_id="b", url="https://baohagiang.vn/y.gif")
    assert len(readings) == 1
    assert first.source.province == "Nghệ An"
    assert (second.id, second.url) == ("b", "https://baohagiang.vn/y.gif")
    assert second.source.province == "Hà Giang"
    same = Parser(outputs=outputs).parse(PAYLOAD, document_id="a", url="https://baonghean.vn/x.gif")
    assert same == first
    (entry,) = entries(outputs)
    assert b"baonghean" not in gzip.decompress(entry.read_bytes())


def test_a_problem_is_kept_and_told_at_each_address(outputs: Path) -> None:
    parser = Parser(outputs=outputs)
    for url in ("https://a.vn/x", "https://b.vn/y"):
        (issue,) = parser.parse(b"GIF8refuse ", document_id=url, url=url).issues
        assert (issue.code, issue.where, issue.document_id) == ("encrypted", url, url)
    assert len(entries(outputs)) == 1


def test_without_a_folder_nothing_is_kept(tmp_path: Path, readings: list[bytes]) -> None:
    for _ in range(2):
        Parser().parse(PAYLOAD, document_id="a")
    assert len(readings) == 2


def test_other_allowances_read_anew_and_replace_what_was_kept(
    outputs: Path, readings: list[bytes]
) -> None:
    Parser(outputs=outputs).parse(PAYLOAD, document_id="a")
    Parser(Allowance(seconds=99), outputs).parse(PAYLOAD, document_id="a")
    fewer = replace(Allowance().limits, pages=3)
    Parser(Allowance(limits=fewer), outputs).parse(PAYLOAD, document_id="a")
    assert len(readings) == 3
    assert len(entries(outputs)) == 1


def test_a_program_that_is_installed_later_reads_anew_what_waited(
    outputs: Path, readings: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    parser = Parser(outputs=outputs)
    for done in (1, 1):
        parser.parse(PAYLOAD, document_id="a")
        assert len(readings) == done
    (programs / "tesseract").write_text("#!/bin/sh\n", encoding="ascii")
    (programs / "tesseract").chmod(0o755)
    for done in (2, 2):
        parser.parse(PAYLOAD, document_id="a")
        assert len(readings) == done
    (programs / "tesseract").write_text("#!/bin/sh\nexit 0\n", encoding="ascii")
    parser.parse(PAYLOAD, document_id="a")
    assert len(readings) == 3


@pytest.mark.parametrize("part", ["_code", "_libraries"])
def test_other_code_and_other_libraries_are_another_version(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = version.version(Allowance())
    assert version.version(Allowance()) == before
    monkeypatch.setattr(version, part, lambda: "other")
    assert version.version(Allowance()) != before


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[:-1],
        lambda whole: b"\0" * len(whole),
        lambda whole: whole[:40] + bytes([whole[40] ^ 255]) + whole[41:],
        lambda whole: gzip.compress(gzip.decompress(whole).partition(b"\n")[0] + b"\n{}"),
        lambda whole: gzip.compress(
            gzip.decompress(whole).replace(b'"text":"', b'"text":"x', 1)[:-2]
        ),
    ],
)
def test_a_damaged_entry_is_read_and_written_anew(
    damage, outputs: Path, readings: list[bytes]
) -> None:
    parser = Parser(outputs=outputs)
    first = parser.parse(PAYLOAD, document_id="a")
    (entry,) = entries(outputs)
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    assert parser.parse(PAYLOAD, document_id="a") == first
    assert len(readings) == 2
    assert entry.read_bytes() == whole


def test_what_another_try_may_not_meet_is_not_kept(outputs: Path) -> None:
    parser = Parser(Allowance(seconds=1.0), outputs)
    for payload, code in ((b"GIF8signal 9", "reader_died"), (b"GIF8spin ", "too_slow")):
        assert parser.parse(payload, document_id="a").issues[0].code == code
    assert entries(outputs) == []
    assert parser.parse(b"GIF8eat ", document_id="a").issues[0].code == "too_much_memory"
    assert len(entries(outputs)) == 1


def test_a_folder_that_cannot_be_written_costs_only_the_keeping(
    outputs: Path, readings: list[bytes]
) -> None:
    outputs.mkdir()
    for name in (parse.PARSED, parse.RECOGNISED):
        (outputs / name).write_text("a file where the folder should be", encoding="utf-8")
    for _ in range(2):
        document = Parser(outputs=outputs).parse(PAYLOAD, document_id="a")
        assert document.text == "đã đọc"
    assert len(readings) == 2
    assert Parser(outputs=outputs).parse(b"GIF8memo x", document_id="a").text == "known None"


def test_an_entry_that_unpacks_without_end_is_none(
    outputs: Path, readings: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    parser = Parser(outputs=outputs)
    parser.parse(PAYLOAD, document_id="a")
    monkeypatch.setattr(kept, "LARGEST", 10)
    parser.parse(PAYLOAD, document_id="a")
    assert len(readings) == 2


def test_what_was_recognised_is_known_to_every_later_version(outputs: Path) -> None:
    assert Parser(outputs=outputs).parse(b"GIF8memo x", document_id="a").text == "known None"
    later = Parser(Allowance(seconds=99), outputs)
    assert later.parse(b"GIF8memo y", document_id="a").text == "known b'x'"


def test_the_memory_of_recognised_pages_is_by_key_and_bounded(tmp_path: Path) -> None:
    memory = Recognised(tmp_path / "pages")
    for key in ("a", "../b", "c" * 999, "trang 1"):
        assert memory.get(key) is None
        memory.put(key, key.encode())
    assert memory.get("../b") == b"../b"
    assert memory.get("a") == b"a"
    assert not (tmp_path / "b").exists()
    memory.put("a", b"x" * (LARGEST + 1))
    assert memory.get("a") == b"a"
    assert not [*tmp_path.rglob("*.new")]


def test_kept_entries_are_json(outputs: Path, readings: list[bytes]) -> None:
    Parser(outputs=outputs).parse(PAYLOAD, document_id="a")
    (entry,) = entries(outputs)
    first, _, rest = gzip.decompress(entry.read_bytes()).partition(b"\n")
    assert first.decode() == version.version(Allowance())
    assert json.loads(rest)["text"] == "đã đọc"
