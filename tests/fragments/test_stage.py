"""The slides of a talk, and the documents that they stand in."""

import json
import re
from datetime import date
from typing import Any

import pytest

from dashboard.fragments import talk as documents
from dashboard.fragments.rendering import markdown
from dashboard.fragments.stage import THEMES, Slide, slide, slides
from dashboard.fragments.talk import KEYS, PRESENTER, ROLES, STAGE, Assets, Opening, Ways, in_script
from dashboard.model.vocabulary import PageName
from dashboard.queries.address import Address
from dashboard.queries.scenes import Talk, Told, of_brief, of_selection
from dashboard.queries.selection import Selection
from dashboard.queries.tables import Tables, build
from dashboard.queries.windows import Window
from tests import builders
from tests.fragments.reading import part, parts, plain, read
from tests.record import harbour, tables

SCRIPT = "<script>alert(1)</script>"
QUOTED = "\"' onmouseover='alert(1)"
TALKS = [(record, of_brief(brief)) for record in (tables(), harbour()) for brief in record.dossier.briefs]
SCENES = [(record, told) for record, talk in TALKS for told in talk.scenes]
each_scene = pytest.mark.parametrize(("record", "told"), SCENES, ids=[told.title for _, told in SCENES])
ASSETS = Assets("/stage.css", "/stage.js", "/plot.js", "/plotly.js")
WAYS = Ways("./brief?stage", "./brief?presenter", "./brief", "./brief/scene")


def _told(page: PageName, event: str | None = "told", notes: str = "Say.", text: str = "Look.", **opened: Any) -> Told:
    return Told(text, text, notes, 60, page, Address(Selection(), event, **opened))


def _hostile(text: str) -> Tables:
    """Build a record that says this wherever it says anything that a slide shows."""
    short = text[:34]
    cited = [{"id": "paper", "locator": text}]
    events = [
        builders.event(id="told", label=short, title=text, summary=text, tracks=["a"], sources=cited),
        builders.event(id="other", date="2014-08-01", label=f"{short[:33]}2", title=f"{text}2", sources=cited),
    ]
    stated = {"text": text, "standing": "stated", "by": "left", "date": "2014-07-29", "sources": cited}
    none = {"text": text, "standing": "none-stated", "sources": cited}
    texts = {"label": short, "title": text, "what": text, "aim": text, "basis": text, "limit": text}
    stages = [{"stage": "announced", "event": "told"}]
    measures = (
        builders.measure(stop_condition=stated, stages=stages, **texts),
        builders.measure(id="second", order=2, stop_condition=none, stages=stages, **texts),
    )
    reply = builders.entry(id="reply", date="2014-07-30", by="right", kind="reply", replies_to="entry", says=text)
    question = builders.contested_question(
        question=text, entries=[builders.entry(says=text, event="told"), reply, builders.entry(id="third", by="other", says=text)]
    )
    sides = {"left": "left", "right": "right", "other": "between"}
    front = builders.front(
        title=text,
        tracks=[builders.track("a", title=text, question=text, aim=text)],
        sides=[{"id": side, "title": text, "place": place} for side, place in sides.items()],
        parties=[{"id": side, "name": text, "short": text, "side": side} for side in sides],
    )
    source = builders.source(title=text, publisher=text, note=text)
    return build(builders.dossier(events, front=front, measures=measures, positions=(question,), sources=(source,)))


def _kinds(text: str) -> dict[str, Told]:
    """Give a scene of each kind that a slide can be, with this text in all that a brief says."""
    return {
        "timeline": _told(PageName.TIMELINE, text=text, notes=text),
        "measure with a stop condition": _told(PageName.RESPONSES, text=text, notes=text, measure="measure"),
        "measure without one": _told(PageName.RESPONSES, text=text, notes=text, measure="second"),
        "track": _told(PageName.RESPONSES, text=text, notes=text, panel="a"),
        "tracks": _told(PageName.RESPONSES, text=text, notes=text),
        "positions": _told(PageName.POSITIONS, text=text, notes=text, question="question"),
    }


KINDS = list(_kinds(""))


def _document(record: Tables, talk: Talk, role: str = STAGE) -> str:
    """Write the document of a window of a talk."""
    ways = [f"./?scene={number}" for number in range(len(talk.scenes))]
    opening = Opening(role, 0, "abcd", full=False)
    return documents.document(talk, slides(talk, record), ways, opening, WAYS, ASSETS, record.dossier)


def _data(html: str) -> dict[str, Any]:
    """Read the JSON of a document as its script does."""
    [script] = re.findall(r'<script type="application/json" id="talk">(.*?)</script>', html, re.DOTALL)
    data: dict[str, Any] = json.loads(script)
    return data


def _strings(value: Any) -> list[str]:
    """List all texts in a value of JSON."""
    if isinstance(value, dict):
        return [text for part_ in value.values() for text in _strings(part_)]
    if isinstance(value, list | tuple):
        return [text for part_ in value for text in _strings(part_)]
    return [value] if isinstance(value, str) else []


