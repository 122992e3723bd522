"""Every kind of file holds exactly what is selected, with all that has to go with it, and nothing that came later."""

import json
from collections.abc import Mapping

import pytest

from dashboard.exports.extract import Extract
from dashboard.exports.kinds import KINDS
from dashboard.exports.onefile.document import one_file
from dashboard.queries import public
from dashboard.queries.attribution import credit
from dashboard.queries.citations import reference
from dashboard.queries.selection import select
from tests.exports.readers import READERS, Found, by_number, of_one_file, unpacked
from tests.exports.selections import AS_OF, SELECTIONS, Query, extract, filled, selected
from tests.fragments.reading import plain
from tests.record import harbour, tables

# The files of the ZIP that hold events, with the kind that each is of.
PACKED: Mapping[str, str] = {KINDS[name].file: name for name in ("csv", "json", "ics", "ris", "bib", "csl")}
FILES = [*READERS, *(f"{name} in the ZIP" for name in PACKED)]
DRAWN = ("svg", "pptx")  # they name events by their numbers, and parties in short, as the chart does
PICTURE = "svg"  # it has no room for its sources, and gives the address where they are

each_selection = pytest.mark.parametrize("name", SELECTIONS)
each_day = pytest.mark.parametrize("name", AS_OF)
each_file = pytest.mark.parametrize("file", FILES)
each_kind = pytest.mark.parametrize("kind", READERS)

_read: dict[tuple[str, str], Found] = {}


def _found(file: str, name: str) -> Found:
    """Read a file of one of the selections, once."""
    if (file, name) not in _read:
        inside = file.removesuffix(" in the ZIP")
        content = unpacked(filled("zip", name))[inside] if inside != file else filled(file, name)
        _read[file, name] = READERS[PACKED.get(inside, inside)](content)
    return _read[file, name]


def _is_outlined(file: str, name: str) -> bool:
    """Tell whether a picture was asked to show also what was not yet public."""
    return file == PICTURE and selected(name).place.ghosts


def test_there_are_twenty_selections_that_differ_and_none_is_empty() -> None:
    chosen = [tuple(selected(name).events.index) for name in SELECTIONS]
    assert len(chosen) == 20
    assert all(chosen)
    assert len(set(chosen)) > 17
    assert min(map(len, chosen)) == 1


def test_every_kind_of_events_is_read_back() -> None:
    assert {*READERS, "zip", "html", "schema"} == set(KINDS)


@each_selection
@each_file
def test_the_events_are_those_selected(file: str, name: str) -> None:
    extract = selected(name)
    wanted = list(select(tables(), extract.place.selection).index)
    found = _found(file, name).events
    if file in DRAWN:
        wanted = [f"E{tables().dossier.event[event].number}" for event in wanted]
    assert found == (sorted(wanted, key=by_number) if file == "pptx" else wanted)


@each_selection
@each_kind
def test_sentence_and_edition_go_with_them(kind: str, name: str) -> None:
    words = _found(kind, name).words
    extract = selected(name)
    assert extract.edition in words or (kind == "json" and extract.dossier.front.edited.written in words)
    assert plain(extract.sentence).removesuffix(".") in words  # a picture also counts what it draws in outline


@each_selection
@each_kind
def test_no_event_goes_without_number_date_and_credit(kind: str, name: str) -> None:
    words = _found(kind, name).words
    for event in selected(name).told():
        for part in (f"E{event.number}", str(event.date), credit(event, tables().dossier, short=kind in DRAWN)):
            assert part in words


@each_selection
@each_kind
def test_no_event_goes_without_its_places_in_the_sources(kind: str, name: str) -> None:
    words = _found(kind, name).words
    extract = selected(name)
    places = [citation.locator or "" for event in extract.told() for citation in extract.citations(event)]
    missing = [place for place in places if plain(place).removesuffix(".") not in words]
    if kind == PICTURE:
        assert extract.address.replace(" ", "") in words.replace(" ", "")
    else:
        assert missing == []


@pytest.mark.parametrize("query", [{}, {"tracks": ["works"], "q": ['"']}, {"as_of": ["1994-06-30"]}], ids=str)
def test_the_one_file_has_the_sentence_with_which_it_opens(query: Query) -> None:
    found = extract(query, harbour())  # of the real record it takes many seconds, and its own tests look at that
    words = of_one_file(one_file(found)).words
    assert found.edition in words
    assert plain(found.sentence) in words


def _told_later(extract: Extract) -> list[str]:
    """List what must not be told on the extract's day, in the record's own words."""
    dossier, day = extract.dossier, extract.as_of
    unknown = [event for event in dossier.events if not event.public.by(day)]
    notes = [event.date_note for event in dossier.events if event.date_note]
    later = [note.text for event in dossier.events for note in event.later if not note.known.by(day)]
    stops = [measure.stop_condition for measure in dossier.measures]
    words = [text for one in dossier.measures for text in (one.what, one.aim, one.basis, one.limit) if text]
    sources = [source for source in dossier.sources if source.issued and not source.issued.by(day)]
    entries = [entry.says for question in dossier.positions for entry in question.entries if not entry.date.by(day)]
    return [
        *(text for event in unknown for text in (event.summary, event.title)),
        *notes,
        *later,
        *(stop.text for stop in stops if not public.is_stated(stop, day)),
        *words,
        *(reference(source) for source in sources),
        *(source.URL for source in sources if source.URL),
        *entries,
    ]


@pytest.mark.parametrize(("file", "name"), [(file, name) for file in FILES for name in AS_OF if not _is_outlined(file, name)])
def test_as_of_a_day_nothing_is_told_that_came_later(file: str, name: str) -> None:
    words = f"{_found(file, name).words} "
    assert [text for text in _told_later(selected(name)) if f"{plain(text)} " in words] == []


@each_day
def test_as_of_a_day_the_other_files_of_the_zip_tell_nothing_that_came_later(name: str) -> None:
    files = {file: content for file, content in unpacked(filled("zip", name)).items() if file not in PACKED}
    assert not any(file.startswith("record/") for file in files)
    words = plain(" ".join(content.decode().replace('""', '"') for content in files.values()))
    assert [text for text in _told_later(selected(name)) if plain(text) in words] == []


@pytest.mark.parametrize("file", [*FILES, "README.md in the ZIP"])
def test_as_of_a_day_the_front_matter_does_not_tell_of_later_days(file: str) -> None:
    name = "as of a day"
    readme = plain(unpacked(filled("zip", name))["README.md"].decode())
    words = _found(file, name).words if file in FILES else readme
    front = tables().dossier.front
    paragraphs = [part for text in (front.about, front.method) for part in text.split("\n\n")]
    assert [text for text in (front.subtitle, *paragraphs) if plain(text) in words] == []


@each_day
def test_what_was_known_by_the_day_is_told(name: str) -> None:
    extract = selected(name)
    told = {event["id"]: event for event in json.loads(filled("json", name))["events"]}
    for event in extract.told():
        notes = [note.text for note in public.later(event, extract.as_of)]
        assert [note["text"] for note in told[event.id]["later"]] == notes


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "html"])
def test_the_same_order_gives_the_same_bytes(kind: str) -> None:
    made = filled(kind, "one track")
    filled.cache_clear()
    assert filled(kind, "one track") == made
