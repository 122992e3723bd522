"""Orders for exports: what is taken, and what is refused, in words."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from dashboard.exports import order
from dashboard.exports.extract import Extract
from dashboard.exports.handout import Paper
from dashboard.exports.kinds import KINDS, Kind
from dashboard.exports.options import Options
from dashboard.exports.order import BAD, MISSING, RefusedError, take
from dashboard.queries import address
from dashboard.queries.text import listed
from tests.exports.selections import SELECTIONS, Query, counter, selected
from tests.record import tables

FILES = (
    "timeline.pptx, timeline.html, handout.html, timeline.csv, timeline.json, timeline.ics, timeline.zip, timeline.ris, "
    "timeline.bib, timeline.csl.json, timeline.svg and schema.json"
)
PARAMETERS = listed(address.NAMES)
REFUSED: list[tuple[str, Query, int, str]] = [
    ("timeline.exe", {}, MISSING, f"There is no export “timeline.exe”. Choose from {FILES}."),
    ("", {}, MISSING, f"There is no export “”. Choose from {FILES}."),
    ("csv", {}, MISSING, f"There is no export “csv”. Choose from {FILES}."),
    ("TIMELINE.CSV", {}, MISSING, f"There is no export “TIMELINE.CSV”. Choose from {FILES}."),
    ("../timeline.csv", {}, MISSING, f"There is no export “../timeline.csv”. Choose from {FILES}."),
    ("<b>\n" + "x" * 99, {}, MISSING, f"There is no export “<b>·{'x' * 36}…”. Choose from {FILES}."),
    ("E41.pptx", {}, MISSING, f"There is no export “E41.pptx”. Choose from {FILES}."),
    ("E9999.csv", {}, MISSING, "There is no event E9999 in this record."),
    ("E041.csv", {}, MISSING, "There is no event E041 in this record."),
    ("E\u0664\u0661.csv", {}, MISSING, "There is no event E\u0664\u0661 in this record."),
    ("Everything.json", {}, MISSING, "There is no event Everything in this record."),
    ("E90.csv", {"as_of": ["2017-12-07"]}, MISSING, "E90 was not public on that day."),
    (
        "timeline.csv",
        {"track": ["economic"]},
        BAD,
        f"“track” is no parameter of this export. It takes {PARAMETERS}.",
    ),
    ("timeline.csv", {"ratio": ["4:3"]}, BAD, "“ratio” is no parameter of this export."),
    ("timeline.svg", {"paper": ["a4"]}, BAD, "“paper” is no parameter of this export."),
    ("timeline.csv", {"tracks": ["naval"]}, BAD, "The address has “tracks=naval”, which is not in this record."),
    ("timeline.csv", {"standing": ["Disputed"]}, BAD, "The address has “standing=Disputed”, which is not in this record."),
    ("timeline.csv", {"event": ["E9999"]}, BAD, "The address has “event=E9999”, which is not in this record."),
    ("timeline.csv", {"from": ["yesterday"]}, BAD, "The address has “from=yesterday”, which is not a day like 2017-12-08."),
    ("timeline.csv", {"as_of": ["2017-02-30"]}, BAD, "The address has “as_of=2017-02-30”, which is not a day like 2017-12-08."),
    (
        "timeline.csv",
        {"from": ["2017-02-01"], "to": ["2017-01-01"]},
        BAD,
        "The address asks for 1 February 2017 to 1 January 2017, which ends before it begins.",
    ),
    ("timeline.csv", {"q": ["a", "b"]}, BAD, "The address gives “q” 2 times; only the last was used."),
    ("timeline.csv", {"q": ["x" * 201]}, BAD, "The search in the address has 201 characters; only the first 200 were used."),
    ("timeline.csv", {"q": ["<script>"]}, MISSING, "There is nothing to export; take a filter off."),
    ("timeline.csv", {"from": ["1901-01-01"], "to": ["1901-12-31"]}, BAD, "The record goes from 8 December 1987 to"),
    ("timeline.pptx", {"ratio": ["5:4"]}, BAD, "The address has “ratio=5:4”, which is not in this record."),
    ("timeline.pptx", {"brief": ["none"]}, BAD, "The address has “brief=none”, which is not in this record."),
    ("handout.html", {"paper": ["a5"]}, BAD, "The address has “paper=a5”, which is not in this record."),
    ("handout.html", {"page": ["study"]}, BAD, "The address has “page=study”, which is not in this record."),
    ("timeline.svg", {"theme": ["pink"]}, BAD, "The address has “theme=pink”, which is not in this record."),
    *(
        ("timeline.svg", {"width": [width]}, BAD, "A picture is 320 to 4,000 pixels wide.")
        for width in ("319", "4001", "-1", "1e3", "12.5", "\u0661\u0662\u0668\u0660", "9" * 5_000, "wide")
    ),
]


@pytest.mark.parametrize(("file", "query", "status", "words"), REFUSED)
def test_what_can_t_be_made_is_refused_in_words(file: str, query: Query, status: int, words: str) -> None:
    with pytest.raises(RefusedError) as refused:
        take(file, query, counter())
    assert refused.value.status == status
    assert words in str(refused.value)
    assert str(refused.value) == " ".join(refused.value.reasons)
    assert "left out" not in str(refused.value)  # nothing is made, so there is nothing that something is left out of


def test_everything_that_is_wrong_is_said_at_once() -> None:
    query = {"tracks": ["naval"], "as_of": ["soon"], "width": ["1"], "theme": ["pink"]}
    with pytest.raises(RefusedError) as refused:
        take("timeline.svg", query, counter())
    assert [reason.partition("”")[0] for reason in refused.value.reasons] == [
        "The address has “tracks=naval",
        "The address has “as_of=soon",
        "The address has “theme=pink",
        "A picture is 320 to 4,000 pixels wide.",
    ]


@pytest.mark.parametrize("name", SELECTIONS)
def test_an_order_is_for_what_the_page_shows(name: str) -> None:
    for kind in KINDS.values():
        taken = take(kind.file, SELECTIONS[name], counter())
        assert taken.kind is kind
        assert list(taken.extract.events.index) == list(selected(name).events.index)
        assert taken.extract.address == selected(name).address


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.file)
def test_one_event_alone_is_had_of_those_kinds_that_allow_it(kind: Kind) -> None:
    if kind.ending not in [other.ending for other in KINDS.values() if other.alone]:
        with pytest.raises(RefusedError, match="There is no export"):
            take(f"E41.{kind.ending}", {}, counter())
        return
    taken = take(f"E41.{kind.ending}", {"tracks": ["economic"]}, counter())
    assert [f"E{event.number}" for event in taken.extract.told()] == ["E41"]
    assert b"E41" in taken.fill()
    assert taken.file_name.endswith(f".{kind.ending}")


def test_one_event_alone_as_of_a_day_on_which_it_was_public() -> None:
    [event] = take("E90.csv", {"as_of": ["2017-12-08"]}, counter()).extract.told()
    assert event.number == 90


def test_options_are_taken_by_the_kinds_that_have_them_and_are_else_as_they_are_at_first() -> None:
    assert take("timeline.csv", {}, counter()).options == Options()
    assert take("handout.html", {"paper": ["letter"], "page": ["sources"]}, counter()).options == Options(
        paper=Paper.LETTER, page="sources"
    )
    assert take("timeline.svg", {"theme": ["dark"], "width": ["800"]}, counter()).options == Options(theme="dark", width=800)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Kind:
    """Let the table hold no more than three events, and tell how often it was made."""
    small = replace(KINDS["csv"], most=3)
    kinds: Mapping[str, Kind] = {**KINDS, "csv": small}
    monkeypatch.setattr(order, "KINDS", kinds)
    return small


def test_more_than_a_kind_holds_is_refused_before_anything_is_made(small: Kind) -> None:
    with pytest.raises(RefusedError) as refused:
        take(small.file, {}, counter())
    assert refused.value.status == BAD
    assert str(refused.value) == "CSV holds at most 3 events, and 105 are selected. Narrow the selection."
    assert len(take("timeline.json", {}, counter()).extract.events) == 105


def test_as_much_as_a_kind_holds_is_taken(small: Kind) -> None:
    taken = take(small.file, {"from": ["2017-12-08"], "to": ["2017-12-08"], "tracks": ["economic"], "q": ["measures"]}, counter())
    assert 0 < len(taken.extract.events) <= 3
    assert len(take("E41.csv", {}, counter()).extract.events) == 1


def test_every_kind_says_how_much_it_holds() -> None:
    most = len(tables().events)
    assert all(kind.most >= most for kind in KINDS.values())


def test_a_brief_is_had_whatever_is_selected_but_not_as_of_a_day() -> None:
    brief = tables().dossier.briefs[0].id
    assert take("timeline.pptx", {"brief": [brief], "q": ["no such words anywhere"]}, counter()).options.brief == brief
    with pytest.raises(RefusedError, match="so there is none as of a day"):
        take("timeline.pptx", {"brief": [brief], "as_of": ["2016-01-01"]}, counter())


def test_no_extract_is_taken_twice_for_one_order() -> None:
    first, second = (take("timeline.csv", {"tracks": ["economic"]}, counter()) for _ in range(2))
    assert first == second
    assert hash(first) == hash(second)
    assert isinstance(first.extract, Extract)
