"""Responses: the measures in full, the chart of their lives, the strategy, and what opens from where."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.model.measures import Measure
from dashboard.model.sources import Citation
from dashboard.model.vocabulary import StopStanding
from dashboard.queries.citations import reference
from tests import record
from tests.browser import app
from tests.browser.conftest import NewPage

ALL = "Showing 24 of 24 measures."
BAN = "section-1290"  # a measure whose first stage is event 53
BAN_LABEL = "Section 1290 contract ban"
BAN_EVENT = 53
OTHER = "royce-amendment"  # another one of the same track
TALKS = "svc-sessions"  # one of another track
DAY = date(2017, 1, 1)
CARDS = """all => all.map(one => [
  one.dataset.card, one.innerText, one.querySelector(".life-line").innerText, one.querySelector(".stop").innerText])"""


def cards(page: Page) -> list[str]:
    """Name the measures that have a card, in order."""
    found: list[str] = page.locator("details.measure").evaluate_all("all => all.map(one => one.dataset.card)")
    return found


def rows(page: Page) -> list[str]:
    """Name the measures that have a row in the chart of lives, in order."""
    found: list[str] = page.locator(".lives td.life").evaluate_all("all => all.map(one => one.dataset.measure)")
    return found


def name_in_chart(page: Page, measure: str) -> Locator:
    """Find the name of a measure in the chart of lives."""
    return page.locator(f'.lives th a[data-measure="{measure}"]')


def bar(page: Page, measure: str) -> Locator:
    """Find the bar of a measure in the chart of lives."""
    return page.locator(f'.lives td.life[data-measure="{measure}"]')


def opener(page: Page) -> Locator:
    """Find the button that opens all measures, or closes them."""
    return page.get_by_role("button", name="all measures")


def open_by_hand(page: Page, measure: str) -> Locator:
    """Open the card of a measure by a press on it."""
    card = app.measure(page, measure)
    card.locator("> summary").click()
    app.expect_open(card)
    return card


def stage_link(card: Locator) -> Locator:
    """Find the event of a card's first stage."""
    return card.locator(".life-line a").first


def references(citations: tuple[Citation, ...]) -> Iterator[str]:
    """Write each of some citations as readers see it, the place in the source included."""
    for citation in citations:
        yield reference(record.dossier().source[citation.id], citation.locator)


def in_the_open(measure: Measure) -> Iterator[str]:
    """Give what a card has to say of a measure beside its life and its end."""
    yield from (measure.label, f"{measure.title}.", f"By {record.dossier().party[measure.by].name}", measure.what)
    yield from (text for text in (measure.aim, measure.basis, measure.limit) if text)
    yield from measure.targets
    yield from references(measure.sources)


def life(measure: Measure) -> Iterator[str]:
    """Give each stage with its date and its event."""
    for stage in measure.stages:
        event = record.dossier().event[stage.event]
        yield f"{stage.stage.label} {stage.date or event.date} E{event.number}, {event.label}"


def end(measure: Measure) -> Iterator[str]:
    """Give what is known of a measure's end, by whose word and since when, with the places in the sources."""
    stop = measure.stop_condition
    yield stop.text
    yield from references(stop.sources)
    if stop.by:
        independent = stop.standing is StopStanding.INDEPENDENT
        what = "Said not to depend on compliance" if independent else "Stop condition stated"
        yield f"{what} by {record.dossier().party[stop.by].name}, {stop.date}."
    else:
        yield "No stop condition stated."


def not_yet(day: date) -> set[str]:
    """Give what nobody can have known of the measures on a day: stages with their events, and what would end them."""
    found = set()
    for measure in record.dossier().measures:
        for stage in measure.stages:
            event = record.dossier().event[stage.event]
            when = stage.date or event.date
            if when.earliest > day or event.public.earliest > day:
                found |= {str(when), event.label}
        if measure.stop_condition.date and measure.stop_condition.date.earliest > day:
            found |= {measure.stop_condition.text, str(measure.stop_condition.date)}
    return {app.plain(text) for text in found}


def begun(measure: Measure, day: date) -> bool:
    """Tell whether any stage of a measure was public on a day."""
    events = [(stage, record.dossier().event[stage.event]) for stage in measure.stages]
    return any((stage.date or event.date).earliest <= day and event.public.earliest <= day for stage, event in events)


