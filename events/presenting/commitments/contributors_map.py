"""Who contributes what, as a map of equal tiles.

There is one tile per country, whatever its size, placed by hand roughly where it lies, without
borders: the layout is our own and says nothing about who owns what. Countries that are not on it,
organisations and coalitions are in a strip beside it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from events.presenting.parts import number_worded
from events.presenting.wording import Term, Text, text
from events.public import TagCount
from events.vocabulary import Involvement, Role
from events.words import normalise

# ISO 3166-1 alpha-2 codes by row, one word per column; a dot leaves it empty.
ROWS = """
IS .  .  .  .  NO SE FI .  .  .  .
.  .  .  .  .  DK .  EE .  .  .  .
IE GB .  NL .  .  .  LV RU .  .  .
.  .  BE LU DE PL LT BY .  .  .  .
.  .  FR CH LI CZ SK UA .  .  .  .
.  .  MC .  AT HU RO MD .  .  GE .
PT ES AD IT SI HR RS BG .  .  AM AZ
.  .  .  SM .  BA XK MK .  TR .  .
.  .  .  VA .  ME AL GR .  .  .  .
.  .  .  .  MT .  .  .  CY .  .  .
"""
PLACES = {
    code: (column, row)
    for row, line in enumerate(ROWS.strip().splitlines())
    for column, code in enumerate(line.split())
    if code != "."
}

# What a tile says of its numbers, by the attribute of `Taker` with the number.
SAID = {
    "contributes": ngettext_lazy(
        "contributes to %(number)s commitment",
        "contributes to %(number)s commitments",
        "count",
    ),
    "confirmed": ngettext_lazy(
        "has itself confirmed its contribution to %(number)s commitment",
        "has itself confirmed its contribution to %(number)s commitments",
        "count",
    ),
    "declined": ngettext_lazy(
        "has declined to take part in %(number)s commitment",
        "has declined to take part in %(number)s commitments",
        "count",
    ),
    "left": ngettext_lazy(
        "takes part no longer in %(number)s commitment",
        "takes part no longer in %(number)s commitments",
        "count",
    ),
    "bound": ngettext_lazy(
        "bound by %(number)s commitment", "bound by %(number)s commitments", "count"
    ),
    "member": ngettext_lazy(
        "member of a coalition that is bound by %(number)s commitment",
        "member of a coalition that is bound by %(number)s commitments",
        "count",
    ),
}


@dataclass(slots=True)
class Taker:
    """An actor that takes part. `parts`: the number of commitments by role and so on; `domains`:
    by the name of each domain in which it gives something, the most frequent first. `country`: its
    code, or empty."""

    country: str
    name: Text
    url: str
    parts: dict[str, int] = field(default_factory=dict)
    domains: list[tuple[Text, int]] = field(default_factory=list)

    def number(self, part: str) -> int:
        return self.parts.get(part, 0)

    @property
    def contributes(self) -> int:
        return self.number(Role.CONTRIBUTOR)

    @property
    def confirmed(self) -> int:
        return self.number(Involvement.CONFIRMED)

    @property
    def declined(self) -> int:
        return self.number(Role.DECLINER)

    @property
    def left(self) -> int:
        return self.number(Role.FORMER)

    @property
    def bound(self) -> int:
        return self.number(Role.PARTY)

    @property
    def member(self) -> int:
        return self.number(Involvement.MEMBER)

    @property
    def state(self) -> Term:
        """The most that can be said of the actor; the sign says the same as the colour."""
        if self.confirmed:
            return Term("confirmed", _("has confirmed a contribution"), "confirmed", "✓")
        if self.contributes:
            return Term("contributes", _("named as contributing"), "contributes", "●")
        if self.declined:
            return Term("declined", _("has declined"), "declined", "−")
        if self.left:
            return Term("left", _("takes part no longer"), "left", "×")
        if self.bound:
            return Term("bound", _("bound, no contribution named"), "bound", "○")
        return Term("member", _("only as a member of a coalition"), "member", "·")

    @property
    def said(self) -> str:
        """Everything in its row of the table, as a sentence."""
        told = [(getattr(self, part), wording) for part, wording in SAID.items()]
        return ", ".join(
            str(wording % {"count": count, "number": number_worded(count)})
            for count, wording in told
            if count
        )


@dataclass(frozen=True, slots=True)
class Tile:
    """A place on the map. `taker`: None if nobody there takes part."""

    code: str
    column: int
    row: int
    taker: Taker | None


@dataclass(frozen=True, slots=True)
class Map:
    """`tiles` in reading order; `elsewhere` and `others`: those with no place on the map, with and
    without a country; `takers`: all of them, for the table."""

    tiles: list[Tile]
    elsewhere: list[Taker]
    others: list[Taker]
    takers: list[Taker]


def takers(
    tallies: Iterable[TagCount],
    domains: Iterable[TagCount],
    promised: Callable[[str], str],
    page: Callable[[str], str],
) -> list[Taker]:
    """Who takes part, from tallies by country, part and slug; those who contribute most come first.

    `domains`: those of the same commitments, with their names. `promised`: the address of what the
    actor with this slug has promised; `page`: the actor's own, for one that has promised nothing
    and is only a member.
    """
    names = {tally.slug: text(tally.name) for tally in domains}
    found: dict[tuple[str, str], Taker] = {}
    for tally in tallies:
        country, part, slug = tally.slug.split("/")
        taker = found.get((country, slug))
        if taker is None:
            taker = found[country, slug] = Taker(country, text(tally.name), page(slug))
        if part != Involvement.MEMBER:
            taker.url = promised(slug)
        if part.startswith(Involvement.IN_DOMAIN):
            domain = part.removeprefix(Involvement.IN_DOMAIN)
            taker.domains.append((names[domain], tally.number))
        else:
            taker.parts[part] = tally.number
    for taker in found.values():
        taker.domains.sort(key=lambda one: (-one[1], normalise(one[0].plain)))
    return sorted(found.values(), key=_weight)


def drawn(listed: list[Taker]) -> Map:
    """The map of those who take part."""
    by_code: dict[str, Taker] = {}
    for taker in listed:
        if taker.country:  # of several actors of one country, the first
            by_code.setdefault(taker.country, taker)
    tiles = [Tile(code, *place, by_code.get(code)) for code, place in PLACES.items()]
    elsewhere = [taker for code, taker in by_code.items() if code not in PLACES]
    return Map(tiles, elsewhere, [taker for taker in listed if not taker.country], listed)


def _weight(taker: Taker) -> tuple[int, int, int, int, int, str]:
    name = normalise(taker.name.plain)
    others = -taker.declined - taker.left
    return (-taker.confirmed, -taker.contributes, -taker.bound, -taker.member, others, name)
