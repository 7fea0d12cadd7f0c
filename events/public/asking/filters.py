"""The filters of a list, read strictly from a query string."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, assert_never

from django.utils.translation import gettext as _

from events.dates import Certainty
from events.documents.indexing import TagName
from events.filters import (
    LONGEST_QUERY,
    MOST_TERMS,
    TABLE,
    AsOf,
    Choice,
    Day,
    Filter,
    ReferenceChoice,
    When,
    Words,
    Year,
)
from events.log import Tag
from events.public.asking.cursors import Cursor
from events.public.asking.parameters import DEFAULT_LIMIT, Parameters, Worded, as_sent
from events.public.asking.statuses import Common, of_status, turned
from events.public.asking.suggestions import Called, nothing_has
from events.public.asking.wanted import Wanted, wanted
from events.public.versions.moments import Moment
from events.vocabulary import Facet
from events.words import BEGINS_FROM

ORDERS = ("newest", "oldest")
PAGING = ("order", "limit", "cursor")
# The state of the record that a list is read in: not for pages, which show the newest, or that at a
# moment.
STATE = "seq"
EVERYTHING = (*(one.name for one in TABLE), *PAGING, STATE)
# The fields of `Filters` that are not called after their filter.
FIELDS = {"actor": "actors", "source": "sources", "from": "start", "to": "end"}
REFERENCES = tuple(one for one in TABLE if isinstance(one, ReferenceChoice))
# Closed lists whose values are tags.
TAGGED = {one.name: one for one in TABLE if isinstance(one, Choice) and one.facet}

# Which day it is for a reader of the record at a moment.
ReadersDay = Callable[[Moment | None], date]
# The values read, by the name of the field.
Values = dict[str, Any]


@dataclass(frozen=True)
class Filters:
    """What a list shows, in what order, and where its page begins."""

    kind: str | None = None
    process: str | None = None
    actors: tuple[str, ...] = ()
    topic: str | None = None
    domain: str | None = None
    format: str | None = None
    sources: tuple[str, ...] = ()
    # The values of closed lists by the names of the filters: (("stance", "opposes"),).
    choices: tuple[tuple[str, str], ...] = ()
    start: date | None = None
    end: date | None = None
    when: str = Certainty.POSSIBLE
    year: int | None = None
    q: str = ""
    as_of: Moment | None = None
    # The list as it stood after this version.
    seq: int | None = None
    order: str = "newest"
    limit: int = DEFAULT_LIMIT
    cursor: Cursor | None = None
    # The number of each tag that an entry must have; None: no entry has all of them. A status is
    # one of them, or one on a day.
    tags: tuple[Common, ...] | None = field(default=(), compare=False)
    # How many standing entries have the rarest of these tags.
    rarest: int | None = field(default=None, compare=False)
    # The reader's day, if statuses are those of that day and not those of the publication.
    on: date | None = field(default=None, compare=False)

    @property
    def wanted(self) -> Wanted:
        """What `q` says, taken apart."""
        return wanted(self.q)

    @property
    def terms(self) -> list[str]:
        """The words to be found."""
        return self.wanted.words

    @property
    def has_parts(self) -> bool:
        """Can it find words by a part of them?"""
        return any(len(word) >= BEGINS_FROM for word in self.wanted.having.words)

    @property
    def numbers(self) -> list[int]:
        """The tags that are numbers."""
        return [tag for tag in self.tags or () if isinstance(tag, int)]

    @property
    def is_windowed(self) -> bool:
        """Is it limited to a stretch of time?"""
        return bool(self.start or self.end or self.year)

    @property
    def has_window(self) -> bool:
        """Is it limited to a window of days, so that results are in it for certain or possibly?"""
        return bool(self.start or self.end)

    @property
    def certain(self) -> bool:
        """Does it leave out what is in the window only possibly?"""
        return self.has_window and self.when == Certainty.CERTAIN

    @property
    def is_narrowed(self) -> bool:
        """Is it narrowed by anything other than the kind?"""
        return self.tags != () or bool(self.q) or self.is_windowed

    def choice(self, name: str) -> str | None:
        """The value asked for from this closed list, if any."""
        return dict(self.choices).get(name)


def parse(
    params: Mapping[str, Sequence[str]],
    accept: Collection[str] = EVERYTHING,
    worded: Worded = as_sent,
    kind: str = "",
    when: Certainty = Certainty.POSSIBLE,
    day: ReadersDay | None = None,
    called: Called | None = None,
) -> Filters:
    """Read the filters from a query string, given as lists of values by name.

    Raises `InvalidParameters`, which names every parameter that is unknown, given twice or invalid.
    An empty value counts as none, because forms send those. `kind`: that of all entries of the
    list; values that such entries cannot have are invalid. `when`: whether a window that does not
    say so has what is in it for certain, or possibly. `day`: tells which day it is for a reader of
    the record at a moment; without it, statuses are those published. `called`: tells what readers
    call an actor or the like; without it, messages have slugs.
    """
    reader = Parameters(params, accept, worded)
    filters = read_filters(reader, kind, when, day, called)
    reader.finish()
    return filters


def read_filters(
    reader: Parameters,
    kind: str = "",
    when: Certainty = Certainty.POSSIBLE,
    day: ReadersDay | None = None,
    called: Called | None = None,
) -> Filters:
    """Read the filters where other parameters are read too; call `finish` afterwards."""
    values: Values = {
        "order": reader.choice("order", ORDERS) or "newest",
        "limit": reader.limit(),
        "cursor": reader.value("cursor", Cursor.parse),
    }
    choices = []
    for one in TABLE:
        # A parameter that the address does not take has its message already.
        if one.name not in reader.params or one.name in reader.errors:
            continue
        value = _read(one, reader, kind)
        if one.name in TAGGED:
            choices += [(one.name, value)] if value else []
        elif value is not None:
            values[FIELDS.get(one.name, one.name)] = value
    values |= {"kind": values.get("kind") or kind or None, "choices": tuple(choices)}
    start, end = values.get("start"), values.get("end")
    if start and end and start > end:
        reader.complain("to", _("The window ends before it begins."))
    wrong = reader.errors.keys() & {"from", "to", "when"}
    if values.get("when") and not (start or end or wrong):
        reader.complain("when", _("This goes with a window of days: give “from” or “to”, too."))
    values[STATE] = reader.state(values.get("as_of"))
    values["when"] = values.get("when") or when
    values["on"] = day(values.get("as_of")) if day else None
    values["tags"] = _tags(values, reader, called)
    return Filters(**values)


def _read(one: Filter, reader: Parameters, kind: str) -> Any:
    match one:
        case Choice():
            return reader.choice(one.name, one.labels_of(kind))
        case ReferenceChoice():
            return reader.many(one.name) if one.repeats else reader.one(one.name)
        case Day():
            return reader.day(one.name)
        case When():
            return reader.choice(one.name, one.labels)
        case Year():
            return reader.year(one.name)
        case Words():
            return reader.value(one.name, _words)
        case AsOf():
            return reader.moment(one.name)
        case _:
            assert_never(one)


def _tags(values: Values, reader: Parameters, called: Called | None) -> tuple[Common, ...] | None:
    """The numbers of the tags asked for. Complains of slugs that nothing public has."""
    named = [(one, TagName(one.facet, slug)) for one in REFERENCES for slug in _slugs(one, values)]
    wanted = [tag for _one, tag in named]
    for name, value in values["choices"]:
        wanted += _told_by(TAGGED[name], value, values.get("actors", ()))
    if not wanted:
        return ()
    rows = Tag.objects.filter(slug__in=[tag.slug for tag in wanted])
    known: dict[TagName, int] = {}
    standing: dict[TagName, int] = {}
    for number, facet, slug, entries in rows.values_list("id", "facet", "slug", "standing"):
        known[TagName(facet, slug)], standing[TagName(facet, slug)] = number, entries
    wrong: dict[ReferenceChoice, list[str]] = {}
    for one, tag in named:
        if tag not in known and TagName(one.also, tag.slug) not in known:
            wrong.setdefault(one, []).append(tag.slug)
    for one, slugs in wrong.items():
        for message in nothing_has(one.facet, slugs, called):
            reader.complain(one.name, message)
    values["rarest"] = min(standing.get(tag, 0) for tag in wanted)
    found = [_common(tag, known.get(tag, 0), values["on"]) for tag in wanted]
    return tuple(found) if all(found) else None


def _common(tag: TagName, number: int, day: date | None) -> Common:
    """What entries have in common that have a tag, whose number is 0 if none ever had; of a status,
    those that have it on the day, if there is one."""
    if day and tag.facet == Facet.STATUS:
        return of_status(tag.slug, number, turned(day))
    return number


def _slugs(one: ReferenceChoice, values: Values) -> tuple[str, ...]:
    found = values.get(FIELDS.get(one.name, one.name))
    return found if isinstance(found, tuple) else (found,) if found else ()


def _told_by(one: Choice, value: str, actors: Sequence[str]) -> Iterator[TagName]:
    """The tags of a value. If actors are asked for too, they must be the ones who have it."""
    if one.with_actors and actors:
        for slug in actors:
            yield TagName(one.with_actors, f"{slug}/{value}")
    else:
        yield TagName(one.facet, value)


def _words(text: str) -> str:
    if len(text) > LONGEST_QUERY:
        raise ValueError(
            _("Search for at most %(most)d characters; these are %(given)d.")
            % {"most": LONGEST_QUERY, "given": len(text)}
        )
    asked = wanted(text)
    terms = asked.having.number + asked.without.number
    if not terms:
        raise ValueError(_("There is no letter or digit to search for."))
    if not asked.having.number:
        raise ValueError(
            _("That says only what is to be left out. Add a word that has to be there.")
        )
    if terms > MOST_TERMS:
        raise ValueError(
            _("Search for at most %(most)d words; these are %(given)d.")
            % {"most": MOST_TERMS, "given": terms}
        )
    return text
