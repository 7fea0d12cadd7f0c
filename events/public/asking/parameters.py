"""Query parameters, read strictly: an invalid one is reported, never ignored."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from events.filters import BY_NAME, LARGEST_YEAR, MOST_VALUES
from events.public.versions.moments import DAY, Moment

DEFAULT_LIMIT = 50
LARGEST_LIMIT = 200
# The largest `seq` that the column can hold.
LARGEST_NUMBER = 2**63 - 1

# From the name of a parameter and its values to the words that readers see for them.
Worded = Callable[[str, Iterable[str]], Iterable[str]]


class InvalidParameters(ValueError):
    """Query parameters that are invalid. `errors`: the messages about each of them."""

    def __init__(self, errors: Mapping[str, list[str]]) -> None:
        self.errors = dict(errors)
        super().__init__("; ".join(f"{name}: {' '.join(said)}" for name, said in errors.items()))


def as_sent(_name: str, values: Iterable[str]) -> Iterable[str]:
    return values


class Parameters:
    """Takes values out of a query string and collects what is wrong with them.

    `params`: lists of values by name (`dict(request.GET.lists())`); `accept`: the names that the
    address takes. An empty value counts as none, because forms send those. `worded`: gives the
    words for the values of a parameter, where readers see other words than those sent. `own`: those
    that are called like a filter and mean something else. Ask for all values, then call `finish`.
    """

    def __init__(
        self,
        params: Mapping[str, Sequence[str]],
        accept: Collection[str],
        worded: Worded = as_sent,
        own: Collection[str] = (),
    ) -> None:
        self.worded = worded
        self.errors: dict[str, list[str]] = {}
        self.params = {
            name: [value.strip() for value in given if value.strip()]
            for name, given in params.items()
        }
        for name in params:
            if name not in accept:
                if name in BY_NAME:
                    filters = [one for one in accept if one in BY_NAME and one not in own]
                    self.complain(name, _no_such_filter(name, filters))
                else:
                    self.complain(name, _no_such_parameter(accept))

    def complain(self, name: str, message: str) -> None:
        self.errors.setdefault(name, []).append(message)

    def finish(self) -> None:
        """Raise `InvalidParameters` if anything was wrong."""
        if self.errors:
            raise InvalidParameters(self.errors)

    def many(self, name: str) -> tuple[str, ...]:
        given = self.params.get(name)
        if not given:
            return ()
        values = tuple(dict.fromkeys(given))
        if any("\0" in value for value in values):
            self.complain(name, _("A value cannot hold the character U+0000."))
            return ()
        if len(values) > MOST_VALUES:
            self.complain(name, _("Give at most %(most)d values.") % {"most": MOST_VALUES})
            return ()
        return values

    def one(self, name: str) -> str | None:
        values = self.many(name)
        if len(self.params.get(name, ())) > 1:
            self.complain(name, _("Give this parameter once."))
        return values[0] if values else None

    def choice(self, name: str, choices: Iterable[str]) -> str | None:
        value = self.one(name)
        if value is not None and value not in choices:
            self.complain(name, not_one_of(value, self.worded(name, choices)))
        return value

    def value(self, name: str, read: Callable[[str], Any]) -> Any:
        """What `read` makes of the text; it raises a `ValueError` with a message for readers."""
        text = self.one(name)
        if text is None or name in self.errors:
            return None
        try:
            return read(text)
        except ValueError as error:
            self.complain(name, str(error))
            return None

    def day(self, name: str) -> date | None:
        day: date | None = self.value(name, _day)
        return day

    def year(self, name: str) -> int | None:
        year: int | None = self.value(name, _year)
        return year

    def moment(self, name: str = "as_of") -> Moment | None:
        moment: Moment | None = self.value(name, Moment.parse)
        return moment

    def state(self, as_of: object) -> int | None:
        """The seq of the last version that a list knows, unless that is told by a time."""
        seq = self.number("seq", 0)
        if seq is not None and as_of:
            self.complain(
                "seq", _("Give either this or “as_of”: each says when the list stood so.")
            )
        return seq

    def limit(self) -> int:
        return self.number("limit", 1, LARGEST_LIMIT) or DEFAULT_LIMIT

    def number(self, name: str, lowest: int, highest: int = LARGEST_NUMBER) -> int | None:
        def read(text: str) -> int:
            # More digits than this are wrong whatever they say, and costly to parse.
            if text.isascii() and text.isdigit() and len(text) <= len(str(highest)):
                number = int(text)
                if lowest <= number <= highest:
                    return number
            raise ValueError(_no_number(text, lowest, highest))

        number: int | None = self.value(name, read)
        return number


def not_one_of(value: str, choices: Iterable[str]) -> str:
    message = _("“%(value)s” is not one of: %(choices)s.")
    return message % {"value": value, "choices": ", ".join(choices)}


def _no_number(text: str, lowest: int, highest: int) -> str:
    """The message for a bad number; it omits `LARGEST_NUMBER`, which means nothing to a reader."""
    if highest < LARGEST_NUMBER:
        message = _("“%(text)s” is not a whole number from %(least)d to %(most)d.")
        return message % {"text": text, "least": lowest, "most": highest}
    if text.isascii() and text.isdigit() and len(text.lstrip("0")) >= len(str(highest)):
        return _("“%(text)s” is too large a number.") % {"text": text}
    message = _("“%(text)s” is not a whole number that is %(least)d or larger.")
    return message % {"text": text, "least": lowest}


def _no_such_filter(name: str, filters: Collection[str]) -> str:
    if filters:
        message = _("This address has no filter by %(name)s; it has: %(names)s.")
        return message % {"name": name, "names": ", ".join(filters)}
    return _("This address has no filter by %(name)s, and no other.") % {"name": name}


def _no_such_parameter(accept: Collection[str]) -> str:
    if not accept:
        return _("There is no such parameter here. This address takes none.")
    message = _("There is no such parameter here. There are: %(names)s.")
    return message % {"names": ", ".join(accept)}


def _year(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_YEAR)) and int(text):
        return int(text)
    raise ValueError(_("“%(text)s” is not a year. Write it like 2026.") % {"text": text})


def _day(text: str) -> date:
    with suppress(ValueError):
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    raise ValueError(_("“%(text)s” is not a day. Write it like 2026-01-06.") % {"text": text})
