"""What the library that writes decks gives us, under names of our own, and how elements are added that it has no words for.

It tells the types of its objects only in part: which shape has a fill, a line or text it finds out when it runs.
"""

from typing import Any

from pptx.oxml.xmlchemy import OxmlElement

Shape = Any  # anything that stands on a slide
Shapes = Any  # the shapes of a slide or a group
Frame = Any  # the text of a shape
Cell = Any  # of a table
Layout = Any  # of the master
Part = Any  # of the file
Element = Any  # of its XML


def child(parent: Element, tag: str, **attributes: str) -> Element:
    """Add an element, named with the prefix of its namespace, at the end of another; give it."""
    found = OxmlElement(tag)
    for name, value in attributes.items():
        found.set(name, value)
    parent.append(found)
    return found
