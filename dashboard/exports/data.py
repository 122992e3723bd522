"""An extract as JSON, with the schema that it keeps to."""

import json
from typing import Any, Literal

from pydantic import ConfigDict, Field

from dashboard.exports import records
from dashboard.exports.extract import Extract
from dashboard.exports.records import EventData, Exported, MeasureData, PositionData, SourceData

FORMAT: Literal[1] = 1  # the next number where a field goes, or changes what it means
SCHEMA = "export/schema.json"  # below the address of the site


class RecordData(Exported):
    """The record that the extract is from."""

    title: str = Field(description="Its title")
    subtitle: str = Field(description="What it covers; empty as of a day, since it may tell of later ones")
    edition: str = Field(description="Its edition")
    edited: str = Field(description="The day of the edition, ISO 8601")
    cutoff: str = Field(description="The last day that it follows, in EDTF")


class SelectionData(Exported):
    """What was selected."""

    sentence: str = Field(description="What is in it, in words")
    as_of: str | None = Field(description="The day as of which it is, ISO 8601; nothing in it became public later")
    parameters: dict[str, list[str]] = Field(description="The parameters of the site's address that select the same")
    address: str | None = Field(description="The address that shows the same in the site")


class Document(Exported):
    """Selected events of a record of one dispute, with the measures and positions that hang on them and their sources."""

    model_config = ConfigDict(title="Extract of a policy timeline", populate_by_name=True)

    schema_address: str = Field(alias="$schema", description="The address of the schema")
    format: Literal[1] = Field(description="The version of this format")
    record: RecordData = Field(description="The record that the extract is from")
    selection: SelectionData = Field(description="What was selected")
    retrieved: str = Field(description="The day on which the extract was made, ISO 8601")
    events: tuple[EventData, ...] = Field(description="The events, in order of time")
    measures: tuple[MeasureData, ...] = Field(description="The measures, track by track")
    positions: tuple[PositionData, ...] = Field(description="What was said to the contested questions")
    sources: tuple[SourceData, ...] = Field(description="What the events rest on")


def document(extract: Extract) -> bytes:
    """Write the extract."""
    front = extract.dossier.front
    whole = Document(
        schema_address=f"{extract.site}{SCHEMA}",
        format=FORMAT,
        record=RecordData(
            title=front.title,
            subtitle=extract.subtitle,
            edition=front.edition,
            edited=front.edited.written,
            cutoff=front.cutoff.written,
        ),
        selection=SelectionData(
            sentence=extract.sentence,
            as_of=extract.as_of.isoformat() if extract.as_of else None,
            parameters=dict(extract.query),
            address=extract.address or None,
        ),
        retrieved=extract.accessed.isoformat(),
        events=records.events(extract),
        measures=records.measures(extract),
        positions=records.positions(extract),
        sources=records.sources(extract),
    )
    return _json(whole.model_dump(mode="json", by_alias=True))


def schema(extract: Extract) -> bytes:
    """Write the schema, as JSON Schema 2020-12."""
    told = Document.model_json_schema(by_alias=True, mode="serialization")
    return _json({"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{extract.site}{SCHEMA}"} | told)


def _json(value: Any) -> bytes:  # noqa: ANN401 - whatever JSON can hold
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
