"""Claims become cells: one value for each key, chosen visibly.

Of several claims on a cell the best stands: first those that are read with enough
confidence, then one of the official paper itself, then one that the text ties to a
recognising decision, then an exact number
before "hơn 10.300", then the higher confidence, then the later publication. What
agrees with it is counted as support, copies once. What does not is kept in the cell:
values and claims.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from extract.model import Comparator
from national.admit import admit
from national.agreement import agrees, ranges
from national.columns import codes_of, map_distinct, ranks_of
from national.copies import count_independent, sentence_codes
from national.provinces import names, place_names
from national.schema import CELLS, REGIMES, Status, UnfitTableError
from national.series import EXPECTED_SERIES, RESULT_SERIES, SERIES, TOTAL, address_of
from national.times import last_days

# Claims that are more likely wrong than right do not speak against others.
DOUBT_BELOW = 0.5


@dataclass(frozen=True)
class Choice:
    """``cells`` (table ``CELLS``) and ``left_out`` (table ``LEFT_OUT``)."""

    cells: pd.DataFrame
    left_out: pd.DataFrame


def choose(
    claims: pd.DataFrame,
    documents: pd.DataFrame,
    papers: pd.DataFrame | None = None,
    *,
    doubt_below: float = DOUBT_BELOW,
) -> Choice:
    """Choose a value for every cell that a claim speaks of, and say where none does.

    Args:
        claims: table ``CLAIMS``; the order of its rows does not matter.
        documents: table ``DOCUMENTS``, with every document of ``claims``.
        papers: table ``PAPERS``: which documents are primary evidence; None: none is.
        doubt_below: claims of a lower confidence (0 to 1) are doubtful.

    Raises:
        UnfitTableError: a claim comes from a document that is not in ``documents``.
    """
    admission = admit(claims)
    primary = set() if papers is None else set(papers["document_id"])
    ranked = _rank(admission.entering, documents, primary, doubt_below)
    cells = _compile(admission.entering, ranked)
    cells = pd.concat([cells, _missing(cells)], ignore_index=True)
    return Choice(CELLS.validate(CELLS.sort(cells)), admission.left_out)


def _rank(
    entering: pd.DataFrame, documents: pd.DataFrame, primary: set[str], doubt_below: float
) -> pd.DataFrame:
    """Claims cell by cell, the best first, in numbers only.

    ``row`` is the place in ``entering``; ``claim``, ``content`` and ``sentence`` are
    equal for equal identifiers and words; with the columns of ``ranges``.
    """
    document = _documents_of(entering, documents)
    facts = ranges(entering).assign(
        row=np.arange(len(entering)),
        cell=entering["cell"],
        doubtful=entering["confidence"] < doubt_below,
        claim=ranks_of(entering["claim_id"]),
        content=codes_of(documents["content_digest"])[document],
        sentence=sentence_codes(entering["sentence"]),
    )
    best_first = (
        facts["cell"],
        facts["doubtful"],
        ~entering["document_id"].isin(primary),
        entering["decision"].isna(),
        entering["comparator"] != Comparator.EXACT.value,
        -entering["confidence"],
        -last_days(documents["published"])[document],
        # Nothing of meaning is left; the identifiers make the order the same every time.
        facts["claim"],
        ranks_of(documents["document_id"])[document],
        entering["quote_start"],
    )
    order = np.lexsort([np.asarray(key) for key in reversed(best_first)])
    return facts.iloc[order].reset_index(drop=True)


def _documents_of(entering: pd.DataFrame, documents: pd.DataFrame) -> npt.NDArray[np.int64]:
    """For every claim the row of its document."""
    known = pd.Index(documents["document_id"])
    row = np.asarray(known.get_indexer(entering["document_id"]), dtype=np.int64)
    if (row < 0).any():
        lost = entering["document_id"].iloc[int(np.argmin(row))]
        raise UnfitTableError(
            f"A claim comes from document {lost!r}, which is not among the documents."
        )
    return row


def _compile(entering: pd.DataFrame, ranked: pd.DataFrame) -> pd.DataFrame:
    """One row for each cell."""
    best = ranked["cell"].ne(ranked["cell"].shift()).to_numpy()
    cell = (np.cumsum(best) - 1).astype(np.int64)
    chosen = ranked[best].reset_index(drop=True)
    agreed = agrees(ranked, chosen.iloc[cell])
    against = np.bincount(cell, weights=~agreed & ~ranked["doubtful"], minlength=len(chosen))
    status = np.select(
        [chosen["doubtful"], against > 0],
        [Status.DOUBTFUL.value, Status.DISPUTED.value],
        default=Status.AUTOMATIC.value,
    )
    backing, rivals = ranked[agreed], ranked[~agreed]
    ids = entering["claim_id"]
    n_sources = count_independent(
        cell[agreed], backing["content"].to_numpy(), backing["sentence"].to_numpy()
    )
    rival_claims = entering.iloc[rivals["row"]]
    return _described(entering.iloc[chosen["row"]].reset_index(drop=True)).assign(
        status=pd.Series(status, dtype="str"),
        n_claims=np.bincount(cell, minlength=len(chosen)),
        n_sources=n_sources,
        claim_ids=_joined(ids.iloc[backing["row"]], cell[agreed], len(chosen), " "),
        rival_values=_joined(_printed(rival_claims), cell[~agreed], len(chosen), "; "),
        rival_claim_ids=_joined(rival_claims["claim_id"], cell[~agreed], len(chosen), " "),
    )[CELLS.names]


def _described(chosen: pd.DataFrame) -> pd.DataFrame:
    """The chosen claims with what table ``CELLS`` says of place, series and value."""
    place = chosen["regime"].astype("str") + "." + chosen["province_code"]
    return chosen.assign(
        cell_id=_cell_ids(place, chosen),
        province=map_distinct(place, place_names().get),
        result=chosen["series"].isin(RESULT_SERIES),
        value=chosen["count"].astype("Int64"),
        value_high=chosen["count_high"],
    )


def _cell_ids(place: pd.Series, chosen: pd.DataFrame) -> pd.Series:
    """Identifiers that can be read, and written into an address as they are."""
    turn = (".r" + chosen["round"].astype("str")).where(chosen["round"].notna(), "")
    stars = map_distinct(chosen["star_class"], address_of)
    time = chosen["time"].str.replace("/", "_", regex=False)
    return place + "." + chosen["series"] + "." + time + turn + "." + stars


def _printed(claims: pd.DataFrame) -> pd.Series:
    """The value as the claim has it: ``140``, ``20-30``, ``more_than 140``."""
    high = ("-" + claims["count_high"].astype("str")).where(claims["count_high"].notna(), "")
    exact = claims["comparator"] == Comparator.EXACT.value
    return (claims["comparator"] + " ").mask(exact, "") + claims["count"].astype("str") + high


def _joined(
    values: pd.Series, cell: npt.NDArray[np.int64], n_cells: int, between: str
) -> pd.Series:
    """The different ``values`` of each cell in one text; missing where there is none."""
    found = pd.DataFrame({"cell": cell, "value": values.to_numpy()}).drop_duplicates()
    lengths = np.bincount(found["cell"], minlength=n_cells)
    offsets = pa.array(np.concatenate(([0], np.cumsum(lengths))), type=pa.int32())
    lists = pa.ListArray.from_arrays(offsets, pa.array(found["value"], pa.string()))
    text = pd.Series(pc.binary_join(lists, between).to_pandas(), dtype="str")
    return text.mask(lengths == 0)


def _missing(cells: pd.DataFrame) -> pd.DataFrame:
    """A row for every province and expected series without any total: silence is data."""
    totals = cells[cells["star_class"] == TOTAL]
    told = set(zip(totals["regime"], totals["province_code"], totals["series"], strict=True))
    return CELLS.frame(
        _silence(regime, code, name, series)
        for regime in REGIMES
        for code, name in names(regime).items()
        for series in EXPECTED_SERIES
        if (regime, code, series) not in told
    )


def _silence(regime: int, code: str, name: str, series: str) -> list[object]:
    known: dict[str, object] = {
        "cell_id": f"{regime}.{code}.{series}.none.{address_of(TOTAL)}",
        "regime": regime,
        "province_code": code,
        "province": name,
        "series": series,
        "result": SERIES[series].result,
        "star_class": TOTAL,
        "status": Status.MISSING.value,
        "n_claims": 0,
        "n_sources": 0,
    }
    return [known.get(column) for column in CELLS.names]
