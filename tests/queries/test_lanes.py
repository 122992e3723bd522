"""Placement in the lanes of the timeline, on made-up records of any size."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings

from dashboard.model.vocabulary import Importance
from dashboard.queries.lanes import place
from dashboard.queries.layout import APART, BESIDE, GAP, PADDING, Canvas, Mark
from dashboard.queries.selection import Selection, select
from dashboard.queries.tables import build
from dashboard.queries.windows import Window
from tests import builders
from tests.queries.placements import (
    TITLES,
    WHOLE,
    Placement,
    Stretch,
    body,
    by_lane,
    label,
    overlap,
    pairs,
    placement,
    placements,
    table,
    title,
)
from tests.record import tables

of_any_record = settings(max_examples=500, deadline=None)
WEIGHTS = {importance.value: weight for weight, importance in enumerate(Importance)}


@of_any_record
@given(placements())
def test_no_two_labels_overlap(placed: Placement) -> None:
    for lane, row in placed.rows():
        labels = [label(mark) for mark in placed.marks(lane, row) if mark.side]
        assert not any(overlap(*pair) for pair in pairs(labels))


@of_any_record
@given(placements())
def test_no_label_overlaps_the_mark_of_another_or_the_title_of_its_lane(placed: Placement) -> None:
    for lane, row in placed.rows():
        marks = placed.marks(lane, row)
        for mark in marks:
            others = [body(other) for other in marks if other is not mark] + [title(lane, placed.layout)] * (row == 0)
            assert not mark.side or not any(overlap(label(mark), other) for other in others)


@of_any_record
@given(placements())
def test_no_two_marks_of_a_row_overlap(placed: Placement) -> None:
    for lane, row in placed.rows():
        assert not any(overlap(*pair) for pair in pairs([body(mark) for mark in placed.marks(lane, row)]))


@of_any_record
@given(placements())
def test_a_label_stands_beside_its_own_mark(placed: Placement) -> None:
    for mark in placed.layout.marks:
        start, end = body(mark)
        assert {"right": mark.label_from - end, "left": start - mark.label_to, "": BESIDE}[mark.side] == pytest.approx(BESIDE)


@of_any_record
@given(placements())
def test_nothing_crosses_the_edge_of_the_plot(placed: Placement) -> None:
    stretches = [body(mark) for mark in placed.layout.marks]
    stretches += [label(mark) for mark in placed.layout.marks if mark.side]
    stretches += [(cluster.from_x, cluster.to_x) for cluster in placed.layout.clusters]
    assert all(start >= 0 and end <= placed.layout.canvas.width for start, end in stretches)


@of_any_record
@given(placements())
def test_in_each_of_its_lanes_an_event_is_drawn_or_counted_in_exactly_one_cluster(placed: Placement) -> None:
    found = Counter((mark.id, mark.lane) for mark in placed.layout.marks)
    found.update((name, cluster.lane) for cluster in placed.layout.clusters for name in cluster.ids)
    wanted = zip(by_lane(placed.events).index, by_lane(placed.events)["lane"], strict=True)
    assert found == Counter((str(name), str(lane)) for name, lane in wanted)


@of_any_record
@given(placements())
def test_the_box_of_a_cluster_overlaps_nothing_and_says_how_many_it_counts(placed: Placement) -> None:
    for band in placed.layout.bands:
        clusters = placed.clusters(band.lane)
        boxes = [(cluster.from_x, cluster.to_x) for cluster in clusters]
        beside = [mark.reach for mark in placed.marks(band.lane, band.rows)]
        assert not any(overlap(*pair) for pair in pairs(boxes + beside))
        assert {cluster.row for cluster in clusters} <= {band.rows}
        assert band.strip or not (boxes or beside)
        assert all(cluster.label == f"+{len(cluster.ids)}" for cluster in clusters)


@of_any_record
@given(placements())
def test_a_cluster_opens_the_days_of_the_events_that_it_counts(placed: Placement) -> None:
    window = placed.layout.canvas.window
    for cluster in placed.layout.clusters:
        days = placed.events.loc[list(cluster.ids)]
        assert cluster.window.start == max(days["first"].min().date(), window.start)
        assert cluster.window.end <= window.end
        assert cluster.window.end >= min(days["first"].max().date(), window.end)


@of_any_record
@given(placements())
def test_no_label_is_missing_where_labels_of_lesser_importance_stand_in_its_way(placed: Placement) -> None:
    # With room for everybody each event shows the pixels that its mark and label take.
    roomy = place(placed.events, TITLES, placed.layout.canvas, len(placed.events) + 1)
    wanted = {(mark.id, mark.lane): mark for mark in roomy.marks}
    labelled = {(mark.id, mark.lane) for mark in placed.layout.marks if mark.side}
    for (name, lane), mark in wanted.items():
        if mark.side and (name, lane) not in labelled:
            room = [row for row in range(placed.most_rows) if _has_room(placed, mark, row)]
            assert not room, f"{name} has no label in {lane}, though there is room in rows {room}"


@of_any_record
@given(placements())
def test_the_height_is_bounded_by_the_rows_allowed_and_one_strip_a_lane(placed: Placement) -> None:
    bands = placed.layout.bands
    assert [band.lane for band in bands] == list(TITLES)
    assert all(1 <= band.rows <= placed.most_rows for band in bands)
    assert all(below.top - above.bottom == pytest.approx(GAP) for above, below in pairwise(bands))
    assert all(band.rows == placed.most_rows for band in bands if band.strip)
    most = (placed.most_rows + 1) * placed.layout.canvas.type.row + 2 * PADDING
    assert placed.layout.height <= len(bands) * (most + GAP)
    assert all(
        bands[list(TITLES).index(mark.lane)].top < mark.y < bands[list(TITLES).index(mark.lane)].bottom
        for mark in placed.layout.marks
    )


@of_any_record
@given(placements())
def test_the_order_of_the_rows_does_not_matter(placed: Placement) -> None:
    for shuffled in (placed.events.sample(frac=1, random_state=7), placed.events.iloc[::-1]):
        assert place(shuffled, TITLES, placed.layout.canvas, placed.most_rows) == placed.layout


def test_ten_thousand_events_are_placed_and_what_is_drawn_stays_bounded() -> None:
    placed = placement(10_000, 1)
    smallest = placed.layout.canvas.type.mark("detail") + APART
    assert all(len(placed.marks(lane)) <= placed.most_rows * placed.layout.canvas.width / smallest for lane in TITLES)
    assert all(len(placed.clusters(lane)) <= placed.layout.canvas.width / APART for lane in TITLES)
    drawn = {mark.id for mark in placed.layout.marks} | {name for cluster in placed.layout.clusters for name in cluster.ids}
    assert len(drawn) == 10_000


def test_the_foremost_of_ten_thousand_events_has_its_mark_though_it_is_a_detail() -> None:
    events = table(10_000, 1)
    detail = str(events.index[events["importance"] == "detail"][4_000])

    def marks(foremost: str | None) -> set[str]:
        return {mark.id for mark in place(events, TITLES, Canvas(WHOLE, 980), 8, foremost=foremost).marks}

    assert detail in marks(detail)
    assert detail not in marks(None)


@pytest.mark.parametrize("pixels", [360, 640, 980, 1280, 1920])
def test_every_key_event_of_the_real_record_has_its_mark(pixels: int) -> None:
    titles = {name: lane.title for name, lane in tables().dossier.lane.items()}
    layout = place(tables().events, titles, Canvas(tables().whole, pixels))
    keys = tables().events[tables().events["importance"] == "key"]
    assert set(keys.index) <= {mark.id for mark in layout.marks}


def test_where_nothing_is_shown_the_lanes_are_still_there() -> None:
    layout = place(table(1, 1).iloc[:0], TITLES, Canvas(WHOLE, 980))
    assert [band.rows for band in layout.bands] == [1, 1, 1, 1]
    assert (layout.marks, layout.clusters) == ((), ())


@pytest.mark.parametrize("window", [Window(date.min, date.max), Window(date(9000, 1, 1), date.max), Window(date.min, date.min)])
def test_a_window_may_reach_to_the_ends_of_the_calendar(window: Window) -> None:
    record = build(builders.dossier([builders.event(date="2014-07/.."), builders.event(id="day", date="2014-07-29")]))
    layout = place(select(record, Selection(window=window)), TITLES, Canvas(window, 980))
    assert all(0 <= mark.left <= mark.right <= 980 for mark in layout.marks)


def _has_room(placed: Placement, wanted: Mark, row: int) -> bool:
    """Tell whether a row has room for a mark and its label once the labels of lesser importance are gone, all marks kept."""
    others = [mark for mark in placed.marks(wanted.lane, row) if mark.id != wanted.id]
    taken = [mark.reach if WEIGHTS[mark.importance] <= WEIGHTS[wanted.importance] else body(mark) for mark in others]
    start, end = body(wanted)
    beside = BESIDE + wanted.label_to - wanted.label_from
    in_the_way = [title(wanted.lane, placed.layout)] * (row == 0)
    return any(
        side[0] >= 0
        and side[1] <= placed.layout.canvas.width
        and not any(overlap(side, other, APART) for other in taken)
        and not any(overlap(side, other) for other in in_the_way)
        for side in _sides(start, end, beside)
    )


def _sides(start: float, end: float, beside: float) -> list[Stretch]:
    return [(start, end + beside), (start - beside, end)]