def acts(measure: Measure, party: str) -> bool:
    """Tell whether a measure is a party's or that of a part of it."""
    by: str | None = measure.by
    while by and by != party:
        by = record.dossier().party[by].part_of
    return by == party


def test_every_measure_shows_every_field_when_all_are_opened(page: Page) -> None:
    app.open_app(page, "/responses")
    app.expect_sentence(page, ALL)
    assert page.locator("details.measure[open]").count() == 0
    opener(page).click()
    for measure in record.dossier().measures:
        app.expect_open(app.measure(page, measure.id))
    app.unfold(page)
    read = {name: [app.plain(text) for text in texts] for name, *texts in page.locator("details.measure").evaluate_all(CARDS)}
    missing = {
        measure.id: [
            text
            for texts, place in zip((in_the_open(measure), life(measure), end(measure)), read[measure.id], strict=True)
            for text in map(app.plain, texts)
            if text not in place
        ]
        for measure in record.dossier().measures
    }
    assert missing == {measure.id: [] for measure in record.dossier().measures}
    tracks = [track.id for track in record.dossier().front.tracks]
    in_order = [measure.id for track in tracks for measure in record.dossier().measures if measure.track == track]
    assert cards(page) == rows(page) == in_order


def test_as_of_a_day_no_later_stage_and_no_later_word_on_an_end_stands_on_the_page(page: Page) -> None:
    texts = not_yet(DAY)
    assert len(texts) > 40
    app.open_app(page, "/responses")
    assert [text for text in texts if text not in app.told(page)] == []

    app.open_app(page, f"/responses?as_of={DAY}")
    app.unfold(page)
    assert [text for text in texts if text in app.told(page)] == []
    measures = record.dossier().measures
    assert cards(page) == rows(page) == [measure.id for measure in measures if begun(measure, DAY)]
    assert [measure.label for measure in measures if not begun(measure, DAY) and measure.label in app.told(page)] == []
    expect(page.locator(".strategy")).to_contain_text("Not public by then")
    expect(app.measure(page, BAN).locator(".stop")).to_contain_text("No stop condition stated.")


def test_a_name_in_the_chart_brings_the_reader_to_its_card_and_back_undoes_it(page: Page) -> None:
    app.open_app(page, "/responses")
    name_in_chart(page, BAN).click()
    app.expect_at(app.measure(page, BAN))
    app.expect_address(page, f"/responses?measure={BAN}")
    app.expect_closed(app.measure(page, OTHER))
    app.settled(page)
    page.go_back()
    app.expect_address(page, "/responses")


def test_back_closes_the_card_that_the_chart_opened_and_no_other(page: Page) -> None:
    app.open_app(page, "/responses")
    open_by_hand(page, TALKS)
    name_in_chart(page, BAN).click()
    app.expect_at(app.measure(page, BAN))
    app.expect_address(page, f"/responses?measure={BAN}")
    app.settled(page)
    page.go_back()
    app.expect_address(page, "/responses")
    app.settled(page)
    app.expect_closed(app.measure(page, BAN))
    app.expect_open(app.measure(page, TALKS))


def test_a_bar_in_the_chart_does_the_same_one_after_the_other(page: Page) -> None:
    app.open_app(page, "/responses")
    for measure in (BAN, TALKS):
        bar(page, measure).click()
        app.expect_at(app.measure(page, measure))
        app.expect_address(page, f"/responses?measure={measure}")
    app.expect_open(app.measure(page, BAN))


def test_the_name_of_the_open_measure_leads_to_its_card_once_more(page: Page) -> None:
    app.open_app(page, "/responses")
    for _ in range(2):
        name_in_chart(page, BAN).click()
        app.expect_at(app.measure(page, BAN))
        app.settled(page)
        page.locator(".lives-section").scroll_into_view_if_needed()
    app.measure(page, BAN).locator("> summary").click()
    app.expect_closed(app.measure(page, BAN))
    name_in_chart(page, BAN).click()
    app.expect_at(app.measure(page, BAN))


