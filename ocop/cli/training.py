"""``ocop train``: learn anew from labelled documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from ocop.cli.options import JsonOption, QuietOption
from ocop.cli.terminal import answer_json, meter, out


def train(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD...", help="Files or folders of *.jsonl.")
    ],
    into: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Write learned.json and network.npz here, not into the reader itself.",
        ),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(metavar="OUT.json", help="Keep the scores on what was left out."),
    ] = None,
    seed: Annotated[int, typer.Option(help="What chance begins with.")] = 0,
    epochs: Annotated[
        int | None, typer.Option(min=1, help="How often the networks see each document.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Processes (default: one a core).")
    ] = None,
    names: Annotated[
        Path | None,
        typer.Option(
            metavar="NAMES.jsonl",
            help="Learn names.spacy, which finds products and producers, from these instead.",
        ),
    ] = None,
    facts: Annotated[
        bool,
        typer.Option(
            "--facts",
            help="Only measure how well such a recogniser finds counts, papers, dates and places.",
        ),
    ] = False,
    quiet: QuietOption = False,
    as_json: JsonOption = False,
) -> None:
    """Learn the weights of choice and the second reader from labelled documents.

    Takes minutes. Never score on documents that were learned from.
    """
    from dataclasses import replace

    from ocop.engines import available_cores

    if names is not None or facts:
        from ocop.cli.recognising import Wishes, learn_names, measure_facts

        wishes = Wishes(seed, epochs, jobs or available_cores(), quiet, as_json)
        if names is not None:
            learn_names(gold, names, into, wishes)
        else:
            measure_facts(gold, wishes)
        return
    from ocop.evaluate.gold import load
    from ocop.evaluate.records import as_json as as_record
    from ocop.evaluate.report import print_summary
    from ocop.train import NETWORK_FILE, WEIGHTS_FILE, score_left_out, train_files, write
    from ocop.train.network import Recipe

    recipe = replace(Recipe(seed=seed), **({} if epochs is None else {"epochs": epochs}))
    with meter("networks", quiet=quiet or as_json) as seen:
        trained = train_files(gold, recipe, jobs=jobs or available_cores(), meter=seen)
    files = (
        (WEIGHTS_FILE, NETWORK_FILE)
        if into is None
        else (into / WEIGHTS_FILE.name, into / NETWORK_FILE.name)
    )
    write(trained, *files)
    scores = score_left_out(load(gold), trained.left_out)
    if report is not None:
        report.write_text(
            json.dumps(as_record(scores), ensure_ascii=False, indent=1) + "\n", "utf-8"
        )
    if as_json:
        answer_json({**trained.meta, "choices": trained.choices, "files": [str(f) for f in files]})
        return
    for name, choices in trained.choices.items():
        out().print(f"{name}: {choices} choices")
    if trained.left_out:
        out().print("Scores of each fold, read by what was learned without it:")
        print_summary(scores, out())
    out().print(f"Wrote {files[0]} and {files[1]}.")
    out().print("See what changed: ocop evaluate tests/gold/held-out")
