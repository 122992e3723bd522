"""The apps that are measured side by side: ours with several records, and those that it is compared with."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.wire import Wire, counted
from tests.browser import server
from tests.browser.server import Server
from tests.builders import many_events

HERE = Path(__file__).parent
BARE, BARE_CHART = HERE / "bare.py", HERE / "bare_chart.py"
FREEZING = {"FROZEN": "1"}
OURS, DEFAULT, FROZEN, NAIVE, TEXT = "ours", "bare chart", "bare chart, frozen", "naive app", "bare text"
REAL = 105  # events that the real record shows at first


@contextmanager
def running(sizes: Sequence[int]) -> Iterator[Mapping[str, tuple[Server, Wire]]]:
    """Start all of them, each behind a proxy that counts; ``sizes`` are those of the made-up records."""
    with ExitStack() as all_, TemporaryDirectory() as folder:

        def start(app: AbstractContextManager[Server]) -> tuple[Server, Wire]:
            found = all_.enter_context(app)
            return found, all_.enter_context(counted(found.address))

        apps = {OURS: start(server.started()), TEXT: start(server.unset(BARE))}
        for size in (REAL, *sizes):
            words = "" if size == REAL else f", {size:,} events"
            table = Path(folder) / f"{size}.csv"
            _write(table, size)
            if size != REAL:
                apps[OURS + words] = start(server.started(script=str(HERE / "crowded.py"), surroundings={"EVENTS": str(size)}))
            apps[DEFAULT + words] = start(server.unset(BARE_CHART, EVENTS=str(size)))
            apps[NAIVE + words] = start(server.unset(HERE / "naive.py", TABLE=str(table)))
        apps[FROZEN] = start(server.unset(BARE_CHART, EVENTS=str(REAL), **FREEZING))
        yield apps


def _write(table: Path, size: int) -> None:
    with table.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("day", "lane", "label"))
        for event in many_events(size, 1).events:
            rows.writerow((event.date.earliest, (*event.tracks, "spine")[0], event.label))
