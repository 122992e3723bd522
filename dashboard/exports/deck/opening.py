"""The first slide: what the deck is of, what is in it, and of which day."""

from dashboard.exports.deck.fitting import fitted
from dashboard.exports.deck.geometry import POINT
from dashboard.exports.deck.passages import Passage, Run, say
from dashboard.exports.deck.slides import Deck, write
from dashboard.exports.deck.template import Layout
from dashboard.exports.deck.wording import paragraphs, plain
from dashboard.exports.extract import Extract


def opening(deck: Deck, extract: Extract) -> None:
    """Add the title slide."""
    front = extract.dossier.front
    # What the record says of itself may tell of later days.
    itself = () if extract.as_of else (*paragraphs(front.about), *paragraphs(front.method))
    notes = [extract.sentence, f"{extract.edition}. Made on {extract.made}.", *itself]
    slide = deck.begin(Layout.OPENING, front.title, notes)
    passages = [
        *([say(plain(extract.subtitle), size=18, before=0)] if extract.subtitle else []),
        say(plain(extract.sentence), before=18),
        say(plain(f"{extract.edition}. Made on {extract.made}.")),
    ]
    if extract.address:
        passages.append(Passage((Run(plain(extract.address), link=plain(extract.address)),), 12))
    write(slide.placeholders[1].text_frame, fitted(passages, (deck.ratio.width - 160) / POINT, 330 / POINT))
