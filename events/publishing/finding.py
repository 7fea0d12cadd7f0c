"""What is to be redacted: in one entry, or wherever a record of reference data is told of."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from django.db.models import Q
from django.utils.translation import gettext as _

from events.documents.linking import links
from events.documents.naming import RECORDS
from events.documents.redacting import (
    EVERY,
    WHOLE,
    Path,
    of_record,
    places,
    redacted,
    stub,
)
from events.documents.shapes import Published
from events.log import Version
from events.models import Entry, Reference
from events.publishing.redacting import NOTE, SLUG, CannotRedact, Places
from events.publishing.rederiving import kept, shown
from events.publishing.said import published, with_upgrades
from events.vocabulary import TRAITS, Action

# How parts are named that are no members of documents.
ALL, NOTES = "all", "note"
# Members of documents with texts of the entry's own; of a list some of whose texts are reference
# data, those members of its items.
OWN: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("title", "summary", "date", "attribution", "condition"), ()),
    **dict.fromkeys(("pictures", "media", "places", "earlier_dates", "history", "parts"), ()),
    "figures": ("reason",),
    "sources": ("locator", "quote", "note"),
    "roll_call": ("locator", "quote", "note"),
    "steps": ("text",),
}
# Those that are reference data: whatever renews the entry would bring their texts back.
NOT_OWN = {"actors", "topics", "speakers", "process_records", "actor_records", "source_records"}
NOT_OWN |= {"domains", "domain_records", "format", "format_record", "processes"}


def in_entry(
    entry: Entry,
    parts: Sequence[str],
    numbers: Iterable[int] | None = None,
    *,
    erase: bool = True,
) -> Callable[[], Places]:
    """What `redact` is to find: these parts of an entry, in the versions with these numbers or in
    all of them. `parts`: as `events.documents.redacting.places` reads them; `all`, `note` for what
    readers were told of a version, and `slug` for its address. `erase`: also what is closed to
    readers already."""
    wanted = None if numbers is None else sorted(set(numbers))

    def find() -> Places:
        versions = list(with_upgrades(Version.objects.filter(entry=entry.pk)).order_by("seq"))
        _confirm(entry, parts, wanted, versions)
        _confirm_own(parts)
        chosen = [one for one in versions if wanted is None or one.number in wanted]
        found: dict[int, list[Path]] = {}
        named: set[str] = set()
        documents = (kept if erase else shown)(chosen)
        for version in chosen:
            document = documents.get(version.seq)
            for part in parts:
                paths = _paths(version, document, part)
                named |= {part} if paths else set()
                left = [path for path in paths if _is_left(version, document, path)]
                if left:
                    found.setdefault(version.seq, []).extend(left)
        if "slug" in parts and any(SLUG in paths for paths in found.values()):
            _add_links(entry, found, kept if erase else shown)
        for part in parts:
            if part not in named:
                raise CannotRedact(_nothing(part, versions))
        if not found:
            raise CannotRedact(
                _("All of that has been redacted already: %(parts)s.") % {"parts": ", ".join(parts)}
            )
        return found

    return find


def of_reference(reference: Reference) -> Callable[[], Places]:
    """What `redact` is to find: all that any version of any entry tells of a record."""
    kind, slug = str(reference._meta.model_name), reference.slug

    def find() -> Places:
        if slug.startswith("redacted-"):
            raise CannotRedact(
                _("All of that has been redacted already: %(parts)s.") % {"parts": slug}
            )
        if kind not in RECORDS:
            raise CannotRedact(
                _("Records of this sort cannot be redacted: %(sort)s.")
                % {"sort": reference._meta.verbose_name_plural}
            )
        # A scan of all documents, which misses nothing, whatever an older release derived.
        written = f'"{slug}"'
        here = Q(document__contains=written) | Q(upgrade__document__contains=written)
        found: dict[int, list[Path]] = {}
        for versions in _some(here):
            for seq, document in kept(versions).items():
                if paths := of_record(document, kind, slug):
                    found[seq] = paths
        if not found:
            raise CannotRedact(
                _("No version tells of “%(slug)s”. Change or delete it on the desk.")
                % {"slug": slug}
            )
        return found

    return find


def _confirm(
    entry: Entry, parts: Sequence[str], wanted: Sequence[int] | None, versions: list[Version]
) -> None:
    if not versions:
        raise CannotRedact(
            _("“%(title)s” was never published. Change or delete it on the desk.")
            % {"title": entry}
        )
    if not parts:
        raise CannotRedact(_("Say which parts are to be redacted, or “all”."))
    last = versions[-1].number
    for number in wanted or ():
        if not 1 <= number <= last:
            raise CannotRedact(
                _("“%(title)s” has no version %(number)d; it has versions 1 to %(last)d.")
                % {"title": entry, "number": number, "last": last}
            )
    if "slug" in parts and wanted is not None and len(wanted) < last:
        raise CannotRedact(_("The address of an entry is redacted in all of its versions."))


def _confirm_own(parts: Sequence[str]) -> None:
    """Raise `CannotRedact` for parts that are no texts of an entry's own."""
    for part in parts:
        name, _place, member = [*part.split("/"), "", ""][:3]
        is_own = not OWN.get(name) or not member or member in OWN[name]
        if name in NOT_OWN or not is_own:
            message = _(
                "“%(part)s” is reference data, which comes back whenever the entry is renewed. "
                "Redact the record itself, as in actor/jane-doe."
            )
            raise CannotRedact(message % {"part": part})


