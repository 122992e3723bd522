"""What can be pointed at in the timeline."""

import itertools

from dashboard.figures.targets import targets
from dashboard.queries import address
from dashboard.queries.lanes import place
from dashboard.queries.layout import Canvas
from dashboard.queries.selection import Selection, select
from tests.record import dossier, tables


def test_every_event_of_the_record_is_a_target_or_counted_in_one() -> None:
    window = tables().whole
    events = select(tables(), Selection(window=window))
    layout = place(events, {lane.id: lane.title for lane in dossier().front.lanes}, Canvas(window, 980))
    found = targets(layout, events, dossier())
    counted = {name for cluster in layout.clusters for name in cluster.ids}
    assert {target["id"] for target in found if "id" in target} | counted == set(dossier().event)


def test_targets_stand_in_order_of_time_and_do_not_overlap_in_a_row() -> None:
    selection = address.start(tables()).selection
    assert selection.window
    events = select(tables(), selection)
    layout = place(events, {lane.id: lane.title for lane in dossier().front.lanes}, Canvas(selection.window, 980))
    found = targets(layout, events, dossier())
    assert [target["order"] for target in found] == sorted(target["order"] for target in found)
    rows: dict[float, list[tuple[float, float]]] = {}
    for target in found:
        rows.setdefault(target["y"], []).append((target["x"], target["x"] + target["w"]))
    for row in rows.values():
        row.sort()
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(row))
