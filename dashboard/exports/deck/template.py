"""The empty deck: its master, layouts, fonts and colours, so that what colleagues add looks like the rest."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from enum import IntEnum

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation

from dashboard.exports.deck import geometry
from dashboard.exports.deck.geometry import HEIGHT, MARGIN, emu
from dashboard.exports.deck.library import Element, Part, Shape, child
from dashboard.exports.deck.library import Layout as LibraryLayout
from dashboard.exports.deck.metrics import FONT
from dashboard.exports.deck.ratio import Ratio
from dashboard.figures.theme import LIGHT
from dashboard.model.dossier import Lane

HEADINGS = "Georgia"  # a serif that Windows and macOS both have
TITLE = 22  # points
SCENE_TITLE, SCENE_TITLE_TOP, SCENE_MESSAGE_TOP, SCENE_BODY_TOP = 14, 22, 48, 124
_ACCENTS = 6  # that a theme has
_KEPT = (0, 1, 5, 2)  # of the layouts of the library's own template


class Layout(IntEnum):
    """The layouts, in the order in which PowerPoint offers them."""

    OPENING = 0
    WORDS = 1
    FIGURE = 2
    SCENE = 3


Box = tuple[float, float, float, float]  # left, top, width and height in pixels


def empty(ratio: Ratio, lanes: Iterable[Lane]) -> Presentation:
    """Make a deck without slides."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = emu(ratio.width), emu(HEIGHT)
    deck.element.find(qn("p:sldSz")).attrib.pop("type", None)
    _keep_layouts(deck)
    _leave_out(deck.part.package, RELATIONSHIP_TYPE.THUMBNAIL)
    _leave_out(deck.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS)
    _color(deck, [LIGHT.of(lane) for lane in lanes])
    _set_master(deck, ratio)
    for layout, boxes in _boxes(ratio).items():
        _set_layout(deck.slide_layouts[layout], layout.name.capitalize(), boxes)
    _style_layouts(deck, ratio)
    return deck


def _keep_layouts(deck: Presentation) -> None:
    layouts = list(deck.slide_layouts)
    for at, layout in enumerate(layouts):
        if at not in _KEPT:
            deck.slide_layouts.remove(layout)
    # What is left stands in the order of the template: opening, words, scene, figure.
    names = deck.slide_master.element.find(qn("p:sldLayoutIdLst"))
    names.append(names[2])


def _leave_out(part: Part, kind: str) -> None:
    relations = part._rels  # noqa: SLF001 - the library has no public way to drop a relation of the package
    for name in [name for name, relation in relations.items() if relation.reltype == kind]:
        relations.pop(name)


def _color(deck: Presentation, lanes: list[str]) -> None:
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    theme.set("name", "Timeline")
    accents = [*lanes, *[LIGHT.muted] * _ACCENTS][:_ACCENTS]
    colors = {"dk1": LIGHT.ink, "lt1": LIGHT.background, "dk2": LIGHT.muted, "lt2": LIGHT.rule}
    colors |= {f"accent{at}": color for at, color in enumerate(accents, start=1)} | {"hlink": LIGHT.ink, "folHlink": LIGHT.muted}
    for name, color in colors.items():
        slot = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
        slot.clear()
        child(slot, "a:srgbClr", val=color[1:].upper())
    for kind, font in {"major": HEADINGS, "minor": FONT}.items():
        theme.find(f".//{qn(f'a:{kind}Font')}/{qn('a:latin')}").set("typeface", font)
    part._blob = serialize_part_xml(theme)  # noqa: SLF001 - as above


def _boxes(ratio: Ratio) -> Mapping[Layout, Mapping[str, Box]]:
    foot = {
        "ftr": (MARGIN, geometry.FOOT_TOP, ratio.inner - 80, geometry.FOOT_HEIGHT),
        "sldNum": (ratio.width - MARGIN - 60, geometry.FOOT_TOP, 60, geometry.FOOT_HEIGHT),
    }
    title = {"title": (MARGIN, 22, ratio.inner, 76)}
    body = (MARGIN, geometry.BODY_TOP, ratio.inner, geometry.BODY_BOTTOM - geometry.BODY_TOP)
    return {
        Layout.OPENING: {"ctrTitle": (80, 130, ratio.width - 160, 150), "subTitle": (80, 296, ratio.width - 160, 330)} | foot,
        Layout.WORDS: title | {"": body, "body": body} | foot,
        Layout.FIGURE: title | foot,
        Layout.SCENE: {
            "title": (MARGIN, SCENE_TITLE_TOP, ratio.inner, 24),
            "body": (MARGIN, SCENE_MESSAGE_TOP, ratio.inner, 68),
        }
        | foot,
    }