def test_an_address_with_a_measure_opens_with_its_card_in_view(page: Page) -> None:
    app.open_app(page, f"/responses?measure={BAN}")
    app.expect_open(app.measure(page, BAN))
    expect(app.measure(page, BAN).locator("> summary")).to_be_in_viewport(ratio=1)
    assert page.locator("details.measure[open]").count() == 1
    app.expect_address(page, f"/responses?measure={BAN}")


def test_keys_alone_lead_from_the_chart_over_a_card_to_an_event(page: Page) -> None:
    app.open_app(page, "/responses")
    page.get_by_role("link", name="How far each measure came").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".lives-section")).to_be_focused()
    page.keyboard.press("Tab")
    expect(name_in_chart(page, rows(page)[0])).to_be_focused()
    page.keyboard.press("Tab")
    expect(name_in_chart(page, rows(page)[1])).to_be_focused()
    page.keyboard.press("Enter")
    card = app.measure(page, rows(page)[1])
    app.expect_at(card)
    app.settled(page)
    page.keyboard.press("Tab")
    expect(stage_link(card)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".detail")).to_be_visible()


def test_an_event_opened_by_key_leaves_the_keyboard_where_it_was(page: Page) -> None:
    app.open_app(page, "/responses")
    card = open_by_hand(page, BAN)
    stage_link(card).focus()
    page.keyboard.press("Enter")
    expect(app.detail(page, BAN_EVENT)).to_be_visible()
    app.settled(page)
    app.expect_open(card)
    expect(stage_link(card)).to_be_focused()


def test_a_card_opens_and_closes_by_key(page: Page) -> None:
    app.open_app(page, "/responses")
    card = app.measure(page, BAN)
    card.locator("> summary").focus()
    page.keyboard.press("Enter")
    app.expect_open(card)
    page.keyboard.press("Space")
    app.expect_closed(card)
    app.expect_address(page, "/responses")


def test_the_button_that_opens_all_measures_says_what_it_does_next(page: Page) -> None:
    app.open_app(page, "/responses")
    expect(opener(page)).to_have_text("Open all measures")
    opener(page).click()
    expect(page.locator("details.measure[open]")).to_have_count(24)
    expect(opener(page)).to_have_text("Close all measures")
    app.choose(page, "economic")
    app.expect_sentence(page, "Showing 6 of 24 measures: economic.")
    app.settled(page)
    expect(page.locator("details.measure[open]")).to_have_count(6)
    expect(opener(page)).to_have_text("Close all measures")
    opener(page).click()
    expect(page.locator("details.measure[open]")).to_have_count(0)
    expect(opener(page)).to_have_text("Open all measures")


def test_a_track_can_be_shown_alone_with_its_measures_open_and_all_tracks_again(page: Page) -> None:
    app.open_app(page, "/responses")
    page.get_by_role("link", name=re.compile("^Show alone ?: Economic$")).click()
    app.expect_address(page, "/responses?panel=economic")
    see_economic_alone(page)
    page.get_by_role("link", name="Show all tracks").click()
    app.expect_address(page, "/responses")
    app.expect_sentence(page, ALL)
    expect(page.locator(".panel h3 .mark")).to_have_count(3)
    expect(page.locator(".strategy")).to_be_visible()


def test_the_address_of_a_track_opens_it_alone(page: Page) -> None:
    app.open_app(page, "/responses?panel=economic")
    see_economic_alone(page)
    page.reload()
    see_economic_alone(page)
    app.expect_address(page, "/responses?panel=economic")


def see_economic_alone(page: Page) -> None:
    """See the economic track and no other, each of its measures open."""
    app.expect_sentence(page, "Showing 6 of 24 measures: economic alone.")
    app.settled(page)
    expect(page.locator(".panel h3")).to_have_count(1)
    expect(page.locator(".panel h3")).to_contain_text("Economic")
    expect(page.locator(".strategy")).to_have_count(0)
    economic = [measure.id for measure in record.dossier().measures if measure.track == "economic"]
    assert cards(page) == rows(page) == economic
    for name in economic:
        app.expect_open(app.measure(page, name))


