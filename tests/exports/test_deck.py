"""A deck holds what was selected, in native shapes."""

import io
import zipfile
from datetime import date

import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from dashboard.exports.deck.document import deck
from dashboard.exports.deck.ratio import Ratio
from dashboard.model.vocabulary import Glyph, Importance, Stage
from dashboard.queries.attribution import credit
from dashboard.queries.selection import Selection, select
from dashboard.queries.tables import Tables, build
from dashboard.queries.windows import Window
from tests import builders
from tests.exports.decks import MADE, SITE, addresses, events, extract, made, opened, properties, texts, timelines, title
from tests.record import harbour, tables

OF_2017 = Window(date(2017, 1, 1), date(2017, 12, 31))
EARLY = date(2015, 6, 30)
SELECTIONS = {
    "the window": Selection(window=Window(date(2014, 7, 1), date(2017, 12, 31))),
    "everything": Selection(),
    "economic of 2017": Selection(tracks=frozenset({"economic"}), window=OF_2017),
    "disputed": Selection(standings=frozenset({"disputed"})),
    "key": Selection(importances=frozenset({"key"})),
    "a word": Selection(text="launchers"),
    "as of a day": Selection(as_of=EARLY),
    "background": Selection(layers=frozenset({"background"})),
}
NATIVE = {
    MSO_SHAPE_TYPE.AUTO_SHAPE,
    MSO_SHAPE_TYPE.TEXT_BOX,
    MSO_SHAPE_TYPE.GROUP,
    MSO_SHAPE_TYPE.PLACEHOLDER,
    MSO_SHAPE_TYPE.TABLE,
    MSO_SHAPE_TYPE.LINE,
    MSO_SHAPE_TYPE.FREEFORM,
}


def numbers(table: Tables, selection: Selection) -> set[int]:
    return set(select(table, selection)["number"])


@pytest.mark.parametrize("name", SELECTIONS)
@pytest.mark.parametrize("ratio", list(Ratio))
def test_the_timeline_shows_exactly_what_is_selected(name: str, ratio: Ratio) -> None:
    wanted = numbers(tables(), SELECTIONS[name])
    whole, *parts = timelines(opened(tables(), SELECTIONS[name], ratio))
    assert events(whole) == wanted
    assert not parts or set().union(*map(events, parts)) == wanted


@pytest.mark.parametrize("table", [tables, harbour])
def test_a_slide_of_a_part_of_the_time_counts_nothing(table: object) -> None:
    _, *parts = timelines(opened(table(), Selection()))  # type: ignore[operator]
    assert not [shape.name for slide in parts for shape in slide.shapes if shape.name.startswith("+")]


def test_a_timeline_with_room_for_all_is_one_slide() -> None:
    assert len(timelines(opened(tables(), SELECTIONS["economic of 2017"]))) == 1


@pytest.mark.parametrize("ratio", list(Ratio))
def test_a_slide_has_its_shape(ratio: Ratio) -> None:
    found = opened(harbour(), ratio=ratio)
    assert found.slide_width and found.slide_height  # noqa: PT018 - both may be None for the type checker
    across, down = map(int, ratio.split(":"))
    assert found.slide_width * down == pytest.approx(found.slide_height * across, rel=0.001)


@pytest.mark.parametrize("table", [tables, harbour])
def test_nothing_is_a_picture_and_all_can_be_edited(table: object) -> None:
    whole = table()  # type: ignore[operator]
    kinds = {shape.shape_type for slide in opened(whole, Selection()).slides for shape in slide.shapes}
    assert kinds <= NATIVE
    with zipfile.ZipFile(io.BytesIO(made(whole, None, Ratio.WIDE, None))) as package:
        assert not [name for name in package.namelist() if name.endswith((".png", ".jpeg", ".jpg", ".emf", ".svg", ".bin"))]


def test_each_slide_has_a_title_read_first_notes_and_a_foot_read_last() -> None:
    for slide in opened(tables()).slides:
        shapes = list(slide.shapes)
        assert title(slide)
        assert shapes[0].name == slide.shapes.title.name
        assert slide.notes_slide.notes_text_frame.text
        assert "Edition 1, 23 November 2026" in shapes[-2].text_frame.text


def test_no_two_slides_have_one_title() -> None:
    found = [title(slide) for slide in opened(tables(), Selection()).slides]
    assert len(set(found)) == len(found)


def test_what_is_no_text_has_words_or_is_decoration() -> None:
    for slide in opened(tables()).slides:
        for found in properties(slide):
            holder = found.getparent().getparent()
            is_text = holder.find(qn("p:txBody")) is not None and "".join(node.text or "" for node in holder.iter(qn("a:t")))
            assert is_text or found.get("descr") or "decorative" in "".join(node.tag for node in found.iter())


def test_each_shape_of_a_slide_has_its_own_id() -> None:
    for slide in opened(tables()).slides:
        ids = [found.get("id") for found in properties(slide)]
        assert len(set(ids)) == len(ids)


