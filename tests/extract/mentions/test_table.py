"""Trying a rule only where it can begin finds what searching for it everywhere finds."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import extract.mentions
from extract.mentions.openings import Place, beginnings, opening
from extract.mentions.rule import Rule
from extract.mentions.table import Table
from extract.text.normalise import fold

NAMES = [
    module.name for module in pkgutil.walk_packages(extract.mentions.__path__, "extract.mentions.")
]
TABLES = {
    name: rules
    for name in NAMES
    if (rules := getattr(importlib.import_module(name), "RULES", ()))
    and all(isinstance(rule, Rule) for rule in rules)
}
TEXTS = [
    fold(text)
    for rules in TABLES.values()
    for rule in rules
    for text in (*(text for text, _ in rule.examples), *rule.counter_examples)
]
RUN = " ; ".join(TEXTS)
GLUED = "".join(TEXTS)


def searched(rules, folded: str) -> list[tuple[str, int, int, object]]:
    return [(r.id, start, end, value) for r in rules for start, end, value in r.matches(folded)]


def tabled(rules, folded: str) -> list[tuple[str, int, int, object]]:
    found = Table(rules).matches(folded)
    return [(rule.id, start, end, value) for rule, start, end, value in found]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("folded", [RUN, GLUED, RUN.replace("1", "٣"), ""])
def test_a_table_finds_what_its_rules_find_alone(name: str, folded: str) -> None:
    assert tabled(TABLES[name], folded) == searched(TABLES[name], folded)


@pytest.mark.parametrize("name", TABLES)
def test_most_short_texts_too(name: str) -> None:
    for folded in TEXTS[::5]:
        assert tabled(TABLES[name], folded) == searched(TABLES[name], folded)


@pytest.mark.parametrize(
    ("pattern", "place", "heads"),
    [
        (r"(?<!\w)(?:phấn đấu|(?:đã )?hết hạn)", Place.WORD, {"phấ", "đã ", "hết"}),
        (r"(?<![\w.,])(?P<rank>[34]|ba)(?: ?sao|\*)", Place.WORD, {"3 s", "4 s", "3sa", "4sa"}),
        (r"(?<!\w)ba(?!\w)", Place.WORD, {"ba"}),
        (r"(?<!\w)(?:x ){2,3}\w{1,9}", Place.WORD, {"x x"}),
        (r"(?P<day>[12](?<![\d/][12])\d?)/x", Place.NUMBER, {"1/x", "2/x"}),
        (r"[12]sao", Place.DIGIT, {"1sa", "2sa"}),
        (r"[12](?<!x[12])sao", Place.DIGIT, {"1sa", "2sa"}),
    ],
)
def test_beginnings_of_patterns(pattern: str, place: Place, heads: set[str]) -> None:
    found = opening(re.compile(pattern))
    assert found is not None
    assert found[0] is place
    assert heads <= found[1]


@pytest.mark.parametrize(
    "pattern", ["sao", r"(?<!\w)\w{2} sao", r"(?<!\w)(?:ba)?", r"(?<!x)sao", r"(?<![^\w])sao", r"."]
)
def test_what_may_begin_anywhere_is_searched_for(pattern: str) -> None:
    assert opening(re.compile(pattern)) is None


def test_places_where_words_and_numbers_begin() -> None:
    text = beginnings("đạt 25/9, (hạng 4*)")
    assert text.known
    assert [head[0] for _, head in text.at(Place.WORD)] == list("đ29 (h4)")
    assert text.at(Place.NUMBER) == [(4, "25/"), (7, "9, "), (16, "4*)")]
    assert [head for _, head in text.at(Place.DIGIT)] == ["25/", "5/9", "9, ", "4*)"]


def test_digits_of_another_script_are_searched_for() -> None:
    assert not beginnings("đạt ٣ sao").known
