"""The handout: what stands on paper, and that it is paper."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from dashboard.exports import handout, printing
from dashboard.exports.extract import Extract
from dashboard.exports.handout import PAGES, Paper
from dashboard.queries import address, citations, public
from dashboard.queries.attribution import credit, words_of
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.browser import chromium
from tests.fragments.reading import read
from tests.record import MONTH_ENDS, harbour, tables

SITE = "https://timeline.example.org/"
DAY = date(2026, 11, 27)
HOSTILE = "</style></title><script>alert(1)</script>\"' onload=x"
QUERIES: list[dict[str, list[str]]] = [
    {},
    {"tracks": ["economic"], "from": ["2017-01-01"]},
    {"q": ["missile"]},
    {"standing": ["disputed"]},
    {"party": ["russia"], "from": ["1987-01-01"], "to": ["2020-12-31"]},
    {"as_of": ["2016-06-01"]},
]
EVENT = re.compile(r'<article class="told" id="printed-E\d+" data-event="([^"]+)"')


def _extract(record: Tables, query: dict[str, list[str]] | None = None) -> Extract:
    return Extract(record, address.read(query or {}, record)[0], DAY, SITE)


def _words(html: str) -> str:
    return " ".join(read(html).text.split())


def _articles(html: str) -> dict[str, str]:
    """Give the words of each event's entry, by id."""
    found = re.split(r'(?=<article class="told" id="printed)', html)[1:]
    return {EVENT.findall(one)[0]: _words(one.partition("</article>")[0] + "</article>") for one in found}


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_the_events_told_are_those_selected_in_their_order(query: dict[str, list[str]]) -> None:
    extract = _extract(tables(), query)
    assert EVENT.findall(handout.document(extract, page="timeline")) == list(extract.events.index)


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_each_event_has_number_date_title_credit_summary_and_its_places_in_the_sources(query: dict[str, list[str]]) -> None:
    extract = _extract(tables(), query)
    told = _articles(handout.document(extract, page="timeline"))
    for event in extract.told():
        words = told[event.id]
        for part in (
            f"E{event.number} ",
            str(event.date),
            event.date.doubt,
            event.title,
            credit(event, extract.dossier),
            event.summary,
        ):
            assert " ".join(part.split()) in words
        for citation in extract.citations(event):
            assert (citation.locator or "") in words


@pytest.mark.parametrize("page", [None, *PAGES])
def test_each_note_that_is_cited_has_its_source_with_the_full_address(page: str | None) -> None:
    extract = _extract(tables())
    html = handout.document(extract, page=page)
    cited = set(re.findall(r'href="#note-(\d+)"', html))
    notes = dict(re.findall(r'<li id="note-(\d+)" data-source="([^"]+)"', html))
    assert cited == set(notes)
    words = _words(html)
    for name in notes.values():
        source = extract.dossier.source[name]
        assert f"{citations.reference(source)} {source.URL or ''}".strip() in words


def test_the_sources_cited_are_those_that_the_events_rest_on() -> None:
    extract = _extract(tables(), QUERIES[1])
    html = handout.document(extract, page="timeline")
    assert set(re.findall(r'data-source="([^"]+)"', html)) == set(extract.sources)
    alone = handout.document(extract, page="sources")
    assert set(re.findall(r'data-source="([^"]+)"', alone)) == set(extract.sources)


@pytest.mark.parametrize("record", [tables(), harbour()], ids=["real", "invented"])
def test_measures_and_positions_are_those_selected(record: Tables) -> None:
    extract = _extract(record)
    html = handout.document(extract)
    assert re.findall(r'data-measure="([^"]+)"', html) == list(extract.measures.index)
    assert sorted(re.findall(r'data-entry="([^"]+)"', html)) == sorted(extract.entries.index)
    words = _words(html)
    for question in extract.dossier.positions:
        for entry in question.entries:
            if entry.id in extract.entries.index:
                assert f"{words_of(entry, extract.dossier)}" in words
                assert " ".join(entry.says.split()) in words


def test_what_is_shown_alone_is_printed_alone() -> None:
    question = tables().dossier.positions[0].id
    track = tables().dossier.front.tracks[0].id
    asked = handout.document(_extract(tables(), {"question": [question]}), page="positions")
    assert re.findall(r'data-question="([^"]+)"', asked) == [question]
    measures = handout.document(_extract(tables(), {"panel": [track]}), page="responses")
    of_track = [measure.id for measure in tables().dossier.measures if measure.track == track]
    assert re.findall(r'data-measure="([^"]+)"', measures) == of_track


def test_a_brief_is_printed_with_its_scenes_and_notes() -> None:
    words = _words(handout.document(_extract(tables()), page="brief"))
    for brief in tables().dossier.briefs:
        assert all(scene.title in words and scene.message in words for scene in brief.scenes)


@pytest.mark.parametrize("page", [None, *PAGES])
def test_it_has_sentence_edition_address_and_no_script(page: str | None) -> None:
    extract = _extract(tables(), QUERIES[1])
    html = handout.document(extract, page=page)
    found = read(html)
    assert {"script", "button", "details", "iframe", "link"}.isdisjoint(found.tags)
    assert extract.edition in found.text
    assert extract.address in found.text
    if page in (None, "timeline", "sources"):
        assert extract.sentence in found.text


