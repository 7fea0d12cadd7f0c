"""Pictures are loaded in the size that fits, flags when they come into sight, and nothing from
elsewhere."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PAGES, WIDTHS

LOADED = "image => image.complete && image.naturalWidth > 0"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_picture_is_loaded_in_the_size_that_fits(reader, site, width):
    with reader.tab(f"{site.url}/en/entries/hard-pictured/", width=width) as tab:
        image = tab.locator(".picture img").first
        image.scroll_into_view_if_needed()
        tab.wait_for_function(f"({LOADED})(document.querySelector('.picture img'))")
        shown = image.evaluate("image => [image.clientWidth, image.currentSrc]")
        assert shown[0] <= width
        # As wide as what is shown asks for, and no wider.
        chosen = image.evaluate("image => image.srcset.split(', ').map(size => size.split(' '))")
        [[_url, size]] = [one for one in chosen if shown[1].endswith(one[0])]
        assert size == ("640w" if width < 640 else "1280w")
        flag = tab.locator(".people .flag").first
        flag.scroll_into_view_if_needed()
        assert flag.evaluate(LOADED)


def test_nothing_of_a_video_elsewhere_is_loaded(reader, site):
    asked = []
    with reader.tab(site.address(PAGES["pictured"], "en")) as tab:
        tab.on("request", lambda request: asked.append(request.url))
        tab.reload()
        tab.locator("#media").scroll_into_view_if_needed()
        expect(tab.locator("section:has(#media) a")).to_be_visible()
    assert asked
    assert [url for url in asked if not url.startswith((site.url, "data:"))] == []