@each_scene
def test_a_slide_says_its_message_and_at_its_foot_what_happened_when_by_whom_and_where_it_is_read(
    record: Tables, told: Told
) -> None:
    html = slide(told, record).html
    event = record.dossier.event[str(told.place.event)]
    assert read(part(html, "h1", "", "")).text == plain(told.message)
    assert read(part(html, "p", "class", "kicker")).text == plain(told.title)
    foot = read(part(html, "footer", "", "")).text
    for words in (f"E{event.number} ", str(event.date), event.label):
        assert words in foot
    assert any(record.dossier.party[party].short in foot for party in event.parties)
    source = read(part(html, "p", "class", "source")).text if "Source: " not in foot else foot
    assert any(record.dossier.source[cited.id].title in source for cited in event.sources)


@each_scene
def test_a_slide_carries_the_notes_and_seconds_of_its_scene(record: Tables, told: Told) -> None:
    made = slide(told, record)
    assert (made.title, made.seconds) == (told.title, told.seconds)
    assert read(made.notes).text.replace(" .", ".") == plain(told.notes.replace("**", "")).replace(" .", ".")


@each_scene
def test_a_timeline_is_drawn_in_every_theme_and_other_slides_are_words(record: Tables, told: Told) -> None:
    made = slide(told, record)
    drawn = {theme.name for theme in THEMES} if told.page is PageName.TIMELINE else set()
    assert set(made.figures) == drawn
    assert ('class="plot"' in made.html) == bool(drawn)
    if not drawn:
        assert len(read(part(made.html, "div", "class", "body")).text) > 80


@each_scene
def test_every_tag_of_a_slide_is_closed_and_it_holds_no_id(record: Tables, told: Told) -> None:
    page = read(slide(told, record).html)
    assert page.left_open == []
    assert page.ids == []


@pytest.mark.parametrize(("record", "talk"), TALKS, ids=[talk.id for _, talk in TALKS])
@pytest.mark.parametrize("role", ROLES)
def test_a_document_holds_every_scene_and_its_json_parses_back(record: Tables, talk: Talk, role: str) -> None:
    html = _document(record, talk, role)
    data = _data(html)
    assert [(scene["title"], scene["message"], scene["seconds"]) for scene in data["scenes"]] == [
        (told.title, told.message, told.seconds) for told in talk.scenes
    ]
    assert [bool(scene["figures"]) for scene in data["scenes"]] == [told.page is PageName.TIMELINE for told in talk.scenes]
    assert (data["talk"], data["title"], data["role"], data["at"]) == (talk.id, talk.title, role, 0)
    assert len(parts(html, "article", "aria-roledescription", "scene")) == len(talk.scenes)
    assert html.count("</script>") == 2
    assert read(html).left_open == []


@pytest.mark.parametrize(("record", "talk"), TALKS, ids=[talk.id for _, talk in TALKS])
def test_the_notes_are_for_the_presenter_and_for_paper(record: Tables, talk: Talk) -> None:
    presenter = part(_document(record, talk, PRESENTER), "section", "class", "notes")
    assert len(parts(presenter, "div", "hidden")) == len(talk.scenes)
    on_paper = parts(_document(record, talk), "div", "class", "printed-notes")
    assert len(on_paper) == len(talk.scenes)
    for told, paper in zip(talk.scenes, on_paper, strict=True):
        assert f"Notes, {told.seconds} s" in read(paper).text


