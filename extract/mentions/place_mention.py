"""What a mention of a place says, and the part it plays in its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extract.model import Place


class PlaceRole(StrEnum):
    """The part that a place plays where it is named; a hint, never a verdict."""

    SUBJECT = "subject"
    """Nothing speaks against its being the place that the sentence is about."""
    ISSUER = "issuer"
    """The place of an office: "UBND tỉnh Nghệ An", "Sở NN&PTNT Hà Tĩnh"."""
    ADDRESS = "address"
    """Where something lies: outer links of a chain, a producer's address."""
    PRODUCT = "product"
    """Inside the name of goods, a firm or a landmark: "cam Vinh", "sông Đồng Nai"."""
    PERSON = "person"
    """Inside the name of a person: "bà Trần Thị Hà Nam"."""
    PUBLISHER = "publisher"
    """Inside the name of a paper, station or portal: "Báo Nghệ An"."""
    DATELINE = "dateline"
    """Where a paper was signed: "Cao Bằng, ngày 12 tháng 01 năm 2024"."""
    RANK = "rank"
    """What something is compared with: "đứng thứ hai cả nước", "4,6% cả nước"."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as the text names it.

    Attributes:
        place: The unit; ``name`` is None where the text leaves it unnamed ("tỉnh").
        anaphoric: Whether the text points to a unit named elsewhere ("toàn tỉnh").
        plural: Whether several units are told at once ("các huyện", "22 tỉnh").
        cue: What shows that it is a place: the level word, "bare", "list", "nation" …
        role: The part that it plays.
        former: Whether the text says that the unit is one of the old map ("cũ").
    """

    place: Place
    anaphoric: bool = False
    plural: bool = False
    cue: str = "bare"
    role: PlaceRole = PlaceRole.SUBJECT
    former: bool = False
