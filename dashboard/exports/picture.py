"""The timeline as a picture that stands alone: the figure as shown, with title, sentence and source in it, and its fonts."""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree as ET

from dashboard.exports.extract import Extract
from dashboard.figures import svg as drawing
from dashboard.figures import theme as themes
from dashboard.figures import words
from dashboard.figures.marks import left_half, outline
from dashboard.figures.svg import add
from dashboard.figures.theme import FONT_FAMILY, Theme
from dashboard.figures.view import Room, View, view
from dashboard.model.events import Event
from dashboard.model.vocabulary import Glyph
from dashboard.queries import typesetting
from dashboard.queries.ghosts import ghosts
from dashboard.queries.layout import MARGIN
from dashboard.queries.sentence import describe
from dashboard.queries.text import on_one_line, stopped
from dashboard.queries.typesetting import LARGE, NORMAL, REGULAR, SEMIBOLD, TypeSize

WIDTH = 1360  # pixels, where no other is asked for
LEAST_WIDTH, MOST_WIDTH = 320, 4000
EDGE = MARGIN / 2  # pixels left and right of the words
LEADING = 1.4  # lines lie so many times their size apart
HEADING = 1.5  # times the size of a lane's title


def svg(extract: Extract, *, theme: str = "light", width: int = WIDTH, large: bool | None = None) -> bytes:
    """Draw the timeline of an extract as an SVG file, in a theme by its name and in so many pixels' width.

    ``large`` sets larger type; without it the place decides. What is no width for a figure is brought to the nearest that is.
    """
    look = themes.named(theme)
    type_ = LARGE if (extract.place.large if large is None else large) else NORMAL
    seen = placed(extract, Room(min(max(width, LEAST_WIDTH), MOST_WIDTH), type_))
    content: bytes = ET.tostring(_composed(extract, seen, look, type_), encoding="utf-8", xml_declaration=True)
    return content


def placed(extract: Extract, room: Room) -> View:
    """Place the extract's events as the page does, what was not yet public in outline where the place asks for it."""
    return view(extract.events, ghosts(extract.tables, extract.place), extract.tables, extract.place, room)


def told(extract: Extract, seen: View) -> dict[str, str]:
    """Say each event that is drawn in full, by id: number, date, title and credit."""
    events = [extract.dossier.event[str(name)] for name in seen.events.index]
    return {
        event.id: on_one_line(f"E{event.number}. {words.in_full(event, extract.dossier)}{_until(event, seen)}")
        for event in events
    }


def _until(event: Event, seen: View) -> str:
    return f" Not public until {event.public}." if event.id in seen.ghosts else ""


@cache
def font_face() -> str:
    """Write the rule that carries the font of all figures with a file."""
    font = b64encode(typesetting.FONT.read_bytes()).decode()
    return f'@font-face{{font-family:"Source Sans";font-weight:200 900;src:url(data:font/woff2;base64,{font}) format("woff2")}}'


def _composed(extract: Extract, seen: View, look: Theme, type_: TypeSize) -> ET.Element:
    events = told(extract, seen)
    figure = drawing.element(seen.draw(look), words.of_figure(seen.layout, len(seen.events), extract.dossier), events)
    wide, tall = seen.layout.canvas.width, float(figure.attrib["height"])
    page = _Page(wide, look)
    page.write(extract.dossier.front.title, round(type_.title * HEADING), SEMIBOLD)
    sentence = _sentence(extract, seen)
    page.write(sentence, type_.title)
    page.leave(type_.label / 2)
    figure.attrib |= {"y": drawing.number(page.y)}
    page.leave(tall + type_.label / 2)
    page.key(extract, type_)
    page.leave(type_.label / 2)
    for line in _sources(extract):
        page.write(line, type_.label, ink=look.muted)
    root = drawing.svg(wide, page.y + EDGE, extract.dossier.front.title)
    add(root, "desc", "\n".join([sentence, *events.values()]))
    add(root, "style", font_face())
    add(root, "rect", width=wide, height=page.y + EDGE, fill=look.background)
    root.append(figure)
    root.extend(page.drawn)
    return root


