"""The page of a deck, in pixels of 96 to the inch, which placement counts in too."""

from typing import Any

EMU = 9525  # to the pixel
POINT = 4 / 3  # pixels to the point
HEIGHT = 720
MARGIN = 40
BODY_TOP, BODY_BOTTOM = 116, 668
FOOT_TOP, FOOT_HEIGHT = 682, 22


def emu(pixels: float) -> Any:  # noqa: ANN401 - a whole number, which the library has a type of its own for
    """Give a length as PowerPoint counts it, in English Metric Units."""
    return round(pixels * EMU)
