"""What somebody has open on the desk, and what was typed there and is not saved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Now

from events.desk.rights import Thing, kind_of
from events.documents.shapes import Document
from events.models import OpenForm

# Who has not been heard of for so long has closed the page, or the machine.
PRESENT = timedelta(minutes=2)
# So many characters are kept of one form, which is more than all of its fields can have.
LONGEST = 2_000_000
# What was not typed into is forgotten after a day; what was, after so long.
EMPTY_FOR, TYPED_FOR = timedelta(days=1), timedelta(days=90)


class TooLong(ValueError):
    """More was typed than is kept."""


@dataclass(frozen=True)
class Present:
    """Somebody else who has a record open. `has_typed`: something that is not saved."""

    account: User
    has_typed: bool
    seen_at: datetime


def keep(
    token: UUID,
    account: User,
    kind: str,
    key: int,
    text: str | None = None,
    document: Document | None = None,
) -> None:
    """Note that somebody has a form open, and with `text` what is typed there; `document`: what
    readers would get of it. A token that another account has is not touched. Raises `TooLong`."""
    if text is not None and len(text) > LONGEST:
        raise TooLong
    said: dict[str, Any] = {} if text is None else {"text": text, "typed_at": Now()}
    if document is not None:
        said["document"] = orjson.dumps(document).decode()
    with transaction.atomic():
        mine = OpenForm.objects.filter(token=token)
        if mine.filter(account=account).update(seen_at=Now(), **said) or mine.exists():
            return
        OpenForm.objects.bulk_create(
            [OpenForm(token=token, account=account, kind=kind, key=key, **said)],
            ignore_conflicts=True,
        )


def let_go(token: UUID, account: User) -> None:
    """Forget a form that was saved, closed or thrown away."""
    OpenForm.objects.filter(token=token, account=account).delete()


def document(token: UUID, account: User) -> Document | None:
    """What readers would get of a form, as it was when its preview was asked for; None if it was
    not, or if it is somebody else's."""
    found = OpenForm.objects.filter(token=token, account=account).exclude(document="").first()
    return orjson.loads(found.document) if found else None


def forget_documents() -> None:
    """Forget all previews, because something was redacted, which they may tell of."""
    OpenForm.objects.exclude(document="").update(document="")


def kept(account: User) -> QuerySet[OpenForm]:
    """What somebody has typed and not saved, the latest first."""
    return OpenForm.objects.filter(account=account).exclude(text="").order_by("-typed_at")


def present(thing: Thing, account: User) -> list[Present]:
    """Who else has a record open now."""
    found = OpenForm.objects.filter(
        kind=kind_of(thing), key=thing.pk, seen_at__gte=Now() - PRESENT
    ).exclude(account=account)
    people: dict[int, Present] = {}
    for form in found.select_related("account").order_by(F("text").asc()):
        people[form.account_id] = Present(form.account, bool(form.text), form.seen_at)
    return sorted(people.values(), key=lambda one: one.account.get_username())


def forget(kind: str, keys: Iterable[int]) -> None:
    """What was typed about these records, because a text of theirs was redacted."""
    OpenForm.objects.filter(kind=kind, key__in=list(keys)).delete()


def forget_old() -> int:
    """Forget what is too old; return how many forms that were."""
    empty = OpenForm.objects.filter(text="", seen_at__lt=Now() - EMPTY_FOR)
    typed = OpenForm.objects.filter(seen_at__lt=Now() - TYPED_FOR)
    return empty.delete()[0] + typed.delete()[0]
