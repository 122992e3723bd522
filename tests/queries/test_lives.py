"""The lives of measures: the stages that each had reached by a day, and where they stand on a stretch of time."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dashboard.model.vocabulary import Stage
from dashboard.queries import lives
from dashboard.queries.lives import DrawnLife, Life
from dashboard.queries.tables import Tables, build
from dashboard.queries.windows import Window
from tests import builders, plain_count
from tests.record import MONTH_ENDS, dossier, harbour, tables

IDEA, LAW, END = (
    builders.event(id="idea", date="2014-07-29"),
    builders.event(id="law", date="2015-01-10", known="2015-03-01"),
    builders.event(id="end", date="2016"),
)
RAW = plain_count.raw("measures")
DAYS = {raw["id"]: raw for raw in plain_count.raw("events")}


def _record(*stages: dict[str, str], cutoff: str = "2017-12-31") -> Tables:
    measure = builders.measure(stages=list(stages))
    return build(builders.dossier([IDEA, LAW, END], measures=(measure,), front=builders.front(cutoff=cutoff)))


def _dated(*dates: str, words: tuple[Stage, ...] = tuple(Stage), cutoff: str = "2017-12-31") -> Tables:
    """Build a record of one measure whose stages have dates of their own."""
    stages = [{"stage": word, "event": "idea", "date": day} for word, day in zip(words, dates, strict=False)]
    event = builders.event(id="idea", date="2001-01-01")
    return build(builders.dossier([event], measures=(builders.measure(stages=stages),), front=builders.front(cutoff=cutoff)))


def _life(record: Tables, as_of: date | None = None) -> Life:
    return lives.life(record.dossier.measures[0], record.dossier, as_of)


def _drawn(record: Tables, as_of: date | None = None) -> DrawnLife:
    return lives.drawn(_life(record, as_of), lives.drawn_time(record), as_of)


@pytest.mark.parametrize(
    ("day", "reached"),
    [
        ("2014-07-28", []),
        ("2014-07-29", ["considered"]),
        ("2015-02-28", ["considered"]),
        ("2015-03-01", ["considered", "authorized"]),
        ("2015-12-31", ["considered", "authorized"]),
        ("2016-01-01", ["considered", "authorized", "ended"]),
        (None, ["considered", "authorized", "ended"]),
    ],
)
def test_a_stage_counts_once_it_was_reached_and_public(day: str | None, reached: list[str]) -> None:
    record = _record(
        {"stage": "considered", "event": "idea"}, {"stage": "authorized", "event": "law"}, {"stage": "ended", "event": "end"}
    )
    as_of = date.fromisoformat(day) if day else None
    assert [one.stage for one in _life(record, as_of).stages] == reached
    [*shown] = lives.of_measures(record.measures, record.dossier, as_of)
    assert [one.present.stage for one in shown] == reached[-1:]


def test_a_stage_with_a_date_of_its_own_is_reached_then_and_not_with_its_event() -> None:
    record = _record({"stage": "in-force", "event": "idea", "date": "2014-09-01"})
    assert _life(record, date(2014, 8, 31)).stages == ()
    assert lives.of_measures(record.measures, record.dossier, date(2014, 8, 31)) == ()
    [reached] = _life(record, date(2014, 9, 1)).stages
    assert (str(reached.date), reached.event.id) == ("1 September 2014", "idea")


def test_a_stage_with_a_date_of_its_own_still_waits_for_its_event_to_be_public() -> None:
    record = _record({"stage": "in-force", "event": "law", "date": "2015-02-01"})
    assert _life(record, date(2015, 2, 28)).stages == ()
    assert len(_life(record, date(2015, 3, 1)).stages) == 1


def test_the_stages_of_the_real_record_all_come_to_light_in_the_end() -> None:
    for as_of in (None, date.max):
        found = lives.of_measures(tables().measures, dossier(), as_of)
        reached = {one.measure.id: [(stage.stage.value, stage.event.id) for stage in one.stages] for one in found}
        assert reached == {raw["id"]: [(stage["stage"], stage["event"]) for stage in raw["stages"]] for raw in RAW}
    assert lives.of_measures(tables().measures, dossier(), date.min) == ()


@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_as_of_each_month_the_real_measures_stand_where_a_plain_reading_of_the_record_has_them(day: date) -> None:
    found = {one.measure.id: len(one.stages) for one in lives.of_measures(tables().measures, dossier(), day)}
    wanted = {raw["id"]: sum(_was_public(stage, day) for stage in raw["stages"]) for raw in RAW}
    assert found == {name: count for name, count in wanted.items() if count}


def _was_public(stage: plain_count.Raw, day: date) -> bool:
    event = DAYS[stage["event"]]
    when = plain_count.span(stage.get("date") or event["date"]).first
    return max(when, plain_count.span(event.get("known") or event["date"]).first) <= day


def test_lives_keep_the_order_of_the_table_and_a_track_without_any_is_still_named() -> None:
    shown = tables().measures.iloc[::3]
    found = lives.of_measures(shown, dossier(), None)
    assert [one.measure.id for one in found] == list(shown.index)
    parted = lives.by_track(found, dossier())
    assert [track.id for track, _ in parted] == [track.id for track in dossier().front.tracks]
    assert [one for _, some in parted for one in some] == list(found)
    assert all(one.measure.track == track.id for track, some in parted for one in some)
    assert [some for _, some in lives.by_track((), dossier())] == [()] * len(dossier().front.tracks)


@pytest.mark.parametrize(
    ("record", "time"),
    [
        (_record({"stage": "considered", "event": "idea"}), Window(date(2014, 7, 29), date(2017, 12, 31))),
        (_record({"stage": "considered", "event": "end"}, cutoff="2018-06"), Window(date(2016, 1, 1), date(2018, 6, 30))),
        (build(builders.dossier()), Window(date(2014, 7, 1), date(2017, 12, 31))),
        (harbour(), Window(date(1993, 11, 15), date(1996, 12, 31))),
        (tables(), Window(date(2014, 7, 28), date(2017, 12, 31))),
    ],
    ids=["one measure", "cutoff of a month", "no measure", "invented", "real"],
)
def test_lives_are_drawn_from_the_first_stage_of_any_to_the_cutoff(record: Tables, time: Window) -> None:
    assert lives.drawn_time(record) == time


def test_years_stand_where_they_begin() -> None:
    time = Window(date(2015, 1, 1), date(2016, 12, 31))
    assert lives.years(time) == ((2016, round(365 / 731 * 100, 2)),)
    assert lives.years(Window(date(2015, 1, 2), date(2015, 12, 31))) == ()


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [
        (date(2015, 1, 1), 0, 1),
        (date(2015, 1, 2), 1, 2),
        (date(2015, 4, 10), 99, 100),
        (date(2014, 1, 1), 0, 0),
        (date(2016, 1, 1), 100, 100),
    ],
)
def test_a_day_begins_and_ends_within_the_time_drawn(day: date, begins: float, ends: float) -> None:
    hundred_days = Window(date(2015, 1, 1), date(2015, 4, 10))
    assert (lives.percent(day, hundred_days), lives.percent(day, hundred_days, end=True)) == (begins, ends)


def _days() -> st.SearchStrategy[date]:
    return st.dates(date(2013, 1, 1), date(2019, 12, 31))


def _when() -> st.SearchStrategy[str]:
    forms = ("{0:%Y-%m-%d}", "{0:%Y-%m-%d}", "{0:%Y-%m}", "{0:%Y}", "{0:%Y-%m}~", "{0:%Y-%m-%d}?", "{0:%Y-%m-%d}/{0:%Y}-12")
    return st.builds(lambda form, day: form.format(day), st.sampled_from((*forms, "{0:%Y-%m}/..")), _days())


@st.composite
def _records(draw: st.DrawFn) -> Tables:
    """Draw a measure with dates of every form, in order of time, as the format asks."""
    dates = draw(st.lists(_when(), min_size=1, max_size=len(Stage)))
    read = sorted(dates, key=lambda text: plain_count.span(text).first)
    assume(plain_count.span(read[0]).first <= date(2017, 12, 31))
    chosen = draw(st.sets(st.sampled_from(Stage), min_size=len(read)))
    words = tuple(word for word in Stage if word in chosen)
    return _dated(*read, words=words)


@settings(deadline=None)
@given(_records(), st.none() | _days())
def test_the_steps_of_a_life_follow_each_other_without_a_gap_up_to_the_day(record: Tables, as_of: date | None) -> None:
    one, time = _life(record, as_of), lives.drawn_time(record)
    assume(one.stages)
    drawn = lives.drawn(one, time, as_of)
    until = min(as_of or time.end, time.end)
    assert [step.reached for step in drawn.steps] + list(drawn.beyond) == list(one.stages)
    assert all(0 <= step.start <= step.certain <= step.end <= 100 for step in drawn.steps)
    assert all(step.end == following.start for step, following in pairwise(drawn.steps))
    assert drawn.steps[0].start == lives.percent(one.stages[0].date.earliest, time)
    assert drawn.steps[-1].end == lives.percent(until, time, end=True)
    assert all(step.reached.date.earliest <= until for step in drawn.steps)
    assert all(reached.date.earliest > time.end for reached in drawn.beyond)


@settings(deadline=None)
@given(_records(), st.none() | _days())
def test_a_life_that_ended_has_no_open_end_and_any_other_has_one(record: Tables, as_of: date | None) -> None:
    one = _life(record, as_of)
    assume(one.stages)
    drawn = lives.drawn(one, lives.drawn_time(record), as_of)
    assert drawn.open_end is (drawn.steps[-1].reached.stage is not Stage.ENDED)


@settings(deadline=None)
@given(_records())
def test_a_stage_that_is_known_only_as_some_day_in_a_month_or_year_begins_softly(record: Tables) -> None:
    for step in _drawn(record).steps:
        date_ = step.reached.date
        if date_.some_day_in and step.end > step.start:
            assert step.start < step.certain
        elif date_.exact:
            assert step.start == step.certain


def test_a_stage_that_went_on_from_one_certain_day_began_on_it() -> None:
    [step] = _drawn(_dated("2015-05-01/2015-08-31", words=(Stage.IN_FORCE,))).steps
    assert step.certain == step.start


def test_a_stage_that_went_on_from_some_day_in_a_month_had_begun_at_its_end() -> None:
    record = _dated("2015-01-01", "2015-05/2015-08", words=(Stage.ANNOUNCED, Stage.IN_FORCE))
    _, step = _drawn(record).steps
    assert step.start == lives.percent(date(2015, 5, 1), lives.drawn_time(record))
    assert step.certain == lives.percent(date(2015, 5, 31), lives.drawn_time(record))


@pytest.mark.parametrize(
    ("dates", "as_of", "within", "beyond"),
    [
        (["2017-07-01", "2018-10-20", "2019-08-02"], None, 1, 2),
        (["2017-07-01", "2018-10-20", "2019-08-02"], date(2018, 12, 31), 1, 1),
        (["2017-07-01", "2018-10-20"], date(2017, 12, 31), 1, 0),
        (["2017-12-31", "2018-01-01"], None, 1, 1),
        (["2017", "2018"], None, 1, 1),
        (["2015-07-01", "2016-07-01"], None, 2, 0),
    ],
)
def test_what_was_reached_after_the_cutoff_is_told_and_not_drawn(
    dates: list[str], as_of: date | None, within: int, beyond: int
) -> None:
    drawn = _drawn(_dated(*dates), as_of)
    assert (len(drawn.steps), len(drawn.beyond)) == (within, beyond)
    assert drawn.open_end


def test_a_life_that_ended_after_the_cutoff_went_on_up_to_it() -> None:
    drawn = _drawn(_dated("2017-04-17", "2018-02-02", words=(Stage.IN_FORCE, Stage.ENDED)))
    assert drawn.open_end
    assert [(reached.stage, str(reached.date)) for reached in drawn.beyond] == [(Stage.ENDED, "2 February 2018")]
    assert not _drawn(_dated("2017-04-17", "2017-10-02", words=(Stage.IN_FORCE, Stage.ENDED))).open_end


def test_a_life_of_which_only_stages_after_the_cutoff_were_public_is_drawn_as_nothing() -> None:
    events = [
        builders.event(id="secret", date="2017-06-01", known="2019-05-01"),
        builders.event(id="open", date="2018-03-01"),
    ]
    stages = [{"stage": "considered", "event": "secret"}, {"stage": "announced", "event": "open"}]
    record = build(builders.dossier(events, measures=(builders.measure(stages=stages),)))
    drawn = _drawn(record, date(2018, 6, 1))
    assert drawn.steps == ()
    assert not drawn.open_end
    assert [reached.stage for reached in drawn.beyond] == [Stage.ANNOUNCED]


def test_steps_never_run_backwards_where_a_later_stage_is_known_less_exactly_than_an_earlier_one() -> None:
    drawn = _drawn(_dated("2014-06-01", "2014-12-10", "2014", "2015-06-01"))
    assert all(step.start <= step.certain <= step.end for step in drawn.steps)
    assert all(step.end == following.start for step, following in pairwise(drawn.steps))


@pytest.mark.parametrize("record", [tables(), harbour()], ids=["real", "invented"])
def test_every_real_life_is_drawn_in_order_as_of_every_month(record: Tables) -> None:
    time = lives.drawn_time(record)
    months = [*MONTH_ENDS, *(time.start + timedelta(days=30 * count) for count in range(40)), None]
    for as_of in months:
        for one in lives.of_measures(record.measures, record.dossier, as_of):
            drawn = lives.drawn(one, time, as_of)
            assert all(0 <= step.start <= step.certain <= step.end <= 100 for step in drawn.steps)
            assert all(step.end == following.start for step, following in pairwise(drawn.steps))
            assert [step.reached for step in drawn.steps] + list(drawn.beyond) == list(one.stages)
            assert drawn.steps
            if as_of:
                assert drawn.steps[-1].end <= lives.percent(as_of, time, end=True)
