"""What the notebook takes down of a thing on a page."""

from datetime import date
from html.parser import HTMLParser

import pytest

from dashboard.fragments import detail, notebook, positions, responses
from dashboard.model.sources import Source
from dashboard.queries import citations, lives
from dashboard.queries.attribution import credit
from dashboard.queries.selection import Selection, measures_known, select, select_entries
from tests.fragments.reading import LINKS
from tests.record import dossier, tables

DAY = date(2016, 1, 1)
FIELDS = ("kind", "id", "number", "title", "credit", "date", "citation", "address", "record")


class Buttons(HTMLParser):
    """Collects the buttons that add to the notebook."""

    def __init__(self) -> None:
        """Start with none."""
        super().__init__()
        self.found: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a button with its data."""
        told = {name: value or "" for name, value in attrs}
        if tag == "button" and "data-note" in told:
            self.found.append({name.removeprefix("data-"): value for name, value in told.items() if name.startswith("data-")})


def buttons(html: str) -> list[dict[str, str]]:
    """Read the buttons that add to the notebook out of HTML."""
    reader = Buttons()
    reader.feed(html)
    return reader.found


def test_the_button_of_an_event_carries_all_that_the_notebook_needs() -> None:
    event = next(one for one in dossier().events if one.number == 17)
    (button,) = buttons(detail.in_full(event, dossier(), LINKS, None, ()))
    assert set(button) == {*FIELDS, "note"}
    assert button["note"] == f"event:{event.id}"
    assert (button["number"], button["title"], button["date"]) == ("E17", event.title, str(event.date))
    assert button["credit"] == credit(event, dossier())
    assert button["citation"] == citations.of_event(event, dossier())
    assert button["address"] == LINKS.event(event.id)
    assert dossier().front.edition in button["record"]


def test_every_measure_shown_has_its_button_and_as_of_a_day_names_no_later_stage() -> None:
    for as_of in (None, DAY):
        measures = lives.of_measures(measures_known(tables(), as_of), dossier(), as_of)
        html = responses.panels(measures, select(tables(), Selection(as_of=as_of)), dossier(), LINKS, as_of)
        found = {button["id"]: button for button in buttons(html)}
        assert set(found) == {one.measure.id for one in measures}
        for one in measures:
            button = found[one.measure.id]
            assert button["title"] == (one.measure.label if as_of else one.measure.title)
            assert button["date"] == f"{one.present.stage.label}, {one.present.date}"
            assert str(one.present.date) in button["citation"]
            assert as_of is None or one.present.date.earliest <= as_of


def test_every_position_shown_has_its_button_and_names_its_speaker() -> None:
    shown = select_entries(tables(), Selection(as_of=DAY))
    found = {button["id"]: button for button in buttons(positions.in_full(shown, dossier(), LINKS.event, DAY, None))}
    assert set(found) == set(shown.index)
    entries = {entry.id: (entry, question) for question in dossier().positions for entry in question.entries}
    for name, button in found.items():
        entry, question = entries[name]
        assert button["title"] == entry.says
        assert dossier().party[entry.by].name in button["credit"]
        assert dossier().party[entry.by].name in button["citation"]
        assert button["address"] == f"./positions?question={question.id}&as_of={DAY}#entry-{name}"


@pytest.mark.parametrize("source", dossier().sources, ids=lambda source: source.id)
def test_a_source_is_cited_with_its_own_address(source: Source) -> None:
    note = notebook.of_source(source, dossier())
    assert note.citation == citations.in_full(source)
    assert note.address == f"./sources#source-{note.id}"


def test_hostile_text_stays_in_its_attribute() -> None:
    hostile = '"><img src=x onerror=alert(1)>'
    event = dossier().events[0].model_copy(update={"title": hostile})
    html = detail.in_full(event, dossier(), LINKS, None, ())
    (button,) = buttons(html)
    assert button["title"] == hostile
    assert "<img" not in html
