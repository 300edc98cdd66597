"""Lists of a portal: what they hold, how long a page is, what comes after the last."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from town.story import Section, Story


class End(StrEnum):
    """What a list says to a page after its last."""

    MISSING = "404"
    EMPTY = "200 without entries"
    REPEATS = "the last page again"
    RESTARTS = "the first page again"
    MOVES = "a redirect to the first page"


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a list is of: a section, a tag, the words of a search, or all (``home``)."""

    kind: str
    name: str
    slug: str
    number: int = 0

    def holds(self, story: Story) -> bool:
        """Whether a story stands in it."""
        if self.kind == "home":
            return True
        if self.kind == "section":
            return story.section.slug == self.slug
        if self.kind == "tag" and "ocop" in self.slug:
            return story.ocop
        return self.name.casefold() in f"{story.title} {story.summary}".casefold()

    @classmethod
    def of(cls, section: Section) -> Shelf:
        """The list of a section."""
        return cls("section", section.name, section.slug, section.number)


TAG = Shelf("tag", "OCOP", "ocop", 31)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a list. ``last`` is the number of the last page that has stories."""

    shelf: Shelf
    stories: tuple[Story, ...]
    number: int
    last: int

    @property
    def has_next(self) -> bool:
        """Whether stories follow."""
        return self.number < self.last
