"""Summaries: Markdown that can be shown. No raw HTML, no images, no headings, no script."""

import html
import re
from collections.abc import Callable
from functools import lru_cache
from itertools import count

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

# Images would be loaded from other hosts; headings would break into the order of the page's own.
PARSER = MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading"])
TAGS = {"a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"}
# A text with none of these is just paragraphs, as most summaries are: no need to parse it.
MARKED = re.compile(r"[*_`\[\]<>&\\~|#]|^\s*(?:[-+=]|\d+[.)])|^(?: {4}|\t)| {2}$", re.MULTILINE)
PARAGRAPHS = re.compile(r"\n\s*\n")
TAG = re.compile(r"<[^>]*>")
# A link to an entry, as `render` leaves it.
TO_ENTRY = re.compile(r'<a href="([-\w]+)"[^>]*>', re.ASCII)
NUMBERED = re.compile(r'<ol(?: start="(\d+)")?>(.*?)</ol>', re.DOTALL)


@lru_cache(maxsize=2048)
def render(text: str) -> SafeString:
    """The HTML of a summary."""
    if not MARKED.search(text):
        paragraphs = (part.strip() for part in PARAGRAPHS.split(text))
        return mark_safe("\n".join(f"<p>{escape(part)}</p>" for part in paragraphs if part))
    return mark_safe(
        nh3.clean(
            PARSER.render(text),
            tags=TAGS,
            # “6. January” begins a list, which without its start would become the 1st.
            attributes={"a": {"href"}, "ol": {"start"}},
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener nofollow",
        )
    )


def render_linked(text: str, entry: Callable[[str], str]) -> SafeString:
    """The same, with links to entries by their short names: `[words](paris-2026)`. `entry`: the
    address of one."""
    rendered = render(text)
    if "](" not in text:
        return rendered
    return mark_safe(TO_ENTRY.sub(lambda link: f'<a href="{escape(entry(link[1]))}">', rendered))


def linked_slugs(text: str) -> list[str]:
    """The short names of the entries that it links."""
    return TO_ENTRY.findall(render(text)) if "](" in text else []


@lru_cache(maxsize=4096)
def excerpt(text: str, longest: int = 280) -> str:
    """The beginning of a summary as plain text, cut between words."""
    first = text
    if MARKED.search(text):
        rendered = NUMBERED.sub(_with_numbers, render(text)).replace("</p>", "\n\n")
        first = html.unescape(TAG.sub("", rendered))
    first = " ".join(PARAGRAPHS.split(first.strip(), maxsplit=1)[0].split())
    if len(first) <= longest:
        return first
    cut = first[:longest].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:–-.')} …"


def _with_numbers(ordered: re.Match[str]) -> str:
    """The items of a numbered list with their numbers, which would be lost with the tags."""
    numbers = count(int(ordered[1] or 1))
    return re.sub("<li>", lambda _item: f"{next(numbers)}. ", ordered[2])
