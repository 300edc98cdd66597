"""Reading takes time in proportion to the text, whatever the text is.

A text of four times the length may take four times as long, and is given twelve: the
square of the length would take sixteen. Only times of one run are compared with each
other, in CPU time, and a comparison that fails is made once more.
"""

import signal
import time
from functools import cache

import pytest

from extract.documents.html import from_html
from extract.documents.plain import from_text
from extract.mentions import absence
from extract.mentions.cues import find_cues
from extract.mentions.dates import Anchors, find_dates
from extract.mentions.decisions import decision_refs, find_decisions
from extract.mentions.numbers import find_numbers
from extract.mentions.places import find_places
from extract.mentions.rounds import find_rounds
from extract.mentions.rule import Rule
from extract.mentions.stars import find_stars
from extract.places.gazetteer import gazetteer
from extract.tables.grid import find_grids
from extract.text.normalise import fold, normalise
from extract.text.sentences import sentences
from tests_of_rules import all_rules

TIMES, MOST = 4, 12
SHORT, MEGABYTE = 8_000, 1_000_000
NOTICED = 0.04
"""Seconds below which a time is no measurement."""
WALL = 100
"""Seconds after which a test is stopped."""
