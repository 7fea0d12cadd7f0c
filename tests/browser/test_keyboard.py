"""All that can be operated can be reached by Tab, in both directions, and shows that it is."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.judging import FOCUSED, WALKABLE
from tests.browser.pages import PAGES


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_tab_reaches_every_control_and_shows_where_it_is(reader, site, name, width, scheme):
    page = PAGES[name]
    # Where things move, they are looked at only when they stand still.
    with reader.look(
        site.address(page, "en"),
        width=width,
        status=page.status,
        color_scheme=scheme,
        reduced_motion="reduce",
    ) as tab:
        expected = tab.evaluate(WALKABLE)
        reached: list[dict[str, Any]] = []
        for _ in range(2 * len(expected) + 1):
            tab.keyboard.press("Tab")
            stop = tab.evaluate(FOCUSED)
            if stop is None:  # beyond the last one, in the browser's own controls
                break
            # A date has a stop for each of its parts, which show the focus themselves.
            if stop["parts"] and reached and reached[-1]["number"] == stop["number"]:
                continue
            if reached and reached[0]["number"] == stop["number"]:  # beyond the last one, as well
                break
            reached.append(stop)
    assert [stop["number"] for stop in reached] == expected
    assert [stop for stop in reached if stop["faults"]] == []


def test_the_skip_link_leads_to_the_content(reader, site):
    with reader.tab(site.address(PAGES["timeline"], "en"), reduced_motion="reduce") as tab:
        tab.keyboard.press("Tab")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**#content")
        expect(tab.locator("#content")).to_be_focused()
