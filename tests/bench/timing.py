"""From a press to the picture: what a page notes down by itself, on one clock for all windows of the browser."""

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from playwright.sync_api import Page

# Notes when a key went down, and when what it changed had been painted: a frame after the change, and a task after the frame.
# ``ASK`` gives what is looked at, as text.
_WATCH = """ask => {
  const look = new Function(`return ${ask}`);
  const now = () => performance.timeOrigin + performance.now();
  const painted = () => new Promise(done => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(now());
    channel.port2.postMessage(null);
  }));
  window.noted = { pressed: 0, shown: {} };
  window.addEventListener("keydown", () => { window.noted.pressed = now(); }, { capture: true });
  let before = look();
  new MutationObserver(() => {
    const at = look();
    if (at === before || at === null) return;
    before = at;
    painted().then(when => { window.noted.shown[at] = when; });
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}"""
_SHOWN = "at => window.noted.shown[at]"


@dataclass
class Times:
    """What one thing took, in milliseconds, time after time."""

    name: str
    taken: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.taken)

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.name}: {self.median:.1f} ms (median of {len(self.taken)}; {min(self.taken):.1f} to {max(self.taken):.1f})"


def watch(page: Page, ask: str) -> None:
    """Let a page note presses, and when a text that ``ask`` finds in it changed and was painted."""
    page.evaluate(_WATCH, ask)


def shown(page: Page, text: str) -> float:
    """Wait until a page has painted a text, and give the time at which it had."""
    when: float = page.wait_for_function(_SHOWN, arg=text).json_value()
    return when


def pressed(page: Page) -> float:
    """Give the time at which a key last went down in a page."""
    when: float = page.evaluate("window.noted.pressed")
    return when


def interleaved(rounds: int, *turns: Callable[[int], None]) -> None:
    """Take turns, so that what else the machine does falls on all alike."""
    for number in range(1, rounds + 1):
        for turn in turns:
            turn(number)
