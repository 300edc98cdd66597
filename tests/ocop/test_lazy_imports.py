from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("cv2", "PIL", "pypdfium2", "pdfplumber", "python_calamine")


@pytest.mark.parametrize("module", ["ocop.cli", "extract.reading"])
def test_libraries_that_take_files_apart_are_not_loaded_before_a_file_is(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.split() == []
