"""Places named without a level word: provinces, sure districts, communes told before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.mentions.place_names import NameHit, goes_on, run_around
from extract.mentions.place_view import Found, Text, stands_higher
from extract.mentions.place_words import SURNAMES
from extract.model import Level
from extract.places.gazetteer import gazetteer
from extract.places.names import name_key

_ACRONYM = re.compile(r"[^\W\d_]*[A-ZĐ][A-ZĐ&]+")


def bare(view: Text, hit: NameHit) -> Found | None:
    """A known name without a level word: a province, else a district, else a commune of home.

    The new map's communes are listed; at home a name of two words or more is believed.
    """
    if not _stands_alone(view, hit):
        return None
    for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE):
        units = tuple(unit for unit in hit.units if unit.level is level)
        if level is Level.COMMUNE:
            long = " " in view.text[hit.start : hit.end]
            units = tuple(unit for unit in units if long and view.lies_at_home(unit))
        if units:
            return Found(
                start=hit.start,
                end=hit.end,
                level=level,
                name=units[0].name,
                units=units,
                rule="place.bare",
                cue="bare",
                regime=view.regime,
            )
    return None


def _stands_alone(view: Text, hit: NameHit) -> bool:
    return hit.upper or not (goes_on(view.text, hit) or _in_other_name(view, hit))


_STARTS = ("\n", ".", ":", "!", "?", "-", "+", "|", "•", "»", ";", "*")


def _in_other_name(view: Text, hit: NameHit) -> bool:
    """Whether a capitalised word before the name makes it part of another name.

    A word that begins the sentence ("Riêng Mường Ảng"), an abbreviation of an office
    ("UBND Nghệ An") or a hyphen does not.
    """
    before = view.text[max(hit.run_start, hit.start - 40) : hit.start]
    if not before.endswith(" ") or before.endswith(("- ", "– ")):
        return False
    words = before.split()
    if _ACRONYM.fullmatch(words[-1].strip("&")):
        return False
    leading = view.folded[max(0, hit.run_start - 4) : hit.run_start].rstrip(" \"'([")
    at_start = not leading or leading.endswith(_STARTS)
    return not (at_start and len(words) == 1 and words[0].lower() not in SURNAMES)


# ── Names that the text itself teaches ───────────────────────────────────────────────

_MOST_LESSONS = 200


def taught(view: Text, found: Sequence[Found]) -> Iterator[Found]:
    """Bare repetitions of communes that the text names with their level word elsewhere."""
    lessons = {
        view.folded[f.end - len(f.name) : f.end]: f
        for f in found
        if f.level is Level.COMMUNE and name_key(f.name) == view.folded[f.end - len(f.name) : f.end]
    }
    known = gazetteer().names(view.regime)
    for key, lesson in list(lessons.items())[:_MOST_LESSONS]:
        if stands_higher(known.get(key), view):
            continue
        for start, end in _repetitions(view, key):
            yield Found(
                start=start,
                end=end,
                level=Level.COMMUNE,
                name=lesson.name,
                units=lesson.units,
                rule="place.taught",
                cue="bare",
                kind=lesson.kind,
                regime=lesson.regime,
            )


def _repetitions(view: Text, key: str) -> Iterator[tuple[int, int]]:
    """Where a name stands by itself, each word with its capital."""
    start = view.folded.find(key)
    while start >= 0:
        end = start + len(key)
        hit = _as_hit(view, start, end)
        if hit is not None and _stands_alone(view, hit):
            yield start, end
        start = view.folded.find(key, end)


def _as_hit(view: Text, start: int, end: int) -> NameHit | None:
    """The run of capitalised words around a name that was found by its letters."""
    if not all(word[:1].isupper() for word in view.text[start:end].split(" ")):
        return None
    run = run_around(view.text, start)
    if run is None or run.end() < end or view.folded[end : end + 1].isalnum():
        return None
    return NameHit(start, end, (), run.start(), run.end(), run.group().isupper())
