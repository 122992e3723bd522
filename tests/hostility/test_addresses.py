"""Every parameter, path and head of a request with everything of the corpus, as any program can ask for it."""

import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.exports.kinds import KINDS
from dashboard.queries.address import NAMES
from dashboard.ui.limits import AT_WORK, LONGEST_QUERY, WAITING
from tests.hostility.asking import HUNG_UP, ask
from tests.hostility.conftest import Target
from tests.hostility.corpus import RAW, TEXTS

VALUES = {name: quote(text) for name, text in TEXTS.items()} | dict(RAW)  # as they stand in an address
OF_A_TALK = ("scene", "pair", "window", "start")
OPTIONS = [(kind.file, option) for kind in KINDS.values() for option in kind.options]
PAGES = ("/", "/responses", "/positions", "/brief", "/study", "/sources", "/brief/scene", "/ahead", "/health", "/health/alive")
BEFORE = (
    "/",
    "/export/",
    "/export/E",
    "/export/timeline.csv/",
    "/assets/",
    "/assets/glossary-",
    "/brief/",
    "/health/",
    "/static/",
    "/media/",
    "/component/",
    "/_stcore/",
    "/_stcore/upload_file/",
)
HEADS = ("Host", "If-None-Match", "Accept-Encoding", "Accept-Language", "Cookie", "Content-Length", "Range", "Origin", "Upgrade")
SOME = "/export/timeline.csv?tracks=economic"
FLOOD = 4 * (AT_WORK + WAITING)

each_value = pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
each_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


def wrong(target: Target, asked: Iterable[str | bytes], *lines: str) -> list[tuple[str | bytes, list[str]]]:
    """Ask for targets one after the other, and give those whose answer is none that a reader may get, with why."""
    answers = [(one, list(ask(target.address, one, *lines).wrong())) for one in asked]
    return [(one, why) for one, why in answers if why]


@each_value
def test_every_parameter_of_an_export_gives_a_file_or_words(unfailing: Target, value: str) -> None:
    assert wrong(unfailing, [f"/export/timeline.csv?{name}={value}" for name in (*NAMES, *OF_A_TALK)]) == []
    assert wrong(unfailing, [f"/export/{file}?{option}={value}" for file, option in OPTIONS]) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "html"])  # that one takes many seconds
def test_every_kind_of_file_gives_a_file_or_words_for_a_search(unfailing: Target, kind: str) -> None:
    assert wrong(unfailing, [f"/export/{KINDS[kind].file}?from=2017-12-01&q={value}" for value in VALUES.values()]) == []


@each_value
def test_every_page_and_every_window_of_a_talk_stands_whatever_is_in_its_address(unfailing: Target, value: str) -> None:
    several = "&".join(f"{name}={value[:150]}" for name in (*NAMES, "page", "window", "pair"))
    assert wrong(unfailing, [f"{page}?{several}" for page in PAGES]) == []
    assert wrong(unfailing, [f"/brief?brief=both-sides&{name}={value}" for name in OF_A_TALK]) == []
    assert wrong(unfailing, [f"/ahead?width=970&{name}={value}" for name in (*NAMES, "width", "told", "theme")]) == []
    assert wrong(unfailing, [f"/brief?brief={value}", f"/brief?brief=selection&from=2017-12-01&q={value}"]) == []


@each_value
def test_every_path_leads_to_a_page_or_to_words(unfailing: Target, value: str) -> None:
    asked = [before + value.replace("?", "%3F").replace("#", "%23") for before in BEFORE]
    assert wrong(unfailing, asked) == []
    assert all(b"import streamlit" not in ask(unfailing.address, one).content for one in asked)


@each_text
def test_what_a_browser_would_have_encoded_is_answered_in_words_too(unfailing: Target, text: str) -> None:
    assert wrong(unfailing, [f"/?q={text}", f"/{text}", f"/export/timeline.csv?event={text}", f"/brief?brief={text}"]) == []


