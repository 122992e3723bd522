"""The benchmark of the pages, once: that it runs to its end, and what of it is no matter of time."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.pages import SIZES

ROOT = Path(__file__).parents[2]
MOST_KILOBYTES = 60  # of a filter, however large the record
MOST_MEGABYTES = 2.6  # of a first visit


def test_the_benchmark_measures_every_step_and_no_filter_sends_much(tmp_path: Path) -> None:
    once = [sys.executable, "-m", "tests.bench.pages", *map(str, SIZES), "--rounds", "1", "--warm", "0"]
    done = subprocess.run(  # noqa: S603 - our own words
        once, cwd=ROOT, env=os.environ | {"TMPDIR": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    told = json.loads((tmp_path / "bench-pages.json").read_text(encoding="utf-8"))
    steps, *_ = (rows for heading, rows in told.items() if heading.startswith("Steps"))
    filters = {row["app"]: float(row["kB down"]) for row in steps if row["step"] == "filter"}
    ours = [name for name in filters if name.startswith("ours")]
    assert len(ours) == 1 + len(SIZES)
    assert all(filters[name] <= MOST_KILOBYTES for name in ours), filters
    assert {row["step"] for row in steps if row["app"] == "ours"} > {
        "filter",
        "window",
        "click to detail",
        "search",
        "page change",
    }
    [load] = [aim for aim in told["aims"] if aim["what"] == "MB of a cold load"]
    assert load["measured"] <= MOST_MEGABYTES
    assert "| what | measured | at most |  |" in (tmp_path / "bench-pages.md").read_text(encoding="utf-8")
