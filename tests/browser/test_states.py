"""Every page in every state: with and without scripts, wide and narrow, light and dark."""

import pytest

from tests.browser.judging import COLOURS, axe, sideways
from tests.browser.pages import PAGES

# The language, the width of the window, the scheme of colours it opens in, whether scripts run.
STATES = {
    "wide": ("en", 1280, "light", True),
    "narrow": ("de", 390, "dark", True),
    "no-scripts": ("en", 390, "light", False),
}
OTHER = {"light": "dark", "dark": "light"}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_fault(reader, site, name, state):
    language, width, scheme, scripts = STATES[state]
    page = PAGES[name]
    with reader.look(
        site.address(page, language),
        width=width,
        scripts=scripts,
        status=page.status,
        color_scheme=scheme,
    ) as tab:
        found = [*axe(tab, scripts=scripts), *sideways(tab)]
        # Nothing but colours depends on the scheme.
        tab.emulate_media(color_scheme=OTHER[scheme])
        found += axe(tab, scripts=scripts, rules=COLOURS)
    assert found == []