def _sentence(extract: Extract, seen: View) -> str:
    if not seen.ghosts:
        return extract.sentence
    return describe(len(extract.events), extract.tables, extract.place.selection, len(seen.ghosts))


def _sources(extract: Extract) -> Iterator[str]:
    front = extract.dossier.front
    about = f" {stopped(extract.subtitle)}" if extract.subtitle else ""
    yield f"{stopped(front.title)}{about} {extract.edition}. Drawn on {extract.made}."
    if extract.address:
        yield f"Event numbers, who asserts and who denies, and the sources of each: {extract.address}"


class _Page:
    """Words written from top to bottom."""

    def __init__(self, width: int, look: Theme) -> None:
        self.width, self.look = width, look
        self.y = EDGE
        self.drawn: list[ET.Element] = []
        self._parent = ET.Element("g")

    def leave(self, pixels: float) -> None:
        self.y += pixels

    def write(self, text: str, size: int, weight: int = REGULAR, ink: str | None = None) -> None:
        for line in _broken(text, self.width - 2 * EDGE, size, weight):
            self._text(line, EDGE, self.y + size, size, weight, ink or self.look.ink)
            self.leave(size * LEADING)

    def key(self, extract: Extract, type_: TypeSize) -> None:
        """Draw how marks are filled and what it means, as many to a line as there is room for."""
        lane, size, x = extract.dossier.front.spine, type_.detail_mark, EDGE
        ink = self.look.of(lane)
        for standing in extract.dossier.front.standings:
            first, *rest = _broken(
                f"{standing.title}: {standing.meaning}", self.width - 2 * EDGE - 1.5 * size, type_.label, REGULAR
            )
            wide = size * 1.5 + typesetting.width(first, type_.label)
            if x > EDGE and (rest or x + wide > self.width - EDGE):
                self.leave(type_.label * LEADING)
                x = EDGE
            middle = (x + size / 2, self.y + type_.label * 0.75)
            fill = ink if standing.glyph is Glyph.FILLED else self.look.background
            self._add("path", d=outline(lane.symbol, *middle, size), fill=fill, stroke=ink, stroke_width=1.5)
            if standing.glyph is Glyph.HALF:
                self._add("path", d=left_half(lane.symbol, *middle, size), fill=ink)
            self._text(first, x + size * 1.5, self.y + type_.label, type_.label, REGULAR, self.look.ink)
            for line in rest:
                self.leave(type_.label * LEADING)
                self._text(line, x + size * 1.5, self.y + type_.label, type_.label, REGULAR, self.look.ink)
            x = self.width if rest else x + wide + 2 * size
        self.leave(type_.label * LEADING)

    def _text(self, text: str, x: float, y: float, size: int, weight: int, ink: str) -> None:
        self._add("text", text, x=x, y=y, font_family=FONT_FAMILY, font_size=size, font_weight=weight, fill=ink)

    def _add(self, tag: str, text: str = "", **attributes: object) -> None:
        self.drawn.append(add(self._parent, tag, text, **attributes))


def _broken(text: str, width: float, size: int, weight: int) -> Iterator[str]:
    """Break a text into lines; a word that is longer than a line is broken anywhere."""
    line = ""
    for word in text.split():
        rest = word
        if line and typesetting.width(f"{line} {word}", size, weight) > width:
            yield line
            line = ""
        while typesetting.width(rest, size, weight) > width and len(rest) > 1:
            fits = next(at for at in range(len(rest), 0, -1) if at == 1 or typesetting.width(rest[:at], size, weight) <= width)
            yield rest[:fits]
            rest = rest[fits:]
        line = f"{line} {rest}" if line else rest
    if line:
        yield line
