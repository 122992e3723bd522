"""HTML read back as a reader gets it: its text, the events that it opens, and its parts."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate

from dashboard.fragments.links import Links

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "path"})


def links(query: str = "") -> Links:
    """Give links that say plainly where they lead, with what stood in the address before."""
    return Links(
        event=lambda event: f"?{query}event={event}",
        measure=lambda measure: f"responses?{query}measure={measure or ''}",
        panel=lambda panel: f"responses?{query}panel={panel or ''}",
        question=lambda question: f"positions?{query}question={question or ''}",
    )


LINKS = links()


@dataclass
class Page:
    """What a piece of HTML holds, in order."""

    text: str = ""
    opened: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    left_open: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.in_term, self.in_text, self.apart = False, False, " "

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.page.tags.append(tag)
        self.in_term = named.get("class") == "term" or "lang" in named
        if not self.in_term or not self.in_text:  # a term or a foreign title stands within a text, as words of it
            self.apart = " "
        self.in_text = False
        if tag not in VOID:
            self.page.left_open.append(tag)
        if "id" in named:
            self.page.ids.append(named["id"])
        if "data-open" in named:
            self.page.opened.append(named["data-open"])
        if "href" in named:
            self.page.links.append(named["href"])
        if tag == "a" and "data-measure" in named:
            self.page.measures.append(named["data-measure"])
        if "datetime" in named:
            self.page.days.append(named["datetime"])

    def handle_endtag(self, tag: str) -> None:
        self.apart = "" if self.in_term else " "
        self.in_text = self.in_term
        self.in_term = False
        if self.page.left_open and self.page.left_open[-1] == tag:
            self.page.left_open.pop()

    def handle_data(self, data: str) -> None:
        self.page.text += f"{self.apart}{data}"
        self.apart, self.in_text = "", True


def read(html: str) -> Page:
    """Read a piece of HTML; runs of white space become one space."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.page.text = " ".join(reader.page.text.split())
    return reader.page


class _Cutter(HTMLParser):
    def __init__(self, html: str, tag: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html, self.tag = html, tag
        self.line_starts = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self.open: list[tuple[int, dict[str, str]]] = []
        self.found: list[tuple[int, str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == self.tag:
            self.open.append((self._at(), {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag == self.tag:
            start, named = self.open.pop()
            self.found.append((start, self.html[start : self.html.index(">", self._at()) + 1], named))

    def _at(self) -> int:
        line, column = self.getpos()
        return self.line_starts[line - 1] + column


def _cut(html: str, tag: str) -> list[tuple[str, dict[str, str]]]:
    cutter = _Cutter(html, tag)
    cutter.feed(html)
    cutter.close()
    return [(part_, named) for _, part_, named in sorted(cutter.found, key=lambda found: found[0])]


def parts(html: str, tag: str, name: str = "", value: str = "") -> list[str]:
    """Cut out the elements of a tag, in order, or only those with such an attribute; of classes it is one."""
    return [
        part_ for part_, named in _cut(html, tag) if not name or value == named.get(name) or value in named.get(name, "").split()
    ]


def parts_by(html: str, tag: str, name: str) -> dict[str, str]:
    """Cut out the elements of a tag by the value of an attribute that each has only once."""
    found = [(named[name], part_) for part_, named in _cut(html, tag) if name in named]
    assert len(dict(found)) == len(found)
    return dict(found)


def part(html: str, tag: str, name: str, value: str) -> str:
    """Cut out the one element of a tag with such an attribute."""
    [only] = parts(html, tag, name, value)
    return only


def plain(text: str) -> str:
    """Give a text as it stands on a page: one space for any white space."""
    return " ".join(text.split())
