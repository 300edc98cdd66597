"""No page makes looking slow: every repeat in a pattern has an upper bound, and a small one."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from re import _constants, _parser  # type: ignore[attr-defined]

import pytest

import crawler.identity
from crawler.identity import RULES

MOST = 1000
MODULES = [
    importlib.import_module(f"crawler.identity.{one.name}")
    for one in pkgutil.iter_modules(crawler.identity.__path__)
]
REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)


def within(thing: object, met: set[int]) -> Iterator[re.Pattern[str]]:
    """Patterns that a sight holds in its closures."""
    if id(thing) in met:
        return
    met.add(id(thing))
    if isinstance(thing, re.Pattern):
        yield thing
    elif isinstance(thing, tuple | list):
        for one in thing:
            yield from within(one, met)
    elif isinstance(thing, Callable) and getattr(thing, "__closure__", None):
        for cell in thing.__closure__:
            yield from within(cell.cell_contents, met)


def patterns() -> list[object]:
    found = {}
    for module in MODULES:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                found[f"{module.__name__.rsplit('.', 1)[1]}.{name}"] = value
    for rule in RULES:
        for number, pattern in enumerate(within(rule.seen, set())):
            found[f"{rule.id}-{number}"] = pattern
    return [pytest.param(pattern, id=name) for name, pattern in found.items()]


def repeats(parsed: object) -> Iterator[tuple[int, object]]:
    """Upper bound and inside of every repeat in a parsed pattern."""
    for operation, argument in parsed:  # type: ignore[attr-defined]
        if operation in REPEATS:
            yield argument[1], argument[2]
        for part in argument if isinstance(argument, tuple | list) else (argument,):
            for one in part if isinstance(part, list) else (part,):
                if isinstance(one, _parser.SubPattern):
                    yield from repeats(one)


def test_patterns_are_found() -> None:
    assert len(patterns()) > 50


@pytest.mark.parametrize("pattern", patterns())
def test_repeats_are_bounded(pattern: re.Pattern[str]) -> None:
    parsed = _parser.parse(pattern.pattern, pattern.flags)
    if len(parsed) == 1 and not [*repeats(parsed[0][1][2] if parsed[0][0] in REPEATS else [])]:
        return  # nothing but a run of one kind of characters: it never goes back
    for most, inside in repeats(parsed):
        assert most <= MOST, pattern.pattern
        nested = [many for many, _ in repeats(inside) if many > 1]
        assert most <= 20 or not nested, f"a repeat in a repeat: {pattern.pattern}"
