"""Words that say what standing a count has: aimed at, put forward, recognised, lapsed.

A cue names a kind and how firmly it does so; which cue governs which number is decided
later, among the features of a choice. The order of the kinds here is the precedence in
which Vietnamese officials write over one another (a target governs the parts below it).
"""

from __future__ import annotations

from extract.mentions.cue_rule import CueValue
from extract.mentions.cues_of_plans import AIMS, FILES
from extract.mentions.cues_of_results import ENDED, GIVEN
from extract.mentions.rule import Rule
from extract.mentions.table import Table
from extract.model import Label, Mention

__all__ = ["RULES", "CueValue", "find_cues"]

RULES: tuple[Rule[CueValue], ...] = (*AIMS, *ENDED, *FILES, *GIVEN)
_TABLE = Table(RULES)


def find_cues(text: str, folded: str) -> list[Mention]:
    """CUE mentions (values ``CueValue``), longest reading first where they overlap."""
    return _TABLE.find(text, folded, Label.CUE)
