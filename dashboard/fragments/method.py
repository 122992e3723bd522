"""How the record is made, what its words mean, and what changed in it."""

from datetime import date

from dashboard.fragments.links import Here
from dashboard.fragments.rendering import markdown, render
from dashboard.model.dossier import Dossier
from dashboard.model.record import Record
from dashboard.model.vocabulary import EntryKind, Grounds, Importance, Kind, Layer, Rank, Stage, StopStanding, Word

_WORDS: tuple[tuple[str, type[Word]], ...] = (
    ("Why one event is said to answer another", Grounds),
    ("Kind of an event", Kind),
    ("Layer of an event", Layer),
    ("Importance of an event", Importance),
    ("Stage of a measure", Stage),
    ("What would end a measure", StopStanding),
    ("Kind of a position", EntryKind),
    ("Rank of a source", Rank),
)


def account(dossier: Dossier, here: Here, as_of: date | None) -> str:
    """Write the dossier's own words about itself, the meaning of the closed words, and the editions."""
    front = dossier.front
    standings = ("Standing of an event", [(words.title, words.meaning) for words in front.standings])
    closed = [(title, [(word.label, word.meaning.capitalize()) for word in words]) for title, words in _WORDS]
    return render(
        "method.html",
        front=front,
        dossier=dossier,
        about=markdown(front.about),
        method=markdown(front.method),
        words=[standings, *closed],
        lacks=[words for words, records in _parts(dossier) if not records],
        here=here,
        as_of=as_of,
    )


def _parts(dossier: Dossier) -> tuple[tuple[str, tuple[Record, ...]], ...]:
    """Give what a record may do without, in words."""
    return (
        ("measures", dossier.measures),
        ("contested questions", dossier.positions),
        ("briefs", dossier.briefs),
        ("study questions", dossier.questions),
        ("glossary", dossier.glossary),
        ("people", dossier.people),
    )
