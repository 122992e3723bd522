"""The records of an extract as data: one model a kind of record, whose descriptions are the data dictionary and the schema."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from dashboard.exports.extract import Extract
from dashboard.model.dates import EventDate
from dashboard.model.events import Event
from dashboard.model.measures import Measure
from dashboard.model.positions import ContestedQuestion, Entry
from dashboard.model.sources import Citation, Source
from dashboard.queries import attribution, lives, offices, public
from dashboard.queries import links as responses
from dashboard.queries.citations import reference


class Exported(BaseModel):
    """A part of an export; frozen, with no keys but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class DateData(Exported):
    """A date that says exactly as much as its source."""

    written: str = Field(description="The date in EDTF (ISO 8601-2), as the record has it: 2014-07 is some day in July 2014")
    words: str = Field(description="The date in words")
    earliest: date = Field(description="The first possible day")
    latest: date | None = Field(description="The last possible day; none where no end is known")
    exact: bool = Field(description="Whether it is one certain day")
    doubt: str = Field(description="What is not known of it, in words; empty where nothing is in doubt")


class CitationData(Exported):
    """A place in a source."""

    source: str = Field(description="The id of the source")
    locator: str | None = Field(description="Page, paragraph or section; none where the source has none")
    reference: str = Field(description="Source and place as a note in Chicago style")
    url: str | None = Field(description="The address of the source, where one was seen")
    rank: str = Field(description="primary, reference or press: how near the source is to what it tells")
    language: str = Field(description="The language of the source, as ISO 639-1")


class LaterData(Exported):
    """What became public only after the event itself had."""

    known: DateData = Field(description="When it became public")
    text: str = Field(description="What became known")
    sources: tuple[CitationData, ...] = Field(description="What it rests on")


class AnswerData(Exported):
    """An earlier event that this one answers."""

    event: str = Field(description="The id of the earlier event")
    number: str = Field(description="The number of the earlier event")
    grounds: str = Field(description="stated: a source says that it answers the other; inferred: the editors say so")
    between: str = Field(description="The time between both, where both are certain days")


class EventData(Exported):
    """One dated event."""

    id: str = Field(description="The id of the event, stable over editions")
    number: str = Field(description="The number that readers see, as E41")
    date: DateData = Field(description="When it happened")
    date_note: str | None = Field(description="What is to be said of the date")
    public: DateData = Field(description="When it became public")
    label: str = Field(description="The event in a few words")
    title: str = Field(description="The event in a line")
    summary: str = Field(description="What happened, in the editors' words")
    later: tuple[LaterData, ...] = Field(description="What became public only afterwards")
    lanes: tuple[str, ...] = Field(description="The lanes that it stands on: response tracks, or the spine")
    kind: str = Field(description="What sort of act it is")
    layer: str = Field(description="How it stands to the record's window: background, core, context or aftermath")
    importance: str = Field(description="key, major or detail")
    standing: str = Field(description="documented, asserted or disputed")
    attribution: str = Field(description="How far it is agreed, who asserts it and who denies it, in words")
    parties: tuple[str, ...] = Field(description="Who acts")
    people: tuple[str, ...] = Field(description="Who is named, with the office that a source shows for that day")
    answers: tuple[AnswerData, ...] = Field(description="Earlier events that it answers")
    sources: tuple[CitationData, ...] = Field(description="What it rests on")
    address: str | None = Field(description="The address that shows it in the site")

    @property
    def all_sources(self) -> tuple[CitationData, ...]:
        """What it rests on, what became public later included, each place once."""
        later = (cited for note in self.later for cited in note.sources)
        return tuple(dict.fromkeys((*self.sources, *later)))


class StageData(Exported):
    """A stage that a measure reached."""

    stage: str = Field(description="considered, announced, authorized, funded, in-force or ended")
    date: DateData = Field(description="When it was reached")
    event: str = Field(description="The number of the event that moved it there")


