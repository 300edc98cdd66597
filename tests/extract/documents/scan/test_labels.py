"""Roman numbers of heads are mended only where the count proves them."""

from __future__ import annotations

import pytest

from extract.documents.scan.labels import counted


@pytest.mark.parametrize(
    ("labels", "right"),
    [
        (["I", "1", "2", "H", "3"], {3: "II"}),
        (["I.", "1", "H.", "2", "IH.", "3"], {2: "II.", 4: "III."}),
        (["A", "I", "1", "H", "2", "B", "I", "3", "H", "4"], {3: "II", 8: "II"}),
        (["H", "1", "2"], {}),
        (["G", "H", "I"], {}),
        (["", "", "ỳ", "I", "", "H"], {5: "II"}),
        (["I", "1", "11", "II", "12"], {}),
    ],
)
def test_only_the_count_tells(labels: list[str], right: dict[int, str]) -> None:
    assert dict(counted(labels)) == right
