"""What the address of a page holds, and the one codec to and from its query string.

The names of the parameters are part of the product: links to them are printed, mailed and cited.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self

from dashboard.model.dates import in_words
from dashboard.model.vocabulary import Importance, Layer, Rank, Standing
from dashboard.queries.query_string import LEFT_OUT, Reading
from dashboard.queries.selection import Filter, Selection
from dashboard.queries.study.sets import sets as study_sets
from dashboard.queries.tables import Tables
from dashboard.queries.windows import Window

LONGEST_TEXT = 200  # characters of a search; more is no search but an attack or an accident
MOST_NOTICES = 3  # that are told one by one

SETS: Mapping[str, Filter] = {
    "tracks": Filter.TRACKS,
    "party": Filter.PARTIES,
    "standing": Filter.STANDINGS,
    "importance": Filter.IMPORTANCES,
    "layer": Filter.LAYERS,
}


# What one page alone has a use for; on the way to another it is left behind.
OWN: Mapping[str, str] = {
    "panel": "responses",
    "measure": "responses",
    "question": "positions",
    "set": "study",
    "seed": "study",
    "rank": "sources",
    "language": "sources",
    "rests": "sources",
    "only": "sources",
    "find": "sources",
}

# All parameters that name a place.
NAMES = (*SETS, "q", "from", "to", "as_of", "event", "view", "type", "not_public", *OWN)

LARGE = "large"  # the one word of the parameter for the size of type
FIRST_SEED, LAST_SEED = 1, 9999  # numbers by which the questions of a set are put in an order
SHOWN = "shown"  # the one word of the parameter for what was not yet public


class Rests(StrEnum):
    """Which sources are listed, by what rests on them."""

    SELECTED = "selected"  # what the selected events rest on
    RECORD = "record"  # what anything in the record rests on


class Thin(StrEnum):
    """Sources that an event depends on, by why it does."""

    ONE_SOURCE = "one-source"
    PRESS_ONLY = "press-only"


class View(StrEnum):
    """The forms in which the events are shown."""

    CHART = "chart"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True)
class Address:
    """A place in the dashboard: what is selected, which event is open, in which form.

    A view of None is the form that fits the screen. ``large`` sets larger type, for rooms. ``ghosts`` shows, besides what was
    public on the as-of day, what had happened but was not. ``panel`` is the track shown alone, ``measure`` the one that stands
    open, ``question`` the contested one shown alone. ``set`` is the set of study questions that is asked, ``seed`` the number of
    its order where that is not the first. ``rank``, ``language``, ``rests``, ``only`` and the words to ``find`` narrow the list
    of sources; where ``rests`` is None these are all, or once something is selected those that the selected events rest on.
    """

    selection: Selection
    event: str | None = None
    view: View | None = None
    large: bool = False
    ghosts: bool = False
    panel: str | None = None
    measure: str | None = None
    question: str | None = None
    set: str | None = None
    seed: int | None = None
    rank: str | None = None
    language: str | None = None
    rests: str | None = None
    only: str | None = None
    find: str | None = None

    def on(self, page: str) -> Self:
        """Give the same place on a page, without what only another has a use for."""
        left_behind: dict[str, Any] = dict.fromkeys(name for name, of in OWN.items() if of != page)
        return replace(self, **left_behind)


def read(query: Mapping[str, Sequence[str]], tables: Tables) -> tuple[Address, tuple[str, ...]]:
    """Read a query string: the place it names, and a notice for each value that had to be dropped.

    An event may be named by its id or its number (E41). Unknown parameters are another's business and are passed over.
    """
    reading = Reading(query)
    choices = words(tables)
    sets = {SETS[name]: reading.words(name, choices[SETS[name]]) for name in SETS}
    selection = Selection(
        text=_text(reading, "q"),
        window=_window(reading, tables),
        as_of=reading.day("as_of"),
        **{str(kind): chosen for kind, chosen in sets.items()},
    )
    event = reading.word("event", tables.named)
    view = reading.word("view", list(View))
    place = Address(
        selection,
        tables.named.get(event or ""),
        View(view) if view else None,
        large=reading.word("type", [LARGE]) is not None,
        ghosts=reading.word("not_public", [SHOWN]) is not None and selection.as_of is not None,
        panel=reading.word("panel", [track.id for track in tables.dossier.front.tracks]),
        measure=reading.word("measure", tables.measures.index),
        question=reading.word("question", [question.id for question in tables.dossier.positions]),
        set=reading.word("set", [one.id for one in study_sets(tables)] if query.get("set") else ()),
        seed=_seed(reading),
        rank=reading.word("rank", list(Rank)),
        language=reading.word("language", {source.language for source in tables.dossier.sources}),
        rests=reading.word("rests", list(Rests)),
        only=reading.word("only", list(Thin)),
        find=_text(reading, "find") or None,
    )
    return place, _few(reading.notices)


def write(address: Address, tables: Tables) -> dict[str, list[str]]:
    """Write a place as the parameters of a query string; what is as it is at first is left out."""
    selection = address.selection
    choices = words(tables)
    found = {name: [word for word in choices[kind] if word in getattr(selection, kind)] for name, kind in SETS.items()}
    window = selection.window or tables.whole
    found["q"] = [selection.text] if selection.text else []
    found["from"] = [window.start.isoformat()] if window.start != tables.window.start else []
    found["to"] = [window.end.isoformat()] if window.end != tables.window.end else []
    found["as_of"] = [selection.as_of.isoformat()] if selection.as_of else []
    found["event"] = [number_of(address.event, tables)] if address.event else []
    found["view"] = [address.view] if address.view else []
    found["type"] = [LARGE] if address.large else []
    found |= {name: [str(value)] for name in OWN if (value := getattr(address, name))}
    found["not_public"] = [SHOWN] if address.ghosts and selection.as_of else []
    return {name: values for name, values in found.items() if values}


def settled(place: Address, tables: Tables) -> Address:
    """Show all tracks where the one alone is not that of the measure that is open."""
    tracks = {measure.id: measure.track for measure in tables.dossier.measures}
    is_apart = place.measure and place.panel not in (None, tracks[place.measure])
    return replace(place, panel=None) if is_apart else place


def number_of(event: str, tables: Tables) -> str:
    """Give the number of an event as readers see it: "E41"."""
    return f"E{tables.dossier.event[event].number}"


def words(tables: Tables) -> Mapping[Filter, tuple[str, ...]]:
    """List what may be chosen, in the record's order."""
    return {
        Filter.TRACKS: tuple(tables.dossier.lane),
        Filter.PARTIES: tuple(tables.dossier.party),
        Filter.STANDINGS: tuple(tables.dossier.standing) or tuple(Standing),
        Filter.IMPORTANCES: tuple(Importance),
        Filter.LAYERS: tuple(Layer),
    }


