"""Many readers at once, each filtering every few seconds: ``python -m tests.bench.load``.

The readers speak Streamlit's own protocol (``session``), in processes of their own. Ours and the bare chart's app take turns, so
that each has the machine to itself and its readers while it is measured.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection
from itertools import cycle, product
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter, sleep
from urllib.parse import urlsplit

from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.bench.apps import BARE_CHART, DEFAULT, FREEZING, FROZEN, OURS
from tests.bench.memory import resident
from tests.bench.report import Aim, Report
from tests.bench.session import PATIENCE, Session, opened
from tests.browser import server
from tests.browser.server import Server
from tests.deploy import nginx
from tests.deploy.replicas import Replicas

READERS = (1, 10, 50, 100)
LASTS = 60.0  # seconds that a crowd stays
EVERY = 3.0  # seconds between two choices of a reader, on average
PROCESSES = 2
WIDTH = 980  # pixels of a chart
ALONE = 15  # choices of one reader before a crowd comes and after it has left
APPS: Mapping[str, Callable[[], AbstractContextManager[Server]]] = {
    OURS: server.started,
    DEFAULT: partial(server.unset, BARE_CHART),
    FROZEN: partial(server.unset, BARE_CHART, **FREEZING),
}
BEHIND = "ours, three processes behind nginx"
QUERIES = tuple(  # 75 selections
    "&".join(part for part in parts if part)
    for parts in product(
        ("", "tracks=diplomatic", "tracks=military", "tracks=economic", "tracks=military&tracks=economic"),
        ("", "from=2015-01-01&to=2015-12-31", "from=2016-01-01&to=2016-12-31", "from=2017-01-01", "to=2014-12-31"),
        ("", "standing=disputed", "q=missile"),
    )
)


@dataclass(frozen=True)
class Crowd:
    """What so many readers met: seconds of each choice, and how many failed."""

    taken: tuple[float, ...]
    failed: int

    def percentile(self, of: int) -> float:
        """Give a percentile of the times in milliseconds."""
        return quantiles(self.taken, n=100, method="inclusive")[of - 1] * 1000 if len(self.taken) > 1 else self.taken[0] * 1000


@dataclass(frozen=True)
class Reader:
    """A reader's session at a site."""

    session: Session
    site: str  # where a browser fetches what is no part of the session: "localhost:8501"

    def choose(self, name: str, query: str) -> float:
        """Choose something in an app, and give the seconds until the whole page has come to it; RuntimeError where it fails."""
        if name != OURS:
            state = WidgetState(id=self.session.widgets["pills"])
            state.string_array_value.data.extend(["a"] if "economic" in query else ["b", "c"])
            return self.session.run(states=(state,)).seconds
        statuses: list[int] = []
        # A browser asks at the same time for the chart, ahead of the page.
        taken = self.session.run(query, meanwhile=lambda: statuses.append(self._asked(f"/ahead?{query}&width={WIDTH}")))
        if statuses != [HTTPStatus.OK]:
            message = f"the chart of {query} was answered with {statuses}"
            raise RuntimeError(message)
        return taken.seconds

    def _asked(self, target: str) -> int:
        with closing(HTTPConnection(self.site, timeout=PATIENCE)) as line:
            try:
                line.request("GET", target, headers={"Accept-Encoding": "gzip"})
                answer = line.getresponse()
                answer.read()
            except OSError:
                return 0
            return answer.status


@contextmanager
def reading(address: str) -> Iterator[Reader]:
    """Open the page of an app as one reader does."""
    with opened(address) as session:
        session.run()
        yield Reader(session, urlsplit(address).netloc)


