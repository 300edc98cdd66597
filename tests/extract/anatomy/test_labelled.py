"""The decisions among the labelled documents: what their letterheads print is read."""

import functools
import json
from pathlib import Path

import pytest

from extract.claims.scene import build
from extract.documents.plain import from_text
from extract.model import Act, Level

GOLD = Path(__file__).parents[2] / "gold"
TOLD = {  # news and digests that tell of decisions, labelled "decision" by their subject
    *("dev-c-023", "dev-c-034", "dev-d-026", "dev-d-033", "dev-d-034", "delta-033", "local-020"),
    *("north-038", "north-057", "south-010", "south-020", "south-030", "south-040", "south-045"),
    *("south-060", "south-070", "south-080"),
}


def records():
    for path in sorted(GOLD.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            if record["kind"] == "decision":
                yield record


RECORDS = {record["id"]: record for record in records()}
PAPERS = sorted(RECORDS.keys() - TOLD)


@functools.cache
def read(name):
    return build(from_text(RECORDS[name]["text"], document_id=name)).decision


def test_there_are_many():
    assert len(PAPERS) > 90


@pytest.mark.parametrize("name", sorted(TOLD))
def test_news_of_a_decision_are_none(name):
    assert read(name) is None


@pytest.mark.parametrize("name", PAPERS)
def test_number_and_day_are_the_first_paper_labelled(name):
    """The labels list the papers as printed; a paper prints its own number first."""
    paper = read(name)
    labelled = {paper["number"]: paper["date"] for paper in RECORDS[name]["decisions"]}
    assert paper is not None
    assert paper.number in labelled
    assert labelled[paper.number] in (None, paper.date)


@pytest.mark.parametrize("name", PAPERS)
def test_the_issuer_is_the_publishing_office(name):
    """The source of these records is mostly the office that issued the paper."""
    source, issuer = RECORDS[name]["source"]["name"], read(name).issuer
    if not source.startswith("UBND") or issuer is None or issuer.place.name is None:
        pytest.skip("published by another office")
    levels = {"tỉnh": Level.PROVINCE, "huyện": Level.DISTRICT, "thị xã": Level.DISTRICT}
    word = next((word for word in levels if source.startswith(f"UBND {word} ")), None)
    assert word is None or issuer.place.level is levels[word]
    told = source.split(",")[0].casefold()
    assert any(name.casefold() in told for name in (issuer.place.name, issuer.place.printed))


def test_acts_go_with_the_kinds_that_were_labelled():
    """Where products were newly recognised by the paper's own number, the paper recognises."""
    for name in PAPERS:
        paper, record = read(name), RECORDS[name]
        own = [c for c in record["claims"] if c["decision"] == paper.number]
        if any(c["kind"] in ("new", "re_recognised", "upgraded") for c in own):
            assert paper.act in (Act.RECOGNISES, Act.AMENDS), name
        kinds = {c["kind"] for c in record["claims"]}
        if kinds and kinds <= {"withdrawn", "in_force", "expired"}:
            assert paper.act is Act.REVOKES, name
        if not kinds:
            assert paper.act is Act.OTHER, name
