"""Rules of wording that a program can judge only roughly, and that are therefore warnings."""

import re
from collections.abc import Iterator, Mapping

from dashboard.loading.problems import Breach
from dashboard.model.briefs import Scene
from dashboard.model.dossier import Dossier, FrontMatter
from dashboard.model.events import Event, Later
from dashboard.model.measures import Measure, StopCondition
from dashboard.model.positions import ContestedQuestion, Entry
from dashboard.model.questions import Choice, Match, Order, StandingQuestion
from dashboard.model.record import Record
from dashboard.model.sources import Citation, Source
from dashboard.model.vocabulary import StopStanding
from dashboard.queries.text import counted
from dashboard.rules.parts import parts, texts
from dashboard.rules.sentences import sentences

MOST_SENTENCES: Mapping[type[Record], tuple[str, int]] = {
    Event: ("summary", 3),
    Later: ("text", 2),
    Measure: ("what", 4),
    ContestedQuestion: ("summary", 4),
    Entry: ("says", 2),
    Scene: ("message", 1),
    **dict.fromkeys((Choice, Order, Match, StandingQuestion), ("explanation", 3)),
}
MARKDOWN: Mapping[type[Record], tuple[str, ...]] = {FrontMatter: ("about", "method"), Scene: ("notes",)}

_MARK = re.compile(r"\*\*(?=\S)|__(?=\S)|`|\]\(|^#{1,6} |^[*-] ", re.MULTILINE)
_QUOTATION = re.compile(r'"[^"]+"')


def sentences_are_few(dossier: Dossier) -> Iterator[Breach]:
    """Warn of texts with more sentences than they may have."""
    for part in parts(dossier):
        if type(part.record) in MOST_SENTENCES:
            field, most = MOST_SENTENCES[type(part.record)]
            count = sentences(getattr(part.record, field))
            if count > most:
                message = f"has {counted(count, 'sentence')}; use at most {most}"
                yield Breach(part.file, (*part.place, field), message, warning=True)


def plain_text_has_no_markdown(dossier: Dossier) -> Iterator[Breach]:
    """Warn of Markdown where it would be shown as it stands."""
    for part in parts(dossier):
        for place, text in () if isinstance(part.record, Source | Citation) else texts(part.record):
            mark = _MARK.search(text)
            if mark and place[0] not in MARKDOWN.get(type(part.record), ()):
                message = f"has Markdown ({mark[0].strip()}), which is shown as it stands here; write plain text"
                yield Breach(part.file, (*part.place, *place), message, warning=True)


def quotations_have_a_locator(dossier: Dossier) -> Iterator[Breach]:
    """Warn of quotations in records of which no source has a locator, and of those that do not end."""
    for part in parts(dossier):
        if isinstance(part.record, StopCondition) and part.record.standing is not StopStanding.NONE_STATED:
            continue  # held to more than this, as a problem
        cited = getattr(part.record, "sources", ())
        for place, text in texts(part.record) if cited else ():
            if _QUOTATION.search(text) and not any(citation.locator for citation in cited):
                message = "has a quotation, and no source of it has a locator; say where the words stand"
                yield Breach(part.file, (*part.place, *place), message, warning=True)
            if text.count('"') % 2:
                message = "has a quotation mark without its fellow; close the quotation"
                yield Breach(part.file, (*part.place, *place), message, warning=True)
