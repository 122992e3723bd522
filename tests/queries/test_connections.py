"""The lines from the chosen event, and the words on them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.model.vocabulary import Grounds
from dashboard.queries import address, links
from dashboard.queries.connections import Answer, Connection, connect
from dashboard.queries.lanes import place
from dashboard.queries.layout import Canvas, Layout
from dashboard.queries.selection import select
from tests.queries.placements import TITLES as MADE_UP
from tests.queries.placements import Placement, placements
from tests.record import dossier, tables

TITLES = {lane.id: lane.title for lane in dossier().front.lanes}
FINDING = "2014-07-29-us-announces-violation"


def placed(width: int) -> Layout:
    selection = address.start(tables()).selection
    assert selection.window
    return place(select(tables(), selection), TITLES, Canvas(selection.window, width))


def connected(event: str, layout: Layout) -> tuple[Connection, ...]:
    return connect(event, links.to_draw(dossier().event[event], dossier()), layout, TITLES)


def test_each_link_of_the_record_is_drawn_once_and_no_other() -> None:
    layout = placed(980)
    drawn = {mark.id for mark in layout.marks}
    answers = links.to_draw(dossier().event[FINDING], dossier())
    expected = [answer for answer in answers if {answer.earlier, answer.later} <= drawn]
    found = connected(FINDING, layout)
    assert len(found) == len(expected) >= 5
    assert [one.grounds for one in found] == [answer.grounds for answer in expected]


def test_a_link_begins_and_ends_at_marks_of_its_events() -> None:
    layout = placed(980)
    ends = {(mark.x, mark.y) for mark in layout.marks}
    for one in connected(FINDING, layout):
        assert {(one.x0, one.y0), (one.x1, one.y1)} <= ends


@settings(deadline=None, max_examples=500)
@given(placements(), st.data())
def test_words_on_links_overlap_nothing_and_cross_no_edge(placed: Placement, data: st.DataObject) -> None:
    names = sorted(placed.events.index) or ["nothing"]
    chosen = data.draw(st.sampled_from(names))
    others = data.draw(st.lists(st.sampled_from(names), max_size=12, unique=True))
    answers = [Answer(chosen, other, Grounds.STATED, "1,228 days") for other in others if other != chosen]
    layout = placed.layout
    found = [one for one in connect(chosen, answers, layout, MADE_UP) if one.words]
    taken = [(mark.y, *mark.reach) for mark in layout.marks]
    taken += [(cluster.y, cluster.from_x, cluster.to_x) for cluster in layout.clusters]
    for at, one in enumerate(found):
        assert one.words_from >= 0
        assert one.words_to <= layout.canvas.width
        beside = [*taken, *((other.words_y, other.words_from, other.words_to) for other in found[at + 1 :])]
        assert not [box for box in beside if box[0] == one.words_y and box[1] < one.words_to and one.words_from < box[2]]


def test_a_link_to_an_event_that_is_not_drawn_is_left_out() -> None:
    layout = placed(980)
    alone = Layout(layout.canvas, layout.bands, tuple(mark for mark in layout.marks if mark.id == FINDING), ())
    assert connected(FINDING, alone) == ()
