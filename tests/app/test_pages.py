"""Lists and tables that are too long for one page."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.queries.tables import build
from dashboard.ui import results, store
from tests import builders
from tests.app import site

COUNT = 2 * results.A_PAGE + 50
WHOLE = {"from": str(builders.FIRST_DAY), "to": str(builders.LAST_DAY)}


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Serve a made-up record of many events."""
    monkeypatch.setattr(store, "_readings", {})
    store.serve(build(builders.many_events(COUNT, 1)))


def listed(shown: AppTest, form: str) -> list[str]:
    """Name the events of the list or the table that is shown."""
    return re.findall(r'id="entry-([^"]+)"', site.html(shown, form))


@pytest.mark.usefixtures("crowded")
@pytest.mark.parametrize("form", ["list", "table"])
def test_each_event_stands_on_one_page_and_the_pages_are_in_order_of_time(form: str) -> None:
    shown = site.visit(view=form, **WHOLE)
    found: list[str] = []
    for number in (1, 2, 3):
        if number > 1:
            shown.session_state["page"] = number
            shown.run()
        site.see_no_error(shown)
        found += listed(shown, form)
        first = (number - 1) * results.A_PAGE + 1
        assert site.words(shown, "page-words") == f"{first} to {min(number * results.A_PAGE, COUNT)} of {COUNT} events"
    assert found == list(map(str, store.tables().events.index))


@pytest.mark.usefixtures("crowded")
def test_a_choice_that_leaves_fewer_pages_starts_at_the_first() -> None:
    shown = site.visit(view="list", **WHOLE)
    shown.session_state["page"] = 3
    shown.run()
    narrowed = site.visit(view="list", tracks="a", importance="key", **WHOLE)
    site.see_no_error(narrowed)
    assert "page-words" not in site.all_html(narrowed)
    assert listed(narrowed, "list")


def test_a_record_that_fits_on_one_page_has_no_pages_to_turn() -> None:
    assert 'class="pages"' not in site.all_html(site.visit(view="list"))
