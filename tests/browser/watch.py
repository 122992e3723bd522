"""What no visit may bring: messages of error or warning, dialogs, requests to another host."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Dialog, Error, Page, Request

BAD = ("error", "warning")
OWN_SCHEMES = ("data",)  # what a page carries within itself


@dataclass
class Watch:
    """Everything of that kind that happened on a page."""

    address: str
    problems: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Look at a page from now on."""
        page.on("console", self._said)
        page.on("pageerror", self._failed)
        page.on("dialog", self._asked)
        page.on("request", self._requested)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in BAD:
            self.problems.append(f"{message.type} in the console: {message.text}")

    def _failed(self, error: Error) -> None:
        self.problems.append(f"error in the page: {error}")

    def _asked(self, dialog: Dialog) -> None:
        self.problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _requested(self, request: Request) -> None:
        self.requested.append(request.url)
        url = urlsplit(request.url.removeprefix("blob:"))
        if url.scheme not in OWN_SCHEMES and url.netloc != urlsplit(self.address).netloc:
            self.problems.append(f"request to another host: {request.url}")
