"""The one file from a disk with the network off: what is selected, searched, opened and gone back to."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.fragments.events import LATEST, latest_on
from dashboard.queries import address, counts
from dashboard.queries.selection import Selection, select
from dashboard.queries.sentence import describe
from dashboard.queries.text import fold
from dashboard.queries.windows import last_weeks, years
from tests import record
from tests.browser import app, onefile
from tests.exports import one_files

TABLES = record.tables()
OWN, WHOLE = TABLES.window, TABLES.whole
LAST = last_weeks(OWN)


def _days(start: date, end: date) -> dict[str, list[str]]:
    return {"from": [start.isoformat()], "to": [end.isoformat()]}


def _year(number: int) -> dict[str, list[str]]:
    window = years(OWN)[str(number)]
    return _days(window.start, window.end)


SELECTIONS: list[dict[str, list[str]]] = [
    {"tracks": ["economic"]},
    {"tracks": ["military", "diplomatic"]},
    {"tracks": ["findings", "military", "economic"], **_year(2017)},
    {"tracks": list(TABLES.dossier.lane)},
    _year(2014),
    _year(2015),
    _days(LAST.start, LAST.end),
    _days(WHOLE.start, WHOLE.end),
    {"standing": ["disputed"]},
    {"standing": ["disputed", "asserted"], **_days(WHOLE.start, WHOLE.end)},
    {"importance": ["key"]},
    {"importance": ["key", "major"], "tracks": ["diplomatic"]},
    {"layer": ["core"]},
    {"layer": ["background", "aftermath"], **_days(WHOLE.start, WHOLE.end)},
    {"party": ["russia"]},
    {"party": ["us", "russia"], "standing": ["asserted"], **_year(2017)},
    {"q": ["missile"]},
    {"q": ["  Novator   9M729 "], **_days(WHOLE.start, WHOLE.end)},
    {"q": ["inf treaty"], "tracks": ["economic", "military"], "importance": ["detail"]},
    {"q": ["missile"], "party": ["russia"], "layer": ["core"], "tracks": ["findings"]},
    {"q": ["no such word"], "tracks": ["economic"]},
]


def test_what_is_selected_said_and_counted_is_what_the_site_selects_says_and_counts(browser: Browser) -> None:
    with onefile.opened(browser) as page:
        for query in SELECTIONS:
            onefile.go(page, query)
            selection = address.read(query, TABLES)[0].selection
            shown = select(TABLES, selection)
            expect(onefile.sentence(page), str(query)).to_have_text(describe(len(shown), TABLES, selection))
            assert onefile.listed(page) == list(shown.index), query
            found = onefile.beside(page)
            for parameter, kind in address.SETS.items():
                beside = counts.beside(TABLES.events, TABLES, selection)[kind]
                assert {word: count for word, count in found[parameter].items() if count} == dict(beside), (query, parameter)
            if len(shown):
                onefile.settled(page)
                assert onefile.drawn(page) == sorted(shown.index), query
            expect(page.locator("#empty")).to_be_visible(visible=not len(shown))
            expect(page.locator("#shown")).to_be_visible(visible=bool(len(shown)))


def test_each_mark_stands_on_each_of_its_lanes_and_says_its_place_and_credit(browser: Browser) -> None:
    with onefile.opened(browser, SELECTIONS[2]) as page:
        onefile.settled(page)
        found = onefile.targets(page)
        shown = select(TABLES, address.read(SELECTIONS[2], TABLES)[0].selection)
        lanes = {(one["id"], one["lane"]) for one in found if "id" in one}
        assert lanes == {
            (name, lane) for name, row in shown.iterrows() for lane in row["lanes"] if lane in SELECTIONS[2]["tracks"]
        }
        first = next(one for one in found if one.get("id") == shown.index[0])
        assert first["words"].startswith(f"Event 1 of {len(shown)}: {TABLES.dossier.event[str(shown.index[0])].date}, ")
        assert all(
            one["words"] in str(page.locator(".target").nth(at).get_attribute("aria-label")) for at, one in enumerate(found)
        )


RULES = """async () => {
  const { fold } = await import("select");
  return TEXTS.map(fold);
}"""
TEXTS = [
    "Élysée  Palace",
    "STRASSE Straße",
    "ΣΊΣΥΦΟΣ",
    "Йошкар-Ола",
    "ﬁnal ½",
    "İstanbul ıI",  # noqa: RUF001 - letters that look alike are what it is about
    "  a\tb\n",
    "हिन्दी",
    "Ünïcode",
    "9М729",  # noqa: RUF001 - as above
    "ẞ",
    "ŒUVRE",
    "",
]


def test_searching_folds_text_as_the_site_does(browser: Browser) -> None:
    with onefile.opened(browser) as page:
        folded = page.evaluate(RULES.replace("TEXTS", str(TEXTS)))
        assert dict(zip(TEXTS, folded, strict=True)) == {text: fold(text) for text in TEXTS}


def test_a_search_meets_accents_aliases_numbers_and_any_word_at_all(browser: Browser) -> None:
    term = next(one for one in TABLES.dossier.glossary if one.aliases)
    with onefile.opened(browser) as page:
        for text in ("missíle", "MISSILE", term.aliases[0], "constructor", "__proto__", "<b>", "%E0%A4%A", "41"):
            onefile.search_for(page, text)
            selection = Selection(text=text, window=OWN)
            shown = select(TABLES, selection)
            expect(onefile.sentence(page)).to_have_text(describe(len(shown), TABLES, selection))
            assert onefile.listed(page) == list(shown.index), text
        page.get_by_role("link", name="E41,").click()
        expect(onefile.detail(page)).to_have_attribute("data-event", app.event_id(41))
        onefile.search_for(page, "e17")
        expect(onefile.detail(page)).to_have_attribute("data-event", app.event_id(17))
        expect(page.locator("#search")).to_have_value("")
        expect(onefile.sentence(page)).to_have_text(app.START)
        onefile.search_for(page, "   ")
        expect(onefile.sentence(page)).to_have_text(app.START)


def test_the_search_field_says_what_is_searched_after_going_back_from_it(browser: Browser) -> None:
    with onefile.opened(browser) as page:
        onefile.search_for(page, "missile")
        onefile.search_for(page, "treaty")
        page.go_back()
        expect(onefile.sentence(page)).to_contain_text("mentioning missile")
        expect(page.locator("#search")).to_have_value("missile")
        page.go_back()
        expect(onefile.sentence(page)).to_have_text(app.START)
        expect(page.locator("#search")).to_have_value("")


@pytest.mark.parametrize("group", ["tracks", "party"])
def test_reset_and_back_take_the_toggles_with_them(browser: Browser, group: str) -> None:
    words = {"tracks": ["military", "economic"], "party": ["us", "russia"]}[group]
    with onefile.opened(browser) as page:
        page.locator("#more > summary").click()
        onefile.press(page, group, *words)
        assert set(onefile.pressed(page, group)) == set(words)
        onefile.press(page, "window", "year-2017")
        expect(onefile.sentence(page)).to_contain_text("2017")
        page.go_back()
        onefile.expect_pressed(page, "window", "own")
        page.go_forward()
        onefile.expect_pressed(page, "window", "year-2017")
        page.get_by_role("button", name="Reset").click()
        expect(onefile.sentence(page)).to_have_text(app.START)
        onefile.expect_pressed(page, "window", "own")
        onefile.expect_pressed(page, group)


def test_one_form_and_one_window_always_stand_pressed(browser: Browser) -> None:
    with onefile.opened(browser) as page:
        onefile.press(page, "view", "chart")
        onefile.expect_pressed(page, "view", "chart")
        onefile.press(page, "view", "list", "list")
        onefile.expect_pressed(page, "view", "list")
        expect(page.locator("#list")).to_be_visible()
        expect(page.locator("#chart")).to_be_hidden()
        onefile.press(page, "window", "whole", "whole")
        onefile.expect_pressed(page, "window", "own")
        onefile.press(page, "window", "own")
        onefile.expect_pressed(page, "window", "own")


BAD = [
    "tracks=nonsense&party=&standing=x",
    "from=garbage",
    "to=soon",
    "from=2017-01-01&to=2015-01-01",
    "event=E9999&view=table&page=nowhere&measure=%22%5D",
    "q=%20%20",
    "%E0%A4%A&&==",
    "event=__proto__",
]


@pytest.mark.parametrize("at", BAD)
def test_what_is_wrong_in_the_address_is_left_out(browser: Browser, at: str) -> None:
    with onefile.opened(browser, at) as page:
        expect(onefile.sentence(page)).to_have_text(app.START)
        expect(page.locator("#chart")).to_be_visible()
        expect(onefile.detail(page)).to_have_count(0)
        onefile.expect_pressed(page, "window", "own")


def test_an_event_opens_beside_with_its_text_and_escape_closes_it_where_the_reader_was(browser: Browser) -> None:
    event = next(event for event in TABLES.dossier.events if event.number == 41)
    with onefile.opened(browser, "event=E41&layer=core") as page:
        expect(onefile.detail(page)).to_have_attribute("data-event", event.id)
        words = app.read(onefile.detail(page))
        assert event.title in words
        assert app.plain(event.summary) in words
        onefile.settled(page)
        onefile.mark(page, event.id).click()
        page.keyboard.press("Escape")
        expect(onefile.detail(page)).to_have_count(0)
        expect(page.locator("#side")).to_be_hidden()
        expect(page.get_by_role("listbox")).to_be_focused()
        expect(onefile.sentence(page)).not_to_have_text(app.START)  # its layer is still chosen
        page.go_back()
        expect(onefile.detail(page)).to_have_attribute("data-event", event.id)
        onefile.detail(page).get_by_role("button", name="Close this event").click()
        expect(onefile.detail(page)).to_have_count(0)


def test_from_the_list_events_open_one_after_the_other_and_back_leads_through_them(browser: Browser) -> None:
    with onefile.opened(browser, "view=list") as page:
        names = onefile.listed(page)
        page.locator(f'#list [data-open="{names[5]}"]').click()
        expect(onefile.detail(page)).to_have_attribute("data-event", names[5])
        expect(page.locator(f"#entry-{names[5]}")).to_have_attribute("aria-current", "true")
        page.locator("#side .next").click()
        expect(onefile.detail(page)).to_have_attribute("data-event", names[6])
        expect(page.locator("#side .next")).to_be_focused()
        page.locator("#side .previous").click()
        page.locator("#side .previous").click()
        expect(onefile.detail(page)).to_have_attribute("data-event", names[4])
        page.go_back()
        expect(onefile.detail(page)).to_have_attribute("data-event", names[5])
        onefile.go(page, f"event=E{TABLES.events['number'].iloc[0]}&tracks=economic")
        expect(page.locator("#side .notice")).to_have_text("This event is outside what is shown.")


def test_panels_name_the_latest_of_what_is_shown_and_a_measure_opens_its_card_before_the_reader(browser: Browser) -> None:
    query = SELECTIONS[5]
    shown = select(TABLES, address.read(query, TABLES)[0].selection)
    with onefile.opened(browser, query) as page:
        for track in TABLES.dossier.front.tracks:
            latest, _ = latest_on(track.id, shown, TABLES.dossier)
            opened = page.locator(f"#panels .panel.lane-{track.id} .links [data-open]")
            assert opened.evaluate_all("all => all.map(one => one.dataset.open)") == [event.id for event in latest[:LATEST]]
        measure = page.locator("#panels [data-measure]").last
        name = measure.get_attribute("data-measure")
        measure.click()
        card = page.locator(f'details[data-card="{name}"]')
        app.expect_open(card)
        expect(card.locator("summary").first).to_be_focused()
        expect(card.locator("summary").first).to_be_in_viewport()
        card.locator("summary").first.click()
        app.expect_closed(card)
        page.get_by_role("button", name="Light or dark").click()
        app.expect_closed(card)


def test_what_the_reader_chose_is_still_chosen_after_a_look_at_another_page(browser: Browser) -> None:
    query = {"tracks": ["economic"], **_year(2015)}
    with onefile.opened(browser, query) as page:
        chosen = onefile.sentence(page).inner_text()
        assert chosen != app.START
        for title in ("Responses", "Positions", "Brief", "Sources"):
            onefile.turn_to(page, title)
            expect(page.locator(f'[data-page="{title.lower()}"]')).to_be_visible()
            expect(page.locator("main [data-page]").filter(visible=True)).to_have_count(1)
            onefile.turn_to(page, "Timeline")
            expect(page.locator("#chart")).to_be_visible()
            expect(onefile.sentence(page)).to_have_text(chosen)


def test_skipping_to_the_content_leaves_page_and_choice_as_they_are(browser: Browser) -> None:
    with onefile.opened(browser, {"tracks": ["economic"]}) as page:
        chosen = onefile.sentence(page).inner_text()
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#main")).to_be_focused()
        expect(onefile.sentence(page)).to_have_text(chosen)
        onefile.expect_pressed(page, "tracks", "economic")


def test_positions_and_sources_stand_in_full_and_lead_to_the_events(browser: Browser) -> None:
    with onefile.opened(browser, "page=positions") as page:
        words = app.plain(page.locator("#positions").evaluate("one => one.textContent"))
        for question in TABLES.dossier.positions:
            assert app.plain(question.question) in words
            assert all(app.plain(entry.says) in words for entry in question.entries)
        link = page.locator("#positions [data-open]").filter(visible=True).first
        name = link.get_attribute("data-open")
        link.click()
        expect(onefile.detail(page)).to_have_attribute("data-event", str(name))
        expect(page.locator("#positions")).to_be_visible()
        onefile.turn_to(page, "Sources")
        words = app.plain(page.locator("#sources").evaluate("one => one.textContent"))
        cited = {citation.id for event in TABLES.dossier.events for citation in event.sources}
        assert all(app.plain(TABLES.dossier.source[name].title) in words for name in cited)


VISIBLE_LINKS = "all => all.filter(one => one.checkVisibility()).map(one => one.getAttribute('href'))"


@pytest.mark.parametrize("write", [one_files.whole, one_files.early], ids=["whole", "early"])
def test_no_link_to_be_seen_leads_to_a_file_that_is_not_there(browser: Browser, write: Callable[[], bytes]) -> None:
    with onefile.opened(browser, write=write) as page:
        for at in ("event=E6", "page=responses", "page=positions", "page=brief", "page=sources"):
            onefile.go(page, at)
            page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
            links = page.locator("a[href]").evaluate_all(VISIBLE_LINKS)
            assert {link for link in links if not link.startswith(("#", "https://", "http://"))} == set(), at


def test_as_of_a_day_the_file_tells_of_that_day_alone(browser: Browser) -> None:
    day = one_files.AS_OF
    selection = Selection(window=OWN, as_of=day)
    known = select(TABLES, selection)
    unknown = next(event for event in TABLES.dossier.events if not event.public.by(day))
    with onefile.opened(browser, write=one_files.early) as page:
        expect(onefile.sentence(page)).to_have_text(describe(len(known), TABLES, selection))
        onefile.settled(page)
        assert onefile.drawn(page) == sorted(known.index)
        for parameter, kind in address.SETS.items():
            beside = counts.beside(TABLES.events, TABLES, selection)[kind]
            assert {word: count for word, count in onefile.beside(page)[parameter].items() if count} == dict(beside)
        onefile.go(page, f"event=E{unknown.number}")
        expect(onefile.detail(page)).to_have_count(0)
        onefile.go(page, f"event={unknown.id}")
        expect(onefile.detail(page)).to_have_count(0)
        onefile.turn_to(page, "Brief")
        expect(page.locator('a[href^="#talk="]')).to_have_count(0)


def test_a_file_made_of_a_choice_opens_with_it_and_reset_leads_to_all(browser: Browser) -> None:
    place = address.read(one_files.OWN_WINDOW, TABLES)[0]
    shown = select(TABLES, place.selection)
    with onefile.opened(browser, write=one_files.own_window) as page:
        expect(onefile.sentence(page)).to_have_text(describe(len(shown), TABLES, place.selection))
        assert onefile.listed(page) == list(shown.index)
        onefile.settled(page)
        assert onefile.drawn(page) == sorted(shown.index)
        onefile.expect_pressed(page, "tracks", "findings")
        onefile.expect_pressed(page, "window", "chosen")
        expect(page.locator("#search")).to_have_value("missile")
        expect(page.locator("footer")).to_contain_text(describe(len(shown), TABLES, place.selection))
        page.get_by_role("button", name="Reset").click()
        expect(onefile.sentence(page)).to_have_text(app.START)
        page.go_back()
        expect(onefile.sentence(page)).to_have_text(describe(len(shown), TABLES, place.selection))


def test_text_of_a_hostile_record_is_shown_as_text(browser: Browser) -> None:
    text = app.plain(one_files.HOSTILE)
    with onefile.opened(browser, write=one_files.hostile) as page:
        onefile.settled(page)
        assert len(onefile.targets(page)) == 3
        drawn = page.locator(".plot text").all_text_contents()
        assert {"§ 12 <b>&amp;", "§0 constructor"} <= set(drawn)
        onefile.mark(page, "2014-07-29-told").click()
        assert text in app.read(onefile.detail(page))
        for title in ("Responses", "Positions", "Sources", "Brief"):
            onefile.turn_to(page, title)
            shown = page.locator(f'[data-page="{title.lower()}"]')
            assert text[:20] in app.plain(shown.evaluate("one => one.textContent")), title
        expect(page.locator("img")).to_have_count(0)
        onefile.turn_to(page, "Timeline")
        onefile.search_for(page, "<img src=x onerror=alert(2)>")
        expect(onefile.sentence(page)).to_contain_text("mentioning <img src=x onerror=alert(2)>.")
        onefile.search_for(page, "constructor")
        expect(onefile.sentence(page)).to_contain_text("Showing 1 of 2 events")
        expect(page.locator("img")).to_have_count(0)


def test_the_invented_record_opens_with_its_own_words(browser: Browser) -> None:
    harbour = record.harbour()
    with onefile.opened(browser, write=one_files.invented) as page:
        shown = select(harbour, address.start(harbour).selection)
        expect(onefile.sentence(page)).to_have_text(describe(len(shown), harbour, address.start(harbour).selection))
        onefile.settled(page)
        assert onefile.drawn(page) == sorted(shown.index)
        _expect_lanes(page, [lane.title for lane in harbour.dossier.front.lanes])


def _expect_lanes(page: Page, titles: list[str]) -> None:
    assert page.locator("#tracks .choice .word").all_inner_texts() == titles
