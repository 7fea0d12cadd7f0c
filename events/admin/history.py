"""What was done on the desk, for people: the history of a record, and an account's latest actions.

Before the desk kept an audit, Django's admin kept a log of its own. Its lines come first; actions
on accounts and groups are still written there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django import template
from django.apps import apps
from django.contrib.admin.models import ADDITION, DELETION, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import desk
from events.admin.base import page_of
from events.admin.states import moment
from events.admin.values import ValueChange, between
from events.models import KEPT, AuditLine, Entry, Snapshot
from events.vocabulary import DeskAction, Occasion

register = template.Library()

# The class of an icon and of a word for screen readers, by action.
SIGNS = {DeskAction.ADDED: "addlink", DeskAction.DELETED: "deletelink"}
OLD_SIGNS = {ADDITION: DeskAction.ADDED, DELETION: DeskAction.DELETED}
# An action on many records has many lines, of which so many are read, and so many parts are shown.
LINES = 500
PARTS = 10


@dataclass(frozen=True)
class HistoryLine:
    """When, who (“the system” for a command), and what, in sentences. `number`: of the text that
    the record had then, or might have had; `changes`: what that has changed of the one before."""

    time: str
    who: str
    what: str
    number: str = ""
    changes: tuple[ValueChange, ...] = ()
    can_be_taken_back: bool = False


@dataclass(frozen=True)
class RecentAction:
    """An action of somebody: `page` is empty if there is no longer one to go to. One on several
    records has `parts`, what it did to each."""

    at: datetime
    name: str
    kind: str
    action: DeskAction
    page: str
    parts: "tuple[RecentAction, ...]" = ()

    @property
    def sign(self) -> str:
        return SIGNS.get(self.action, "changelink")

    @property
    def shown(self) -> "tuple[RecentAction, ...]":
        return self.parts[:PARTS]

    @property
    def left_out(self) -> str:
        """How many parts are not shown; empty if there are none."""
        count = len(self.parts) - PARTS
        more = ngettext("and %(number)s more", "and %(number)s more", count)
        return more % {"number": count} if count > 0 else ""


def history_of(thing: desk.Thing) -> list[HistoryLine]:
    """What was done to a record, oldest first."""
    before = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(thing), object_id=str(thing.pk)
    )
    old = [
        HistoryLine(moment(entry.action_time), who(entry.user), entry.get_change_message())
        for entry in before.select_related("user").order_by("action_time")
    ]
    texts = desk.snapshots.all_of(thing).defer("text")
    by_line = {text.line_id: text for text in texts if text.line_id}
    told = [
        (line.at, HistoryLine(moment(line.at), _who_in(line), desk.sentence(line), number))
        for line in desk.history(thing)
        for number in [str(by_line[line.pk].pk) if line.pk in by_line else ""]
    ]
    told += [
        (text.at, HistoryLine(moment(text.at), who(text.by), occasion(text), str(text.pk)))
        for text in texts
        if not text.line_id and text.occasion != Occasion.REDACTED
    ]
    return old + [line for _at, line in sorted(told, key=lambda one: one[0])]


def occasion(text: Snapshot) -> str:
    """Why a text was kept that no line of the audit tells of."""
    return f"{text.get_occasion_display()}."


def with_texts(thing: desk.Thing, lines: Iterable[HistoryLine]) -> list[HistoryLine]:
    """These lines with what the texts have changed, each of the one that stood before."""
    every = list(desk.snapshots.all_of(thing).defer("text"))
    before: dict[int, int | None] = {}
    last: int | None = None
    for text in every:
        before[text.pk] = last
        last = text.pk if text.occasion in KEPT else last
    listed = [int(line.number) for line in lines if line.number]
    wanted = {*listed, *(number for one in listed if (number := before[one]) is not None)}
    texts = {text.pk: text.record for text in desk.snapshots.all_of(thing).filter(pk__in=wanted)}
    model = desk.model_of(thing)
    return [
        replace(
            line,
            changes=tuple(
                between(model, texts[older], texts[number])
                if (older := before[number]) is not None
                else ()
            ),
            can_be_taken_back=number != last,
        )
        if line.number and (number := int(line.number))
        else line
        for line in lines
    ]


def _who_in(line: AuditLine) -> str:
    if command := line.params.get("command"):
        said = _("%(who)s, by the command “%(command)s”")
        return said % {"who": who(line.by), "command": command}
    if token := line.params.get("token_name"):
        return _("%(who)s, by the token “%(token)s”") % {"who": who(line.by), "token": token}
    return who(line.by)


def who(account: User | None) -> str:
    if account is None:
        return _("the system")
    name = account.get_full_name()
    return f"{account.get_username()} ({name})" if name else account.get_username()


@register.simple_tag
def recent(account: User, number: int) -> list[RecentAction]:
    """What somebody did, newest first, up to a number (a tag for templates)."""
    old = LogEntry.objects.filter(user=account).select_related("content_type")
    found = [
        *_of_lines(_latest(account, number)),
        *map(_of_log, old.order_by("-action_time")[:number]),
    ]
    return sorted(found, key=lambda action: action.at, reverse=True)[:number]


def _latest(account: User, number: int) -> list[list[AuditLine]]:
    """The lines of the latest actions, those of one action together."""
    actions: dict[Any, list[AuditLine]] = {}
    for line in desk.done_by(account)[:LINES]:
        action = line.params.get("together", line.pk)
        if action not in actions and len(actions) == number:
            break
        actions.setdefault(action, []).append(line)
    return list(actions.values())


def _of_lines(actions: list[list[AuditLine]]) -> Iterable[RecentAction]:
    # Of one on many records, no more are looked up than are shown.
    things = _things([line for lines in actions for line in lines[:PARTS]])
    for lines in actions:
        parts = tuple(_of_line(line, things) for line in lines)
        if len(parts) == 1:
            yield parts[0]
            continue
        first, count = parts[0], len(parts)
        name = ngettext("%(count)s record", "%(count)s records", count) % {"count": count}
        kinds = " · ".join(dict.fromkeys(part.kind for part in parts))
        yield RecentAction(first.at, name, kinds, first.action, "", parts)


def _of_line(line: AuditLine, things: dict[tuple[str, int], Model]) -> RecentAction:
    thing = things.get((line.kind, line.key))
    return RecentAction(
        line.at,
        str(thing or desk.name(line)),
        capfirst(str(_model(line.kind)._meta.verbose_name)),
        DeskAction(line.action),
        page_of(thing) if thing else "",
    )


def _model(kind: str) -> type[Model]:
    return User if kind == desk.ACCOUNT else apps.get_model("events", kind)


def _things(lines: list[AuditLine]) -> dict[tuple[str, int], Model]:
    """The records that still exist: all entries in one query, reference data in one per model."""
    keys: dict[type[Model], set[int]] = {}
    for line in lines:
        model = _model(line.kind)
        keys.setdefault(Entry if issubclass(model, Entry) else model, set()).add(line.key)
    return {
        (thing.kind if isinstance(thing, Entry) else str(thing._meta.model_name), thing.pk): thing
        for model, pks in keys.items()
        for thing in model._default_manager.filter(pk__in=pks)
    }


def _of_log(entry: LogEntry) -> RecentAction:
    action = OLD_SIGNS.get(entry.action_flag, DeskAction.CHANGED)
    kind = entry.content_type.name if entry.content_type else _("Unknown content")
    page = "" if action == DeskAction.DELETED else entry.get_admin_url() or ""
    return RecentAction(entry.action_time, entry.object_repr, capfirst(kind), action, page)
