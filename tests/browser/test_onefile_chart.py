"""The chart of the one file: drawn as the site draws it, used by mouse and by keyboard alone, on paper and in both themes."""

import re
from io import BytesIO
from itertools import pairwise
from typing import Any, Literal
from unicodedata import normalize

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.exports.onefile.placements import WIDTHS
from dashboard.figures import theme
from dashboard.figures.view import Room, view
from dashboard.model.vocabulary import Standing
from dashboard.queries import address
from dashboard.queries.address import Address
from dashboard.queries.selection import Selection, select
from tests import record
from tests.browser import app, onefile
from tests.exports import one_files

TABLES = record.tables()
OWN = TABLES.window
FIGURE = "() => { const { data, layout } = document.querySelector('.timeline').state.data.figure; return { data, layout }; }"
Scheme = Literal["light", "dark"]
NAMES = "all => all.map(one => one.dataset.open)"
LIT = """() => {
  const part = one => ((one /= 255) <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
  const bright = color => {
    const [r, g, b] = color.match(/[0-9.]+/g).slice(0, 3).map(Number).map(part);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return [...document.querySelectorAll(".plot text")].map(one => bright(getComputedStyle(one).fill));
}"""
MIDDLE = """(plot, id) => {
  const at = plot.data.findIndex(trace => (trace.customdata ?? []).includes(id));
  const points = plot.querySelectorAll(".scatterlayer .trace")[at].querySelectorAll(".point");
  const box = points[plot.data[at].customdata.indexOf(id)].getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""


def _seen(event: str, width: int) -> dict[str, Any]:
    place = Address(Selection(window=OWN), event=event)
    shown = select(TABLES, place.selection)
    drawn: dict[str, Any] = view(shown, shown.iloc[:0], TABLES, place, Room(width)).draw(theme.LIGHT)
    return drawn


def _linking(shapes: list[dict[str, Any]]) -> set[tuple[Any, ...]]:
    lines = [
        one
        for one in shapes
        if one["type"] in {"line", "path"} and one["line"].get("dash") in {"solid", "6px,5px"} and "name" not in one
    ]
    return {
        (one["line"]["dash"], *(one.get(end) and round(one[end]) for end in ("x0", "y0", "x1", "y1")), one.get("path"))
        for one in lines
    }


def _rings(shapes: list[dict[str, Any]]) -> set[tuple[int, ...]]:
    return {tuple(round(one[end]) for end in ("x0", "x1", "y0", "y1")) for one in shapes if one["type"] == "circle"}


@pytest.mark.parametrize("number", [17, 41, 53])
def test_an_open_event_is_ringed_and_linked_as_on_the_site(browser: Browser, number: int) -> None:
    event = app.event_id(number)
    with onefile.opened(browser, f"event=E{number}", viewport={"width": 1500, "height": 900}) as page:
        onefile.settled(page)
        here, there = page.evaluate(FIGURE)["layout"]["shapes"], _seen(event, WIDTHS[1])["layout"]["shapes"]
        assert _rings(here) == _rings(there)
        assert _linking(here) == _linking(there)


def test_each_cluster_lists_its_events_and_the_list_can_be_left(browser: Browser) -> None:
    query = {"from": [TABLES.whole.start.isoformat()], "to": [TABLES.whole.end.isoformat()]}
    with onefile.opened(browser, query) as page:
        onefile.settled(page)
        clusters = [one for one in onefile.targets(page) if "id" not in one]
        assert len(clusters) > 3
        badges = page.locator(".plot text").filter(has_text=re.compile(r"^\+\d+$")).all_text_contents()
        assert sorted(badges) == sorted(f"+{len(one['events'])}" for one in clusters)
        for at, cluster in enumerate(clusters):
            page.locator(f'.target[data-key="{cluster["lane"]} {cluster["from"]} {cluster["to"]}"]').click()
            listed = page.locator("#side [data-open]")
            assert listed.evaluate_all(NAMES) == cluster["events"], at
            expect(page.locator("#side h2")).to_be_in_viewport()
        listed.last.click()
        expect(onefile.detail(page)).to_have_attribute("data-event", clusters[-1]["events"][-1])
        page.keyboard.press("Escape")
        expect(page.locator("#side")).to_be_hidden()


def test_a_list_of_a_cluster_holds_what_is_shown_and_escape_closes_it(browser: Browser) -> None:
    query = {"from": [TABLES.whole.start.isoformat()], "to": [TABLES.whole.end.isoformat()]}
    with onefile.opened(browser, query) as page:
        onefile.settled(page)
        [cluster, *_] = [one for one in onefile.targets(page) if "id" not in one]
        page.locator(f'.target[data-key="{cluster["lane"]} {cluster["from"]} {cluster["to"]}"]').click()
        expect(page.locator("#side [data-open]")).to_have_count(len(cluster["events"]))
        other = next(lane for lane in TABLES.dossier.lane if lane != cluster["lane"])
        onefile.press(page, "tracks", other)
        expect(onefile.sentence(page)).not_to_contain_text("132 of")
        listed = page.locator("#side [data-open]").evaluate_all(NAMES)
        assert set(listed) <= set(onefile.listed(page))
        page.get_by_role("button", name="Reset").click()
        onefile.go(page, query)
        onefile.settled(page)
        page.locator(f'.target[data-key="{cluster["lane"]} {cluster["from"]} {cluster["to"]}"]').click()
        expect(page.locator("#side [data-open]")).to_have_count(len(cluster["events"]))
        page.keyboard.press("Escape")
        expect(page.locator("#side")).to_be_hidden()


def test_on_a_screen_without_room_beside_it_the_list_of_a_cluster_comes_before_the_reader(browser: Browser) -> None:
    query = {"from": [TABLES.whole.start.isoformat()], "to": [TABLES.whole.end.isoformat()]}
    with onefile.opened(browser, query, viewport={"width": 1100, "height": 600}) as page:
        onefile.settled(page)
        cluster = [one for one in onefile.targets(page) if "id" not in one][-1]
        page.locator(f'.target[data-key="{cluster["lane"]} {cluster["from"]} {cluster["to"]}"]').click()
        expect(page.locator("#side h2")).to_be_in_viewport()


def test_two_clusters_of_the_same_days_list_each_its_own_events(browser: Browser) -> None:
    with onefile.opened(browser, write=one_files.crowded) as page:
        onefile.settled(page)
        clusters = [one for one in onefile.targets(page) if "id" not in one]
        windows = [(one["from"], one["to"]) for one in clusters]
        assert len(clusters) > len(set(windows))
        for cluster in clusters:
            page.locator(f'.target[data-key="{cluster["lane"]} {cluster["from"]} {cluster["to"]}"]').click()
            assert page.locator("#side [data-open]").evaluate_all(NAMES) == cluster["events"]


def test_a_cluster_counts_only_what_is_selected(browser: Browser) -> None:
    query = {"standing": ["disputed"], "from": [TABLES.whole.start.isoformat()], "to": [TABLES.whole.end.isoformat()]}
    with onefile.opened(browser, query) as page:
        onefile.settled(page)
        shown = set(select(TABLES, address.read(query, TABLES)[0].selection).index)
        for one in onefile.targets(page):
            if "events" in one:
                assert set(one["events"]) <= shown
                assert one["words"].startswith(f"{len(one['events'])} more event")
        badges = page.locator(".plot text").filter(has_text=re.compile(r"^\+\d+$")).all_text_contents()
        assert sorted(badges) == sorted(f"+{len(one['events'])}" for one in onefile.targets(page) if "events" in one)
        assert "+0" not in badges


def _active(page: Page) -> str:
    name: str = page.evaluate(
        "() => document.getElementById(document.querySelector('.targets').getAttribute('aria-activedescendant')).dataset.key"
    )
    return name


def test_by_keyboard_alone_the_chart_is_one_stop_and_its_events_are_reached_opened_and_closed(browser: Browser) -> None:
    with onefile.opened(browser) as page:
        onefile.settled(page)
        stops = 0
        page.locator("#more > summary").focus()
        page.keyboard.press("Tab")
        box = page.get_by_role("listbox")
        expect(box).to_be_focused()
        page.keyboard.press("Tab")
        stops += page.evaluate("() => document.activeElement.closest('.targets') !== null")
        assert stops == 0
        page.keyboard.press("Shift+Tab")
        ordered = [one.get("id") for one in onefile.targets(page)]
        keys = [_active(page)]
        for _ in range(4):
            page.keyboard.press("ArrowRight")
            keys.append(_active(page))
        assert len({key.split()[-1] for key in keys}) == 5
        assert all(one != other for one, other in pairwise(keys))
        page.keyboard.press("End")
        assert ordered[-1] is None or _active(page).endswith(str(ordered[-1]))
        page.keyboard.press("Home")
        page.keyboard.press("ArrowDown")
        assert _active(page).split()[0] != keys[0].split()[0]
        expect(page.locator(".tip")).to_be_visible()
        page.keyboard.press("Enter")
        expect(onefile.detail(page)).to_have_attribute("data-event", _active(page).split()[-1])
        expect(box).to_be_focused()
        onefile.settled(page)
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        expect(onefile.detail(page)).to_have_attribute("data-event", _active(page).split()[-1])
        page.keyboard.press("Escape")
        expect(page.locator("#side")).to_be_hidden()
        page.keyboard.press("?")
        expect(page.get_by_role("dialog", name="Legend and keys")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog", name="Legend and keys")).to_be_hidden()
        expect(box).to_be_focused()


def test_the_theme_changes_page_and_chart_and_only_colours_of_that_theme_are_drawn(browser: Browser) -> None:
    papers = {look.name: look.background for look in (theme.LIGHT, theme.DARK)}
    schemes: list[tuple[Scheme, Scheme]] = [("dark", "light"), ("light", "dark")]
    for scheme, other in schemes:
        with onefile.opened(browser, color_scheme=scheme) as page:
            onefile.settled(page)
            assert onefile.theme_of(page) == [papers[scheme], papers[scheme]]
            page.get_by_role("button", name="Light or dark").click()
            page.wait_for_function("paper => document.querySelector('.plot').layout.paper_bgcolor === paper", arg=papers[other])
            assert onefile.theme_of(page) == [papers[other], papers[other]]
            expect(page.locator(".plot svg").first).to_have_css("background-color", re.compile("rgb"))
            page.emulate_media(color_scheme=other)
            page.emulate_media(color_scheme=scheme)
            assert onefile.theme_of(page)[0] == papers[other]  # what the reader chose goes before what the machine says


@pytest.mark.parametrize("width", [360, 390, 768, 1024, 1440, 1920])
def test_the_chart_fits_its_room_at_every_width(browser: Browser, width: int) -> None:
    with onefile.opened(browser, "view=chart", viewport={"width": width, "height": 900}) as page:
        onefile.settled(page)
        chart, plot = page.locator("#chart").bounding_box(), page.locator(".plot").bounding_box()
        assert chart
        assert plot
        assert plot["width"] <= max(chart["width"], 360) + 1
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        # What is pointed at stands where it is drawn.
        first = onefile.targets(page)[0]["id"]
        box = onefile.mark(page, first).bounding_box()
        assert box
        seen = page.locator(".plot").evaluate(MIDDLE, first)
        assert box["x"] - 2 <= seen[0] <= box["x"] + box["width"] + 2
        assert box["y"] - 2 <= seen[1] <= box["y"] + box["height"] + 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_everything_shown_stands_in_full_with_its_sources_addresses(browser: Browser, scheme: str) -> None:
    query = {"tracks": ["economic"]}
    shown = select(TABLES, address.read(query, TABLES)[0].selection)
    with onefile.opened(browser, query | {"event": ["E41"]}, color_scheme=scheme) as page:
        onefile.settled(page)
        printed = pypdf.PdfReader(BytesIO(page.pdf(format="A4", print_background=True)))
        words = app.plain(
            normalize("NFKC", " ".join(one.extract_text() for one in printed.pages))
        )  # letters stand for their ligatures
        closed = words.replace(" ", "")
        for name in shown.index:
            event = TABLES.dossier.event[str(name)]
            assert app.plain(event.summary).replace(" ", "") in closed, name
            for citation in event.sources:
                url = TABLES.dossier.source[citation.id].URL
                assert not url or str(url).replace(" ", "") in closed, url
        hidden = [event for event in TABLES.dossier.events if event.id not in shown.index]
        assert [event.id for event in hidden if app.plain(event.summary).replace(" ", "") in closed] == []
        for absent in ("Search words", "Reset", "Light or dark", "Legend and keys", "Copy citation", "Copy link"):
            assert absent.replace(" ", "") not in closed, absent
        assert "Edition 1" in words
        assert app.read(onefile.sentence(page)) in words


@pytest.mark.parametrize("view", ["", "list"])
def test_on_paper_the_chart_is_whole_and_dark_on_white(browser: Browser, view: str) -> None:
    with onefile.opened(browser, f"view={view}&from=2014-07-01", color_scheme="dark") as page:
        onefile.settled(page)
        page.emulate_media(media="print", color_scheme="dark")
        page.set_viewport_size({"width": 680, "height": 960})  # A4 between its margins
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator(".plot")).to_be_visible()
        box = page.locator(".plot").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 681
        assert max(page.evaluate(LIT)) < 0.3  # of 1, which is white


def test_events_without_a_documented_standing_say_whose_word_it_is(browser: Browser) -> None:
    said = next(event for event in TABLES.dossier.events if event.standing is not Standing.DOCUMENTED)
    with onefile.opened(browser, f"event=E{said.number}&from={TABLES.whole.start}&to={TABLES.whole.end}&view=list") as page:
        credit = TABLES.dossier.party[said.asserted_by[0]].short
        for target in onefile.targets(page):
            if target.get("id") == said.id:
                assert credit in target["words"]
                assert credit in target["tip"]
        expect(page.locator(f"#entry-{said.id}")).to_contain_text(credit)
