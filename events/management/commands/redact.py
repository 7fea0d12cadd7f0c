"""`manage.py redact`: takes a text out of what was published."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from events import desk, releases
from events.management.commands.publish import by_language
from events.management.redacting import RedactingCommand
from events.models import Entry, Reference, Version
from events.vocabulary import Ground


class Command(RedactingCommand):
    help = (
        "Replaces texts of an entry by a stub in what was published, in all versions or in some, "
        "and says so to readers. It cannot be taken back. Where RECORD is one of reference data, "
        "as in actor/jane-doe, whatever any entry tells of it is replaced, with its short name."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        grounds = ", ".join(one.value for one in Ground if one != Ground.CLOCK)
        parser.add_argument("record", help="the short name or id of an entry, or KIND/SHORT-NAME")
        parser.add_argument(
            "--part",
            action="append",
            dest="parts",
            help="all (if left out), note, slug, or a place such as summary or sources/*/quote; "
            "as often as needed",
        )
        parser.add_argument(
            "--version-number",
            action="append",
            type=int,
            dest="numbers",
            help="a version in which; all if left out",
        )
        parser.add_argument("--ground", default="", help=grounds)
        parser.add_argument(
            "--reason",
            action="append",
            default=[],
            metavar="LANGUAGE=TEXT",
            help="why, for readers: once for each language",
        )
        parser.add_argument(
            "--close", action="store_true", help="close the text to readers without erasing it"
        )
        parser.add_argument(
            "--keep-desk", action="store_true", help="leave what the desk says, for editing"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would change, only")

    def handle(self, *, record: str, parts: list[str] | None, **options: Any) -> None:
        by = self.account(options["by"])
        reason = by_language(options["reason"])
        thing = found(record)
        is_entry = isinstance(thing, Entry)
        wanted, numbers = parts or ["all"], options["numbers"]
        if not is_entry and (parts or numbers or options["close"] or options["keep_desk"]):
            raise CommandError(_("A record of reference data is redacted as a whole."))
        places = (
            desk.would_redact(thing, wanted, numbers, erase=not options["close"])
            if isinstance(thing, Entry)
            else desk.would_redact_record(thing)
        )
        lines = list(_lines(places))
        if options["dry_run"]:
            for line in lines:
                self.stdout.write(line)
            return
        desk.confirm_why(options["ground"], reason)
        if question := desk.only_in_some_languages(reason):
            self.stderr.write(self.style.WARNING(question))
        self.confirm(lines, _("Replace all of that for good?"), yes=options["yes"])
        why: dict[str, Any] = {"ground": options["ground"], "reason": reason, "by": by}
        if isinstance(thing, Entry):
            done = desk.redact(
                thing,
                parts=wanted,
                numbers=numbers,
                erase=not options["close"],
                desk=not options["keep_desk"],
                **why,
            )
        else:
            done = desk.redact_record(thing, **why)
        releases.remake()
        if options["close"]:
            self.stderr.write(self.style.WARNING(desk.still_on_the_desk()))
        message = _("Redaction %(id)s is done; version %(seq)d tells of it.")
        self.stdout.write(message % {"id": done.uid, "seq": done.seq})


def found(name: str) -> Entry | Reference:
    """The record of that name. An entry is found by the addresses that it has and had."""
    kind, is_given, slug = name.partition("/")
    if is_given:
        models = {
            str(model._meta.model_name): model
            for model in apps.get_app_config("events").get_models()
            if issubclass(model, Reference)
        }
        if kind not in models:
            message = _("There is no sort of records “%(kind)s”. There are: %(kinds)s.")
            raise CommandError(message % {"kind": kind, "kinds": ", ".join(sorted(models))})
        reference: Reference | None = models[kind]._default_manager.filter(slug=slug).first()
        if reference is None and desk.is_told_of(models[kind], slug):
            # Earlier releases let it be deleted, though versions tell of it.
            reference = models[kind](slug=slug)
        if reference is not None:
            return reference
    else:
        entry = Entry.objects.filter(slug=name).first() or _by_id(name)
        versions = Version.objects.filter(slug=name).order_by("-seq").select_related("entry")
        version = versions.first()
        if entry is not None or version is not None:
            return entry or version.entry  # type: ignore[union-attr]
    raise CommandError(_("There is no record “%(name)s”.") % {"name": name})


def _by_id(name: str) -> Entry | None:
    try:
        return Entry.objects.filter(uid=name).first()
    except ValidationError:
        return None


def _lines(places: Any) -> Iterator[str]:
    """What is to be replaced, a line for each version."""
    versions = Version.objects.filter(pk__in=places).order_by("seq").defer("document")
    for version in versions:
        parts = Counter("/".join(map(str, path)) or "all" for path in places[version.pk])
        yield f"{version.slug} v{version.number} (seq {version.seq}): {', '.join(parts)}"
