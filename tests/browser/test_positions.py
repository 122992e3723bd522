"""Positions: who said what to each contested question, and the lines from each claim to its replies."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.model.positions import Entry
from dashboard.queries.citations import reference
from tests import record
from tests.browser import app
from tests.browser.conftest import NewPage

ALL = "Showing 97 of 97 positions on 10 contested questions."
RANGE = "range-of-9m729"
RANGE_ASKED = "How far can the 9M729 fly?"
RANGE_ALONE = f"Showing 10 of 97 positions on 10 contested questions: to “{RANGE_ASKED}”."
TALKED = "information-us-2014-09"  # an entry of event 23
TALKED_EVENT = 23
DAY = date(2017, 1, 1)
NEAR = 2  # pixels between an end of a line and the box that it joins
WIDE = {"wide": 1440, "with little room": 1024, "just not narrow": 660}

ENTRIES = "all => all.map(one => [one.dataset.entry, one.innerText])"
# Every line as it is drawn, by its rows: the points where it leaves the claim, turns, turns again and reaches the reply, and the
# box of its words. Where it has no stroke of its own to a side it begins or ends where its vertical stroke does.
LINES = """() => [...document.querySelectorAll(".answer-line")].map((line) => {
  const clock = line.closest(".exchange").dataset.card;
  const { left, top } = line.getBoundingClientRect();
  const down = line.querySelector("i").getBoundingClientRect();
  const stroke = (which) => {
    const style = getComputedStyle(line, which);
    if (style.content === "none") return null;
    const start = left + parseFloat(style.left);
    return { left: start, right: start + parseFloat(style.width), y: top + parseFloat(style.top) };
  };
  const { gridRowStart, gridRowEnd } = getComputedStyle(line);
  const words = line.querySelector("span");
  const letters = document.createRange();
  letters.selectNodeContents(words);
  const box = words.textContent ? letters.getBoundingClientRect().toJSON() : null;
  return { clock, from: gridRowStart, to: gridRowEnd, box,
    x: down.left, top: down.top, bottom: down.bottom, out: stroke("::before"), into: stroke("::after") };
})"""
BOXES = """() => [...document.querySelectorAll(".turn")].map((turn) => ({
  clock: turn.closest(".exchange").dataset.card, row: getComputedStyle(turn).gridRowStart, entry: turn.dataset.entry,
  ...turn.getBoundingClientRect().toJSON() }))"""

Box = dict[str, Any]


def entries() -> Iterator[Entry]:
    """Give all entries of the record."""
    for question in record.dossier().positions:
        yield from question.entries


def said_in(entry: Entry) -> Iterator[str]:
    """Give what stands in the box of an entry."""
    dossier = record.dossier()
    yield f"{entry.kind.label}: {dossier.party[entry.by].name} {entry.date}"
    yield entry.says
    if entry.replies_to:
        claim = next(one for one in entries() if one.id == entry.replies_to)
        yield f"Answers {dossier.party[claim.by].name}, {claim.date}"
    if entry.event:
        event = dossier.event[entry.event]
        yield f"E{event.number}, {event.label}"
    for citation in entry.sources:
        yield reference(dossier.source[citation.id], citation.locator)


def shown(page: Page) -> list[str]:
    """Name the entries that stand on the page, in order."""
    found: list[str] = page.locator(".turn").evaluate_all("all => all.map(one => one.dataset.entry)")
    return found


def question(page: Page, words: str) -> Locator:
    """Find a question in the list of them."""
    return page.get_by_role("navigation", name="Contested questions").get_by_role("link", name=words)


def passages(page: Page, entry: str) -> Locator:
    """Find what unfolds to the passages of an entry."""
    return app.entry(page, entry).locator("details")


def event_link(page: Page, entry: str) -> Locator:
    """Find the event of an entry."""
    return app.entry(page, entry).locator("a[data-open]")


def test_every_position_shows_every_field_when_all_is_unfolded(page: Page) -> None:
    app.open_app(page, "/positions")
    app.expect_sentence(page, ALL)
    app.unfold(page)
    read = {name: app.plain(text) for name, text in page.locator(".turn").evaluate_all(ENTRIES)}
    missing = {entry.id: [text for text in map(app.plain, said_in(entry)) if text not in read[entry.id]] for entry in entries()}
    assert missing == {entry.id: [] for entry in entries()}
    assert shown(page) == [entry.id for entry in entries()]
    for asked in record.dossier().positions:
        whole = app.read(page.locator(f"#question-{asked.id}"))
        assert whole.startswith(app.plain(f"{asked.question} {asked.summary}"))
        expect(question(page, asked.question)).to_be_visible()


def test_as_of_a_day_nothing_said_later_stands_on_the_page(page: Page) -> None:
    later = [entry for entry in entries() if entry.date.earliest > DAY]
    texts = {app.plain(text) for entry in later for text in (entry.says, str(entry.date))}
    assert len(later) > 40
    app.open_app(page, "/positions")
    assert [text for text in texts if text not in app.told(page)] == []

    app.open_app(page, f"/positions?as_of={DAY}")
    app.unfold(page)
    assert [text for text in texts if text in app.told(page)] == []
    before = [entry.id for entry in entries() if entry.date.earliest <= DAY]
    assert shown(page) == before
    assert app.counted_in_sentence(page) == len(before)
    expect(page.locator(".clock-mark.cutoff")).to_have_count(0)


def test_a_question_can_be_shown_alone_and_all_of_them_again(page: Page) -> None:
    app.open_app(page, "/positions")
    question(page, RANGE_ASKED).click()
    app.expect_address(page, f"/positions?question={RANGE}")
    see_range_alone(page)
    page.go_back()
    app.expect_address(page, "/positions")
    see_all(page)
    app.settled(page)
    page.go_forward()
    see_range_alone(page)
    app.settled(page)
    question(page, "All questions").click()
    app.expect_address(page, "/positions")
    see_all(page)


def see_range_alone(page: Page) -> None:
    """See one question and no other."""
    app.expect_sentence(page, RANGE_ALONE)
    expect(page.locator(".exchange h2")).to_have_text([RANGE_ASKED])
    expect(page.locator(".questions [aria-current]")).to_have_text([RANGE_ASKED])


def see_all(page: Page) -> None:
    """See all questions."""
    app.expect_sentence(page, ALL)
    expect(page.locator(".exchange h2")).to_have_count(10)
    expect(page.locator(".questions [aria-current]")).to_have_text(["All questions"])


def test_the_address_of_a_question_opens_it_alone(page: Page) -> None:
    app.open_app(page, f"/positions?question={RANGE}")
    see_range_alone(page)
    assert shown(page) == [entry.id for asked in record.dossier().positions if asked.id == RANGE for entry in asked.entries]
    app.expect_address(page, f"/positions?question={RANGE}")


def test_a_bad_question_in_the_address_is_dropped_and_said(page: Page) -> None:
    app.open_app(page, "/positions?question=the-moon")
    expect(app.notices(page)).to_have_text("The address has “question=the-moon”, which is not in this record; it was left out.")
    app.expect_address(page, "/positions")
    see_all(page)


def test_a_speaker_can_be_heard_alone(page: Page) -> None:
    app.open_app(page, "/positions")
    kremlin = app.toggle(page, "Who speaks", "russia-kremlin")
    by_kremlin = [entry.id for entry in entries() if entry.by == "russia-kremlin"]
    expect(kremlin.locator(".count")).to_have_text(str(len(by_kremlin)))
    kremlin.click()
    app.expect_address(page, "/positions?party=russia-kremlin")
    expect(kremlin).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".turn")).to_have_count(len(by_kremlin))
    assert shown(page) == by_kremlin
    assert app.counted_in_sentence(page) == len(by_kremlin)
    expect(page.locator(".answer-line")).to_have_count(0)

    nato = app.toggle(page, "Who speaks", "nato")
    both = [entry.id for entry in entries() if entry.by in ("russia-kremlin", "nato")]
    nato.click()
    expect(page.locator(".turn")).to_have_count(len(both))
    assert shown(page) == both
    app.settled(page)
    for speaker in (kremlin, nato):
        speaker.click()
    see_all(page)
    app.expect_address(page, "/positions")


def test_the_counts_beside_the_questions_are_of_what_is_shown(page: Page) -> None:
    app.open_app(page, f"/positions?as_of={DAY}&party=russia")
    counts = [int(count) for count in page.locator(".questions .count").all_inner_texts()]
    assert counts[0] == sum(counts[1:]) == app.counted_in_sentence(page) == len(shown(page))


def test_an_entry_opens_its_event_beside_and_the_reader_stays_where_they_were(page: Page) -> None:
    app.open_app(page, "/positions")
    passages(page, TALKED).locator("summary").click()
    app.expect_open(passages(page, TALKED))
    event_link(page, TALKED).click()
    expect(app.detail(page, TALKED_EVENT)).to_be_visible()
    app.expect_address(page, f"/positions?event=E{TALKED_EVENT}")
    app.settled(page)
    app.expect_open(passages(page, TALKED))
    expect(event_link(page, TALKED)).to_be_in_viewport()
    page.get_by_role("button", name="Close this event").click()
    expect(page.locator(".detail")).to_have_count(0)
    app.expect_address(page, "/positions")
    app.settled(page)
    app.expect_open(passages(page, TALKED))
    expect(event_link(page, TALKED)).to_be_in_viewport()


def test_keys_alone_choose_a_question_unfold_a_passage_and_open_an_event(page: Page) -> None:
    app.open_app(page, "/positions")
    question(page, RANGE_ASKED).focus()
    page.keyboard.press("Enter")
    see_range_alone(page)
    app.settled(page)
    expect(question(page, RANGE_ASKED)).to_be_focused()
    first = shown(page)[0]
    event_link(page, first).focus()
    page.keyboard.press("Tab")
    expect(passages(page, first).locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    app.expect_open(passages(page, first))
    page.keyboard.press("Shift+Tab")
    expect(event_link(page, first)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".detail")).to_be_visible()
    app.settled(page)
    expect(event_link(page, first)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".detail")).to_have_count(0)


def test_where_nothing_said_is_shown_the_page_offers_to_loosen(page: Page) -> None:
    app.open_app(page, f"/positions?q=zebra&question={RANGE}")
    expect(page.locator(".empty").get_by_role("heading")).to_have_text("No position matches all of this")
    expect(page.locator(".exchange")).to_have_count(0)
    page.locator(".empty").get_by_role("button", name="Without the search: 10 positions").click()
    see_range_alone(page)
    app.expect_address(page, f"/positions?question={RANGE}")
    expect(page.locator(".empty")).to_have_count(0)


def touches(box: Box, x: float, y: float) -> bool:
    """Tell whether a point lies on or in a box."""
    return bool(box["left"] - NEAR <= x <= box["right"] + NEAR and box["top"] - NEAR <= y <= box["bottom"] + NEAR)


def ends(line: Box, claim: Box, reply: Box) -> Iterator[tuple[str, bool]]:
    """Say of each joint of a line whether it holds."""
    for name, stroke, box, y in (("out", line["out"], claim, line["top"]), ("into", line["into"], reply, line["bottom"])):
        if not stroke:
            yield f"{name} meets its box", touches(box, line["x"], y)
            continue
        outer, inner = sorted((stroke["left"], stroke["right"]), key=lambda x: -abs(x - line["x"]))
        yield f"{name} meets its box", touches(box, outer, stroke["y"])
        yield f"{name} meets the stroke down", abs(inner - line["x"]) <= NEAR and abs(stroke["y"] - y) <= NEAR


def overlap(one: Box, other: Box) -> bool:
    """Tell whether two boxes overlap by more than their rims."""
    return bool(
        one["left"] < other["right"] - 1
        and other["left"] < one["right"] - 1
        and one["top"] < other["bottom"] - 1
        and other["top"] < one["bottom"] - 1
    )


def see_lines_join(page: Page) -> None:
    """See that each line that is drawn joins a claim to its reply, and that its words lie on no entry and no other words."""
    boxes, lines = page.evaluate(f"() => [({BOXES})(), ({LINES})()]")  # at one moment
    at = {(box["clock"], box["row"]): box for box in boxes}
    pairs = [(at[line["clock"], line["from"]], at[line["clock"], line["to"]]) for line in lines]
    replies = {(entry.replies_to, entry.id) for entry in entries() if entry.replies_to}
    assert {(claim["entry"], reply["entry"]) for claim, reply in pairs} == replies
    loose = [
        (reply["entry"], joint)
        for line, (claim, reply) in zip(lines, pairs, strict=True)
        for joint, holds in ends(line, claim, reply)
        if not holds
    ]
    assert loose == []
    words = [(reply["entry"], line["box"]) for line, (_, reply) in zip(lines, pairs, strict=True) if line["box"]]
    assert len(words) > 30
    covered = [(name, box["entry"]) for name, label in words for box in boxes if overlap(label, box)]
    assert covered == []
    assert [(one, other) for at_, (one, a) in enumerate(words) for other, b in words[at_ + 1 :] if overlap(a, b)] == []
    assert [(a["entry"], b["entry"]) for at_, a in enumerate(boxes) for b in boxes[at_ + 1 :] if overlap(a, b)] == []


@pytest.mark.parametrize("width", WIDE.values(), ids=list(WIDE))
def test_each_line_joins_a_claim_to_its_reply_and_its_words_cover_nothing(new_page: NewPage, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    app.open_app(page, "/positions")
    page.evaluate("document.fonts.ready")
    see_lines_join(page)
    app.unfold(page)
    see_lines_join(page)
    assert app.overflow(page) <= 0


def test_the_lines_hold_beside_an_open_event_and_in_large_type(page: Page) -> None:
    for address in ("/positions?event=E17", "/positions?type=large"):
        app.open_app(page, address)
        page.evaluate("document.fonts.ready")
        see_lines_join(page)
        assert app.overflow(page) <= 0


def test_a_narrow_screen_shows_what_was_said_in_one_column(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    app.open_app(page, "/positions")
    app.unfold(page)
    boxes = page.evaluate(BOXES)
    assert len(boxes) == 97
    assert all(above["bottom"] <= below["top"] for above, below in pairwise(boxes))
    assert all(box["width"] > 0.8 * (390 - 32) for box in boxes)
    assert app.overflow(page) <= 0
    expect(page.locator(".answer-line").filter(visible=True)).to_have_count(0)
    expect(app.entry(page, "missile-russia-2014")).to_contain_text(re.compile("Answers .*, 29 July 2014; 1 day later"))