def test_a_bad_track_or_measure_in_the_address_is_dropped_and_said(page: Page) -> None:
    app.open_app(page, f"/responses?panel=naval&measure={quote('<img src=x onerror=alert(1)>')}&tracks=military")
    expect(app.notices(page)).to_have_text(
        [
            "The address has “panel=naval”, which is not in this record; it was left out.",
            "The address has “measure=<img src=x onerror=alert(1)>”, which is not in this record; it was left out.",
        ]
    )
    app.expect_address(page, "/responses?tracks=military")
    expect(page.locator(".panel h3")).to_have_count(3)
    expect(page.locator("img[src=x]")).to_have_count(0)


def test_a_stage_opens_its_event_beside_the_cards_which_stay_open(page: Page) -> None:
    app.open_app(page, "/responses")
    talks, ban = open_by_hand(page, TALKS), open_by_hand(page, BAN)
    stage_link(ban).click()
    expect(app.detail(page, BAN_EVENT)).to_be_visible()
    app.expect_address(page, f"/responses?event=E{BAN_EVENT}")
    app.settled(page)
    see_open_and_in_view(talks, ban)
    page.get_by_role("button", name="Close this event").click()
    expect(page.locator(".detail")).to_have_count(0)
    app.expect_address(page, "/responses")
    app.settled(page)
    see_open_and_in_view(talks, ban)


def see_open_and_in_view(one: Locator, read: Locator) -> None:
    """See that two cards are open and that the reader still has the second before the eyes."""
    app.expect_open(one)
    app.expect_open(read)
    expect(stage_link(read)).to_be_in_viewport()


def test_escape_closes_an_event_and_leads_back_to_where_it_was_opened(page: Page) -> None:
    app.open_app(page, "/responses")
    ban = open_by_hand(page, BAN)
    stage_link(ban).click()
    app.detail(page, BAN_EVENT).get_by_role("button", name="Close this event").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".detail")).to_have_count(0)
    app.settled(page)
    app.expect_open(ban)
    expect(stage_link(ban)).to_be_focused()


def test_escape_closes_an_event_without_a_way_to_it_first(page: Page) -> None:
    app.open_app(page, "/responses")
    stage_link(open_by_hand(page, BAN)).click()
    expect(app.detail(page, BAN_EVENT)).to_be_visible()
    app.settled(page)
    page.keyboard.press("Escape")
    expect(page.locator(".detail")).to_have_count(0)


def test_opened_measures_stay_open_when_a_filter_changes(page: Page) -> None:
    app.open_app(page, "/responses")
    ban, other = open_by_hand(page, BAN), open_by_hand(page, OTHER)
    app.choose(page, "economic")
    app.expect_sentence(page, "Showing 6 of 24 measures: economic.")
    app.settled(page)
    app.expect_open(ban)
    app.expect_open(other)
    expect(page.locator("details.measure[open]")).to_have_count(2)


def expect_shown(page: Page, sentence: str, wanted: list[str]) -> None:
    """See that sentence, cards and chart tell of the same measures."""
    app.expect_sentence(page, sentence)
    app.settled(page)
    expect(page.locator("details.measure")).to_have_count(len(wanted))
    assert cards(page) == rows(page) == wanted
    assert app.counted_in_sentence(page) == len(wanted)


def test_each_filter_changes_sentence_cards_and_chart_alike(page: Page) -> None:
    measures = record.dossier().measures
    app.open_app(page, "/responses")
    app.choose(page, "economic")
    expect_shown(page, "Showing 6 of 24 measures: economic.", [measure.id for measure in measures if measure.track == "economic"])
    app.choose(page, "economic")
    app.expect_sentence(page, ALL)

    filters = app.open_filters(page)
    app.choose(page, "russia")
    page.keyboard.press("Escape")
    expect(filters).to_be_hidden()
    by_russia = [measure.id for measure in measures if acts(measure, "russia")]
    expect_shown(page, f"Showing {len(by_russia)} of 24 measures: by Russian Federation.", by_russia)
    page.get_by_role("button", name="Reset", exact=True).click()
    app.expect_sentence(page, ALL)

    app.search_for(page, "Entity")
    expect_shown(page, "Showing 1 of 24 measures: mentioning Entity.", ["entity-list-listings"])
    page.get_by_role("button", name="Reset", exact=True).click()
    app.expect_sentence(page, ALL)

    app.type_date(page, "As public on", DAY)
    by_then = [measure.id for measure in measures if begun(measure, DAY)]
    expect_shown(page, f"Showing {len(by_then)} of 24 measures: as public on 1 January 2017.", by_then)


