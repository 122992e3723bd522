"""The responses in full: everything that the record knows of each measure, as far as it was public on the day."""

import re
from datetime import date, timedelta

import pytest

from dashboard.fragments import events, responses
from dashboard.model.dossier import Dossier
from dashboard.model.measures import Measure
from dashboard.model.sources import Citation
from dashboard.model.vocabulary import Stage, StopStanding
from dashboard.queries import lives
from dashboard.queries.citations import reference
from dashboard.queries.selection import Selection, select
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.fragments.reading import LINKS, Page, part, parts, parts_by, plain, read
from tests.record import MONTH_ENDS, dossier, harbour, tables

RECORDS = {"real": tables(), "invented": harbour()}
MEASURES = [(record, measure) for record in RECORDS.values() for measure in record.dossier.measures]
each_measure = pytest.mark.parametrize(("record", "measure"), MEASURES, ids=[measure.id for _, measure in MEASURES])
each_record = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
HEADINGS = {
    StopStanding.STATED: "Stop condition stated by",
    StopStanding.INDEPENDENT: "Said not to depend on compliance by",
    StopStanding.NONE_STATED: "No stop condition stated.",
}


def _panels(record: Tables, as_of: date | None = None, alone: str | None = None, chosen: str | None = None) -> str:
    found = lives.of_measures(record.measures, record.dossier, as_of)
    shown = select(record, Selection(as_of=as_of))
    return responses.panels(found, shown, record.dossier, LINKS, as_of, alone, chosen)


def _chart(record: Tables, as_of: date | None = None) -> str:
    return responses.chart(lives.of_measures(record.measures, record.dossier, as_of), record, LINKS, as_of)


def _card(record: Tables, measure: Measure, as_of: date | None = None) -> str:
    return part(_panels(record, as_of), "details", "data-card", measure.id)


def _row(record: Tables, measure: Measure, as_of: date | None = None) -> str:
    [row] = [row for row in parts(_chart(record, as_of), "tr") if f'data-measure="{measure.id}"' in row]
    return row


def _cited(citations: tuple[Citation, ...], record: Dossier) -> list[str]:
    return [reference(record.source[citation.id], citation.locator) for citation in citations]


def _missing(wanted: list[str], html: str) -> list[str]:
    text = read(html).text
    return [words for words in wanted if plain(words) not in text]


@each_measure
def test_a_card_holds_everything_that_the_record_knows_of_a_measure(record: Tables, measure: Measure) -> None:
    known = record.dossier
    wanted = [measure.label, f"{measure.title}.", f"By {known.party[measure.by].name}", measure.what, *measure.targets]
    wanted += [
        f"{name} {text}"
        for name, text in (("Aim", measure.aim), ("Legal basis", measure.basis), ("Limit", measure.limit))
        if text
    ]
    for stage in measure.stages:
        event = known.event[stage.event]
        wanted.append(f"{stage.stage.label} {stage.date or event.date} E{event.number}, {event.label}")
    wanted += [measure.stop_condition.text, *_cited(measure.sources, known)]
    assert _missing(wanted, _card(record, measure)) == []


@each_measure
def test_a_card_names_no_aim_basis_limit_or_target_that_the_record_does_not(record: Tables, measure: Measure) -> None:
    facts = [read(term).text for term in parts(_card(record, measure), "dt")]
    given = [measure.aim, measure.basis, measure.limit, measure.targets]
    assert facts == [name for name, has in zip(("Aim", "Legal basis", "Limit", "Aimed at"), given, strict=True) if has]


@each_measure
def test_a_card_lists_each_stage_once_in_order_and_opens_its_event(record: Tables, measure: Measure) -> None:
    line = part(_card(record, measure), "ol", "class", "life-line")
    assert read(line).opened == [stage.event for stage in measure.stages]
    dates = [stage.date or record.dossier.event[stage.event].date for stage in measure.stages]
    assert read(line).days == [str(when.earliest) for when in dates]
    assert [read(item).text.partition(" " + str(when))[0] for item, when in zip(parts(line, "li"), dates, strict=True)] == [
        stage.stage.label for stage in measure.stages
    ]


