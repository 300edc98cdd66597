"""Every rule of every concept file proves its own examples, and stays linear."""

import importlib
import pkgutil
import re
from re import _constants, _parser

import pytest

import extract.anatomy
import extract.mentions
from extract.anatomy.view import bare
from extract.mentions.rule import Rule, longest_first
from extract.mentions.table import Table
from extract.model import Label, Mention, Span
from extract.text.normalise import fold


def _all_rules() -> list[Rule]:
    names = [
        module.name
        for room in (extract.mentions, extract.anatomy)
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")
    ]
    modules = [importlib.import_module(name) for name in names]
    rules = {
        id(rule): rule
        for module in modules
        for rule in getattr(module, "RULES", ())
        if isinstance(rule, Rule)
    }
    return list(rules.values())


def view_of(rule: Rule, text: str) -> str:
    """The view that a rule is written for: acts of papers are read without diacritics."""
    return bare(fold(text)) if rule.id.startswith("act.") else fold(text)


RULES = _all_rules()
_by_id = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@_by_id
def test_examples_are_read_as_the_rule_says(rule):
    for text, expected in rule.examples:
        values = [value for _, _, value in rule.matches(view_of(rule, text))]
        assert values == [expected], text


@_by_id
def test_counter_examples_are_not_read(rule):
    for text in rule.counter_examples:
        assert list(rule.matches(view_of(rule, text))) == [], text


@_by_id
def test_a_rule_has_an_example_and_says_why(rule):
    assert rule.examples
    assert rule.note


def test_ids_are_unique():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))


@_by_id
def test_patterns_cannot_run_away(rule):
    assert runaways(rule.pattern) == []


# ── The check of linear time itself ──────────────────────────────────────────────────

_REPEATS = {_constants.MAX_REPEAT, _constants.MIN_REPEAT}


def runaways(pattern: re.Pattern[str]) -> list[str]:
    """Repeats without an upper bound, and long repeats of repeats that may backtrack."""
    return list(_faults(_parser.parse(pattern.pattern, pattern.flags), inside=1))


def _faults(tree, inside):
    """Walk a parsed pattern; ``inside`` is the product of the repeats around it."""
    for op, argument in tree:
        if op in _REPEATS:
            low, high, body = argument
            if high == _constants.MAXREPEAT:
                yield "a repeat without an upper bound"
            elif inside > 8 and low != high:
                yield f"a repeat inside a repeat of up to {inside}"
            yield from _faults(body, inside * max(1, int(high)))
        elif op is _constants.POSSESSIVE_REPEAT:
            if argument[1] == _constants.MAXREPEAT:
                yield "a repeat without an upper bound"
            yield from _faults(argument[2], 1)
        elif op is _constants.ATOMIC_GROUP:
            yield from _faults(argument, 1)
        else:
            for child in _children(argument):
                yield from _faults(child, inside)


def _children(argument):
    """Sub-patterns of a node that is neither a repeat nor an atomic group."""
    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, (list, tuple)):
        for part in argument:
            yield from _children(part)


@pytest.mark.parametrize(
    ("pattern", "is_fine"),
    [
        (r"\d{1,9} sản phẩm", True),
        (r"\d+", False),
        (r"(?:a{1,5}){1,20}", False),
        (r"(?>, ?\d{1,3}){0,20}", True),
        (r"(?:x(?:a{1,5})?){1,4}", True),
        (r"(?=.*b)a", False),
        (r"\d++", False),
    ],
)
def test_the_check_of_linear_time(pattern, is_fine):
    assert (runaways(re.compile(pattern)) == []) is is_fine


# ── The overlap policy ───────────────────────────────────────────────────────────────


def _mention(start, end, rule):
    return Mention(Span(start, end, "x" * (end - start)), Label.CUE, None, rule)


def test_longest_then_earliest_then_first_given_wins():
    long, early, late = _mention(4, 9, "long"), _mention(0, 3, "a"), _mention(2, 5, "b")
    twin = _mention(4, 9, "twin")
    assert [m.rule for m in longest_first([late, early, long, twin])] == ["a", "long"]
    assert [m.rule for m in longest_first([_mention(2, 5, "b"), _mention(0, 3, "a")])] == ["a"]


def test_neighbours_that_only_touch_both_stay():
    assert [m.rule for m in longest_first([_mention(3, 5, "b"), _mention(0, 3, "a")])] == ["a", "b"]


def test_find_cuts_the_span_group_and_keeps_capitals():
    rule = Rule("demo", re.compile(r"hạng (?P<span>sao)"), lambda match: match.group(1))
    found = Table([rule]).find("Hạng SAO", "hạng sao", Label.STAR)
    assert found == [Mention(Span(5, 8, "SAO"), Label.STAR, "sao", "demo")]


def test_a_span_group_of_another_branch_means_the_whole_match():
    rule = Rule("demo", re.compile("ba|hai (?P<span>sao)"), lambda match: match.group())
    assert list(rule.matches("ba hai sao")) == [(0, 2, "ba"), (7, 10, "hai sao")]


def test_needs_spares_texts_without_the_words():
    rule = Rule("demo", re.compile("a"), lambda match: 1, needs=("ocop",))
    assert list(rule.matches("a a a")) == []
    assert len(list(rule.matches("a ocop"))) == 1
