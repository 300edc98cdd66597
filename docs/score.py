"""Write docs/accuracy.md from reports: ``python docs/score.py LEFT-OUT.json HELD-OUT.json``.

The first is what ``ocop train tests/gold --report LEFT-OUT.json`` kept: every document read
by what was learned without its fold. The second is ``ocop evaluate tests/gold/held-out
--report HELD-OUT.json``. ``python docs/score.py --provinces PROVINCES.json`` renews one column
alone, from ``ocop evaluate tests/gold --leave-out province --report PROVINCES.json``, which
takes long. Figures are copied as measured; the prose between them is kept in the page below
comments ``<!-- scores: NAME -->`` up to ``<!-- end -->``.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from causes import HEADS, by_cause

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "accuracy.md"
PLOT = ROOT / "docs" / "images" / "reliability.svg"
BLOCK = re.compile(r"(<!-- scores: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)

LEFT_OUT, PROVINCES, HELD_OUT = COLUMNS = ("left out", "provinces left out", "held out")

Report = Mapping[str, Any]


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def share(value: float | None, digits: int = 3) -> str:
    """A share in as many digits, or a dash for none."""
    return "–" if value is None else f"{value:.{digits}f}"


def overall(page: str, reports: Mapping[str, Report]) -> str:
    """The headline scores side by side; a column without a report stays as the page has it."""
    columns = {
        head: headlines(reports[head]) if head in reports else headlines_told(page, head)
        for head in COLUMNS
    }
    rows = [[name, *(c.get(name, "–") for c in columns.values())] for name, _ in _headlines()]
    return table(["", *columns], rows)


def headlines(report: Report) -> dict[str, str]:
    """The headline scores of one report by their name."""
    return {name: value(report) for name, value in _headlines()}


def headlines_told(page: str, head: str) -> dict[str, str]:
    """The headline scores that the page tells under a head; none where it has no such head."""
    block = next(match[0] for match in BLOCK.finditer(page) if match["name"] == "overall")
    lines = [line for line in block.splitlines() if line.startswith("|")]
    heads, _, *rows = ([cell.strip() for cell in line.split("|")[1:-1]] for line in lines)
    return {row[0]: row[heads.index(head)] for row in rows} if head in heads else {}


def _headlines() -> Iterator[tuple[str, Callable[[Report], str]]]:
    yield "documents", lambda r: str(len(r["documents"]))
    yield "labelled claims", lambda r: str(r["claims"]["strict"]["gold"])
    for name, key in (("strict", "strict"), ("for the table", "table")):
        yield f"F1, {name}", lambda r, k=key: share(r["claims"][k]["f1"])
        yield f"precision, {name}", lambda r, k=key: share(r["claims"][k]["precision"])
        yield f"recall, {name}", lambda r, k=key: share(r["claims"][k]["recall"])
    yield (
        "a plan or another place taken for a result",
        lambda r: (
            f"{r['false_results']['part']} of {r['false_results']['whole']} "
            f"({r['false_results']['share']:.1%})"
        ),
    )
    for field in ("as_of", "period", "round", "comparator", "decision"):
        yield f"`{field}` right", lambda r, f=field: share(r["fields"][f]["share"])
    yield "papers found, F1", lambda r: share(r["decisions"]["unique"]["f1"])


def sliced(report: Report, cut: str, least: int = 1) -> str:
    """The scores of one way of cutting, of values with ``least`` labelled claims."""
    scores = report["slices"][cut]
    order = sorted(scores, key=lambda name: -scores[name]["gold"])
    rows = [
        [name, *(str(scores[name][k]) for k in ("gold", "predicted", "right"))]
        + [share(scores[name][k]) for k in ("precision", "recall", "f1")]
        for name in order
        if scores[name]["gold"] >= least
    ]
    return table([cut, "labelled", "read", "right", "P", "R", "F1"], rows)


def confidence(report: Report) -> str:
    """What was right at each confidence, and from where on nobody need look."""
    rows = [
        [f"{b['low']:.2f} – {b['high']:.2f}", str(b["claims"]), share(b["right"] / b["claims"])]
        for b in report["confidence"]["bins"]
        if b["claims"]
    ]
    found = table(["confidence", "claims", "right"], rows)
    threshold = report["confidence"]["threshold"]
    if threshold is None:
        return found + "\nNo confidence is high enough for 98 % of the claims to be right.\n"
    kept = threshold["right"] / threshold["claims"]
    return found + (
        f"\nFor publication without review: a confidence of **{threshold['confidence']:.3f}** or "
        f"more. {threshold['share']:.0%} of the claims for the table have it, and {kept:.1%} of "
        f"those are right ({threshold['right']} of {threshold['claims']}).\n"
    )


def mistakes(report: Report) -> str:
    """Which field of a claim at the right place is wrong, and how."""
    rows = [
        [f"`{field}`", pair["label"], pair["read"], str(pair["times"])]
        for field in ("kind", "stars", "potential5", "level", "regime")
        for pair in report["confusion"].get(field, [])[:9]
    ]
    rows.sort(key=lambda row: -int(row[3]))
    return table(["field", "label", "read as", "times"], rows[:24])


def worst(report: Report) -> str:
    """The ten documents with the most wrong claims."""
    order = sorted(report["errors"], key=lambda e: (-len(e["missed"]) - len(e["false"]), e["id"]))
    rows = []
    for document in order[:10]:
        wrong: dict[str, int] = {}
        for missed in document["missed"]:
            for field in missed.get("differs") or [f"nothing read ({missed['cause']})"]:
                wrong[field] = wrong.get(field, 0) + 1
        told = ", ".join(f"{k} {n}×" for k, n in sorted(wrong.items(), key=lambda i: -i[1]))
        rows.append(
            [document["id"], str(len(document["missed"])), str(len(document["false"])), told]
        )
    return table(["document", "missed", "false", "why"], rows)


def taken_as_results(report: Report) -> str:
    """Plans, files and other kinds that were read as results, by pair of kinds."""
    results = {"new", "re_recognised", "upgraded", "cumulative", "in_force", "expired", "withdrawn"}
    rows = [
        [pair["label"], pair["read"], str(pair["times"])]
        for pair in report["confusion"].get("kind", [])
        if pair["label"] not in results and pair["read"] in results
    ]
    return table(["is", "read as", "times"], rows)


def plot(report: Report) -> str:
    """Reliability: what confidence promised against what was right, as SVG."""
    size, low = 300, 40
    scale = size - 2 * low
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" '
        'aria-label="Confidence promised against the share of claims that were right" '
        'font-family="sans-serif" font-size="10">',
        "<title>Reliability: confidence promised and share of claims right</title>",
        f'<rect width="{size}" height="{size}" fill="#fff"/>',
        f'<path d="M{low} {size - low} L{size - low} {low}" stroke="#bbb" stroke-dasharray="4"/>',
        f'<path d="M{low} {low} V{size - low} H{size - low}" stroke="#333" fill="none"/>',
        f'<text x="{size / 2}" y="{size - 10}" text-anchor="middle">confidence</text>',
        f'<text x="12" y="{size / 2}" text-anchor="middle" '
        f'transform="rotate(-90 12 {size / 2})">share right</text>',
    ]
    for bin_ in report["confidence"]["bins"]:
        if bin_["claims"]:
            x = low + scale * bin_["promised"]
            y = size - low - scale * bin_["right"] / bin_["claims"]
            radius = 2 + min(8, bin_["claims"] ** 0.5 / 6)
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#1f6f8b"/>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Renew the blocks of the page and the plot."""
    page = PAGE.read_text("utf-8")
    if arguments[0] == "--provinces":
        report = json.loads(Path(arguments[1]).read_text("utf-8"))
        return _write(page, {"overall": overall(page, {PROVINCES: report})})
    left_out, held_out = (json.loads(Path(name).read_text("utf-8")) for name in arguments)
    blocks = {
        "overall": overall(page, {LEFT_OUT: left_out, HELD_OUT: held_out}),
        "kind": sliced(left_out, "kind"),
        "level": sliced(left_out, "level"),
        "document": sliced(left_out, "document"),
        "file": sliced(left_out, "file"),
        "province": sliced(left_out, "province", 40),
        "trap": sliced(left_out, "trap", 60),
        "confidence": confidence(left_out),
        "confidence-held-out": confidence(held_out),
        "mistakes": mistakes(left_out),
        "causes": table(HEADS, by_cause(left_out)),
        "taken": taken_as_results(held_out),
        "worst": worst(left_out),
    }
    told = {match["name"] for match in BLOCK.finditer(page)}
    if told != set(blocks):
        sys.exit(f"{PAGE.name} and this script differ in {sorted(told ^ set(blocks))}")
    PLOT.write_text(plot(left_out), "utf-8")
    return _write(page, blocks)


def _write(page: str, blocks: Mapping[str, str]) -> int:
    """Put new blocks into the page; those that are not named stay."""

    def renewed(match: re.Match[str]) -> str:
        new = blocks.get(match["name"])
        return match[0] if new is None else f"{match[1]}\n{new}\n{match[3]}"

    PAGE.write_text(BLOCK.sub(renewed, page), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
