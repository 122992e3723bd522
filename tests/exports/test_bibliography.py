"""The bibliography, read back by programs of others: the events that were selected, what they rest on, and nothing later."""

import json
import re
import warnings
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parse_bibtex
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from dashboard.exports.bibliography import EVENT, SOURCE, bibtex, csl_json, items, ris
from dashboard.exports.bibtex_entries import latex
from dashboard.exports.extract import Extract
from dashboard.model.events import Event
from dashboard.model.vocabulary import Layer, SourceType, Standing
from dashboard.queries.address import Address
from dashboard.queries.attribution import credit
from dashboard.queries.selection import Selection
from dashboard.queries.tables import Tables, build
from dashboard.queries.windows import Window
from tests import builders
from tests.record import MONTH_ENDS, harbour, tables

TODAY = date(2026, 11, 27)
SITE = "https://www.example.org/"
HOSTILE = "a{b @misc{x, \"y\" \\end #$%&_ ~^ -- --- `` '' </script> TY - GEN}} é “q” İ"
SELECTIONS = [
    Selection(),
    Selection(tracks=frozenset({"economic"})),
    Selection(standings=frozenset({Standing.DISPUTED})),
    Selection(layers=frozenset(Layer)),
    Selection(text="missile"),
    Selection(window=Window(date(2017, 1, 1), date(2017, 12, 31))),
    Selection(tracks=frozenset({"military"}), as_of=date(2015, 6, 30)),
    Selection(text="no such words anywhere"),
]
each_selection = pytest.mark.parametrize("selection", SELECTIONS, ids=lambda chosen: chosen.text or str(chosen)[:40])


def _extract(selection: Selection, record: Tables | None = None, site: str = SITE) -> Extract:
    return Extract(record or tables(), Address(selection), TODAY, site)


def _read(extract: Extract) -> dict[str, list[str]]:
    """Give the ids in each format, as a program of others reads it."""
    return {
        "CSL-JSON": [item["id"] for item in json.loads(csl_json(extract))],
        "RIS": [record["id"] for record in rispy.loads(ris(extract).decode())],
        "BibTeX": list(parse_string(bibtex(extract).decode(), "bibtex").entries),
    }


def _back(text: str) -> str:
    """Read LaTeX back; the reader gives the circumflex as a letter of its own."""
    return str(LatexNodes2Text().latex_to_text(text)).replace("\u02c6", "^")


@each_selection
def test_each_format_holds_the_events_selected_and_the_sources_that_they_rest_on(selection: Selection) -> None:
    extract = _extract(selection)
    wanted = [*(f"{EVENT}{name}" for name in extract.events.index), *(f"{SOURCE}{name}" for name in extract.sources)]
    assert _read(extract) == dict.fromkeys(("CSL-JSON", "RIS", "BibTeX"), wanted)


@each_selection
def test_each_entry_of_each_format_carries_sentence_edition_and_day(selection: Selection) -> None:
    extract = _extract(selection)
    wanted = [extract.sentence, extract.edition, extract.made]
    told = [item["annote"] for item in json.loads(csl_json(extract))]
    told += [record["notes"][-1] for record in rispy.loads(ris(extract).decode())]
    told += [_back(entry.fields["annote"]) for entry in parse_string(bibtex(extract).decode(), "bibtex").entries.values()]
    comment, *_ = parse_bibtex(bibtex(extract).decode()).comments
    told.append(comment.comment)
    assert [one for one in told if not all(part in one for part in wanted)] == []


@pytest.mark.parametrize("record", [tables(), harbour()], ids=["real", "invented"])
def test_no_event_goes_without_number_date_credit_places_and_lanes(record: Tables) -> None:
    extract = _extract(Selection(layers=frozenset(Layer)), record)
    for notes, keywords, event in _told(extract):
        assert notes.startswith(f"E{event.number}. {event.date}. {credit(event, record.dossier)}.")
        assert all((place.locator or "").removesuffix(".") in notes for place in extract.citations(event))
        assert all(lane.title in keywords for lane in record.dossier.lanes_of(event))


