"""How the response hangs together, from the finding to the tracks, as boxes joined by connectors."""

from itertools import pairwise

from pptx.enum.shapes import MSO_SHAPE

from dashboard.exports.deck import geometry
from dashboard.exports.deck.fitting import fitted
from dashboard.exports.deck.geometry import MARGIN, POINT
from dashboard.exports.deck.joints import join
from dashboard.exports.deck.library import Shape, Shapes
from dashboard.exports.deck.passages import SMALL, Passage, Run, say
from dashboard.exports.deck.shapes import Box, box, named
from dashboard.exports.deck.slides import Deck, write_box
from dashboard.exports.deck.template import Layout
from dashboard.exports.deck.tracks import NONE
from dashboard.exports.deck.wording import plain
from dashboard.exports.extract import Extract
from dashboard.figures.theme import LIGHT
from dashboard.model.events import Event
from dashboard.queries import lives
from dashboard.queries.attribution import credit, stop
from dashboard.queries.strategy import Branch, IntegratedResponse, integrated
from dashboard.queries.text import counted

TITLE = "How the response fits together"
GAP, INSET, BETWEEN = 28, 10, 40  # pixels between boxes side by side, within them, and between the two rows
HIGHEST = 200  # pixels of what the upper boxes say


def strategy(deck: Deck, extract: Extract) -> None:
    """Add the strategy, where the dossier has one that was public on the day."""
    found = lives.of_measures(extract.measures, extract.dossier, extract.as_of)
    whole = integrated(extract.dossier, found, extract.as_of)
    if not whole:
        return
    slide = deck.begin(Layout.FIGURE, TITLE, list(_notes(whole, extract)))
    wide = deck.ratio.inner
    upper = [_told("Finding", whole.finding, extract)]
    upper.append(_told("Review", whole.review, extract) if whole.review else _say("Review", "Not public by then"))
    if whole.purposes:
        upper.append([passage for one in whole.purposes for passage in _say("Aim", one.aim.title, one.aim.locator)])
    each = (wide - GAP * (len(upper) - 1)) / len(upper)
    upper = [fitted(passages, (each - 2 * INSET) / POINT, HIGHEST / POINT) for passages in upper]
    boxes, bottom = _row(slide.shapes, upper, wide, geometry.BODY_TOP, [LIGHT.ink] * len(upper))
    for one, other in pairwise(boxes):
        join(slide.shapes, one, other, sideways=True)
    top = bottom + BETWEEN
    room = (geometry.BODY_BOTTOM - top) / POINT
    each = (wide - GAP * (len(whole.branches) - 1)) / len(whole.branches)
    branches = [_branch(branch, extract, room, each) for branch in whole.branches]
    colors = [LIGHT.of(branch.track) for branch in whole.branches]
    tints = [LIGHT.stripe(branch.track) for branch in whole.branches]
    below, _ = _row(slide.shapes, branches, wide, top, colors, tints)
    for other in below:
        join(slide.shapes, boxes[1], other)


def _told(role: str, event: Event, extract: Extract) -> list[Passage]:
    said = credit(event, extract.dossier, short=True)
    return _say(role, event.label, f"E{event.number}, {event.date}. {said}.")


def _say(role: str, words: str, note: str = "") -> list[Passage]:
    said = [say(role, size=SMALL, before=4 if role == "Aim" else 0), say(plain(words), bold=True, before=1)]
    return [*said, *([say(plain(note), size=SMALL, before=1)] if note else [])]


def _branch(branch: Branch, extract: Extract, room: float, wide: float) -> list[Passage]:
    """Tell a track: who announced it when, and as many of its measures as there is room for."""
    found = [say(plain(branch.track.title), bold=True, before=0)]
    if branch.announcement:
        said = branch.announcement
        found.append(say(plain(f"Announced: {said.label} (E{said.number}, {said.date})"), size=SMALL, before=2))
    else:
        none = "Not announced as a track by then" if extract.as_of else "No announcement of its own is recorded"
        found.append(say(none, size=SMALL, before=2))
    if not branch.lives:
        found.append(say(NONE, size=SMALL, before=4))
    measures = [_measure(one.measure.label, one.present.stage.label) for one in branch.lives]
    inner = (wide - 2 * INSET) / POINT
    free = room - 2 * INSET / POINT - sum(passage.height(inner) for passage in found) - 2 * SMALL
    for at, passage in enumerate(measures):
        free -= passage.height(inner)
        if free < 0:
            found.append(say(f"and {counted(len(measures) - at, 'more measure')}", size=SMALL, before=4))
            break
        found.append(passage)
    return found


def _measure(label: str, stage: str) -> Passage:
    return Passage((Run(plain(label), bold=True), Run(f": {stage[:1].lower()}{stage[1:]}")), SMALL, 3)


def _row(
    shapes: Shapes, texts: list[list[Passage]], wide: float, top: float, colors: list[str], fills: list[str] | None = None
) -> tuple[list[Shape], float]:
    """Draw boxes side by side, all as high as the highest needs; give them, and where they end."""
    each = (wide - GAP * (len(texts) - 1)) / len(texts)
    high = max(sum(one.height((each - 2 * INSET) / POINT) for one in text) for text in texts) * POINT + 2 * INSET
    drawn = []
    for at, passages in enumerate(texts):
        place = Box(MARGIN + at * (each + GAP), top, each, high)
        shape = box(shapes, MSO_SHAPE.RECTANGLE, place, fills[at] if fills else LIGHT.background, colors[at], 1.25)
        words = " ".join(run.text for passage in passages for run in passage.runs)
        write_box(named(shape, passages[0].runs[0].text, words).text_frame, passages, INSET)
        drawn.append(shape)
    return drawn, top + high


def _notes(whole: IntegratedResponse, extract: Extract) -> list[str]:
    dossier = extract.dossier
    events = [event for event in (whole.finding, whole.review) if event]
    found = [f"E{event.number}, {event.date}: {event.title}. {credit(event, dossier)}." for event in events]
    for purpose in whole.purposes:
        passage = f" {purpose.passage.title}. {purpose.passage.summary}" if purpose.passage else ""
        found.append(f"Aim: {purpose.aim.title} ({purpose.aim.locator}).{passage}")
    for branch in whole.branches:
        for one in branch.lives:
            said = stop(one.measure.stop_condition, dossier, extract.as_of)
            found.append(f"{branch.track.title}: {one.measure.label}. {one.present.stage.label}, {one.present.date}. {said}.")
    return found
