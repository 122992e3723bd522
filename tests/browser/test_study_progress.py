"""What a browser keeps of the answers: over a reload, in a file and back, erased, and where it can keep nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import app, studying
from tests.browser.conftest import NewPage
from tests.browser.studying import KEY, act, expect_question, expect_verdict, heading, kept, questions
from tests.browser.watch import Watch

DISABLED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
NOT_KEPT = "This browser keeps nothing for this page: your answers count until you leave it."
ONE = {"right": 1, "wrong": 0, "last": "right", "when": "2030-01-01T00:00:00.000Z", "set": "military-1"}
RECORD = "The INF Treaty compliance dispute, edition 1"


def _answer(page: Page, *outcomes: str) -> None:
    """Answer the first questions of a set of three."""
    studying.open_set(page, "military-1")
    for one, outcome in zip(questions("military-1"), outcomes, strict=False):
        studying.by_mouse(page, one, studying.answer_of(one, right=outcome == "right"))
        expect_verdict(page, one, right=outcome == "right")
        page.locator("[data-do=next]").click()


def _how_far(page: Page, name: str) -> Locator:
    return page.locator(f"[data-of-set={name}] .how-far")


def _said(page: Page) -> Locator:
    return page.locator(".study > .notice")


def _take_in(page: Page, content: bytes) -> None:
    page.locator(".study input[type=file]").set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": content})


def _file(**answers: Any) -> bytes:
    return json.dumps({"format": KEY, "version": 1, "records": {RECORD: answers}}).encode()


def _open_list(page: Page) -> None:
    studying.begin(page)
    app.open_app(page, "/study")
    expect(page.locator("#sets")).to_be_visible()


def test_a_reload_keeps_what_was_answered_and_goes_on_from_there(page: Page) -> None:
    _answer(page, "right", "wrong")
    first, second, third = questions("military-1")
    app.settled(page)
    page.reload()
    expect_question(page, third)
    assert {name: (one["right"], one["wrong"], one["last"]) for name, one in kept(page).items()} == {
        first.id: (1, 0, "right"),
        second.id: (0, 1, "wrong"),
    }
    app.open_app(page, "/study")
    expect(_how_far(page, "military-1")).to_have_text(", 2 answered, 1 right")
    expect(_how_far(page, "military-2")).to_have_text("")
    expect(page.locator(".in-all")).to_have_text("2 questions answered, 1 right at the last try.")


def test_a_set_that_was_answered_whole_opens_at_its_end_and_can_be_asked_again(page: Page) -> None:
    _answer(page, "right", "right", "right")
    page.reload()
    expect(heading(page)).to_have_text("The end of the set")
    act(page, "Again").click()
    one = questions("military-1")[0]
    studying.by_mouse(page, one, studying.answer_of(one, right=False))
    assert (kept(page)[one.id]["right"], kept(page)[one.id]["wrong"], kept(page)[one.id]["last"]) == (1, 1, "wrong")


def test_answers_to_questions_made_from_the_selection_are_counted_by_their_set(page: Page) -> None:
    studying.open_set(page, "made")
    one = questions("made")[0]
    studying.by_mouse(page, one, studying.answer_of(one, right=True))
    page.get_by_role("link", name="All sets").click()
    expect(_how_far(page, "made")).to_have_text(", 1 answered, 1 right")


def test_erasing_asks_once_and_then_erases(page: Page) -> None:
    _answer(page, "right")
    page.get_by_role("link", name="All sets").click()
    act(page, "Erase").click()
    expect(act(page, "Keep it")).to_be_focused()
    act(page, "Keep it").click()
    assert len(kept(page)) == 1
    act(page, "Erase").click()
    act(page, "Erase it all").click()
    expect(_said(page)).to_have_text("Your answers are erased.")
    expect(page.locator(".in-all")).to_have_text("No question answered yet.")
    expect(_how_far(page, "military-1")).to_have_text("")
    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None


def test_what_was_saved_as_a_file_is_taken_in_again(page: Page, tmp_path: Path) -> None:
    _answer(page, "right", "wrong")
    page.get_by_role("link", name="All sets").click()
    before = kept(page)
    with page.expect_download() as saved:
        act(page, "Save as a file").click()
    file = tmp_path / "progress.json"
    saved.value.save_as(file)
    assert saved.value.suggested_filename == f"{KEY}.json"
    act(page, "Erase").click()
    act(page, "Erase it all").click()
    assert kept(page) == {}
    page.locator(".study input[type=file]").set_input_files(file)
    expect(_said(page)).to_have_text("Taken in: 2 answers of this record.")
    expect(_how_far(page, "military-1")).to_have_text(", 2 answered, 1 right")
    assert kept(page) == before


def test_of_two_answers_to_a_question_the_later_one_counts(page: Page) -> None:
    _answer(page, "wrong")
    page.get_by_role("link", name="All sets").click()
    name = questions("military-1")[0].id
    _take_in(page, _file(**{name: ONE | {"when": "2001-01-01T00:00:00.000Z"}}))
    expect(_said(page)).to_contain_text("Taken in")
    assert kept(page)[name]["last"] == "wrong"
    _take_in(page, _file(**{name: ONE}))
    expect(_how_far(page, "military-1")).to_have_text(", 1 answered, 1 right")
    assert kept(page)[name] == ONE


REFUSED = {
    "too large": (b" " * 1_000_001, "it has more than 1 MB."),
    "broken": (b'{"format": ', "it is no file of this page, or it is broken."),
    "empty": (b"", "it is no file of this page, or it is broken."),
    "no file of ours": (b"[]", "it is no file of this page."),
    "another version": (_file().replace(b'"version": 1', b'"version": 2'), "it was saved by another version of this page."),
    "no records": (json.dumps({"format": KEY, "version": 1, "records": []}).encode(), "it is broken."),
    "markup inside": (_file(**{"<img src=x onerror=alert(1)>": ONE}), "it holds something that is no answer to a question."),
    "no count": (_file(a=ONE | {"right": "many"}), "it holds something that is no answer to a question."),
    "no outcome": (_file(a=ONE | {"last": "<b>right</b>"}), "it holds something that is no answer to a question."),
    "no day": (_file(a=ONE | {"when": ["2030-01-01T00:00:00.000Z"]}), "it holds something that is no answer to a question."),
}


@pytest.mark.parametrize("bad", REFUSED)
def test_a_file_that_is_none_of_ours_is_refused_in_words_and_changes_nothing(page: Page, bad: str) -> None:
    content, why = REFUSED[bad]
    _open_list(page)
    _take_in(page, _file(a=ONE))
    expect(_said(page)).to_have_text("Taken in: 1 answer of this record.")
    _take_in(page, content)
    expect(_said(page)).to_have_text(f"The file was not taken in: {why}")
    assert kept(page) == {"a": ONE}
    expect(page.locator(".study img")).to_have_count(0)


def test_a_file_of_another_record_says_so(page: Page) -> None:
    _open_list(page)
    _take_in(page, _file(a=ONE).replace(RECORD.encode(), b"Another"))
    expect(_said(page)).to_contain_text("no answer of this edition of the record")
    expect(page.locator(".in-all")).to_have_text("No question answered yet.")


@pytest.mark.parametrize(
    ("script", "at_first", "words"),
    [
        (DISABLED, NOT_KEPT, NOT_KEPT),
        (FULL, "", "This browser has no room left to keep your answers: from now on they count until you leave this page."),
    ],
    ids=["disabled", "full"],
)
def test_a_browser_that_keeps_nothing_still_asks_and_says_so(
    new_page: NewPage, watch: Watch, script: str, at_first: str, words: str
) -> None:
    page = new_page()
    page.add_init_script(script)
    studying.open_set(page, "military-1")
    expect(_said(page)).to_have_text(at_first)
    for one in questions("military-1"):
        studying.by_mouse(page, one, studying.answer_of(one, right=True))
        expect_verdict(page, one, right=True)
        expect(_said(page)).to_have_text(words)
        page.locator("[data-do=next]").click()
    expect(page.locator(".is-end")).to_contain_text("3 of 3 questions right.")
    page.get_by_role("link", name="All sets").click()
    expect(_how_far(page, "military-1")).to_have_text(", all answered, 3 right")
    act(page, "Erase").click()
    act(page, "Erase it all").click()
    expect(_how_far(page, "military-1")).to_have_text("")
    # Streamlit's own script says that it can't keep what it would.
    watch.problems[:] = [problem for problem in watch.problems if "error in the page" in problem and "study" in problem]


def test_what_can_not_be_read_is_said_and_left_alone_until_an_answer(page: Page) -> None:
    studying.open_set(page, "military-1")
    page.evaluate("key => localStorage.setItem(key, 'nonsense')", KEY)
    page.reload()
    expect(_said(page)).to_contain_text("is broken")
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == "nonsense"
    one = questions("military-1")[0]
    studying.by_mouse(page, one, studying.answer_of(one, right=True))
    expect(_said(page)).to_be_hidden()
    assert list(kept(page)) == [one.id]


def test_another_tab_of_the_browser_loses_nothing(page: Page) -> None:
    _answer(page, "right")
    other = page.context.new_page()
    app.open_app(other, "/study?set=made")
    one = questions("made")[0]
    studying.by_mouse(other, one, studying.answer_of(one, right=True))
    expect_verdict(other, one, right=True)
    second = questions("military-1")[1]
    studying.by_mouse(page, second, studying.answer_of(second, right=True))
    expect_verdict(page, second, right=True)
    assert len(kept(page)) == 3
    other.close()


def test_nothing_of_the_answers_goes_to_the_server(page: Page) -> None:
    sent: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(str(frame))))
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    studying.open_set(page, "military-1")
    app.settled(page)
    sent.clear()
    for one in questions("military-1"):
        studying.by_mouse(page, one, studying.answer_of(one, right=False))
        page.locator("[data-do=next]").click()
    expect(heading(page)).to_have_text("The end of the set")
    assert sent == []
