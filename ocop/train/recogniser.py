"""Training of a spaCy ``ner`` on labelled sentences (``ocop.train.spans``).

The pipeline is that of ``extract.ner.names``, whatever the labels; its tokens are ours
(``extract.text.tokens``), and what it was trained on stands in its ``meta``.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from extract.model import Label
from extract.ner.names import from_bytes, to_bytes, untrained
from extract.text.tokens import pieces
from ocop.train.spans import Labelled, Line

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train: all that, with the sentences, decides the weights."""

    seed: int = 0
    epochs: int = 8
    words: int = 800
    """Words of a batch, about."""
    rate: float = 0.002
    dropout: float = 0.25
    unlabelled: float = 1.0
    """Share of the sentences without a label that an epoch shows."""


FACTS_RECIPE: Final = Recipe()
NAMES_RECIPE: Final = Recipe(epochs=20, unlabelled=0.3)


def fit(lines: Sequence[Line], recipe: Recipe, meta: Mapping[str, Any] | None = None) -> Language:
    """Train on sentences. The same sentences and recipe give the same weights."""
    from thinc.api import Adam, fix_random_seed

    fix_random_seed(recipe.seed)
    chance = random.Random(recipe.seed)  # noqa: S311 - no secret
    nlp = untrained()
    recogniser: Any = nlp.get_pipe("ner")
    for label in sorted({span.label for line in lines for span in line.spans}):
        recogniser.add_label(label.value)
    lessons = [(_example(line, nlp), bool(line.spans)) for line in lines if line.text.strip()]
    told = [example for example, labelled in lessons if labelled]
    nlp.initialize(lambda: told)
    optimiser = Adam(recipe.rate, L2=0.0, grad_clip=1.0, use_averages=True)
    for epoch in range(recipe.epochs):
        optimiser.learn_rate = recipe.rate * (1 - epoch / recipe.epochs)
        seen = [e for e, labelled in lessons if labelled or chance.random() < recipe.unlabelled]
        chance.shuffle(seen)
        for batch in _batches(seen, recipe.words):
            nlp.update(batch, drop=recipe.dropout, sgd=optimiser)
    nlp.meta["ocop"] = {"recipe": asdict(recipe), "sentences": len(lines), **(meta or {})}
    with nlp.use_params(optimiser.averages):
        return from_bytes(to_bytes(nlp))


def find(nlp: Language, lines: Iterable[Line]) -> list[tuple[Labelled, ...]]:
    """What the recogniser finds in each sentence."""
    docs = nlp.pipe(pieces(line.text, nlp.vocab) for line in lines)
    return [
        tuple(Labelled(ent.start_char, ent.end_char, Label(ent.label_)) for ent in doc.ents)
        for doc in docs
    ]


def _example(line: Line, nlp: Language) -> Example:
    """A sentence as spaCy learns from it; a run that cuts a word teaches nothing there."""
    from spacy.training import Example, offsets_to_biluo_tags

    doc = pieces(line.text, nlp.vocab)
    spans = [(span.start, span.end, span.label.value) for span in line.spans]
    return Example.from_dict(doc, {"entities": offsets_to_biluo_tags(doc, spans)})


def _batches(examples: Iterable[Example], words: int) -> Iterator[list[Example]]:
    batch: list[Example] = []
    size = 0
    for example in examples:
        batch.append(example)
        size += len(example)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
