"""An editor in a browser. The site has the account by `tests.browser.records`."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page as Tab

from tests.browser.reader import Reader

EDITOR, PASSWORD = "browser-tests", "a long password of the browser tests"


@contextmanager
def at_the_desk(reader: Reader, path: str, **options: object) -> Iterator[Tab]:
    """A tab on an address of the desk, below `/admin/`. What goes wrong in it is a failure."""
    with reader.tab(f"{reader.url}/admin/login/", **options) as tab:  # type: ignore[arg-type]
        tab.locator("[name=username], [name=login]").fill(EDITOR)
        tab.locator("[name=password]").fill(PASSWORD)
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/admin/")
        tab.goto(f"{reader.url}/admin/{path}")
        yield tab
