"""A record whose every text is hostile."""

from typing import Any

from dashboard.model.dossier import Dossier
from tests import builders

GLYPHS = {"documented": "filled", "asserted": "half", "disputed": "hollow"}


def dossier(text: str) -> Dossier:
    """Build a dossier in which every text is the same one, shortened where a label has to be short."""
    cited = [{"id": "paper", "locator": text}]
    words = [{"id": word, "title": text, "meaning": text, "glyph": glyph} for word, glyph in GLYPHS.items()]
    parties = [{"id": side, "name": text, "short": text, "side": side} for side in ("left", "right", "other")]
    spine = {"id": "spine", "title": text, "description": text, "symbol": "diamond", "color": "#333333", "dark_color": "#dddddd"}
    track = builders.track("a", title=text, description=text, question=text, aim=text)
    stop = {"text": text, "standing": "stated", "by": "left", "date": "2014-07-29", "sources": cited}
    office = {"office": text, "party": "left", "attested": "2014-07-29"}
    told: dict[str, Any] = {"title": text[:80], "summary": text, "date_note": text} | {
        "label": text[:34].strip(),
        "people": ["person"],
    }
    events = [
        builders.event(id=f"{standing}-{''.join(lane) or 'spine'}", standing=standing, tracks=lane, sources=cited, **told)
        for standing in GLYPHS
        for lane in ([], ["a"])
    ]
    events.append(builders.event(id="later", later=[builders.later("2015", text)], date="2014", **told))
    measure: dict[str, Any] = dict.fromkeys(("what", "aim", "basis", "limit"), text) | {
        "title": text[:80],
        "label": text[:34].strip(),
        "targets": [text],
    }
    return builders.dossier(
        events,
        front=builders.front(
            title=text,
            subtitle=text,
            about=text,
            method=text,
            edition=text,
            standings=words,
            parties=parties,
            spine=spine,
            tracks=[track],
            changes=[{"edition": text, "date": "2020-01-01", "text": text}],
        ),
        people=(builders.person(name=text, offices=[office]),),
        measures=(
            builders.measure(stages=[{"stage": "announced", "event": "later"}], stop_condition=stop, sources=cited, **measure),
        ),
        positions=(
            builders.contested_question(
                question=text[:80], summary=text, entries=[builders.entry(says=text, event="later", sources=cited)]
            ),
        ),
        sources=(builders.source(title=text, note=text, publisher=text, volume=text, page=text),),
    )
