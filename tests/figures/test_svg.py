"""The figure as SVG: what plotly.js would draw, with real text."""

from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from dashboard.figures.svg import as_svg
from dashboard.figures.theme import DARK, LIGHT, Theme
from dashboard.figures.view import Room, view
from dashboard.queries import address
from dashboard.queries.selection import not_yet_public, select
from dashboard.queries.tables import Tables, build
from dashboard.queries.typesetting import LARGE, NORMAL, TypeSize
from tests import builders
from tests.record import harbour, tables

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>"
PLACES: list[dict[str, list[str]]] = [
    {},
    {"event": ["E55"]},
    {"as_of": ["2017-03-20"], "not_public": ["shown"], "event": ["E55"]},
    {"tracks": ["economic"], "from": ["2017-01-01"]},
    {"from": ["1987-01-01"], "to": ["2020-12-31"]},
]


def _figure(
    record: Tables, query: dict[str, list[str]], theme: Theme = LIGHT, width: int = 1280, type_: TypeSize = NORMAL
) -> dict[str, Any]:
    place, _ = address.read(query, record)
    shown, hidden = select(record, place.selection), not_yet_public(record, place.selection)
    ghosts = hidden if place.ghosts else hidden.iloc[:0]
    return view(shown, ghosts, record, place, Room(width, type_)).draw(theme)


def _texts(figure: dict[str, Any]) -> list[str]:
    """List all that the figure writes, as plain text."""
    traces = [text for trace in figure["data"] if trace["mode"] == "text" for text in trace["text"]]
    ticks = [line for words in figure["layout"]["xaxis"]["ticktext"] for line in words.split("<br>") if line.strip()]
    notes = [note["text"] for note in figure["layout"]["annotations"]]
    return sorted(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for text in [*traces, *ticks, *notes])


def _read(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - it is our own


@pytest.mark.parametrize("query", PLACES, ids=str)
@pytest.mark.parametrize(("theme", "type_", "width"), [(LIGHT, NORMAL, 1280), (DARK, LARGE, 1280), (LIGHT, NORMAL, 480)])
def test_every_text_mark_and_shape_of_the_figure_is_drawn_once(
    query: dict[str, list[str]], theme: Theme, type_: TypeSize, width: int
) -> None:
    figure = _figure(tables(), query, theme, width, type_)
    drawn = _read(as_svg(figure, "A chart"))
    assert sorted(text.text or "" for text in drawn.iter(f"{SVG}text")) == _texts(figure)
    marks = [name for trace in figure["data"] if trace["mode"] == "markers" for name in trace["customdata"]]
    assert [one.get("data-event") for one in drawn.iter() if one.get("data-event")] == marks
    shapes = [one for tag in ("rect", "line", "ellipse", "path") for one in drawn.iter(f"{SVG}{tag}")]
    assert len(shapes) == len(figure["layout"]["shapes"]) + len(marks) + 1  # and the ground


def test_it_is_a_picture_with_a_title_of_the_figures_size() -> None:
    figure = _figure(tables(), {})
    drawn = _read(as_svg(figure, "A & B"))
    assert drawn.get("viewBox") == f"0 0 {figure['layout']['width']} {figure['layout']['height']}"
    assert drawn.get("role") == "img"
    assert [one.text for one in drawn.findall(f"{SVG}title")] == ["A & B"]


def test_what_lies_below_marks_is_drawn_before_them_and_what_lies_above_after() -> None:
    figure = _figure(tables(), {"event": ["E55"]})
    drawn = list(_read(as_svg(figure, "A chart")).iter())
    marks = [at for at, one in enumerate(drawn) if one.get("data-event")]
    rects = [at for at, one in enumerate(drawn) if one.tag == f"{SVG}rect"]
    [ring] = [at for at, one in enumerate(drawn) if one.tag == f"{SVG}ellipse"]
    assert max(rects) < min(marks)
    assert ring > max(marks)


def test_a_mark_says_its_words_when_it_is_pointed_at() -> None:
    record = build(builders.dossier([builders.event(id="one"), builders.event(id="two", date="2015-01-01")]))
    drawn = _read(as_svg(_figure(record, {}), "A chart", {"one": "E1. It happened."}))
    said = {one.get("data-event"): [title.text for title in one] for one in drawn.iter() if one.get("data-event")}
    assert said == {"one": ["E1. It happened."], "two": []}


@pytest.mark.parametrize("text", [HOSTILE, "\"' onload='x", "a & b &amp; c", "]]>", "form\x0cfeed \x00 nought"])
def test_text_of_the_record_is_text_in_the_picture(text: str) -> None:
    record = build(builders.dossier([builders.event(label=text)], front=builders.front(title=text)))
    drawn = _read(as_svg(_figure(record, {}), text, {"2014-07-29-event": text}))
    assert not list(drawn.iter(f"{SVG}script"))
    plain = text.replace("\x00", "").replace("\x0c", "")
    assert plain in [one.text for one in drawn.iter(f"{SVG}text")]


def test_the_same_figure_gives_the_same_picture() -> None:
    assert as_svg(_figure(harbour(), {}), "A chart") == as_svg(_figure(harbour(), {}), "A chart")


@pytest.mark.parametrize(
    ("part", "change", "names"),
    [
        ("shape", {"type": "star"}, "star"),
        ("shape", {"xref": "paper"}, "xref"),
        ("annotation", {"textangle": 90}, "textangle"),
        ("annotation", {"showarrow": True}, "arrow"),
        ("annotation", {"text": "<b>bold</b>"}, "tag"),
        ("trace", {"mode": "lines"}, "lines"),
        ("trace", {"hovertemplate": "%{x}"}, "hovertemplate"),
        ("layout", {"legend": {}}, "legend"),
    ],
)
def test_what_it_does_not_know_is_refused_by_name(part: str, change: dict[str, object], names: str) -> None:
    figure = _figure(harbour(), {})
    layout = figure["layout"]
    place = {"shape": layout["shapes"][0], "annotation": layout["annotations"][0], "trace": figure["data"][0], "layout": layout}
    place[part].update(change)
    with pytest.raises(ValueError, match=names):
        as_svg(figure, "A chart")


def test_a_record_of_one_day_is_drawn() -> None:
    record = build(builders.dossier([builders.event()]))
    place = address.start(record)
    day = date(2014, 7, 29)
    one = replace(place, selection=replace(place.selection, window=type(record.window)(day, day)))
    shown = select(record, one.selection)
    assert as_svg(view(shown, shown.iloc[:0], record, one, Room(320)).draw(LIGHT), "A day").startswith("<svg")
