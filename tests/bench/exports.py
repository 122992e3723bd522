"""Seconds and peak memory of each export, of the whole record and of many events: ``python -m tests.bench.exports``.

Each is made in a process of its own, in turn with one that only builds the tables; the ratios are to that one.
"""

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from dashboard.exports.kinds import KINDS
from dashboard.exports.order import Counter, RefusedError, take
from dashboard.queries.tables import Tables, build
from tests import record
from tests.bench.report import Report
from tests.builders import many_events

ROUNDS = 7
MANY = 10_000
NOTHING = "tables alone"
RECORDS = {"record": "whole record", "many": f"{MANY:,} synthetic events"}
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Cost:
    """What making one file took: seconds, peak memory of the whole process in MB, and its size in MB or why it was refused."""

    seconds: float
    memory: float
    size: float
    refused: str


def main() -> None:
    """Measure, print, and write the report."""
    report = Report("exports")
    for name, words in RECORDS.items():
        bare = median(_measured(NOTHING, name).memory for _ in range(ROUNDS))
        report.table(
            f"{words.capitalize()}: medians of {ROUNDS}; the tables alone take {bare:.0f} MB",
            ("export", "seconds", "most MB", "of the tables alone", "MB of the file"),
            [(kind, *_row(kind, name, bare)) for kind in KINDS],
        )
    report.write()


def _row(kind: str, name: str, bare: float) -> tuple[str, str, str, str]:
    first = _measured(kind, name)
    if first.refused:
        return f"refused: {first.refused}", "", "", ""
    costs = [first, *(_measured(kind, name) for _ in range(ROUNDS - 1))]
    seconds, memory = median(cost.seconds for cost in costs), median(cost.memory for cost in costs)
    return f"{seconds:.2f}", f"{memory:.0f}", f"{memory / bare:.2f}", f"{costs[0].size:.2f}"


def _measured(kind: str, name: str) -> Cost:
    command = [sys.executable, "-m", __spec__.name if __spec__ else "tests.bench.exports", kind, name]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own module
    return Cost(**json.loads(done.stdout))


def _make(kind: str, name: str) -> Cost:
    tables = _tables(name)
    if kind == NOTHING:
        return Cost(0, _peak(), 0, "")
    query = {"from": [tables.whole.start.isoformat()], "to": [tables.whole.end.isoformat()]}
    start = perf_counter()
    try:
        content = take(KINDS[kind].file, query, Counter(tables, record.FOLDER, "http://localhost/", date(2026, 1, 1))).fill()
    except RefusedError as error:
        return Cost(0, _peak(), 0, str(error))
    return Cost(perf_counter() - start, _peak(), len(content) / 1e6, "")


def _tables(name: str) -> Tables:
    return record.tables() if name == "record" else build(many_events(MANY, seed=1))


def _peak() -> float:
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / 1024


if __name__ == "__main__":
    if len(sys.argv) > 1:
        cost = _make(*sys.argv[1:])
        print(json.dumps(cost.__dict__))  # noqa: T201 - read by the process that asked
    else:
        main()
