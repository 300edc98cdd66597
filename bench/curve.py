"""What more labelled documents are worth: ``python -m bench.curve > curve.json``.

One and the same reader learns from an eighth, a quarter, half and all of the documents of
the other hands, evenly drawn, and reads the hands of the sample: nothing but the number of
documents differs. ``python docs/curve.py curve.json`` tells it in docs/.
"""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any, Final

from rich.console import Console

from bench import texts
from bench.__main__ import Progress
from bench.accuracy.left_out import predict_left_out
from bench.report import Say
from ocop.evaluate import evaluate

SHARES: Final = (Fraction(1, 8), Fraction(1, 4), Fraction(1, 2), Fraction(1))
EPOCHS: Final = 12
"""As often as the network that ships saw each document."""


def measure(sample: texts.Sample, say: Say, epochs: int = EPOCHS) -> dict[str, Any]:
    """Scores by the number of documents that were learned from."""
    points = []
    for share in SHARES:
        others = texts.evenly(sample.others, round(share * len(sample.others)))
        say(f"{len(others)} documents")
        scores = evaluate(sample.read, predict_left_out(sample.read, others, say, epochs))
        points.append(
            {"documents": len(others), "strict": scores.strict.f1, "table": scores.table.f1}
        )
    return {"read": sample.told, "epochs": epochs, "points": points}


if __name__ == "__main__":
    found = measure(texts.sample(texts.labelled()), Progress(Console(stderr=True)).of("curve"))
    print(json.dumps(found, indent=1))
