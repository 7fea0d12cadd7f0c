"""Items of a list as HTML.

Fifty of them are most of a page. As plain strings they take a quarter of the time that a template
takes; other lists, which are short, use `templates/pages/site/_items.html`.
"""

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django.urls import get_script_prefix
from django.utils.safestring import SafeString

from events.presenting.lists.items import KEPT, Item
from events.presenting.wording import Term, in_page


def listed(items: Iterable[Item]) -> SafeString:
    """The list items, one after the other. Texts of the record are HTML already (`Text`)."""
    prefix = get_script_prefix()
    return SafeString("".join(_listed(item, prefix) for item in items))


# For as long as the items are kept. The prefix is a part of the addresses of flags.
@lru_cache(maxsize=KEPT)
def _listed(item: Item, prefix: str) -> str:
    mark = f' <span class="mark">{escape(item.mark)}</span>' if item.mark else ""
    status = _badge(item.status) if item.status else ""
    status += _badge(item.moved) if item.moved else ""
    doubt = "".join(map(_badge, item.warnings))
    stance = _stance(item.stance) if item.stance else ""
    line = f"{stance}{in_page(item.line)}"
    line = f'\n    <p class="line">{line}</p>' if line else ""
    excerpt = f'\n    <p class="excerpt" dir="auto">{item.excerpt}</p>' if item.excerpt else ""
    sources = f"\n    {item.sources}" if item.sources else ""
    return f"""<li class="entry kind-{item.kind.tone}{" imprecise" if mark else ""}">
  <div class="when"><span class="date">{item.label}</span>{mark}</div>
  <div class="what">
    <p class="kind">{item.kind.label}{status}{doubt}</p>
    <h3 dir="auto"><a href="{escape(item.url)}">{item.title}</a></h3>{line}{excerpt}{sources}
  </div>
</li>
"""


# A list uses few words, and uses them on every line.
@lru_cache(maxsize=400)
def _badge(word: Term) -> str:
    return f' <span class="status {word.tone}">{escape(word.label)}</span>'


@lru_cache(maxsize=100)
def _stance(word: Term) -> str:
    sign = f'<span class="sign" aria-hidden="true">{word.sign}</span>'
    return f'<span class="stance {word.tone}">{sign} {escape(word.label)}</span> '
