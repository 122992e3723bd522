"""The timeline as a picture that stands alone."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from dashboard.exports import picture
from dashboard.exports.extract import Extract
from dashboard.figures import words
from dashboard.figures.theme import DARK, LIGHT, Theme
from dashboard.figures.view import Room
from dashboard.queries import address, typesetting
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.record import harbour, tables

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</style><script>alert(1)</script>"
SITE = "https://timeline.example.org/"
DAY = date(2026, 11, 27)

Query = dict[str, list[str]]


def _extract(record: Tables, query: Query | None = None, site: str = SITE) -> Extract:
    return Extract(record, address.read(query or {}, record)[0], DAY, site)


def _read(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - it is our own


def _text(drawn: ET.Element) -> str:
    return " ".join(one.text or "" for one in drawn.iter(f"{SVG}text"))


def _described(drawn: ET.Element) -> list[str]:
    [desc] = drawn.findall(f"{SVG}desc")
    return (desc.text or "").splitlines()


@pytest.mark.parametrize("query", [{}, {"tracks": ["economic"], "from": ["2017-01-01"]}, {"as_of": ["2016-06-01"]}], ids=str)
@pytest.mark.parametrize("width", [320, 1360])
def test_sentence_title_edition_day_and_address_stand_inside(query: Query, width: int) -> None:
    extract = _extract(tables(), query)
    told = _text(_read(picture.svg(extract, width=width))).replace(" ", "")
    for words_ in (extract.dossier.front.title, extract.sentence, extract.edition, "27 November 2026", extract.address):
        assert words_.replace(" ", "") in told


@pytest.mark.parametrize("query", [{}, {"tracks": ["economic"]}, {"as_of": ["2016-06-01"]}, {"q": ["missile"]}], ids=str)
@pytest.mark.parametrize("width", [320, 1360])
def test_every_event_shown_is_described_with_number_and_credit_be_it_drawn_or_counted(query: Query, width: int) -> None:
    extract = _extract(tables(), query)
    said = _described(_read(picture.svg(extract, width=width)))
    assert said == [
        extract.sentence,
        *(f"E{event.number}. {words.in_full(event, extract.dossier)}" for event in extract.told()),
    ]


def test_no_mark_goes_without_its_credit() -> None:
    extract = _extract(tables())
    drawn = _read(picture.svg(extract))
    marks = [one for one in drawn.iter() if one.get("data-event")]
    told = picture.told(extract, picture.placed(extract, Room(1360)))
    assert len(marks) > 100
    assert all([title.text for title in one] == [told[one.get("data-event", "")]] for one in marks)


def test_without_an_address_of_the_site_none_is_written() -> None:
    assert "http" not in _text(_read(picture.svg(_extract(tables(), site=""))))


def test_fonts_are_embedded_and_nothing_is_fetched() -> None:
    content = picture.svg(_extract(harbour())).decode()
    assert "@font-face" in content
    assert content.count("url(") == content.count("url(data:font/woff2;base64,") == 1
    assert "href" not in content


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_ground_is_the_themes(theme: Theme) -> None:
    drawn = _read(picture.svg(_extract(harbour()), theme=theme.name))
    [ground] = drawn.findall(f"{SVG}rect")
    assert ground.get("fill") == theme.background


def test_the_open_event_is_ringed() -> None:
    ringed = {
        query: picture.svg(_extract(tables(), {"event": [query]} if query else {})).count(b"<ellipse") for query in ("", "E55")
    }
    assert ringed == {"": 0, "E55": 1}


def test_what_was_not_yet_public_is_drawn_only_in_outline_and_only_where_asked() -> None:
    query = {"as_of": ["2017-03-20"]}
    shown = _extract(tables(), query)
    names = set(shown.events.index)
    with_ghosts = _read(picture.svg(_extract(tables(), query | {"not_public": ["shown"]})))
    without = _read(picture.svg(shown))
    more = {one.get("data-event") for one in with_ghosts.iter() if one.get("data-event")} - names
    assert more
    assert {one.get("data-event") for one in without.iter() if one.get("data-event")} <= names
    later = [line for line in _described(with_ghosts) if "Not public until" in line]
    assert len(later) >= len(more)
    assert f"and {len(later)} not yet public in outline" in _text(with_ghosts)


def test_as_of_a_day_the_subtitle_that_tells_of_later_days_is_left_out() -> None:
    subtitle = tables().dossier.front.subtitle
    assert subtitle in _text(_read(picture.svg(_extract(tables()))))
    assert subtitle not in _text(_read(picture.svg(_extract(tables(), {"as_of": ["2015-01-01"]}))))


@pytest.mark.parametrize("text", [HOSTILE, "\"' onload='x", "a & b", "]]>", "form\x0cfeed"])
def test_text_of_the_record_is_never_markup(text: str) -> None:
    front = builders.front(title=text, subtitle=text, spine={**_spine(), "title": text})
    record = build(builders.dossier([builders.event(label=text[:34], title=text)], front=front))
    drawn = _read(picture.svg(_extract(record, {"q": [text]} if record.events.empty else {})))
    assert {one.tag.removeprefix(SVG) for one in drawn.iter()} <= {
        "svg",
        "title",
        "desc",
        "style",
        "rect",
        "path",
        "line",
        "text",
    }
    assert text.replace("\x0c", "").replace(" ", "") in _text(drawn).replace(" ", "")


def _spine() -> dict[str, object]:
    return {"id": "spine", "description": "On no track.", "symbol": "diamond", "color": "#333333", "dark_color": "#dddddd"}


@pytest.mark.parametrize(("asked", "given"), [(1, 320), (800, 800), (10**9, 4000)])
def test_a_width_that_is_none_is_brought_to_the_nearest(asked: int, given: int) -> None:
    assert _read(picture.svg(_extract(harbour()), width=asked)).get("width") == str(given)


def test_no_word_stands_beyond_the_edge() -> None:
    drawn = _read(picture.svg(_extract(tables(), {"tracks": ["economic"], "from": ["2017-01-01"]}), width=320))
    for one in drawn.findall(f"{SVG}text"):
        wide = typesetting.width(one.text or "", float(one.get("font-size", 0)), int(one.get("font-weight", 400)))
        assert float(one.get("x", 0)) + wide <= 320


def test_the_same_extract_gives_the_same_bytes() -> None:
    assert picture.svg(_extract(harbour())) == picture.svg(_extract(harbour()))
