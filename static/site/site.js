// Loading more in place is a convenience. Where it fails, the link does what links do.
"use strict";
for (const event of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(event, ({ target }) => {
    const link = target.closest?.("a[href]");
    if (link) location.assign(link.href);
  });
}

// The key "/" leads to the search, unless somebody is typing or has switched it off (WCAG 2.1.4:
// speech is typed as single keys too).
const OFF = "no-search-key";
const stored = {
  get off() { try { return localStorage.getItem(OFF) === "1"; } catch { return false; } },
  set off(value) {
    try {
      if (value) localStorage.setItem(OFF, "1");
      else localStorage.removeItem(OFF);
    } catch { /* for this page only */ }
  },
};
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || stored.off) return;
  if (event.target.closest?.("input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]")) return;
  const box = document.querySelector("[data-search]");
  // On a narrow page it has no room, and a link leads to it.
  if (!box?.checkVisibility()) return;
  event.preventDefault();
  box.focus();
  box.select();
});
for (const setting of document.querySelectorAll("[data-search-key]")) {
  const box = setting.querySelector("input");
  box.checked = !stored.off;
  box.addEventListener("change", () => { stored.off = !box.checked; });
  setting.hidden = false;
}