def test_a_label_is_a_text_box_of_its_own_that_does_not_wrap() -> None:
    whole = timelines(opened(tables(), SELECTIONS["economic of 2017"]))[0]
    labels = [shape for shape in whole.shapes if shape.name.endswith(" label")]
    names = {f"E{event.number} label": event.label for event in tables().dossier.events}
    assert len(labels) == len(numbers(tables(), SELECTIONS["economic of 2017"]))
    for shape in labels:
        assert shape.shape_type == MSO_SHAPE_TYPE.TEXT_BOX
        assert shape.text_frame.text == names[shape.name]
        assert shape.text_frame.word_wrap is False
        assert shape.text_frame.margin_left == shape.text_frame.margin_top == 0


def test_no_type_is_smaller_than_can_be_read() -> None:
    for slide in opened(tables()).slides:
        sizes = {
            run.font.size.pt: shape.name
            for shape in slide.shapes
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
            if run.font.size
        }
        least = 9 if title(slide).startswith("Timeline") else 10
        assert min(sizes) >= least


def test_every_mark_says_whose_word_it_is() -> None:
    dossier = tables().dossier
    told = {f"E{event.number} mark": credit(event, dossier, short=True) for event in dossier.events}
    for slide in timelines(opened(tables())):
        for found in properties(slide):
            if found.get("name") in told:
                assert told[found.get("name")] in found.get("descr")


def test_a_count_names_what_it_counts() -> None:
    whole = timelines(opened(tables()))[0]
    counts = [found for found in properties(whole) if found.get("name").startswith("+")]
    assert counts
    for found in counts:
        for number in found.get("name").split()[1:]:
            assert f"{number}, " in found.get("descr")


@pytest.mark.parametrize("glyph", list(Glyph))
def test_a_mark_is_filled_as_its_standing_says(glyph: Glyph) -> None:
    dossier = tables().dossier
    alike = {f"E{event.number} mark" for event in dossier.events if dossier.standing[event.standing].glyph is glyph}
    marks = [shape for shape in timelines(opened(tables()))[0].shapes if shape.name in alike]
    assert marks
    for mark in marks:
        if glyph is Glyph.HALF:
            assert [part.name for part in mark.shapes] == [f"{mark.name}, outline", f"{mark.name}, half"]
        else:
            assert (str(mark.fill.fore_color.rgb) == "FFFFFF") is (glyph is Glyph.HOLLOW)


def test_connectors_are_glued_to_the_marks_of_the_two_events() -> None:
    links = {
        f"E{event.number} answers E{tables().dossier.event[response.event].number}": response.grounds
        for event in tables().dossier.events
        for response in event.responds_to
    }
    drawn = 0
    for slide in timelines(opened(tables())):
        names = {found.get("id"): found.get("name") for found in properties(slide)}
        for shape in slide.shapes:
            if " answers " not in shape.name:
                continue
            drawn += 1
            start, end = (next(shape.element.iter(qn(tag))).get("id") for tag in ("a:stCxn", "a:endCxn"))
            later, earlier = shape.name.split(" answers ")
            assert names[start].startswith(f"{earlier} mark")
            assert names[end].startswith(f"{later} mark")
            dash = next(shape.element.iter(qn("a:prstDash")), None)
            assert (dash is not None) is (links[shape.name] == "inferred")
    assert drawn


def test_each_track_has_its_measures_in_a_table() -> None:
    found = opened(tables())
    for track in tables().dossier.front.tracks:
        slides = [slide for slide in found.slides if title(slide).partition(" (")[0] == track.title]
        assert track.question in texts(found)
        cells = [
            cell.text_frame.text
            for slide in slides
            for shape in slide.shapes
            if shape.has_table
            for row in shape.table.rows
            for cell in row.cells
        ]
        for measure in tables().dossier.measures:
            assert (measure.label in cells) is (measure.track == track.id)


def test_a_track_that_is_not_selected_has_no_slide() -> None:
    titles = {title(slide) for slide in opened(tables(), SELECTIONS["economic of 2017"]).slides}
    assert "Economic" in titles
    assert not {"Diplomatic", "Military"} & titles


def test_each_key_event_has_a_slide_with_its_credit_and_its_sources() -> None:
    dossier = tables().dossier
    slides = {title(slide).partition(" (")[0]: slide for slide in list(opened(tables()).slides)[::-1]}
    for name in select(tables(), Selection(window=tables().window)).index:
        event = dossier.event[str(name)]
        assert (event.title in slides) is (event.importance is Importance.KEY)
        if event.title in slides:
            said = "\n".join(shape.text_frame.text for shape in slides[event.title].shapes if shape.has_text_frame)
            assert credit(event, dossier) in said
            assert str(event.date) in said
            assert f"E{event.number} · " in said
            assert f"{SITE}?" in "".join(addresses(slides[event.title]))


