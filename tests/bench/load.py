"""Many readers at once, each filtering every few seconds: ``python -m tests.bench.load``.

The readers speak Streamlit's own protocol (``session``), in processes of their own. Ours and the bare chart's app take turns, so
that each has the machine to itself and its readers while it is measured.
"""

from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle
from random import Random
from statistics import quantiles
from threading import Thread
from time import perf_counter, sleep

from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.bench.apps import DEFAULT, FROZEN, OURS, running
from tests.bench.memory import resident
from tests.bench.report import Aim, Report
from tests.bench.session import Session, opened
from tests.browser.server import Server

READERS = (1, 10, 50, 100)
LASTS = 30.0  # seconds that a crowd stays
EVERY = 3.0  # seconds between two choices of a reader, on average
PROCESSES = 2
QUERIES = ("tracks=economic", "tracks=military", "", "q=missile", "from=2017-01-01", "standing=disputed")


@dataclass(frozen=True)
class Crowd:
    """What so many readers met: seconds of each choice, and how many failed."""

    taken: tuple[float, ...]
    failed: int

    def percentile(self, of: int) -> float:
        """Give a percentile of the times in milliseconds."""
        return quantiles(self.taken, n=100, method="inclusive")[of - 1] * 1000 if len(self.taken) > 1 else self.taken[0] * 1000


def main() -> None:
    """Measure, print, and write the report."""
    report = Report("load")
    found: dict[tuple[str, int], tuple[Crowd, float]] = {}
    with running(()) as apps:
        for readers in READERS:
            for name in (OURS, DEFAULT, FROZEN):
                found[name, readers] = _met(apps[name][0], name, readers)
    rows = [
        (
            name,
            str(readers),
            *(f"{crowd.percentile(of):.0f}" for of in (50, 95, 99)),
            str(crowd.failed),
            f"{growth / readers:.2f}",
        )
        for (name, readers), (crowd, growth) in found.items()
    ]
    report.table(
        f"Choices of readers, each every {EVERY:g} s on average for {LASTS:g} s, in milliseconds",
        ("app", "readers", "p50", "p95", "p99", "failed", "MB more for each"),
        rows,
    )
    ours, bare = (found[name, READERS[-1]] for name in (OURS, DEFAULT))
    report.aims(
        [
            Aim(f"p50 of {READERS[-1]} readers / bare chart's", ours[0].percentile(50) / bare[0].percentile(50), 0.1),
            Aim(f"p99 of {READERS[-1]} readers / bare chart's", ours[0].percentile(99) / bare[0].percentile(99), 0.2),
            Aim("choices that failed", ours[0].failed, 0),
            Aim("memory for each further reader / bare chart's", ours[1] / max(bare[1], 0.01), 1.5),
        ]
    )
    report.write()


def _met(app: Server, name: str, readers: int) -> tuple[Crowd, float]:
    """Let a crowd come, and say what it met and how many MB the app had grown by when all were there."""
    before = resident(app.process)
    shares = [len(range(number, readers, PROCESSES)) for number in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        asked = [pool.submit(crowd, app.address, name, share, seed) for seed, share in enumerate(shares) if share]
        sleep(LASTS * 0.9)
        growth = resident(app.process) - before
        crowds = [one.result() for one in asked]
    return Crowd(tuple(time for one in crowds for time in one.taken), sum(one.failed for one in crowds)), growth


def crowd(address: str, name: str, readers: int, seed: int) -> Crowd:
    """Be so many readers."""
    taken: list[float] = []
    failed: list[int] = []
    random = Random(seed)  # noqa: S311 - repeatable on purpose, and no secret
    ends = perf_counter() + LASTS

    def read(session: Session, choices: "cycle[str]") -> None:
        while perf_counter() < ends:
            sleep(random.uniform(0, 2 * EVERY))
            try:
                taken.append(_choose(session, name, next(choices)))
            except (TimeoutError, RuntimeError, OSError):
                failed.append(1)

    with ExitStack() as all_:
        sessions = [all_.enter_context(opened(address)) for _ in range(readers)]
        for session in sessions:
            session.run()
        starts = [QUERIES[number % len(QUERIES) :] + QUERIES[: number % len(QUERIES)] for number in range(readers)]
        threads = [Thread(target=read, args=(session, cycle(start))) for session, start in zip(sessions, starts, strict=True)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return Crowd(tuple(taken), len(failed))


def _choose(session: Session, name: str, query: str) -> float:
    if name == OURS:
        return session.run(query).seconds
    state = WidgetState(id=session.widgets["pills"])
    state.string_array_value.data.extend(["a"] if query else ["b", "c"])
    return session.run(states=(state,)).seconds


if __name__ == "__main__":
    main()
