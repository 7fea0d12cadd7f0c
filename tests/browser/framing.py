"""Pages of other sites that have a page of this one in a frame.

One of them is as WordPress makes it of what a provider answers that it does not know: an `iframe`
with no more than these attributes, kept apart from everything, and a script that takes two messages
of it: how high it is, and where a link leads. It is written after how WordPress behaves, and
withholds as much.
"""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.ports import free_port

# What is left of a frame of a provider that WordPress does not know.
KEPT = (
    "src",
    "width",
    "height",
    "frameborder",
    "marginwidth",
    "marginheight",
    "scrolling",
    "title",
)
SECRET = "s3cr3tOfIt"
PARENT = """
const clamp = (height) => Math.min(Math.max(parseInt(height, 10) || 0, 200), 1000);
window.asked = [];
addEventListener("message", ({ data, source }) => {
  if (!data || !/^[a-zA-Z0-9]+$/.test(data.secret)) return;
  for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
    if (source !== frame.contentWindow) continue;
    if (data.message === "height") frame.height = clamp(data.value);
    if (data.message === "link") {
      const to = new URL(data.value);
      const allowed = /^https?:$/.test(to.protocol) && to.host === new URL(frame.src).host
        && document.activeElement === frame;
      window.asked.push(to.href);
      if (allowed) window.top.location.href = to.href;
    }
  }
});
addEventListener("DOMContentLoaded", () => {
  for (const frame of document.querySelectorAll("iframe[data-secret]")) {
    frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
  }
});
"""


def filtered(html: str) -> str:
    """What WordPress leaves of the code that a provider answers."""
    [tag] = re.findall(r"<iframe[^>]*>", html)
    kept = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
    attributes = {name: value for name, value in kept.items() if name in KEPT}
    attributes["src"] += f"#?secret={SECRET}"
    said = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return (
        f'<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" {said}'
        f' data-secret="{SECRET}"></iframe>'
    )


def wordpress(code: str) -> str:
    """A post with what a provider answers. Themes size boxes with their borders."""
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>A post</title>"
        f"<script>{PARENT}</script><style>*{{box-sizing:border-box}}</style></head>"
        f"<body><p>Before.</p>{filtered(code)}<p>After.</p></body></html>"
    )


def plain(code: str) -> str:
    """A page with the code as it is."""
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>A page</title></head>"
        f"<body>{code}</body></html>"
    )


@contextmanager
def published(page: str) -> Iterator[str]:
    """The address of a page on another site, as long as the context lasts."""
    body = page.encode()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/" else 204)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            if self.path == "/":
                self.wfile.write(body)

        def log_message(self, *_said: object) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", free_port()), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
