"""The outcome of publishing or withdrawing, in words for the person who pressed the button."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import desk
from events.admin.base import page_of
from events.admin.controls import as_column
from events.desk import (
    By,
    Need,
    Note,
    NotNow,
    NotPublishable,
    NotPublished,
    Problem,
    Where,
)
from events.models import KINDS, Entry

Told = tuple[int, str]


def publish_one(entry: Entry, *, by: By, note: Note) -> Told:
    """Publish an entry and return the outcome: a level of `messages` and a text."""
    try:
        published = desk.publish(entry, by=by, note=note)
    except NotPublishable as refusal:
        return messages.ERROR, _refusal(entry, refusal)
    except NotNow as reason:
        return messages.ERROR, refused([str(reason)])
    number = {"number": published.version.number}
    if not published.is_new:
        return messages.INFO, _("Nothing has changed since version %(number)s.") % number
    return messages.SUCCESS, _("Published: readers now see version %(number)s.") % number


def publish_all(entries: Iterable[Entry], *, by: By) -> list[Told]:
    """Publish many entries; one text for each kind of outcome, and one for each refusal."""
    published = unchanged = 0
    refusals: list[Told] = []
    for entry, outcome in desk.publish_many(entries, by=by):
        if isinstance(outcome, NotPublishable):
            text = format_html(
                "<strong>{}</strong> {}", entry, _refusal(entry, outcome, page_of(entry))
            )
            refusals.append((messages.ERROR, text))
        elif outcome.is_new:
            published += 1
        else:
            unchanged += 1
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


def withdraw_all(entries: Iterable[Entry], *, by: By, reason: Note) -> list[Told]:
    """Withdraw entries; one text for those that were, one for each that was not public."""
    withdrawn = 0
    told: list[Told] = []
    for entry in entries:
        try:
            desk.withdraw(entry, by=by, reason=reason)
        except NotPublished as refusal:
            told.append((messages.WARNING, str(refusal)))
        else:
            withdrawn += 1
    if withdrawn:
        text = ngettext(
            "%(count)s entry was withdrawn.", "%(count)s entries were withdrawn.", withdrawn
        )
        told.insert(0, (messages.SUCCESS, text % {"count": withdrawn}))
    return told


def _refusal(entry: Entry, refusal: NotPublishable, page: str = "") -> str:
    if any(problem.code == Need.DRAFT for problem in refusal.problems):
        # No page is left to lead to, and no draft that would be saved.
        return str(refusal)
    return refused(where_it_is(entry, refusal.problems, page))


def where_it_is(thing: Model, problems: list[Problem], page: str = "") -> list[SafeString]:
    """The problems, each a link to what it is about on the page of the record: `page` or, without
    it, the page that shows them."""
    model = KINDS[thing.kind] if isinstance(thing, Entry) else type(thing)
    return [
        format_html('<a href="{}#{}">{}</a>', page, anchor(model, problem.where), problem)
        for problem in problems
    ]


def anchor(model: type[Model], where: Where) -> str:
    """The id of a field, a row or a list of rows on the page of a record."""
    match where:
        case (str(name),) if model._meta.get_field(name).one_to_many:
            return f"{name}-group"
        case (str(name),):
            return f"id_{as_column(model, name)}"
        case (str(rows), int(number)):
            return f"{rows}-{number}"
        case (str(rows), int(number), str(name)):
            part: Any = model._meta.get_field(rows).related_model
            return f"id_{rows}-{number}-{as_column(part, name)}"
    raise ValueError(f"no place on a page: {where}")


def refused(problems: Iterable[str]) -> SafeString:
    return _listed(_("Not published. The draft is saved, but something is missing:"), problems)


def asked_about(entries: Iterable[Entry]) -> list[Told]:
    """What is odd about entries that were published from a list: one text for each entry."""
    return [
        (
            messages.WARNING,
            format_html(
                "<strong>{}</strong> {}",
                entry,
                _listed(_("Please check:"), where_it_is(entry, asked, page_of(entry))),
            ),
        )
        for entry, asked in desk.questions_among(entries)
    ]


def please_check(questions: Iterable[str]) -> SafeString:
    """What is odd about a record that was saved, and may be right."""
    return _listed(_("Saved. Please check:"), questions)


def _listed(heading: str, lines: Iterable[str]) -> SafeString:
    items = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
    return format_html("{}<ul>{}</ul>", heading, items)
