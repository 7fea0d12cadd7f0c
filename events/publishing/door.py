"""Publishing and withdrawing entries."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from graphlib import CycleError, TopologicalSorter
from itertools import groupby
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext as _

from events.documents.linking import with_slugs
from events.documents.redacting import WHOLE, texts_at
from events.documents.rendering import LINKS, link_rows, render, whole
from events.documents.shapes import Document, Texts
from events.log import (
    NUMBER,
    STANDS,
    RedactedVersion,
    Version,
    confirm,
    end_of_log,
    note_by_language,
)
from events.models import KINDS, Entry
from events.publishing.appending import AddressTaken, PublicState, append
from events.publishing.before import before_of
from events.publishing.checks import Surroundings, address_taken, check, gone, shows_closed
from events.publishing.names import keep_names
from events.publishing.problems import Problem
from events.publishing.rederiving import closed_texts
from events.publishing.republishing import relinked
from events.publishing.said import histories, with_upgrades

# Whether something of the entry of a version was closed to readers, in whatever version.
HAS_CLOSED = Exists(
    RedactedVersion.objects.filter(version__entry=OuterRef("entry"), redaction__erased=False)
)
# How many entries are published in one transaction when there are many: few enough that other
# writers do not wait long for the lock, many enough that the cost of commits does not matter.
CHUNK = 100


class NotPublishable(Exception):
    """The entry is not ready. `problems`: everything that is missing."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(" ".join(map(str, problems)))


class NotPublished(Exception):
    """The entry is not public, so it cannot be withdrawn."""


Outcome = tuple[Entry, Version | NotPublishable]
# What else belongs in the transaction; called with the versions that were appended.
Also = Callable[[list[Version]], object]


# What readers are told: by language, or a text in the first language of the site.
Note = str | Texts


def by_language(note: Note) -> Texts:
    return note_by_language(note) if isinstance(note, str) else {**note}


def nothing_else(versions: list[Version]) -> None:
    """The transaction appends versions and does no more."""


def publish(
    entry: Entry,
    *,
    by: Any = None,
    note: Note = "",
    also: Also = nothing_else,
    show_closed: bool = False,
) -> Version:
    """Make the entry's present state public and return the version that readers now see.

    If nothing has changed since the standing version, that one is returned and nothing is written.
    `by`: the user; `note`: what was corrected, for readers, by language; a text alone is one in the
    first language of the site. `show_closed`: even what was closed to readers. Raises
    `NotPublishable` and, like everything that publishes or withdraws, `WrongDerivation` if another
    release wrote the derived tables.
    """
    with transaction.atomic():
        shown = [entry.pk] if show_closed else []
        [(_entry, outcome)] = _publish_together([entry], by, by_language(note), also, shown)
    if isinstance(outcome, NotPublishable):
        raise outcome
    return outcome


def publish_many(
    entries: Iterable[Entry],
    *,
    by: Any = None,
    note: Note = "",
    also: Also = nothing_else,
    show_closed: Collection[int] = (),
    published_at: datetime | None = None,
) -> Iterator[Outcome]:
    """Publish entries, those that others name first, and yield each with its outcome as it is done.
    `show_closed`: of which, by primary key, also what was closed to readers.

    Works in transactions of up to 100. If it is interrupted, what is done stays, and a second call
    continues, because what has not changed is skipped. `published_at`: a time that is brought in
    (`append`); raises `CannotBringIn`.
    """
    for chunk in _chunks(list(entries)):
        with transaction.atomic():
            outcomes = _publish_together(
                chunk, by, by_language(note), also, show_closed, published_at
            )
        yield from outcomes


def withdraw(
    entry: Entry, *, by: Any = None, note: Note = "", also: Also = nothing_else
) -> Version:
    """Take the entry out of the public record; its history stays. Raises `NotPublished`."""
    with transaction.atomic():
        list(Entry.objects.select_for_update().filter(pk=entry.pk).values_list("pk"))
        current = standing(entry)
        if current is None:
            raise NotPublished(_("“%(title)s” is not public.") % {"title": entry})
        # The address that readers know, which need not be the draft's.
        state = PublicState(
            entry.pk, entry.uid, current.kind, current.slug, None, by_language(note)
        )
        [version] = append([state], by)
        also([version])
    return version


def standing(entry: Entry) -> Version | None:
    """The version that readers see now; None for a draft and for a withdrawn entry. Raises
    `WrongDerivation`."""
    stands = Version.objects.filter(entry=entry.pk, index__superseded_by=STANDS)
    found = stands.annotate(derivation=NUMBER).first()
    if found is None:
        end_of_log()
        return None
    confirm(found.derivation, empty=False)
    return found


