"""The papers themselves: consistent, deterministic, of every kind that the measure needs."""

from __future__ import annotations

import pytest

from extract.model import Act, Kind, Level
from papers import forms
from papers.collection import papers, reports
from papers.leaves import Grid
from papers.letter import leaves
from papers.render import encodings

ALL = sorted(papers().values(), key=lambda paper: paper.key)


@pytest.mark.parametrize("paper", ALL, ids=lambda paper: paper.key)
def test_what_the_text_tells_agrees_with_the_rows(paper):
    """Unless a paper is wrong on purpose, its numbers are those of its rows."""
    if paper.faults or not paper.rows_known or not paper.entries():
        return
    for told in paper.told:
        if told.kind in (Kind.ASSESSED, Kind.PROPOSED) and paper.act is Act.RECOGNISES:
            continue  # of a part of the rows, which is told apart
        fitting = [
            entry
            for entry in paper.entries()
            if entry.stars in (*told.stars, None) and (entry.potential5 or not told.potential5)
        ]
        of_kind = [entry for entry in fitting if entry.standing is told.kind]
        assert told.count in (len(fitting), len(of_kind)), told


STEADY = [form for form, known in forms.FORMS.items() if not known.scan or form == "scan-200"]


@pytest.mark.parametrize("form", STEADY)
def test_files_are_the_same_on_every_day(form):
    if forms.missing(form):
        pytest.skip(forms.missing(form))
    make = forms.FORMS[form].make
    paper = papers()["vi-thuy-2024"]
    assert make(paper) == make(paper)


def test_there_are_papers_of_every_kind():
    assert len(ALL) >= 36
    assert {paper.act for paper in ALL} == set(Act)
    assert {paper.level for paper in ALL} >= {
        Level.NATION,
        Level.PROVINCE,
        Level.DISTRICT,
        Level.COMMUNE,
    }
    assert len({paper.province for paper in ALL if paper.level is Level.PROVINCE}) >= 14
    assert {paper.date[:4] for paper in ALL} == {str(year) for year in range(2019, 2027)}
    assert {len(paper.entries()) for paper in ALL} >= {5, 12, 30, 80, 200}
    heads = {len(c.heads) for p in ALL for annex in p.annexes for c in annex.columns}
    assert heads == {1, 2, 3}


def test_reports_tell_the_number_of_the_paper_or_say_that_they_differ():
    for report in reports().values():
        same = report.told[0].count == len(papers()[report.about].entries())
        assert same is not report.differs


@pytest.mark.parametrize("paper", ALL, ids=lambda paper: paper.key)
def test_every_row_of_a_table_has_a_place_for_every_column(paper):
    for part in leaves(paper):
        if isinstance(part, Grid):
            covered = sum(box.down * box.across for row in part.rows for box in row if box)
            assert covered == len(part.rows) * len(part.widths)


def test_the_encoders_know_every_letter_of_the_standards():
    """Samples set by hand from the tables of TCVN 5712 and of VNI."""
    assert encodings.tcvn3("Quyết định công nhận sản phẩm") == [
        ("QuyÕt ®Þnh c«ng nhËn s¶n phÈm", ".VnTime")
    ]
    assert encodings.tcvn3("QUYẾT ĐỊNH") == [("QUYÕT §ÞNH", ".VnTimeH")]
    assert encodings.tcvn3("Ủy ban") == [("ñ", ".VnTimeH"), ("y ban", ".VnTime")]
    assert encodings.vni("Quyết định công nhận sản phẩm ƯỚT ở kỹ Ỵ")[0][0] == (
        "Quyeát ñònh coâng nhaän saûn phaåm ÖÔÙT ôû kyõ Î"
    )
    for encode in (encodings.tcvn3, encodings.vni):
        coded = [encode(letter)[0] for letter in encodings.letters()]
        assert all(ord(c) < 256 for text, _ in coded for c in text)
        assert len(set(coded)) == len(coded)
