"""The offices of people on one clock."""

from datetime import date

from dashboard.queries import careers, offices
from dashboard.queries.tables import build
from tests import builders
from tests.record import dossier, tables


def _offices(*given: dict[str, str]) -> tuple[careers.Held, ...]:
    person = builders.person(offices=[{"office": f"Office {at}", "party": "left"} | office for at, office in enumerate(given)])
    record = build(builders.dossier([builders.event(people=["person"])], people=(person,), sources=(builders.source(),)))
    [(_, [career])] = careers.by_side(record, None)
    return career.held


def test_every_person_and_office_is_told_once_with_the_events_of_the_record() -> None:
    told = [career for _, found in careers.by_side(tables(), None) for career in found]
    assert {career.person.id for career in told} == set(dossier().person)
    assert sum(len(career.held) for career in told) == sum(len(person.offices) for person in dossier().people)
    for career in told:
        assert list(career.events) == [event for event in dossier().events if career.person.id in event.people]


def test_a_bar_goes_from_the_first_day_to_the_last_where_a_source_shows_both() -> None:
    [held] = _offices({"from": "2015-01-01", "to": "2015-12-31", "attested": "2015-06-01"})
    assert [span.attested for span in held.spans] == [False, True]
    assert held.spans[0].start < held.spans[1].start < held.spans[1].end < held.spans[0].end
    assert held.when == "from 1 January 2015, to 31 December 2015, shown 1 June 2015"


def test_where_only_one_end_is_known_nothing_is_drawn_before_or_after_it() -> None:
    [held] = _offices({"from": "2016-07-01"})
    assert [round(span.end - span.start, 1) for span in held.spans] == [0.1]
    assert held.spans[0].attested


def test_days_outside_the_time_that_is_drawn_are_told_in_words_alone() -> None:
    [held] = _offices({"attested": "2030-01-01"})
    assert held.spans == ()
    assert held.when == "shown 1 January 2030"


def test_as_of_a_day_no_later_office_or_day_is_told() -> None:
    day = date(2015, 6, 30)
    told = [career for _, found in careers.by_side(tables(), day) for career in found]
    assert 0 < len(told) < len(dossier().people)
    for career in told:
        assert [held.office for held in career.held] == list(offices.shown_by(career.person, day))
        assert all(str(year) not in held.when for held in career.held for year in range(2016, 2027))
        assert all(event.public.by(day) for event in career.events)
