"""The one file: the whole record with its filters, texts, positions and briefs, and the scripts that show them."""

import gzip
import json
import re
from base64 import b64encode
from typing import Any
from urllib.parse import quote

from dashboard import browser
from dashboard.exports.extract import Extract
from dashboard.exports.onefile.contents import contents
from dashboard.exports.onefile.payload import payload
from dashboard.figures.theme import DARK, LIGHT, mixed
from dashboard.fragments.rendering import render
from dashboard.fragments.talk import in_script
from dashboard.queries import typesetting

SCRIPTS = {
    "page": "onefile/page.js",
    "select": "onefile/select.js",
    "drawing": "onefile/drawing.js",
    "choices": "choices.js",
    "figure": "figure.js",
    "reader": "reader.js",
    "stage": "stage.js",
    "terms": "terms.js",
    "sift": "sift.js",
    "leads": "leads.js",
    "plot": "plot.js",
}
STYLES = ("styles.css", "onefile/page.css")
PAGES = (("", "Timeline"), ("responses", "Responses"), ("positions", "Positions"), ("brief", "Brief"), ("sources", "Sources"))
_FACES = re.compile(r"@font-face \{[^}]*\}")  # the fonts of the site; the file has its own
# Nothing is fetched; scripts are those of the file, as they stand or as data.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' data:; style-src 'unsafe-inline'; font-src data:; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'"
)


def one_file(extract: Extract) -> bytes:
    """Write the file. It opens with what the extract selects; as of a day it holds nothing that became public later."""
    html = render(
        "one_file.html",
        front=extract.dossier.front,
        policy=POLICY,
        font=b64encode(typesetting.FONT.read_bytes()).decode(),
        light=LIGHT,
        dark=DARK,
        shades=[mixed(look.ink, look.background, 0.05) for look in (LIGHT, DARK)],
        styles="\n".join(browser.text(name) for name in STYLES),
        stage_styles=_FACES.sub("", browser.text("stage.css")),
        pages=PAGES,
        more=("standing", "importance", "layer", "party"),
        timeline=render("timeline.html"),
        edition=extract.edition,
        made=extract.made,
        address=extract.address,
        sentence=extract.sentence,
        data={"record": _packed(_with_inks(payload(extract))), "parts": _packed(contents(extract))},
        plotly=_plotly(),
        modules=in_script({"imports": {name: _as_data(file) for name, file in SCRIPTS.items()}}),
    )
    return html.encode()


def _with_inks(record: dict[str, Any]) -> dict[str, Any]:
    return record | {"inks": {look.name: {"ink": look.ink, "muted": look.muted} for look in (LIGHT, DARK)}}


def _packed(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()


def _as_data(file: str) -> str:
    return f"data:text/javascript;charset=utf-8,{quote(browser.text(file))}"


def _plotly() -> str:
    return browser.PLOTLY.read_text(encoding="utf-8").replace("</script", "<\\/script")
