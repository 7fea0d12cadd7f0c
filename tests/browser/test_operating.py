"""What scripts add to the pages, and what is there in its place without them."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PAGES, SCRIPTS

scripts_or_not = pytest.mark.parametrize("scripts", SCRIPTS, ids=["scripts", "no-scripts"])
FOCUSED = "document.activeElement.id"


@pytest.mark.parametrize("name", ["timeline", "positions", "summit"])
def test_one_key_leads_to_the_search(reader, site, name):
    with reader.tab(site.address(PAGES[name], "en")) as tab:
        tab.keyboard.press("/")
        assert tab.evaluate(FOCUSED) == "find"
        tab.keyboard.type("either/or")
        assert tab.locator("#find").input_value() == "either/or"
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/en/search/?q=either%2For")
        tab.locator("h1").click()
        tab.keyboard.press("/")
        assert tab.evaluate(FOCUSED) == "filter-q"


def test_a_key_that_is_typed_into_a_field_stays_there(reader, site):
    with reader.tab(f"{site.url}/en/timeline/?from=never", status=400) as tab:
        field = tab.locator("#filter-from")
        field.focus()
        tab.keyboard.press("End")
        tab.keyboard.press("/")
        assert field.input_value() == "never/"
        assert tab.evaluate("document.activeElement.name") == "from"


def test_the_key_can_be_switched_off(reader, site):
    with reader.tab(f"{site.url}/en/search/") as tab:
        tab.locator("#search-key").uncheck()
        tab.goto(f"{site.url}/en/meetings/")
        tab.keyboard.press("/")
        assert tab.evaluate(FOCUSED) == ""
        tab.goto(f"{site.url}/en/search/")
        tab.locator("#search-key").check()
        tab.goto(f"{site.url}/en/meetings/")
        tab.keyboard.press("/")
        assert tab.evaluate(FOCUSED) == "find"


def test_the_slider_goes_through_the_days(reader, site):
    with reader.tab(f"{site.url}/en/positions/") as tab:
        slider = tab.locator("#slide")
        days = tab.locator(".slider").get_attribute("data-days").split()
        assert len(days) > 2
        slider.focus()
        tab.keyboard.press("Home")
        tab.wait_for_url(f"**/positions/?on={days[0]}")
        first = tab.locator("#stands td a").all_inner_texts()
        tab.keyboard.press("ArrowRight")
        tab.wait_for_url(f"**/positions/?on={days[1]}")
        expect(tab.locator("#day")).to_have_text(f"On {tab.locator('.slider output').inner_text()}")
        assert tab.evaluate(FOCUSED) == "slide"
        second = tab.locator("#stands td a").all_inner_texts()
        assert second != first
        # Other places that name the day have followed.
        expect(tab.locator("#filter-on")).to_have_value(days[1])
        german = tab.locator(".languages a[hreflang=de]")
        expect(german).to_have_attribute("href", f"/de/positions/?on={days[1]}")
        dialogue = tab.locator(".along a[href*='/take/']")
        expect(dialogue).to_have_attribute("href", f"/en/take/positions/?on={days[1]}")
        feed = tab.locator("link[rel=alternate][type='application/json+oembed']")
        assert days[1] in feed.get_attribute("href")
        tab.reload()
        assert tab.locator("#stands td a").all_inner_texts() == second


def test_without_scripts_links_go_through_the_days(reader, site):
    with reader.tab(f"{site.url}/en/positions/", scripts=False) as tab:
        expect(tab.locator(".slider")).to_be_hidden()
        tab.locator("#turns a[rel=prev]").click()
        tab.wait_for_url("**/positions/?on=*")
        tab.locator("#filter-on").fill("2024-03-15")
        tab.locator("form.choosing button").click()
        tab.wait_for_url("**/positions/?*on=2024-03-15*")
        expect(tab.locator("#day")).to_have_text("On 15 March 2024")


@scripts_or_not
@pytest.mark.parametrize(
    ("path", "box", "status"),
    [
        ("timeline/", "#filter-q", 200),
        ("search/", "#filter-q", 200),
        ("meetings/", "#find", 200),
        ("nowhere/", "#q", 404),
    ],
)
def test_ten_thousand_characters_are_not_sent_and_stay_in_the_box(
    reader, site, path, box, status, scripts
):
    address = f"{site.url}/en/{path}"
    with reader.tab(address, status=status, scripts=scripts) as tab:
        tab.locator(box).fill("a" * 10_000)
        tab.locator(box).press("Enter")
        assert tab.locator(f"{box}:invalid").count() == 1
        assert tab.url == address
        assert len(tab.locator(box).input_value()) == 10_000


def test_a_frame_stays_a_frame_while_it_is_operated(reader, site):
    with reader.tab(f"{site.url}/en/embed/timeline/") as tab:
        tab.locator("#drawing [data-move=in]").focus()
        tab.keyboard.press("+")
        tab.wait_for_url("**/en/embed/timeline/?from=*#drawing")
        closer = tab.url
        tab.locator("#drawing [data-move=out]").click()
        tab.wait_for_url(lambda url: url != closer)
        assert "/en/embed/timeline/?from=" in tab.url
        tab.goto(f"{site.url}/en/embed/positions/")
        tab.locator("#slide").focus()
        tab.keyboard.press("Home")
        tab.wait_for_url("**/en/embed/positions/?on=*")


@scripts_or_not
def test_a_citation_can_be_taken_along(reader, site, scripts):
    address = site.address(PAGES["summit"], "en")
    permissions = ["clipboard-read", "clipboard-write"]
    with reader.tab(address, scripts=scripts, permissions=permissions) as tab:
        # That of the entry stands before those of its sources.
        citation = tab.locator(".citation").first
        text = citation.inner_text()
        assert re.search(r"version \d+", text, re.IGNORECASE)
        button = tab.locator(".citation + button").first
        if not scripts:
            expect(button).to_have_count(0)
            return
        expect(button).to_have_text("Copy")
        button.click()
        expect(button).to_have_text("Copied")
        assert tab.evaluate("navigator.clipboard.readText()") == text


MARK = '#drawing .told [aria-label="Meetings"] a'


def test_the_drawing_is_walked_with_the_arrows(reader, site):
    def told():
        return tab.evaluate("document.activeElement.getAttribute('aria-label')")

    with reader.tab(site.address(PAGES["timeline"], "en")) as tab:
        tab.locator(f'{MARK}:not([tabindex="-1"])').focus()
        tab.keyboard.press("Home")
        first = told()
        tab.keyboard.press("ArrowRight")
        second = told()
        assert None not in (first, second)
        assert first != second
        tab.keyboard.press("ArrowLeft")
        assert told() == first
        tab.keyboard.press("ArrowDown")
        assert told() not in (first, second)
        tab.keyboard.press("ArrowUp")
        assert told() == first
        tab.keyboard.press("End")
        last = told()
        tab.keyboard.press("ArrowRight")  # there is none beyond the last one
        assert told() == last


@scripts_or_not
def test_a_mark_shows_its_card_when_it_is_pointed_at_or_has_the_focus(reader, site, scripts):
    with reader.tab(site.address(PAGES["timeline"], "en"), scripts=scripts) as tab:
        cards = tab.locator("#drawing .told .card:visible")
        expect(cards).to_have_count(0)
        mark = tab.locator(MARK).first
        # With room below it: were the page moved for the card, the pointer would leave the mark.
        mark.evaluate("mark => mark.scrollIntoView({block: 'center'})")
        mark.hover()
        expect(cards).to_have_count(1)
        # The card can be reached: the pointer leaves the mark for it.
        cards.locator("a").hover()
        expect(cards).to_have_count(1)
        tab.mouse.move(0, 0)
        expect(cards).to_have_count(0)
        mark.focus()
        expect(cards).to_have_count(1)


def test_the_drawing_is_enlarged_and_reduced_with_keys(reader, site):
    with reader.tab(site.address(PAGES["timeline"], "en")) as tab:
        shown = days(tab)
        tab.locator(f'{MARK}:not([tabindex="-1"])').focus()
        tab.keyboard.press("+")
        tab.wait_for_url("**from=*#drawing")
        tab.wait_for_function("document.activeElement?.closest('#drawing')")
        closer = days(tab)
        assert closer < shown
        tab.keyboard.press("-")
        tab.wait_for_function(f"document.querySelector('{DRAWN}')?.dataset.days > {closer}")


def test_the_wheel_with_the_control_key_enlarges_and_reduces(reader, site):
    with reader.tab(site.address(PAGES["timeline"], "en")) as tab:
        shown = days(tab)
        tab.locator(DRAWN).hover(position={"x": 600, "y": 150})
        tab.keyboard.down("Control")
        tab.mouse.wheel(0, -200)
        tab.wait_for_url("**from=*#drawing")
        closer = days(tab)
        assert closer < shown
        tab.locator(DRAWN).hover(position={"x": 600, "y": 60})
        tab.mouse.wheel(0, 200)
        tab.wait_for_function(f"document.querySelector('{DRAWN}')?.dataset.days > {closer}")
        tab.keyboard.up("Control")


# The drawing in bands, or that of counts.
DRAWN = "#drawing :is(.as-wide, .drawn)"


def days(tab):
    return int(tab.locator(DRAWN).get_attribute("data-days"))


@scripts_or_not
def test_the_drawing_is_moved_by_links(reader, site, scripts):
    with reader.tab(site.address(PAGES["timeline"], "en"), scripts=scripts) as tab:
        shown = days(tab)
        tab.locator("#drawing [data-move=in]").click()
        tab.wait_for_url("**from=*")
        assert days(tab) < shown
        tab.locator("#drawing [data-move=whole]").click()
        tab.wait_for_url(lambda url: "from=" not in url)
        assert days(tab) == shown


@scripts_or_not
def test_counts_are_moved_by_links(large_reader, large_site, scripts):
    with large_reader.tab(f"{large_site.url}/en/timeline/?span=all", scripts=scripts) as tab:
        shown = days(tab)
        tab.locator("#drawing .lanes a").nth(1).click()
        tab.wait_for_url("**lanes=*")
        expect(tab.locator("#drawing .lanes [aria-current]")).to_have_count(1)
        tab.locator("#drawing [data-move=in]").click()
        tab.wait_for_url("**from=*")
        assert days(tab) < shown


def test_a_first_tap_shows_the_card_and_a_second_one_opens(reader, site):
    address = site.address(PAGES["timeline"], "en")
    with reader.tab(address, width=1280, has_touch=True, is_mobile=True) as tab:
        mark = tab.locator(MARK).first
        mark.scroll_into_view_if_needed()
        name = mark.get_attribute("aria-label")
        box = mark.bounding_box()
        at = box["x"] + box["width"] / 2, box["y"] - 4  # beside it, within reach
        tab.touchscreen.tap(*at)
        expect(tab.locator("#drawing .told .card:visible")).to_have_count(1)
        assert tab.url == address
        tab.touchscreen.tap(*at)
        tab.wait_for_url("**/en/entries/*/")
        assert tab.locator("h1").inner_text() in name


def test_on_a_phone_the_details_unfold_below(reader, site):
    with reader.tab(site.address(PAGES["timeline"], "en"), width=390, scripts=False) as tab:
        block = tab.locator("#drawing .course .block").first
        expect(block.locator(".card")).to_be_hidden()
        block.locator("summary").click()
        expect(block.locator(".card")).to_be_visible()


def window(tab):
    """The first day that the drawing shows, and how many days."""
    drawn = tab.locator(DRAWN)
    return date.fromisoformat(drawn.get_attribute("data-first")), days(tab)


def drag(tab, selector, start, end, *, key=None):
    """Drags across something from one share of its width to another, in its upper part."""
    tab.locator(selector).scroll_into_view_if_needed()
    box = tab.locator(selector).bounding_box()
    at = box["y"] + min(box["height"] / 2, 12)
    if key:
        tab.keyboard.down(key)
    tab.mouse.move(box["x"] + box["width"] * start, at)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] * (start + end) / 2, at)
    tab.mouse.move(box["x"] + box["width"] * end, at)
    tab.mouse.up()
    if key:
        tab.keyboard.up(key)


@pytest.fixture
def enlarged(reader, site):
    """The timeline of a month in the middle of what the record holds."""
    address = f"{site.url}/en/timeline/?from=2025-10-01&to=2025-10-30"
    # What is still being scrolled to is not where it was when one looked.
    with reader.tab(address, reduced_motion="reduce") as tab:
        yield tab


def test_dragging_the_drawing_moves_through_time(enlarged):
    first, shown = window(enlarged)
    # A fifth of the width, of which time takes three quarters.
    drag(enlarged, DRAWN, 0.6, 0.4)
    enlarged.wait_for_url("**from=2025-10-09&to=2025-11-07#drawing")
    assert window(enlarged) == (first + timedelta(days=8), shown)
    drag(enlarged, DRAWN, 0.4, 0.5)
    enlarged.wait_for_url("**from=2025-10-05&to=2025-11-03#drawing")
    assert enlarged.locator("#entries h3").count() > 0


def test_a_drag_that_leads_nowhere_leaves_the_drawing_as_it_was(enlarged):
    drag(enlarged, DRAWN, 0.5, 0.51)
    drag(enlarged, DRAWN, 0, 1, key="Shift")  # all that is shown is chosen
    expect(enlarged.locator(f"{DRAWN} svg").first).not_to_have_attribute(
        "transform", re.compile(".")
    )
    expect(enlarged.locator("#drawing .chosen")).to_have_count(0)
    assert enlarged.url.partition("#")[0].endswith("from=2025-10-01&to=2025-10-30")
    # A click after a drag is still a click.
    enlarged.locator("#drawing .moves a[data-move=in]").scroll_into_view_if_needed()
    box = enlarged.locator("#drawing .told g:has(> foreignObject) .hit").first.bounding_box()
    enlarged.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    enlarged.wait_for_url("**/en/entries/*/")


def test_dragging_with_the_shift_key_chooses_a_part(enlarged):
    first, _shown = window(enlarged)
    drag(enlarged, DRAWN, 0.1, 0.5, key="Shift")
    enlarged.wait_for_url("**from=2025-10-01&to=2025-10-15#drawing")
    assert window(enlarged) == (first, 15)


def test_dragging_across_the_strip_chooses_a_time(enlarged):
    strip = enlarged.locator("#drawing .overview")
    first = date.fromisoformat(strip.get_attribute("data-first"))
    whole = int(strip.get_attribute("data-days"))
    drag(enlarged, "#drawing .overview", 0.1, 0.3)
    enlarged.wait_for_url(lambda url: "2025-10-01" not in url)
    begins, shown = window(enlarged)
    assert abs((begins - first).days - whole * 0.1) <= 2
    assert abs(shown - whole * 0.2) <= 3


def test_what_the_strip_shows_is_taken_along(enlarged):
    _first, shown = window(enlarged)
    drag(enlarged, "#drawing .shown", 0.5, -0.5)
    enlarged.wait_for_url(lambda url: "2025-10-01" not in url)
    begins, still = window(enlarged)
    assert still == shown
    assert abs((begins - date(2025, 9, 1)).days) <= 3
