"""The real record, placed at the widths that it is shown at."""

import pytest

from dashboard.queries import address
from dashboard.queries.lanes import place
from dashboard.queries.layout import Canvas
from dashboard.queries.selection import select
from dashboard.queries.typesetting import LARGE, NORMAL, TypeSize
from tests.record import dossier, tables

LABELLED = 0.6  # of the major events, at the least
SCREENS = {
    "1440 pixels wide": (970, NORMAL),
    "1920 pixels wide, large type": (1310, LARGE),
    "1024 pixels wide, four to three": (940, NORMAL),
}


@pytest.mark.parametrize(("width", "size"), SCREENS.values(), ids=list(SCREENS))
def test_every_key_event_and_most_major_ones_are_labelled(width: int, size: TypeSize) -> None:
    selection = address.start(tables()).selection
    assert selection.window
    events = select(tables(), selection)
    layout = place(events, {lane.id: lane.title for lane in dossier().front.lanes}, Canvas(selection.window, width, size))
    marks = [(mark.id, mark.importance) for mark in layout.marks]
    labelled = {(mark.id, mark.importance) for mark in layout.marks if mark.side}
    assert [name for name, importance in marks if importance == "key" and (name, importance) not in labelled] == []
    assert set(events.index[events["importance"] == "key"]) == {name for name, word in labelled if word == "key"}
    major = set(events.index[events["importance"] == "major"])
    assert len({name for name, word in labelled if word == "major"}) >= LABELLED * len(major)
