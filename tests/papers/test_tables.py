"""Every row of every annex is a row of the document, with all its cells, in every format."""

from __future__ import annotations

import pytest

from extract.documents.load import load
from papers import build
from papers.chosen import forms, keys
from papers.collection import papers
from papers.forms import fits, missing
from papers.letter import annex_leaves
from papers.tables import lost_rows

EVERY = ("html", "html-portal", "html-nfd", "docx", "xls", "ods")
SOME = ("docx-tracked", "pdf", "pdf-office", "pdf-scrambled", "pdf-fallback", "doc")


@pytest.mark.parametrize("form", forms("tables", *EVERY, *SOME))
def test_every_row_of_the_annexes_is_a_row_of_the_document(form):
    if missing(form):
        pytest.skip(missing(form))
    chosen = [
        paper
        for key, paper in papers().items()
        if key in keys(form) and fits(paper, form) and _is_table(paper)
    ]
    build.prepare(chosen, form)
    lost = {}
    for paper in chosen:
        document = load(build.built(paper, form), document_id=paper.key)
        skip = 1 if form == "docx-tracked" else 0  # Word counts the rows itself there
        rows = lost_rows(annex_leaves(paper), document, skip)
        wanted = [row for row in rows if len(set(row)) > 1]  # heads over all columns aside
        if wanted:
            lost[paper.key] = wanted[:3]
    assert not lost


def _is_table(paper):
    return bool(paper.annexes) and not paper.annexes[0].listed
