"""Made questions on what came when: put in order, before or after."""

from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.queries.study import giveaways, told
from dashboard.queries.study.certain import are_apart, are_linked, is_certain
from dashboard.queries.study.making import Making
from dashboard.queries.study.posed import Kind, Option, Posed
from dashboard.queries.study.shuffled import shuffled

IN_ORDER, IN_PAIR = 5, 2  # events of a question
BEFORE, AFTER = Option("before", "Before"), Option("after", "After")


def order(making: Making) -> Posed | None:
    """Ask for the order of five events; None where no five allow it."""
    events = _group(making, IN_ORDER)
    if not events:
        return None
    options = tuple(Option(event.id, event.title) for event in shuffled(events, making.random, but=events))
    answer = tuple(event.id for event in events)
    return making.question(
        Kind.ORDER, 1, "Put these in order of time.", options, answer, told.happened(events, making.dossier), events
    )


def before(making: Making) -> Posed | None:
    """Ask whether one event came before or after another; None where no two allow it."""
    events = _group(making, IN_PAIR)
    if not events:
        return None
    asked, other = shuffled(events, making.random)
    prompt = f"Did “{asked.title}” come before or after “{other.title}”?"
    answer = BEFORE if asked is events[0] else AFTER
    explanation = told.happened(events, making.dossier)
    return making.question(Kind.BEFORE, 1, prompt, (BEFORE, AFTER), (answer.id,), explanation, (asked, other))


def _group(making: Making, size: int) -> tuple[Event, ...]:
    """Find so many events with a certain order of time, which nothing but their dates tells, and put them in it."""
    able = [event for event in making.events if is_certain(event.date) and not giveaways.of_time(event.title)]
    group: list[Event] = []
    for event in shuffled(able, making.random):
        if len(group) < size and all(_compare(event, other, making.dossier) for other in group):
            group.append(event)
    return tuple(sorted(group, key=lambda event: event.date.earliest)) if len(group) == size else ()


def _compare(one: Event, other: Event, dossier: Dossier) -> bool:
    return one.title != other.title and are_apart(one.date, other.date) and not are_linked(one, other, dossier)
