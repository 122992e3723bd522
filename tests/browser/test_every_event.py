"""No event of the record is out of a reader's reach."""

from playwright.sync_api import Page, expect

from tests import record
from tests.browser import app

WHOLE = "from=1987-12-08&to=2019-08-18"


def test_the_list_of_the_whole_record_links_to_every_event(page: Page) -> None:
    app.open_app(page, f"/?view=list&{WHOLE}")
    links = page.locator(".entry h3 a")
    expect(links).to_have_count(len(record.dossier().events))
    addresses = links.evaluate_all("all => all.map(link => link.href)")
    assert sorted(app.query(address)["event"][0] for address in addresses) == sorted(
        f"E{event.number}" for event in record.dossier().events
    )


def test_every_event_has_a_mark_or_is_counted_on_each_of_its_lanes(page: Page) -> None:
    app.open_app(page, f"/?{WHOLE}")
    app.expect_figure_of(page, len(record.dossier().events))
    spine = record.dossier().front.spine.id
    lanes = [lane for event in record.dossier().events for lane in event.tracks or (spine,)]
    assert app.shown_on_lanes(page) == {lane: lanes.count(lane) for lane in set(lanes)}
