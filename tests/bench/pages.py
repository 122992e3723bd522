"""What a reader waits for, in a real Chromium, on our app and beside it on others: ``python -m tests.bench.pages``.

Every step is timed by the page itself: from the press until what the reader asked for had been painted, the chart or the event in
full, that is until its last change before it was still. All apps take turns in one run; what is compared are the medians of it.
"""

import re
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from statistics import mean, median

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.bench.apps import DEFAULT, FROZEN, NAIVE, OURS, TEXT, running
from tests.bench.memory import resident, worked
from tests.bench.report import Aim, Report
from tests.bench.wire import Wire
from tests.browser import chromium
from tests.browser.server import Server

SIZES = (100, 10_000)
AT_MOST = {10_000: 1.3, 100_000: 2.0}  # times what a step takes with the least number of events
GROWING = ("filter", "window", "click to detail", "search")
SLOWEST = 120_000  # milliseconds that a step may take
STILL = 350  # milliseconds without a change after which a page counts as done
WIDE: ViewportSize = {"width": 1440, "height": 900}
WINDOW = "from=2001-01-01&to=2008-12-31"

_WATCH = """still => {
  const now = () => performance.now();
  window.noted = { pressed: now(), changed: 0, asked: ".stMain" };
  const press = () => { noted.pressed = now(); };
  for (const kind of ["keydown", "pointerdown"]) window.addEventListener(kind, press, { capture: true });
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  const changed = () => requestAnimationFrame(() => setTimeout(() => { noted.changed = now(); }));
  const isAskedFor = ({ target }) => (target.closest ? target : target.parentElement)?.closest(noted.asked);
  new MutationObserver((all) => all.some(isAskedFor) && changed()).observe(document.querySelector(".stApp"), everything);
  window.taken = () => noted.changed > noted.pressed && now() - noted.changed > still ? noted.changed - noted.pressed : 0;
}"""
_DRAWN = (
    "() => document.querySelector('.js-plotly-plot .main-svg .scatterlayer, .js-plotly-plot .main-svg .shapelayer path') !== null"
)

PAGE, CHART, EVENT = ".stMain", ".timeline", ".st-key-side .reader"  # what a step asks for, as CSS

Step = tuple[str, str, Callable[[Page], None]]  # its name, what it asks for, and what the reader does


