"""The sources, numbered, each with the places that the events cite."""

from collections.abc import Iterable, Iterator, Mapping

from dashboard.exports.deck.links_out import opening
from dashboard.exports.deck.passages import SMALL, Passage, Run
from dashboard.exports.deck.slides import Deck
from dashboard.exports.deck.wording import plain
from dashboard.exports.extract import Extract
from dashboard.model.dossier import Dossier
from dashboard.queries.citations import reference

TITLE = "Sources"
Cited = Mapping[str, tuple[tuple[str, str | None], ...]]  # by source: what rests on it, and where it says so


def of_extract(extract: Extract) -> Cited:
    """List what the events rest on."""
    return {
        name: tuple((f"E{event.number}", citation.locator) for event, citation in found)
        for name, found in extract.sources.items()
    }


def references(deck: Deck, cited: Cited, dossier: Dossier) -> None:
    """Add the sources at the end, in as many slides as they take."""
    if cited:
        deck.flow(TITLE, list(_passages(cited, dossier)), ["The sources of this deck, with the events that rest on each."])


def _passages(cited: Cited, dossier: Dossier) -> Iterator[Passage]:
    for number, (name, places) in enumerate(cited.items(), start=1):
        source = dossier.source[name]
        rank = f" {source.rank.label} source{f', in {source.language}' if source.language != 'en' else ''}. "
        runs = (
            Run(plain(f"{number}. {reference(source)}{rank}")),
            Run(f" For {plain(_places(places))}"),
            *opening(source),
        )
        yield Passage(runs, SMALL, 5)


def _places(places: Iterable[tuple[str, str | None]]) -> str:
    return "; ".join(dict.fromkeys(f"{name}: {locator}" if locator else name for name, locator in places)) + "."
