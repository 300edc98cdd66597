"""What the commands say, on stdout and on stderr, and with which exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ocop as package

if TYPE_CHECKING:
    from conftest import Ocop


def shell(*arguments: str, **named: object) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "ocop", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **named)  # type: ignore[call-overload]


def test_version_and_help(ocop: Ocop) -> None:
    assert ocop("--version").out == f"ocop {package.__version__}\n"
    said = ocop("--help").out
    assert "Exit codes" in said
    assert all(command in said for command in ("run", "read", "query", "explain", "doctor"))


def test_unknown_command_is_wrong_usage(ocop: Ocop) -> None:
    answer = ocop("raed", "x")
    assert answer.code == 2
    assert "read" in answer.err


# read ------------------------------------------------------------------------


def test_read_shows_the_text_then_its_claims_in_words(ocop: Ocop, documents: Path) -> None:
    answer = ocop("read", documents / "nghe-an.txt")
    assert answer.code == 0
    text, _, claims = answer.out.partition("Claims (")
    assert "48 sản phẩm" in text
    assert "48 products of 3 stars or more" in claims
    assert "Nghệ An" in claims
    assert "15 products of 4 stars" in claims


def test_read_names_products_and_producers_when_asked(ocop: Ocop, tmp_path: Path) -> None:
    file = tmp_path / "annex.txt"
    file.write_text(
        "Danh sách sản phẩm OCOP\n1 | Trà dây Bản Cuôn | HTX Thanh niên Bản Cuôn | 71,5\n", "utf-8"
    )
    assert "Producers" not in ocop("read", file).out
    said = ocop("read", file, "--names", "--brief").out
    assert "HTX Thanh niên Bản Cuôn" in said.partition("Producers (1)")[2]
    record = ocop("read", file, "--names", "--json").json()
    spans = [name["span"] for name in record["names"] if name["label"] == "PRODUCER"]
    text = record["document"]["text"]
    assert [text[span["start"] : span["end"]] for span in spans] == ["HTX Thanh niên Bản Cuôn"]
    assert "names" not in ocop("read", file, "--json").json()


def test_read_tells_why_when_asked(ocop: Ocop, documents: Path) -> None:
    file = documents / "nghe-an.txt"
    said = ocop("read", file, "--why", "--brief").out
    assert "kind cumulative" in said
    assert "←" in said
    assert "←" not in ocop("read", file, "--brief").out
    (first, *_) = ocop("read", file, "--why", "--json").json()["claims"]
    assert next(reason["field"] for reason in first["because"]) == "count"
    assert all(0 <= reason["share"] <= 1 for reason in first["because"])
    assert "because" not in ocop("read", file, "--json").json()["claims"][0]


def test_read_says_that_there_is_no_recogniser(
    ocop: Ocop, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.ner.names.shipped", lambda: None)
    answer = ocop("read", documents / "nghe-an.txt", "--names")
    assert answer.code != 0
    assert "ocop train" in answer.err


def test_read_speaks_vietnamese(ocop: Ocop, documents: Path) -> None:
    assert (
        "48 sản phẩm 3 sao trở lên"
        in ocop("read", documents / "nghe-an.txt", "--lang", "vi", "--brief").out
    )


def test_read_takes_standard_input_and_answers_json(ocop: Ocop, nghe_an: str) -> None:
    answer = ocop("read", "-", "--json", "--published", "2020-12-15", stdin=nghe_an.encode())
    reading = answer.json()
    assert isinstance(reading, dict)
    assert reading["document"]["published"] == {"date": "2020-12-15", "found_by": "given"}
    text = reading["document"]["text"]
    for claim in reading["claims"]:
        for span in (claim["quote"], *claim["evidence"]):
            assert text[span["start"] : span["end"]] == span["text"]
    assert {claim["count"] for claim in reading["claims"]} == {48, 15}


@pytest.mark.parametrize("day", ["2020-02-30", "15/12/2020", "hôm nay", "20", ""])
def test_read_refuses_a_day_that_does_not_exist(ocop: Ocop, documents: Path, day: str) -> None:
    answer = ocop("read", documents / "nghe-an.txt", "--published", day)
    assert answer.code == 2
    assert "2020-06-21" in answer.err


def test_read_says_when_there_is_no_such_file(ocop: Ocop, tmp_path: Path) -> None:
    answer = ocop("read", tmp_path / "none.txt")
    assert answer.code == 1
    assert "none.txt cannot be read: No such file" in answer.err.replace("\n", "")
    assert answer.out == ""


def test_read_needs_no_workspace(ocop: Ocop, documents: Path, tmp_path: Path) -> None:
    ocop("read", documents / "nghe-an.txt")
    assert not (tmp_path / "ws").exists()


def test_a_page_cannot_steer_the_terminal(ocop: Ocop) -> None:
    answer = ocop("read", "-", stdin="Nghệ An \x1b[2J\x1b]0;x\x07 có 48 sản phẩm OCOP.".encode())
    assert "\x1b" not in answer.out
    assert "\x07" not in answer.out


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_output_keeps_to_the_width(
    ocop: Ocop, documents: Path, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for command in (("read", documents / "nghe-an.txt"), ("run", documents)):
        lines = ocop(*command).out.splitlines()
        assert max(map(len, lines)) <= int(width)
        assert "\x1b" not in "".join(lines), "no colours where there is no terminal"


# run, query, explain ---------------------------------------------------------


def test_run_prints_the_table_and_what_to_type_next(ocop: Ocop, documents: Path) -> None:
    answer = ocop("run", documents)
    assert answer.code == 0
    row = next(line for line in answer.out.splitlines() if "Nghệ An" in line)
    assert "48" in row
    assert "2 documents" in answer.out
    assert "Written to" in answer.err
    assert "ocop query" in answer.err


def test_quiet_leaves_stderr_empty(ocop: Ocop, documents: Path) -> None:
    assert ocop("run", documents, "--quiet").err == ""


def test_the_steps_give_what_run_gives(ocop: Ocop, documents: Path, outputs: Path) -> None:
    whole = ocop("run", documents).out
    table = (outputs / "cells.csv").read_bytes()
    for path in outputs.iterdir():
        if path.is_file():
            path.unlink()
    assert ocop("ingest", documents).code == 0
    assert ocop("extract").code == 0
    steps = ocop("table").out
    assert steps in whole
    assert (outputs / "cells.csv").read_bytes() == table


def test_an_empty_workspace_is_a_sentence(ocop: Ocop) -> None:
    for command, *rest in (("run",), ("extract",), ("table",), ("explain", "x"), ("query", "Huế")):
        answer = ocop(command, *rest)
        assert answer.code == 1, command
        assert "ocop run PATH" in " ".join(answer.err.split()), command


def test_the_workspace_is_not_taken_into_itself(ocop: Ocop, tmp_path: Path) -> None:
    answer = ocop("run", tmp_path)
    assert answer.code == 1
    assert "corpus/" in answer.err


def test_a_path_that_is_not_there_is_an_issue(ocop: Ocop, documents: Path) -> None:
    answer = ocop("run", documents, documents / "gone.txt")
    assert answer.code == 3
    assert "gone.txt" in answer.err


def test_query_finds_a_place_without_diacritics(ocop: Ocop, documents: Path) -> None:
    ocop("run", documents)
    answer = ocop("query", "nghe an", "--json").json()
    assert isinstance(answer, dict)
    assert {cell["value"] for cell in answer["cells"]} >= {48, 15}
    assert "48" in ocop("query", "Nghệ An").out
    only = ocop("query", "Nghệ An", "--star", "4", "--series", "cumulative", "--json").json()
    assert isinstance(only, dict)
    assert {cell["value"] for cell in only["cells"]} == {15}


@pytest.mark.parametrize(
    "question", [("Xứ Mơ",), ("Nghệ An", "--series", "all"), ("Nghệ An", "--regime", "64")]
)
def test_query_says_what_to_ask_instead(
    ocop: Ocop, documents: Path, question: tuple[str, ...]
) -> None:
    ocop("run", documents)
    answer = ocop("query", *question)
    assert answer.code == 2
    assert answer.out == ""


def test_explain_leads_from_the_cell_to_the_page(ocop: Ocop, documents: Path) -> None:
    ocop("run", documents)
    asked = ocop("query", "Nghệ An", "--json").json()
    assert isinstance(asked, dict)
    cell = next(cell for cell in asked["cells"] if cell["value"] == 48)
    explained = ocop("explain", cell["cell_id"], "--json").json()
    assert isinstance(explained, list)
    (chosen,) = explained[0]["chosen"]
    assert "48 sản phẩm OCOP" in chosen["sentence"]
    assert chosen["url"].endswith("nghe-an.txt")
    assert chosen["capture"]["warc"].endswith(".warc.gz")
    shown = " ".join(ocop("explain", chosen["claim_id"][:10]).out.split())
    assert "48 sản phẩm OCOP" in shown
    assert "nghe-an.txt" in shown


def test_explain_wants_a_unique_beginning(ocop: Ocop, documents: Path) -> None:
    ocop("run", documents)
    assert ocop("explain", "zzz").code == 1
    many = ocop("explain", "63.")
    assert many.code == 1
    assert "Give more" in many.err


# the shell -------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["C", "en_US.ISO-8859-1"])
def test_vietnamese_in_every_locale(documents: Path, lang: str) -> None:
    done = shell("read", str(documents / "nghe-an.txt"), env={"LANG": lang, "PYTHONUTF8": "0"})
    assert done.returncode == 0, done.stderr
    assert "48 sản phẩm" in done.stdout.decode("utf-8")


def test_a_closed_pipe_is_no_traceback(documents: Path) -> None:
    # More than a pipe holds, buffered as in a shell.
    text = "Đường liên xã đã được đổ bê tông.\n" * 20_000
    (documents / "long.txt").write_text(text, encoding="utf-8")
    reading = subprocess.Popen(
        [sys.executable, "-m", "ocop", "read", str(documents / "long.txt"), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
    )
    assert reading.stdout is not None
    assert reading.stderr is not None
    reading.stdout.readline()
    reading.stdout.close()
    with reading.stderr as stderr:
        said = stderr.read()
    assert reading.wait() == 141
    assert said == b""


def test_ctrl_c_is_a_sentence(tmp_path: Path) -> None:
    fifo = tmp_path / "endless"
    os.mkfifo(fifo)
    # A job started in the background of a shell inherits an ignored SIGINT, and
    # so would this command: it is given back what a terminal gives it.
    given = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        reading = subprocess.Popen(
            [sys.executable, "-m", "ocop", "read", str(fifo)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    finally:
        signal.signal(signal.SIGINT, given)
    with fifo.open("wb"):  # opens when the command does
        time.sleep(0.2)
        reading.send_signal(signal.SIGINT)
        try:
            _, said = reading.communicate(timeout=60)
        finally:
            reading.kill()
    assert reading.returncode == 130
    assert b"Stopped" in said
    assert b"Traceback" not in said


def test_a_second_writer_is_told_to_wait(ocop: Ocop, documents: Path, tmp_path: Path) -> None:
    from ocop.workspace import Workspace

    with Workspace(tmp_path / "ws", "test").writing():
        answer = ocop("run", documents)
    assert answer.code == 1
    assert "Another ocop command" in answer.err


def test_debug_shows_the_traceback(documents: Path, tmp_path: Path) -> None:
    done = shell("--debug", "read", str(tmp_path / "none"))
    assert b"Traceback" in done.stderr
    assert b"Traceback" not in shell("read", str(tmp_path / "none")).stderr


def test_doctor_finds_this_machine_fit(ocop: Ocop) -> None:
    findings = {finding["check"]: finding for finding in json.loads(ocop("doctor", "--json").out)}
    for check in ("python", "packages", "tokeniser", "reader", "children", "workspace"):
        assert findings[check]["health"] == "good", findings[check]
    for finding in findings.values():
        assert (finding["health"] == "good") == (finding["mend"] == ""), finding


def test_doctor_names_the_programs_that_lack_and_the_one_command_that_installs_them(
    ocop: Ocop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path / "bin"
    bare.mkdir()
    (bare / "tesseract").write_text("#!/bin/sh\necho List of languages\necho eng\n")
    (bare / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", f"{bare}")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    (found,) = [f for f in json.loads(ocop("doctor", "--json").out) if f["check"] == "programs"]
    assert found["health"] == "warning"
    for name in ("Vietnamese for tesseract", "pdftotext", "soffice"):
        assert name in found["found"]
    assert found["mend"] == (
        "sudo apt-get install poppler-utils libreoffice-writer-nogui libreoffice-calc-nogui "
        "tesseract-ocr-vie"
    )
    (bare / "tesseract").unlink()
    (found,) = [f for f in json.loads(ocop("doctor", "--json").out) if f["check"] == "programs"]
    assert "apt-get install tesseract-ocr tesseract-ocr-vie poppler-utils" in found["mend"]


def test_doctor_is_glad_when_all_programs_are_there(
    ocop: Ocop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("tesseract", "pdftotext", "soffice"):
        (tmp_path / name).write_text("#!/bin/sh\necho vie\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    (found,) = [f for f in json.loads(ocop("doctor", "--json").out) if f["check"] == "programs"]
    assert (found["health"], found["mend"]) == ("good", "")


def test_doctor_says_what_mends_half_written_outputs(
    ocop: Ocop, documents: Path, outputs: Path
) -> None:
    ocop("run", documents)
    (outputs / "cells.csv").write_text("half", encoding="utf-8")
    answer = ocop("doctor")
    assert answer.code == 1
    assert "cells.csv" in answer.out
    assert "mend: ocop table" in answer.out
    ocop("table")
    assert ocop("doctor").code == 0