def _paths(version: Version, document: Published | None, part: str) -> list[Path]:
    if part == NOTES or (part == ALL and document is None):
        # Why an entry was redacted as a whole is no part of what it said.
        is_reason = part == ALL and version.action == Action.REDACTED
        return [NOTE] if version.told and not is_reason else []
    if part == "slug" and document is None:
        return [SLUG]
    if document is None:
        return []
    if part == ALL:
        return [WHOLE]
    name, *steps = part.split("/")
    if name == "slug":
        return [SLUG] if not steps else []
    if name not in OWN:
        return []
    if OWN[name] and len(steps) < 2:
        item = "/".join([name, *steps] if steps else [name, EVERY])
        return [path for one in OWN[name] for path in places(document, f"{item}/{one}")]
    return places(document, part)


def _is_left(version: Version, document: Published | None, path: Path) -> bool:
    """Would redacting it change something?"""
    if path == SLUG:
        slug = document["slug"] if document else version.slug
        return not slug.startswith("redacted-")
    if document is None or path == NOTE:
        return version.told != stub()
    return redacted(document, [path], "") != document


def _add_links(
    entry: Entry,
    found: dict[int, list[Path]],
    read: Callable[[Sequence[Version]], dict[int, Published]],
) -> None:
    """Where other entries name this one by its address."""
    uid = str(entry.uid)
    # Documents of before ids were kept have it in what they are upgraded to.
    here = Q(document__contains=f'"{uid}"') | Q(upgrade__document__contains=f'"{uid}"')
    for versions in _some(here & ~Q(entry=entry.pk)):
        for seq, document in read(versions).items():
            if paths := _links_to(document, uid):
                found[seq] = paths


def _some(condition: Q) -> Iterator[list[Version]]:
    """The versions of which this holds, some at a time."""
    found = with_upgrades(Version.objects.filter(condition)).order_by("seq").iterator(500)
    while some := list(islice(found, 500)):
        yield some


def _links_to(document: Published, uid: str) -> list[Path]:
    paths: list[Path] = []
    if all(link["id"] != uid for _naming, link in links(document)):
        return paths
    members = dict(document)
    for member in TRAITS[document["kind"]].links:
        value = members[member]
        if isinstance(value, list):
            paths += [(member, at, "slug") for at, one in enumerate(value) if one["id"] == uid]
        elif isinstance(value, dict) and value["id"] == uid:
            paths.append((member, "slug"))
    return paths


def _nothing(part: str, versions: list[Version]) -> str:
    """What to say of a part that no version has; with the parts there are."""
    newest = next((one for one in reversed(versions) if one.document), None)
    document = published(newest) if newest else None
    names = [name for name, value in (document or {}).items() if name in OWN and value]
    message = _("No version has anything at “%(part)s”. There are: %(names)s.")
    return message % {"part": part, "names": ", ".join([ALL, NOTES, *names])}
