"""How wide a text is: its letters and the kerning of neighbours add up to what the font itself says of the whole."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from dashboard.queries.typesetting import FONT, REGULAR, SEMIBOLD, width
from tests.record import tables

HARD = ["", "A", "AVATAR To. V.A.", "office fjord ffl ff fi tt", "“Te” ’s 1/2", "é e\u0301 ō ő", "Пу́тин", "Ελλάδα", "日本"]  # noqa: RUF001 - other scripts on purpose


@cache
def _font(weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(FONT, 100)
    font.set_variation_by_axes([weight])
    return font


def _measured(text: str, weight: int) -> float:
    _font(weight).getlength(text)  # its first answer to a composed letter is a little off
    return float(_font(weight).getlength(text)) / 100


@pytest.mark.parametrize("weight", [REGULAR, SEMIBOLD])
def test_a_text_is_as_wide_as_the_font_says(weight: int) -> None:
    for text in (*HARD, *tables().events["label"], *tables().events["title"]):
        assert width(text, 1, weight) == pytest.approx(_measured(text, weight), abs=1e-6), text


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=["C", "Z"]) | st.just(" "), max_size=40))
def test_any_latin_text_is_as_wide_as_the_font_says(text: str) -> None:
    assert width(text, 1) == pytest.approx(_measured(text, REGULAR), abs=1e-6)


def test_twice_the_size_is_twice_the_width_and_a_line_break_is_a_space() -> None:
    assert width("To a word", 26) == pytest.approx(2 * width("To a word", 13))
    assert width("a\nword", 13) == width("a word", 13)