@pytest.mark.parametrize(
    ("chosen", "offer", "address", "sentence"),
    [
        ("q=zebra", "Without the search: 24 measures", "/responses", ALL),
        (
            "tracks=economic&party=russia",
            "Without the choice of parties: 6 measures",
            "/responses?tracks=economic",
            "Showing 6 of 24 measures: economic.",
        ),
    ],
)
def test_where_no_measure_is_shown_the_page_offers_to_loosen(
    page: Page, chosen: str, offer: str, address: str, sentence: str
) -> None:
    app.open_app(page, f"/responses?{chosen}")
    empty = page.locator(".empty")
    expect(empty.get_by_role("heading")).to_have_text("No measure matches all of this")
    expect(page.locator(".lives, details.measure")).to_have_count(0)
    empty.get_by_role("button", name=offer).click()
    app.expect_sentence(page, sentence)
    expect(empty).to_have_count(0)
    app.settled(page)
    app.expect_address(page, address)


def test_a_measure_in_the_timelines_panels_opens_on_the_responses_page(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    page.locator(".panels .measures").get_by_role("link", name=BAN_LABEL).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Responses")
    app.expect_open(app.measure(page, BAN))
    expect(app.measure(page, BAN).locator("> summary")).to_be_in_viewport(ratio=1)
    app.expect_address(page, f"/responses?measure={BAN}")
    app.settled(page)
    page.go_back()
    app.expect_address(page, "/")
    app.drawn(page)


def test_a_measure_that_an_event_moved_opens_on_the_responses_page_with_the_event_beside(page: Page) -> None:
    measure = record.dossier().measures[[one.id for one in record.dossier().measures].index(BAN)]
    app.open_app(page, f"/?event=E{BAN_EVENT}")
    app.drawn(page)
    app.detail(page, BAN_EVENT).get_by_role("link", name=measure.title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Responses")
    app.expect_open(app.measure(page, BAN))
    expect(app.measure(page, BAN).locator("> summary")).to_be_in_viewport(ratio=1)
    expect(app.detail(page, BAN_EVENT)).to_be_visible()
    assert app.query(page.url) == {"event": [f"E{BAN_EVENT}"], "measure": [BAN]}


def test_each_part_of_the_strategy_opens_what_it_stands_for(page: Page) -> None:
    dossier = record.dossier()
    strategy, document = dossier.front.strategy, dossier.front.key_document
    assert strategy
    assert document
    app.open_app(page, "/responses")
    figure = page.locator(".strategy")
    links = figure.locator("a[data-open]")
    named = links.evaluate_all("all => all.map(one => one.dataset.open)")
    assert named == [strategy.finding, strategy.review, *strategy.tracks.values()]
    assert sorted(figure.locator("a[data-measure]").evaluate_all("all => all.map(one => one.dataset.measure)")) == sorted(
        measure.id for measure in dossier.measures
    )

    for number, aim in enumerate(strategy.aims):
        passage = next(passage for passage in document.passages if passage.locator == aim.locator)
        fold = figure.locator("details").nth(number)
        expect(fold).not_to_contain_text(app.plain(passage.summary), use_inner_text=True)
        fold.get_by_text(aim.title).click()
        expect(fold).to_contain_text(app.plain(passage.summary), use_inner_text=True)
        expect(fold).to_contain_text(str(aim.locator), use_inner_text=True)

    for event in dict.fromkeys(named):
        figure.locator(f'a[data-open="{event}"]').first.click()
        expect(page.locator(f'.detail[data-event="{event}"]')).to_be_visible()
        app.settled(page)
    figure.get_by_role("link", name=BAN_LABEL).click()
    app.expect_at(app.measure(page, BAN))


def test_a_narrow_screen_needs_no_sideways_scrolling_with_all_opened(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    app.open_app(page, "/responses")
    opener(page).click()
    app.unfold(page)
    assert app.overflow(page) <= 0
    expect(page.locator(".lives-section")).to_be_hidden()
    stage_link(app.measure(page, BAN)).click()
    expect(app.detail(page, BAN_EVENT)).to_be_in_viewport()
    assert app.overflow(page) <= 0
