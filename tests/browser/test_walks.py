"""A walk is gone along by links, with scripts and without, by the arrow keys, and in a frame."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import framing
from tests.browser.pages import KINDS, LANGUAGES, SCRIPTS, WIDTHS
from tests.browser.test_embeds import VIEWS, embedded, is_as_high, shown

PATH = "entries/hard-walk/"


def is_at(tab, number):
    expect(tab).to_have_title(re.compile(rf"^\w+ {number} \w+ {len(KINDS)}: "))
    expect(tab.locator(".stops [aria-current]")).to_have_count(1)


@pytest.mark.parametrize("scripts", SCRIPTS, ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_from_the_first_step_to_the_last_and_back(
    reader, site, language, width, scripts
):
    address = f"{site.url}/{language}/{PATH}"
    with reader.tab(address, width=width, scripts=scripts) as tab:
        for number in range(1, len(KINDS)):
            is_at(tab, number)
            # Its mark is in sight of whoever looks further down.
            drawn = tab.locator(".drawing a[aria-current]:visible").first
            slug = tab.locator(".step .brief a").first.get_attribute("href")
            assert drawn.get_attribute("href") == slug
            tab.locator(".along [rel=next]").click()
            tab.wait_for_url(f"{address}?step={number + 1}#step")
        is_at(tab, len(KINDS))
        expect(tab.locator(".along [rel=next]")).to_have_count(0)
        tab.locator(".along [rel=prev]").click()
        tab.wait_for_url(f"{address}?step={len(KINDS) - 1}#step")
        tab.locator(".stops a[aria-current] >> xpath=../../..").locator("li a").first.click()
        tab.wait_for_url(f"{address}#step")


def test_the_arrow_keys_lead_along(reader, site):
    with reader.tab(f"{site.url}/en/{PATH}") as tab:
        tab.keyboard.press("ArrowLeft")  # there is nothing before the first
        tab.keyboard.press("ArrowRight")
        tab.wait_for_url("**?step=2#step")
        is_at(tab, 2)
        # Whoever reads it aloud is at the step, and Tab goes on from there.
        tab.keyboard.press("Tab")
        assert tab.evaluate("() => Boolean(document.activeElement.closest('.step'))")
        tab.keyboard.press("ArrowRight")
        tab.wait_for_url("**?step=3#step")
        tab.keyboard.press("Control+ArrowRight")
        tab.locator("#find").press("ArrowLeft")
        is_at(tab, 3)
        tab.locator(".along [rel=prev]").press("ArrowLeft")
        tab.wait_for_url("**?step=2#step")


@pytest.mark.parametrize("width", [390, 700])
def test_in_wordpress_the_steps_change_in_the_frame(browser, site, width):
    page = framing.wordpress(embedded(site, VIEWS["walk"]))
    with shown(browser, page, width) as (tab, frame):
        is_as_high(tab, frame)
        frame.locator(".along [rel=next]").click()
        frame.wait_for_url("**/embed/entries/hard-walk/?step=2&show=brief#step")
        frame.wait_for_load_state("load")
        is_as_high(tab, frame)
        frame.locator(".along [rel=next]").press("ArrowRight")
        frame.wait_for_url("**?step=3&show=brief#step")
        frame.wait_for_load_state("load")
        # What it shows opens outside of it.
        link = frame.locator(".step .brief a").first
        to = link.get_attribute("href")
        link.click()
        tab.wait_for_url(f"{site.url}{to}")
