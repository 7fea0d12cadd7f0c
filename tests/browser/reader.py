"""Somebody with a browser who looks at the site, and notes everything that goes wrong."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Playwright, Request, Response
from playwright.sync_api import Page as Tab

from tests import waiting

# In milliseconds.
PATIENCE = 1000 * waiting.PATIENCE
# No requests of the browser's own: it is to ask the site and nobody else.
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
)
REPORT_POLICY = """document.addEventListener("securitypolicyviolation", (event) =>
    console.error("policy:", event.violatedDirective, event.blockedURI, event.sample))"""

# As of a context that is new.
USUAL = {
    "media": "null",
    "color_scheme": "light",
    "contrast": "no-preference",
    "reduced_motion": "no-preference",
}


def executable() -> str:
    """The browser: `CHROMIUM`, else the one on the path."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert found, "There is no Chromium: `python -m tests.browser.installing` gets it."
    return found


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))


@dataclass
class Troubles:
    """What a reader never sees: messages, refused or failed requests, requests to other hosts.

    `expected`: the status that a page may have itself, by its address.
    """

    host: str
    expected: dict[str, int] = field(default_factory=dict)
    found: list[str] = field(default_factory=list)

    def watch(self, tab: Tab) -> None:
        tab.on("console", self._console)
        tab.on("pageerror", lambda error: self.found.append(f"script: {error}"))
        tab.on("request", self._request)
        tab.on("requestfailed", self._failed)
        tab.on("response", self._response)

    def forget(self) -> None:
        self.expected.clear()
        self.found.clear()

    def confirm_none(self) -> None:
        assert not self.found, "\n".join(self.found)

    def _console(self, message: ConsoleMessage) -> None:
        # Chromium says of an answer above 400 that it failed to load; `_response` judges these.
        address = message.location.get("url", "")
        if message.text.startswith("Failed to load resource") and address in self.expected:
            return
        if message.type in ("error", "warning"):
            self.found.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self.host:
            self.found.append(f"another host: {request.url}")

    def _failed(self, request: Request) -> None:
        # A page that is left while it loads is no failure.
        if request.failure != "net::ERR_ABORTED":
            self.found.append(f"failed: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and self.expected.get(response.url) != response.status:
            self.found.append(f"{response.status}: {response.url}")


@dataclass
class Reader:
    """Opens the site `url`, whose address has no slash at the end."""

    browser: Browser
    url: str
    # What `look` uses again, by whether scripts run.
    kept: dict[bool, tuple[Tab, Troubles]] = field(default_factory=dict)

    @contextmanager
    def tab(
        self,
        address: str = "",
        *,
        width: int = 1280,
        height: int = 800,
        scripts: bool = True,
        status: int = 200,
        **options: Any,
    ) -> Iterator[Tab]:
        """A tab on an address of the site. When it closes, nothing may have gone wrong.

        `options`: as of playwright's `new_context`, for example `color_scheme`.
        """
        size = {"width": width, "height": height}
        tab, troubles = self._new(scripts, viewport=size, **options)
        try:
            _open(tab, troubles, address, status)
            yield tab
            troubles.confirm_none()
        finally:
            tab.context.close()

    @contextmanager
    def look(
        self,
        address: str,
        *,
        width: int = 1280,
        height: int = 800,
        scripts: bool = True,
        status: int = 200,
        **media: Any,
    ) -> Iterator[Tab]:
        """The same for pages that are looked at only. The tab is one that others have looked at
        pages with, and nothing may be left in it but a page; a new one takes five times as long.

        `media`: as of playwright's `emulate_media`.
        """
        tab, troubles = self.kept.pop(scripts, None) or self._new(scripts, cached=False)
        try:
            troubles.forget()
            tab.set_viewport_size({"width": width, "height": height})
            tab.emulate_media(**USUAL | media)
            _open(tab, troubles, address, status)
            yield tab
            troubles.confirm_none()
        except BaseException:
            tab.context.close()
            raise
        self.kept[scripts] = tab, troubles

    def _new(self, scripts: bool, *, cached: bool = True, **options: Any) -> tuple[Tab, Troubles]:
        context = self.browser.new_context(
            base_url=f"{self.url}/", java_script_enabled=scripts, **options
        )
        context.set_default_timeout(PATIENCE)
        if scripts:
            context.add_init_script(REPORT_POLICY)
        tab = context.new_page()
        if not cached:
            asked = {"cacheDisabled": True}
            context.new_cdp_session(tab).send("Network.setCacheDisabled", asked)
        troubles = Troubles(urlsplit(self.url).netloc)
        troubles.watch(tab)
        return tab, troubles


def _open(tab: Tab, troubles: Troubles, address: str, status: int) -> None:
    if not address:
        return
    if status >= 400:
        troubles.expected[address] = status
    response = tab.goto(address)
    answered = response and response.status
    assert answered == status, f"{address} answered {answered}"