class StopData(Exported):
    """What would end a measure."""

    words: str = Field(description="What sort of word there is of its end, and whose")
    text: str | None = Field(description="What was said or found; none as of a day before anything was")
    by: str | None = Field(description="Who said so")
    date: DateData | None = Field(description="When it was said")
    sources: tuple[CitationData, ...] = Field(description="What it rests on")


class MeasureData(Exported):
    """One thing done or proposed in response. As of a day, what the editors say of it is left out: it may tell of later days."""

    id: str = Field(description="The id of the measure")
    track: str = Field(description="The response track that it belongs to")
    label: str = Field(description="The measure in a few words")
    title: str | None = Field(description="The measure in a line")
    by: str = Field(description="Whose measure it is")
    what: str | None = Field(description="What it does")
    aim: str | None = Field(description="What it is for, by whose word")
    basis: str | None = Field(description="The law or decision that it rests on")
    limit: str | None = Field(description="What limits it")
    targets: tuple[str, ...] = Field(description="Whom or what it is aimed at")
    stages: tuple[StageData, ...] = Field(description="How far it had come")
    stop_condition: StopData = Field(description="What would end it")
    sources: tuple[CitationData, ...] = Field(description="What it rests on")


class PositionData(Exported):
    """Words of one party on a contested question."""

    id: str = Field(description="The id of the position")
    question: str = Field(description="The contested question")
    date: DateData = Field(description="When the words became public")
    by: str = Field(description="Who speaks")
    kind: str = Field(description="claim, reply, counter-claim or silence")
    attribution: str = Field(description="What it is and whose, in words")
    says: str = Field(description="What is said, in the editors' words")
    replies_to: str | None = Field(description="The id of the position that it answers")
    event: str | None = Field(description="The number of the event at which it was said")
    sources: tuple[CitationData, ...] = Field(description="What it rests on")


class SourceData(Exported):
    """A document that the events rest on."""

    id: str = Field(description="The id of the source")
    type: str = Field(description="The type of the document, as CSL names it")
    title: str = Field(description="Its title; in square brackets where it is the editors' own")
    reference: str = Field(description="The source as a note in Chicago style")
    issued: str | None = Field(description="When it was issued, in EDTF")
    url: str | None = Field(description="Its address, where one was seen")
    rank: str = Field(description="primary, reference or press")
    language: str = Field(description="Its language, as ISO 639-1")
    note: str | None = Field(description="How it was read, and what to know of it")
    cited_by: tuple[str, ...] = Field(description="The events that rest on it, each with the place that it cites")


def events(extract: Extract) -> tuple[EventData, ...]:
    """Give the events of an extract, in order of time."""
    return tuple(_event(event, extract) for event in extract.told())


def measures(extract: Extract) -> tuple[MeasureData, ...]:
    """Give the measures of an extract, in the record's order."""
    known = lives.of_measures(extract.measures, extract.dossier, extract.as_of)
    return tuple(_measure(one.measure, one.stages, extract) for one in known)


def positions(extract: Extract) -> tuple[PositionData, ...]:
    """Give the positions of an extract, in the record's order."""
    names = set(extract.entries.index)
    asked = [(question, entry) for question in extract.dossier.positions for entry in question.entries]
    return tuple(_position(question, entry, extract) for question, entry in asked if entry.id in names)


def sources(extract: Extract) -> tuple[SourceData, ...]:
    """Give the sources that the events of an extract rest on, in the record's order."""
    return tuple(_source(extract.dossier.source[name], cited, extract) for name, cited in extract.sources.items())


