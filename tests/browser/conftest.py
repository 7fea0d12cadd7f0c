import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.pages import Site
from tests.browser.reader import PATIENCE, Reader, launch


def pytest_configure() -> None:
    expect.set_options(timeout=PATIENCE)
    if "SITE_URL" not in os.environ:
        raise pytest.UsageError(
            "These tests need running sites: `make test-browser`, or "
            "`python -m tests.browser.sites pytest tests/browser`."
        )


@pytest.fixture(scope="session")
def site() -> Site:
    return Site(os.environ["SITE_URL"])


@pytest.fixture(scope="session")
def large_site() -> Site:
    return Site(os.environ["LARGE_SITE_URL"])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def reader(browser: Browser, site: Site) -> Reader:
    return Reader(browser, site.url)


@pytest.fixture(scope="session")
def large_reader(browser: Browser, large_site: Site) -> Reader:
    return Reader(browser, large_site.url)