@each_measure
def test_what_would_end_a_measure_is_told_with_who_said_so_when_and_where(record: Tables, measure: Measure) -> None:
    stop, known = measure.stop_condition, record.dossier
    html = part(_card(record, measure), "div", "class", "stop")
    text = read(html).text
    if stop.by:
        assert f"{HEADINGS[stop.standing]} {known.party[stop.by].name}, {stop.date}." in text
    assert HEADINGS[stop.standing] in text
    assert not any(heading in text for standing, heading in HEADINGS.items() if standing is not stop.standing)
    assert _missing([stop.text, *_cited(stop.sources, known)], html) == []
    assert ("Searched for one" in text) is (stop.standing is StopStanding.NONE_STATED)
    assert len(parts(html, "li")) == len(stop.sources)


def test_the_three_kinds_of_end_look_different_too() -> None:
    marks = {StopStanding.STATED: "is-stated", StopStanding.INDEPENDENT: "is-independent", StopStanding.NONE_STATED: "is-none"}
    assert {measure.stop_condition.standing for measure in dossier().measures} == set(StopStanding)
    for measure in dossier().measures:
        standing = measure.stop_condition.standing
        for html in (part(_card(tables(), measure), "div", "class", "stop"), _row(tables(), measure)):
            assert [mark for mark in marks.values() if f"{mark}" in html] == [marks[standing]]


def test_every_measure_of_a_record_has_a_card_on_its_track_and_a_row_in_the_chart() -> None:
    for record in RECORDS.values():
        for track in record.dossier.front.tracks:
            own = [name for name, lanes in record.measures["lanes"].items() if track.id in lanes]
            panel = part(_panels(record), "section", "aria-labelledby", f"panel-{track.id}")
            assert [one for one in read(panel).ids if one.startswith("measure-")] == [f"measure-{name}" for name in own]
            assert all(plain(text) in read(panel).text for text in (track.title, track.question, f"Aim. {track.aim}"))
        assert read(_chart(record)).measures == list(record.measures.index)


def _not_issued(citations: tuple[Citation, ...], record: Dossier, day: date) -> list[Citation]:
    sources = [(citation, record.source[citation.id].issued) for citation in citations]
    return [citation for citation, issued in sources if issued and issued.earliest > day]


def _days_of(record: Tables) -> list[date]:
    """Give the ends of months, and every day on which a stage or a stop condition came, with the day before each."""
    stops = [measure.stop_condition.date for measure in record.dossier.measures]
    came = {first.date() for first in record.stages["public"]} | {stop.earliest for stop in stops if stop}
    return sorted({*MONTH_ENDS, *came, *(day - timedelta(days=1) for day in came)})


@each_record
def test_as_of_no_day_does_a_card_show_a_stage_a_stop_condition_or_a_source_of_a_later_one(record: Tables) -> None:
    known = record.dossier
    for day in _days_of(record):
        cards = parts_by(_panels(record, day), "details", "data-card")
        for measure in known.measures:
            dates = {stage.stage: stage.date or known.event[stage.event].date for stage in measure.stages}
            events = {stage.stage: known.event[stage.event] for stage in measure.stages}
            reached = [stage for stage in dates if max(dates[stage].earliest, events[stage].public.earliest) <= day]
            assert (measure.id in cards) is bool(reached), (day, measure.id)
            if not reached:
                continue
            card = cards[measure.id]
            page = read(card)
            line = part(card, "ol", "class", "life-line")
            assert [f"at-{stage}" for stage in reached] == re.findall(r"at-[a-z-]+", line)
            assert read(part(card, "span", "class", "present")).text == f"{reached[-1].label}, {dates[reached[-1]]}"
            assert all(known.event[name].public.earliest <= day for name in page.opened)
            assert all(date.fromisoformat(told) <= day for told in page.days)
            _hold_stop(card, measure, known, day)
            _hold_sources(page, measure, known, day)


def _hold_stop(card: str, measure: Measure, known: Dossier, day: date) -> None:
    stop = measure.stop_condition
    told = read(part(card, "div", "class", "stop")).text
    if stop.date and stop.date.earliest > day:
        assert "No stop condition stated by then." in told
        assert plain(stop.text) not in read(card).text
        assert str(stop.date) not in told
        assert not any(cited in told for cited in _cited(stop.sources, known))
    elif stop.by:
        assert plain(f"{HEADINGS[stop.standing]} {known.party[stop.by].name}, {stop.date}. {stop.text}") in told
    else:
        assert "No stop condition stated." in told


