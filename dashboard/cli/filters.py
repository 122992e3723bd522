"""The parameters of a page's address as options of a command."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Iterable, Mapping

from dashboard.queries import address

_NARROWING: Mapping[str, str] = {
    "tracks": "only events on this track, by its id; the spine's id is allowed too",
    "party": "only acts of this party, by its id, or of a part of it",
    "standing": "documented, asserted or disputed",
    "importance": "key, major or detail",
    "layer": "background, core, context or aftermath",
    "q": "only what mentions these words",
    "from": "the first day, as 2017-01-01; at first the window of the dossier",
    "to": "the last day",
    "as_of": "only what was public on this day",
}
_OTHERS: Mapping[str, str] = {
    "event": "the event that is open, as E41",
    "view": "chart, list or table",
    "type": "large for a room",
    "not_public": "shown, with an as-of day: also what was not yet public, in outline",
    "panel": "the track that is shown alone",
    "measure": "the measure that is open",
    "question": "the contested question that is shown alone",
    "set": "the set of study questions that is asked",
    "seed": "the number of the order in which they are asked, 1 to 9999",
    "rank": "of the list of sources: primary, reference or press",
    "language": "of the list of sources: those in this language, by its two letters",
    "rests": "of the list of sources: selected or record, by what rests on them",
    "only": "of the list of sources: one-source or press-only, those on which an event depends",
    "find": "of the list of sources: those that have these words",
    "ratio": "of slides: 16:9 or 4:3",
    "brief": "of slides: a brief, by its id, in place of what is selected",
    "paper": "of a handout: a4 or letter",
    "page": "of a handout: one page of the site, in place of all",
    "theme": "of a picture: light or dark",
    "width": "of a picture: its width in pixels",
}


def add_to(parser: ArgumentParser, *more: str, only_narrowing: bool = False) -> None:
    """Let a command be given the parameters of an address, and some more; its help may tell only of those that narrow."""
    group = parser.add_argument_group("filters", "The parameters of a page's address. Give one several times to choose several.")
    for name in _names(more):
        option = f"--{name.replace('_', '-')}"
        about = _NARROWING.get(name, SUPPRESS if only_narrowing else _OTHERS.get(name))
        group.add_argument(option, dest=_kept(name), action="append", metavar="WORD", help=about)


def given(chosen: Namespace, *more: str) -> Mapping[str, list[str]]:
    """Give the parameters that a command was given, as a query string has them."""
    found = {name: getattr(chosen, _kept(name)) for name in _names(more)}
    return {name: values for name, values in found.items() if values}


def _names(more: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys((*address.NAMES, *more))


def _kept(name: str) -> str:
    return f"filter-{name}"