@pytest.mark.parametrize("page", [None, *PAGES])
def test_no_two_things_have_one_name_and_every_way_leads_somewhere(page: str | None) -> None:
    html = handout.document(_extract(tables()), page=page)
    found = read(html)
    assert len(found.ids) == len(set(found.ids))
    inside = {link.removeprefix("#") for link in found.links if link.startswith("#")}
    assert inside <= set(found.ids)


@pytest.mark.parametrize("day", [day.isoformat() for day in MONTH_ENDS[::7]])
def test_as_of_a_day_nothing_that_became_public_later_is_told(day: str) -> None:
    extract = _extract(tables(), {"as_of": [day]})
    as_of = extract.as_of
    assert as_of
    pages = [handout.document(extract, page=page) for page in (None, *PAGES)]
    words = " ".join(map(_words, pages))
    for event in tables().dossier.events:
        if not event.public.by(as_of):
            assert f"E{event.number} " not in words
            assert event.summary not in words
        for note in event.later:
            assert note.known.by(as_of) or note.text not in words
    for measure in tables().dossier.measures:
        assert measure.what not in words
        assert public.is_stated(measure.stop_condition, as_of) or measure.stop_condition.text not in words
    for question in tables().dossier.positions:
        assert question.summary not in words
    assert not any(scene.message in words for brief in tables().dossier.briefs for scene in brief.scenes)


@pytest.mark.parametrize("page", [None, *PAGES])
def test_text_of_the_record_is_never_markup(page: str | None) -> None:
    text, cited = HOSTILE, [{"id": "paper", "locator": HOSTILE}]
    told = builders.event(
        id="told", title=text, label=text[:34], summary=text, date_note=text, later=[builders.later("2015", text)], sources=cited
    )
    stop = {"text": text, "standing": "stated", "by": "left", "date": "2014-07-29", "sources": cited}
    stages = [{"stage": "announced", "event": "told"}]
    record = build(
        builders.dossier(
            [told],
            front=builders.front(title=text, subtitle=text, about=text, method=text),
            measures=(builders.measure(label=text[:34], title=text, what=text, stages=stages, stop_condition=stop),),
            positions=(
                builders.contested_question(question=text, entries=[builders.entry(says=text, event="told", sources=cited)]),
            ),
            briefs=(
                builders.brief(title=text, audience=text, scenes=[builders.scene(title=text[:44], notes=text, event="told")]),
            ),
            sources=(builders.source(title=text, note=text),),
        )
    )
    html = handout.document(_extract(record), page=page)
    assert "<script" not in html
    assert html.count("</style>") == 2
    assert "onload=" not in re.sub(r">[^<]*<", "><", html)


def test_a_year_in_which_not_all_have_their_label_is_drawn_larger() -> None:
    html = handout.document(_extract(tables()), page="timeline")
    assert "2017, drawn larger" in html
    few = handout.document(_extract(tables(), QUERIES[1]), page="timeline")
    assert few.count("<figure>") == 1


def test_the_same_extract_gives_the_same_document() -> None:
    assert handout.document(_extract(harbour())) == handout.document(_extract(harbour()))


@pytest.mark.parametrize("text", ['"', "\\", "</style>", "a\nb", "é", "*/"])
def test_a_string_of_css_ends_nowhere_before_its_end(text: str) -> None:
    written = handout.css_string(text)
    assert set(written[1:-1]).isdisjoint('"<>\n*/')
    read_back = re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), written[1:-1])
    assert read_back == text


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the browser of the tests print."""
    path = chromium.find()
    assert path, chromium.ADVICE
    monkeypatch.setenv(printing.CHROME, path)


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize(("paper", "points"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))], ids=str)
def test_printed_it_has_the_papers_size_and_on_each_page_number_and_edition(paper: Paper, points: tuple[int, int]) -> None:
    extract = _extract(tables(), QUERIES[1])
    printed = pypdf.PdfReader(BytesIO(printing.pdf(handout.document(extract, page="timeline", paper=paper))))
    assert len(printed.pages) > 1
    for number, page in enumerate(printed.pages, start=1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == points
        words = " ".join(page.extract_text().split())
        assert f"{number} of {len(printed.pages)}" in words
        assert extract.edition in words
    whole = " ".join(page.extract_text() for page in printed.pages)
    assert all(f"E{event.number}" in whole for event in extract.told())
    assert "Strategy, economic part" in whole  # the figure's labels are text


def test_without_a_browser_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(printing.CHROME, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(printing, "PLACES", ())
    with pytest.raises(printing.NoBrowserError, match=r"No browser that prints was found\. Install Chromium"):
        printing.pdf("<p>")
    monkeypatch.setenv(printing.CHROME, "no-such-browser")
    with pytest.raises(printing.NoBrowserError, match="There is no program no-such-browser"):
        printing.pdf("<p>")


def test_a_browser_that_fails_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(printing.CHROME, "false")
    with pytest.raises(printing.NoBrowserError, match="did not print: it ended with code 1"):
        printing.pdf("<p>")
