"""The site run without a browser, and what it then shows."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Html, UnknownElement

SITE = Path(__file__).parents[2] / "dashboard" / "site.py"
HARBOUR = Path(__file__).parents[1] / "dossiers" / "harbour"  # the invented dossier
PATIENCE = 60  # seconds that a run may take


class Text(HTMLParser):
    """The words of a piece of HTML."""

    def __init__(self, html: str) -> None:
        """Read it."""
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        """Keep what is no tag."""
        self.found.append(data)

    def __str__(self) -> str:
        """Give the words with single spaces."""
        return " ".join("".join(self.found).split())


def visit(page: str = "", **query: str | list[str]) -> AppTest:
    """Run the site at an address of its first page, and then go to the page whose script is named."""
    site = AppTest.from_file(SITE, default_timeout=PATIENCE)
    for name, value in query.items():
        site.query_params[name] = value
    site.run()
    return site.switch_page(f"pages/{page}.py").run() if page else site


def see_no_error(site: AppTest) -> None:
    """See that no script has failed and nothing is reported as an error."""
    assert list(site.exception) == []
    assert list(site.error) == []


def data(site: AppTest, key: str) -> dict[str, Any]:
    """Give what the component of ours that stands under a key of the page was given to show."""
    return next(told for id_, told in _components(site) if id_.endswith(f"-{key}"))


def html(site: AppTest, key: str) -> str:
    """Give the HTML that stands under a key of the page."""
    return str(data(site, key)["html"])


def words(site: AppTest, key: str) -> str:
    """Give the words that stand under a key of the page."""
    return str(Text(html(site, key)))


def sentence(site: AppTest) -> str:
    """Give the sentence that says what is shown."""
    (found,) = _paragraphs(site, "sentence")
    return found


def notices(site: AppTest) -> list[str]:
    """Give what else is said to the reader."""
    return _paragraphs(site, "notice")


def all_html(site: AppTest) -> str:
    """Give all HTML of ours on the page."""
    alone = [str(element.proto.body) for element in site.get("html") if isinstance(element, Html)]
    return "\n".join([*alone, *(str(told.get("html", "")) for _, told in _components(site))])


def _paragraphs(site: AppTest, kind: str) -> list[str]:
    pattern = rf'<p class="{kind}"[^>]*>(.*?)</p>'
    return [str(Text(found)) for found in re.findall(pattern, all_html(site), re.DOTALL)]


def _components(site: AppTest) -> Iterator[tuple[str, dict[str, Any]]]:
    for element in site.main:
        if isinstance(element, UnknownElement) and element.type == "bidi_component":
            yield str(element.proto.id), json.loads(element.proto.bytes)
