"""The figure as PNG, drawn by the browser from the SVG of the server."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.app import open_app

SCALE = 2


def _menu(page: Page) -> Locator:
    page.get_by_role("button", name="Export").click()
    link = page.locator("a[data-png]")
    expect(link).to_be_visible()
    return link


def test_the_picture_is_saved_as_png_twice_as_large_and_named_as_the_svg(page: Page) -> None:
    open_app(page, "/?tracks=economic&from=2017-01-01")
    link = _menu(page)
    with page.expect_download() as coming:
        link.click()
    name = coming.value.suggested_filename
    assert name.endswith(".png")
    assert "economic-2017" in name
    expect(page.locator("a[data-png] + .said")).to_contain_text(f"Saved as {name}.")
    answer = page.request.get(str(link.evaluate("link => link.href")))
    assert name.removesuffix(".png") + ".svg" in answer.headers["content-disposition"]
    wide = page.evaluate(
        "svg => { const image = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;"
        " return [image.width.baseVal.value, image.height.baseVal.value]; }",
        answer.text(),
    )
    saved = Image.open(BytesIO(Path(coming.value.path()).read_bytes()))
    assert saved.size == tuple(int(pixels * SCALE) for pixels in wide)
    assert len(set(saved.convert("RGB").resize((200, 100)).tobytes())) > 20  # something is drawn


def test_it_says_that_it_is_busy_and_then_that_it_is_done(page: Page) -> None:
    open_app(page, "/?tracks=economic")
    held: list[Route] = []
    page.route("**/export/timeline.svg*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright names what it is given
    link = _menu(page)
    said = page.locator("a[data-png] + .said")
    expect(said).to_have_attribute("role", "status")
    expect(said).to_have_text("")
    link.click()
    expect(said).to_have_text(" Drawing the picture.")
    expect(link).to_have_attribute("aria-disabled", "true")
    link.click(force=True)  # once more does nothing
    with page.expect_download():
        held[0].continue_()
    expect(said).to_contain_text("Saved as")
    expect(link).not_to_have_attribute("aria-disabled", "true")
    assert len(held) == 1


def test_it_says_in_words_that_it_failed(page: Page) -> None:
    open_app(page, "/?tracks=economic")
    page.route(
        "**/export/timeline.svg*", lambda route: route.fulfill(status=200, content_type="image/svg+xml", body="no picture")
    )
    link = _menu(page)
    link.click()
    expect(page.locator("a[data-png] + .said")).to_have_text(" Not saved: this browser can't draw the picture.")
    expect(link).not_to_have_attribute("aria-disabled", "true")
