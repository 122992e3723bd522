"""HTML read back as a reader gets it: its text, and the events that it opens."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "path"})


@dataclass
class Page:
    """What a piece of HTML holds, in order."""

    text: str = ""
    opened: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    left_open: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.page.tags.append(tag)
        if tag not in VOID:
            self.page.left_open.append(tag)
        if "id" in named:
            self.page.ids.append(named["id"])
        if "data-open" in named:
            self.page.opened.append(named["data-open"])
        if "href" in named:
            self.page.links.append(named["href"])

    def handle_endtag(self, tag: str) -> None:
        if self.page.left_open and self.page.left_open[-1] == tag:
            self.page.left_open.pop()

    def handle_data(self, data: str) -> None:
        self.page.text += f" {data}"


def read(html: str) -> Page:
    """Read a piece of HTML; runs of white space become one space."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.page.text = " ".join(reader.page.text.split())
    return reader.page


def plain(text: str) -> str:
    """Give a text as it stands on a page: one space for any white space."""
    return " ".join(text.split())