def test_the_sources_lead_to_where_they_stand() -> None:
    found = opened(tables())
    wanted = {tables().dossier.source[name].URL for name in extract(tables()).sources} - {None}
    led = set().union(*(addresses(slide) for slide in found.slides if title(slide).startswith("Sources")))
    assert wanted == led


def test_every_place_cited_stands_beside_its_source() -> None:
    said = texts(opened(tables()))
    for cited in extract(tables()).sources.values():
        for event, citation in cited:
            assert f"E{event.number}: {' '.join(citation.locator.split())}" in said if citation.locator else True


@pytest.mark.parametrize("table", [tables, harbour])
def test_the_same_extract_gives_the_same_bytes(table: object) -> None:
    whole = table()  # type: ignore[operator]
    assert deck(extract(whole)) == made(whole, None, Ratio.WIDE, None)


def test_the_file_has_the_day_of_the_edition_and_no_author_but_the_record() -> None:
    told = opened(tables()).core_properties
    assert (told.title, told.author) == (tables().dossier.front.title,) * 2
    assert told.created == told.modified
    assert told.created
    assert told.created.date() == date(2026, 11, 23)


def test_nothing_that_became_public_later_is_told_as_of_a_day() -> None:
    said = texts(opened(tables(), Selection(as_of=EARLY)))
    for event in tables().dossier.events:
        if not event.public.by(EARLY):
            assert event.label not in said
            assert event.title not in said
        for note in event.later:
            assert note.known.by(EARLY) or note.text not in said
    for source in tables().dossier.sources:
        assert source.issued is None or source.issued.by(EARLY) or not source.URL or source.title not in said


def test_a_strategy_that_was_not_public_is_left_out() -> None:
    early, late = Selection(as_of=date(2014, 7, 1)), Selection(as_of=date(2016, 1, 1))
    assert "How the response fits together" not in texts(opened(tables(), early))
    assert "Not public by then" in texts(opened(tables(), late))


def test_a_dossier_without_a_strategy_has_no_slide_of_it() -> None:
    assert "How the response fits together" not in texts(opened(harbour()))


def test_nothing_selected_is_said_and_does_not_fail() -> None:
    found = opened(tables(), Selection(text="nothing at all like this"))
    assert "Showing 0 of" in texts(found)
    assert events(timelines(found)[0]) == set()


def test_without_an_address_no_link_leads_to_the_site() -> None:
    with zipfile.ZipFile(io.BytesIO(deck(extract(harbour(), site="")))) as package:
        found = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".rels"))
    assert "https://" in found
    assert SITE not in found


HOSTILE = "\x00\x0b<b>&amp;</b> \x1f\ufffe\"'>]]>"


def hostile() -> Tables:
    first = builders.event(id="first", label=HOSTILE, title=HOSTILE, summary=HOSTILE * 9, importance="key", tracks=["a", "b"])
    cited = [{"id": "paper", "locator": HOSTILE}]
    second = builders.event(
        id="second",
        date="2014-08-01",
        label=HOSTILE,
        standing="disputed",
        sources=cited,
        responds_to=[{"event": "first", "grounds": "stated"}],
    )
    measure = builders.measure(
        label=HOSTILE,
        title=HOSTILE,
        what=HOSTILE,
        stages=[{"stage": str(Stage.ANNOUNCED), "event": "first"}],
        stop_condition={"text": f'"{HOSTILE}"', "standing": "stated", "by": "left", "date": "2014-08", "sources": cited},
    )
    front = builders.front(
        title=HOSTILE,
        subtitle=HOSTILE,
        edition=HOSTILE,
        about=HOSTILE,
        tracks=[builders.track("a", title=HOSTILE, question=HOSTILE, aim=HOSTILE), builders.track("b")],
    )
    paper = builders.source(title=HOSTILE, URL="https://example.org/\x01\"'<a>")
    question = builders.contested_question(question=HOSTILE, entries=[builders.entry(says=HOSTILE, event="first")])
    scenes = [
        builders.scene(id="one", title=HOSTILE, message=HOSTILE, notes=HOSTILE, event="first"),
        builders.scene(id="two", page="responses", measure="measure"),
        builders.scene(id="three", page="responses", track="a"),
        builders.scene(id="four", page="positions", question="question"),
    ]
    return build(
        builders.dossier(
            [first, second],
            front=front,
            sources=(paper,),
            measures=(measure,),
            positions=(question,),
            briefs=(builders.brief(scenes=scenes),),
        )
    )


@pytest.mark.parametrize("brief", [None, "brief"])
def test_hostile_text_stays_text(brief: str | None) -> None:
    found = opened(hostile(), Selection(), brief=brief)
    said = texts(found)
    assert "<b>&amp;</b>" in said
    assert not set("\x00\x0b\x1f\ufffe") & set(said)


def test_the_day_of_making_stands_on_the_first_slide() -> None:
    first = next(iter(opened(tables()).slides))
    assert f"Made on {MADE.day} November {MADE.year}" in "".join(shape.text_frame.text for shape in first.placeholders)
