"""What the reader is given, and where its answers stand in the labelled text."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, replace

import pytest

from extract.model import Claim, FoundBy, Kind, Level, Place, Published, Reading, Span
from ocop.evaluate import evaluate, predict
from ocop.evaluate.predict import Unlabelled


def test_labels_are_never_handed_to_the_reader(gold, page, claim, paper) -> None:
    text = "Nghệ An công nhận 48 sản phẩm OCOP theo Quyết định 279/QĐ-UBND."
    labelled = page(
        text,
        [claim(48, "48 sản phẩm", kind="expired", as_of="1999")],
        [paper("LABEL-NUMBER", "279/QĐ-UBND", date="1999")],
        traps=["LABEL-TRAP"],
        basis="https://label.example",
        kind="teaser",
    )
    seen = []

    def reader(document):
        seen.append(document)
        return Reading(document)

    documents = gold(labelled)
    predict(documents, reader, jobs=1)
    (document,) = seen
    assert document.id == "doc"
    assert document.text == text
    assert document.title == "Sản phẩm OCOP"
    assert document.published == Published("2022-01-28", FoundBy.GIVEN)
    assert document.source == documents[0].source
    shown = repr(document)
    assert not any(word in shown for word in ("LABEL", "label.example", "1999", "expired"))
    allowed = {"id", "title", "text", "published", "source"}
    assert {field.name for field in fields(Unlabelled)} == allowed


def test_offsets_lead_back_to_the_labelled_text(gold, page, claim, reader) -> None:
    text = unicodedata.normalize(
        "NFD", "Tỉnh  Nghệ\u200b An\u00a0 có\r\n\t48  sản phẩm, 9 sản phẩm  \nHết."
    )
    quote = unicodedata.normalize("NFD", "48  sản phẩm")
    documents = gold(page(text, [claim(48, quote)]))
    said = [claim(48, "48 sản phẩm"), claim(9, "9 sản phẩm")]
    (prediction,) = predict(documents, reader(said), jobs=1)
    assert prediction.failure is None
    for found in prediction.claims:
        assert text[found.start : found.end] == found.quote
    assert [c.quote for c in prediction.claims] == [
        quote,
        unicodedata.normalize("NFD", "9 sản phẩm"),
    ]
    assert prediction.claims[0].start == documents[0].claims[0].start


def test_a_reader_that_breaks_costs_one_document(gold, page, claim, reader) -> None:
    claims = [claim(48, "48 sản phẩm")]
    text = "Có 48 sản phẩm."
    works = reader(claims)

    def breaks(document):
        if document.id == "bad":
            raise LookupError("no such place")
        return works(document)

    documents = gold(page(text, claims, id="bad"), page(text, claims, id="good"))
    predictions = predict(documents, breaks, jobs=1)
    found = evaluate(documents, predictions)
    assert [p.id for p in predictions] == ["bad", "good"]
    ((document, failure),) = found.failures
    assert document == "bad"
    assert "LookupError: no such place" in failure
    assert "test_predict.py:" in failure
    assert (found.strict.gold, found.strict.right) == (2, 1)


def test_a_span_that_does_not_hold_its_text_is_a_failure(gold, page) -> None:
    def reader(document):
        place = Place(Level.PROVINCE, "Nghệ An")
        good = Claim(document.id, place, 48, (3, 4, 5), Kind.NEW, quote=document.span(3, 5))
        return Reading(document, claims=(good, replace(good, quote=Span(3, 5, "84"))))

    (prediction,) = predict(gold(page("Có 48 sản phẩm.")), reader, jobs=1)
    assert len(prediction.claims) == 2
    assert "1 spans do not hold their text" in (prediction.failure or "")


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_number_of_processes_changes_nothing(gold, page, claim, jobs) -> None:
    text = "Nghệ An công nhận {} sản phẩm OCOP đạt 3 sao theo Quyết định số {}/QĐ-UBND."
    documents = gold(*(page(text.format(n, n), id=f"doc-{n}") for n in range(10, 25)))
    assert predict(documents, jobs=jobs) == predict(documents, jobs=1)
