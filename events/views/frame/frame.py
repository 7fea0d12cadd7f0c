"""What a page says to everything that surrounds it: head, masthead, banner, links to take along."""

from dataclasses import dataclass

from events.presenting.entry import page
from events.presenting.wording import Text
from events.public import Moment, PublishedVersion
from events.views.asking import LOOKED_AT, Errors, Pairs, Query, as_of

# In the class below, `as_of` is a member.
AsOfBanner = as_of.AsOfBanner
RequestedMoment = as_of.RequestedMoment


@dataclass(frozen=True)
class ShownEntry:
    """The entry that a page is about, for what is said of it elsewhere: its card, its citation, and
    the head of the page. `version`: the one that is shown."""

    title: Text
    date: Text
    version: PublishedVersion

    @classmethod
    def of(cls, shown: page.EntryPage, version: PublishedVersion) -> "ShownEntry":
        return cls(shown.title, shown.date.label, version)


@dataclass(frozen=True)
class Frame:
    """What every page has to say about itself. No member has a default, because nobody would notice
    that one was forgotten: a list would just offer the wrong feed.

    `status`: the HTTP status. `canonical`: the parameters of the one address under which search
    engines are to know the page, whatever else this address has. `meant`: the parameters that the
    page takes and that are valid; what narrows its list narrows its feed and its calendar. `as_of`:
    the moment gone back to. `unlisted`: search engines are asked to leave the page out. `absent`:
    what the address names is not here, so that there is nothing to embed, pin or draw. `searched`:
    the page is a search, and something was searched for, so that it has a list to follow. `entry`:
    what the page is about, if it is one entry.
    """

    status: int
    canonical: Pairs
    meant: Pairs
    as_of: AsOfBanner | None
    unlisted: bool
    absent: bool
    searched: bool
    entry: ShownEntry | None

    @classmethod
    def of(
        cls,
        query: Query,
        errors: Errors,
        moment: Moment | None,
        *,
        canonical: Pairs | None = None,
        unlisted: bool = False,
        searched: bool = False,
    ) -> "Frame":
        """For a page with parameters. `errors`: what is wrong, by parameter; `moment`: the one that
        the page shows; `canonical`: where it is not the valid parameters without those that say
        how the page is looked at. A page of another day is always unlisted, and so is one that is
        narrowed in several ways: of these there are more than there are entries."""
        valid = query.without(*errors)
        narrowed = [pair for pair in valid.without(*LOOKED_AT) if pair[0] in query.takes.names]
        return cls(
            status=400 if errors else 200,
            canonical=valid.without(*LOOKED_AT).pairs if canonical is None else canonical,
            meant=valid.pairs,
            as_of=as_of.banner(moment, query),
            unlisted=unlisted or moment is not None or len(narrowed) > 1,
            absent=False,
            searched=searched,
            entry=None,
        )

    @classmethod
    def at(
        cls,
        asked: RequestedMoment,
        *,
        status: int = 200,
        canonical: Pairs = (),
        unlisted: bool = False,
        entry: ShownEntry | None = None,
    ) -> "Frame":
        """For a page that takes a moment and has no filters. `status`: if something other than the
        moment is wrong; `unlisted`: even without a moment."""
        return cls(
            status=max(status, 400 if asked.error else 200),
            canonical=canonical,
            meant=_of_moment(asked.banner),
            as_of=asked.banner,
            unlisted=unlisted or asked.moment is not None,
            absent=status == 404,
            searched=False,
            entry=entry,
        )

    @classmethod
    def beside(cls, *, status: int = 200, entry: ShownEntry | None = None) -> "Frame":
        """For a page beside the record as it stands, such as what an entry said before: it takes no
        moment, and search engines leave it out."""
        return cls(
            status=status,
            canonical=(),
            meant=(),
            as_of=None,
            unlisted=True,
            absent=False,
            searched=False,
            entry=entry,
        )

    @classmethod
    def of_nothing(cls, status: int, banner: AsOfBanner | None = None) -> "Frame":
        """For a page that says that what the address names is not here. `status`: 404 or 410;
        `banner`: of the moment at which it is not."""
        return cls(
            status=status,
            canonical=(),
            meant=_of_moment(banner),
            as_of=banner,
            unlisted=True,
            absent=True,
            searched=False,
            entry=None,
        )


def _of_moment(banner: AsOfBanner | None) -> Pairs:
    return (("as_of", banner.text),) if banner else ()