def main() -> None:
    """Measure, print, and write the report."""
    report = Report("load")
    found: dict[tuple[str, int], Met] = {}
    for readers in READERS:
        for name, started in APPS.items():
            # A process of its own for each crowd: what an earlier one was given of memory would be given to the next.
            with started() as app:
                found[name, readers] = _met(app.address, [app.process], name, readers)
    found[BEHIND, READERS[-1]] = _behind_nginx(READERS[-1])
    report.table(
        f"Choices of readers, each every {EVERY:g} s on average for {LASTS:g} s, in milliseconds; alone: before and after",
        ("app", "readers", "p50", "p95", "p99", "choices", "failed", "MB more for each", "alone"),
        [
            (
                name,
                str(readers),
                *(f"{met.crowd.percentile(of):.0f}" for of in (50, 95, 99)),
                str(len(met.crowd.taken)),
                str(met.crowd.failed),
                f"{met.grown / readers:.2f}",
                f"{met.before:.0f}, {met.after:.0f}",
            )
            for (name, readers), met in found.items()
        ],
    )
    report.aims(_aims({name: found[name, READERS[-1]] for name in (OURS, DEFAULT, BEHIND)}))
    report.write()


def _aims(met: Mapping[str, "Met"]) -> list[Aim]:
    def ratio(name: str, other: str, of: int) -> float:
        return met[name].crowd.percentile(of) / met[other].crowd.percentile(of)

    return [
        Aim(f"p50 of {READERS[-1]} readers / bare chart's", ratio(OURS, DEFAULT, 50), 0.1),
        Aim(f"p99 of {READERS[-1]} readers / bare chart's", ratio(OURS, DEFAULT, 99), 0.2),
        Aim("choices that failed", met[OURS].crowd.failed + met[BEHIND].crowd.failed, 0),
        Aim("memory for each further reader / bare chart's", met[OURS].grown / max(met[DEFAULT].grown, 0.01), 1.5),
        Aim("p50 behind nginx / one process", ratio(BEHIND, OURS, 50), 1.0),
        Aim("p99 behind nginx / one process", ratio(BEHIND, OURS, 99), 1.0),
    ]


@dataclass(frozen=True)
class Met:
    """A crowd, the MB that the app grew by when all were there, and the milliseconds of a choice alone before and after."""

    crowd: Crowd
    grown: float
    before: float
    after: float


def _met(address: str, processes: Sequence[int], name: str, readers: int) -> Met:
    """Let a crowd come."""
    alone = _alone(address, name)
    before = sum(map(resident, processes))
    shares = [len(range(number, readers, PROCESSES)) for number in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        asked = [pool.submit(crowd, address, name, share, seed) for seed, share in enumerate(shares) if share]
        sleep(LASTS * 0.9)
        grown = sum(map(resident, processes)) - before
        crowds = [one.result() for one in asked]
    whole = Crowd(tuple(time for one in crowds for time in one.taken), sum(one.failed for one in crowds))
    return Met(whole, grown, alone, _alone(address, name))


def _alone(address: str, name: str) -> float:
    with reading(address) as reader:
        queries = cycle(QUERIES)
        return median(reader.choose(name, next(queries)) for _ in range(ALONE)) * 1000


def _behind_nginx(readers: int) -> Met:
    with ExitStack() as stack, TemporaryDirectory() as folder:
        replicas = Replicas(stack)
        replicas.start()
        proxy = stack.enter_context(nginx.running(Path(folder), {8080: server.free_port()}, replicas.ports))
        return _met(proxy.address, [one.process for one in replicas.running.values()], OURS, readers)


def crowd(address: str, name: str, readers: int, seed: int) -> Crowd:
    """Be so many readers."""
    taken: list[float] = []
    failed: list[int] = []
    random = Random(seed)  # noqa: S311 - repeatable on purpose, and no secret

    def read(reader: Reader) -> None:
        ends = perf_counter() + LASTS
        while perf_counter() < ends:
            sleep(random.uniform(0, 2 * EVERY))
            try:
                taken.append(reader.choose(name, random.choice(QUERIES)))
            except (TimeoutError, RuntimeError, OSError):
                failed.append(1)

    with ExitStack() as all_:
        there = [all_.enter_context(reading(address)) for _ in range(readers)]
        threads = [Thread(target=read, args=(reader,)) for reader in there]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return Crowd(tuple(taken), len(failed))


if __name__ == "__main__":
    main()