@dataclass
class Timed:
    """What one step took, time after time: milliseconds, bytes down and up, and milliseconds of the server's processor."""

    taken: list[float] = field(default_factory=list)
    down: list[int] = field(default_factory=list)
    up: list[int] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The middle of the times."""
        return median(self.taken)

    @property
    def kilobytes(self) -> float:
        """The middle of what came down."""
        return median(self.down) / 1000


@dataclass(frozen=True)
class Rounds:
    """How often each app has its turn: those that count, and those before them."""

    count: int = 7
    warm: int = 1

    def __iter__(self) -> Iterator[bool]:
        """Give the turns, each with whether it counts."""
        return iter([False] * self.warm + [True] * self.count)


def main(sizes: Sequence[int] = SIZES, rounds: Rounds = Rounds()) -> None:
    """Measure, print, and write the report; ``sizes`` are those of the made-up records."""
    path = chromium.find()
    if not path:
        raise SystemExit(chromium.ADVICE)
    report = Report("pages")
    with running(sizes) as apps, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        loads = cold(browser, {name: apps[name][1] for name in (OURS, DEFAULT, NAIVE)}, rounds)
        found = steps(browser, apps, rounds)
        browser.close()
        grown = {name: resident(server.process) for name, (server, _) in apps.items()}
    _tell(report, found, loads, grown)
    report.aims(_aims(found, loads, sizes))
    report.write()


def cold(browser: Browser, apps: Mapping[str, Wire], rounds: Rounds) -> Mapping[str, Mapping[str, Timed]]:
    """Load each app in a context of its own: at first, and for the third time."""
    found = {name: {"cold load": Timed(), "third visit": Timed()} for name in apps}
    for counts in rounds:
        for name, wire in apps.items():
            context = browser.new_context(viewport=WIDE)
            for visit in ("cold load", "", "third visit"):
                page = context.new_page()
                wire.taken()
                page.goto(wire.address, wait_until="commit")
                page.wait_for_function(_DRAWN, polling="raf")
                when = float(page.evaluate("performance.now()"))
                page.wait_for_timeout(1_500)  # until it is quiet
                if visit and counts:
                    down, up = wire.taken()
                    one = found[name][visit]
                    one.taken.append(when)
                    one.down.append(down)
                    one.up.append(up)
                page.close()
            context.close()
    return found


def steps(browser: Browser, apps: Mapping[str, tuple[Server, Wire]], rounds: Rounds) -> Mapping[tuple[str, str], Timed]:
    """Take each step on each app in turn."""
    context = browser.new_context(viewport=WIDE)
    context.add_init_script("localStorage.setItem('hints-closed', 'true')")
    pages = {name: _open(context.new_page(), wire.address, _query(name)) for name, (_, wire) in apps.items()}
    found: dict[tuple[str, str], Timed] = {}
    plans = {name: _plan(name) for name in apps}
    for counts in rounds:
        for name, page in pages.items():
            server, wire = apps[name]
            page.bring_to_front()
            for what, asked, do in plans[name]:
                page.evaluate("asked => { noted.asked = asked; }", asked)
                wire.taken()
                before = worked(server.process)
                do(page)
                try:
                    taken = float(page.wait_for_function("() => taken()", polling=50, timeout=SLOWEST).json_value())
                except PlaywrightError as error:
                    error.add_note(f"{name}: {what or 'the way back'}")
                    raise
                if counts and what:
                    one = found.setdefault((name, what), Timed())
                    down, up = wire.taken()
                    one.taken.append(taken)
                    one.down.append(down)
                    one.up.append(up)
                    one.worked.append(worked(server.process) - before)
    context.close()
    return found


def _query(name: str) -> str:
    return f"/?{WINDOW}" if name.startswith(f"{OURS},") else ""


def _open(page: Page, address: str, query: str) -> Page:
    page.goto(address + query)
    page.locator(".sentence, [data-testid=stMarkdown]").first.wait_for()
    page.wait_for_timeout(2_500)  # until it is quiet
    page.evaluate(_WATCH, STILL)
    return page


def _plan(name: str) -> Sequence[Step]:
    """Give the steps of a round; those without a name bring the page back to where it was."""
    if name == TEXT:
        return [("text rerun", PAGE, lambda page: page.get_by_role("button", name="Next").press("Enter"))]
    if name.startswith(NAIVE):
        return [("filter", PAGE, _choose_naive), ("", PAGE, _clear_naive)]
    if not name.startswith(OURS):
        lanes = cycle("abcd")
        return [("filter", PAGE, lambda page: page.get_by_role("button", name=next(lanes), exact=True).click())]
    made_up = name != OURS
    lane, year, words = ("a", "2003", "ab") if made_up else ("economic", "2017", "missile")
    back: Step = ("", PAGE, lambda page: page.get_by_role("button", name="Reset", exact=True).click())
    return [
        ("filter", CHART, lambda page: page.locator(f'.choice[data-choice="{lane}"]').click()),
        back,
        ("window", CHART, lambda page: page.get_by_role("button", name=year, exact=True).first.click()),
        back,
        ("click to detail", EVENT, lambda page: page.locator(".target[aria-label]").first.click()),
        ("next event", EVENT, lambda page: page.locator(".neighbours a").last.click()),
        back,
        ("search", CHART, lambda page: _search(page, words)),
        back,
        ("as of a day", PAGE, _as_of),
        back,
        ("page change", PAGE, lambda page: page.get_by_role("link", name="Responses", exact=True).click()),
        ("", PAGE, lambda page: page.get_by_role("link", name="Timeline", exact=True).click()),
    ]


def _search(page: Page, text: str) -> None:
    field_ = page.get_by_role("textbox", name=re.compile("^Search"))
    field_.fill(text)
    field_.press("Enter")


def _as_of(page: Page) -> None:
    page.get_by_role("button", name="Play").click()
    page.wait_for_timeout(100)
    page.keyboard.press("Shift")  # any input pauses it


def _choose_naive(page: Page) -> None:
    page.get_by_role("combobox").fill("a")
    page.keyboard.press("Enter")


def _clear_naive(page: Page) -> None:
    page.get_by_role("combobox").press("Backspace")


def _tell(
    report: Report,
    found: Mapping[tuple[str, str], Timed],
    loads: Mapping[str, Mapping[str, Timed]],
    grown: Mapping[str, float],
) -> None:
    report.table(
        "Steps: milliseconds from the press to what is painted, kB down and up, milliseconds of the server's processor",
        ("app", "step", "median", "least", "most", "kB down", "kB up", "processor"),
        [
            (
                name,
                what,
                f"{one.median:.0f}",
                f"{min(one.taken):.0f}",
                f"{max(one.taken):.0f}",
                f"{one.kilobytes:.1f}",
                f"{median(one.up) / 1000:.1f}",
                f"{mean(one.worked):.0f}",
            )
            for (name, what), one in found.items()
        ],
    )
    report.table(
        "Loads: milliseconds to the first figure, kB down until it is quiet",
        ("app", "visit", "median", "kB"),
        [
            (name, visit, f"{one.median:.0f}", f"{one.kilobytes:.0f}")
            for name, visits in loads.items()
            for visit, one in visits.items()
        ],
    )
    report.table("Resident memory after all steps, in MB", ("app", "MB"), [(name, f"{size:.0f}") for name, size in grown.items()])


def _aims(found: Mapping[tuple[str, str], Timed], loads: Mapping[str, Mapping[str, Timed]], sizes: Sequence[int]) -> list[Aim]:
    def ratio(what: str, other: str, of_other: str, at_most: float, name: str = OURS) -> Aim:
        words = f"{what}{name.removeprefix(OURS)} / {other}'s {of_other}"
        return Aim(words, found[name, what].median / found[other, of_other].median, at_most)

    named = {size: f"{OURS}, {size:,} events" for size in sizes}
    least = named[min(sizes)]
    growth = [(size, AT_MOST[size]) for size in sizes if size in AT_MOST]
    return [
        *(ratio(what, DEFAULT, "filter", 0.5) for what in ("filter", "window")),
        *(ratio(what, FROZEN, "filter", 0.9) for what in ("filter", "window")),
        *(ratio(what, TEXT, "text rerun", 0.6) for what in ("click to detail", "next event")),
        *(ratio(what, least, what, at_most, named[size]) for size, at_most in growth for what in GROWING),
        *(Aim(f"kB of a filter, {size:,} events", found[named[size], "filter"].kilobytes, 60) for size, _ in growth),
        Aim("cold load / bare chart's", loads[OURS]["cold load"].median / loads[DEFAULT]["cold load"].median, 1.05),
        Aim("MB of a cold load", loads[OURS]["cold load"].kilobytes / 1000, 2.6),
        Aim("third visit / bare chart's", loads[OURS]["third visit"].median / loads[DEFAULT]["third visit"].median, 0.7),
    ]


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, help="of the made-up records, in events")
    parser.add_argument("--rounds", type=int, default=Rounds.count)
    parser.add_argument("--warm", type=int, default=Rounds.warm, help="rounds before those that count")
    asked = parser.parse_args()
    main(asked.sizes, Rounds(asked.rounds, asked.warm))
