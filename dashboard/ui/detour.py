"""The way back to a briefing, for a presenter who looks around in the pages."""

from urllib.parse import urlencode

from dashboard.queries import address
from dashboard.queries.tables import Tables
from dashboard.ui import place
from dashboard.ui.component import mount

_HTML = """
<div class="detour" hidden>
  <span class="title"></span>
  <button type="button" class="button" name="return">Return to the briefing (B)</button>
  <button type="button" class="button" name="show">Show this</button>
  <span class="said"></span>
</div>
"""


def show(tables: Tables, page: str) -> None:
    """Draw the bar; it shows itself only in a tab that a presenter's window has left."""
    query = address.write(place.current(), tables) | {"page": [page]}
    mount("detour", _HTML, {"query": urlencode(query, doseq=True)}, key="detour")