def _set_master(deck: Presentation, ratio: Ratio) -> None:
    master = deck.slide_master
    _set_layout(master, "", _boxes(ratio)[Layout.WORDS])
    for body in master.element.iter(qn("a:bodyPr")):
        for side in ("lIns", "tIns", "rIns", "bIns"):
            body.set(side, "0")
    styles = master.element.find(qn("p:txStyles"))
    styles.find(qn("p:titleStyle")).replace(styles.find(qn("p:titleStyle"))[0], _level(1, "mj", TITLE, 0))
    body_style = styles.find(qn("p:bodyStyle"))
    for level in range(1, 6):
        body_style.replace(body_style.find(qn(f"a:lvl{level}pPr")), _level(level, "mn", 14, 6))
    for name in ("Title Placeholder 1",):
        shape = next(shape for shape in master.placeholders if shape.name == name)
        shape.element.find(f".//{qn('a:bodyPr')}").set("anchor", "b")
    for style in master.element.iter(qn("a:lvl1pPr")):
        tint = style.find(f".//{qn('a:tint')}")
        if tint is not None:  # foot and number
            style.set("algn", "r" if style.get("algn") == "r" else "l")
            style.find(qn("a:defRPr")).set("sz", "1000")
            tint.getparent().set("val", "tx2")
            tint.getparent().remove(tint)


def _level(level: int, family: str, points: int, before: int) -> Element:
    return parse_xml(
        f'<a:lvl{level}pPr {nsdecls("a")} marL="{(level - 1) * 228600}" indent="0" algn="l" defTabSz="457200" rtl="0" '
        f'eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPts val="{before * 100}"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{points * 100}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+{family}-lt"/><a:ea typeface="+{family}-ea"/><a:cs typeface="+{family}-cs"/></a:defRPr>'
        f"</a:lvl{level}pPr>"
    )


def _set_layout(layout: LibraryLayout, name: str, boxes: Mapping[str, Box]) -> None:
    if name:
        layout.element.find(qn("p:cSld")).set("name", name)
        layout.element.attrib.pop("type", None)
    for shape in list(layout.placeholders):
        kind = shape.element.find(f".//{qn('p:ph')}").get("type", "")
        if kind not in boxes:
            shape.element.getparent().remove(shape.element)
            continue
        shape.left, shape.top, shape.width, shape.height = (emu(length) for length in boxes[kind])
        body = shape.element.find(f".//{qn('a:bodyPr')}")
        for old in list(body):
            body.remove(old)
        child(body, "a:noAutofit")


def _style_layouts(deck: Presentation, ratio: Ratio) -> None:
    opening, scene = deck.slide_layouts[Layout.OPENING], deck.slide_layouts[Layout.SCENE]
    title, subtitle = opening.placeholders[0], opening.placeholders[1]
    _restyle(title, _level(1, "mj", title_room(Layout.OPENING, ratio)[0], 0), "b")
    _restyle(subtitle, _level(1, "mn", 14, 8), "t")
    kicker = _level(1, "mn", SCENE_TITLE, 0)
    kicker.find(f".//{qn('a:schemeClr')}").set("val", "tx2")
    _restyle(scene.placeholders[0], kicker, "t")
    _restyle(scene.placeholders[1], _level(1, "mj", message_size(ratio), 0), "t")


def title_room(layout: Layout, ratio: Ratio) -> tuple[int, float]:
    """Give the points of a layout's title, and the pixels of height that it may take."""
    if layout is Layout.OPENING:
        return 36 if ratio is Ratio.WIDE else 30, 150
    return (SCENE_TITLE, 24) if layout is Layout.SCENE else (TITLE, 76)


def message_size(ratio: Ratio) -> int:
    """Give the points of a scene's message."""
    return 22 if ratio is Ratio.WIDE else 18


def _restyle(shape: Shape, level: Element, anchor: str) -> None:
    shape.element.find(f".//{qn('a:bodyPr')}").set("anchor", anchor)
    styles = shape.element.find(f".//{qn('a:lstStyle')}")
    for old in list(styles):
        styles.remove(old)
    styles.append(level)


def foot_of(layout: LibraryLayout, kind: str) -> Element:
    """Copy the foot or the number of a layout, which the library leaves out of new slides."""
    shape = next(shape for shape in layout.placeholders if shape.element.find(f".//{qn('p:ph')}").get("type") == kind)
    copied = deepcopy(shape.element)
    properties = copied.find(qn("p:spPr"))
    for old in list(properties):
        properties.remove(old)
    return copied
