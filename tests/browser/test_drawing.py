"""The drawing as a browser sets it: its texts are where they were reckoned to be."""

import pytest

from tests.browser.pages import LANGUAGES

# The texts of the drawing in bands that lie over one another or are cut at the side. Letters take
# up less than the line that they stand in.
MISPLACED = """() => {
    const drawing = document.querySelector("#drawing svg.told");
    const { left, right } = drawing.getBoundingClientRect();
    const texts = [...drawing.querySelectorAll("g[aria-hidden] > text")].map((text) => {
        const box = text.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(text).fontSize) * drawing.getScreenCTM().a;
        const spare = (box.height - size) / 2;
        return {said: text.textContent, left: box.left, right: box.right,
                top: box.top + spare, bottom: box.bottom - spare - 1};
    });
    const cut = texts.filter((text) => text.left < left - 2 || text.right > right + 2);
    const over = texts.flatMap((one, number) => texts.slice(number + 1).filter((other) =>
        one.left < other.right - 1 && other.left < one.right - 1
        && one.top < other.bottom - 1 && other.top < one.bottom - 1
    ).map((other) => `${one.said} / ${other.said}`));
    return [texts.length > 0, cut.map((text) => text.said), over];
}"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["", "?from=2025-08-01&to=2026-01-31", "?kind=position"])
def test_no_text_lies_over_another_one_or_is_cut(reader, site, language, path):
    with reader.tab(f"{site.url}/{language}/timeline/{path}", width=1280) as tab:
        assert tab.evaluate(MISPLACED) == [True, [], []]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nor_where_there_are_many_entries(large_reader, large_site, language):
    with large_reader.tab(f"{large_site.url}/{language}/timeline/", width=1280) as tab:
        assert tab.evaluate(MISPLACED) == [True, [], []]


@pytest.mark.parametrize(("width", "shown"), [(1280, "svg.told"), (390, "ol.course")])
def test_one_of_the_two_drawings_is_shown(reader, site, width, shown):
    with reader.tab(f"{site.url}/en/timeline/", width=width) as tab:
        both = ("svg.told", "ol.course")
        assert [one for one in both if tab.locator(f"#drawing {one}").is_visible()] == [shown]
