"""The colours of every figure, held against the contrast that reading needs."""

import pytest

from dashboard.figures.theme import DARK, LIGHT, Theme, mixed, named
from dashboard.figures.timeline import SPAN_OPACITY
from dashboard.model.contrast import contrast
from dashboard.model.dossier import Lane
from tests.record import dossier

TEXT, MARK = 4.5, 3.0  # the least contrast of each, as WCAG 2.2 asks at level AA
LANES = dossier().front.lanes
each_theme = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
each_lane = pytest.mark.parametrize("lane", LANES, ids=lambda lane: lane.id)


@each_theme
def test_text_can_be_read_on_the_background_and_on_every_stripe(theme: Theme) -> None:
    grounds = [theme.background, *(theme.stripe(lane) for lane in LANES)]
    for color in (theme.ink, theme.muted):
        assert all(contrast(color, ground) >= TEXT for ground in grounds)


@each_theme
@each_lane
def test_the_title_of_a_lane_can_be_read_in_its_colour(theme: Theme, lane: Lane) -> None:
    assert contrast(theme.of(lane), theme.stripe(lane)) >= TEXT
    assert contrast(theme.of(lane), theme.background) >= TEXT


@each_theme
@each_lane
def test_the_marks_of_a_lane_stand_out_from_every_ground(theme: Theme, lane: Lane) -> None:
    grounds = [theme.background, *(theme.stripe(other) for other in LANES)]
    assert all(contrast(theme.of(lane), ground) >= MARK for ground in grounds)


@each_theme
@each_lane
def test_spans_and_links_stand_out_from_every_stripe(theme: Theme, lane: Lane) -> None:
    span = mixed(theme.of(lane), theme.stripe(lane), SPAN_OPACITY)
    assert contrast(span, theme.stripe(lane)) >= MARK
    assert contrast(theme.muted, theme.stripe(lane)) >= MARK


@each_theme
def test_each_lane_has_a_colour_and_a_symbol_of_its_own(theme: Theme) -> None:
    assert len({theme.of(lane) for lane in LANES}) == len({lane.symbol for lane in LANES}) == len(LANES)


@each_theme
@each_lane
def test_a_stripe_stays_nearer_to_the_background_than_to_its_lane(theme: Theme, lane: Lane) -> None:
    assert 1 < contrast(theme.stripe(lane), theme.background) < 1.3


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#000000", 21.0),
        ("#ffffff", "#FFFFFF", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0072B2", "#ffffff", 5.19),
    ],
)
def test_contrast_is_computed_as_the_standard_defines_it(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(
    ("color", "ground", "share", "result"),
    [
        ("#000000", "#ffffff", 0.0, "#ffffff"),
        ("#000000", "#ffffff", 1.0, "#000000"),
        ("#ff0000", "#0000ff", 0.2, "#3300cc"),
        ("#0A0b0C", "#0A0b0C", 0.3, "#0a0b0c"),
    ],
)
def test_a_colour_is_laid_over_a_ground_by_its_share(color: str, ground: str, share: float, result: str) -> None:
    assert mixed(color, ground, share) == result


@pytest.mark.parametrize(("name", "theme"), [("light", LIGHT), ("dark", DARK), (None, LIGHT), ("unheard of", LIGHT)])
def test_a_theme_is_found_by_name_and_light_where_none_is_known(name: str | None, theme: Theme) -> None:
    assert named(name) == theme