@each_text
def test_every_line_of_a_head_is_answered_in_words(unfailing: Target, text: str) -> None:
    assert [found for head in HEADS for found in wrong(unfailing, [SOME], f"{head}: {text}")] == []


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([*PAGES[:8], "/export/timeline.csv", "/export/timeline.ics", "/export/E41.ris"]),
    st.dictionaries(st.sampled_from([*NAMES, *OF_A_TALK, "page", "x"]), st.text(), max_size=5),
)
def test_no_query_string_fails(unfailing: Target, path: str, query: dict[str, str]) -> None:
    assert wrong(unfailing, [f"{path}?{'&'.join(f'{name}={quote(text)}' for name, text in query.items())}"]) == []


TOO_MUCH: dict[str, tuple[tuple[int, ...], str, tuple[str, ...]]] = {
    "a value": ((414,), f"/?q={'x' * (LONGEST_QUERY + 1)}", ()),
    "values": ((414,), f"{SOME}{'&tracks=economic' * 2_000}", ()),
    "parameters": ((414,), f"/?{'&'.join(f'x{number}=1' for number in range(5_000))}", ()),
    "a long path": ((404, 414), f"/{'x' * 50_000}", ()),
    "lines of a head": ((200, 400, 431), "/", tuple(f"X-{number}: 1" for number in range(2_000))),
    "a body": ((413,), "/", ("Content-Length: 1000000",)),
    "a body of a length with thousands of digits": ((400, 413), "/", (f"Content-Length: {'9' * 5_000}",)),
    "a body without a length": ((413,), "/", ("Transfer-Encoding: chunked",)),
}


@pytest.mark.parametrize(("statuses", "asked", "lines"), TOO_MUCH.values(), ids=list(TOO_MUCH))
def test_what_is_too_much_is_refused_in_words(
    unfailing: Target, statuses: tuple[int, ...], asked: str, lines: tuple[str, ...]
) -> None:
    answer = ask(unfailing.address, asked, *lines)
    assert answer.status in statuses
    assert list(answer.wrong()) == []


@pytest.mark.parametrize(
    ("asked", "line"),
    [(f"/?q={'x' * 1_000_000}", "Accept: */*"), (f"/{'x' * 1_000_000}", "Accept: */*"), ("/", f"Cookie: {'x' * 1_000_000}")],
    ids=["query", "path", "head"],
)
def test_a_megabyte_before_any_content_is_read_no_further(unfailing: Target, asked: str, line: str) -> None:
    assert ask(unfailing.address, asked, line).status in {HUNG_UP, 400, 414, 431}
    assert ask(unfailing.address, SOME).status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW", "x" * 5_000])
def test_no_method_but_those_that_read_does_anything(unfailing: Target, method: str) -> None:
    for page in ("/", SOME, "/brief?brief=both-sides", "/health", "/nowhere"):
        answer = ask(unfailing.address, page, method=method)
        assert answer.status in {400, 404, 405}, page
        assert list(answer.wrong()) == []


def test_a_flood_is_answered_or_refused_in_words_and_the_pages_go_on(unfailing: Target) -> None:
    with ThreadPoolExecutor(FLOOD) as at_once:
        days = (date(2014, 7, 1) + timedelta(number) for number in range(FLOOD))
        files = [at_once.submit(ask, unfailing.address, f"/export/timeline.bib?from={day}") for day in days]
        pages = [ask(unfailing.address, page) for page in PAGES]
    answers = [file.result() for file in files]
    assert {answer.status for answer in answers} == {200, 429}
    assert [why for answer in answers for why in answer.wrong()] == []
    assert all(b"Ask again in 10 seconds." in answer.content for answer in answers if answer.status == 429)
    assert [page.status for page in pages] == [200] * len(PAGES)
    assert ask(unfailing.address, SOME).status == 200


def test_a_line_of_the_log_is_one_line_of_plain_letters_whatever_was_asked_for(unfailing: Target) -> None:
    before = len(unfailing.log.read_bytes())
    assert wrong(unfailing, [f"/{value}" for value in VALUES.values()]) == []
    text = unfailing.log.read_bytes()[before:].decode("ascii")
    assert len([line for line in text.splitlines() if json.loads(line)["message"] == "request"]) >= len(VALUES) - 2
    assert text.replace("\n", "").isprintable()