def test_the_keys_are_listed_in_both_windows() -> None:
    record, talk = TALKS[0]
    for role in ROLES:
        dialog = read(part(_document(record, talk, role), "dialog", "", "")).text
        assert all(keys in dialog and what in dialog for keys, what in KEYS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_script_in_the_record_is_shown_and_never_run(kind: str) -> None:
    made = slide(_kinds(SCRIPT)[kind], _hostile(SCRIPT))
    for html in (made.html, made.notes):
        assert "<script" not in html
        assert "script" not in read(html).tags
        assert SCRIPT in read(html).text
    if kind != "timeline":
        assert SCRIPT in read(part(made.html, "div", "class", "body")).text


@pytest.mark.parametrize("kind", KINDS)
def test_a_quotation_mark_in_the_record_ends_no_attribute(kind: str) -> None:
    calm, hostile = (read(slide(_kinds(text)[kind], _hostile(text)).html) for text in ("calm", QUOTED))
    assert hostile.tags == calm.tags
    assert "onmouseover" in hostile.text


@pytest.mark.parametrize(
    ("notes", "text"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("a <img src=x onerror=alert(1)> b", "a <img src=x onerror=alert(1)> b"),
        ("<div onclick='alert(1)'>\n\nx", "<div onclick='alert(1)'> x"),
        ("![x](https://example.org/x.png)", "! x"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](JaVaScRiPt:alert(1))", "[x](JaVaScRiPt:alert(1))"),
        ("[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](data:text/html;base64,PHNjcmlwdD4=)"),
        ("[x](vbscript:x)", "[x](vbscript:x)"),
        ("<javascript:alert(1)>", "<javascript:alert(1)>"),
        ("&lt;script&gt;", "<script>"),
    ],
)
def test_hostile_notes_stay_text(notes: str, text: str) -> None:
    page = read(markdown(notes))
    assert page.text == text
    assert set(page.tags) <= {"p", "a"}
    assert all(link.startswith("https://example.org/") for link in page.links)


def test_notes_may_be_bold_and_lead_to_the_web() -> None:
    page = read(markdown("**Say.** See [the paper](https://example.org/a?b=1&c=2).\n\n- one\n- two"))
    assert page.links == ["https://example.org/a?b=1&c=2"]
    assert set(page.tags) == {"p", "strong", "a", "ul", "li"}


@pytest.mark.parametrize("role", ROLES)
def test_hostile_text_ends_no_script_of_a_document(role: str) -> None:
    text = f"</script>{SCRIPT}<!-- &quot; "
    record = _hostile(text)
    talk = Talk("hostile", text, tuple(_kinds(text).values()))
    html, calm = (
        _document(record, talk, role),
        _document(_hostile("calm"), Talk("calm", "calm", tuple(_kinds("calm").values())), role),
    )
    assert html.count("<script") == calm.count("<script") == 2
    assert html.count("</script") == calm.count("</script")
    assert "<!--" not in html
    assert [scene["message"] for scene in _data(html)["scenes"]] == [text] * len(talk.scenes)
    assert read(html).left_open == []


@pytest.mark.parametrize(
    "text", ["</script>", "</SCRIPT >", "<!--<script>", "]]>", "\u2028\u2029", '"\\', "\\u003c", "&lt;/script&gt;", "é 😀 \x00"]
)
def test_no_text_ends_the_script_that_it_stands_in_or_comes_back_another(text: str) -> None:
    written = in_script({"text": text, text: [text, {"deep": text}]})
    assert "<" not in written
    assert not set(written) & {"\u2028", "\u2029", "\n"}
    assert json.loads(written) == {"text": text, text: [text, {"deep": text}]}


def test_what_a_figure_says_of_hostile_text_is_no_markup() -> None:
    """Plotly reads a few tags of its own in text: from a record they are text too."""
    figures = slide(_told(PageName.TIMELINE), _hostile("<b>x</b><script>")).figures
    said = [text for text in _strings(json.loads(json.dumps(figures))) if "script" in text]
    assert said
    assert all("<script" not in text and "<b>x" not in text for text in said)


def test_a_scene_that_opens_no_event_has_an_empty_foot() -> None:
    made = slide(_told(PageName.TIMELINE, event=None), _hostile("calm"))
    assert read(part(made.html, "footer", "", "")).text == ""


def test_a_scene_as_of_a_day_says_nothing_at_its_foot_that_was_not_public_then() -> None:
    day = date(2014, 8, 1)
    old = builders.source(id="paper", title="The old paper", issued="2014-07-29")
    new = builders.source(id="book", title="The new book", issued="2016-01-01", URL="https://example.org/book")
    cited = [{"id": "book", "locator": "p. 1"}, {"id": "paper", "locator": "p. 2"}]
    record = build(builders.dossier([builders.event(id="told", sources=cited)], sources=(old, new)))
    told = Told("T", "M.", "N.", 60, PageName.TIMELINE, Address(Selection(as_of=day), "told"))
    foot = read(part(slide(told, record).html, "footer", "", "")).text
    assert "The old paper" in foot
    assert "The new book" not in foot
    assert "more source" not in foot


@pytest.mark.parametrize("name", ["entry", "nothing"])
def test_a_question_or_measure_that_is_not_there_leaves_the_slide_whole_and_says_so(name: str) -> None:
    record = build(builders.dossier())
    for told in (_told(PageName.POSITIONS, None, question=name), _told(PageName.RESPONSES, None, measure=name)):
        made: Slide = slide(told, record)
        assert read(made.html).left_open == []
        assert read(part(made.html, "div", "class", "body")).text == "Nothing of this was public or is selected."


def test_the_summaries_of_presented_events_stand_in_the_notes_as_they_are_written() -> None:
    months = [Window(date(year, month, 1), date(year, month, 28)) for year in range(2014, 2019) for month in range(1, 13)]
    presented = [
        told for month in months for told in of_selection(tables(), Address(Selection(window=month)), "selection").scenes
    ]
    assert len({told.place.event for told in presented}) > 100
    for told in presented:
        event = tables().dossier.event[str(told.place.event)]
        assert read(markdown(told.notes)).text == plain(event.summary)
