"""Which folder is the workspace, and how files take their place in it."""

from __future__ import annotations

from pathlib import Path

import pytest

import ocop
from crawler.archive import Fault
from ocop.errors import OcopError
from ocop.faultlog import FaultLog
from ocop.workspace import Workspace, replacing


def fault(where: str) -> Fault:
    return Fault("empty_file", "the file is empty", where, "copy it again or remove it")


def test_the_option_goes_before_the_environment(tmp_path: Path) -> None:
    environ = {"OCOP_WORKSPACE": str(tmp_path / "environment")}
    assert Workspace.find(tmp_path / "option", environ).root == tmp_path / "option"
    assert Workspace.find(None, environ).root == tmp_path / "environment"


def test_the_checkout_goes_before_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    package = tmp_path / "checkout" / "ocop"
    package.mkdir(parents=True)
    monkeypatch.setattr(ocop, "__file__", str(package / "__init__.py"))
    assert Workspace.find(None, {}).root == tmp_path
    (tmp_path / "checkout" / "corpus").mkdir()
    assert Workspace.find(None, {}).root == tmp_path / "checkout"


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    workspace = Workspace(tmp_path / "file" / "ws", "--workspace")
    with pytest.raises(OcopError, match="cannot be written") as raised, workspace.writing():
        pass
    assert "--workspace" in raised.value.advice


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "test")
    with workspace.writing(), pytest.raises(OcopError, match="Another"), workspace.writing():
        pass
    with workspace.writing():
        pass


def _write_half(path: Path) -> None:
    with replacing(path) as beside:
        beside.write_text("half", encoding="utf-8")
        raise ZeroDivisionError


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        _write_half(path)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]
    with replacing(path) as beside:
        beside.write_text("new", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "new"


def test_faults_of_a_path_are_replaced_when_it_is_given_again(tmp_path: Path) -> None:
    log = FaultLog(tmp_path)
    log.replace(tmp_path / "a", [fault("b.txt"), fault("a.txt")])
    log.replace(tmp_path / "b", [fault("c.txt")])
    assert [one.where for one in log.faults()] == ["a.txt", "b.txt", "c.txt"]
    log.replace(tmp_path / "a", [fault("b.txt")])
    assert [one.where for one in FaultLog(tmp_path).faults()] == ["b.txt", "c.txt"]


def test_a_damaged_fault_log_is_a_sentence(tmp_path: Path) -> None:
    log = FaultLog(tmp_path)
    log.path.write_text('{"given": "a"}\nhalf', encoding="utf-8")
    with pytest.raises(OcopError, match="damaged") as raised:
        log.faults()
    assert "ocop ingest" in raised.value.advice
