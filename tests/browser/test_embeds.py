"""Pages in frames of other sites: as high as what they show, with links that lead somewhere."""

import json
import re
import urllib.request
from contextlib import contextmanager
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser import framing
from tests.browser.judging import axe, sideways
from tests.browser.pages import names
from tests.browser.reader import PATIENCE
from tests.waiting import PATIENCE as SECONDS

# What an embed can be, by the name that a failing test has.
VIEWS = {
    "entry": "entries/{position}/?show=brief",
    "row": "positions/?topic={topic}&show=table",
    "list": "timeline/?show=list&limit=2",
    "drawing": "timeline/?show=drawing&theme=dark",
    "walk": "entries/hard-walk/?show=brief",
}
WIDTHS = (390, 700)
INSIDE = "() => document.body.getBoundingClientRect().height"


def embedded(site, path, language="en"):
    """The code that a program gets for a page in a frame."""
    url = f"{site.url}/{language}/embed/{path.format(**names(site.url))}"
    asked = f"{site.url}/oembed?{urlencode({'url': url, 'format': 'json'})}"
    with urllib.request.urlopen(asked, timeout=SECONDS) as answer:
        return json.load(answer)["html"]


@contextmanager
def shown(browser, page, width, **options):
    """The page of another site, in a tab, with the frame in it."""
    context = browser.new_context(viewport={"width": width, "height": 900}, **options)
    context.set_default_timeout(PATIENCE)
    try:
        with framing.published(page) as address:
            tab = context.new_page()
            said = []
            tab.on("console", lambda message: said.append(message.text))
            tab.goto(address)
            frame = tab.frames[1]
            frame.wait_for_load_state("load")
            yield tab, frame
            assert said == []
    finally:
        context.close()


def heights(tab, frame):
    """Of the frame, as it is on the page, and of what is in it."""
    return tab.locator("iframe").bounding_box()["height"], frame.evaluate(INSIDE)


def is_as_high(tab, frame):
    """Waits until the frame has the height that it should have, within a pixel."""
    tab.wait_for_function("() => document.querySelector('iframe').height !== '640'")
    tab.wait_for_timeout(300)
    outer, inner = heights(tab, frame)
    assert abs(outer - min(max(inner, 200), 1000)) <= 1, (outer, inner)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", VIEWS)
def test_in_wordpress_a_frame_is_as_high_as_what_it_shows(browser, site, view, width):
    page = framing.wordpress(embedded(site, VIEWS[view]))
    with shown(browser, page, width) as (tab, frame):
        is_as_high(tab, frame)
        # No wider than the page, and nothing in it is.
        box = tab.locator("iframe").bounding_box()
        assert box["x"] + box["width"] <= width
        assert frame.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth")
        # Turned, or in another column.
        tab.set_viewport_size({"width": width + 200, "height": 900})
        is_as_high(tab, frame)
        # Letters of another size.
        frame.evaluate("() => { document.documentElement.style.fontSize = '20px'; }")
        is_as_high(tab, frame)


@pytest.mark.parametrize("width", WIDTHS)
def test_in_wordpress_a_link_leads_to_the_site(browser, site, width):
    slug = names(site.url)["position"]
    page = framing.wordpress(embedded(site, VIEWS["entry"]))
    with shown(browser, page, width) as (tab, frame):
        link = frame.locator(".on a").first
        to = link.get_attribute("href")
        link.click()
        tab.wait_for_url(f"{site.url}{to}")
    with shown(browser, page, width) as (tab, frame):
        # By keyboard as well; the credit is always there.
        frame.locator(".credit a").press("Enter")
        tab.wait_for_url(f"{site.url}/en/entries/{slug}/")


def test_in_wordpress_a_source_is_told_of_on_the_site(browser, site):
    """A link to another host would be refused: it leads to where the source stands."""
    slug = names(site.url)["position"]
    page = framing.wordpress(embedded(site, VIEWS["entry"]))
    with shown(browser, page, 700) as (tab, frame):
        frame.evaluate(
            """() => { const link = document.createElement("a"); link.href = "https://else.example/";
            link.textContent = "Else"; document.querySelector(".sources li").append(link); }"""
        )
        frame.locator(".sources a", has_text="Else").click()
        tab.wait_for_url(f"{site.url}/en/entries/{slug}/#source-1")


def test_in_wordpress_another_time_is_shown_in_the_frame(browser, site):
    page = framing.wordpress(embedded(site, VIEWS["drawing"]))
    with shown(browser, page, 700) as (tab, frame):
        is_as_high(tab, frame)
        frame.locator("a[data-move=in]").click()
        frame.wait_for_url("**/embed/timeline/?*from=*")
        assert "theme=dark" in frame.url
        frame.wait_for_load_state("load")
        is_as_high(tab, frame)
        # The way out still works, though the address has no secret any more.
        frame.locator(".credit a").click()
        tab.wait_for_url(re.compile(r"/en/timeline/\?.*from="))


@pytest.mark.parametrize("view", VIEWS)
def test_the_credit_is_in_sight(browser, site, view):
    """However low a frame is in which nobody has set its height."""
    page = framing.plain(embedded(site, VIEWS[view]).replace('height="640"', 'height="300"'))
    with shown(browser, page, 390, java_script_enabled=False) as (tab, frame):
        box = frame.locator(".credit a").bounding_box()
        outer = tab.locator("iframe").bounding_box()
        assert outer["y"] < box["y"]
        assert box["y"] + box["height"] <= outer["y"] + outer["height"]


@pytest.mark.parametrize(("theme", "light"), [("light", True), ("dark", False)])
def test_a_frame_is_light_or_dark_as_is_asked(browser, site, theme, light):
    page = framing.wordpress(embedded(site, f"timeline/?show=list&limit=1&theme={theme}"))
    other = "dark" if light else "light"
    with shown(browser, page, 390, color_scheme=other) as (_tab, frame):
        ground = frame.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(251, 250, 247)" if light else "rgb(21, 23, 27)")


def test_links_have_the_colour_that_is_asked_for(browser, site):
    page = framing.wordpress(
        embedded(site, "timeline/?show=list&limit=1&theme=light&accent=9c1c4b")
    )
    with shown(browser, page, 390) as (_tab, frame):
        colour = frame.locator(".credit a").evaluate("(link) => getComputedStyle(link).color")
    assert colour == "rgb(156, 28, 75)"


def test_a_script_makes_a_frame_as_high_on_any_page(browser, site):
    code = f"<record-embed>{embedded(site, VIEWS['entry'])}</record-embed>"
    page = framing.plain(f'{code}<script src="{site.url}/embed.js" async></script>')
    with shown(browser, page, 390) as (tab, frame):
        is_as_high(tab, frame)
        # A link opens beside the page that has the frame.
        with tab.context.expect_page() as opened:
            frame.locator(".credit a").click()
        assert urlsplit(opened.value.url).path.startswith("/en/entries/")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_page_in_a_frame_has_no_fault(reader, site, view, theme, language):
    path = re.sub(r"&theme=\w+", "", VIEWS[view]).format(**names(site.url))
    accent = "9c1c4b" if theme == "light" else "ff9dbd"
    address = f"{site.url}/{language}/embed/{path}&theme={theme}&accent={accent}"
    with reader.look(address, width=390, height=8000) as tab:
        expect(tab.locator(".credit")).to_be_visible()
        assert [*axe(tab), *sideways(tab)] == []
