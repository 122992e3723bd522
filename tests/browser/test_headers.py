"""What the server says beside its answers, and whom the browser asks."""

import re
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from dashboard.ui import assets
from tests.browser import app
from tests.browser.watch import Watch

HEALTH = "/_stcore/health"
SCRIPT = re.compile(r'src="\.?(/static/[^"]+\.js)"')


def headers_of(address: str) -> dict[str, str]:
    """Fetch an address, and give the headers of the answer."""
    with urlopen(address) as response:  # noqa: S310 - our own address
        assert response.status == 200
        return {name.lower(): value for name, value in response.headers.items()}


def static_asset(app_address: str) -> str:
    """Find a script that the page loads."""
    with urlopen(app_address) as response:  # noqa: S310 - our own address
        found = SCRIPT.search(response.read().decode())
    assert found
    return found[1]


@pytest.mark.parametrize(
    "path", ["/", "/sources", "/responses", "/positions", "/study", assets.PLOTLY.address, HEALTH, "static asset"]
)
def test_every_answer_carries_the_security_headers(app_address: str, path: str) -> None:
    headers = headers_of(app_address + (static_asset(app_address) if path == "static asset" else path))
    policy = headers["content-security-policy"].split("; ")
    assert {"default-src 'self'", "object-src 'none'", "base-uri 'self'", "connect-src 'self'"} <= set(policy)
    assert not any("http" in part or "*" in part or "unsafe-eval" in part for part in policy)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_the_chart_script_is_kept_for_good(app_address: str) -> None:
    assert "immutable" in headers_of(app_address + assets.PLOTLY.address)["cache-control"]


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
