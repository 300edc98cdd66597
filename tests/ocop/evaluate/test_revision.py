"""Reading with the code of another revision: a small repository whose reader changes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from ocop.evaluate import GoldError, Options, run
from ocop.evaluate.revision import predict_as_of

TEXT = "Lũy kế, Nghệ An có 139 sản phẩm OCOP.\nPhấn đấu năm 2022 công nhận thêm 60 sản phẩm."

# Stands for ocop.evaluate of an old revision: says one claim of each document, and proves
# by breaking down that it sees no label.
OLD_READER = """
import json, sys
from pathlib import Path
arguments = sys.argv[1:]
documents = [json.loads(line) for line in Path(arguments[0]).read_text("utf-8").splitlines()]
assert not any(document["claims"] or document["decisions"] for document in documents)
claims = json.loads(Path("claims.json").read_text("utf-8"))
out = Path(arguments[arguments.index("--predictions") + 1])
out.write_text("".join(
    json.dumps({"id": document["id"], "claims": claims, "decisions": []}) + "\\n"
    for document in documents
))
"""


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    command = ["git", "-C", folder, *identity, *arguments]
    env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def labels(claim):
    return [
        claim(139, "139 sản phẩm", kind="cumulative", as_of="2022-01-28"),
        claim(60, "60 sản phẩm", kind="target", as_of="2022"),
    ]


@pytest.fixture
def checkout(tmp_path, labels) -> Path:
    """A repository with one revision that reads the first claim, and one that is broken."""
    folder = tmp_path / "checkout"
    package = folder / "ocop" / "evaluate"
    package.mkdir(parents=True)
    (folder / "ocop" / "__init__.py").touch()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(OLD_READER)
    said = {k: v for k, v in labels[0].items() if k != "nth"}
    said["start"] = TEXT.index(said["quote"])
    (folder / "claims.json").write_text(json.dumps([said]))
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "Read the first")
    git(folder, "tag", "first")
    (package / "__main__.py").write_text("raise SystemExit('no such reader')")
    git(folder, "commit", "--quiet", "-am", "Break down")
    return folder.resolve()


def test_a_revision_reads_with_its_own_code_and_leaves_nothing(
    checkout, gold, page, labels
) -> None:
    documents = gold(page(TEXT, labels, id="a"), page(TEXT, labels, id="b"))
    found = predict_as_of("first", documents, checkout=checkout)
    assert [(p.id, [claim.count for claim in p.claims]) for p in found] == [
        ("a", [139]),
        ("b", [139]),
    ]
    assert len(git(checkout, "worktree", "list").splitlines()) == 1
    assert git(checkout, "status", "--short") == ""


def test_gains_and_losses_since_a_revision_are_told_document_by_document(
    checkout, write, page, labels, reader, monkeypatch
) -> None:
    monkeypatch.setattr(
        "ocop.evaluate.command.predict_as_of",
        lambda revision, documents, jobs: predict_as_of(revision, documents, checkout=checkout),
    )
    path = write(page(TEXT, labels))
    console = Console(file=io.StringIO(), width=200)
    code = run(
        Options(gold=(path,), jobs=1, against="first"), reader=reader(labels[1:]), console=console
    )
    assert code == 1  # the table lost a claim
    output = console.file.getvalue()
    assert "1 mended, 1 broken\ndoc\n" in output
    assert "  + missed     60 ★345 target province Nghệ An/63\n" in output
    assert "  − missed     139 ★345 cumulative province Nghệ An/63\n" in output


def test_a_revision_that_cannot_read_says_why(checkout, gold, page) -> None:
    with pytest.raises(
        GoldError, match="HEAD: the code of this revision cannot read here: no such"
    ):
        predict_as_of("HEAD", gold(page(TEXT)), checkout=checkout)
    assert len(git(checkout, "worktree", "list").splitlines()) == 1


@pytest.mark.parametrize("revision", ["nobody", "--help", "first..HEAD", ""])
def test_an_unknown_revision_is_an_error(checkout, gold, page, revision) -> None:
    with pytest.raises(GoldError, match="neither a report file nor a git revision"):
        predict_as_of(revision, gold(page(TEXT)), checkout=checkout)


def test_outside_of_git_there_are_no_revisions(tmp_path, gold, page) -> None:
    with pytest.raises(GoldError, match="is no git checkout"):
        predict_as_of("HEAD", gold(page(TEXT)), checkout=tmp_path)


def test_a_folder_inside_of_another_checkout_is_none(checkout, gold, page) -> None:
    with pytest.raises(GoldError, match="is no git checkout"):
        predict_as_of("HEAD", gold(page(TEXT)), checkout=checkout / "ocop")


def test_without_git_there_are_no_revisions(checkout, gold, page, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(GoldError, match="git: is not installed"):
        predict_as_of("first", gold(page(TEXT)), checkout=checkout)


def test_the_variables_of_a_git_hook_do_not_lead_astray(
    checkout, gold, page, monkeypatch, tmp_path
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert len(predict_as_of("first", gold(page(TEXT)), checkout=checkout)) == 1


def test_a_file_that_is_not_there_is_no_revision(write, page, reader, capsys) -> None:
    path = write(page(TEXT))
    assert run(Options(gold=(path,), jobs=1, against="old.json"), reader=reader()) == 2
    assert "old.json: cannot be read as a report" in capsys.readouterr().err.replace("\n", "")


def test_the_old_way_in_stays_for_later_revisions(write, page) -> None:
    """What ``predict_as_of`` calls: a change here cuts off every revision before it."""
    path = write(page("Hôm nay trời đẹp."))
    out = path.with_name("out.jsonl")
    command = [sys.executable, "-m", "ocop.evaluate", path, "--json", "--predictions", out]
    subprocess.run([*command, "--jobs", "1"], capture_output=True, check=True)
    assert out.read_text() == '{"id": "doc", "claims": [], "decisions": []}\n'
