"""The filters of a list, read strictly from a query string."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, assert_never

from django.utils.translation import gettext as _

from events.dates import Certainty
from events.filters import (
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
from events.public.asking.cursors import Cursor
from events.public.asking.parameters import (
    DEFAULT_LIMIT,
    Parameters,
    Worded,
    as_sent,
    not_one_of,
)
from events.public.asking.programs import (
    OR,
    Programs,
    coded,
    countries,
    each,
    edge,
    made_at,
    refuse_what_cannot_apply,
    several,
    updated,
)
from events.public.asking.statuses import Common
from events.public.asking.suggestions import Called
from events.public.asking.tagged import FIELDS, REFERENCES, TAGGED, Values, slugs_of, tags_of
from events.public.asking.wanted import Wanted, read_words, wanted
from events.public.versions.moments import Moment
from events.vocabulary import Facet
from events.words import BEGINS_FROM

ORDERS = ("newest", "oldest")
PAGING = ("order", "limit", "cursor")
# The state of the record that a list is read in: not for pages, which show the newest, or that at a
# moment.
STATE = "seq"
EVERYTHING = (*(one.name for one in TABLE), *PAGING, STATE)

# Which day it is for a reader of the record at a moment.
ReadersDay = Callable[[Moment | None], date]


@dataclass(frozen=True)
class Filters:
    """What a list shows, in what order, and where its page begins."""

    kind: str | None = None
    # Any of these, where more than one was asked for.
    kinds: tuple[str, ...] = ()
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
    # Those that were published for the last time after that version, and not after the other.
    updated: tuple[int, int | None] | None = None
    # The list as it stood after this version.
    seq: int | None = None
    order: str = "newest"
    limit: int = DEFAULT_LIMIT
    cursor: Cursor | None = None
    # Of programs: every slug that was asked for, by the name of the filter.
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
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
        narrowed = self.tags != () or self.updated is not None or bool(self.kinds)
        return narrowed or bool(self.q) or self.is_windowed

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
    programs: Programs | None = None,
) -> Filters:
    """Read the filters from a query string, given as lists of values by name.

    Raises `InvalidParameters`, which names every parameter that is unknown, given twice or invalid.
    An empty value counts as none, because forms send those. `kind`: that of all entries of the
    list; values that such entries cannot have are invalid. `when`: whether a window that does not
    say so has what is in it for certain, or possibly. `day`: tells which day it is for a reader of
    the record at a moment; without it, statuses are those published. `called`: tells what readers
    call an actor or the like; without it, messages have slugs. `programs`: what programs may ask
    beside what pages offer.
    """
    reader = Parameters(params, accept, worded)
    filters = read_filters(reader, kind, when, day, called, programs)
    reader.finish()
    return filters


def read_filters(
    reader: Parameters,
    kind: str = "",
    when: Certainty = Certainty.POSSIBLE,
    day: ReadersDay | None = None,
    called: Called | None = None,
    programs: Programs | None = None,
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
        value = _read(one, reader, kind, programs)
        if one.name in TAGGED:
            choices += [(one.name, value)] if value else []
        elif value is not None:
            values[FIELDS.get(one.name, one.name)] = value
    values |= {"kind": values.get("kind") or kind or None, "choices": tuple(choices)}
    if programs:
        _read_more(values, reader, programs)
    start, end = values.get("start"), values.get("end")
    if start and end and start > end:
        reader.complain("to", _("The window ends before it begins."))
    wrong = reader.errors.keys() & {"from", "to", "when"}
    if values.get("when") and not (start or end or wrong):
        reader.complain("when", _("This goes with a window of days: give “from” or “to”, too."))
    values[STATE] = reader.state(values.get("as_of"))
    values["when"] = values.get("when") or when
    values["on"] = day(values.get("as_of")) if day else None
    values["tags"] = tags_of(values, reader, called)
    if programs:
        values = _settled(values)
    return Filters(**values)


def _settled(values: Values) -> Values:
    """What programs have asked for, as `Filters` has it."""
    given = {one.name: slugs_of(one, values) for one in REFERENCES}
    asked = {
        name: tuple(slug for told in one for slug in each(told)) for name, one in given.items()
    }
    for one in REFERENCES:
        if not one.repeats:
            slugs = asked[one.name]
            values[one.name] = slugs[0] if len(slugs) == 1 else None
    rest = {name: value for name, value in values.items() if name not in ("country", "made_at")}
    return rest | {"asked": asked}


def _read_more(values: Values, reader: Parameters, programs: Programs) -> None:
    """What programs may ask beside the table of filters."""
    kinds = tuple(each(values["kind"] or ""))
    if len(kinds) > 1:
        values |= {"kind": None, "kinds": kinds}
    elif kinds and "kind" not in reader.errors:
        refuse_what_cannot_apply(reader, TABLE, kinds[0])
    values["country"] = countries(reader, programs)
    values["made_at"] = made_at(reader)
    values["updated"] = updated(reader)


def _read(one: Filter, reader: Parameters, kind: str, programs: Programs | None) -> Any:
    match one:
        case Choice():
            given = reader.params.get(one.name, ())
            if programs and len(given) == 1 and OR in given[0]:
                return _any_choice(one, reader, kind)
            return reader.choice(one.name, one.labels_of(_kind_of(reader, kind, programs)))
        case ReferenceChoice() if programs:
            known_by_codes = one.facet == Facet.ACTOR
            told = (
                coded(reader, one.name, programs) if known_by_codes else several(reader, one.name)
            )
            return told or None
        case ReferenceChoice():
            return reader.many(one.name) if one.repeats else reader.one(one.name)
        case Day() if programs:
            return edge(reader, one.name)
        case Day():
            return reader.day(one.name)
        case When():
            return reader.choice(one.name, one.labels)
        case Year():
            return reader.year(one.name)
        case Words():
            return reader.value(one.name, read_words)
        case AsOf():
            return reader.moment(one.name)
        case _:
            assert_never(one)


def _kind_of(reader: Parameters, kind: str, programs: Programs | None) -> str:
    """Of programs, the kind that they ask for: what such entries cannot have is invalid."""
    asked = reader.params.get("kind", ()) if programs else ()
    return asked[0] if len(asked) == 1 and not kind else kind


def _any_choice(one: Choice, reader: Parameters, kind: str) -> str | None:
    labels = one.labels_of(kind)
    values = each(reader.params[one.name][0])
    for wrong in [value for value in values if value not in labels]:
        reader.complain(one.name, not_one_of(wrong, reader.worded(one.name, labels)))
    return OR.join(values)
