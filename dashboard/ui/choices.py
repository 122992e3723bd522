"""A row of toggles with the count beside each word."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from dashboard.ui import place, told
from dashboard.ui.component import mount
from dashboard.ui.told import Message


@dataclass(frozen=True)
class Option:
    """One toggle: what it chooses, its words, how many events it would leave, and the mark and lane that it stands for."""

    id: str
    label: str
    count: int | None = None
    lane: str = ""
    mark: str = ""  # the path of a mark in a box of 16 pixels
    hint: str = ""
    leads: Mapping[str, Sequence[str]] = field(default_factory=dict)  # the parameters of the address that it sets


class _Pressed(Message):
    chosen: list[str]
    number: int


def show(
    key: str,
    legend: str,
    options: Iterable[Option],
    chosen: Collection[str],
    on_change: Callable[[list[str]], None],
    *,
    several: bool = True,
    shows_legend: bool = True,
    when_narrow: str = "",
    noun: str = "event",
) -> None:
    """Draw the toggles; ``on_change`` gets all that are then chosen, at most one where not ``several``.

    ``noun`` is what the counts are of. ``when_narrow`` names the toggle that stands pressed on a narrow screen in place of the
    chosen ones.

    The script keeps the choice itself and numbers what it sends, so that quick presses are all kept: an answer that is older
    than the last press changes nothing.
    """
    there = tuple(options)
    most = len(there) if several else 1

    def changed() -> None:
        place.acted()
        pressed = told.read(_Pressed, key, "pressed")
        if pressed:
            on_change([option.id for option in there if option.id in pressed.chosen][:most])

    pressed = told.read(_Pressed, key, "pressed")
    mount(
        "choices",
        '<div class="choices"></div>',
        {
            "legend": legend,
            "showsLegend": shows_legend,
            "several": several,
            "options": [asdict(option) for option in there],
            "chosen": sorted(chosen),
            "whenNarrow": when_narrow,
            "noun": noun,
            "answers": pressed.number if pressed else 0,
        },
        key=key,
        width="content",
        default={"pressed": None},
        on_pressed_change=changed,
    )
