"""The ways that readers take through the record, with scripts and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import LANGUAGES, PAGES, SCRIPTS, WIDTHS, names

scripts_or_not = pytest.mark.parametrize("scripts", SCRIPTS, ids=["scripts", "no-scripts"])


@scripts_or_not
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_front_page_to_the_difference(reader, site, language, width, scripts):
    known = names(site.url)
    slug, last = known["corrected"], known["versions"]
    with reader.tab(f"{site.url}/{language}/", width=width, scripts=scripts) as tab:
        if not tab.locator(".sections").is_visible():
            tab.locator(".menu summary").click()
        tab.locator(f".masthead a[href='/{language}/timeline/']:visible").click()
        tab.wait_for_url("**/timeline/")
        tab.locator(".filters .toggle").click()
        tab.wait_for_url("**filters=open")
        tab.locator("select[name=topic]").select_option(known["corrected_topic"])
        tab.locator("input[name=from]").fill(known["corrected_day"])
        tab.locator("input[name=to]").fill(known["corrected_day"])
        tab.locator(".filters .fields ~ button").click()
        tab.wait_for_url("**topic=*")
        expect(tab.locator(".chips a")).to_have_count(4)
        tab.locator(f".entries a[href='/{language}/entries/{slug}/']").click()
        tab.wait_for_url(f"**/entries/{slug}/")
        tab.locator(f"main a[href$='/entries/{slug}/versions/']").first.click()
        tab.wait_for_url("**/versions/")
        tab.locator("select[name=from]").select_option("1")
        tab.locator("select[name=to]").select_option(last)
        tab.locator(".pairing button").click()
        tab.wait_for_url(f"**/versions/?from=1&to={last}")
        assert tab.locator(".diff ins, .diff del").count() > 0


@scripts_or_not
def test_more_of_the_list_is_loaded(reader, site, scripts):
    with reader.tab(f"{site.url}/en/timeline/?order=oldest&limit=4", scripts=scripts) as tab:
        before = hrefs(tab)
        tab.locator("a[rel=next]").click()
        if scripts:  # in place
            expect(tab.locator(".entries h3 a")).to_have_count(8)
            assert hrefs(tab)[:4] == before
            assert "cursor" not in tab.url
            # A keyboard user continues at the first of the new ones.
            expect(tab.locator("h2:focus")).to_have_count(1)
        else:
            tab.wait_for_url("**cursor=*")
            assert not set(hrefs(tab)) & set(before)
        assert len(set(hrefs(tab))) == (8 if scripts else 4)


def hrefs(tab):
    return [link.get_attribute("href") for link in tab.locator(".entries h3 a").all()]


# What is in the frame of another site has no links to other pages.
@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if not page.embedded])
def test_the_other_language_shows_the_same_view(reader, site, name):
    page = PAGES[name]
    english, german = (site.address(page, language) for language in LANGUAGES)
    with reader.look(english, scripts=False, status=page.status) as tab:
        link = tab.locator(".languages a[hreflang=de]")
        address = site.url + (link.get_attribute("href") or "")
        assert parted(address) == parted(german)
        assert tab.locator("html").get_attribute("lang") == "en"
    with reader.look(address, scripts=False, status=page.status) as tab:
        assert tab.locator("html").get_attribute("lang") == "de"


def parted(address):
    """An address and its parameters in whatever order."""
    path, _mark, query = address.partition("?")
    return path, sorted(filter(None, query.split("&")))


@scripts_or_not
def test_whoever_goes_back_in_time_stays_there(reader, site, scripts):
    day = names(site.url)["day"]
    with reader.tab(f"{site.url}/en/timeline/?as_of={day}", scripts=scripts) as tab:
        expect(tab.locator(".as-of")).to_be_visible()
        tab.locator(".entries h3 a").first.click()
        tab.wait_for_url(f"**/entries/*/?as_of={day}")
        expect(tab.locator(".as-of")).to_be_visible()
        tab.locator(".as-of a").last.click()
        tab.wait_for_url(re.compile(r"/entries/[^/]+/$"))
        expect(tab.locator(".as-of")).to_have_count(0)


def test_nothing_had_been_published_before_the_record_began(reader, site):
    with reader.tab(f"{site.url}/en/timeline/?as_of=2020-01-01") as tab:
        expect(tab.locator(".entries h3")).to_have_count(0)
        expect(tab.locator(".empty")).to_be_visible()


@scripts_or_not
def test_the_record_is_looked_at_as_of_a_day(reader, site, scripts):
    day = names(site.url)["day"]
    with reader.tab(f"{site.url}/en/meetings/", scripts=scripts) as tab:
        tab.locator("#moment").fill(day)
        tab.locator(".moment button").click()
        tab.wait_for_url(f"**/meetings/?as_of={day}")
        tab.locator(".as-of a").first.click()
        tab.wait_for_url(f"**/since/?*as_of={day}*")


@scripts_or_not
def test_on_a_phone_the_sections_are_in_a_menu(reader, site, scripts):
    with reader.tab(f"{site.url}/en/", width=390, scripts=scripts) as tab:
        assert tab.locator(".masthead").bounding_box()["height"] <= 64
        expect(tab.locator(".masthead nav").first).to_be_hidden()
        tab.locator(".menu summary").click()
        tab.locator(".menu a[href='/en/commitments/']").click()
        tab.wait_for_url("**/en/commitments/")


@scripts_or_not
def test_two_meetings_are_compared(reader, site, scripts):
    known = names(site.url)
    with reader.tab(f"{site.url}/en/meetings/", scripts=scripts) as tab:
        tab.locator("main a[href='/en/compare/']").click()
        tab.wait_for_url("**/compare/")
        tab.locator("#first").select_option(known["before"])
        tab.locator("#second").select_option(known["after"])
        tab.locator(".choice button").click()
        tab.wait_for_url(f"**/compare/{known['before']}/{known['after']}/")
        expect(tab.locator("h1")).to_contain_text("↔")


@scripts_or_not
@pytest.mark.parametrize("width", WIDTHS)
def test_from_a_word_to_an_entry(reader, site, width, scripts):
    word = names(site.url)["word"]
    with reader.tab(f"{site.url}/en/", width=width, scripts=scripts) as tab:
        if not tab.locator("#find").is_visible():
            tab.locator(".masthead .find").click()
            tab.wait_for_url("**/search/")
        tab.locator("[data-search]").fill(word)
        tab.locator("[data-search]").press("Enter")
        tab.wait_for_url("**/search/?q=*")
        assert tab.locator("main mark").count() > 0
        tab.locator(".entries h3 a").first.click()
        tab.wait_for_url("**/entries/*/")


@scripts_or_not
def test_from_the_matrix_to_a_source(reader, site, scripts):
    with reader.tab(f"{site.url}/en/positions/", scripts=scripts) as tab:
        tab.locator(".matrix td a").first.click()
        tab.wait_for_url(re.compile("/positions/[^/]+/[^/]+/$"))
        tab.locator(".stands a[href*='/entries/']").first.click()
        tab.wait_for_url("**/entries/*/")
        assert tab.locator(".sources li").count() > 0


@scripts_or_not
def test_from_the_map_to_what_an_actor_has_promised(reader, site, scripts):
    with reader.tab(f"{site.url}/en/commitments/", scripts=scripts) as tab:
        tab.locator("main .tabs a[href*='by=map']").click()
        tab.wait_for_url("**by=map")
        tab.locator(".tiles a.tile.confirmed").first.click()
        tab.wait_for_url("**/commitments/?*actor=*")
        expect(tab.locator(".pledge").first).to_be_visible()
