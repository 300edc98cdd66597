"""A recogniser learns its lessons, gives the same weights again, and is scored by what it hits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.documents.plain import from_text
from extract.model import Label
from extract.ner.names import find_names, from_bytes, to_bytes
from ocop.train.hits import Hits, count, left_out, scores
from ocop.train.recogniser import Recipe, find, fit
from ocop.train.spans import Labelled, Line

TEXTS = {
    "one": [
        "1 | [P:Trà đinh Khe Mát] | [R:HTX Khe Mát] | 86,5",
        "Điều 2. Giấy chứng nhận có giá trị 36 tháng.",
    ],
    "two": ["2 | [P:Miến dong Việt Hòa] | [R:HTX Việt Hòa] | 79,25", "Cộng: 02 sản phẩm."],
    "three": ["3 | [P:Na bở La Hiên] | [R:HTX La Hiên] | 74,5", "TT | Tên sản phẩm | Chủ thể"],
}
LABELS = {"P": Label.PRODUCT, "R": Label.PRODUCER}
SHORT = Recipe(epochs=60, rate=0.01, dropout=0.0, words=60)


def line_of(document: str, marked: str) -> Line:
    text, spans = "", []
    for part in marked.replace("]", "[").split("["):
        if part[1:2] == ":":
            spans.append(Labelled(len(text), len(text) + len(part) - 2, LABELS[part[0]]))
            part = part[2:]
        text += part
    return Line(document, 0, text, tuple(spans))


@pytest.fixture(scope="module")
def lines():
    return [line_of(name, text) for name, texts in TEXTS.items() for text in texts]


@pytest.fixture(scope="module")
def trained(lines):
    return fit(lines, SHORT, {"inputs": "three"})


def test_it_learns_its_lessons(lines, trained) -> None:
    assert find(trained, lines) == [line.spans for line in lines]


def test_the_same_lessons_and_seed_give_the_same_bytes(lines, trained) -> None:
    assert to_bytes(fit(lines, SHORT, {"inputs": "three"})) == to_bytes(trained)
    assert to_bytes(fit(lines, replace(SHORT, seed=1), {"inputs": "three"})) != to_bytes(trained)


def test_what_is_written_can_be_read_again_and_says_what_it_learned_from(lines, trained) -> None:
    again = from_bytes(to_bytes(trained))
    assert find(again, lines) == find(trained, lines)
    assert again.meta["ocop"]["inputs"] == "three"
    assert again.meta["ocop"]["recipe"]["epochs"] == SHORT.epochs
    assert len(to_bytes(trained)) < 2 * 2**20


def test_names_are_mentions_at_their_offsets(lines, trained) -> None:
    document = from_text("Danh sách\n" + "\n".join(line.text for line in lines), document_id="d")
    mentions = find_names(document, trained)
    assert [m.span.text for m in mentions if m.label is Label.PRODUCER] == [
        "HTX Khe Mát",
        "HTX Việt Hòa",
        "HTX La Hiên",
    ]
    for mention in mentions:
        assert document.text[mention.span.start : mention.span.end] == mention.span.text


def test_no_recogniser_saw_the_fold_that_it_is_asked_about(lines, monkeypatch) -> None:
    seen = []

    def spy(learned, recipe, meta=None):
        seen.append({line.document for line in learned})
        return fit(learned, replace(recipe, epochs=1))

    monkeypatch.setattr("ocop.train.hits.fit", spy)
    read = left_out(lines, [["one"], ["two", "three"]], SHORT)
    assert seen == [{"two", "three"}, {"one"}]
    assert [line for line, _ in read] == lines
    assert {label: hits.labelled for label, hits in scores(read).items()} == {
        Label.PRODUCT: 3,
        Label.PRODUCER: 3,
    }


def test_hits_to_the_letter_and_by_overlap() -> None:
    line = line_of("d", "[P:gạo VD20] và [P:trà An Thái]")
    gold = line.spans[0]
    longer = replace(gold, end=gold.end + 3)
    other = replace(line.spans[1], label=Label.PRODUCER)
    hits = count([line], [(longer, other)], [Label.PRODUCT])[Label.PRODUCT]
    assert hits == Hits(labelled=2, found=1, exact=0, met=1, meeting=1)
    assert hits.f1 == 0.0
    assert hits.overlap == pytest.approx(2 / 3)
