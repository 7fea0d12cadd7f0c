"""What is said of slugs that nothing public has: which ones would be right."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches

from django.utils.translation import gettext as _

from events.models.versions import Tag

# So many slugs are suggested, and for so many wrong ones: comparing takes its time.
MOST = 3
MOST_WRONG = 3
# “franc” is like “france” by 0.9, “force” by 0.7 and “ukraine” by 0.6.
ALIKE = 0.75
# No slug is longer.
LONGEST = 100


def nothing_has(facet: str, wrong: Collection[str]) -> list[str]:
    """A message for each of these slugs, which no tag of the facet has, in one query."""
    if not wrong:
        return []
    used = Tag.objects.filter(facet=facet, standing__gt=0).order_by("-standing", "slug")
    slugs = list(used.values_list("slug", flat=True))
    messages = []
    for number, slug in enumerate(wrong):
        message = _("Nothing public has “%(slug)s”.") % {"slug": slug}
        if number < MOST_WRONG and slugs:
            message = f"{message} {_instead(slug, slugs)}"
        messages.append(message)
    return messages


def _instead(wrong: str, slugs: Sequence[str]) -> str:
    if near := close_to(wrong, slugs):
        return _("Close to it: %(slugs)s.") % {"slugs": ", ".join(near)}
    return _("Used most: %(slugs)s.") % {"slugs": ", ".join(slugs[:MOST])}


def close_to(wrong: str, slugs: Sequence[str]) -> list[str]:
    """Up to three of the slugs: those that have all its words, in the order given, or else those
    that are spelled much like it."""
    if len(wrong) > LONGEST:
        return []
    wrong = "-".join(wrong.lower().replace("_", " ").split())
    words = {word for word in wrong.split("-") if word}
    having = [slug for slug in slugs if words and words <= set(slug.split("-"))]
    return having[:MOST] or get_close_matches(wrong, slugs, MOST, ALIKE)
