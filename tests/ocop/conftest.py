"""A folder of documents, a workspace and the command, for the tests of the front door."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ocop.cli import app

NGHE_AN = """Nghệ An: Công nhận sản phẩm OCOP

15/12/2020

Đến nay, tỉnh Nghệ An có 48 sản phẩm OCOP đạt 3 sao trở lên, trong đó có 15 sản phẩm đạt 4 sao.
"""
HA_GIANG = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Hà Giang có thêm sản phẩm OCOP</title></head>
<body><article><h1>Hà Giang có thêm sản phẩm OCOP</h1>
<p>Năm 2021, tỉnh Hà Giang công nhận 26 sản phẩm OCOP đạt 3 sao.</p></article></body></html>
"""


@dataclass(frozen=True)
class Answer:
    """What a command said and left behind."""

    code: int
    out: str
    err: str

    def json(self) -> object:
        return json.loads(self.out)


Ocop = Callable[..., Answer]


@pytest.fixture
def ocop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ocop:
    """Run a command in this process, in the workspace ``tmp_path / "ws"``."""
    monkeypatch.setenv("OCOP_WORKSPACE", str(tmp_path / "ws"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path, stdin: bytes | str | None = None) -> Answer:
        result = CliRunner().invoke(app, [str(one) for one in arguments], input=stdin)
        return Answer(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def nghe_an() -> str:
    """A news item with 48 products, 15 of them of 4 stars."""
    return NGHE_AN


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    return tmp_path / "ws" / "outputs"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with two good documents."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "nghe-an.txt").write_text(NGHE_AN, encoding="utf-8")
    (folder / "ha-giang.html").write_text(HA_GIANG, encoding="utf-8")
    return folder
