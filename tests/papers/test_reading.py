"""Test papers through the front door: rows, cells, decisions, claims, acts, by format.

The figures asked for are those that a table of sums can rest on: in formats that hold text
every row is found and at least 99.5 % of the cells of product, producer and star are right;
in scans at 200 to 300 dpi at least 98 % of the rows have their star, and a row with a wrong
star never goes without a doubt.
"""

from __future__ import annotations

from functools import cache

import pytest

from extract.model import Act
from papers import build
from papers.chosen import CONVERTED, FEW, SCANS, SHEETS, TEXT, TWINS, forms, keys
from papers.collection import papers, reports
from papers.forms import fits, missing
from papers.measure import FACTS, Result, measure, reading_of
from papers.render import web


@cache
def result(form: str) -> Result:
    """The measure of a format over the papers that tests read in it."""
    return measure(form, [paper for key, paper in papers().items() if key in keys(form)])


def read_as(found: Result) -> list[str]:
    """Papers that recognise nothing and were read as recognition."""
    return [key for key, mark in found.marks.items() if mark.read_as]


def notes(found: Result) -> str:
    """What was wrong, for the message of a failure."""
    told = [f"{key}: {note}" for key, mark in found.marks.items() for note in mark.notes]
    return "\n".join(told[:40])


@pytest.mark.parametrize("form", forms("rows", *TEXT, *SHEETS, *CONVERTED, *TWINS))
def test_every_row_is_found_and_its_cells_are_right(form):
    if missing(form):
        pytest.skip(missing(form))
    found = result(form)
    assert found.sum("rows") > 0
    assert found.sum("found") == found.sum("rows"), notes(found)
    assert found.sum("extra") == 0, notes(found)
    assert found.cells() >= 0.995, notes(found)
    assert found.share("standings") >= 0.995, notes(found)


@pytest.mark.parametrize("form", forms("facts", *TEXT, *CONVERTED, *TWINS))
def test_number_day_issuer_level_and_act_are_right_on_every_paper(form):
    if missing(form):
        pytest.skip(missing(form))
    found = result(form)
    for fact in FACTS:
        right, whole = found.facts(fact)
        assert whole > 0
        assert right == whole, notes(found)


@pytest.mark.parametrize("form", forms("acts", *TEXT, *SHEETS, *CONVERTED, *TWINS))
def test_nothing_else_is_read_as_recognition(form):
    """A revocation, a list of participants, files sent up, a council, a plan."""
    if missing(form):
        pytest.skip(missing(form))
    found = result(form)
    assert found.facts("act")[0] == found.facts("act")[1], notes(found)
    assert found.sum("found") > 0
    assert not [key for key in read_as(found) if papers()[key].act is not Act.AMENDS], notes(found)


@pytest.mark.parametrize("form", forms("amended", "html", "docx"))
def test_amendments_are_not_read_as_recognition(form):
    found = result(form)
    assert not [key for key in read_as(found) if papers()[key].act is Act.AMENDS], notes(found)


@pytest.mark.parametrize("form", forms("claims", "html", "docx"))
def test_what_the_text_tells_becomes_claims_and_nothing_untrue_does(form):
    found = result(form)
    assert found.share("told_found", "told") >= 0.98, notes(found)
    assert found.sum("told_wrong") == 0, notes(found)


@pytest.mark.parametrize("form", forms("faults", "html", "docx"))
def test_faults_of_a_paper_are_noticed(form):
    """Heads, numbering, scores and repeated rows that cannot be right."""
    found = result(form)
    assert found.sum("faults") >= 5
    assert not [fault for mark in found.marks.values() for fault in mark.unnoticed]


@pytest.mark.parametrize("form", forms("twins", *TWINS))
def test_claims_are_those_of_the_clean_twin(form):
    if missing(form):
        pytest.skip(missing(form))
    clean = "pdf" if form.startswith("pdf") else "docx" if form.startswith("docx") else "html"
    chosen = [papers()[key] for key in FEW if fits(papers()[key], form)]
    build.prepare(chosen, form)
    read = 0
    for paper in chosen:
        key = paper.key
        twin = reading_of(build.built(paper, form), key)
        original = reading_of(build.built(paper, clean), key)
        assert [c.meaning() for c in twin.claims] == [c.meaning() for c in original.claims], key
        read += len(original.claims)
    assert read > 20


@pytest.mark.parametrize("form", forms("scans", *SCANS))
def test_scans_have_rows_and_stars_and_send_doubtful_rows_to_review(form):
    if missing(form):
        pytest.skip(missing(form))
    found = result(form)
    assert found.sum("rows") > 0
    assert found.share("found") >= 0.98, notes(found)
    assert found.sum("extra") == 0, notes(found)
    assert found.share("stars") >= 0.98, notes(found)
    assert found.likeness() >= 0.97, notes(found)
    assert found.sum("hidden_stars") == 0, notes(found)
    assert not [key for key, mark in found.marks.items() if mark.read_as], notes(found)


@pytest.mark.parametrize("key", sorted(reports()))
def test_a_report_tells_its_own_number(key):
    """It agrees with the decision or it does not: the reading says what is printed."""
    report = reports()[key]
    reading = reading_of(web.report(report), key)
    told = {(c.count, c.stars, c.kind) for c in reading.claims}
    assert {(t.count, t.stars, t.kind) for t in report.told} <= told
    number = papers()[report.about].number
    assert number in {claim.decision for claim in reading.claims}
    assert reading.decision is None or reading.decision.act is Act.OTHER
    assert not reading.products
