"""Small frozen records for tests: a test says what it is about, and everything else has a default.

No file is read. ``event(date="2014-07", tracks=("a",))`` is a whole event, ``dossier([event(...)])`` a whole dossier with a
spine, the tracks ``a`` and ``b``, and the parties ``left``, ``left-office`` (part of ``left``), ``right`` and ``other``.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from string import ascii_lowercase
from typing import Any

from pydantic import TypeAdapter

from dashboard.model.briefs import Brief
from dashboard.model.dossier import Dossier, FrontMatter
from dashboard.model.events import Event
from dashboard.model.glossary import Term
from dashboard.model.measures import Measure
from dashboard.model.people import Person
from dashboard.model.positions import ContestedQuestion
from dashboard.model.questions import StudyQuestion
from dashboard.model.sources import Source

CITED = [{"id": "paper", "locator": "p. 1"}]
FIRST_DAY, LAST_DAY = date(2001, 1, 1), date(2008, 12, 31)  # of the events of many_events

_CREDIT = {
    "documented": {},
    "asserted": {"asserted_by": ["left"]},
    "disputed": {"asserted_by": ["left"], "disputed_by": ["right"]},
}
_COLORS = {"color": "#333333", "dark_color": "#dddddd"}


def event(**given: object) -> Event:
    """Build an event; its id begins with its date, its label and title are its id, and its credit fits its standing."""
    day = str(given.get("date", "2014-07-29"))
    name = str(given.get("id", f"{day.partition('/')[0].strip('~?%')}-event"))
    defaults: dict[str, object] = {
        "id": name,
        "number": 1,
        "date": day,
        "label": name[:34],
        "title": name[:80],
        "summary": f"What happened in {name}.",
        "tracks": [],
        "kind": "statement",
        "layer": "core",
        "importance": "major",
        "parties": ["left"],
        "standing": "documented",
        "sources": CITED,
    }
    credit = _CREDIT[str(given.get("standing", "documented"))]
    return Event.model_validate(defaults | credit | given)


def later(known: str, text: str) -> dict[str, object]:
    """Build what became public only on a day after the event."""
    return {"known": known, "text": text, "sources": CITED}


def track(name: str, **given: object) -> dict[str, object]:
    """Build a track of the front matter."""
    told = {"title": name.capitalize(), "description": f"About {name}.", "question": f"Why {name}?", "aim": f"For {name}."}
    return {"id": name, "symbol": "square"} | _COLORS | told | given


def front(**given: object) -> FrontMatter:
    """Build a front matter with the window 2014-07/2017-12 and two tracks."""
    glyphs = {"documented": "filled", "asserted": "half", "disputed": "hollow"}
    places = {"left": "left", "right": "right", "other": "between"}
    defaults: dict[str, object] = {
        "title": "A dispute",
        "subtitle": "For tests",
        "edition": "1",
        "edited": "2020-01-01",
        "window": "2014-07/2017-12",
        "cutoff": "2017-12-31",
        "about": "What it is about.",
        "method": "How it was made.",
        "spine": {"id": "spine", "title": "Spine", "description": "On no track.", "symbol": "diamond"} | _COLORS,
        "tracks": [track("a"), track("b")],
        "standings": [{"id": word, "title": word, "meaning": word, "glyph": glyph} for word, glyph in glyphs.items()],
        "sides": [{"id": side, "title": side.capitalize(), "place": place} for side, place in places.items()],
        "changes": [{"edition": "1", "date": "2020-01-01", "text": "First edition."}],
        "parties": [
            *({"id": side, "name": f"The {side} party", "short": side.capitalize(), "side": side} for side in places),
            {"id": "left-office", "name": "The left party's office", "short": "Left office", "side": "left", "part_of": "left"},
        ],
    }
    return FrontMatter.model_validate(defaults | given)


def source(**given: object) -> Source:
    """Build a source; without more it is the one that every default record cites."""
    defaults = {
        "id": "paper",
        "type": "report",
        "title": "A paper",
        "rank": "primary",
        "language": "en",
        "note": "Read on paper.",
    }
    return Source.model_validate(defaults | given)


def term(**given: object) -> Term:
    """Build a term of the glossary."""
    return Term.model_validate({"id": "term", "term": "Term", "definition": "A word.", "sources": CITED} | given)


def person(**given: object) -> Person:
    """Build a person with one office."""
    office = {"office": "Speaker", "party": "left", "attested": "2014-07-29"}
    return Person.model_validate({"id": "person", "name": "A Person", "offices": [office], "sources": CITED} | given)


def measure(**given: object) -> Measure:
    """Build a measure of track ``a`` with no stop condition; it needs the ``stages`` that a test is about."""
    stop = {"text": "None was found.", "standing": "none-stated", "sources": CITED}
    defaults = {"id": "measure", "track": "a", "order": 1, "label": "Measure", "title": "A measure", "by": "left"}
    return Measure.model_validate(defaults | {"what": "It does something.", "stop_condition": stop, "sources": CITED} | given)


def entry(**given: object) -> dict[str, object]:
    """Build an entry of a contested question."""
    defaults = {"id": "entry", "date": "2014-07-29", "by": "left", "kind": "claim", "says": "It is so.", "sources": CITED}
    return defaults | given


def contested_question(**given: object) -> ContestedQuestion:
    """Build a contested question with a claim of the left party and a reply of the right."""
    reply = entry(id="reply", date="2014-07-30", by="right", kind="reply", replies_to="entry")
    defaults = {"id": "question", "question": "Is it so?", "summary": "Two views.", "entries": [entry(), reply]}
    return ContestedQuestion.model_validate(defaults | given)


def scene(**given: object) -> dict[str, object]:
    """Build a scene of a brief that shows the whole timeline."""
    return {
        "id": "scene",
        "title": "Scene",
        "message": "Look.",
        "notes": "Say.",
        "view": {},
        "page": "timeline",
        "seconds": 60,
    } | given


def brief(**given: object) -> Brief:
    """Build a brief of one minute and one scene."""
    defaults = {"id": "brief", "title": "Brief", "audience": "Anyone", "minutes": 1, "scenes": [scene()]}
    return Brief.model_validate(defaults | given)


def study_question(**given: object) -> StudyQuestion:
    """Build a study question; without more, a choice whose right answer is the first."""
    defaults = {
        "id": "study",
        "kind": "choice",
        "level": 1,
        "prompt": "Which?",
        "options": ["one", "two", "three", "four"],
        "answer": "one",
        "explanation": "It is the first.",
        "events": ["2014-07-29-event"],
        "sources": CITED,
    }
    question: StudyQuestion = TypeAdapter[Any](StudyQuestion).validate_python(defaults | given)
    return question


def dossier(events: Sequence[Event] = (), **given: Any) -> Dossier:
    """Build a dossier of these events; where two share a number, they are numbered in the order given."""
    kept = tuple(events) or (event(),)
    if len({one.number for one in kept}) < len(kept):
        kept = tuple(one.model_copy(update={"number": number}) for number, one in enumerate(kept, start=1))
    records: dict[str, Any] = {"front": front(), "events": kept, "sources": (source(),)}
    return Dossier(**records | given)


def many_events(count: int, seed: int) -> Dossier:
    """Build a dossier of so many pseudo-random events on three tracks; the same count and seed always give the same ones."""
    random = Random(seed)  # noqa: S311 - repeatable on purpose, and no secret
    events = [_any_event(random, number) for number in range(1, count + 1)]
    tracks = [track(name) for name in "abc"]
    return dossier(events, front=front(tracks=tracks, window=f"{FIRST_DAY}/{LAST_DAY}", cutoff=str(LAST_DAY)))


def _any_event(random: Random, number: int) -> Event:
    day = FIRST_DAY + timedelta(days=random.randrange((LAST_DAY - FIRST_DAY).days + 1))
    words = "".join(random.choices(f"{ascii_lowercase}    ", k=random.randrange(30)))
    written = _any_date(random, day)
    return event(
        id=f"{written.partition('/')[0].strip('~?')}-{number}",
        number=number,
        date=written,
        label=f"{number:05}{words}".strip(),
        title=f"Event {number}",
        tracks=random.sample("abc", random.randrange(4)),
        importance=random.choice(("key", "major", "detail", "detail")),
        standing=random.choice(("documented", "documented", "asserted", "disputed")),
    )


def _any_date(random: Random, day: date) -> str:
    month_end = day.replace(day=monthrange(day.year, day.month)[1])
    forms = (f"{day:%Y-%m}", f"{day:%Y-%m}~", f"{day:%Y}?", f"{day}/{month_end}", f"{day:%Y-%m}/{day.year}-12", f"{day:%Y-%m}/..")
    return random.choice((*forms, *[str(day)] * 14))
