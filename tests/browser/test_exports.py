"""The exports at their addresses, asked for as any program asks."""

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urlencode
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page

from dashboard.exports.kinds import KINDS
from dashboard.queries import address
from dashboard.queries.selection import select
from tests.browser import app
from tests.exports.readers import READERS, rows
from tests.exports.selections import SELECTIONS, Query
from tests.fragments import reading
from tests.record import tables

LIGHT = [kind for kind in KINDS if kind != "html"]  # that one takes many seconds
SHOWN = ("handout", "schema")  # a browser shows them, and saves the others
CSV = "/export/timeline.csv?tracks=economic"


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def words(self) -> str:
        """The words of a page."""
        return reading.read(self.content.decode()).text


def ask(url: str, method: str = "GET", **headers: str) -> Answer:
    """Ask for an address; what is refused is an answer too."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urlopen(Request(url, method=method, headers=given)) as response:  # noqa: S310 - our own address
            return Answer(response.status, _named(response.headers), response.read())
    except HTTPError as refused:
        with refused:
            return Answer(refused.code, _named(refused.headers), refused.read())


def _named(headers: Message) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _query(query: Query) -> str:
    return urlencode(query, doseq=True)


def _name(answer: Answer) -> str:
    found = re.fullmatch(r"(attachment|inline); filename\*=UTF-8''([a-z0-9.%-]+)", answer.headers["content-disposition"])
    assert found
    return unquote(found[2])


@pytest.mark.parametrize("kind", LIGHT)
def test_each_kind_has_its_type_its_name_and_its_way_to_be_opened(app_address: str, kind: str) -> None:
    answer = ask(f"{app_address}/export/{KINDS[kind].file}?from=2017-12-08")
    assert answer.status == 200
    assert answer.headers["content-type"].partition(";")[0] == KINDS[kind].media_type
    if KINDS[kind].media_type.startswith("text/"):
        assert answer.headers["content-type"].endswith("; charset=utf-8")
    assert _name(answer).endswith(f".{KINDS[kind].ending}")
    assert answer.headers["content-disposition"].startswith("inline" if kind in SHOWN else "attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert int(answer.headers["content-length"]) == len(answer.content) > 0


@pytest.mark.parametrize("name", SELECTIONS)
def test_the_query_string_of_a_page_gives_the_events_that_the_page_shows(app_address: str, name: str) -> None:
    place, _ = address.read(SELECTIONS[name], tables())
    answer = ask(f"{app_address}/export/timeline.csv?{_query(SELECTIONS[name])}")
    assert [row["id"] for row in rows(answer.content)] == list(select(tables(), place.selection).index)


@pytest.mark.parametrize("name", ["one track", "how far agreed", "as of a day", "a term by another spelling"])
def test_what_the_list_on_the_page_shows_is_what_is_exported(page: Page, app_address: str, name: str) -> None:
    query = _query(SELECTIONS[name])
    told = rows(ask(f"{app_address}/export/timeline.csv?{query}").content)
    app.open_app(page, f"/?{query}&view=list")
    app.expect_sentence(page, told[0]["selection"])
    assert app.listed(page) == [row["id"] for row in told]


@pytest.mark.parametrize("kind", LIGHT)
def test_head_tells_the_same_and_sends_nothing(app_address: str, kind: str) -> None:
    url = f"{app_address}/export/{KINDS[kind].file}?from=2017-12-08"
    asked, told = ask(url), ask(url, "HEAD")
    assert (told.status, told.content) == (200, b"")
    for name in ("content-type", "content-disposition", "content-length", "etag", "cache-control", "vary"):
        assert told.headers[name] == asked.headers[name]


def test_what_has_not_changed_is_not_sent_again(app_address: str) -> None:
    tag = ask(app_address + CSV).headers["etag"]
    again = ask(app_address + CSV, If_None_Match=tag)
    assert (again.status, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert ask(app_address + CSV, "HEAD", If_None_Match=tag).status == 304


@pytest.mark.parametrize("form", ['"other"', 'W/"other", {tag}', "{strong}", "*"])
def test_a_tag_is_compared_as_http_has_it(app_address: str, form: str) -> None:
    tag = ask(app_address + CSV).headers["etag"]
    given = form.format(tag=tag, strong=tag.removeprefix("W/"))
    assert ask(app_address + CSV, If_None_Match=given).status == (200 if form == '"other"' else 304)


def test_another_selection_has_another_tag(app_address: str) -> None:
    tags = {ask(f"{app_address}/export/timeline.csv?tracks={track}").headers["etag"] for track in ("economic", "military")}
    assert len(tags) == 2


@pytest.mark.parametrize("kind", ["csv", "json", "handout", "svg"])
def test_it_is_compressed_for_those_who_can_read_that(app_address: str, kind: str) -> None:
    url = f"{app_address}/export/{KINDS[kind].file}?tracks=economic"
    plain, packed = ask(url), ask(url, Accept_Encoding="gzip")
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content)
    assert "accept-encoding" in packed.headers["vary"].lower()


@pytest.mark.parametrize(
    "accepted", ["identity", "br"]
)  # a weight of zero is looked over by Streamlit, which compresses after us
def test_it_is_not_compressed_for_others(app_address: str, accepted: str) -> None:
    answer = ask(app_address + CSV, Accept_Encoding=accepted)
    assert "content-encoding" not in answer.headers
    assert len(rows(answer.content)) == 18


def test_a_zip_is_not_compressed_twice(app_address: str) -> None:
    answer = ask(f"{app_address}/export/timeline.zip?tracks=economic", Accept_Encoding="gzip")
    assert "content-encoding" not in answer.headers
    assert answer.content.startswith(b"PK")


def test_links_lead_to_the_site_that_was_asked(app_address: str) -> None:
    told = json.loads(ask(f"{app_address}/export/timeline.json?tracks=economic").content)
    assert told["selection"]["address"] == f"{app_address}/?tracks=economic"
    schema = json.loads(ask(told["$schema"]).content)
    assert schema["$id"] == told["$schema"]


def test_one_event_alone_has_an_address_of_its_own(app_address: str) -> None:
    answer = ask(f"{app_address}/export/E41.csl.json")
    assert (answer.status, len(READERS["csl"](answer.content).events)) == (200, 1)
    assert "-e41-" in _name(answer)


REFUSED = [
    ("timeline.exe", "", 404, "There is no export “timeline.exe”. Choose from timeline.pptx,"),
    ("E9999.csv", "", 404, "There is no event E9999 in this record."),
    ("E41.pptx", "", 404, "There is no export “E41.pptx”."),
    ("<img src=x onerror=alert(1)>", "", 404, "There is no export “<img src=x onerror=alert(1)>”."),
    ("a/b", "", 404, "There is no export “a/b”."),
    ("timeline.csv", "q=no+such+words+anywhere", 404, "There is nothing to export; take a filter off."),
    ("timeline.csv", "q=<script>alert(1)</script>", 404, "mentioning <script>alert(1)</script>"),
    ("timeline.csv", "tracks=naval", 400, "The address has “tracks=naval”, which is not in this record."),
    ("timeline.csv", "tracks=<img src=x onerror=alert(1)>", 400, "“tracks=<img src=x onerror=alert(1)>”"),
    ("timeline.csv", "utm_source=x", 400, "“utm_source” is no parameter of this export."),
    ("timeline.csv", "<b>=1", 400, "“<b>” is no parameter of this export."),
    ("timeline.csv", "as_of=9999-99-99", 400, "which is not a day like 2017-12-08."),
    ("timeline.csv", f"q={'x' * 5_000}", 400, "The search in the address has 5000 characters"),
    ("timeline.csv", "from=2017-02-01&to=2017-01-01", 400, "which ends before it begins."),
    ("timeline.svg", f"width={'9' * 5_000}", 400, "A picture is 320 to 4,000 pixels wide."),
    ("timeline.svg", "width=000001280999", 400, "A picture is 320 to 4,000 pixels wide."),
    ("timeline.pptx", "brief=both-sides&as_of=2016-01-01", 400, "so there is none as of a day."),
]


@pytest.mark.parametrize(("file", "query", "status", "words"), REFUSED)
def test_what_can_t_be_made_is_refused_in_words(app_address: str, file: str, query: str, status: int, words: str) -> None:
    answer = ask(f"{app_address}/export/{quote(file, safe='%')}?{quote(query, safe='=&+')}")
    assert answer.status == status
    assert words in answer.words
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["cache-control"] == "no-store"
    assert "content-disposition" not in answer.headers
    assert {"script", "img", "b"}.isdisjoint(reading.read(answer.content.decode()).tags)
    assert "Traceback" not in answer.words


@pytest.mark.parametrize(
    "query",
    [
        "q=%FF%FE",
        "q=%00",
        "q=%ED%A0%80",
        "q=%E2%80%AE",
        "tracks=economic%0D%0ASet-Cookie:a=b",
        "&".join(["tracks=economic"] * 5_000),
        "from=" + "1" * 5_000,
        "&&&===",
        "q[]=1",
        "as_of=-0001-01-01",
        "as_of=%D9%A2017-01-01",
        "event=" + "E" * 5_000,
    ],
    ids=lambda query: query[:40],
)
def test_hostile_parameters_get_a_file_or_words_and_never_break_anything(app_address: str, query: str) -> None:
    answer = ask(f"{app_address}/export/timeline.csv?{query}")
    assert answer.status in (200, 400, 404, 414)
    assert "set-cookie" not in answer.headers
    assert "Traceback" not in answer.content.decode()


@pytest.mark.parametrize("path", ["../app.py", "%2e%2e%2fapp.py", "%2e%2e/app.py", "%00", "timeline.csv%00"])
def test_no_other_path_leads_to_a_file(app_address: str, path: str) -> None:
    answer = ask(f"{app_address}/export/{path}")
    assert "content-disposition" not in answer.headers
    assert b"import streamlit" not in answer.content


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent_there(app_address: str, method: str) -> None:
    assert ask(app_address + CSV, method).status == 405


def test_a_host_that_is_markup_stays_text(app_address: str) -> None:
    answer = ask(f"{app_address}/export/handout.html?from=2017-12-08", Host='a"><script>alert(1)</script>')
    assert answer.status != 200 or "script" not in reading.read(answer.content.decode()).tags
