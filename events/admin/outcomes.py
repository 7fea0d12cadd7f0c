"""What came of publishing or withdrawing, in words for whoever pressed the button."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import publishing
from events.models import Entry, Version

Told = tuple[int, str]


def publish_one(entry: Entry, *, by: Any, note: str) -> Told:
    """Publish an entry and say what came of it: a level of `messages` and a text."""
    try:
        before = publishing.standing(entry)
        version = publishing.publish(entry, by=by, note=note)
    except publishing.NotPublishable as refusal:
        return messages.ERROR, refused(refusal.problems)
    except publishing.WrongDerivation as reason:
        return messages.ERROR, refused([str(reason)])
    if before is not None and before.pk == version.pk:
        settle(entry, version)
        return messages.INFO, _("Nothing has changed since version %(number)s.") % {
            "number": version.number
        }
    return messages.SUCCESS, _("Published: readers now see version %(number)s.") % {
        "number": version.number
    }


def publish_all(entries: Iterable[Entry], *, by: Any) -> list[Told]:
    """Publish many entries; one text for each kind of outcome, and one for each refusal."""
    entries = list(entries)
    before = {entry.pk: publishing.standing(entry) for entry in entries}
    published = unchanged = 0
    refusals: list[Told] = []
    for entry, outcome in publishing.publish_many(entries, by=by):
        standing = before[entry.pk]
        if isinstance(outcome, publishing.NotPublishable):
            text = format_html("<strong>{}</strong> {}", entry, refused(outcome.problems))
            refusals.append((messages.ERROR, text))
        elif standing is not None and standing.pk == outcome.pk:
            settle(entry, outcome)
            unchanged += 1
        else:
            published += 1
    told: list[Told] = []
    if published:
        made = ngettext(
            "%(count)s entry was published.", "%(count)s entries were published.", published
        )
        told.append((messages.SUCCESS, made % {"count": published}))
    if unchanged:
        same = ngettext(
            "%(count)s entry has not changed since its last version.",
            "%(count)s entries have not changed since their last version.",
            unchanged,
        )
        told.append((messages.INFO, same % {"count": unchanged}))
    return told + refusals


def withdraw_all(entries: Iterable[Entry], *, by: Any, reason: str) -> list[Told]:
    """Withdraw entries; one text for those that were, one for each that was not public."""
    withdrawn = 0
    told: list[Told] = []
    for entry in entries:
        try:
            publishing.withdraw(entry, by=by, note=reason)
        except publishing.NotPublished as refusal:
            told.append((messages.WARNING, str(refusal)))
        else:
            withdrawn += 1
    if withdrawn:
        text = ngettext(
            "%(count)s entry was withdrawn.", "%(count)s entries were withdrawn.", withdrawn
        )
        told.insert(0, (messages.SUCCESS, text % {"count": withdrawn}))
    return told


def refused(problems: list[str]) -> str:
    items = format_html_join("", "<li>{}</li>", ((problem,) for problem in problems))
    return format_html(
        "{}<ul>{}</ul>", _("Not published. The draft is saved, but something is missing:"), items
    )


def settle(entry: Entry, version: Version) -> None:
    """An edit that was taken back is none; else the entry would count as edited since for good."""
    Entry.objects.filter(pk=entry.pk, edited_at=entry.edited_at).update(
        edited_at=version.published_at
    )
