"""The figure as SVG beside the drawing of plotly.js: the same words in the same places, and the same marks."""

from base64 import b64encode
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from dashboard.figures.svg import as_svg
from dashboard.figures.theme import DARK, LIGHT
from dashboard.figures.view import Room, view
from dashboard.queries import address, typesetting
from dashboard.queries.selection import not_yet_public, select
from dashboard.queries.typesetting import LARGE, NORMAL
from dashboard.ui import assets
from tests.record import tables

NEAR = 1.0  # pixels that a word may stand apart; Plotly puts some on whole pixels
SEEN = 60  # of 255, by which two pixels look different
FEW = 0.001  # of all pixels, such as lie on the edge of a letter that is half a pixel apart

CASES: list[tuple[dict[str, list[str]], dict[str, Any]]] = [
    ({"event": ["E55"]}, {"width": 1360}),
    ({"as_of": ["2017-03-20"], "not_public": ["shown"], "event": ["E55"]}, {"width": 1360}),
    ({"from": ["2017-01-01"]}, {"width": 1200, "type": LARGE, "theme": DARK}),
    ({}, {"width": 480}),
]
TEXTS = """() => [...document.querySelectorAll("svg text")]
  .flatMap((text) => (text.querySelector("tspan.line") ? [...text.querySelectorAll("tspan.line")] : [text]))
  .filter((line) => line.textContent.trim())
  .map((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const box = range.getBoundingClientRect();
    return [line.textContent, box.x, box.y, box.width, box.height];
  })"""


def _figure(query: dict[str, list[str]], look: dict[str, Any]) -> dict[str, Any]:
    place, _ = address.read(query, tables())
    shown, hidden = select(tables(), place.selection), not_yet_public(tables(), place.selection)
    room = Room(look["width"], look.get("type", NORMAL))
    return view(shown, hidden if place.ghosts else hidden.iloc[:0], tables(), place, room).draw(look.get("theme", LIGHT))


def _page(browser: Browser, figure: dict[str, Any], html: str) -> Page:
    font = b64encode(typesetting.FONT.read_bytes()).decode()
    face = f'@font-face {{ font-family: "Source Sans"; font-weight: 200 900; src: url(data:font/woff2;base64,{font}) }}'
    page = browser.new_page(viewport={"width": figure["layout"]["width"], "height": figure["layout"]["height"]})
    page.set_content(
        f"<!doctype html><meta charset=utf-8><style>{face} body {{ margin: 0 }} svg {{ display: block }}</style>{html}"
    )
    page.evaluate("document.fonts.load('16px \"Source Sans\"')")
    return page


def _seen(page: Page) -> tuple[list[list[Any]], Image.Image]:
    texts = sorted(page.evaluate(TEXTS))
    image = Image.open(BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return texts, image


@pytest.mark.parametrize(("query", "look"), CASES, ids=lambda value: str(value)[:40])
def test_both_drawings_look_the_same(browser: Browser, query: dict[str, list[str]], look: dict[str, Any]) -> None:
    figure = _figure(query, look)
    by_plotly = _page(browser, figure, "<div id=plot></div>")
    by_plotly.add_script_tag(path=assets.PLOTLY.file)
    by_plotly.evaluate("figure => Plotly.newPlot('plot', figure.data, figure.layout, {staticPlot: true})", figure)
    theirs, their_image = _seen(by_plotly)
    ours, our_image = _seen(_page(browser, figure, as_svg(figure, "A chart")))
    assert [text for text, *_ in ours] == [text for text, *_ in theirs]
    apart = {text: box for (text, *box), (_, *other) in zip(ours, theirs, strict=True) if _distance(box, other) > NEAR}
    assert apart == {}
    difference = ImageChops.difference(their_image, our_image).convert("L").histogram()
    assert sum(difference[SEEN:]) < FEW * sum(difference)


def _distance(one: list[float], other: list[float]) -> float:
    return max(abs(here - there) for here, there in zip(one, other, strict=True))
