"""The tables of old encodings against the published ones."""

import csv
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from oldwriting import tcvn3, viscii, vni, windows_1258

from extract.documents.legacy import codes as module
from extract.documents.legacy.codes import code_named, codes

TABLE = Path(module.__file__).with_name("letters.csv").read_text("utf-8")
ROWS = list(csv.DictReader(TABLE.splitlines()))
BYTES: dict[str, Callable[[str], bytes]] = {
    "tcvn3": lambda letter: tcvn3(letter).encode("cp1252"),
    "vni": lambda letter: vni(letter).encode("cp1252"),
    "viscii": viscii,
    "windows1258": windows_1258,
}


def test_all_letters_of_the_language_are_there_once() -> None:
    letters = {row["letter"] for row in ROWS}
    shapes = "aăâeêioôơuưy"
    toned = {
        unicodedata.normalize("NFC", shape + tone)
        for shape in shapes
        for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    }
    lower = {letter for letter in toned if not letter.isascii()} | {"đ"}
    assert len(ROWS) == len(letters) == 134
    assert letters == lower | {letter.upper() for letter in lower}


@pytest.mark.parametrize(
    ("name", "letters"), [("tcvn3", 74), ("vni", 134), ("viscii", 134), ("windows1258", 134)]
)
def test_how_many_letters_each_has(name: str, letters: int) -> None:
    written = [row[name] for row in ROWS if row[name]]
    assert len(written) == len(set(written)) == letters


@pytest.mark.parametrize("name", list(BYTES))
def test_each_letter_is_written_as_the_standard_says(name: str) -> None:
    for row in ROWS:
        if row[name]:
            assert bytes.fromhex(row[name]) == BYTES[name](row["letter"]), row["letter"]


@pytest.mark.parametrize("code", codes(), ids=lambda code: code.name)
def test_letters_are_read_back(code: module.Code) -> None:
    for row in ROWS:
        written = BYTES[code.name](row["letter"]).decode("latin-1")
        letter = row["letter"] if row[code.name] else row["letter"].lower()
        assert code.read(written) == letter
        private = "".join(chr(0xF000 + ord(sign)) for sign in written)
        assert code.read(private) == letter


def test_a_mark_that_no_vowel_bears_does_not_eat_letters() -> None:
    assert code_named("vni").read("iø b\xf9 \xf1i") == "iø b\xf9 đi"
