"""An evaluation as plain data: keys and their meaning are stable (``FORMAT``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from ocop.evaluate.compare import Cause, Comparison, Merged, Near
from ocop.evaluate.fields import Fields
from ocop.evaluate.gold import Paper, Statement, paper_of, statement_of
from ocop.evaluate.papers import PaperComparison
from ocop.evaluate.predict import Prediction
from ocop.evaluate.score import Evaluation, Score, Share

FORMAT = "ocop-evaluation/1"


def as_json(evaluation: Evaluation) -> dict[str, object]:
    """The report as plain data; keys and their meaning are stable (``format``)."""
    threshold = evaluation.calibration.threshold()
    return {
        "format": FORMAT,
        "documents": [comparison.document.id for comparison in evaluation.comparisons],
        "failures": [{"id": id_, "failure": words} for id_, words in evaluation.failures],
        **score_records(evaluation),
        "confidence": {
            "brier": evaluation.calibration.brier,
            "bins": [
                {
                    "low": b.low,
                    "high": b.high,
                    "claims": b.claims,
                    "right": b.right,
                    "promised": b.mean_confidence,
                }
                for b in evaluation.calibration.bins
            ],
            "threshold": asdict(threshold) if threshold else None,
        },
        "causes": {
            side: {cause.value: counts[cause] for cause in Cause}
            for side, counts in evaluation.causes.items()
        },
        "slices": {
            cut: {value: _score(score) for value, score in sorted(scores.items())}
            for cut, scores in evaluation.slices.items()
        },
        "confusion": {
            name: [
                {"label": label, "read": said, "times": n}
                for (label, said), n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
            ]
            for name, counts in sorted(evaluation.confusion.items())
        },
        "errors": [_errors_of(c) for c in evaluation.comparisons if not c.is_clean],
    }


def score_records(evaluation: Evaluation) -> dict[str, object]:
    """The scores alone, of all documents or of a part of them."""
    papers = evaluation.papers
    return {
        "claims": {"strict": _score(evaluation.strict), "table": _score(evaluation.table)},
        "fields": {name: _share(share) for name, share in evaluation.fields.items()},
        "decisions": {
            "printings": _score(papers.printings),
            "unique": _score(papers.unique),
            "date": _share(papers.date),
            "role": _share(papers.role),
        },
        "false_results": _share(evaluation.false_results),
    }


def _errors_of(comparison: Comparison) -> dict[str, object]:
    near = {pair.gold.key: pair for pair in comparison.near}
    return {
        "id": comparison.document.id,
        "file": comparison.document.file,
        "missed": [_missed(c, near.get(c.key), comparison) for c in comparison.missed],
        "false": [{**_merged(c), "cause": comparison.cause(c)} for c in comparison.false],
        "fields": [
            {**_merged(pair.gold), "wrong": list(pair.wrong_fields)}
            for pair in comparison.right
            if pair.wrong_fields
        ],
        "papers": _papers(comparison.papers),
    }


def _papers(papers: PaperComparison) -> dict[str, object]:
    return {
        "missed": [paper_record(paper) for paper in papers.missed],
        "false": [paper_record(paper) for paper in papers.false],
        "wrong": [
            {**paper_record(pair.gold), "read": paper_record(pair.predicted)}
            for pair in papers.pairs
            if not (pair.date_right and pair.role_right)
        ],
    }


def _missed(claim: Merged, near: Near | None, comparison: Comparison) -> dict[str, object]:
    record = {**_merged(claim), "cause": comparison.cause(claim)}
    if near:
        record |= {"differs": list(near.differs), "read": _merged(near.predicted)}
    return record


def _merged(claim: Merged) -> dict[str, object]:
    return {**claim_record(claim.printings[0]), "printings": len(claim.printings)}


def _score(score: Score) -> dict[str, object]:
    return {
        "gold": score.gold,
        "predicted": score.predicted,
        "right": score.right,
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
    }


def _share(share: Share) -> dict[str, object]:
    return {"part": share.part, "whole": share.whole, "share": share.value}


def prediction_lines(predictions: Sequence[Prediction]) -> Iterator[dict[str, object]]:
    """One record a document, its claims and decisions in the form of the labels."""
    for prediction in predictions:
        yield {
            "id": prediction.id,
            "claims": [claim_record(claim) for claim in prediction.claims],
            "decisions": [paper_record(paper) for paper in prediction.decisions],
        }


def read_prediction(record: object, text: str, where: str) -> Prediction:
    """What ``prediction_lines`` wrote about the document with this ``text``.

    Raises:
        GoldError: it is not such a record, or not about this text.
    """
    fields = Fields(record, where, "prediction")
    prediction = Prediction(
        fields.text("id"),
        tuple(statement_of(item, text) for item in fields.records("claims")),
        tuple(paper_of(item, text) for item in fields.records("decisions")),
    )
    fields.finish()
    return prediction


def claim_record(claim: Statement) -> dict[str, object]:
    """A claim as the labels write it."""
    return {
        "place": {
            "level": claim.level.value,
            "name": claim.name,
            "province": claim.province,
            "regime": claim.regime,
        },
        "count": claim.count,
        "count_high": claim.count_high,
        "comparator": claim.comparator.value,
        "stars": list(claim.stars),
        "potential5": claim.potential5,
        "kind": claim.kind.value,
        "period": claim.period,
        "round": claim.round,
        "as_of": claim.as_of,
        "decision": claim.decision,
        "quote": claim.quote,
        "start": claim.start,
    }


def paper_record(paper: Paper) -> dict[str, object]:
    """A decision as the labels write it."""
    return {
        "number": paper.number,
        "date": paper.date,
        "role": paper.role.value,
        "raw": paper.raw,
        "start": paper.start,
    }
