"""The address: written and read back without loss, and never broken by what somebody types."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.model.vocabulary import Rank
from dashboard.queries.address import LONGEST_TEXT, MOST_NOTICES, OWN, Address, Rests, Thin, View, read, start, words, write
from dashboard.queries.selection import Filter, Selection
from dashboard.queries.study.sets import sets
from dashboard.queries.windows import Window
from tests.record import harbour, tables

SMALLER = Window(date(2017, 1, 1), date(2017, 12, 31))


def _chosen(kind: Filter) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(words(tables())[kind]))


def _windows() -> st.SearchStrategy[Window]:
    days = st.tuples(st.dates(), st.dates())
    return st.one_of(st.just(tables().window), st.just(tables().whole), days.map(lambda pair: Window(min(pair), max(pair))))


def _addresses() -> st.SearchStrategy[Address]:
    selections = st.builds(
        Selection,
        tracks=_chosen(Filter.TRACKS),
        text=st.text("abcXYZ019 éß&=+%#<>\"'/;?Я").map(lambda text: " ".join(text.split())[:LONGEST_TEXT].strip()),
        window=_windows(),
        parties=_chosen(Filter.PARTIES),
        standings=_chosen(Filter.STANDINGS),
        importances=_chosen(Filter.IMPORTANCES),
        layers=_chosen(Filter.LAYERS),
        as_of=st.none() | st.dates(),
    )
    return st.builds(
        Address,
        selection=selections,
        event=st.none() | st.sampled_from(list(tables().events.index)),
        view=st.none() | st.sampled_from(View),
        large=st.booleans(),
        panel=st.none() | st.sampled_from([track.id for track in tables().dossier.front.tracks]),
        measure=st.none() | st.sampled_from(list(tables().measures.index)),
        question=st.none() | st.sampled_from([question.id for question in tables().dossier.positions]),
        set=st.none() | st.sampled_from([one.id for one in sets(tables())]),
        seed=st.none() | st.integers(2, 9999),
        rank=st.none() | st.sampled_from(Rank),
        language=st.none() | st.sampled_from(["en", "ru"]),
        rests=st.none() | st.sampled_from(Rests),
        only=st.none() | st.sampled_from(Thin),
        find=st.none() | st.just("fact sheet"),
    )


def _typed(query: str) -> Mapping[str, list[str]]:
    return parse_qs(query, keep_blank_values=True)


def _query(address: Address) -> str:
    return urlencode(write(address, tables()), doseq=True)


@settings(deadline=None)
@given(_addresses())
def test_an_address_that_is_written_is_read_back_as_it_was(address: Address) -> None:
    assert read(_typed(_query(address)), tables())[0] == address
    # A window outside the record earns a notice, since nothing can be shown; nothing else does.
    notices = read(_typed(_query(address)), tables())[1]
    assert all(notice.startswith("The record goes from") for notice in notices)


def test_a_bare_address_is_the_record_as_it_is_at_first_and_is_written_as_nothing() -> None:
    assert read({}, tables()) == (start(tables()), ())
    assert write(start(tables()), tables()) == {}


@pytest.mark.parametrize(
    ("address", "query"),
    [
        (
            Address(
                Selection(tracks=frozenset({"economic"}), window=Window(date(2017, 1, 1), date(2017, 12, 31))),
                "2017-12-20-entity-list-rule",
            ),
            "tracks=economic&from=2017-01-01&event=E106",
        ),
        (
            Address(Selection(tracks=frozenset({"military", "findings"}))),
            "tracks=findings&tracks=military&from=1987-12-08&to=2019-08-18",
        ),
        (
            Address(Selection(window=SMALLER, text="arms control", as_of=date(2017, 2, 14)), view=View.LIST),
            "q=arms+control&from=2017-01-01&as_of=2017-02-14&view=list",
        ),
        (
            Address(Selection(window=SMALLER, parties=frozenset({"us"}), layers=frozenset({"core"}))),
            "party=us&layer=core&from=2017-01-01",
        ),
        (
            Address(Selection(window=SMALLER, standings=frozenset({"disputed"}), importances=frozenset({"key"}))),
            "standing=disputed&importance=key&from=2017-01-01",
        ),
        (Address(Selection(window=tables().window), panel="economic"), "panel=economic"),
        (
            Address(Selection(window=tables().window), "2017-12-20-entity-list-rule", measure="entity-list-listings"),
            "event=E106&measure=entity-list-listings",
        ),
        (
            Address(Selection(window=SMALLER, as_of=date(2017, 2, 14)), large=True, question="armed-drones"),
            "from=2017-01-01&as_of=2017-02-14&type=large&question=armed-drones",
        ),
        (Address(Selection(window=tables().window), set="military-1"), "set=military-1"),
        (Address(Selection(window=tables().window), set="military-1", seed=7), "set=military-1&seed=7"),
        (Address(Selection(window=SMALLER), set="made", seed=9999), "from=2017-01-01&set=made&seed=9999"),
        (
            Address(
                Selection(window=tables().window), rank="press", language="ru", rests="record", only="one-source", find="a b"
            ),
            "rank=press&language=ru&rests=record&only=one-source&find=a+b",
        ),
    ],
)
def test_an_address_is_written_in_these_words_and_leaves_defaults_out(address: Address, query: str) -> None:
    assert _query(address) == query


def test_an_event_is_named_by_number_or_id() -> None:
    by_number, by_id = read({"event": ["E106"]}, tables()), read({"event": ["2017-12-20-entity-list-rule"]}, tables())
    assert by_number == by_id
    assert by_number == (Address(start(tables()).selection, "2017-12-20-entity-list-rule"), ())


def test_an_unknown_parameter_is_passed_over_without_a_word() -> None:
    assert read({"utm_source": ["mail"], "embed": ["true"]}, tables()) == (start(tables()), ())


def test_what_is_good_is_kept_beside_what_is_bad() -> None:
    address, notices = read({"tracks": ["naval", "economic"], "from": ["2017-01-01"], "to": ["soon"]}, tables())
    assert address == Address(Selection(tracks=frozenset({"economic"}), window=Window(date(2017, 1, 1), date(2017, 12, 31))))
    assert len(notices) == 2
    assert "tracks=naval" in notices[0]
    assert "to=soon" in notices[1]


EVERYWHERE = Address(
    Selection(window=SMALLER, text="arms", as_of=date(2017, 12, 31)),
    event="2017-12-20-entity-list-rule",
    view=View.LIST,
    large=True,
    ghosts=True,
    panel="economic",
    measure="entity-list-listings",
    question="armed-drones",
    set="military-1",
    seed=7,
    rank="press",
    language="ru",
    rests="record",
    only="one-source",
    find="words",
)


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("responses", {"panel", "measure"}),
        ("positions", {"question"}),
        ("study", {"set", "seed"}),
        ("", set()),
        ("sources", {"rank", "language", "rests", "only", "find"}),
        ("no-such-page", set()),
    ],
)
def test_on_the_way_to_a_page_only_what_another_alone_has_a_use_for_is_left_behind(page: str, kept: set[str]) -> None:
    there = EVERYWHERE.on(page)
    assert {name for name in OWN if getattr(there, name)} == kept
    assert replace(there, **{name: getattr(EVERYWHERE, name) for name in OWN}) == EVERYWHERE
    assert all(getattr(there, name) == getattr(EVERYWHERE, name) for name in kept)
    assert there.on(page) == there


def test_an_address_with_a_panel_a_measure_a_question_and_a_set_is_read_back_as_it_was() -> None:
    assert read(_typed(_query(EVERYWHERE)), tables()) == (EVERYWHERE, ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("panel", "findings"),
        ("panel", "entity-list-listings"),
        ("measure", "economic"),
        ("measure", "2017-12-20-entity-list-rule"),
        ("question", "missile-us-2014"),
        ("set", "military"),
        ("set", "military-4"),
        ("set", "Military-1"),
        ("seed", "military-1"),
    ],
)
def test_a_word_of_another_kind_is_dropped_with_a_notice(name: str, value: str) -> None:
    address, [notice] = read({name: [value]}, tables())
    assert address == start(tables())
    assert f"“{name}={value}”" in notice


@pytest.mark.parametrize(
    "seed", ["0", "10000", "-7", "+7", "7.0", "7e2", "\u0667", "\u00b2", " ", "00007", "99999999999999999999"]
)
def test_a_seed_that_is_no_number_from_1_to_9999_is_dropped_with_a_notice(seed: str) -> None:
    address, notices = read({"set": ["military-1"], "seed": [seed]}, tables())
    assert (address.set, address.seed) == ("military-1", None)
    assert notices == (
        (f"The address has “seed={seed}”, which is not a number from 1 to 9999; it was left out.",) if seed.strip() else ()
    )


def test_the_first_order_is_no_part_of_an_address() -> None:
    address, notices = read({"set": ["military-1"], "seed": ["1"]}, tables())
    assert (address.seed, notices) == (None, ())
    assert write(address, tables()) == {"set": ["military-1"]}


def test_the_invented_record_has_panels_measures_questions_and_sets_of_its_own() -> None:
    query = {"panel": ["works"], "measure": ["spoil-toll"], "question": ["what-raised-the-bar"], "set": ["works-1"]}
    address, notices = read(query, harbour())
    assert (address.panel, address.measure, address.question) == ("works", "spoil-toll", "what-raised-the-bar")
    assert (address.set, notices) == ("works-1", ())
    assert write(address, harbour()) == query
    *told, more = read(query, tables())[1]
    assert len(told) == MOST_NOTICES
    assert more == "And 1 more things in the address were left out."
    assert read(query, tables())[0] == start(tables())
