"""The invented record on every page and in every export: nothing goes wrong, and no word of the real one is there."""

import gzip
import re
from base64 import b64decode
from io import BytesIO
from urllib.request import urlopen
from zipfile import ZipFile, is_zipfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from dashboard.exports.kinds import KINDS
from dashboard.model.vocabulary import Rank
from dashboard.ui.frame import PAGES, title
from tests import record
from tests.app.site import HARBOUR
from tests.browser import app, server
from tests.browser.watch import Watch

FRONT, REAL = record.harbour().dossier.front, record.dossier().front
PACKED = re.compile(r'<script type="application/gzip"[^>]*>(.*?)</script>', re.DOTALL)
SCRIPT = re.compile(r"<script[^>]*>.*?</script>", re.DOTALL)  # plotly.js knows countries for its maps
ADDRESSES = [*(f"/{path}" for path in PAGES), "/?event=E4&view=list", "/responses?panel=works", "/study?set=made"]
OURS = {rank.label for rank in Rank}  # words of every record, which may also be a party's name
NAMES = {lane.title for lane in REAL.lanes} | {party.name for party in REAL.parties}
FOREIGN = [REAL.title, REAL.subtitle, *sorted(NAMES - OURS)]


def foreign_words(text: str) -> list[str]:
    """Find the words of the real record in a text."""
    return [words for words in FOREIGN if re.search(rf"\b{re.escape(words)}\b", text)]


def test_every_page_of_another_record_opens_as_its_own(browser: Browser) -> None:
    with server.running(HARBOUR) as address:
        page = browser.new_page(base_url=address, viewport={"width": 1440, "height": 900}, bypass_csp=True)
        watch = Watch(address)
        watch.over(page)
        for there in ADDRESSES:
            app.open_app(page, there)
            path = there.strip("/").partition("?")[0]
            expect(page).to_have_title(title(path, FRONT.title))
            expect(page.get_by_role("heading", level=1)).to_have_text(PAGES[path].title if path else FRONT.title)
            assert foreign_words(page.evaluate("document.body.textContent")) == [], there
            assert app.overflow(page) == 0
            violations = Axe().run(page).response["violations"]
            assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in violations] == [], there
        page.close()
        for kind in KINDS.values():
            with urlopen(f"{address}/export/{kind.file}") as answer:  # noqa: S310 - our own address
                assert foreign_words(_text(answer.read())) == [], kind.file
    assert watch.problems == []


def _text(content: bytes) -> str:
    """Give all text of a file, and of the files within it."""
    if not is_zipfile(BytesIO(content)):
        text = content.decode(errors="ignore")
        within = [gzip.decompress(b64decode(found)).decode() for found in PACKED.findall(text)]
        return "\n".join([SCRIPT.sub("", text), *within])
    with ZipFile(BytesIO(content)) as packed:
        return "\n".join(_text(packed.read(name)) for name in packed.namelist())
