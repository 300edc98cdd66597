"""Reading takes time in proportion to the text, whatever the text is.

A text of four times the length may take four times as long, and is given twelve: the
square of the length would take sixteen. Only times of one run are compared with each
other, in CPU time, and a comparison that fails is made once more.
"""

import importlib
import pkgutil
import signal
import time

import pytest

import extract.mentions
from extract.anatomy.read import decision_of
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
from extract.reading import read
from extract.tables.grid import find_grids
from extract.text.normalise import fold, normalise
from extract.text.sentences import sentences

MOST = 12
NOTICED = 0.05
"""Seconds below which a time is no measurement."""
WALL = 120
"""Seconds after which a test is stopped."""

HOME = gazetteer().province("Nghệ An", 63)


def grids(text):
    document = from_text(text, document_id="t")
    return find_grids(document, fold(document.text))


def papers(text):
    found = tuple(find_decisions(text, fold(text), find_dates(text, fold(text))))
    return decision_refs(text, fold(text), Anchors("2022-01-01"), found)


def own_paper(text):
    found = tuple(find_decisions(text, fold(text), find_dates(text, fold(text))))
    return decision_of(from_text(text, document_id="t"), fold(text), found)


# Every part of reading that looks at a whole text, from raw letters to tables.
PARTS = {
    "normalise": normalise,
    "fold": fold,
    "sentences": lambda text: list(sentences(text)),
    "numbers": lambda text: list(find_numbers(fold(text), 0, len(text))),
    "cues": lambda text: find_cues(text, fold(text)),
    "stars": lambda text: find_stars(text, fold(text)),
    "rounds": lambda text: find_rounds(text, fold(text)),
    "absence": lambda text: [list(rule.matches(fold(text))) for rule in absence.RULES],
    "dates": lambda text: find_dates(text, fold(text)),
    "papers": papers,
    "own paper": own_paper,
    "places": lambda text: find_places(text, folded=fold(text), home=HOME, regime=63),
    "places of the new map": lambda text: find_places(
        text, folded=fold(text), home=None, regime=34
    ),
    "blocks": lambda text: from_text(text, document_id="t"),
    "tables": grids,
    "html": lambda text: from_html(text, document_id="t"),
}

# What a rule may begin to read again and again without coming to an end.
LETTERS = ("1", " ", ".", "(", "-", "a", "Ð", "*", "|", "\n", "<", "a\u0301", "\u0301", "A.")
WORDS = (
    "1.234.",
    "[(",
    "()",
    "1/",
    "1 | ",
    "1\t",
    "a » ",
    "aa » " * 24 + "1\n",
    "#a ",
    "A'a",
    "trong đó ",
    "3 sao ",
    "3, 4 sao, ",
    "ngày 1 tháng ",
    "năm 2020 - ",
    "2020-",
    "quý I, ",
    "đợt 1, ",
    "hai mươi ba ",
    "một trăm ",
    "3 sản phẩm ",
    "không có ",
    "công nhận ",
    "từ ngày 1 đến ",
    "quyết định số ",
    "490/QĐ-",
    "xã A, ",
    "huyện ",
    "Vinh, ",
    "Nghệ An ",
    "Nghệ ",
)
LINES = (
    "Quyết định số 12/QĐ-UBND ngày 3/4/2021\n",
    "Nam Đàn | 3 | 4\n",
    "I. TỈNH NGHỆ AN\n",
    "Số: 12/QĐ-UBND\nĐiều 1. Công nhận theo Quyết định số 12/QĐ-UBND\n",
    "QUYẾT ĐỊNH\nPHỤ LỤC\n",
    "TM. CHỦ TỊCH ",
    "Nam Đàn có 3 sản phẩm OCOP đạt 3 sao, ",
    "Tỉnh Nghệ An có 3 sản phẩm OCOP đạt 3 sao. ",
)
MARKUP = ("<div>", "</div>", "<p>a", "<!--", "&amp;", "<a href=x>", "<table><tr><td>1", "<b>a</b> ")
UNITS = LETTERS + WORDS + LINES + MARKUP


@pytest.fixture(autouse=True)
def _wall():
    """Stop a test that would never end."""

    def stop(*_):
        pytest.fail(f"not done after {WALL} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(WALL)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def seconds(work, text):
    start = time.process_time()
    work(text)
    return time.process_time() - start


def growth(work, short, long):
    """How many times longer the long text takes; 0 where nobody would notice."""
    slow = seconds(work, long)
    if slow < NOTICED:
        return 0
    return slow / max(seconds(work, short), NOTICED / MOST / 4)


def assert_linear(work, short, long):
    found = growth(work, short, long)
    assert found <= MOST or growth(work, short, long) <= MOST, f"{found:.0f} times for 4 times"


def repeated(unit, length):
    """The unit up to a length, and an end that disappoints whatever it led to expect."""
    return (unit * (length // len(unit) + 1))[:length] + "x"


@pytest.mark.parametrize("part", PARTS)
def test_a_unit_again_and_again(part):
    PARTS[part]("a")
    for unit in UNITS:
        assert_linear(PARTS[part], repeated(unit, 10_000), repeated(unit, 40_000))


@pytest.mark.parametrize("part", PARTS)
def test_a_megabyte_of_everything(part):
    """All units in turn, each for some ten thousand letters."""
    whole = [
        "".join(repeated(unit, size // len(UNITS)) for unit in UNITS)
        for size in (250_000, 1_000_000)
    ]
    assert_linear(PARTS[part], *whole)


@pytest.mark.parametrize("unit", LINES)
def test_reading_as_a_whole(unit):
    def whole(text):
        return read(from_text(text, document_id="t"))

    whole("OCOP")
    assert_linear(whole, "OCOP " + repeated(unit, 5_000), "OCOP " + repeated(unit, 20_000))


# ── Every rule, over what its own examples begin with ────────────────────────────────


def all_rules():
    names = [m.name for m in pkgutil.walk_packages(extract.mentions.__path__, "extract.mentions.")]
    tables = [getattr(importlib.import_module(name), "RULES", ()) for name in names]
    return list({id(r): r for table in tables for r in table if isinstance(r, Rule)}.values())


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_a_rule_over_the_beginnings_of_its_examples(rule):
    texts = [fold(text) for text, _ in rule.examples] + [fold(t) for t in rule.counter_examples]
    for text in texts:
        for unit in {text[: len(text) // 2], text[:-1]} - {""}:
            assert_linear(
                lambda folded: list(rule.matches(folded)),
                repeated(unit, 8_000),
                repeated(unit, 32_000),
            )