def _told(extract: Extract) -> list[tuple[str, str, Event]]:
    """Give note and keywords of each event, as read out of each format."""
    read = parse_string(bibtex(extract).decode(), "bibtex").entries
    fields = [(name, _back(entry.fields["note"]), _back(entry.fields.get("keywords", ""))) for name, entry in read.items()]
    fields += [(one["id"], one["notes"][0], ", ".join(one.get("keywords", ()))) for one in rispy.loads(ris(extract).decode())]
    fields += [(item["id"], item["note"], item.get("keyword", "")) for item in json.loads(csl_json(extract))]
    events = [(name.removeprefix(EVENT), note, words) for name, note, words in fields if name.startswith(EVENT)]
    return [(note, words, extract.dossier.event[name]) for name, note, words in events]


def test_a_source_says_which_events_rest_on_it_and_where_its_rank_and_its_language() -> None:
    extract = _extract(Selection(layers=frozenset(Layer)))
    for item in items(extract):
        if item["id"].startswith(SOURCE):
            source = extract.dossier.source[item["id"].removeprefix(SOURCE)]
            assert item["note"].startswith(f"{source.rank.label} source, in {source.language}. Cited for ")
            for event, place in extract.sources[source.id]:
                assert (f"E{event.number}, {place.locator}" if place.locator else f"E{event.number}") in item["note"]


@pytest.mark.parametrize("day", MONTH_ENDS[::9])
def test_as_of_a_day_nothing_is_in_it_that_came_later(day: date) -> None:
    extract = _extract(Selection(layers=frozenset(Layer), as_of=day))
    for names in _read(extract).values():
        for name in names:
            kind, _, record_id = name.partition("-")
            if kind == "event":
                assert extract.dossier.event[record_id].public.by(day)
            else:
                issued = extract.dossier.source[record_id].issued
                assert issued is None or issued.by(day)
    text = csl_json(extract).decode()
    later = [source for source in extract.dossier.sources if source.issued and not source.issued.by(day)]
    assert [source.URL for source in later if source.URL and f'"{source.URL}"' in text] == []


def test_an_event_leads_to_its_address_in_the_site_and_nowhere_where_the_site_is_not_known() -> None:
    extract = _extract(Selection(tracks=frozenset({"economic"})))
    for item in items(extract):
        if item["id"].startswith(EVENT):
            assert item["URL"] == extract.link(item["id"].removeprefix(EVENT))
    unknown = _extract(Selection(tracks=frozenset({"economic"})), site="")
    assert not any("URL" in item for item in items(unknown) if item["id"].startswith(EVENT))
    assert "example.org" not in ris(unknown).decode()


