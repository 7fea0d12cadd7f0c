// The arrow keys step through a walk, where they mean nothing else.
"use strict";
addEventListener("keydown", (event) => {
  const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  if (!way || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
  if (!event.target.closest?.("input, textarea, select")) document.querySelector(`.along [rel=${way}]`)?.click();
});
