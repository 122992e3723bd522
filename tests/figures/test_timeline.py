"""The swimlane chart, drawn from placed events."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.figures import timeline
from dashboard.figures.marks import plotly_size
from dashboard.figures.theme import DARK, LIGHT, Theme
from dashboard.figures.timeline import Line, Look
from dashboard.model.dossier import Dossier
from dashboard.model.vocabulary import Glyph, Symbol
from dashboard.queries.lanes import place
from dashboard.queries.layout import Canvas, Layout
from dashboard.queries.selection import Selection, select
from dashboard.queries.tables import Tables, build
from dashboard.queries.windows import Window
from tests import builders
from tests.queries.placements import by_lane
from tests.record import tables

HOSTILE = "<script>alert(1)</script>"
DISPUTE = Selection(window=Window(date(2014, 7, 1), date(2017, 12, 31)))


def _layout(record: Tables, selection: Selection, width: int = 1280) -> Layout:
    titles = {name: lane.title for name, lane in record.dossier.lane.items()}
    return place(select(record, selection), titles, Canvas(selection.window or record.whole, width))


def _figure(record: Tables, selection: Selection, theme: Theme = LIGHT, width: int = 1280, **more: Any) -> go.Figure:
    dossier = record.dossier
    look = Look(dossier.lane, {standing: words.glyph for standing, words in dossier.standing.items()}, theme)
    standings = {event.id: event.standing.value for event in dossier.events}
    return go.Figure(timeline.draw(_layout(record, selection, width), standings, look, **more), _validate=False)


def _made_up(*events: Mapping[str, object]) -> Dossier:
    return builders.dossier([builders.event(**event) for event in events])


def _marks(figure: go.Figure) -> Iterable[go.Scatter]:
    return [trace for trace in figure.data if trace.mode == "markers"]


@pytest.mark.parametrize("width", [480, 1280, 1920])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_each_event_shown_is_a_mark_or_in_a_cluster_in_each_of_its_lanes(theme: Theme, width: int) -> None:
    figure = _figure(tables(), DISPUTE, theme, width)
    drawn = {(name, trace.name) for trace in _marks(figure) for name in trace.customdata}
    clustered = {
        (name, tables().dossier.lane[cluster.lane].title)
        for cluster in _layout(tables(), DISPUTE, width).clusters
        for name in cluster.ids
    }
    marks = by_lane(select(tables(), DISPUTE))
    assert drawn | clustered == {(name, tables().dossier.lane[lane].title) for name, lane in marks["lane"].items()}
    assert not drawn & clustered


def test_each_lane_draws_its_own_symbol() -> None:
    symbols = [trace.marker.symbol for trace in _marks(_figure(tables(), DISPUTE))]
    assert symbols == [lane.symbol.value for lane in tables().dossier.front.lanes]


def test_a_mark_is_filled_hollow_or_half_filled_as_its_standing_says() -> None:
    events = [
        {"id": standing, "standing": standing, "date": f"2015-0{month}-01"}
        for month, standing in enumerate(("documented", "asserted", "disputed"), 1)
    ]
    record = build(_made_up(*events))
    figure = _figure(record, DISPUTE)
    [spine, *_] = _marks(figure)
    ink = LIGHT.of(record.dossier.front.spine)
    fills = dict(zip(spine.customdata, spine.marker.color, strict=True))
    assert fills == {"documented": ink, "asserted": LIGHT.background, "disputed": LIGHT.background}
    halves = [shape for shape in figure.layout.shapes if shape.type == "path" and shape.fillcolor == ink]
    assert len(halves) == 1
    [x] = [x for name, x in zip(spine.customdata, spine.x, strict=True) if name == "asserted"]
    assert float(halves[0].path.partition(",")[0].removeprefix("M")) == pytest.approx(x, abs=0.1)


def test_a_weightier_event_has_a_larger_mark() -> None:
    weights = ("key", "major", "detail")
    record = build(_made_up(*({"id": weight, "importance": weight, "date": "2015-01-01"} for weight in weights)))
    [spine, *_] = _marks(_figure(record, DISPUTE))
    sizes = dict(zip(spine.customdata, spine.marker.size, strict=True))
    assert sizes["key"] > sizes["major"] > sizes["detail"] > 0


@pytest.mark.parametrize("symbol", Symbol)
def test_every_symbol_is_drawn_about_as_large_as_asked(symbol: Symbol) -> None:
    assert 0.8 * 16 <= plotly_size(symbol, 16) <= 16


def test_text_from_the_record_is_never_markup() -> None:
    front = builders.front(tracks=[builders.track("a", title=HOSTILE)])
    record = build(builders.dossier([builders.event(label=HOSTILE, date="2016-01-01", tracks=["a"])], front=front))
    written = _figure(record, DISPUTE).to_json()
    texts = [text for trace in _figure(record, DISPUTE).data for text in trace.text or ()]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in texts
    assert "<script" not in written
    assert "\\u003cscript" not in written.casefold()


def test_the_figure_is_one_that_plotly_accepts() -> None:
    drawn = _figure(tables(), DISPUTE, chosen="2017-12-20-entity-list-rule", lines=[Line(date(2017, 12, 8), "Review", "dot")])
    checked = go.Figure(json.loads(drawn.to_json()))
    assert json.loads(checked.to_json())["layout"]["shapes"] == json.loads(drawn.to_json())["layout"]["shapes"]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_figure_has_its_own_look_and_none_of_plotlys_defaults(theme: Theme) -> None:
    layout = _figure(tables(), DISPUTE, theme).to_dict()["layout"]
    assert layout["template"] in ({}, {"data": {}, "layout": {}})
    assert (layout["paper_bgcolor"], layout["plot_bgcolor"]) == (theme.background, theme.background)
    assert layout["font"]["color"] == theme.ink
    assert (layout["showlegend"], layout["dragmode"], layout["hovermode"]) == (False, False, False)
    assert all(
        layout[axis]["fixedrange"] and not layout[axis]["showgrid"] and not layout[axis]["zeroline"]
        for axis in ("xaxis", "yaxis")
    )
    assert layout["xaxis"]["range"] == [0, 1280]


def test_the_chosen_event_has_a_ring_and_no_other_has() -> None:
    chosen = "2017-12-20-entity-list-rule"
    assert _rings(_figure(tables(), DISPUTE)) == []
    figure = _figure(tables(), DISPUTE, chosen=chosen)
    [ring] = _rings(figure)
    [at] = [
        (x, y)
        for trace in _marks(figure)
        for name, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
        if name == chosen
    ]
    assert ((ring.x0 + ring.x1) / 2, (ring.y0 + ring.y1) / 2) == pytest.approx(at, abs=0.1)


def test_an_event_on_several_lanes_is_joined_by_a_line() -> None:
    record = build(_made_up({"id": "both", "date": "2016-01-01", "tracks": ["a", "b"]}))
    single = build(_made_up({"id": "one", "date": "2016-01-01", "tracks": ["a"]}))
    assert len(_lines(_figure(record, DISPUTE))) == len(_lines(_figure(single, DISPUTE))) + 1


def test_a_line_with_its_words_marks_a_day_that_is_in_the_window_and_no_other() -> None:
    inside, outside = Line(date(2017, 12, 8), "Inside", "dot"), Line(date(2019, 1, 1), "Outside", "dot")
    figure = _figure(tables(), DISPUTE, lines=[inside, outside])
    dotted = [line for line in _lines(figure) if line.line.dash == "dot"]
    assert len(dotted) == 1
    words = [note.text for note in figure.layout.annotations]
    assert "Inside" in words
    assert "Outside" not in words
    assert not [line for line in _lines(_figure(tables(), DISPUTE)) if line.line.dash == "dot"]


def test_what_was_not_yet_public_is_drawn_without_saying_its_standing() -> None:
    record = build(_made_up({"id": "seen", "date": "2015-01-01"}, {"id": "unseen", "date": "2016-01-01"}))
    figure = _figure(record, DISPUTE, ghosts={"unseen"})
    [spine, *_] = _marks(figure)
    fills = dict(zip(spine.customdata, spine.marker.color, strict=True))
    assert fills == {"seen": LIGHT.of(record.dossier.front.spine), "unseen": LIGHT.background}
    [dashed] = [shape for shape in figure.layout.shapes if shape.type == "path" and shape.line.dash]
    assert dashed.line.color == LIGHT.muted


def test_a_figure_without_events_still_draws_its_lanes() -> None:
    nothing = Selection(window=DISPUTE.window, text="no-such-word")
    figure = _figure(tables(), nothing)
    assert [list(trace.customdata) for trace in _marks(figure)] == [[], [], [], []]
    assert [note.text for note in figure.layout.annotations] == [lane.title for lane in tables().dossier.front.lanes]


def test_the_same_choice_draws_the_same_figure_to_the_byte() -> None:
    assert _figure(tables(), DISPUTE).to_json() == _figure(tables(), DISPUTE).to_json()


def test_every_standing_of_the_record_has_a_fill_of_its_own() -> None:
    assert {words.glyph for words in tables().dossier.front.standings} == set(Glyph)


def _rings(figure: go.Figure) -> list[Any]:
    return [shape for shape in figure.layout.shapes if shape.type == "circle"]


def _lines(figure: go.Figure) -> list[Any]:
    return [shape for shape in figure.layout.shapes if shape.type == "line"]