def _event(event: Event, extract: Extract) -> EventData:
    dossier, as_of = extract.dossier, extract.as_of
    people = (dossier.person[name] for name in event.people)
    named = ((person.name, offices.held(person, event.date)) for person in people)
    return EventData(
        id=event.id,
        number=f"E{event.number}",
        date=_date(event.date),
        date_note=None if as_of else event.date_note,  # it may name what became known later
        public=_date(event.public),
        label=event.label,
        title=event.title,
        summary=event.summary,
        later=tuple(
            LaterData(known=_date(note.known), text=note.text, sources=_cited(note.sources, extract))
            for note in public.later(event, as_of)
        ),
        lanes=tuple(lane.title for lane in dossier.lanes_of(event)),
        kind=event.kind.value,
        layer=event.layer.value,
        importance=event.importance.value,
        standing=event.standing.value,
        attribution=attribution.credit(event, dossier),
        parties=tuple(dossier.party[party].name for party in event.parties),
        people=tuple(f"{name}, {office.office}" if office else name for name, office in named),
        answers=tuple(
            AnswerData(event=link.event.id, number=f"E{link.event.number}", grounds=link.grounds.value, between=link.between)
            for link in responses.answers(event, dossier, as_of)
        ),
        sources=_cited(event.sources, extract),
        address=extract.link(event.id) or None,
    )


def _measure(measure: Measure, stages: tuple[lives.Reached, ...], extract: Extract) -> MeasureData:
    dossier, as_of = extract.dossier, extract.as_of
    stop = measure.stop_condition
    is_stated = public.is_stated(stop, as_of)
    told = as_of is None
    return MeasureData(
        id=measure.id,
        track=dossier.lane[measure.track].title,
        label=measure.label,
        title=measure.title if told else None,
        by=dossier.party[measure.by].name,
        what=measure.what if told else None,
        aim=measure.aim if told else None,
        basis=measure.basis if told else None,
        limit=measure.limit if told else None,
        targets=measure.targets if told else (),
        stages=tuple(
            StageData(stage=reached.stage.value, date=_date(reached.date), event=f"E{reached.event.number}") for reached in stages
        ),
        stop_condition=StopData(
            words=attribution.stop(stop, dossier, as_of),
            text=stop.text if is_stated or told else None,
            by=dossier.party[stop.by].name if stop.by and is_stated else None,
            date=_date(stop.date) if stop.date and is_stated else None,
            sources=_cited(stop.sources, extract) if is_stated or not stop.date else (),
        ),
        sources=_cited(measure.sources, extract),
    )


def _position(question: ContestedQuestion, entry: Entry, extract: Extract) -> PositionData:
    event = extract.dossier.event[entry.event] if entry.event else None
    return PositionData(
        id=entry.id,
        question=question.question,
        date=_date(entry.date),
        by=extract.dossier.party[entry.by].name,
        kind=entry.kind.value,
        attribution=attribution.words_of(entry, extract.dossier),
        says=entry.says,
        replies_to=entry.replies_to,
        event=f"E{event.number}" if event and event.public.by(extract.as_of) else None,
        sources=_cited(entry.sources, extract),
    )


def _source(source: Source, cited: tuple[tuple[Event, Citation], ...], extract: Extract) -> SourceData:
    return SourceData(
        id=source.id,
        type=source.type.value,
        title=source.title,
        reference=reference(source),
        issued=source.issued.written if source.issued else None,
        url=source.URL,
        rank=source.rank.value,
        language=source.language,
        note=None if extract.as_of else source.note,  # it may tell of later days
        cited_by=tuple(f"E{event.number}{f', {place.locator}' if place.locator else ''}" for event, place in cited),
    )


def _cited(cited: tuple[Citation, ...], extract: Extract) -> tuple[CitationData, ...]:
    return tuple(
        CitationData(
            source=citation.id,
            locator=citation.locator,
            reference=reference(source, citation.locator),
            url=source.URL,
            rank=source.rank.value,
            language=source.language,
        )
        for citation in public.citations(cited, extract.dossier.source, extract.as_of)
        for source in (extract.dossier.source[citation.id],)
    )


def _date(when: EventDate) -> DateData:
    return DateData(
        written=when.written,
        words=str(when),
        earliest=when.earliest,
        latest=when.latest,
        exact=when.exact,
        doubt=when.doubt,
    )
