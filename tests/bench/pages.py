"""What a reader waits for, in a real Chromium, on our app and beside it on others: ``python -m tests.bench.pages``.

Every step is timed by the page itself: from the press until what it changed had been painted, that is until the last change of
the page before it was still. All apps take turns in one run; what is compared are the medians of that run.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import cycle
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.apps import DEFAULT, FROZEN, NAIVE, OURS, TEXT, running
from tests.bench.report import Aim, Report
from tests.bench.wire import Wire
from tests.browser import chromium

SIZES = (100, 10_000)
ROUNDS = 7
WARM = 1  # rounds before those that count
STILL = 350  # milliseconds without a change after which a page counts as done
WIDE = {"width": 1440, "height": 900}
WINDOW = "from=2001-01-01&to=2008-12-31"

_WATCH = """still => {
  const now = () => performance.now();
  window.noted = { pressed: now(), changed: 0 };
  const press = () => { noted.pressed = now(); };
  for (const kind of ["keydown", "pointerdown"]) window.addEventListener(kind, press, { capture: true });
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  const changed = () => requestAnimationFrame(() => setTimeout(() => { noted.changed = now(); }));
  new MutationObserver(changed).observe(document.querySelector(".stMain, .stApp"), everything);
  window.taken = () => noted.changed > noted.pressed && now() - noted.changed > still ? noted.changed - noted.pressed : 0;
}"""
_DRAWN = (
    "() => document.querySelector('.js-plotly-plot .main-svg .scatterlayer, .js-plotly-plot .main-svg .shapelayer path') !== null"
)

Step = Callable[[Page], None]


@dataclass
class Timed:
    """The milliseconds and the bytes down of one step, time after time."""

    taken: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The middle of the times."""
        return median(self.taken)


def main() -> None:
    """Measure, print, and write the report."""
    path = chromium.find()
    if not path:
        raise SystemExit(chromium.ADVICE)
    report = Report("pages")
    with running(SIZES) as apps, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        loads = cold(browser, {name: apps[name][1] for name in (OURS, DEFAULT, NAIVE)})
        found = steps(browser, {name: wire for name, (_, wire) in apps.items()})
        browser.close()
    _tell(report, found, loads)
    report.write()


def cold(browser: Browser, apps: Mapping[str, Wire]) -> Mapping[str, Mapping[str, Timed]]:
    """Load each app in a context of its own: at first, and for the third time."""
    found = {name: {"cold load": Timed(), "third visit": Timed()} for name in apps}
    for number in range(WARM + ROUNDS):
        for name, wire in apps.items():
            context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]
            for visit in ("cold load", "", "third visit"):
                page = context.new_page()
                wire.taken()
                page.goto(wire.address, wait_until="commit")
                page.wait_for_function(_DRAWN, polling="raf")
                when = float(page.evaluate("performance.now()"))
                page.wait_for_timeout(1_500)  # until it is quiet
                if visit and number >= WARM:
                    found[name][visit].taken.append(when)
                    found[name][visit].bytes.append(wire.taken()[0])
                page.close()
            context.close()
    return found


def steps(browser: Browser, apps: Mapping[str, Wire]) -> Mapping[tuple[str, str], Timed]:
    """Take each step on each app in turn."""
    context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]
    context.add_init_script("localStorage.setItem('hints-closed', 'true')")
    pages = {name: _open(context.new_page(), wire.address, _query(name)) for name, wire in apps.items()}
    found: dict[tuple[str, str], Timed] = {}
    plans = {name: _plan(name) for name in apps}
    for number in range(WARM + ROUNDS):
        for name, page in pages.items():
            page.bring_to_front()
            for what, step in plans[name].items():
                apps[name].taken()
                step(page)
                taken = float(page.wait_for_function("() => taken()", polling=50).json_value())
                if number >= WARM and what:
                    one = found.setdefault((name, what), Timed())
                    one.taken.append(taken)
                    one.bytes.append(apps[name].taken()[0])
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


def _plan(name: str) -> Mapping[str, Step]:
    """Give the steps of a round; those without a name bring the page back to where it was."""
    if name == TEXT:
        return {"text rerun": lambda page: page.get_by_role("button", name="Next").press("Enter")}
    if name.startswith(NAIVE):
        return {"filter": _choose_naive, "": _clear_naive}
    if not name.startswith(OURS):
        lanes = cycle("abcd")
        return {"filter": lambda page: page.get_by_role("button", name=next(lanes), exact=True).click()}
    made_up = name != OURS
    lane = "a" if made_up else "economic"
    year = "2003" if made_up else "2017"
    words = cycle(("ab", "") if made_up else ("missile", ""))
    return {
        "filter": lambda page: page.locator(f'.choice[data-choice="{lane}"]').click(),
        "window": lambda page: page.get_by_role("button", name=year, exact=True).first.click(),
        "click to detail": lambda page: page.locator(".target[aria-label]").first.click(),
        "next event": lambda page: page.locator(".neighbours a").last.click(),
        "search": lambda page: _search(page, next(words)),
        "as of a day": _as_of,
        "": lambda page: page.get_by_role("button", name="Reset").click(),
    }


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


def _tell(report: Report, found: Mapping[tuple[str, str], Timed], loads: Mapping[str, Mapping[str, Timed]]) -> None:
    report.table(
        "Steps, in milliseconds from the press to what is painted, and kB down",
        ("app", "step", "median", "least", "most", "kB"),
        [
            (name, what, f"{one.median:.0f}", f"{min(one.taken):.0f}", f"{max(one.taken):.0f}", f"{median(one.bytes) / 1000:.1f}")
            for (name, what), one in found.items()
        ],
    )
    report.table(
        "Loads, in milliseconds to the first figure, and kB down",
        ("app", "visit", "median", "kB"),
        [
            (name, visit, f"{one.median:.0f}", f"{median(one.bytes) / 1000:.0f}")
            for name, visits in loads.items()
            for visit, one in visits.items()
        ],
    )
    small, large = (f"{OURS}, {size:,} events" for size in SIZES)
    aims = [
        *(
            Aim(f"{what} / bare chart's filter", found[OURS, what].median / found[DEFAULT, "filter"].median, 0.5)
            for what in ("filter", "window")
        ),
        *(
            Aim(f"{what} / frozen bare chart's filter", found[OURS, what].median / found[FROZEN, "filter"].median, 0.9)
            for what in ("filter", "window")
        ),
        *(
            Aim(f"{what} / bare text rerun", found[OURS, what].median / found[TEXT, "text rerun"].median, 0.6)
            for what in ("click to detail", "next event")
        ),
        Aim(f"filter at {SIZES[1]:,} events / at {SIZES[0]}", found[large, "filter"].median / found[small, "filter"].median, 1.3),
        Aim(f"kB of a filter at {SIZES[1]:,} events", median(found[large, "filter"].bytes) / 1000, 60),
        Aim("cold load / bare chart's", loads[OURS]["cold load"].median / loads[DEFAULT]["cold load"].median, 1.05),
        Aim("MB of a cold load", median(loads[OURS]["cold load"].bytes) / 1e6, 2.6),
        Aim("third visit / bare chart's", loads[OURS]["third visit"].median / loads[DEFAULT]["third visit"].median, 0.7),
    ]
    report.aims(aims)


if __name__ == "__main__":
    main()
