"""A text under reading: its level words, its known names, and the places found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    cues: list[LevelCue] = field(default_factory=list)
    hits: list[NameHit] = field(default_factory=list)
    hit_at: dict[int, NameHit] = field(default_factory=dict)
    home_codes: frozenset[str] = frozenset()

    @classmethod
    def read(cls, text: str, folded: str, home: Unit | None, regime: int) -> Text:
        """Find the level words and the known names of a text."""
        hits = list(known_names(text, folded, gazetteer().names(regime)))
        codes = frozenset[str]()
        if home is not None:
            old = gazetteer().predecessors(home.province_code) if home.regime == NEW_MAP else ()
            codes = frozenset(unit.code for unit in old) or frozenset((home.province_code,))
        return cls(
            text=text,
            folded=folded,
            home=home,
            regime=regime,
            cues=level_cues(folded),
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


def stands_higher(units: tuple[Unit, ...], view: Text) -> bool:
    """Whether a name is that of a province or of a district of home."""
    return any(
        unit.level is Level.PROVINCE or (unit.level is Level.DISTRICT and view.lies_at_home(unit))
        for unit in units
    )
