"""The page of a deck, in pixels of 96 to the inch, which placement counts in too."""

from pptx.util import Emu, Length

EMU = 9525  # to the pixel
POINT = 4 / 3  # pixels to the point
HEIGHT = 720
MARGIN = 40
BODY_TOP, BODY_BOTTOM = 116, 668
FOOT_TOP, FOOT_HEIGHT = 682, 22


def emu(pixels: float) -> Length:
    """Give a length as PowerPoint counts it."""
    return Emu(round(pixels * EMU))
