// A page in a frame tells the page around it how high it is, in the words that WordPress listens to:
// { message, value, secret }, with the secret that the address of the frame ends with.
"use strict";
if (window.parent !== window) {
  // Another page in the same frame has another address. It may keep nothing, but a frame has a name.
  const given = /[?&]secret=(\w+)/.exec(location.hash);
  if (given) window.name = `secret=${given[1]}`;
  const secret = /^secret=(\w+)$/.exec(window.name)?.[1] ?? "";
  const tell = (message, value) => window.parent.postMessage({ message, value, secret }, "*");
  const tellHeight = () => tell("height", Math.ceil(document.body.getBoundingClientRect().height));

  new ResizeObserver(tellHeight).observe(document.body);
  // It may not have listened yet.
  addEventListener("message", ({ source, data }) => {
    if (source === window.parent && data?.message === "ready") tellHeight();
  });

  // Where the frame may open nothing, the page around it does; it takes addresses of this host alone.
  // What is elsewhere is told of on the page itself.
  if (secret && window.origin === "null") addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || link.matches("[target=_self]")) return;
    event.preventDefault();
    const page = document.querySelector(".credit a").href;
    const url = new URL(link.getAttribute("href"), document.baseURI);
    const place = link.closest("[id]:not(main)")?.id;
    tell("link", url.host === location.host ? url.href : page + (place ? `#${place}` : ""));
  });
}
