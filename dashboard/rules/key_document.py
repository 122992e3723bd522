"""Rules of the key document: its passages, what cites them, and what can't have known it."""

from collections.abc import Iterator
from itertools import pairwise

from dashboard.loading.problems import Breach
from dashboard.model.dossier import Dossier, KeyDocument
from dashboard.queries.passages import numbers, numbers_within
from dashboard.queries.text import listed
from dashboard.rules.parts import FRONT, Place, cited

_FORM = 'begin it like "para. 3" or "paras. 1, 2 and 7"'


def passages_stand_in_order(dossier: Dossier) -> Iterator[Breach]:
    """Find passages whose locator has no number, or stands below a later one."""
    document = dossier.front.key_document
    for index, passage in enumerate(document.passages if document else ()):
        if not numbers(passage.locator):
            message = f"'{passage.locator}' names no paragraph; {_FORM}"
            yield Breach(FRONT, ("key_document", "passages", index, "locator"), message)
    found = [sorted(numbers(passage.locator)) for passage in document.passages] if document else []
    for index, (above, below) in enumerate(pairwise(found), start=1):
        if above and below and below[0] <= above[-1]:
            message = f"para. {below[0]} stands below para. {above[-1]}; put the passages in the document's order, each once"
            yield Breach(FRONT, ("key_document", "passages", index, "locator"), message)


def locators_name_passages(dossier: Dossier) -> Iterator[Breach]:
    """Find citations of the key document that name no passage, or one that it has not."""
    document = dossier.front.key_document
    if document is None:
        return
    for part, index, citation in cited(dossier):
        if citation.id == document.source:
            place: Place = (*part.place, "sources", index, "locator")
            yield from (Breach(part.file, place, message) for message in _wrong(citation.locator, document))


def aims_stand_in_the_document(dossier: Dossier) -> Iterator[Breach]:
    """Find aims of the strategy whose locator names no passage of the key document."""
    strategy, document = dossier.front.strategy, dossier.front.key_document
    for index, aim in enumerate(strategy.aims if strategy else ()):
        wrong = (
            _wrong(aim.locator, document) if document else ["there is no key_document to stand in; name it, or take strategy out"]
        )
        yield from (Breach(FRONT, ("strategy", "aims", index, "locator"), message) for message in wrong)


def each_passage_is_cited(dossier: Dossier) -> Iterator[Breach]:
    """Find passages of the key document that no record cites; the aims of its own strategy are not counted."""
    document = dossier.front.key_document
    if document is None:
        return
    locators = (citation.locator for _, _, citation in cited(dossier) if citation.id == document.source)
    found = frozenset[int]().union(*(numbers(locator or "") for locator in locators))
    for index, passage in enumerate(document.passages):
        if numbers(passage.locator) - found:
            missing = listed(f"para. {number}" for number in sorted(numbers(passage.locator) - found))
            message = f"no record cites {missing}; cite it where something rests on it"
            yield Breach(FRONT, ("key_document", "passages", index, "locator"), message)


def no_event_cites_it_before_it_was_issued(dossier: Dossier) -> Iterator[Breach]:
    """Find events that were public before the key document was, and rest on it all the same."""
    document = dossier.front.key_document
    source = dossier.source.get(document.source) if document else None
    if source is None or source.issued is None:
        return
    for at, event in enumerate(dossier.events):
        if event.public.latest and event.public.latest < source.issued.earliest:
            for index, citation in enumerate(event.sources):
                if citation.id == source.id:
                    message = (
                        f"the event was public by {event.public} and {source.id} came on {source.issued}; cite it under later"
                    )
                    yield Breach("events", (at, "sources", index, "id"), message)


def ends_quote_the_passage_cited(dossier: Dossier) -> Iterator[Breach]:
    """Find stop conditions that cite the key document and speak of a paragraph that they do not cite.

    The words of the document are no part of the record, so that a quotation itself can't be compared.
    """
    document = dossier.front.key_document
    for at, measure in enumerate(dossier.measures if document else ()):
        stop = measure.stop_condition
        found = [citation for citation in stop.sources if document and citation.id == document.source]
        if not found or len(stop.sources) > len(found):  # the paragraph spoken of may be another source's
            continue
        missing = numbers_within(stop.text) - frozenset[int]().union(*(numbers(citation.locator or "") for citation in found))
        if missing:
            message = f"speaks of para. {min(missing)}, which its sources do not cite; cite it, or correct the number"
            yield Breach("measures", (at, "stop_condition", "text"), message)


def _wrong(locator: str | None, document: KeyDocument) -> Iterator[str]:
    had = frozenset[int]().union(*(numbers(passage.locator) for passage in document.passages))
    if locator is None:
        yield f"is missing; {_FORM}"
    elif not numbers(locator):
        yield f"'{locator}' names no paragraph of {document.source}; {_FORM}"
    elif numbers(locator) - had:
        has = listed(map(str, sorted(had)))
        yield f"'{locator}' names para. {min(numbers(locator) - had)}, which {document.source} has not; choose from {has}"
