"""A step of the stage beside a step of a bare Streamlit app: ``python -m tests.bench.steps``."""

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.apps import BARE
from tests.bench.report import Aim, Report
from tests.bench.timing import Times, interleaved, pressed, shown, watch
from tests.browser import chromium, server, talk

ROUNDS = 30
AT_MOST, AT_MOST_OF_PAIR = 0.5, 1.5
WARM = 3  # rounds before those that count
WORD = "bench"
TEXT = "document.querySelector('[data-testid=stMarkdown]')?.textContent.trim() ?? null"
SCENE = "document.querySelector('.slide.is-current')?.getAttribute('aria-label') ?? null"


def main() -> None:
    """Measure, print, and write the report."""
    path = chromium.find()
    if not path:
        raise SystemExit(chromium.ADVICE)
    with server.running() as ours, server.unset(BARE) as bare, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        of_bare, of_stage, of_pair = compare(browser, ours, bare.address)
        browser.close()
    report = Report("steps")
    report.table(
        f"A step, in milliseconds from the press to what is painted, {ROUNDS} times",
        ("window", "median", "least", "most"),
        [
            (one.name, *(f"{time:.1f}" for time in (one.median, min(one.taken), max(one.taken))))
            for one in (of_bare, of_stage, of_pair)
        ],
    )
    report.aims(
        [
            Aim("a step of the stage / of the bare app", of_stage.median / of_bare.median, AT_MOST),
            Aim("a step of the paired window / of the stage", of_pair.median / of_stage.median, AT_MOST_OF_PAIR),
        ]
    )
    report.write()


def compare(browser: Browser, ours: str, bare: str) -> tuple[Times, Times, Times]:
    """Press a key here and there in turn; give how long it took in each window until the step was seen."""
    context = browser.new_context(base_url=ours)
    stage = context.new_page()
    presenter = _beside(stage)
    talk.open_window(stage, talk.address(WORD))
    talk.open_window(presenter, talk.address(WORD, presenter=True))
    for page in (stage, presenter):
        watch(page, SCENE)
    plain = _beside(stage)
    plain.goto(bare)
    plain.get_by_role("button", name="Next").wait_for()
    watch(plain, TEXT)
    of_bare, of_stage, of_pair = (Times(name) for name in ("bare Streamlit app", "stage", "paired window"))

    def bare_step(number: int) -> None:
        plain.get_by_role("button", name="Next").press("Enter")
        of_bare.taken.append(shown(plain, f"Step {number}") - pressed(plain))

    def step_of_both(number: int) -> None:
        scene = _press_to_another(stage, presenter, number)
        of_stage.taken.append(shown(stage, scene) - pressed(stage))
        of_pair.taken.append(shown(presenter, scene) - pressed(stage))

    interleaved(WARM + ROUNDS, bare_step, step_of_both)
    for times in (of_bare, of_stage, of_pair):
        del times.taken[:WARM]
    return of_bare, of_stage, of_pair


def _beside(page: Page) -> Page:
    """Open a window beside that of a page, as on a second screen; a tab that nobody sees would hardly be painted."""
    with page.context.expect_page() as opened:
        page.evaluate("void window.open('about:blank', '_blank', 'popup,width=1280,height=720')")
    return opened.value


def _press_to_another(stage: Page, other: Page, number: int) -> str:
    """Press the key that leads to the scene of this step, up and down through the brief; give its name."""
    there = talk.SCENES - 1
    at, before = (there - abs(step % (2 * there) - there) for step in (number, number - 1))
    scene = f"Scene {at + 1}"
    for page in (stage, other):
        page.evaluate("scene => { delete window.noted.shown[scene]; }", scene)
    stage.keyboard.press("PageDown" if at > before else "PageUp")
    return scene


if __name__ == "__main__":
    main()
