"""The page on which two texts of one record are put together: theirs, mine, what will be saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events import desk
from events.admin.base import page_of
from events.admin.history import who
from events.admin.states import moment
from events.admin.values import between, is_text, label_at, text_at
from events.desk import Merged, PlainRecord, Right, ToChoose, conflicts
from events.models import Snapshot
from events.presenting.entry import differences
from events.vocabulary import Occasion

THEIRS, MINE, WRITTEN = "theirs", "mine", "written"
OPENED = "opened"


class SavedMeanwhile(Exception):
    """Somebody else saved the record after its page had been opened. `mine`: what was typed."""

    def __init__(self, thing: Any, conflict: conflicts.Conflict, mine: PlainRecord) -> None:
        self.thing, self.conflict, self.mine = thing, conflict, mine
        super().__init__()


@dataclass(frozen=True)
class MergeChoice:
    """One thing to choose: both texts, marked against what was there before, and a field in which
    both can be put together."""

    name: str
    label: str
    theirs: SafeString
    mine: SafeString
    can_write: bool
    written: str
    chosen: str


def typed(form: Any, formsets: Sequence[Any]) -> PlainRecord:
    """What a form and its rows say, as a text of the record; what the page lacks is as it was."""
    thing = form.instance
    model: Any = type(thing)
    now = desk.plain(type(thing)._default_manager.get(pk=thing.pk))
    several = {
        name: [one.slug for one in form.cleaned_data[name]]
        if name in form.cleaned_data
        else now.get(name, [])
        for name, target in desk.fields_of(model).items()
        if target.many_to_many
    }
    lists = desk.lists_of(model)
    by_model = {formset.model: formset for formset in formsets}
    rows = {
        key: _rows(by_model[part.model]) for key, part in lists.items() if part.model in by_model
    }
    found = desk.as_plain(thing, several, rows)
    return found | {key: now[key] for key in lists if key not in rows and key in now}


def _rows(formset: Any) -> list[Any]:
    forms = [
        form
        for form in formset.forms
        if form not in formset.deleted_forms and (form.instance.pk or form.has_changed())
    ]
    rows = [form.instance for form in forms]
    return sorted(rows, key=lambda row: getattr(row, "order", 0) or 0)


def without_gone(data: QueryDict, prefix: str, present: set[str], *, drop: bool) -> None:
    """Let rows that somebody else has taken out meanwhile be new ones, or nothing (`drop`): a form
    that names a row that is gone could never be saved."""
    try:
        initial, total = (int(str(data[f"{prefix}-{name}_FORMS"])) for name in ("INITIAL", "TOTAL"))
    except (KeyError, ValueError):
        return
    ids = {at: data.get(f"{prefix}-{at}-id", "") for at in range(min(total, 2000))}
    gone = [at for at, key in ids.items() if at < initial and key and key not in present]
    if not gone:
        return
    kept = [at for at in ids if at < initial and at not in gone]
    new = [at for at in ids if at >= initial]
    order = [*kept, *new, *([] if drop else gone)]
    rows = {
        at: {
            name.removeprefix(f"{prefix}-{at}-"): data.getlist(name)
            for name in list(data)
            if name.startswith(f"{prefix}-{at}-")
        }
        for at in ids
    }
    for at, row in rows.items():
        for name in row:
            del data[f"{prefix}-{at}-{name}"]
    for place, at in enumerate(order):
        for name, value in rows[at].items():
            data.setlist(f"{prefix}-{place}-{name}", [""] if name == "id" and at in gone else value)
    data[f"{prefix}-INITIAL_FORMS"] = str(len(kept))
    data[f"{prefix}-TOTAL_FORMS"] = str(len(order))


class MergingPage:
    """Mixed into the admin of a record: who saves second sees both texts."""

    def set_aside(self: Any, request: HttpRequest, found: SavedMeanwhile) -> HttpResponse:
        """Keep what was typed, and lead to the page on which it is put together with theirs."""
        base = found.conflict.base
        with transaction.atomic():
            # What has come of it is on record by now, or is put there.
            conflicts.find(found.thing, None)
        mine = desk.snapshots.of(
            found.thing,
            found.mine,
            request.user,
            occasion=Occasion.SET_ASIDE,
            opened_from=base.pk if base else None,
        )
        desk.snapshots.write([mine])
        return HttpResponseRedirect(f"{page_of(found.thing, 'merge')}?mine={mine.pk}")

    def merge_view(self: Any, request: HttpRequest, object_id: str) -> HttpResponse:
        thing = self.get_object(request, unquote(object_id))
        if thing is None:
            return self.missing(request, object_id)
        desk.require(request.user, Right.CHANGE, thing)
        mine = _set_aside(thing, request.GET.get("mine", ""))
        with transaction.atomic():
            theirs = desk.snapshots.texts(thing).last()
            if theirs is None:
                raise Http404
            answers, choices = _answered(thing, theirs, mine, request.POST)
            merged = _merge(thing, theirs, mine, answers)
            is_sent = request.method == "POST"
            if is_sent and request.POST.get(OPENED) != str(theirs.pk):
                is_sent = False
                said = _("Somebody has saved once more meanwhile. Please look at it again.")
                self.message_user(request, said, messages.WARNING)
            if is_sent and all(one.chosen for one in choices):
                return self._save_merged(request, thing, merged, theirs)
            if is_sent:
                said = _("Please choose in each place what is to be saved.")
                self.message_user(request, said, messages.ERROR)
        model = desk.model_of(thing)
        base = mine.opened_from
        context = {
            "choices": choices,
            "theirs": theirs,
            "mine": mine,
            "their_name": who(theirs.by),
            "their_time": moment(theirs.at),
            "their_changes": between(model, base.record, theirs.record) if base else [],
            "my_changes": between(model, base.record, mine.record) if base else [],
            "page": page_of(thing),
        }
        title = _("Two texts of one record")
        return self.page(request, thing, "admin/events/merge.html", title, context)

    def _save_merged(
        self: Any, request: HttpRequest, thing: Any, merged: Merged, theirs: Snapshot
    ) -> HttpResponse:
        try:
            desk.records.restore(
                thing,
                merged.record,
                by=request.user,
                opened_from=theirs.pk,
                occasion=Occasion.MERGED,
                rename=True,
            )
        except (desk.records.Refused, desk.records.NoLongerThere) as refusal:
            transaction.set_rollback(True)
            self.message_user(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        said = _("Both texts are put together and saved.")
        self.message_user(request, said, messages.SUCCESS)
        return self.to_page(request, thing)


def _set_aside(thing: Any, number: str) -> Snapshot:
    if not (number.isascii() and number.isdecimal() and len(number) < 19):
        raise Http404
    found = desk.snapshots.all_of(thing).filter(pk=int(number), occasion=Occasion.SET_ASIDE)
    if (mine := found.select_related("opened_from", "by").first()) is None:
        raise Http404
    return mine


def _merge(
    thing: Any, theirs: Snapshot, mine: Snapshot, answers: dict[str, Any] | None = None
) -> Merged:
    base = mine.opened_from.record if mine.opened_from else {}
    return desk.merge(desk.model_of(thing), base, theirs.record, mine.record, answers)


def _answered(
    thing: Any, theirs: Snapshot, mine: Snapshot, sent: QueryDict
) -> tuple[dict[str, Any], list[MergeChoice]]:
    """What was chosen so far, and everything that is to be chosen."""
    model = desk.model_of(thing)
    answers: dict[str, Any] = {}
    choices = []
    for asked in _merge(thing, theirs, mine).to_choose:
        can_write = is_text(model, asked.at)
        answer = sent.get(asked.key, WRITTEN if asked.together is not None and not sent else "")
        written = sent.get(f"{asked.key}/{WRITTEN}", asked.together or "").replace("\r\n", "\n")
        if answer == THEIRS:
            answers[asked.key] = asked.theirs
        elif answer == MINE:
            answers[asked.key] = asked.mine
        elif answer == WRITTEN and can_write and written.strip():
            answers[asked.key] = written
        else:
            answer = ""
        choices.append(_choice(model, asked, can_write, written, answer))
    return answers, choices


def _choice(model: Any, asked: ToChoose, can_write: bool, written: str, answer: str) -> MergeChoice:
    base, theirs, mine = (
        text_at(model, asked.at, one) for one in (asked.base, asked.theirs, asked.mine)
    )
    taken_out = _("(taken out)") if asked.is_row else _("(nothing)")
    return MergeChoice(
        asked.key,
        label_at(model, asked.at, asked.row),
        differences.marked(base, theirs) if theirs else SafeString(taken_out),
        differences.marked(base, mine) if mine else SafeString(taken_out),
        can_write,
        written or mine,
        answer,
    )
