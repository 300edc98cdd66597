"""A text under reading: its level words, its known names, and the places found so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extract.mentions.place_cues import LevelCue, level_cues
from extract.mentions.place_mention import PlaceRole
from extract.mentions.place_names import NameHit, known_names
from extract.model import Level
from extract.places.gazetteer import gazetteer
from extract.places.units import NEW_MAP, OLD_MAP, Unit


@dataclass(slots=True)
class Found:
    """A named place on its way to a mention; filled in by the later steps."""

    start: int
    end: int
    level: Level
    name: str
    units: tuple[Unit, ...]
    rule: str
    cue: str
    kind: str = ""
    regime: int = OLD_MAP
    unit: Unit | None = None
    province: str | None = None
    former: bool = False
    plural: bool = False
    role: PlaceRole = PlaceRole.SUBJECT


@dataclass(slots=True)
class Text:
    """A text under reading: its views, its home and what was seen in it."""

    text: str
    folded: str
    home: Unit | None
    regime: int
    cues: Sequence[LevelCue] = ()
    hits: Sequence[NameHit] = ()
    hit_at: dict[int, NameHit] = field(default_factory=dict)
    home_codes: frozenset[str] = frozenset()

    @classmethod
    def read(cls, text: str, folded: str, home: Unit | None, regime: int) -> Text:
        """Find the level words and the known names of a text."""
        cues, hits = _seen(text, folded, regime)
        codes = frozenset[str]()
        if home is not None:
            old = gazetteer().predecessors(home.province_code) if home.regime == NEW_MAP else ()
            codes = frozenset(unit.code for unit in old) or frozenset((home.province_code,))
        return cls(
            text=text,
            folded=folded,
            home=home,
            regime=regime,
            cues=cues,
            hits=hits,
            hit_at={hit.start: hit for hit in hits},
            home_codes=codes,
        )

    def home_name(self) -> str:
        """Name of the home province, or an empty string."""
        return self.home.province if self.home else ""

    def lies_at_home(self, unit: Unit) -> bool:
        """Whether a district or commune lies in the home province."""
        if self.home is None:
            return False
        if unit.regime == NEW_MAP and self.home.regime == NEW_MAP:
            return unit.province_code == self.home.province_code
        return (unit.old_province_code or unit.province_code) in self.home_codes


@lru_cache(maxsize=4)  # a text is read again as soon as its home is known
def _seen(text: str, folded: str, regime: int) -> tuple[tuple[LevelCue, ...], tuple[NameHit, ...]]:
    """The level words and the known names of a text, wherever its home is."""
    names = known_names(text, folded, gazetteer().names(regime))
    return tuple(level_cues(folded)), tuple(names)


def stands_higher(units: tuple[Unit, ...], view: Text) -> bool:
    """Whether a name is that of a province or of a district of home."""
    return any(
        unit.level is Level.PROVINCE or (unit.level is Level.DISTRICT and view.lies_at_home(unit))
        for unit in units
    )
