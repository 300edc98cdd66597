"""How well the reader reads: labelled documents, scores, and every error explained.

``run(Options(...))`` is the way in; ``python -m ocop.evaluate`` and the ``ocop`` command call it.
"""

from __future__ import annotations

from ocop.evaluate.command import run
from ocop.evaluate.details import print_details
from ocop.evaluate.folds import LeaveOut
from ocop.evaluate.gold import GoldDocument, GoldError, Paper, Statement, load
from ocop.evaluate.options import Options
from ocop.evaluate.predict import Prediction, predict
from ocop.evaluate.records import as_json, prediction_lines
from ocop.evaluate.report import print_summary
from ocop.evaluate.score import Evaluation, evaluate

__all__ = [
    "Evaluation",
    "GoldDocument",
    "GoldError",
    "LeaveOut",
    "Options",
    "Paper",
    "Prediction",
    "Statement",
    "as_json",
    "evaluate",
    "load",
    "predict",
    "prediction_lines",
    "print_details",
    "print_summary",
    "run",
]