def test_keys_have_letters_digits_and_hyphens_alone() -> None:
    names = [item["id"] for item in items(_extract(Selection(layers=frozenset(Layer))))]
    assert all(re.fullmatch("[A-Za-z0-9-]+", name) for name in names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("write", [csl_json, ris, bibtex])
def test_the_same_extract_gives_the_same_bytes(write: Any) -> None:
    selection = Selection(tracks=frozenset({"economic"}))
    assert write(_extract(selection)) == write(_extract(selection))


def test_a_processor_of_citations_reads_every_item_and_knows_every_field() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        told = json.loads(csl_json(_extract(Selection(layers=frozenset(Layer)))))
        assert set(CiteProcJSON(told)) == {item["id"] for item in told}


@pytest.mark.parametrize("kind", list(SourceType))
def test_every_type_of_source_is_told_in_every_format(kind: SourceType) -> None:
    names = [{"literal": "The Office"}, {"given": "Ann", "family": "Lee"}]
    extract = _invented(type=kind, title="On it", author=names, issued="2017-12", publisher="House", page="7-9", volume="4")
    entry = parse_string(bibtex(extract).decode(), "bibtex").entries[f"{SOURCE}paper"]
    assert [str(person) for person in entry.persons["author"]] == ["{The Office}", "{Lee}, {Ann}"]
    assert (entry.fields["year"], entry.fields["month"], entry.fields["date"]) == ("2017", "12", "2017-12")
    record = rispy.loads(ris(extract).decode())[-1]
    assert record["authors"] == ["The Office", "Lee, Ann"]
    assert (record["year"], record["date"]) == ("2017", "2017/12//")
    assert record["type_of_reference"] in rispy.TYPE_OF_REFERENCE_MAPPING


@pytest.mark.parametrize(
    ("written", "in_ris", "in_bibtex"),
    [
        ("2017-12-08", "2017/12/08/", "2017-12-08"),
        ("2017-12", "2017/12//", "2017-12"),
        ("2017", "2017///", "2017"),
        ("2015-04~", "2015/04//about", "2015-04~"),
        ("2016-11-15/2016-11-16", "2016/11/15/to 2016-11-16", "2016-11-15/2016-11-16"),
        ("2017-11/..", "///since November 2017", None),
    ],
)
def test_no_date_says_more_than_is_known(written: str, in_ris: str, in_bibtex: str | None) -> None:
    extract = _invented(issued=written)
    assert rispy.loads(ris(extract).decode())[-1]["date"] == in_ris
    assert parse_string(bibtex(extract).decode(), "bibtex").entries[f"{SOURCE}paper"].fields.get("date") == in_bibtex


def test_hostile_text_stays_text_in_every_format() -> None:
    extract = _invented(title=HOSTILE, author=[{"literal": HOSTILE}], publisher=HOSTILE, note=f"{HOSTILE}\nER  - \nTY  - X\x00")
    wanted = [f"{EVENT}2014-07-29-event", f"{SOURCE}paper"]
    assert _read(extract) == dict.fromkeys(("CSL-JSON", "RIS", "BibTeX"), wanted)
    assert len(parse_bibtex(bibtex(extract).decode()).failed_blocks) == 0
    entry = parse_string(bibtex(extract).decode(), "bibtex").entries[f"{SOURCE}paper"]
    record = rispy.loads(ris(extract).decode())[-1]
    item = json.loads(csl_json(extract))[-1]
    assert [_back(entry.fields["title"]), record["title"], item["title"]] == [HOSTILE] * 3
    assert [_back(str(entry.persons["author"][0])), record["authors"][0], item["author"][0]["literal"]] == [HOSTILE] * 3
    assert [_back(entry.fields["institution"]), record["publisher"], item["publisher"]] == [HOSTILE] * 3
    assert "\x00" not in csl_json(extract).decode()


@pytest.mark.parametrize("address", ["https://www.example.org/a{b}?c=%20&d=_#e", "https://www.example.org/a;b\\c"])
def test_an_address_of_any_letters_breaks_nothing(address: str) -> None:
    extract = _invented(URL=address)
    read = parse_string(bibtex(extract).decode(), "bibtex").entries[f"{SOURCE}paper"].fields["url"]
    assert read.replace("%7B", "{").replace("%7D", "}").replace("%5C", "\\") == address
    assert ";".join(rispy.loads(ris(extract).decode())[-1]["urls"]) == address
    assert json.loads(csl_json(extract))[-1]["URL"] == address


@pytest.mark.parametrize("text", ["plain", "a_b", "{", "}", "\\", "$5", "100%", "a -- b", "“q” é Ж", HOSTILE])
def test_latex_is_read_back_as_the_text_that_it_was(text: str) -> None:
    assert _back(latex(text)) == text


def _invented(events: Sequence[Event] = (), **source: object) -> Extract:
    return _extract(Selection(), build(builders.dossier(events, sources=(builders.source(**source),))))