def _hold_sources(page: Page, measure: Measure, known: Dossier, day: date) -> None:
    stop = measure.stop_condition
    shown = stop.sources if not stop.date or stop.date.earliest <= day else ()
    late = _not_issued((*measure.sources, *stop.sources), known, day)
    assert not any(plain(reference(known.source[one.id]).removesuffix(".")) in page.text for one in late)
    assert not any(known.source[one.id].URL in page.links for one in late)
    issued = tuple(one for one in (*measure.sources, *shown) if one not in late)
    assert [cited for cited in _cited(issued, known) if plain(cited) not in page.text] == []
    count = len(_not_issued(measure.sources, known, day))
    said = f"{count} source{'s' * (count > 1)} issued after the as-of day {'are' if count > 1 else 'is'} left out."
    assert (said in page.text) is ("issued after the as-of day" in page.text) is bool(count)


@each_record
def test_as_of_no_day_does_the_chart_of_lives_tell_of_a_later_one(record: Tables) -> None:
    known = record.dossier
    for day in _days_of(record):
        html = _chart(record, day)
        rows = {name: row for row in parts(html, "tr") for name in read(row).measures}
        assert list(rows) == [one.measure.id for one in lives.of_measures(record.measures, known, day)]
        for measure in known.measures:
            if measure.id not in rows:
                continue
            text = read(rows[measure.id]).text
            for stage in measure.stages:
                event = known.event[stage.event]
                when = stage.date or event.date
                is_public = max(when.earliest, event.public.earliest) <= day
                assert (f"{stage.stage.label}, {when}" in text) is is_public, (day, measure.id, stage.stage)
            stop = measure.stop_condition
            ended = read(part(rows[measure.id], "td", "class", "end")).text.partition(" After the cutoff")[0]
            if stop.by and stop.date and stop.date.earliest <= day:
                assert ended.endswith(f"({known.party[stop.by].short}, {stop.date})")
            else:
                assert ended == f"No stop condition stated{' by then' * bool(stop.date)}"


@each_measure
def test_the_chart_tells_each_life_in_words_and_what_came_after_the_cutoff(record: Tables, measure: Measure) -> None:
    known = record.dossier
    text = read(_row(record, measure)).text
    dates = [(stage.stage, stage.date or known.event[stage.event].date) for stage in measure.stages]
    assert "; ".join(f"{stage.label}, {when}" for stage, when in dates) in text
    beyond = [f"{stage.label.lower()}, {when}" for stage, when in dates if when.earliest > known.front.cutoff.last_known]
    assert ("After the cutoff" in text) is bool(beyond)
    assert not beyond or f"After the cutoff: {'; '.join(beyond)}" in text
    bar = part(_row(record, measure), "span", "class", "bar")
    within = [stage for stage, when in dates if when.earliest <= known.front.cutoff.last_known]
    assert re.findall(r"step at-([a-z-]+)", bar) == [stage.value for stage in within]
    assert (" last" in bar) is (within[-1] is not Stage.ENDED)


def test_the_editors_own_words_stand_apart_as_of_a_day() -> None:
    day = date(2017, 12, 31)
    cards = parts_by(_panels(tables(), day), "details", "data-card")
    for one in lives.of_measures(tables().measures, dossier(), day):
        card = cards[one.measure.id]
        apart = part(card, "details", "class", "of-the-edition")
        assert "which may tell of later days" in read(apart).text
        assert plain(one.measure.what) in read(apart).text
        assert plain(one.measure.what) not in read(card.replace(apart, "")).text
    assert "of-the-edition" not in _panels(tables())


@pytest.mark.parametrize("day", [day for day in MONTH_ENDS if day.month in (6, 12)], ids=str)
def test_outside_the_editors_own_words_a_card_names_no_year_that_was_yet_to_come(day: date) -> None:
    cards = parts_by(_panels(tables(), day), "details", "data-card")
    for one in lives.of_measures(tables().measures, dossier(), day):
        card = cards[one.measure.id]
        told = card.replace(part(card, "details", "class", "of-the-edition"), "")
        for listed in parts(told, "ol", "class", "sources"):  # what a source says of itself is the source's
            told = told.replace(listed, "")
        text = re.sub(r"fiscal \d{4}", "", read(told).text)  # no year of the calendar
        assert not [year for year in re.findall(r"\b20\d\d\b", text) if int(year) > day.year], one.measure.id


