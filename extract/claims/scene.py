"""A document laid out for reading: sentences with their clauses and mentions.

Mentions are found once over the whole text and handed to the sentences that hold them, so
that every later step only compares offsets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from extract.anatomy.read import decision_of
from extract.claims.article import furniture, opening, without
from extract.claims.layout import laid_out
from extract.claims.sentence import Sentence
from extract.mentions.cues import find_cues
from extract.mentions.dates import DateValue, Edge, Shape, TimeRole, find_dates
from extract.mentions.decisions import find_decisions
from extract.mentions.place_home import LEAD, home_province
from extract.mentions.place_mention import PlaceMention
from extract.mentions.places import find_places
from extract.mentions.rounds import find_rounds
from extract.mentions.stars import StarValue, find_stars
from extract.model import Decision, Document, FoundBy, Issuer, Level, Mention, Place
from extract.places.gazetteer import gazetteer
from extract.places.units import OLD_MAP, Unit, regime_on
from extract.tables.grid import Grid, find_grids
from extract.text.normalise import fold

V = TypeVar("V")

# A sentence that goes on with what was just told, also in a new paragraph.
GOES_ON = re.compile(r"(?:- |\+ )?(?:theo đó|cụ thể|trong (?:đó|số)|kết quả|như vậy|trong đợt)")
OCOP_WORDS = re.compile(
    r"ocop|o\.?\s?cop|(?:một|1) sản phẩm|[1-5] ?sao|(?:ba|bốn|năm) sao|sản phẩm|gắn sao|hạng sao"
)


@dataclass(slots=True)
class Scene:
    """A document ready for reading. ``home`` is the province that it is about, if sure.

    ``folded`` is the folded article: of the length of the text, with its furniture blank,
    so that no rule hears what stands around the article. ``papers`` are those of the page;
    ``classes`` are the mentions of stars where the sentences name one class only, else empty.
    ``decision`` is the official paper that the document itself is, if it is one.
    """

    document: Document
    folded: str
    regime: int
    home: Unit | None
    home_unit: Place | None = None
    sentences: list[Sentence] = field(default_factory=list)
    classes: tuple[Mention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    papers: tuple[Mention, ...] = ()
    grids: tuple[Grid, ...] = ()
    decision: Decision | None = None
    _known: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    def once(self, key: Hashable, read: Callable[[], V]) -> V:
        """What ``read`` says of the document, asked once for each key.

        For what many counts ask; nothing that a choice decides may play a part in it.
        """
        try:
            told: V = self._known[key]
        except KeyError:
            told = self._known[key] = read()
        return told

    def words(self, start: int, end: int) -> str:
        """The folded text of a run."""
        return self.folded[start:end]

    def opening(self, length: int) -> int:
        """Where the first ``length`` characters of the article end: furniture counts for none."""
        return min(opening(self.document, length), len(self.folded))


def build(document: Document) -> Scene:
    """Lay out ``document``; a text without OCOP words gives a scene without sentences."""
    page = fold(document.text)
    text, folded = (without(view, furniture(document)) for view in (document.text, page))
    published = document.published.date if document.published else None
    scene = Scene(document, folded, regime_on(published) if published else OLD_MAP, None)
    if "ocop" not in folded and not OCOP_WORDS.search(folded):
        return scene
    dates = find_dates(text, folded)
    dated_by = document.published.found_by if document.published else FoundBy.TEXT
    if dated_by is FoundBy.TEXT and scene.regime == OLD_MAP:
        scene.regime = _regime_told(dates)
    papers = _papers(document, page, dates)
    scene.decision = _own_paper(scene, papers)
    places = _locate(scene, text)
    found = {
        "places": places,
        "stars": find_stars(text, folded),
        "cues": find_cues(text, folded),
        "dates": dates,
        "decisions": papers,
        "rounds": find_rounds(text, folded),
    }
    scene.mentions = tuple(
        sorted((m for ms in found.values() for m in ms), key=lambda m: (m.span.start, m.span.end))
    )
    scene.papers = tuple(found["decisions"])
    scene.grids = find_grids(document, folded)
    scene.sentences = list(laid_out(document, folded, scene.grids, found))
    scene.classes = _only_class(scene.sentences)
    return scene


def _own_paper(scene: Scene, papers: Sequence[Mention]) -> Decision | None:
    """The paper that the document is; its day tells the map, its issuer the province."""
    document = scene.document
    decision = decision_of(
        document,
        scene.folded,
        papers,
        province=document.source.province,
        regime=scene.regime,
    )
    if decision is not None and decision.date and decision.type == "QĐ":
        scene.regime = regime_on(decision.date)
    return decision


def _only_class(sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Every mention of the one class that the sentences name; nothing where there are more."""
    named = tuple(m for sentence in sentences for m in sentence.stars)
    told = {m.value.stars for m in named if isinstance(m.value, StarValue)}
    return named if len(told) == 1 else ()


