"""Messages in Streamlit's own protocol that no browser with our scripts would send."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import zip_longest
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed

from dashboard.queries.address import LONGEST_TEXT, NAMES
from dashboard.ui.frame import PAGES
from tests.bench.session import connected
from tests.fragments import reading
from tests.hostility.conftest import Target
from tests.hostility.corpus import GARBAGE, KINDS, LIVE, RAW, TEXTS, TOO_DEEP, VALUES
from tests.hostility.visiting import FAULT, Tale, Visit, visiting

TALES: Mapping[str, tuple[Tale, ...]] = {
    "": (
        Tale("tracks", "pressed", '{"chosen": ["economic"], "number": 1}'),
        Tale("standings", "pressed", '{"chosen": ["disputed"], "number": 1}'),
        Tale("type", "pressed", '{"chosen": ["large"], "number": 1}'),
        Tale("window", "pressed", '{"chosen": ["2016"], "number": 1}'),
        Tale("view", "pressed", '{"chosen": ["chart"], "number": 1}'),
        Tale("ghosts", "pressed", '{"chosen": ["ghosts"], "number": 1}'),
        Tale("play", "day", '{"day": "2016-01-01", "playing": false, "number": 1}'),
        Tale("timeline", "width", "700"),
    ),
    "responses": (Tale("panels", "opened", '"x"', once=True), Tale("lives", "measure", '"x"', once=True)),
    "positions": (
        Tale("speakers", "pressed", '{"chosen": ["us"], "number": 1}'),
        Tale("questions", "act", '"question-"', once=True),
        Tale("positions", "opened", '"x"', once=True),
    ),
    "study": (Tale("study", "chosen", '{"set": "military-1", "seed": 2}', once=True),),
    "sources": (
        Tale("sift", "told", '{"chosen": {"find": "treaty"}, "number": 1}'),
        Tale("sentence", "act", '"reset"', once=True),
    ),
}
SELECTING = ("", "positions")  # the pages where what is right selects something else
# The chart tells one thing at a time.
OF_THE_CHART = (
    Tale("timeline", "opened", '"x"', once=True),
    Tale("timeline", "closed", "true", once=True),
    Tale("timeline", "window", '{"from": "2016-01-01", "to": "2016-02-01"}', once=True),
)
# Widgets of Streamlit's own, with what it does not expect of them.
WIDGETS: Mapping[str, tuple[WidgetState, ...]] = {
    "search": (WidgetState(int_value=3), WidgetState(json_value="{}"), WidgetState(bytes_value=b"\xff")),
    "window-slider": (WidgetState(int_value=3), WidgetState(string_value="x"), WidgetState(json_value=TOO_DEEP)),
    "window-from": (WidgetState(string_value="x"), WidgetState(double_value=float("nan"))),
    "as-of": (WidgetState(bool_value=True), WidgetState(string_value="9999-99-99")),
    "reset": (WidgetState(string_value="x"), WidgetState(int_value=2**63 - 1)),
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates().map(date.isoformat),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["chosen", "number", "day", "playing", "set", "from"]), inner)
    ),
    max_leaves=8,
)
bounded = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
DAY = "as_of=2017-01-01"  # so that what shows itself on such a day alone is there too


def see_a_page(visit: Visit) -> str:
    """See that the last run gave a page of ours with words, and no markup of others; give the sentence on it."""
    assert not visit.failed
    (sentence,) = [reading.read(html) for html in visit.html if 'class="sentence"' in html]
    assert sentence.text.startswith("Showing ")
    assert not {LIVE, "img", "script"}.intersection(sentence.tags)
    whole = "".join(visit.html)
    assert f"<{LIVE}" not in whole
    assert "Traceback" not in whole
    return sentence.text


@pytest.mark.parametrize("page", PAGES)
def test_every_parameter_of_every_page_gives_a_page(unfailing: Target, page: str) -> None:
    with visiting(unfailing.address, "", page) as visit:
        for text in TEXTS.values():
            visit.turn("&".join(f"{name}={quote(text)}" for name in NAMES))
            see_a_page(visit)


def test_what_is_no_proper_query_string_gives_a_page(unfailing: Target) -> None:
    with visiting(unfailing.address) as visit:
        for value in (*RAW.values(), *TEXTS.values(), "economic&tracks=" * 10_000):
            visit.turn(f"tracks={value}&q={value}&{value}")
            see_a_page(visit)


@pytest.mark.parametrize("page", TALES)
def test_what_no_script_would_tell_is_dropped_and_what_one_tells_next_is_taken(unfailing: Target, page: str) -> None:
    with visiting(unfailing.address, DAY, page) as visit:
        before = see_a_page(visit)
        for value in (KINDS if page else VALUES).values():
            visit.tell(*((tale, value) for tale in TALES[page]))
            assert see_a_page(visit) == before
        for values in _bent_together(TALES[page]):
            visit.tell(*values)
            see_a_page(visit)
        visit.tell(*((tale, tale.good) for tale in TALES[page]))
        assert (see_a_page(visit) != before) == (page in SELECTING)


@pytest.mark.parametrize("tale", OF_THE_CHART, ids=lambda tale: tale.name)
def test_what_the_chart_would_not_tell_is_dropped_and_what_it_tells_next_is_taken(unfailing: Target, tale: Tale) -> None:
    with visiting(unfailing.address, DAY) as visit:
        for value in (*KINDS.values(), *_bent(tale.good)):
            visit.tell((tale, value))
            see_a_page(visit)
        visit.tell((tale, tale.good))
        assert ("1 January to 1 February 2016" in see_a_page(visit)) == (tale.name == "window")


@bounded
@given(st.lists(JSON, min_size=len(TALES[""]), max_size=len(TALES[""])))
def test_no_value_that_is_told_fails(unfailing: Target, values: list[object]) -> None:
    with visiting(unfailing.address, DAY) as visit:
        visit.tell(*zip(TALES[""], map(json.dumps, values), strict=True))
        see_a_page(visit)


def test_what_is_typed_into_the_search_is_text(unfailing: Target) -> None:
    with visiting(unfailing.address) as visit:
        for text in TEXTS.values():
            visit.act(WidgetState(id=visit.ids["search"], string_value=text))
            see_a_page(visit)


def test_a_search_longer_than_the_field_is_cut(unfailing: Target) -> None:
    with visiting(unfailing.address) as visit:
        visit.act(WidgetState(id=visit.ids["search"], string_value="x" * 900_000))
        see_a_page(visit)
        (sentence,) = [html for html in visit.html if 'class="sentence"' in html]
        assert reading.read(sentence).text.count("x") <= LONGEST_TEXT + 2


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1600-02-29"])
def test_any_day_of_the_calendar_can_be_typed(unfailing: Target, day: str) -> None:
    for key in ("window-from", "window-to", "as-of"):
        with visiting(unfailing.address) as visit:
            state = WidgetState(id=visit.ids[key])
            state.string_array_value.data.append(day)
            visit.act(state)
            see_a_page(visit)


@pytest.mark.parametrize("key", WIDGETS)
def test_a_widget_of_streamlits_that_is_told_nonsense_gives_a_page_or_words_and_the_next_visit_is_as_ever(
    target: Target, key: str
) -> None:
    for state in WIDGETS[key]:
        with visiting(target.address) as visit:
            state.id = visit.ids[key]
            visit.act(state)
            _see_words(visit)
    _see_that_others_are_served(target)


@pytest.mark.parametrize("key", ["tracks", "play", "timeline"])
def test_what_is_nested_deeper_than_can_be_read_gives_words(target: Target, key: str) -> None:
    with visiting(target.address, DAY) as visit:
        visit.act(WidgetState(id=visit.ids[key], json_value=TOO_DEEP))
        _see_words(visit)
    _see_that_others_are_served(target)


def test_pages_fragments_and_places_in_the_world_that_are_none_give_a_page(target: Target) -> None:
    for text in TEXTS.values():
        asked = BackMsg()
        asked.rerun_script.query_string = asked.rerun_script.page_name = asked.rerun_script.page_script_hash = text
        asked.rerun_script.cached_message_hashes.append(text)
        context = asked.rerun_script.context_info
        context.timezone = context.locale = context.url = context.color_scheme = text
        context.timezone_offset = 2**31 - 1
        with visiting(target.address) as visit:
            visit.ask(asked)
            _see_words(visit)
    _see_that_others_are_served(target)


@pytest.mark.parametrize("garbage", GARBAGE, ids=range(len(GARBAGE)))
def test_what_is_no_message_harms_nobody(target: Target, garbage: bytes) -> None:
    with suppress(ConnectionClosed), connected(target.address) as connection:
        connection.send(garbage)
        connection.send(garbage.decode("latin-1"))
        while True:
            assert b"Traceback" not in bytes(connection.recv(1, decode=False))
    _see_that_others_are_served(target)


@pytest.mark.parametrize("name", ["debug_shutdown_runtime", "debug_disconnect_websocket", "clear_cache", "stop_script"])
def test_nobody_stops_the_process_or_the_visits_of_others(target: Target, name: str) -> None:
    asked = BackMsg()
    setattr(asked, name, True)
    with visiting(target.address) as other:
        with connected(target.address) as connection:
            connection.send(asked.SerializeToString())
        other.run()
        see_a_page(other)
    _see_that_others_are_served(target)


def test_more_than_a_message_may_hold_ends_the_visit_alone(target: Target) -> None:
    with visiting(target.address) as other:
        with suppress(ConnectionClosed), visiting(target.address) as visit:
            visit.act(WidgetState(id=visit.ids["search"], string_value="x" * 40_000_000))
        other.run()
        see_a_page(other)


def _bent_together(tales: Sequence[Tale]) -> Iterator[list[tuple[Tale, str]]]:
    """Give what would be right with one part bent, of all components at once."""
    for bent in zip_longest(*(_bent(tale.good) for tale in tales)):
        yield [(tale, value) for tale, value in zip(tales, bent, strict=True) if value is not None]


def _bent(good: str) -> list[str]:
    """Bend what may be told: each part of it in turn is missing, and is each kind of value."""
    told = json.loads(good)
    if not isinstance(told, dict):
        return []
    missing = [json.dumps({name: value for name, value in told.items() if name != left}) for left in told]
    parts = {name: json.dumps(value) for name, value in told.items()}
    bent = [{**parts, name: value} for name in parts for value in KINDS.values()]
    return [*missing, *("{" + ", ".join(f'"{name}": {value}' for name, value in one.items()) + "}" for one in bent)]


def _see_words(visit: Visit) -> None:
    """See that a run gave a page, or the words of a fault, which say nothing of its reason."""
    if not visit.failed:
        see_a_page(visit)
        return
    words = " ".join(reading.read(html).text for html in visit.html)
    assert FAULT in words
    assert "Traceback" not in words
    assert "Error" not in words


def _see_that_others_are_served(target: Target) -> None:
    with visiting(target.address, "tracks=economic") as visit:
        see_a_page(visit)
