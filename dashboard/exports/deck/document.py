"""The deck of an extract, or of a brief."""

from dashboard.exports.deck import scenes, template
from dashboard.exports.deck.events import key_events
from dashboard.exports.deck.legend import legend
from dashboard.exports.deck.opening import opening
from dashboard.exports.deck.overview import timeline
from dashboard.exports.deck.packaging import packed
from dashboard.exports.deck.ratio import Ratio
from dashboard.exports.deck.references import of_extract, references
from dashboard.exports.deck.slides import Deck
from dashboard.exports.deck.strategy import strategy
from dashboard.exports.deck.tracks import tracks
from dashboard.exports.deck.wording import plain
from dashboard.exports.extract import Extract


def deck(extract: Extract, *, ratio: Ratio = Ratio.WIDE, brief: str | None = None) -> bytes:
    """Make a deck of what is selected, or of exactly the scenes of a brief with their sources.

    Raises ValueError where the record has no such brief, or where a day is asked of one: its scenes have their own.
    """
    front = extract.dossier.front
    begun = Deck(template.empty(ratio, front.lanes), ratio, plain(extract.edition))
    if brief is not None:
        told = scenes.named(brief, extract)
        references(begun, scenes.add(begun, told, extract.tables), extract.dossier)
        return _packed(begun, extract, told.title)
    opening(begun, extract)
    strategy(begun, extract)
    timeline(begun, extract)
    tracks(begun, extract)
    key_events(begun, extract)
    legend(begun, extract)
    references(begun, of_extract(extract), extract.dossier)
    return _packed(begun, extract, front.title)


def _packed(begun: Deck, extract: Extract, title: str) -> bytes:
    begun.finish()
    return packed(begun.presentation, extract, plain(title))
