"""A deck of a brief is exactly its scenes, with their notes, and then the sources."""

from dataclasses import replace
from datetime import date

import pytest
from pptx.oxml.ns import qn

from dashboard.exports.deck.document import deck
from dashboard.exports.deck.ratio import Ratio
from dashboard.exports.deck.wording import unmarked
from dashboard.model.vocabulary import PageName
from dashboard.queries.address import Address
from dashboard.queries.scenes import selection_of
from dashboard.queries.selection import Selection, select
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.exports.decks import events, extract, opened, properties, texts, title
from tests.record import dossier, harbour, tables

BRIEFS = [brief.id for brief in dossier().briefs]


@pytest.mark.parametrize("name", BRIEFS)
@pytest.mark.parametrize("ratio", list(Ratio))
def test_each_scene_is_a_slide_in_order_with_its_message_its_notes_and_its_event(name: str, ratio: Ratio) -> None:
    brief = next(brief for brief in dossier().briefs if brief.id == name)
    slides = list(opened(tables(), ratio=ratio, brief=name).slides)
    for scene, slide in zip(brief.scenes, slides, strict=False):
        assert title(slide) == scene.title
        assert slide.placeholders[1].text_frame.text == scene.message
        assert slide.notes_slide.notes_text_frame.text == "\n".join(unmarked(scene.notes))
        if scene.event:
            assert f"E{dossier().event[scene.event].number} · " in list(slide.shapes)[-2].text_frame.text
    rest = slides[len(brief.scenes) :]
    assert rest
    assert all(title(slide).startswith("Sources") for slide in rest)


@pytest.mark.parametrize("name", BRIEFS)
def test_a_timeline_of_a_scene_shows_its_view_with_the_open_event_ringed(name: str) -> None:
    brief = next(brief for brief in dossier().briefs if brief.id == name)
    for scene, slide in zip(brief.scenes, opened(tables(), brief=name).slides, strict=False):
        if scene.page is not PageName.TIMELINE:
            continue
        assert events(slide) == set(select(tables(), selection_of(scene.view))["number"])
        rings = {found.get("name") for found in properties(slide) if found.get("name").endswith(" ring")}
        assert rings == ({f"E{dossier().event[scene.event].number} ring"} if scene.event else set())


def test_notes_are_words_without_marks() -> None:
    said = texts(opened(tables(), brief=BRIEFS[0]))
    assert "**" not in said
    assert "Remember." in said


def test_a_brief_that_the_record_lacks_is_named_with_those_that_it_has() -> None:
    with pytest.raises(ValueError, match=f"'none' is not a brief; choose from {BRIEFS[0]}"):
        deck(extract(tables()), brief="none")


def test_a_record_without_briefs_says_so() -> None:
    with pytest.raises(ValueError, match="'none' is not a brief; the record has none"):
        deck(extract(build(builders.dossier())), brief="none")


def test_a_brief_takes_no_day() -> None:
    with pytest.raises(ValueError, match="have days of their own"):
        deck(extract(tables(), Selection(as_of=date(2016, 1, 1))), brief=BRIEFS[0])


def test_a_brief_does_not_depend_on_what_is_selected() -> None:
    one, other = (extract(tables(), selection) for selection in (Selection(), Selection(text="nothing like this")))
    assert deck(one, brief=BRIEFS[0]) == deck(other, brief=BRIEFS[0])
    assert deck(replace(one, place=Address(Selection(), ghosts=True)), brief=BRIEFS[0]) == deck(one, brief=BRIEFS[0])


def told(*scenes: dict[str, object]) -> Tables:
    return build(replace(dossier(), briefs=(builders.brief(scenes=scenes),)))


def test_a_track_is_drawn_as_bars_and_what_would_end_each() -> None:
    track = dossier().front.tracks[0]
    slide = next(iter(opened(told(builders.scene(page="responses", track=track.id)), brief="brief").slides))
    said = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    for measure in dossier().measures:
        assert (measure.label in said) is (measure.track == track.id)
        alike = [found for found in properties(slide) if found.get("name").startswith(f"{measure.label}: ")]
        assert bool(alike) is (measure.track == track.id)
        assert all(found.get("descr") for found in alike)


def test_a_measure_shows_nothing_later_than_the_day_of_its_scene() -> None:
    one = next(one for one in dossier().measures if one.stop_condition.date and not one.stop_condition.date.by(date(2018, 1, 1)))
    scene = builders.scene(page="responses", measure=one.id, view={"as_of": "2018-01-01"})
    said = texts(opened(told(scene), brief="brief"))
    assert "No stop condition stated by then." in said
    assert one.title not in said
    assert one.stop_condition.text not in said


def test_positions_stand_in_two_columns_each_with_its_speaker() -> None:
    question = dossier().positions[0]
    slide = next(iter(opened(told(builders.scene(page="positions", question=question.id)), brief="brief").slides))
    boxes = {shape.name: shape for shape in slide.shapes if shape.name in {entry.id for entry in question.entries}}
    assert len({shape.left for shape in boxes.values()}) == 2
    for entry in question.entries:
        if entry.id in boxes:
            assert dossier().party[entry.by].name in boxes[entry.id].text_frame.text
    left_out = len(question.entries) - len(boxes)
    assert not left_out or f"{left_out} more position" in texts(
        opened(told(builders.scene(page="positions", question=question.id)), brief="brief")
    )


def test_a_brief_of_another_dossier_needs_no_code() -> None:
    for brief in harbour().dossier.briefs:
        assert len(opened(harbour(), brief=brief.id).slides) > len(brief.scenes)


def test_links_of_the_open_event_are_glued() -> None:
    brief = dossier().briefs[0]
    links = [shape for slide in opened(tables(), brief=brief.id).slides for shape in slide.shapes if " answers " in shape.name]
    assert links
    assert all(next(shape.element.iter(qn("a:stCxn")), None) is not None for shape in links)
