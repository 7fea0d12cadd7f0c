"""What readers have set in their browser: less motion, more contrast, larger text, another
direction of writing, paper."""

import pytest

from tests.browser.judging import COLOURS, MOVING, axe, sideways
from tests.browser.pages import PAGES

# Settings in which the page itself must not scroll sideways: the width of the window, the size of
# text, the direction of writing, what it is shown on.
SITUATIONS = {
    # WCAG 1.4.10: 1280 pixels at 400 %.
    "four times the size": (320, "100%", "ltr", "screen"),
    # WCAG 1.4.4, by enlarging all, and by enlarging the text alone.
    "twice the size": (640, "100%", "ltr", "screen"),
    "text at 200 %": (1280, "200%", "ltr", "screen"),
    "text at 200 % on a tablet": (768, "200%", "ltr", "screen"),
    "from right to left": (1280, "100%", "rtl", "screen"),
    "from right to left, narrow": (390, "100%", "rtl", "screen"),
    "paper": (720, "100%", "ltr", "print"),
}
ARRANGE = """([size, direction]) => {
    document.documentElement.style.fontSize = size;
    document.documentElement.dir = direction;
}"""


@pytest.fixture
def opened(reader, site):
    def opened(name, **options):
        page = PAGES[name]
        return reader.look(site.address(page, "de"), status=page.status, **options)

    return opened


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_whatever_its_situation(opened, name):
    found = {}
    with opened(name) as tab:
        for situation, (width, size, direction, medium) in SITUATIONS.items():
            tab.set_viewport_size({"width": width, "height": 600})
            tab.emulate_media(media=medium)
            tab.evaluate(ARRANGE, [size, direction])
            found[situation] = sideways(tab)
    assert found == {situation: [] for situation in SITUATIONS}


@pytest.mark.parametrize("name", PAGES)
def test_contrast_motion_and_paper_are_as_asked_for(opened, name):
    with opened(name, contrast="more", reduced_motion="reduce") as tab:
        assert tab.evaluate(MOVING) == []
        found = {}
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)
            found[scheme] = axe(tab, rules=COLOURS)
        assert found == {"light": [], "dark": []}
        tab.emulate_media(media="print", contrast="no-preference")
        style = "(name) => getComputedStyle(document.body)[name].match(/\\d+/g).slice(0, 3).join()"
        colours = [tab.evaluate(style, name) for name in ("color", "backgroundColor")]
        assert colours == ["0,0,0", "255,255,255"]


@pytest.mark.parametrize("script", ["Arabic", "Hebrew"])
def test_text_from_right_to_left_is_set_so(reader, site, script):
    slug = {"Arabic": "hard-meeting", "Hebrew": "hard-consent"}[script]
    direction = "(element) => getComputedStyle(element).direction"
    with reader.look(f"{site.url}/en/entries/{slug}/") as tab:
        assert tab.locator("h1 bdi").evaluate(direction) == "rtl"
        assert tab.locator("body").evaluate(direction) == "ltr"
