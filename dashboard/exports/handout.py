"""The handout: what is selected as one document to be printed, without a script, with everything inline and notes at its end."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from dashboard import browser
from dashboard.exports.extract import Extract
from dashboard.exports.picture import font_face, told
from dashboard.figures import svg, theme, words
from dashboard.figures.view import Room, View, view
from dashboard.fragments import handout
from dashboard.fragments.handout import Figure, Footnotes, Resting, Sheet
from dashboard.fragments.rendering import render
from dashboard.queries.selection import select
from dashboard.queries.sentence import of_entries, of_measures
from dashboard.queries.text import stopped
from dashboard.queries.windows import Window, years

PAGES = ("timeline", "responses", "positions", "sources", "brief")
ALL = ("timeline", "responses", "positions")  # the sources of these are their notes
STYLES = "handout.css"

TOP, SIDE, FOOT = 14, 15, 18  # millimetres of margin
HEAD = 46  # millimetres that heading and key take of the first page
SCALE = 0.74  # of the figure on paper: its axis is then 6.7 points, its labels 7.2
PIXELS_A_MM = 96 / 25.4


class Paper(StrEnum):
    """A size of paper."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def label(self) -> str:
        """The paper as a reader sees it."""
        return self.value.capitalize()

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height in millimetres."""
        return (210, 297) if self is Paper.A4 else (215.9, 279.4)

    @property
    def room(self) -> Room:
        """What there is of its first page for a figure, in the pixels that the figure counts."""
        width, height = self.size
        wide, tall = width - 2 * SIDE, height - TOP - FOOT - HEAD
        return Room(int(wide * PIXELS_A_MM / SCALE), height=int(tall * PIXELS_A_MM / SCALE))


def document(extract: Extract, *, page: str | None = None, paper: Paper = Paper.A4) -> str:
    """Write a page of the site, or without one all of them but the briefs, as a document for paper."""
    dossier = extract.dossier
    sheet = Sheet(extract.tables, extract.as_of, extract.told(), Footnotes(dossier, extract.as_of))
    pages = (page,) if page else ALL
    if page and page != PAGES[0]:
        sheet = replace(sheet, told=())  # no event stands in it that a number could lead to
    parts = [part for name in pages for part in _parts(name, sheet, extract, paper)]
    if page != "sources":
        parts.append(handout.notes(sheet, None if page else _resting(extract)))
    sentences = [sentence for name in pages for sentence in _sentences(name, extract)]
    front = dossier.front
    return render(
        "handout.html",
        title=front.title,
        subtitle=extract.subtitle,
        sentences=sentences,
        edition=extract.edition,
        made=extract.made,
        address=extract.address,
        font=font_face(),
        page_rule=_page_rule([front.title, extract.edition, *sentences[:1]], paper),
        look=theme.LIGHT,
        text=paper.size[0] - 2 * SIDE,
        lanes=front.lanes,
        styles=browser.text(STYLES),
        parts=parts,
    )


def _parts(page: str, sheet: Sheet, extract: Extract, paper: Paper) -> Iterator[str]:
    if page == "responses":
        yield handout.responses(sheet, extract.measures, extract.place.panel)
    elif page == "positions":
        yield handout.positions(sheet, extract.entries)
    elif page == "sources":
        yield handout.sources(sheet, _resting(extract))
    elif page == "brief":
        yield handout.briefs(sheet)
    else:
        yield handout.timeline(sheet, _figures(extract, paper))


def _sentences(page: str, extract: Extract) -> Iterator[str]:
    tables, place = extract.tables, extract.place
    if extract.alone or page in ("timeline", "sources"):
        yield extract.sentence
    elif page == "responses":
        yield of_measures(len(extract.measures), tables, place.selection, place.panel)
    elif page == "positions":
        yield of_entries(len(extract.entries), tables, place.selection, place.question)


def _resting(extract: Extract) -> dict[str, Resting]:
    found: dict[str, Resting] = {}
    for name, cited in extract.sources.items():
        places: dict[str, list[str]] = {}
        for event, citation in cited:
            places.setdefault(event.id, []).extend([citation.locator] if citation.locator else [])
        found[name] = tuple((extract.dossier.event[event], ", ".join(where)) for event, where in places.items())
    return found


def _figures(extract: Extract, paper: Paper) -> Iterator[Figure]:
    """Draw the timeline for the paper's width, and again by itself each year in which not every event has its label."""
    whole = _placed(extract, extract.place.selection.window, paper.room)
    yield Figure(_drawn(whole, extract))
    window = whole.layout.canvas.window
    parts = years(window)
    crowded = _crowded(whole)
    for year, part in parts.items() if len(parts) > 1 else ():
        if part.start.year in crowded:
            yield Figure(_drawn(_placed(extract, part, paper.room), extract), year)


def _placed(extract: Extract, window: Window | None, room: Room) -> View:
    place = replace(extract.place, event=None, ghosts=False)
    within = replace(place, selection=replace(place.selection, window=window))
    events = extract.events if extract.alone else select(extract.tables, within.selection)
    return view(events, events.iloc[:0], extract.tables, within, room)


def _crowded(seen: View) -> set[int]:
    """Find the years of the events that have no label, whichever lane they stand in."""
    layout, canvas = seen.layout, seen.layout.canvas
    unlabelled = {mark.id for mark in layout.marks if not mark.side} | {name for one in layout.clusters for name in one.ids}
    firsts = (seen.tables.dossier.event[name].date.earliest for name in unlabelled)
    return {min(max(day, canvas.window.start), canvas.window.end).year for day in firsts}


def _drawn(seen: View, extract: Extract) -> str:
    title = words.of_figure(seen.layout, len(seen.events), extract.dossier)
    return svg.as_svg(seen.draw(theme.LIGHT), title, told(extract, seen))


def _page_rule(told: Iterable[str], paper: Paper) -> str:
    width, height = paper.size
    foot = css_string(" ".join(map(stopped, told)))
    return (
        f"@page {{ size: {width}mm {height}mm; margin: {TOP}mm {SIDE}mm {FOOT}mm; "
        f"@bottom-left {{ content: {foot}; width: 88%; text-align: left; {_FOOT} }} "
        f'@bottom-right {{ content: counter(page) " of " counter(pages); width: 12%; text-align: right; {_FOOT} }} }}'
    )


_FOOT = f"vertical-align: top; padding-top: 4mm; font: 8pt/1.3 {theme.FONT_FAMILY}; color: {theme.LIGHT.muted};"


def css_string(text: str) -> str:
    """Write a text as a string of CSS, inside which it can end neither the string nor the element that it stands in."""
    return '"' + "".join(letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in text) + '"'
