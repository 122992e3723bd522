"""An order for an export: what the address or the terminal asks for, checked before anything is made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dashboard.exports import options
from dashboard.exports.extract import Extract
from dashboard.exports.kinds import KINDS, Kind
from dashboard.exports.names import file_name
from dashboard.exports.options import Options
from dashboard.model.vocabulary import PageName
from dashboard.queries import address
from dashboard.queries.address import Address
from dashboard.queries.query_string import LEFT_OUT, Reading, shortened
from dashboard.queries.tables import Tables
from dashboard.queries.text import counted, listed

MISSING, BAD = 404, 400

Query = Mapping[str, Sequence[str]]


class RefusedError(ValueError):
    """An order that can't be filled, with the reasons in words; ``status`` is HTTP's."""

    def __init__(self, status: int, *reasons: str) -> None:
        """Refuse an order for some reasons."""
        super().__init__(" ".join(reasons))
        self.status = status
        self.reasons = reasons


@dataclass(frozen=True)
class Counter:
    """Where orders come in: the record with its folder, the address of the site ("" where it is not known), and the day."""

    tables: Tables
    folder: Path
    site: str
    today: date


@dataclass(frozen=True)
class Order:
    """What is to be made: a kind of file, from what, and how."""

    kind: Kind
    extract: Extract
    options: Options

    @property
    def file_name(self) -> str:
        """What the file is called where it is saved."""
        alone, brief = self.extract.alone, self.options.brief
        about = address.number_of(alone, self.extract.tables) if alone else brief or ""
        return file_name(self.extract, self.kind.ending, about)

    def fill(self) -> bytes:
        """Make the file."""
        from dashboard.exports.makers import MAKERS  # noqa: PLC0415 - what stands behind it is loaded when it is needed

        return MAKERS[self.kind.file](self.extract, self.options)


def take(file: str, query: Query, counter: Counter) -> Order:
    """Take an order for a file such as "timeline.csv" or "E41.ris", with the parameters of a place and options of the kind.

    Raises RefusedError with everything that is wrong with it.
    """
    kind, number = _kind(file)
    unknown = [name for name in query if name not in (*address.NAMES, *kind.options)]
    if unknown:
        known = listed((*address.NAMES, *kind.options))
        raise RefusedError(BAD, f"“{shortened(unknown[0])}” is no parameter of this export. It takes {known}.")
    place, notices = address.read(query, counter.tables)
    reading = Reading(query)
    chosen = options.read(reading, counter.tables)
    if notices or reading.notices:
        raise RefusedError(BAD, *(notice.replace(LEFT_OUT, ".") for notice in (*notices, *reading.notices)))
    if chosen.brief and place.selection.as_of:
        raise RefusedError(BAD, "A brief tells of later days too, so there is none as of a day. Take one of the two out.")
    extract = Extract(counter.tables, place, counter.today, counter.site, counter.folder)
    if number:
        extract = replace(extract, alone=_alone(number, place, counter.tables))
    order = Order(kind, extract, chosen)
    _check_size(order)
    return order


def _kind(file: str) -> tuple[Kind, str]:
    stem, _, ending = file.partition(".")
    for kind in KINDS.values():
        if kind.file == file:
            return kind, ""
        if kind.alone and kind.ending == ending and stem.startswith("E"):
            return kind, stem
    files = listed(kind.file for kind in KINDS.values())
    raise RefusedError(MISSING, f"There is no export “{shortened(file)}”. Choose from {files}.")


def _alone(number: str, place: Address, tables: Tables) -> str:
    found = next((event for event in tables.dossier.events if f"E{event.number}" == number), None)
    if found is None:
        raise RefusedError(MISSING, f"There is no event {shortened(number)} in this record.")
    if not found.public.by(place.selection.as_of):
        raise RefusedError(MISSING, f"{number} was not public on that day.")
    return found.id


def _holds_something(order: Order) -> bool:
    """Tell whether there is anything to make the file of: the rows that the page shows, or a brief."""
    page, extract = order.options.page, order.extract
    if order.options.brief or page == "brief":
        return True
    if page == PageName.RESPONSES:
        return len(extract.measures) > 0
    return len(extract.entries if page == PageName.POSITIONS else extract.events) > 0


def _check_size(order: Order) -> None:
    events, most = len(order.extract.events), order.kind.most
    if not _holds_something(order):
        raise RefusedError(MISSING, f"{order.extract.sentence} There is nothing to export; take a filter off.")
    if events > most:
        raise RefusedError(
            BAD,
            f"{order.kind.title} holds at most {counted(most, 'event')}, and {events:,} are selected. Narrow the selection.",
        )
