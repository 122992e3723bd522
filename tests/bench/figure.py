"""What a page computes, without Streamlit and the browser, by the number of events: ``python -m tests.bench.figure``.

Every selection is a new one, so nothing that is kept from an earlier one helps.
"""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter
from typing import TypeVar

from dashboard.figures import theme
from dashboard.figures.targets import targets
from dashboard.figures.view import Room, view
from dashboard.fragments import events, panels
from dashboard.fragments.links import leading_from
from dashboard.queries import counts
from dashboard.queries.address import Address
from dashboard.queries.selection import Selection, narrowed
from dashboard.queries.tables import Tables, build
from dashboard.queries.windows import Window
from tests.bench.report import Report
from tests.builders import many_events

R = TypeVar("R")

SIZES = (100, 10_000, 100_000)
ROUNDS = 15
WARM = 2
WIDTH = 980


def main() -> None:
    """Measure, print, and write the report."""
    report = Report("figure")
    made = {size: build(many_events(size, seed=1)) for size in SIZES}
    found: dict[int, dict[str, list[float]]] = {size: {} for size in SIZES}
    for number in range(WARM + ROUNDS):
        for size, tables in made.items():
            for what, took in _steps(tables, number).items():
                if number >= WARM:
                    found[size].setdefault(what, []).append(took)
    rows = [
        (what, *(f"{median(found[size][what]):.1f}" for size in SIZES), f"{_ratio(found, what, SIZES[-1]):.2f}")
        for what in found[SIZES[0]]
    ]
    report.table(
        f"A selection nobody made before, medians of {ROUNDS} in milliseconds",
        ("step", *(f"{size:,} events" for size in SIZES), "last / first"),
        rows,
    )
    report.write()


def _ratio(found: Mapping[int, Mapping[str, list[float]]], what: str, size: int) -> float:
    return median(found[size][what]) / median(found[SIZES[0]][what])


def _steps(tables: Tables, number: int) -> Mapping[str, float]:
    window = Window(tables.whole.start.replace(day=1 + number), tables.whole.end)
    selection = Selection(tracks=frozenset({"a"}), window=window)
    place = Address(selection)
    taken: dict[str, float] = {}

    def step(what: str, make: Callable[[], R]) -> R:
        began = perf_counter()
        made = make()
        taken[what] = (perf_counter() - began) * 1000
        return made

    shown = step("choosing", lambda: narrowed(tables.events, tables, selection))
    step("counts beside the choices", lambda: counts.beside(tables.events, tables, selection))
    seen = step("placing", lambda: view(shown, shown.iloc[:0], tables, place, Room(WIDTH)))
    step("drawing", lambda: seen.draw(theme.LIGHT))
    step("targets", lambda: targets(seen.layout, seen.events, tables.dossier))
    links = leading_from(place, tables)
    step("a page of the list", lambda: events.as_list(shown, tables.dossier, links.event, None, None, slice(0, 200)))
    step("panels", lambda: panels.all_tracks(shown, tables, links, tables.whole.end))
    taken["all"] = sum(taken.values())
    return taken


if __name__ == "__main__":
    main()
