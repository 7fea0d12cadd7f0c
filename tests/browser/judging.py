"""Questions to an open page: each answers with what is wrong, a line for each fault."""

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page as Tab

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": TAGS},
    "resultTypes": ["violations"],
}
RUN = "async (options) => (await axe.run(document, options)).violations"
# What depends on the scheme of colours.
COLOURS = ("color-contrast", "link-in-text-block")
# Where scripts are off, no timer ever fires, and axe waits for some.
TIMERS = """() => {
    window.setTimeout = (call, _wait, ...values) => {
        Promise.resolve().then(() => call(...values)); return 1; };
    window.requestAnimationFrame = (call) => window.setTimeout(call);
}"""

SIDEWAYS = """() => {
    const page = document.scrollingElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
        const box = element.getBoundingClientRect();
        if (!box.width || (box.right <= page.clientWidth + 0.5 && box.left >= -0.5)) return false;
        for (let above = element.parentElement; above; above = above.parentElement)
            if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(above).overflowX)
                && above !== document.body && above !== document.documentElement) return false;
        return true;
    });
    return [`${page.scrollWidth} px in ${page.clientWidth} px: ` + wide.slice(-4).map((element) =>
        `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} "${
            element.textContent.trim().slice(0, 30)}"`).join(", ")];
}"""


def axe(tab: Tab, *, scripts: bool = True, rules: Sequence[str] = ()) -> list[str]:
    """What axe finds against WCAG 2.2 AA and what it calls best practice, or against `rules`."""
    if not scripts:
        tab.evaluate(TIMERS)
    # What axe would preload, it asks for in a way that needs scripts, too.
    options = OPTIONS | {"preload": scripts}
    if rules:
        options |= {"runOnly": {"type": "rule", "values": rules}}
    if not tab.evaluate("Boolean(window.axe)"):
        tab.evaluate(AXE_SCRIPT)
    found = tab.evaluate(RUN, options)
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]} {_reason(node)}"
        for rule in found
        for node in rule["nodes"]
    ]


def _reason(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)


def sideways(tab: Tab) -> list[str]:
    """Whether the page itself scrolls sideways, and because of what."""
    found: list[str] = tab.evaluate(SIDEWAYS)
    return found


# Opens all that can be opened, numbers everything that Tab should stop at, in the order of the
# document, and gives the numbers.
WALKABLE = """() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    const selector = "a[href], button, input, select, textarea, summary, [tabindex]";
    const stops = [...document.querySelectorAll(selector)].filter((element) =>
        element.tabIndex >= 0 && !element.disabled && element.type !== "hidden"
        && element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
        // In drawings, the former says yes of what stands in a group that is not displayed.
        && element.getClientRects().length
        && !element.closest("[inert]")
        && !(element.tagName === "SUMMARY" && element.parentElement.tagName !== "DETAILS"));
    const group = (element) => element.type === "radio" && element.name;
    const seen = new Set();
    const numbered = stops.filter((element) => {
        // Tab stops once at a group of radio buttons: at the one that is chosen, or the first.
        if (!group(element)) return true;
        const chosen = stops.find((other) => group(other) === group(element) && other.checked);
        if (chosen ? chosen !== element : seen.has(group(element))) return false;
        seen.add(group(element));
        return true;
    });
    numbered.forEach((element, number) => element.setAttribute("data-stop", number));
    return numbered.map((_element, number) => number);
}"""

FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const faults = [];
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
        && !/, 0\\)$|transparent/.test(style.outlineColor);
    // A mark in a drawing shows it by the edge or the surface of its shape.
    const shapes = element instanceof SVGElement ? [...element.querySelectorAll("*")] : [];
    const drawn = shapes.some((part) => {
        const look = () => ["stroke", "strokeWidth", "fill", "opacity"].map(
            (name) => getComputedStyle(part)[name]).join();
        const focused = look();
        element.blur();
        const changed = look() !== focused;
        element.focus({focusVisible: true, preventScroll: true});
        return changed;
    });
    if (!outlined && !drawn && style.boxShadow === "none") faults.push("no visible focus");
    const page = document.scrollingElement;
    if (box.bottom <= 0 || box.top >= page.clientHeight || box.right <= 0
        || box.left >= page.clientWidth) faults.push("out of sight");
    else {
        const [x, y] = [Math.min(Math.max(box.left + box.width / 2, 1), page.clientWidth - 1),
                        Math.min(Math.max(box.top + box.height / 2, 1), page.clientHeight - 1)];
        const above = document.elementsFromPoint(x, y).find((other) =>
            ["fixed", "sticky"].includes(getComputedStyle(other).position)
            && !other.contains(element) && !element.contains(other));
        if (above) faults.push(`covered by ${above.tagName}.${above.className}`);
    }
    const parts = ["date", "time", "datetime-local", "month"].includes(element.type);
    const name = element.textContent || element.getAttribute("aria-label") || element.name || "";
    return {number: Number(element.dataset.stop ?? -1), faults, parts,
            element: `${element.tagName.toLowerCase()} "${name.trim()}"`};
}"""

# What is animated, fades or scrolls smoothly.
MOVING = """() => [...document.querySelectorAll("*")].flatMap((element) =>
    ["", "::before", "::after"].filter((part) => {
        const style = getComputedStyle(element, part || null);
        const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
        return (style.animationName !== "none" && lasts(style.animationDuration))
            || lasts(style.transitionDuration) || style.scrollBehavior === "smooth";
    }).map((part) => `${element.tagName}.${element.getAttribute("class") ?? ""}${part}`))"""
