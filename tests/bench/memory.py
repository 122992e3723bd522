"""What it gains to keep what is loaded for good out of the collector's sight, and whether memory stays flat.

``python -m tests.bench.memory``: one run, our app and the same app with nothing frozen in turn; then many runs of ours.
"""

import os
from itertools import cycle
from pathlib import Path
from statistics import median

from tests.bench.report import Report
from tests.bench.session import Session, opened
from tests.browser import server
from tests.browser.server import Server

THAWED = str(Path(__file__).with_name("thawed.py"))
COLLECTING = ("--runner.postScriptGC", "true")
ROUNDS = 40
MANY = 5_000
EVERY = 500
QUERIES = ("tracks=economic", "tracks=military&standing=disputed", "", "q=missile", "from=2017-01-01", "event=E41&view=list")


def main() -> None:
    """Measure, print, and write the report."""
    report = Report("memory")
    with server.started() as frozen, server.started(script=THAWED, arguments=COLLECTING) as thawed:
        ours, default = gain(frozen, thawed)
        seen = flatness(frozen)
    report.table(
        f"A filter, medians of {ROUNDS} in milliseconds",
        ("heap frozen, collected by Python", "Streamlit's own collection", "ratio"),
        [(f"{ours:.1f}", f"{default:.1f}", f"{ours / default:.2f}")],
    )
    report.table(
        f"Resident memory in MB after each {EVERY} of {MANY:,} runs",
        [str(EVERY * (number + 1)) for number in range(len(seen))],
        [[f"{size:.0f}" for size in seen]],
    )
    report.write()


def gain(frozen: Server, thawed: Server) -> tuple[float, float]:
    """Filter here and there in turn, and give the medians in milliseconds."""
    with opened(frozen.address) as one, opened(thawed.address) as other:
        both: list[tuple[Session, list[float]]] = [(one, []), (other, [])]
        for session, _ in both:
            session.run()
        for query in (query for query, _ in zip(cycle(QUERIES), range(ROUNDS), strict=False)):
            for session, taken in both:
                taken.append(session.run(query).seconds * 1000)
    return median(both[0][1]), median(both[1][1])


def flatness(app: Server) -> list[float]:
    """Run the script many times in one session, and give the resident memory on the way in MB."""
    seen: list[float] = []
    with opened(app.address) as session:
        session.run()
        for number, query in zip(range(1, MANY + 1), cycle(QUERIES), strict=False):
            session.run(query)
            if number % EVERY == 0:
                seen.append(resident(app.process))
    return seen


def resident(process: int) -> float:
    """Give the resident memory of a process in MB, as Linux counts it."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def worked(process: int) -> float:
    """Give the milliseconds that a process has had of the processors, to a hundredth of a second."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) * 1000 / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
