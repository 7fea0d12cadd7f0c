"""What is typed at the desk is never lost: whoever leaves, whatever ends, whoever else saves."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import sites
from tests.browser.judging import axe, sideways
from tests.serving import ROOT, served

PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Iterator[str]:
    """A site of its own with two accounts and a topic."""
    environment = sites.environment(tmp_path_factory.mktemp("keeping") / "db.sqlite3")
    file = tmp_path_factory.mktemp("files") / "topic.yaml"
    file.write_text("topics:\n  force:\n    name: {en: Force, de: Truppe}\n")
    commands = [["migrate", "--verbosity", "0"], ["load", str(file)]]
    commands += [["createsuperuser", "--no-input", "--username", name] for name in ("anna", "bert")]
    account = {"DJANGO_SUPERUSER_PASSWORD": PASSWORD, "DJANGO_SUPERUSER_EMAIL": "e@example.org"}
    for command in commands:
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


def log_in(page: Page, desk: str, name: str = "anna") -> None:
    page.goto(f"{desk}/admin/login/")
    page.fill("#id_username", name)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{desk}/admin/")


def opened(context: BrowserContext, desk: str, name: str = "anna") -> Page:
    page = context.new_page()
    log_in(page, desk, name)
    page.goto(f"{desk}/admin/events/topic/1/change/")
    return page


def typed(page: Page, text: str) -> None:
    page.fill("#id_description_en", text)
    expect(page.locator("#kept-state")).to_contain_text("is kept")


def test_a_switch_of_language_keeps_what_was_typed(context, desk):
    page = opened(context, desk)
    page.fill("#id_description_en", "Before the switch")

    page.click("form.languages button[value=de]")
    page.click(".kept-forms a")

    expect(page.locator("#id_description_en")).to_have_value("Before the switch")
    page.click("form.languages button[value=en]")


def test_leaving_by_a_link_keeps_what_was_typed(context, desk):
    page = opened(context, desk)
    typed(page, "Before the link")

    page.goto(f"{desk}/admin/")
    page.click(".not-saved li:first-child a")

    expect(page.locator("#id_description_en")).to_have_value("Before the link")


def test_a_log_in_that_ends_costs_nothing(context, desk):
    page = opened(context, desk)
    typed(page, "Logged out meanwhile")
    kept = [one for one in context.cookies() if "csrf" in one["name"]]
    context.clear_cookies()
    context.add_cookies(kept)

    page.click("input[name=_continue]")
    with context.expect_page() as other:
        page.click("a[target=_blank]")
    log_in(other.value, desk)
    page.click("input[type=submit]")
    # The token of the page was that of the other log-in: it is asked for once more.
    if not page.locator("#id_description_en").count():
        page.click("input[type=submit]")

    expect(page.locator("#id_description_en")).to_have_value("Logged out meanwhile")


def test_a_server_that_is_dead_costs_nothing(context, desk):
    page = opened(context, desk)
    context.route("**/open-form/", lambda route: route.abort())
    page.fill("#id_description_en", "While it was dead")
    expect(page.locator("#kept-state")).to_contain_text("kept in this browser")
    page.close()
    context.unroute("**/open-form/")

    again = context.new_page()
    again.goto(f"{desk}/admin/events/topic/1/change/")
    again.click("p.notice a[href*=kept]")

    expect(again.locator("#id_description_en")).to_have_value("While it was dead")


def test_what_is_pasted_is_refused_whole_and_not_cut(context, desk):
    page = opened(context, desk)
    page.fill("#id_name_en", "x" * 300)

    page.click("input[name=_continue]")

    expect(page.locator(".errorlist").first).to_contain_text("200")
    expect(page.locator("#id_name_en")).to_have_value("x" * 300)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_whoever_saves_second_sees_both_texts_on_a_page_without_a_fault(
    browser, desk, width, scheme
):
    look = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    first, second = browser.new_context(), browser.new_context(**look)
    one, other = opened(first, desk, "bert"), opened(second, desk)
    one.fill("#id_description_en", f"Of the first {width}")
    other.fill("#id_description_en", f"Of the second {width}")
    one.click("input[name=_continue]")
    other.click("input[name=_continue]")
    expect(other.locator("h3")).to_have_count(1)
    assert axe(other) == []
    assert not sideways(other)

    other.check("input[value=mine]")
    other.click(".submit-row input")

    expect(other.locator("#id_description_en")).to_have_value(f"Of the second {width}")
    first.close()
    second.close()
