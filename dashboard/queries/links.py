"""What an event answers and what answered it, with the days between."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dashboard.model.dates import EventDate
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.vocabulary import Grounds
from dashboard.queries.connections import Answer
from dashboard.queries.text import counted


@dataclass(frozen=True)
class Link:
    """One end of a response link: the other event, why the two are linked, and the time between in words."""

    event: Event
    grounds: Grounds
    between: str


def answers(event: Event, dossier: Dossier, as_of: date | None = None) -> tuple[Link, ...]:
    """List what an event responds to, as far as it was public on the day."""
    found = [(dossier.event[response.event], response.grounds) for response in event.responds_to]
    return tuple(Link(other, grounds, between(other.date, event.date)) for other, grounds in found if other.public.by(as_of))


def answered_by(event: Event, dossier: Dossier, as_of: date | None = None) -> tuple[Link, ...]:
    """List what responds to an event, in the record's order, as far as it was public on the day."""
    return tuple(
        Link(other, response.grounds, between(event.date, other.date))
        for other in dossier.answered_by.get(event.id, ())
        for response in other.responds_to
        if response.event == event.id and other.public.by(as_of)
    )


def to_draw(event: Event, dossier: Dossier, as_of: date | None = None) -> tuple[Answer, ...]:
    """List the links of an event both ways, for the timeline."""
    back = [Answer(link.event.id, event.id, link.grounds, _days(link)) for link in answers(event, dossier, as_of)]
    on = [Answer(event.id, link.event.id, link.grounds, _days(link)) for link in answered_by(event, dossier, as_of)]
    return (*back, *on)


def _days(link: Link) -> str:
    return link.between.removesuffix(" later")


def between(earlier: EventDate, later: EventDate) -> str:
    """Say how many days lie between two dates, or nothing where one is too vague to count them."""
    if not (earlier.exact and later.exact):
        return ""
    days = (later.earliest - earlier.earliest).days
    return "the same day" if days == 0 else f"{counted(days, 'day')} later"


@dataclass(frozen=True)
class ChainEvent:
    """An event of a chain with what it answers there."""

    event: Event
    answers: tuple[Link, ...]


def chain(event: Event, dossier: Dossier, as_of: date | None = None) -> tuple[ChainEvent, ...]:
    """Follow the response links from an event both ways, in order of time; only links that the record has.

    It holds what the event answers and what that answers, and what answered it and what answered that; not what else answered
    one of those. An event that stands in no link is its own chain.
    """
    back = _reached(event, lambda one: answers(one, dossier, as_of))
    on = _reached(event, lambda one: answered_by(one, dossier, as_of))
    found = {one.id: one for one in (*back, event, *on)}
    ordered = sorted(found.values(), key=lambda one: (one.date.earliest, one.number))
    return tuple(
        ChainEvent(one, tuple(link for link in answers(one, dossier, as_of) if link.event.id in found)) for one in ordered
    )


def _reached(event: Event, following: Callable[[Event], tuple[Link, ...]]) -> tuple[Event, ...]:
    found: dict[str, Event] = {}
    waiting = [event]
    while waiting:
        for link in following(waiting.pop()):
            if link.event.id not in found:
                found[link.event.id] = link.event
                waiting.append(link.event)
    return tuple(found.values())
