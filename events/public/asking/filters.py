"""The filters that every list takes, read from a query string, strictly."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from events import words
from events.documents.indexing import TagName
from events.log import Tag
from events.public.asking.cursors import Cursor
from events.public.asking.parameters import DEFAULT_LIMIT, Parameters, Worded, as_sent
from events.public.asking.suggestions import nothing_has
from events.public.versions.moments import Moment
from events.vocabulary import (
    CommitmentStatus,
    Facet,
    Kind,
    QuestionStatus,
    Role,
    Stance,
    SummitStatus,
)

# Made once: the enumerations make their lists of values anew for everybody who asks.
KINDS, ROLES, STANCES = tuple(Kind.values), tuple(Role.values), tuple(Stance.values)
STATUSES = tuple(
    dict.fromkeys([*SummitStatus.values, *CommitmentStatus.values, *QuestionStatus.values])
)
ORDERS = ("newest", "oldest")
FILTERS = (
    *("kind", "process", "actor", "role", "topic", "stance", "status"),
    *("from", "to", "q", "as_of"),
)
PAGING = ("order", "limit", "cursor")
LONGEST_QUERY = 200


@dataclass(frozen=True)
class Filters:
    """What a list shows, in which order, and where its page begins."""

    kind: str | None = None
    process: str | None = None
    actors: tuple[str, ...] = ()
    role: str | None = None
    topic: str | None = None
    stance: str | None = None
    status: str | None = None
    start: date | None = None
    end: date | None = None
    q: str = ""
    as_of: Moment | None = None
    order: str = "newest"
    limit: int = DEFAULT_LIMIT
    cursor: Cursor | None = None
    # The number of each tag that an entry has to have; None: no entry has all of them.
    tags: tuple[int, ...] | None = field(default=(), compare=False)

    @property
    def terms(self) -> list[str]:
        return list(dict.fromkeys(words.words(self.q)))


def parse(
    params: Mapping[str, Sequence[str]],
    accept: Collection[str] = FILTERS + PAGING,
    worded: Worded = as_sent,
) -> Filters:
    """Read the filters from a query string, given as lists of values by name.

    Raises `InvalidParameters` that names every parameter that is unknown, given twice or has a
    value that cannot be meant. An empty value is as good as none: forms send those.
    """
    reader = Parameters(params, accept, worded)
    filters = read_filters(reader)
    reader.finish()
    return filters


def read_filters(reader: Parameters) -> Filters:
    """The filters among parameters of which others are read too; call `finish` afterwards."""
    values: dict[str, Any] = {
        "kind": reader.choice("kind", KINDS),
        "process": reader.one("process"),
        "actors": reader.many("actor"),
        "role": reader.choice("role", ROLES),
        "topic": reader.one("topic"),
        "stance": reader.choice("stance", STANCES),
        "status": reader.choice("status", STATUSES),
        "start": reader.day("from"),
        "end": reader.day("to"),
        "q": reader.value("q", _words) or "",
        "as_of": reader.moment(),
        "order": reader.choice("order", ORDERS) or "newest",
        "limit": reader.limit(),
        "cursor": reader.value("cursor", Cursor.parse),
    }
    if values["start"] and values["end"] and values["start"] > values["end"]:
        reader.complain("to", _("The window ends before it begins."))
    values["tags"] = _tags(values, reader)
    return Filters(**values)


def _tags(values: dict[str, Any], reader: Parameters) -> tuple[int, ...] | None:
    """The numbers of the tags that are asked for; complains of slugs that nothing public has."""
    named = [("actor", TagName(Facet.ACTOR, slug)) for slug in values["actors"]]
    for name, facet in (("process", Facet.PROCESS), ("topic", Facet.TOPIC)):
        if values[name]:
            named.append((name, TagName(facet, values[name])))
    wanted = [tag for _name, tag in named]
    if values["role"]:
        # With actors, it is they who have the role.
        wanted += [
            TagName(Facet.ACTOR_IN_ROLE, f"{slug}/{values['role']}") for slug in values["actors"]
        ] or [TagName(Facet.ROLE, values["role"])]
    for name, facet in (("stance", Facet.STANCE), ("status", Facet.STATUS)):
        if values[name]:
            wanted.append(TagName(facet, values[name]))
    if not wanted:
        return ()
    rows = Tag.objects.filter(slug__in=[tag.slug for tag in wanted])
    known = {
        TagName(facet, slug): number
        for number, facet, slug in rows.values_list("id", "facet", "slug")
    }
    wrong: dict[str, list[str]] = {}
    for name, tag in named:
        # Who is on file only as a member or as represented is known, and in no entry by itself.
        on_file = tag.facet == Facet.ACTOR and TagName(Facet.RECORD, tag.slug) in known
        if tag not in known and not on_file:
            wrong.setdefault(name, []).append(tag.slug)
    for name, slugs in wrong.items():  # each is called as its facet is
        for message in nothing_has(name, slugs):
            reader.complain(name, message)
    return tuple(known[tag] for tag in wanted) if known.keys() >= set(wanted) else None


def _words(text: str) -> str:
    if len(text) > LONGEST_QUERY:
        raise ValueError(
            _("Search for at most %(most)d characters; these are %(given)d.")
            % {"most": LONGEST_QUERY, "given": len(text)}
        )
    if not words.words(text):
        raise ValueError(_("There is no letter or digit to search for."))
    return text
