"""What a cue says of a kind, and how its rule is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.mentions.rule import Rule
from extract.model import Kind


@dataclass(frozen=True, slots=True)
class CueValue:
    """A kind and the firmness of the cue: 3 decides, 2 speaks for, 1 hints.

    ``name`` separates cues of one kind that behave differently (``plan`` names a paper
    as often as an aim).
    """

    kind: Kind
    strength: int = 2
    name: str = ""


def cue_rule(
    name: str,
    kind: Kind,
    strength: int,
    pattern: str,
    note: str,
    examples: tuple[str, ...],
    counter_examples: tuple[str, ...] = (),
) -> Rule[CueValue]:
    """A cue rule: ``pattern`` between word boundaries."""
    value = CueValue(kind, strength, name)
    return Rule(
        f"cue.{kind.value}.{name}",
        re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"),
        lambda _match: value,
        note,
        tuple((example, value) for example in examples),
        counter_examples,
    )
