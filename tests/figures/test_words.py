"""The figure in words."""

from datetime import date

from dashboard.figures import words
from dashboard.model.vocabulary import Standing
from dashboard.queries.lanes import place
from dashboard.queries.layout import Canvas, Layout
from dashboard.queries.selection import Selection, select
from dashboard.queries.windows import Window
from tests.record import dossier, tables

DISPUTE = Window(date(2014, 7, 1), date(2017, 12, 31))


def _placed(width: int, window: Window = DISPUTE) -> Layout:
    titles = {name: lane.title for name, lane in dossier().lane.items()}
    return place(select(tables(), Selection(window=window)), titles, Canvas(window, width))


def test_a_mark_says_its_place_date_label_lane_and_credit() -> None:
    assert words.of_mark("2017-12-20-entity-list-rule", "economic", 14, 42, dossier()) == (
        "Event 14 of 42: 20 December 2017, Two firms on the Entity List. Economic. Documented."
    )


def test_no_mark_of_a_claim_is_read_out_without_its_credit() -> None:
    for event in dossier().events:
        for lane in event.tracks or (dossier().front.spine.id,):
            said = words.of_mark(event.id, lane, 1, 1, dossier())
            assert dossier().lane[lane].title in said
            assert all(dossier().party[party].short in said for party in (*event.asserted_by, *event.disputed_by))
            assert ("denied by" in said) is (event.standing is Standing.DISPUTED)


def test_a_cluster_says_how_many_it_holds_where_and_when() -> None:
    clusters = _placed(360).clusters
    assert clusters
    for cluster in clusters:
        said = words.of_cluster(cluster, dossier())
        number = len(cluster.ids)
        assert said.startswith(f"{number} more event{'s' if number > 1 else ''} in {dossier().lane[cluster.lane].title}, ")
        assert str(cluster.window) in said


def test_the_figure_says_what_it_is() -> None:
    assert words.of_figure(_placed(1280), 102, dossier()) == (
        "Timeline of 102 events on 4 lanes, July 2014 to December 2017. The INF Treaty compliance dispute."
    )