def start(tables: Tables) -> Address:
    """Give the place that a bare address names: the dossier's own window, and nothing chosen."""
    return Address(Selection(window=tables.window))


def _few(notices: list[str]) -> tuple[str, ...]:
    more = len(notices) - MOST_NOTICES
    rest = [f"And {more} more things in the address were left out."] if more > 0 else []
    return (*notices[:MOST_NOTICES], *rest)


def _text(reading: Reading, name: str) -> str:
    text = " ".join("".join(letter for letter in reading.one(name) if letter.isprintable() or letter.isspace()).split())
    if len(text) > LONGEST_TEXT:
        reading.notices.append(f"The search in the address has {len(text)} characters; only the first {LONGEST_TEXT} were used.")
    return text[:LONGEST_TEXT].strip()


def _seed(reading: Reading) -> int | None:
    seed = reading.number("seed", FIRST_SEED, LAST_SEED)
    return None if seed == FIRST_SEED else seed


def _window(reading: Reading, tables: Tables) -> Window:
    first, last = reading.day("from") or tables.window.start, reading.day("to") or tables.window.end
    if first > last:
        reading.notices.append(
            f"The address asks for {in_words(first)} to {in_words(last)}, which ends before it begins{LEFT_OUT}"
        )
        return tables.window
    if not (tables.whole.start <= last and first <= tables.whole.end):
        reading.notices.append(f"The record goes from {in_words(tables.whole.start)} to {in_words(tables.whole.end)}.")
    return Window(first, last)
