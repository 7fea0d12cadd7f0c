// Loading more in place is a convenience. Where it fails, the link does what links do.
for (const event of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(event, ({ target }) => {
    const link = target.closest && target.closest("a[href]");
    if (link) location.assign(link.href);
  });
}
