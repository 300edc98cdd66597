"""How a rule for an act of a paper is written."""

from __future__ import annotations

from extract.anatomy.view import rule_pattern
from extract.mentions.rule import Rule
from extract.model import Act


def act_rule(
    name: str, words: str, act: Act, note: str, *examples: str, no: tuple[str, ...] = ()
) -> Rule[Act]:
    """A rule for one way of telling an act; ``no`` are titles that it must not take."""
    given = tuple((text, act) for text in examples)
    return Rule(f"act.{name}", rule_pattern(words), lambda _: act, note, given, no)


IN = r"[^.;\n]"
"""A letter inside one statement."""
