"""The offices of people: which one was held when something happened, and which a source shows by a day."""

from datetime import date

from dashboard.model.dates import EventDate
from dashboard.model.people import Office, Person


def held(person: Person, on: EventDate) -> Office | None:
    """Find the office that a source shows held on a date, or None where no source shows one."""
    return next((office for office in reversed(person.offices) if _shown(office, on)), None)


def shown_by(person: Person, as_of: date | None) -> tuple[Office, ...]:
    """Give the offices that a source shows held by a day."""
    return tuple(
        office for office in person.offices if any(one and one.by(as_of) for one in (office.from_, office.to, office.attested))
    )


def _shown(office: Office, on: EventDate) -> bool:
    if office.attested and office.attested.earliest <= on.last_known and on.earliest <= office.attested.last_known:
        return True
    if not (office.from_ and office.to):
        return False
    return office.from_.earliest <= on.earliest and on.last_known <= office.to.last_known
