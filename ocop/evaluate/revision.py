"""Reads labelled documents with the code of another git revision.

The revision is checked out beside the working tree, in a folder that is gone afterwards;
its own reader reads there in a process of its own, without seeing a label. Its readings
are scored by the scorer of today, so that only the reading makes the difference.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ocop.evaluate.fields import GoldError
from ocop.evaluate.gold import GoldDocument
from ocop.evaluate.predict import Prediction
from ocop.evaluate.records import read_prediction

CHECKOUT = Path(__file__).resolve().parents[2]
"""The folder that holds the packages; a git checkout, or there are no other revisions."""


def predict_as_of(
    revision: str,
    documents: Sequence[GoldDocument],
    *,
    jobs: int | None = None,
    checkout: Path = CHECKOUT,
) -> list[Prediction]:
    """What the code of ``revision`` reads in ``documents``.

    Raises:
        GoldError: there is no git, no checkout, no such revision, or its code cannot
            read labelled documents.
    """
    commit = _commit(revision, checkout)
    with _worktree(commit, checkout) as tree, tempfile.TemporaryDirectory() as folder:
        unlabelled, out = Path(folder, "documents.jsonl"), Path(folder, "predictions.jsonl")
        unlabelled.write_text("".join(map(_line, documents)), encoding="utf-8")
        # JSON goes to standard output, which nobody looks at; the report is made here.
        command: list[str | Path] = [sys.executable, "-m", "ocop.evaluate", unlabelled, "--json"]
        command += ["--predictions", out, *(["--jobs", str(jobs)] if jobs else [])]
        done = subprocess.run(  # noqa: S603 - our own code
            command,
            cwd=tree,
            env=_environment() | {"PYTHONPATH": str(tree)},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if not out.exists():
            words = (done.stderr.strip() or "no reason given").splitlines()[-1]
            raise GoldError(revision, f"the code of this revision cannot read here: {words}")
        return _predictions(out, documents, revision)


def _line(document: GoldDocument) -> str:
    """A labelled document without its labels."""
    source = document.source
    record: dict[str, object] = {
        "id": document.id,
        "kind": document.kind,
        "source": {"name": source.name, "type": source.type, "province": source.province},
        "published": document.published,
        "title": document.title,
        "text": document.text,
        "traps": [],
        "decisions": [],
        "claims": [],
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def _predictions(path: Path, documents: Sequence[GoldDocument], revision: str) -> list[Prediction]:
    lines = path.read_text(encoding="utf-8").split("\n")
    found = [
        read_prediction(json.loads(line), document.text, f"{revision}: {document.id}")
        for line, document in zip(lines, documents, strict=False)
        if line
    ]
    if [p.id for p in found] != [d.id for d in documents]:
        raise GoldError(revision, "the code of this revision did not read all documents")
    return found


# ── git ──────────────────────────────────────────────────────────────────────────────


def _commit(revision: str, checkout: Path) -> str:
    """The commit that a revision names."""
    top = _git(checkout, "rev-parse", "--show-toplevel")
    if top.returncode or Path(top.stdout.strip()).resolve() != checkout:
        raise GoldError(
            revision,
            f"is no report file, and {checkout} is no git checkout whose revisions could be read",
        )
    found = _git(
        checkout, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if found.returncode:
        raise GoldError(revision, f"is neither a report file nor a git revision of {checkout}")
    return found.stdout.strip()


@contextmanager
def _worktree(commit: str, checkout: Path) -> Iterator[Path]:
    """The files of a commit in a temporary folder; git forgets it afterwards."""
    with tempfile.TemporaryDirectory(prefix="ocop-revision-") as folder:
        tree = Path(folder, "tree").resolve()
        # No hooks: a checkout for reading is nobody's event.
        hooks = f"core.hooksPath={os.devnull}"
        try:
            added = _git(checkout, "-c", hooks, "worktree", "add", "--detach", tree, commit)
            if added.returncode:
                words = added.stderr.strip().splitlines()[-1]
                raise GoldError(commit, f"git could not check this revision out: {words}")
            yield tree
        finally:
            _git(checkout, "worktree", "remove", "--force", tree)


def _git(checkout: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603
            ["git", "-C", checkout, *arguments],  # noqa: S607 - the git of the user
            env=_environment(),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError as error:
        raise GoldError("git", "is not installed; name a report file instead") from error


def _environment() -> dict[str, str]:
    """The environment without what a git hook or a venv of the caller would impose."""
    unwanted = {"PYTHONPATH", "PYTHONSAFEPATH", "PYTHONHOME"}
    return {k: v for k, v in os.environ.items() if not k.startswith("GIT_") and k not in unwanted}
