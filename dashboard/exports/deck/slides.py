"""How a slide is begun: title, foot, number and notes, which every slide has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.exports.deck import geometry, template
from dashboard.exports.deck.geometry import POINT
from dashboard.exports.deck.library import Frame, Shape
from dashboard.exports.deck.library import Layout as LibraryLayout
from dashboard.exports.deck.passages import Passage, pages, say
from dashboard.exports.deck.ratio import Ratio
from dashboard.exports.deck.shapes import rgb
from dashboard.exports.deck.template import Layout
from dashboard.exports.deck.wording import plain
from dashboard.figures.theme import LIGHT

FEET = ("ftr", "sldNum")  # what the format calls the foot and the slide's number
FOOT_POINTS = 10
LEAST_TITLE = 12  # points
CONTINUED = "Continued from the slide before."


@dataclass(frozen=True)
class Deck:
    """A deck under way, with what stands at the foot of each of its slides."""

    presentation: Presentation
    ratio: Ratio
    edition: str

    def begin(self, layout: Layout, title: str, notes: Iterable[str], event: str = "") -> Slide:
        """Add a slide that is so far empty but for its title, its notes and its foot."""
        kind = self.presentation.slide_layouts[layout]
        slide: Slide = self.presentation.slides.add_slide(kind)
        self._write_title(slide.shapes.title, layout, plain(title))
        _write_notes(slide, notes)
        self._write_foot(slide, kind, event)
        slide.shapes.turbo_add_enabled = True  # or else it looks through all ids for each shape
        return slide

    def flow(
        self, title: str, passages: Iterable[Passage], notes: Sequence[str], event: str = "", left: float = 0
    ) -> tuple[Slide, ...]:
        """Add the slides that a text takes; ``left`` pixels stay free before it."""
        wide = (self.ratio.inner - left) / POINT
        found = pages(passages, wide, (geometry.BODY_BOTTOM - geometry.BODY_TOP) / POINT)
        slides = []
        for at, page in enumerate(found, start=1):
            slide = self.begin(Layout.WORDS, numbered(title, at, len(found)), notes if at == 1 else [CONTINUED], event)
            body = slide.placeholders[1]
            if left:
                place(
                    body,
                    geometry.MARGIN + left,
                    geometry.BODY_TOP,
                    self.ratio.inner - left,
                    geometry.BODY_BOTTOM - geometry.BODY_TOP,
                )
            write(body.text_frame, page)
            slides.append(slide)
        return tuple(slides)

    def finish(self) -> None:
        """Let each slide's foot come last, so that it is read after all else."""
        for slide in self.presentation.slides:
            for shape in [shape for shape in slide.placeholders if _kind(shape) in FEET]:
                slide.shapes._spTree.append(shape.element)  # noqa: SLF001 - the library has no public way to order shapes

    def _write_title(self, shape: Shape, layout: Layout, title: str) -> None:
        shape.text_frame.text = title
        size, high = template.title_room(layout, self.ratio)
        wide = shape.width / geometry.EMU / POINT
        while size > LEAST_TITLE and say(title, bold=True, size=size, before=0).height(wide) > high / POINT:
            size -= 2
            shape.text_frame.paragraphs[0].runs[0].font.size = Pt(size)

    def _write_foot(self, slide: Slide, layout: LibraryLayout, event: str) -> None:
        for kind in FEET:
            shape = template.foot_of(layout, kind)
            shape.find(f".//{qn('p:cNvPr')}").set("id", str(slide.shapes._next_shape_id))  # noqa: SLF001 - nor a way to add one
            slide.shapes._spTree.append(shape)  # noqa: SLF001 - as above
        foot = next(shape for shape in slide.placeholders if _kind(shape) == FEET[0])
        # Some programs do not take these from the layout.
        paragraph = foot.text_frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = " · ".join(filter(None, (event, self.edition)))
        run.font.size, run.font.name = Pt(FOOT_POINTS), "+mn-lt"


def numbered(title: str, at: int, of: int) -> str:
    """Name one of several slides under one title."""
    return f"{title} ({at} of {of})" if of > 1 else title


def place(shape: Shape, left: float, top: float, width: float, height: float) -> None:
    """Put a shape somewhere, in pixels."""
    shape.left, shape.top, shape.width, shape.height = map(geometry.emu, (left, top, width, height))


def write(frame: Frame, passages: Iterable[Passage]) -> None:
    """Write passages into a text frame, in place of what stood there."""
    for at, passage in enumerate(passages):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.space_before = Pt(passage.before)
        for told in passage.runs:
            run = paragraph.add_run()
            run.text = told.text
            run.font.size = Pt(passage.size)
            if told.bold:
                run.font.bold = True
            if told.link:
                run.hyperlink.address = told.link


def write_box(frame: Frame, passages: Iterable[Passage], inset: float) -> None:
    """Write passages into a shape that would else set them white and in its middle."""
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = geometry.emu(inset)
    write(frame, passages)
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.color.rgb = rgb(LIGHT.ink)


def _kind(shape: Shape) -> str:
    return str(shape.element.find(f".//{qn('p:ph')}").get("type", ""))


def _write_notes(slide: Slide, notes: Iterable[str]) -> None:
    frame: Frame = slide.notes_slide.notes_text_frame
    for at, note in enumerate(notes):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.text = plain(note)
