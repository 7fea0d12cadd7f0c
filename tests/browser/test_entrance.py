"""The way in: every page without a fault, by the keyboard alone, and by a passkey."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser import sites
from tests.browser.judging import axe, sideways
from tests.serving import ROOT, served

PASSWORD = "correct horse battery"
BEFORE = ["login/", "reset/", "reset/sent/", "reset/done/", "inactive/", "reset/1-x/"]
WITHIN = ["second-factor/", "second-factor/app/", "second-factor/passkeys/", "log-ins/"]
WITHIN += ["second-factor/passkeys/add/", "password_change/"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Iterator[str]:
    """A site of its own with one account, and nothing in it."""
    environment = sites.environment(tmp_path_factory.mktemp("entrance") / "db.sqlite3")
    for command in (["migrate", "--verbosity", "0"], ["createsuperuser", "--no-input"]):
        account = {"DJANGO_SUPERUSER_USERNAME": "editor", "DJANGO_SUPERUSER_PASSWORD": PASSWORD}
        account["DJANGO_SUPERUSER_EMAIL"] = "editor@example.org"
        subprocess.run(
            [sys.executable, "manage.py", *command],
            check=True,
            cwd=ROOT,
            env=os.environ | environment | account,
        )
    with served(environment) as url:
        yield url


@pytest.fixture
def context(browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def log_in(page: Page, desk: str) -> None:
    page.goto(f"{desk}/admin/login/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{desk}/admin/")


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [(1280, "light", "en"), (390, "dark", "de"), (1280, "dark", "de"), (390, "light", "en")],
)
def test_no_page_has_a_fault(browser, desk, width, scheme, language):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, locale=language
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    found = {}
    for paths in (BEFORE, WITHIN):
        if paths is WITHIN:
            log_in(page, desk)
        for path in paths:
            page.goto(f"{desk}/admin/{path}")
            assert page.url == f"{desk}/admin/{path}"
            faults = [*axe(page, scripts=True), *sideways(page)]
            if folder := os.environ.get("PICTURES"):
                name = path.replace("/", "-")
                page.screenshot(path=f"{folder}/{name}{width}-{language}.png", full_page=True)
            if faults:
                found[path] = faults
    context.close()
    assert found == {}
    assert said == []


def test_by_the_keyboard_alone(context, desk):
    page = context.new_page()
    page.goto(f"{desk}/admin/login/")
    assert page.evaluate("document.activeElement.id") == "id_username"
    page.keyboard.type("editor")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")

    page.wait_for_url(f"{desk}/admin/")


def test_a_passkey_is_added_and_lets_in_without_a_password(context, desk):
    page = context.new_page()
    client = context.new_cdp_session(page)
    client.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    options |= {"hasUserVerification": True, "isUserVerified": True}
    options["automaticPresenceSimulation"] = True
    client.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    log_in(page, desk)
    page.goto(f"{desk}/admin/second-factor/passkeys/add/")
    page.fill("#id_name", "Telephone")
    page.check("#id_passwordless")
    page.click("#passkey_use")
    page.wait_for_url(f"{desk}/admin/second-factor/codes/")

    page.click("#logout-form button")
    page.goto(f"{desk}/admin/login/")
    page.click("#passkey_use")

    page.wait_for_url(f"{desk}/admin/")
    page.goto(f"{desk}/admin/second-factor/passkeys/")
    assert page.locator("#content tbody th").all_inner_texts() == ["Telephone"]


def test_a_passkey_is_the_second_factor_after_the_password(context, desk):
    """Of a device that has none, the page says so."""
    page = context.new_page()
    client = context.new_cdp_session(page)
    client.send("WebAuthn.enable")
    page.goto(f"{desk}/admin/login/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{desk}/admin/second-factor/log-in/")
    assert [*axe(page, scripts=True), *sideways(page)] == []
    client.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {"protocol": "ctap2", "transport": "usb", "isUserVerified": True}},
    )

    page.click("#passkey_use")

    page.get_by_text("The passkey was not used. Try again, or use another way.").wait_for()
