"""The official paper that a document is, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from extract.model import Decision
from ocop.decision_wording import decision_in_words, parts_in_words
from ocop.indented import Indented
from ocop.phrases import Lang


def decision_on_screen(decision: Decision, style: str, lang: Lang) -> Iterator[RenderableType]:
    """The paper in one line, below it its title, articles, papers, signer and doubts."""
    yield Text(decision_in_words(decision, lang), style)
    title = [" ".join(decision.title.text.split())] if decision.title else []
    for line in (*title, *parts_in_words(decision, lang)):
        yield Indented(Text(line), 2)
