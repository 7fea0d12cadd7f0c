"""Suggestions for slugs that nothing public has."""

from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import get_close_matches

import orjson
from django.utils.translation import gettext as _

from events import words
from events.documents.shapes import Texts
from events.log import Tag
from events.vocabulary import Facet

# From a name by language to what readers see.
Called = Callable[[Texts], str]

# How many slugs are suggested, for how many wrong ones, and how many of the most used slugs are
# compared. These are limits because anybody may ask, and comparing takes time.
MOST = 3
MOST_WRONG = 3
MOST_COMPARED = 2000
# How like “france” they are: “franc” 0.9, “force” 0.7, “ukraine” 0.6.
ALIKE = 0.75
# No slug is longer.
LONGEST = 100
# Under which facet there are other names of what has this one.
OTHER_NAMES = {
    Facet.ACTOR: Facet.ALIAS,
    Facet.RECORD: Facet.ALIAS,
    Facet.TOPIC: Facet.TOPIC_ALIAS,
}


def nothing_has(facet: str, wrong: Collection[str], called: Called | None = None) -> list[str]:
    """A message for each of these slugs, which no tag of the facet has. `called`: tells what
    readers call what is suggested; without it, programs are told the slugs. Takes one query."""
    if not wrong:
        return []
    names, labels = _in_use(facet)
    shown = {
        slug: called(orjson.loads(labels[slug])) if called and labels[slug] else slug
        for slug in names
    }
    messages = []
    for number, slug in enumerate(wrong):
        message = _("Nothing public has “%(slug)s”.") % {"slug": slug}
        if number < MOST_WRONG and names:
            message = f"{message} {_instead(slug, names, shown)}"
        messages.append(message)
    return messages


def called_like(facet: str, terms: Collection[str], *, else_most: bool = False) -> dict[str, Texts]:
    """Up to three of this facet that are called much like one of these words, by slug with their
    names; `else_most`: if there are none, those that most entries name. Takes one query."""
    names, labels = _in_use(facet)
    near = {slug: None for term in terms for slug in close_to(term, names)}
    found = near or (names if else_most else {})
    return {slug: orjson.loads(labels[slug] or "{}") for slug in list(found)[:MOST]}


def _in_use(facet: str) -> tuple[dict[str, list[str]], dict[str, str]]:
    """By slug, what those are called that most entries name, most used first; and their labels."""
    facets = (facet, OTHER_NAMES[facet]) if facet in OTHER_NAMES else (facet,)
    used = Tag.objects.filter(facet__in=facets, standing__gt=0).order_by("-standing", "slug")
    rows = list(used.values_list("facet", "slug", "label")[: MOST_COMPARED * len(facets)])
    names = {slug: _called(slug, label) for of, slug, label in rows if of == facet}
    for of, slug, label in rows:
        if of != facet and slug in names:
            names[slug] += _called(slug, label)
    return names, {slug: label for of, slug, label in rows if of == facet}


def _called(slug: str, label: str) -> list[str]:
    """The slug, and the names in every language written as slugs."""
    known = orjson.loads(label) if label else ()
    named = known.values() if isinstance(known, dict) else known
    return [slug, *("-".join(words.words(name)) for name in named)]


def _instead(wrong: str, names: Mapping[str, Sequence[str]], shown: Mapping[str, str]) -> str:
    """`shown`: what whoever asked is told for each slug."""
    if near := close_to(wrong, names):
        return _("Close to it: %(slugs)s.") % {"slugs": ", ".join(shown[slug] for slug in near)}
    most = ", ".join(shown[slug] for slug in list(names)[:MOST])
    return _("Used most: %(slugs)s.") % {"slugs": most}


def close_to(wrong: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    """Up to three slugs. `names`: by slug, what each is called, written as slugs.

    They are those with all the words of the wrong one, in the order given; if there are none, those
    spelled much like it.
    """
    terms = words.words(wrong)
    if not terms or len(wrong) > LONGEST:
        return []
    having = [
        slug
        for slug, called in names.items()
        if any(set(terms) <= set(name.split("-")) for name in called)
    ]
    if having:
        return having[:MOST]
    slug_of = {name: slug for slug, called in names.items() for name in called}
    alike = get_close_matches("-".join(terms), slug_of, MOST, ALIKE)
    return list(dict.fromkeys(slug_of[name] for name in alike))
