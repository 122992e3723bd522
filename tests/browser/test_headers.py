"""What the server says beside its answers, and whom the browser asks."""

import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect

from dashboard.browser import FOLDER
from dashboard.ui import assets
from tests import record
from tests.browser import app, server
from tests.browser.conftest import NewPage
from tests.browser.watch import Watch

HEALTH = "/_stcore/health"
SCRIPT = re.compile(r'src="\.?(/static/[^"]+\.js)"')


def headers_of(address: str, status: int = 200, asked: Mapping[str, str] | None = None) -> dict[str, str]:
    """Fetch an address, and give the headers of the answer."""
    answer, headers = fetched(address, asked)
    assert answer == status
    return headers


def fetched(address: str, asked: Mapping[str, str] | None = None) -> tuple[int, dict[str, str]]:
    """Fetch an address, and give the status and the headers of the answer."""
    wanted = Request(address, headers=dict(asked or {}))  # noqa: S310 - our own address
    try:
        with urlopen(wanted) as response:  # noqa: S310 - our own address
            return response.status, {name.lower(): value for name, value in response.headers.items()}
    except HTTPError as refused:
        return refused.code, {name.lower(): value for name, value in refused.headers.items()}


def static_asset(app_address: str) -> str:
    """Find a script that the page loads."""
    with urlopen(app_address) as response:  # noqa: S310 - our own address
        found = SCRIPT.search(response.read().decode())
    assert found
    return found[1]


PATHS = {
    **dict.fromkeys(("/", "/sources", "/responses", "/positions", "/study", "/brief", "/brief?brief=both-sides"), 200),
    **dict.fromkeys(("/brief?brief=none", "/no-such-page", "/static/js/none.js", "/export/none.csv", "/media/none"), 404),
    **dict.fromkeys(("/export/timeline.csv", "/export/schema.json", "/favicon.png", "/_stcore/host-config", "/ahead"), 200),
    **dict.fromkeys((assets.PLOTLY.address, HEALTH, "/health", "/health/alive", "static asset"), 200),
    "/export/timeline.csv?colour=red": 400,
}


@pytest.mark.parametrize(("path", "status"), PATHS.items(), ids=list(PATHS))
def test_every_answer_carries_the_security_headers(app_address: str, path: str, status: int) -> None:
    headers = headers_of(app_address + (static_asset(app_address) if path == "static asset" else path), status)
    policy = headers["content-security-policy"].split("; ")
    assert {"default-src 'self'", "object-src 'none'", "base-uri 'self'", "connect-src 'self'"} <= set(policy)
    assert not any("http" in part or "*" in part or "unsafe-eval" in part for part in policy)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_the_chart_script_is_kept_for_good(app_address: str) -> None:
    assert "immutable" in headers_of(app_address + assets.PLOTLY.address)["cache-control"]


def test_a_page_of_another_version_finds_the_scripts_of_this_one(app_address: str) -> None:
    older = app_address + re.sub(r"-\w+\.js", "-0123456789ab.js", assets.COMPONENTS["reader"].address)
    with urlopen(older) as answer:  # noqa: S310 - our own address
        assert answer.read() == (FOLDER / "reader.js").read_bytes()
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("name", ["reader.js", "nothing-0123456789ab.js", "reader-0123456789ab.css", "..%2Fapp.py"])
def test_no_other_file_is_found_by_a_name_like_theirs(app_address: str, name: str) -> None:
    assert headers_of(f"{app_address}/assets/{name}", 404)


@pytest.mark.parametrize("accepted", ["gzip", "gzip, deflate, br", "br;q=1, gzip;q=0.5"])
def test_streamlits_scripts_come_compressed_and_are_kept_for_good(app_address: str, accepted: str) -> None:
    address = app_address + static_asset(app_address)
    with urlopen(address) as plain:  # noqa: S310 - our own address
        content = plain.read()
    with urlopen(Request(address, headers={"Accept-Encoding": accepted})) as answer:  # noqa: S310 - our own address
        compressed, headers = answer.read(), answer.headers
    assert gzip.decompress(compressed) == content
    assert len(compressed) < len(content) / 2
    assert headers["content-encoding"] == "gzip"
    assert headers["vary"] == "Accept-Encoding"
    assert "immutable" in headers["cache-control"]
    assert headers["content-type"].startswith("text/javascript") or headers["content-type"].startswith("application/javascript")


@pytest.mark.parametrize("accepted", ["identity", "br", "gzip;q=0"])
def test_who_takes_nothing_compressed_gets_the_scripts_as_they_are(app_address: str, accepted: str) -> None:
    assert "content-encoding" not in headers_of(app_address + static_asset(app_address), asked={"Accept-Encoding": accepted})


def test_health_tells_that_the_app_lives_and_what_it_serves(app_address: str) -> None:
    with urlopen(f"{app_address}/health") as answer:  # noqa: S310 - our own address
        told = json.load(answer)
    dossier = record.dossier()
    assert told["ready"]
    assert told["edition"] == dossier.front.edition
    assert told["counts"]["events"] == len(dossier.events)
    with urlopen(f"{app_address}/health/alive") as answer:  # noqa: S310 - our own address
        assert json.load(answer) == {"alive": True}


def test_an_app_without_a_record_lives_and_is_not_ready(tmp_path: Path) -> None:
    with server.running(tmp_path) as address:
        assert fetched(f"{address}/health/alive")[0] == 200
        assert fetched(f"{address}/health")[0] == 503
        assert fetched(f"{address}/export/timeline.csv")[0] == 503
        assert fetched(address)[0] == 200


@pytest.mark.parametrize("path", ["/no-such-page", "/timeline.html", "/export", "/..%2f..%2fetc/passwd", "/sources/more"])
def test_an_address_that_names_nothing_says_so_in_words(page: Page, path: str) -> None:
    answer = page.request.get(path)
    assert answer.status == 404
    assert "There is no such page" in answer.text()
    assert "passwd" not in answer.text()


def test_a_browser_without_scripts_is_led_to_what_needs_none(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/sources")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Sources – {record.dossier().front.title}")  # noqa: RUF001
    assert "agent" not in page.content()
    page.get_by_role("link", name="the record to read and print").click()
    expect(page.get_by_text("E41", exact=True).first).to_be_visible()


def test_a_visit_asks_no_other_host(page: Page, watch: Watch) -> None:
    app.open_app(page)
    app.open_mark(page, 17)
    app.show_as(page, "list")
    app.go_to(page, "Sources")
    expect(page.locator(".source-list")).to_be_visible()
    app.go_to(page, "Responses")
    expect(page.locator(".lives")).to_be_visible()
    app.go_to(page, "Positions")
    expect(page.locator(".turn").first).to_be_visible()
    assert any(url.endswith(assets.PLOTLY.address) for url in watch.requested)
    assert watch.problems == []
