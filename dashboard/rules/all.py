"""Every rule between the records of a dossier, each with the files that it needs whole."""

from dashboard.loading.dossier import Check, Rule
from dashboard.rules import (
    briefs,
    citations,
    events,
    front,
    glossary,
    key_document,
    knowledge,
    measures,
    order,
    positions,
    questions,
    wording,
)


def _whole(*files: str) -> frozenset[str]:
    return frozenset(files)


# Asked of each record that is right by itself, with what stands beside it.
_ALONE: tuple[Check, ...] = (
    front.newest_change_first,
    front.edition_is_that_of_the_newest_change,
    front.lanes_look_different,
    front.no_party_is_part_of_itself,
    key_document.passages_stand_in_order,
    key_document.locators_name_passages,
    key_document.aims_stand_in_the_document,
    key_document.no_event_cites_it_before_it_was_issued,
    key_document.ends_quote_the_passage_cited,
    events.ids_begin_with_the_date,
    order.events_stand_in_order,
    events.layers_fit_window_and_cutoff,
    events.context_says_that_it_is_not_of_the_dispute,
    events.few_are_key,
    events.disputed_ones_have_two_sources,
    events.answer_what_was_before,
    knowledge.known_differs_from_date,
    knowledge.later_stands_oldest_first,
    knowledge.later_is_after_the_event_was_public,
    knowledge.later_has_a_source_of_its_day,
    knowledge.no_year_is_later_than_the_event,
    measures.stages_stand_in_order,
    measures.stages_stand_on_the_track,
    measures.stages_differ_from_their_event,
    measures.no_stage_is_earlier_than_the_one_before,
    measures.lives_begin_by_the_cutoff,
    measures.stated_ends_are_quoted,
    positions.are_questions,
    positions.entries_stand_in_order,
    positions.both_sides_speak,
    positions.both_sides_speak_about_as_much,
    positions.replies_answer_another_side,
    positions.events_are_not_later_than_entries,
    briefs.times_add_up,
    briefs.notes_tell_the_speaker,
    questions.orders_are_certain,
    questions.standings_are_those_of_the_event,
    glossary.no_spelling_belongs_to_two_terms,
    wording.sentences_are_few,
    wording.plain_text_has_no_markdown,
    wording.quotations_have_a_locator,
)

RULES: tuple[Rule, ...] = (
    *(Rule(check, _whole()) for check in _ALONE),
    Rule(events.numbers_have_no_gap, _whole("events")),
    Rule(measures.orders_have_no_gap, _whole("measures")),
    Rule(briefs.notes_name_events, _whole("events")),
    Rule(briefs.scenes_show_what_they_open, _whole("events", "measures", "positions", "glossary", "people")),
    Rule(questions.right_answers_are_spread, _whole("questions")),
    Rule(questions.each_kind_has_all_levels, _whole("questions")),
    Rule(questions.each_lane_has_a_question, _whole("events", "questions")),
    Rule(citations.each_source_is_cited),
    Rule(key_document.each_passage_is_cited),
)
