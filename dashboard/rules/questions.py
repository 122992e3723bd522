"""Rules of study questions: what settles them, and how they are spread."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from dashboard.loading.problems import Breach
from dashboard.model.dossier import Dossier
from dashboard.model.questions import Choice, Order, StandingQuestion
from dashboard.queries.text import listed

KINDS = ("choice", "order", "match", "standing")
LEVELS = (1, 2, 3)
PLACES = 4  # of the options of a choice


def orders_are_certain(dossier: Dossier) -> Iterator[Breach]:
    """Find events to be ordered that have no day of their own, and answers that are not in order of their days."""
    for at, question in enumerate(dossier.questions):
        if not isinstance(question, Order):
            continue
        events = [dossier.event.get(name) for name in question.answer]
        for index, event in enumerate(events):
            if event and not event.date.exact:
                message = f"E{event.number} has no single certain day ({event.date}); choose an event that has"
                yield Breach("questions", (at, "answer", index), message)
        for index, (before, after) in enumerate(pairwise(events), start=1):
            if before and after and before.date.exact and after.date.exact and after.date.earliest <= before.date.earliest:
                what = "on the same day as" if after.date.earliest == before.date.earliest else "before"
                message = (
                    f"E{after.number} ({after.date}) was {what} E{before.number} above it; order them from earliest to latest"
                )
                yield Breach("questions", (at, "answer", index), message)


def standings_are_those_of_the_event(dossier: Dossier) -> Iterator[Breach]:
    """Find answers that are not the standing of the first event."""
    for at, question in enumerate(dossier.questions):
        event = dossier.event.get(question.events[0])
        if isinstance(question, StandingQuestion) and event and event.standing is not question.answer:
            message = f"is {question.answer}, and E{event.number}, the first of events, is {event.standing}; let them agree"
            yield Breach("questions", (at, "answer"), message)


def right_answers_are_spread(dossier: Dossier) -> Iterator[Breach]:
    """Warn where a place holds more than half of the right answers, or, of enough questions, none."""
    choices = [(at, question) for at, question in enumerate(dossier.questions) if isinstance(question, Choice)]
    found = Counter(question.options.index(question.answer) + 1 for _, question in choices)
    for place in range(1, PLACES + 1):
        often = found[place] > 1 and found[place] > len(choices) / 2
        never = not found[place] and len(choices) >= 2 * PLACES
        if often or never:
            at = next(
                (at for at, question in reversed(choices) if question.options.index(question.answer) + 1 == place), choices[0][0]
            )
            message = f"{found[place]} of {len(choices)} right answers stand in place {place}; spread them over the four places"
            yield Breach("questions", (at, "answer"), message, warning=True)


def each_kind_has_all_levels(dossier: Dossier) -> Iterator[Breach]:
    """Warn of kinds without a question of some level."""
    found = {(question.kind, question.level) for question in dossier.questions}
    for kind in KINDS:
        missing = [str(level) for level in LEVELS if (kind, level) not in found]
        if missing:
            message = f"no question of the kind {kind} is of level {listed(missing, 'or')}; add one"
            yield Breach("questions", (), message, warning=True)


def each_lane_has_a_question(dossier: Dossier) -> Iterator[Breach]:
    """Warn of lanes on which no event settles a question."""
    settling = {name for question in dossier.questions for name in question.events} & set(dossier.event)
    asked = {lane.id for name in settling for lane in dossier.lanes_of(dossier.event[name])}
    for lane in dossier.front.lanes:
        if lane.id not in asked:
            message = f"no question is settled by an event of the lane {lane.id}; add one"
            yield Breach("questions", (), message, warning=True)
