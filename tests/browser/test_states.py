"""Every page in every state: with and without scripts, wide and narrow, light and dark."""

import pytest

from tests.browser.judging import axe, sideways
from tests.browser.pages import LANGUAGES, PAGES, SCHEMES, SCRIPTS, WIDTHS


@pytest.mark.parametrize("scripts", SCRIPTS, ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_fault(reader, site, name, language, width, scripts):
    page = PAGES[name]
    address = site.address(page, language)
    found = {}
    with reader.tab(address, width=width, scripts=scripts, status=page.status) as tab:
        for scheme in SCHEMES:
            tab.emulate_media(color_scheme=scheme)
            found[scheme] = axe(tab, scripts=scripts)
        found["sideways"] = sideways(tab)
    assert found == {"light": [], "dark": [], "sideways": []}
