"""The response tracks: what each asks and aims at, and its measures in a native table."""

from collections.abc import Iterator

from dashboard.exports.deck import geometry, tables
from dashboard.exports.deck.geometry import MARGIN, POINT
from dashboard.exports.deck.passages import Passage, Run, say
from dashboard.exports.deck.shapes import set_frame
from dashboard.exports.deck.slides import CONTINUED, Deck, numbered, write
from dashboard.exports.deck.tables import Columns, Row
from dashboard.exports.deck.template import Layout
from dashboard.exports.deck.wording import plain
from dashboard.exports.extract import Extract
from dashboard.model.dossier import Track
from dashboard.queries import attribution, lives, public
from dashboard.queries.citations import reference
from dashboard.queries.lives import Life

HEADS = ("Measure", "By", "Where it stands", "What would end it")
SHARES = (0.2, 0.18, 0.2, 0.42)
NONE = "None of its measures is among those selected."
GAP = 14  # pixels


def tracks(deck: Deck, extract: Extract) -> None:
    """Add a slide for each track that is selected, or more where its measures need them."""
    found = lives.of_measures(extract.measures, extract.dossier, extract.as_of)
    chosen = extract.place.selection.tracks
    for track, measures in lives.by_track(found, extract.dossier):
        if not chosen or track.id in chosen:
            _track(deck, extract, track, measures)


def _track(deck: Deck, extract: Extract, track: Track, measures: tuple[Life, ...]) -> None:
    wide = deck.ratio.inner
    head = [_worded("Question", track.question), _worded("Aim", track.aim), *([] if measures else [say(NONE)])]
    top = geometry.BODY_TOP + sum(passage.height(wide / POINT) for passage in head) * POINT + GAP
    columns = Columns(HEADS, tuple(wide * share for share in SHARES))
    rows = [_row(one, extract) for one in measures]
    whole = geometry.BODY_BOTTOM - geometry.BODY_TOP
    found = tables.pages(rows, columns, geometry.BODY_BOTTOM - top, whole)
    for at, page in enumerate(found, start=1):
        notes = list(_notes(track, measures, extract)) if at == 1 else [CONTINUED]
        slide = deck.begin(Layout.FIGURE, numbered(track.title, at, len(found)), notes)
        if at == 1:
            told = slide.shapes.add_textbox(*map(geometry.emu, (MARGIN, geometry.BODY_TOP, wide, top - geometry.BODY_TOP - GAP)))
            told.name = plain(f"Question and aim of {plain(track.title)}")
            set_frame(told.text_frame, wrap=True)
            write(told.text_frame, head)
        if page:
            alt = f"Measures of {track.title}: {', '.join(row[0] for row in page if row[0])}."
            tables.table(slide.shapes, MARGIN, top if at == 1 else geometry.BODY_TOP, page, columns, "Measures", alt)


def _worded(word: str, text: str) -> Passage:
    return Passage((Run(f"{word}. ", bold=True), Run(plain(text))))


def _row(one: Life, extract: Extract) -> Row:
    dossier = extract.dossier
    party = dossier.party[one.measure.by].name
    stands = f"{one.present.stage.label}, {one.present.date} (E{one.present.event.number})"
    return one.measure.label, party, stands, attribution.stop(one.measure.stop_condition, dossier, extract.as_of)


def _notes(track: Track, measures: tuple[Life, ...], extract: Extract) -> Iterator[str]:
    dossier, as_of = extract.dossier, extract.as_of
    yield f"{track.question} {track.aim}"
    if not measures:
        yield NONE
    for one in measures:
        stages = "; ".join(f"{reached.stage.label}, {reached.date} (E{reached.event.number})" for reached in one.stages)
        yield f"{one.measure.label}, by {dossier.party[one.measure.by].name}. {stages}."
        stop = one.measure.stop_condition
        yield f"What would end it: {attribution.stop(stop, dossier, as_of)}."
        stated = public.is_stated(stop, as_of) or not stop.date
        for cited in public.citations(stop.sources, dossier.source, as_of) if stated else ():
            yield f"Source: {reference(dossier.source[cited.id], cited.locator)}"