def test_one_track_alone_stands_open_with_the_way_back_to_all() -> None:
    html = _panels(tables(), alone="economic")
    own = [measure.id for measure in dossier().measures if measure.track == "economic"]
    assert [one for one in read(html).ids if one.startswith("panel-")] == ["panel-economic"]
    cards = parts(html, "details", "class", "measure")
    assert len(cards) == len(own)
    assert all(re.match(r"<details [^>]* open>", card) for card in cards)
    assert LINKS.panel(None) in read(html).links
    assert LINKS.panel("economic") not in read(html).links


def test_among_all_tracks_the_chosen_measure_alone_stands_open_and_each_track_can_be_shown_alone() -> None:
    html = _panels(tables(), chosen="section-1290")
    opened = [card for card in parts(html, "details", "class", "measure") if re.match(r"<details [^>]* open>", card)]
    assert len(opened) == 1
    assert 'data-card="section-1290"' in opened[0]
    assert {LINKS.panel(track.id) for track in dossier().front.tracks} <= set(read(html).links)
    assert LINKS.panel(None) not in read(html).links


def test_a_panel_names_the_latest_of_its_events_shown_and_how_many_there_are() -> None:
    for track in dossier().front.tracks:
        on_track = [name for name, lanes in tables().events["lanes"].items() if track.id in lanes]
        panel = part(_panels(tables()), "section", "aria-labelledby", f"panel-{track.id}")
        assert read(parts(panel, "ul", "class", "links")[-1]).opened == on_track[: -events.LATEST - 1 : -1]
        assert f"of {len(on_track)} events" in read(panel).text


def test_a_track_of_which_nothing_is_shown_says_so() -> None:
    html = responses.panels((), tables().events.iloc[:0], dossier(), LINKS, None)
    text = read(html).text
    assert text.count("No measure of this track is shown.") == len(dossier().front.tracks)
    assert text.count("None of the events shown is on this track.") == len(dossier().front.tracks)
    assert "of 0 events" in text
    assert read(html).measures == read(html).opened == []


def test_the_strategy_links_every_measure_of_a_record_and_is_nothing_without_one() -> None:
    found = lives.of_measures(tables().measures, dossier(), None)
    html = responses.strategy(found, dossier(), LINKS, None)
    strategy = dossier().front.strategy
    assert strategy
    assert read(html).measures == list(tables().measures.index)
    assert read(html).opened == [strategy.finding, strategy.review, *strategy.tracks.values()]
    assert all(aim.title in read(html).text for aim in strategy.aims)
    found = lives.of_measures(harbour().measures, harbour().dossier, None)
    assert responses.strategy(found, harbour().dossier, LINKS, None) == ""


def test_as_of_no_day_does_the_strategy_tell_of_a_later_one() -> None:
    strategy, document = dossier().front.strategy, dossier().front.key_document
    assert strategy
    assert document
    for day in _days_of(tables()):
        found = lives.of_measures(tables().measures, dossier(), day)
        html = responses.strategy(found, dossier(), LINKS, day)
        page = read(html)
        assert all(dossier().event[name].public.earliest <= day for name in page.opened)
        assert page.measures == ([one.measure.id for one in found] if html else [])
        is_over = dossier().event[strategy.review].public.earliest <= day
        assert any(aim.title in page.text for aim in strategy.aims) is is_over
        assert any(plain(passage.summary) in page.text for passage in document.passages) is is_over
        assert ("Not public by then" in page.text) is (bool(html) and not is_over)


def test_a_life_of_which_only_stages_after_the_cutoff_were_public_has_a_row_too() -> None:
    events = [builders.event(id="secret", date="2017-06-01", known="2019-05-01"), builders.event(id="open", date="2018-03-01")]
    stages = [{"stage": "considered", "event": "secret"}, {"stage": "announced", "event": "open"}]
    record = build(builders.dossier(events, measures=(builders.measure(stages=stages),)))
    text = read(_row(record, record.dossier.measures[0], date(2018, 6, 1))).text
    assert "After the cutoff: announced, 1 March 2018" in text
    assert "onsidered, " not in text
