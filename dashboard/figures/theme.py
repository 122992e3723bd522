"""The colours and type of every figure, in light and dark."""

from dataclasses import dataclass

from dashboard.model.contrast import channels
from dashboard.model.dossier import Lane

FONT_FAMILY = '"Source Sans", "Source Sans 3", "Source Sans Pro", sans-serif'


@dataclass(frozen=True)
class Theme:
    """One look: every colour as #rrggbb."""

    name: str
    background: str
    ink: str
    muted: str
    rule: str
    tint: float  # how much of a lane's colour its stripe takes

    def of(self, lane: Lane) -> str:
        """Give the colour of a lane's marks and title."""
        return lane.dark_color if self.name == "dark" else lane.color

    def stripe(self, lane: Lane) -> str:
        """Give the colour of a lane's stripe."""
        return mixed(self.of(lane), self.background, self.tint)


LIGHT = Theme("light", background="#ffffff", ink="#1d2129", muted="#5b616b", rule="#dfe2e7", tint=0.055)
DARK = Theme("dark", background="#0e1117", ink="#f2f3f5", muted="#a7adb8", rule="#2f3540", tint=0.09)


def named(name: str | None) -> Theme:
    """Give a theme by its name; light where none is known."""
    return DARK if name == "dark" else LIGHT


def mixed(color: str, ground: str, share: float) -> str:
    """Lay a colour over a ground, as much of it as ``share`` says (0 to 1)."""
    pairs = zip(channels(color), channels(ground), strict=True)
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)