_AHEAD = frozenset({TimeRole.DEADLINE, TimeRole.HORIZON})


def _regime_told(dates: Sequence[Mention]) -> int:
    """The map of a text that nobody dates for us: that of the last day it tells of.

    "Cà Mau, ngày 15/01/2026" is of the new map; "phấn đấu đến 31/12/2025" says nothing.
    """
    values = [m.value for m in dates if isinstance(m.value, DateValue) and m.value.edtf]
    days = [
        value
        for value in values
        if value.shape is Shape.DAY and value.role not in _AHEAD and value.edge is not Edge.BY_END
    ]
    if not days:
        return OLD_MAP
    last = max(days, key=lambda value: value.edtf or "")
    # A day that no other date is near is the clock of the site.
    others = (v.year for v in values if v is not last and v.year is not None)
    near = len(values) == 1 or any(last.year - 1 <= year for year in others if last.year)
    return regime_on(last.edtf or "") if near else OLD_MAP


def _locate(scene: Scene, text: str) -> tuple[Mention, ...]:
    """Find the places of the text, and from them the province that it is about.

    Bare names of districts are only sure once the province is known, so a text whose
    publisher does not name it is searched twice.
    """
    document = scene.document
    issuer = scene.decision.issuer if scene.decision else None
    own = (issuer.place.province if issuer else None) or document.source.province
    given = (
        gazetteer().province(own, scene.regime) or gazetteer().province(own, 63) if own else None
    )
    places = find_places(text, folded=scene.folded, home=given, regime=scene.regime)
    lead_end = scene.opening(LEAD)
    scene.home = home_province(document.title, places, own, regime=scene.regime, lead_end=lead_end)
    if scene.home is not None and scene.home != given:
        places = find_places(text, folded=scene.folded, home=scene.home, regime=scene.regime)
    scene.home_unit = _issuing_unit(issuer) or _publisher_unit(scene)
    return places


def _papers(document: Document, page: str, dates: Sequence[Mention]) -> tuple[Mention, ...]:
    """The papers of the whole page, with their days: attachments are named in furniture."""
    aside = without(page, document.content_blocks()) if furniture(document) else ""
    days = [*dates, *find_dates(document.text, aside)]
    return find_decisions(document.text, page, sorted(days, key=lambda day: day.span.start))


def _issuing_unit(issuer: Issuer | None) -> Place | None:
    """The district or commune whose paper the document is."""
    place = issuer.place if issuer else None
    below = place is not None and place.level in (Level.DISTRICT, Level.COMMUNE)
    return place if below and place is not None and place.name else None


def _publisher_unit(scene: Scene) -> Place | None:
    """The district or commune whose office publishes ("Cổng thông tin huyện Mộc Châu")."""
    name = scene.document.source.name
    if scene.document.source.type in ("newspaper", "national_news"):
        return None
    mentions = find_places(name, folded=fold(name), home=scene.home, regime=scene.regime)
    units = [
        m.value.place
        for m in mentions
        if isinstance(m.value, PlaceMention)
        and m.value.place.level in (Level.DISTRICT, Level.COMMUNE)
        and m.value.place.name is not None
        and m.value.cue != "bare"
    ]
    return units[0] if len(units) == 1 else None
