"""Options that several commands share, each said once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ocop.phrases import Lang
from ocop.workspace import ENVIRONMENT_VARIABLE

WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        "-w",
        envvar=ENVIRONMENT_VARIABLE,
        show_envvar=True,
        show_default="the checkout that holds ocop, else the current folder",
        help="Folder with corpus/ and outputs/.",
    ),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Answer in JSON on stdout and nothing else.")
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress bars and no hints on stderr.")
]
LangOption = Annotated[Lang, typer.Option("--lang", help="Language of the answer: en or vi.")]
PaperSecondsOption = Annotated[
    float,
    typer.Option(
        "--paper-seconds",
        min=1,
        help="Longest time in which a PDF, picture or office file becomes text.",
    ),
]
PaperMegabytesOption = Annotated[
    int,
    typer.Option(
        "--paper-mb",
        min=64,
        help="Most memory, in MB, for a PDF, picture or office file to become text.",
    ),
]
