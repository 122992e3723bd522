"""The offices of people on a stretch of time: when a source shows each held."""

from dataclasses import dataclass
from datetime import date

from dashboard.model.dates import EventDate
from dashboard.model.dossier import Side
from dashboard.model.events import Event
from dashboard.model.people import Office, Person
from dashboard.queries import offices
from dashboard.queries.lives import percent
from dashboard.queries.tables import Tables
from dashboard.queries.windows import Window


@dataclass(frozen=True)
class Span:
    """A stretch in percent of the time that is drawn; ``attested`` where sources show the office on days, not from its first."""

    start: float
    end: float
    attested: bool


@dataclass(frozen=True)
class Held:
    """An office as it is drawn."""

    office: Office
    spans: tuple[Span, ...]
    when: str


@dataclass(frozen=True)
class Career:
    """A person with the offices that a source shows by the day, and the events at which they act or are named."""

    person: Person
    held: tuple[Held, ...]
    events: tuple[Event, ...]


def time(tables: Tables) -> Window:
    """Give the time that is drawn: the dossier's own window, widened to whole years."""
    return Window(date(tables.window.start.year, 1, 1), date(tables.window.end.year, 12, 31))


def by_side(tables: Tables, as_of: date | None) -> tuple[tuple[Side, tuple[Career, ...]], ...]:
    """Give the careers by the side of the first office shown, in the record's order."""
    dossier, drawn = tables.dossier, time(tables)
    named: dict[str, list[Event]] = {}
    for event in dossier.events:
        if event.public.by(as_of):
            for name in event.people:
                named.setdefault(name, []).append(event)
    found: dict[str, list[Career]] = {}
    for person in dossier.people:
        shown = offices.shown_by(person, as_of)
        if shown:
            side = dossier.party[shown[0].party].side
            held = tuple(_held(office, drawn, as_of) for office in shown)
            found.setdefault(side, []).append(Career(person, held, tuple(named.get(person.id, ()))))
    return tuple((side, tuple(found[side.id])) for side in dossier.front.sides if side.id in found)


def _held(office: Office, drawn: Window, as_of: date | None) -> Held:
    spans = tuple(span for date_, attested in _dates(office) if (span := _span(date_, drawn, as_of, attested=attested)))
    return Held(office, spans, _when(office, as_of))


def _dates(office: Office) -> list[tuple[tuple[date, date], bool]]:
    found: list[tuple[tuple[date, date], bool]] = []
    if office.from_ and office.to:
        found.append(((office.from_.earliest, office.to.last_known), False))
    else:
        found += [((end.earliest, end.last_known), True) for end in (office.from_, office.to) if end]
    if office.attested:
        found.append(((office.attested.earliest, office.attested.last_known), True))
    return found


def _span(days: tuple[date, date], drawn: Window, as_of: date | None, *, attested: bool) -> Span | None:
    until = min(as_of, drawn.end) if as_of else drawn.end
    first, last = max(days[0], drawn.start), min(days[1], until)
    return Span(percent(first, drawn), percent(last, drawn, end=True), attested) if first <= last else None


def _when(office: Office, as_of: date | None) -> str:
    told = [f"from {office.from_}"] if office.from_ else []
    told += [f"to {office.to}"] if office.to and office.to.by(as_of) else []
    if office.attested:
        told.append(f"shown {_until(office.attested, as_of)}")
    return ", ".join(told)


def _until(attested: EventDate, as_of: date | None) -> str:
    """Tell the days on which an office is shown, as of a day without those after it."""
    if as_of is None or attested.last_known <= as_of or not attested.throughout:
        return str(attested)
    return str(EventDate.parse(f"{attested.written.partition('/')[0]}/{as_of.isoformat()}"))
