"""Rules of measures: their order, the stages of their lives, and what would end them."""

from collections.abc import Iterator
from itertools import pairwise

from dashboard.loading.problems import Breach
from dashboard.model.dates import EventDate
from dashboard.model.dossier import Dossier
from dashboard.model.measures import LifeStage
from dashboard.model.vocabulary import Stage, StopStanding
from dashboard.queries.attribution import quoted


def orders_have_no_gap(dossier: Dossier) -> Iterator[Breach]:
    """Find the places on a track that two measures share, and those before which one is free."""
    for track in dossier.front.tracks:
        found = sorted((measure.order, at) for at, measure in enumerate(dossier.measures) if measure.track == track.id)
        for (before, _), (order, at) in pairwise([(0, -1), *found]):
            if order != before + 1:
                what = "is taken already" if order == before else f"comes with no {before + 1} before it"
                message = f"{order} {what} on the track {track.id}; count 1, 2, 3 ... without a gap"
                yield Breach("measures", (at, "order"), message)


def stages_stand_in_order(dossier: Dossier) -> Iterator[Breach]:
    """Find stages that stand below one that comes later in a measure's life, or that stand twice."""
    order = list(Stage)
    for at, measure in enumerate(dossier.measures):
        for index, (above, below) in enumerate(pairwise(measure.stages), start=1):
            if order.index(below.stage) <= order.index(above.stage):
                message = f"{below.stage} stands below {above.stage}; write each stage once, in the order {', '.join(order)}"
                yield Breach("measures", (at, "stages", index, "stage"), message)


def stages_stand_on_the_track(dossier: Dossier) -> Iterator[Breach]:
    """Find stages whose event stands on another track alone."""
    for at, measure in enumerate(dossier.measures):
        for index, stage in enumerate(measure.stages):
            event = dossier.event.get(stage.event)
            if event and event.tracks and measure.track not in event.tracks:
                message = f"E{event.number} is neither on the track {measure.track} nor on the spine; name an event that is"
                yield Breach("measures", (at, "stages", index, "event"), message)


def stages_differ_from_their_event(dossier: Dossier) -> Iterator[Breach]:
    """Find dates of stages that only say the event's again."""
    for at, measure in enumerate(dossier.measures):
        for index, stage in enumerate(measure.stages):
            event = dossier.event.get(stage.event)
            if event and stage.date == event.date:
                message = f"is the date of E{event.number} again; leave it out"
                yield Breach("measures", (at, "stages", index, "date"), message)


def no_stage_is_earlier_than_the_one_before(dossier: Dossier) -> Iterator[Breach]:
    """Find stages that certainly came before the one above them."""
    for at, measure in enumerate(dossier.measures):
        for index, (above, below) in enumerate(pairwise(measure.stages), start=1):
            earlier, day = _day(above, dossier), _day(below, dossier)
            if earlier and day and day.latest and day.latest < earlier.earliest:
                message = f"{below.stage} ({day}) is earlier than {above.stage} ({earlier}); correct the events or the dates"
                yield Breach("measures", (at, "stages", index), message)


def lives_begin_by_the_cutoff(dossier: Dossier) -> Iterator[Breach]:
    """Find measures whose first stage came after what the record follows."""
    for at, measure in enumerate(dossier.measures):
        day = _day(measure.stages[0], dossier)
        if day and day.earliest > dossier.front.cutoff.last_known:
            message = f"the first stage ({day}) is after the cutoff, {dossier.front.cutoff}; give an earlier one"
            yield Breach("measures", (at, "stages", 0), message)


def stated_ends_are_quoted(dossier: Dossier) -> Iterator[Breach]:
    """Find stop conditions that somebody stated and that quote nothing, or do not say where it stands."""
    for at, measure in enumerate(dossier.measures):
        stop = measure.stop_condition
        if stop.standing is StopStanding.NONE_STATED:
            continue
        if not quoted(stop.text):
            yield Breach("measures", (at, "stop_condition", "text"), f"is {stop.standing} and quotes nothing; quote the words")
        if not any(citation.locator for citation in stop.sources):
            message = f"the end is {stop.standing} and no source has a locator; say where the words stand"
            yield Breach("measures", (at, "stop_condition", "sources"), message)


def _day(stage: LifeStage, dossier: Dossier) -> EventDate | None:
    event = dossier.event.get(stage.event)
    return stage.date or (event.date if event else None)
