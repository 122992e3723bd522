"""A fault of ours: what a reader sees of it, what stays as it was, and what the log has."""

import json
import re
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from dashboard.queries.selection import Selection, select
from tests.browser import app, server
from tests.record import tables

DETAIL = "a detail that no reader may see"  # as the app with faults says it
FULL = Path("/dev/full")  # where every write fails as on a full disk
FAULTY = "tests/app/faulty.py"
ECONOMIC = Selection(tracks=frozenset({"economic"}), window=tables().window)
NUMBER = re.compile(r"under\s+the number\s+([0-9a-f]{8})\b")


def lines(log: Path) -> list[dict[str, object]]:
    """Read the lines of a log that an app wrote; what Streamlit says at its start is none."""
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.startswith("{")]


def test_a_page_that_fails_says_so_with_the_number_of_the_log_and_the_other_pages_work(browser: Browser, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with server.running(script=FAULTY, log=log) as address:
        page = browser.new_page(base_url=address, viewport={"width": 1440, "height": 900})
        app.open_app(page, "/?tracks=economic")
        page.get_by_role("navigation", name="App pages").get_by_role("link", name="Positions").click()
        fault = page.get_by_role("alert")
        expect(fault).to_contain_text("This part did not work")
        found = NUMBER.search(fault.inner_text())
        assert found
        assert DETAIL not in page.content()
        assert "RuntimeError" not in page.content()
        assert "Traceback" not in page.content()
        for title, shown in (("Responses", ".lives"), ("Sources", ".source-list"), ("Timeline", ".timeline")):
            page.get_by_role("navigation", name="App pages").get_by_role("link", name=title, exact=True).click()
            expect(page.locator(shown).first).to_be_visible()
            expect(page.get_by_role("alert").filter(visible=True)).to_have_count(0)
        app.expect_chosen(page, "economic")
        page.close()
    (told,) = [line for line in lines(log) if line.get("number") == found[1]]
    assert (told["level"], told["source"]) == ("error", "dashboard.ui.faults")
    assert DETAIL in str(told["trace"])
    assert log.read_text(encoding="utf-8").count(f"RuntimeError: {DETAIL}") == 1
    runs = [line for line in lines(log) if line["message"] == "run"]
    assert {"page": "timeline", "shown": len(select(tables(), ECONOMIC))}.items() <= runs[0].items()
    assert all(set(line) == {"time", "level", "source", "message", "page", "shown", "ms"} for line in runs if "shown" in line)


@pytest.mark.skipif(not FULL.exists(), reason="there is no full device here")
def test_a_log_that_cannot_be_written_stops_nothing(browser: Browser) -> None:
    with server.running(log=FULL) as address:
        page = browser.new_page(base_url=address, viewport={"width": 1440, "height": 900})
        app.open_app(page)
        app.choose(page, "economic")
        app.expect_address(page, "/?tracks=economic")
        page.close()


@pytest.mark.parametrize("path", ["/export/timeline.csv", "/export/E41.ris"])
def test_a_route_that_fails_answers_with_a_page_of_its_own_and_all_headers(tmp_path: Path, path: str) -> None:
    log = tmp_path / "log"
    with server.running(script=FAULTY, log=log) as address:
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{address}{path}?q=words+of+a+reader")  # noqa: S310 - our own address
        answer = refused.value
        said = answer.read().decode()
        assert answer.code == 500
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        with urlopen(f"{address}/health") as health:  # noqa: S310 - our own address
            assert health.status == 200
    found = NUMBER.search(re.sub("<[^>]+>", "", said))
    assert found
    assert DETAIL not in said
    (told,) = [line for line in lines(log) if line.get("number") == found[1]]
    assert told["path"] == path
    assert "words" not in log.read_text(encoding="utf-8")
