"""What it gains to keep what is loaded for good out of the collector's sight, and whether memory stays flat.

``python -m tests.bench.memory``: one run, our app and the same app with nothing frozen in turn; then many runs of ours.
"""

from itertools import cycle
from pathlib import Path
from statistics import median

from tests.bench.session import Session, opened
from tests.browser import server
from tests.browser.server import Server

THAWED = str(Path(__file__).with_name("thawed.py"))
ROUNDS = 40
MANY = 5_000
EVERY = 500
QUERIES = ("tracks=economic", "tracks=military&standing=disputed", "", "q=missile", "from=2017-01-01", "event=E41&view=list")


def main() -> None:
    """Measure and print."""
    with server.started() as frozen, server.started(script=THAWED) as thawed:
        for line in (*gain(frozen, thawed), *flatness(frozen)):
            print(line, flush=True)  # noqa: T201 - the command speaks to who runs it


def gain(frozen: Server, thawed: Server) -> list[str]:
    """Filter here and there in turn."""
    with opened(frozen.address) as one, opened(thawed.address) as other:
        both: list[tuple[Session, list[float]]] = [(one, []), (other, [])]
        for session, _ in both:
            session.run()
        for query in (query for query, _ in zip(cycle(QUERIES), range(ROUNDS), strict=False)):
            for session, taken in both:
                taken.append(session.run(query).seconds * 1000)
    ours, default = (median(taken) for _, taken in both)
    return [
        f"a filter with the heap frozen: {ours:.1f} ms; with Streamlit's own collection: {default:.1f} ms (medians of {ROUNDS})",
        f"frozen / default: {ours / default:.2f}",
    ]


def flatness(app: Server) -> list[str]:
    """Run the script many times in one session, and say the resident memory on the way."""
    seen: list[float] = []
    with opened(app.address) as session:
        session.run()
        for number, query in zip(range(1, MANY + 1), cycle(QUERIES), strict=False):
            session.run(query)
            if number % EVERY == 0:
                seen.append(resident(app.process))
    told = ", ".join(f"{size:.0f}" for size in seen)
    return [f"resident memory in MB after each {EVERY} of {MANY:,} runs: {told}", f"last / first: {seen[-1] / seen[0]:.3f}"]


def resident(process: int) -> float:
    """Give the resident memory of a process in MB, as Linux counts it."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
