"""The page of sources: searched and narrowed at once, with the address, and read from the key document on."""

import re
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests import record
from tests.browser import app
from tests.browser.conftest import NewPage

PARTS = (".key-document", ".sift", ".source-list", ".thin", ".balance", ".glossary", ".careers", ".method")


def _open(page: Page, query: str = "") -> None:
    app.open_app(page, f"/sources{query}")
    expect(page.locator(".sifted")).to_have_text(re.compile("^Showing "))


def _shown(page: Page) -> list[str]:
    return [
        str(name) for name in page.locator(".source-list li:not([hidden])").evaluate_all("all => all.map(one => one.id.slice(7))")
    ]


def test_all_sources_stand_there_at_first_and_only_those_of_a_selection_once_something_is_selected(page: Page) -> None:
    _open(page)
    assert set(_shown(page)) == set(record.dossier().source)
    app.choose(page, "economic")
    expect(page.locator(".sifted")).to_have_text(re.compile(r"Showing \d\d of 273 sources"))
    page.get_by_role("button", name="Only what the selected events rest on").click()
    expect(page.locator(".sifted")).to_have_text("Showing 273 of 273 sources.")
    expect(page).to_have_url(re.compile("rests=record"))


def test_the_controls_narrow_the_list_and_stand_in_the_address(page: Page) -> None:
    _open(page)
    page.locator('.sift [data-value="press"]').click()
    page.locator(".sift select").select_option("ru")
    dossier = record.dossier()
    wanted = {source.id for source in dossier.sources if source.rank == "press" and source.language == "ru"}
    assert set(_shown(page)) == wanted
    expect(page).to_have_url(re.compile("rank=press&language=ru"))
    expect(page.locator(".source-list section:not([hidden])")).to_have_count(1)
    page.reload()
    expect(page.locator(".sifted")).to_have_text(re.compile(rf"^Showing {len(wanted)} of 273"))
    assert set(_shown(page)) == wanted
    page.get_by_role("button", name="Show all sources").click()
    assert len(_shown(page)) == 273
    expect(page).to_have_url(re.compile(r"/sources\?rests=record$"))


def test_words_are_searched_while_they_are_typed_and_the_field_keeps_them(page: Page) -> None:
    _open(page)
    field = page.get_by_role("searchbox", name="Search the sources")
    field.press_sequentially("federal register")
    found = _shown(page)
    assert 0 < len(found) < 20
    assert "fr-2017-entity-list" in found
    expect(page).to_have_url(re.compile(r"find=federal\+register"))
    app.settled(page)
    expect(field).to_be_focused()
    expect(field).to_have_value("federal register")
    field.fill("zebra")
    expect(page.locator(".sifted")).to_have_text("Showing 0 of 273 sources.")


@pytest.mark.parametrize("only", ["one-source", "press-only"])
def test_the_sources_that_an_event_hangs_on_are_found(page: Page, only: str) -> None:
    _open(page, f"?only={only}")
    dossier = record.dossier()
    cited = [[dossier.source[one.id] for one in event.sources] for event in dossier.events]
    hanging = [
        some for some in cited if (len(some) == 1 if only == "one-source" else {one.rank.value for one in some} == {"press"})
    ]
    assert set(_shown(page)) == {source.id for some in hanging for source in some}


def test_every_passage_leads_to_an_event_on_the_timeline(page: Page) -> None:
    _open(page)
    passages = page.locator(".passages > li")
    expect(passages).to_have_count(7)
    for passage in passages.all():
        assert passage.locator("[data-open], [data-measure]").count() > 0
    passages.nth(5).locator("[data-open]").first.click()
    expect(app.detail(page, 94)).to_be_visible()


def test_an_address_leads_to_one_source_whatever_is_narrowed(page: Page) -> None:
    _open(page, "?rank=press#source-state-2017-inf-at-a-glance")
    expect(page.locator("#source-state-2017-inf-at-a-glance")).to_be_focused()
    expect(page.locator("#source-state-2017-inf-at-a-glance")).to_be_in_viewport()


def test_a_source_is_copied_in_the_forms_of_programs(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    _open(page)
    for form, start in (("BibTeX", "@misc{state-2017-inf-at-a-glance,"), ("RIS", "TY  - ")):
        button = page.locator(f'#source-state-2017-inf-at-a-glance [data-copy-as="{form}"]')
        button.click()
        expect(button).to_have_text("Copied")
        assert str(page.evaluate("navigator.clipboard.readText()")).startswith(start)


def test_the_parts_stand_in_order_and_a_jump_leads_to_each(page: Page) -> None:
    _open(page)
    tops = [page.locator(part).first.evaluate("one => one.getBoundingClientRect().top") for part in PARTS]
    assert tops == sorted(tops)
    page.locator(".jumps").get_by_role("link", name="People").click()
    expect(page.locator(".careers h2")).to_be_in_viewport()
    levels = page.locator(".stMain :is(h1, h2, h3, h4, h5)").evaluate_all("all => all.map(one => Number(one.localName[1]))")
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("width", [390, 1440])
def test_the_page_fits_its_window_and_says_all_to_everybody(new_page: NewPage, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    _open(page)
    assert app.overflow(page) == 0
    found = Axe().run(page, context=".stMain", options={"rules": {"region": {"enabled": False}}})
    assert [(one["id"], [node["html"] for node in one["nodes"]][:2]) for one in found.response["violations"]] == []


def test_as_of_a_day_the_page_tells_nothing_of_later_days_but_in_the_editors_own_words(page: Page) -> None:
    _open(page, "?as_of=2015-01-31")
    assert not re.search(r"\b(2016|2017|2018|2019)\b", app.told(page).replace("2017-12-31", "").split("From the key document")[1])
