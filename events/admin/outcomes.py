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
from events.admin.rows import OPEN
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
    """Publish many entries; one text for each kind of outcome, with a line for each refusal."""
    published = unchanged = 0
    refusals: list[SafeString] = []
    for entry, outcome in desk.publish_many(entries, by=by):
        if isinstance(outcome, NotPublishable):
            refusals.append(_refused_line(entry, outcome))
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
    if refusals:
        said = ngettext(
            "%(count)s entry was not published. Its draft stays as it is:",
            "%(count)s entries were not published. Their drafts stay as they are:",
            len(refusals),
        )
        told.append((messages.ERROR, _listed(said % {"count": len(refusals)}, refusals)))
    return told


def _refused_line(entry: Entry, refusal: NotPublishable) -> SafeString:
    """An entry that was refused, as a link to its page, and what it lacks."""
    if any(problem.code == Need.DRAFT for problem in refusal.problems):
        # No page is left to lead to.
        return format_html("<strong>{}</strong> {}", entry, str(refusal))
    page = page_of(entry)
    lacking = format_html_join(
        "", "<li>{}</li>", ((one,) for one in where_it_is(entry, refusal.problems, page))
    )
    return format_html('<a href="{}"><strong>{}</strong></a><ul>{}</ul>', page, entry, lacking)


def withdraw_all(entries: Iterable[Entry], *, by: By, reason: Note) -> list[Told]:
    """Withdraw entries; one text for those that were, one with those that were not public."""
    withdrawn = 0
    told: list[Told] = []
    refusals: list[SafeString] = []
    entries = list(entries)
    for entry in entries:
        try:
            desk.withdraw(entry, by=by, reason=reason)
        except NotPublished as refusal:
            link = format_html('<a href="{}">{}</a>', page_of(entry), str(refusal))
            refusals.append(link if len(entries) > 1 else format_html("{}", str(refusal)))
        else:
            withdrawn += 1
    if withdrawn:
        text = ngettext(
            "%(count)s entry was withdrawn.", "%(count)s entries were withdrawn.", withdrawn
        )
        told.append((messages.SUCCESS, text % {"count": withdrawn}))
    if len(refusals) == 1:
        told.append((messages.WARNING, refusals[0]))
    elif refusals:
        said = _("%(count)s entries were left as they are:") % {"count": len(refusals)}
        told.append((messages.WARNING, _listed(said, refusals)))
    return told


def _refusal(entry: Entry, refusal: NotPublishable) -> str:
    if any(problem.code == Need.DRAFT for problem in refusal.problems):
        # No page is left to lead to, and no draft that would be saved.
        return str(refusal)
    return refused(where_it_is(entry, refusal.problems))


def where_it_is(thing: Model, problems: list[Problem], page: str = "") -> list[SafeString]:
    """The problems, each a link to what it is about on the page of the record: `page`, with the
    row open, or, without it, the page that shows them."""
    model = KINDS[thing.kind] if isinstance(thing, Entry) else type(thing)
    return [
        format_html(
            '<a href="{}{}#{}">{}</a>',
            page,
            _opening(problem.where) if page else "",
            anchor(model, problem.where),
            problem,
        )
        for problem in problems
    ]


def _opening(where: Where) -> str:
    """What opens the row of a page that the place is in; nothing if it is in none."""
    match where:
        case (str(rows), int(number), *_rest):
            return f"?{OPEN}={rows}-{number}"
    return ""


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
