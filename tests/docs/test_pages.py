"""Links lead somewhere, commands can be typed, code runs, pictures are small and whole."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
import typer.main
from lxml import etree
from PIL import Image
from typer.testing import CliRunner

from ocop.cli import app

ROOT = Path(__file__).parents[2]
ROOMS = ("corpus", "outputs", "tests/gold")
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / name / "README.md" for name in ("corpus", "outputs", "tests/gold")),
    ]
)
COMMANDS = typer.main.get_command(app).commands
FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)

each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))


def fenced(path, *languages):
    """Bodies of the fenced blocks in one of ``languages``."""
    matches = FENCE.finditer(path.read_text(encoding="utf-8"))
    return [match["body"] for match in matches if match["language"] in languages]


def anchors(path):
    """Anchors of the headings of a page, as GitHub makes them."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@each_page
def test_every_relative_link_leads_somewhere(path):
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = unquote(link).partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        assert not anchor or anchor in anchors(target), link


# ── Commands ─────────────────────────────────────────────────────────────────────────


def typed(path):
    """Lines of fenced blocks that a reader would type, without prompt and comment."""
    lines = "\n".join(fenced(path, "", "sh", "bash", "console")).splitlines()
    return [line.removeprefix("$ ").partition("  #")[0].strip() for line in lines]


def arguments(program):
    """Every command line of ``program`` in all pages, as lists of words."""
    return [
        pytest.param(shlex.split(line)[1:], id=f"{path.stem}: {line}")
        for path in PAGES
        for line in dict.fromkeys(typed(path))
        if re.fullmatch(rf"(?:\S*/)?{program} [\w./\"'-].*", line)
    ]


@pytest.mark.parametrize("words", arguments("ocop"))
def test_every_command_can_be_typed(words, monkeypatch):
    monkeypatch.chdir(ROOT)
    name, *rest = words
    assert name in COMMANDS
    assert CliRunner().invoke(app, [name, "--help"]).exit_code == 0
    COMMANDS[name].make_context(name, rest)  # reads the words; nothing runs


def test_commands_were_found():
    assert len(arguments("ocop")) > 10
    assert len(arguments("make")) > 3


@pytest.mark.parametrize("words", arguments("make"))
def test_every_target_is_in_the_makefile(words):
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(words) <= set(targets)


@pytest.mark.parametrize("words", arguments("python"))
def test_what_python_is_given_exists(words):
    paths = [ROOT / word for word in words if re.fullmatch(r"[\w/-]+/[\w./-]+", word)]
    assert all(path.exists() for path in paths)


@pytest.mark.parametrize("words", arguments("scrapy"))
def test_every_spider_exists(words):
    names = (ROOT / "crawler" / "spiders").glob("*.py")
    assert words[0] == "crawl"
    assert words[1] in {path.stem for path in names} - {"__init__", "sources"}


def test_the_two_commands_come_before_what_comes_out():
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert page.index("make run") < page.index("make test") < page.index("## What comes out")
    assert page.index("## Tiếng Việt") < page.index("## Two commands")


# ── Code and pictures ────────────────────────────────────────────────────────────────


@each_page
def test_python_blocks_are_python(path):
    for body in fenced(path, "python"):
        compile(body, str(path), "exec")


def test_the_worked_example_runs():
    [body] = fenced(ROOT / "docs" / "add-a-rule.md", "python")
    assert body.count("assert ") == 2
    done = subprocess.run([sys.executable, "-c", body], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "images").iterdir()), ids=lambda p: p.name)
def test_pictures_are_small_and_need_nothing_from_the_web(path):
    assert path.stat().st_size < 200_000
    if path.suffix == ".svg":
        assert etree.parse(path).getroot().get("aria-label")
        text = path.read_text("utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "//" not in text
    else:
        with Image.open(path) as picture:
            assert picture.format == "PNG"
            picture.load()
    pages = "".join(page.read_text("utf-8") for page in PAGES)
    assert f"images/{path.name})" in pages
