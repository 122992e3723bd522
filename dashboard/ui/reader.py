"""Text of ours on the page: HTML from ``fragments``, whose links open events and whose buttons act without leaving the page."""

from collections.abc import Callable, Mapping

from streamlit.elements.lib.layout_utils import Width

from dashboard.ui import place, told
from dashboard.ui.component import mount

Acts = Mapping[str, Callable[[], None]]


def data(html: str, *, focus: str = "", live: bool = False, here: str = "") -> dict[str, object]:
    """Give what the script is to show.

    ``focus`` names the event or card that is brought into view when it is new. What is ``live`` is read aloud where it changes.
    ``here`` is the address that it was written for, where a browser may have asked for it ahead of the page.
    """
    return {"html": html, "focus": focus, "live": live, "here": here}


def show(
    key: str,
    html: str,
    acts: Acts | None = None,
    *,
    focus: str = "",
    live: bool = False,
    here: str = "",
    width: Width = "stretch",
) -> None:
    """Show ``data`` under a key of the page; ``acts`` names what its ``data-act`` buttons and links do."""

    def opened() -> None:
        place.open_event(told.read(str, key, "opened"))

    def measured() -> None:
        place.open_measure(told.read(str, key, "measure"))

    def acted() -> None:
        act = (acts or {}).get(told.read(str, key, "act") or "")
        if act:
            act()

    mount(
        "reader",
        '<div class="reader"></div>',
        data(html, focus=focus, live=live, here=here),
        key=key,
        width=width,
        on_opened_change=opened,
        on_measure_change=measured,
        on_act_change=acted,
    )
