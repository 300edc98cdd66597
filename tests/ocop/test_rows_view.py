"""Rows of annexes on the screen and as JSON."""

import io
import json

import pytest
from products.annexes import PLAIN, RICE, TITLE, decision, document, row
from rich.console import Console, Group

from extract.model import Reading
from extract.products.doubts import DOUBTS
from extract.products.read import products_of
from extract.text.normalise import fold
from ocop.phrases import Lang
from ocop.records import reading_record
from ocop.row_wording import DOUBTS as WORDS
from ocop.rows_view import products_on_screen


def products():
    doc = document(TITLE, PLAIN, RICE, row("3", "Chè Sim", "HTX Sim", "xã Nghi Văn", "86", "3 sao"))
    return doc, products_of(doc, fold(doc.text), decision()).products


@pytest.mark.parametrize("lang", list(Lang))
def test_every_doubt_has_words(lang):
    assert set(WORDS[lang]) == set(DOUBTS)


@pytest.mark.parametrize(("lang", "gap"), [(Lang.EN, "missing"), (Lang.VI, "bị nhảy")])
def test_rows_and_their_doubts_are_shown(lang, gap):
    out = Console(file=io.StringIO(), width=160)
    out.print(Group(*products_on_screen(products()[1], lang)))
    shown = out.file.getvalue()
    assert "Gạo nếp Khe Sim" in shown
    assert "Nghi Lộc" in shown
    assert "? 2" in shown
    assert gap in shown


def test_rows_are_json_by_the_names_of_their_fields():
    doc, found = products()
    record = reading_record(Reading(doc, products=found))
    one = json.loads(json.dumps(record))["products"][0]
    assert (one["name"], one["stars"], one["standing"]) == ("Gạo nếp Khe Sim", 4, "new")
    assert one["evidence"][0]["role"] == "row"