def _publish_together(
    entries: list[Entry],
    by: Any,
    note: Texts,
    also: Also,
    show_closed: Collection[int],
    published_at: datetime | None = None,
) -> list[Outcome]:
    """Publish entries of one kind, none of which names another, in the open transaction."""
    keys = [entry.pk for entry in entries]
    keep_names()
    # Locked before it is read, so that what is rendered is what the last editor saved.
    list(Entry.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
    rows = KINDS[entries[0].kind].objects.filter(pk__in=keys)
    found = {entry.pk: entry for entry in whole(rows)}
    around = Surroundings(found.values())
    told = histories(keys)
    seqs = [history.published for history in told.values()]
    versions = with_upgrades(Version.objects.annotate(has_closed=HAS_CLOSED)).filter(pk__in=seqs)
    latest = {version.entry_id: version for version in versions} if seqs else {}
    closed = {key for key, version in latest.items() if version.__dict__["has_closed"]}
    closed -= {*show_closed}
    current = {key: version for key, version in latest.items() if told[key].stands}
    before = before_of(latest)
    outcomes: dict[int, Version | NotPublishable] = {}
    states = []
    for asked in entries:
        key = asked.pk
        if key not in found:
            outcomes[key] = NotPublishable([gone(asked)])
            continue
        entry = found[key]
        if problems := check(entry, around):
            outcomes[key] = NotPublishable(problems)
            continue
        document = with_slugs(render(entry, before.get(key)), around.slugs)
        state = PublicState(key, entry.uid, entry.kind, entry.slug, document, note)
        if key in current and state.is_what_stands(current[key]):
            outcomes[key] = current[key]
        elif key in closed and _says(document, closed_texts(key)):
            outcomes[key] = NotPublishable([shows_closed(entry)])
        else:
            states.append(state)
    if appended := _append(states, current, by, outcomes, published_at):
        also(appended)
    _settle([found[key] for key in keys if isinstance(outcomes[key], Version)])
    return [(found.get(asked.pk, asked), outcomes[asked.pk]) for asked in entries]


def _says(document: Document, texts: set[str]) -> bool:
    return not texts.isdisjoint(texts_at(document, [WHOLE]))  # type: ignore[arg-type]


def _append(
    states: list[PublicState],
    current: Mapping[int, Version],
    by: Any,
    outcomes: dict[int, Version | NotPublishable],
    published_at: datetime | None,
) -> list[Version]:
    """Append these, and again what names one of them by an address that it had before. Puts what
    becomes of each into `outcomes`, and returns their versions."""
    while states:
        moved = {
            str(state.uid): state.slug
            for state in states
            if state.entry in current and current[state.entry].slug != state.slug
        }
        keys = {state.entry for state in states}
        again = relinked(moved, keys) if moved else []
        try:
            versions = append([*states, *again], by, published_at)
        except AddressTaken as late:
            # Somebody was quicker, after this was checked.
            problem = address_taken(late.state.slug, late.holder)
            outcomes[late.state.entry] = NotPublishable([problem])
            states = [state for state in states if state is not late.state]
        else:
            asked = [version for version in versions if version.entry_id in keys]
            outcomes |= {version.entry_id: version for version in asked}
            return asked
    return []


def _settle(entries: list[Entry]) -> None:
    """Record that readers see the last edit of these, even if there was nothing to publish: an edit
    that was taken back does not count."""
    moved = [entry.pk for entry in entries if entry.public_edited_at != entry.edited_at]
    if moved:
        Entry.objects.filter(pk__in=moved).update(public_edited_at=F("edited_at"))


def _chunks(entries: list[Entry]) -> Iterator[list[Entry]]:
    """The entries in chunks of one kind, each chunk after those with the entries that it names."""
    by_key = {entry.pk: entry for entry in entries}
    sorter: TopologicalSorter[int] = TopologicalSorter(_names(by_key))
    # Entries that name each other never become ready; they come last and are refused.
    with suppress(CycleError):
        sorter.prepare()
    left = dict(by_key)
    while ready := sorter.get_ready():
        sorter.done(*ready)
        yield from _cut(left.pop(key) for key in ready)
    yield from _cut(left.values())


def _cut(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    in_order = sorted(entries, key=lambda entry: (entry.kind, entry.pk))
    for _kind, group in groupby(in_order, key=lambda entry: entry.kind):
        same_kind = list(group)
        for start in range(0, len(same_kind), CHUNK):
            yield same_kind[start : start + CHUNK]


def _names(by_key: dict[int, Entry]) -> dict[int, set[int]]:
    """Which of these entries each of them names."""
    names: dict[int, set[int]] = {key: set() for key in by_key}
    for model, links in LINKS.items():
        keys = [key for key, entry in by_key.items() if entry.kind == model.KIND]
        for rows in (link_rows(model, link) for link in links):
            for start in range(0, len(keys), CHUNK):
                found = rows.model._default_manager.filter(
                    **{f"{rows.owner}__in": keys[start : start + CHUNK]}
                )
                for key, target in found.values_list(rows.owner, rows.target):
                    if target in by_key:
                        names[key].add(target)
    return names
