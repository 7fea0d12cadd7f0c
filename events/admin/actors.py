"""The page of an actor: who it is today, and the lists of what held of it for a time."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline

from events.admin.controls import columns, row
from events.admin.inlines import PartFormSet, PartInline
from events.admin.pictures import ActorPictureInline
from events.admin.reference import ReferenceAdmin
from events.models import (
    Actor,
    Alias,
    FormerName,
    Identifier,
    Membership,
    Office,
    Succession,
)
from events.vocabulary import BODIES, ActorKind


class MembershipInline(PartInline, admin.StackedInline):
    model = Membership
    fk_name = "body"
    autocomplete_fields = ["actor", "source"]
    related = ("actor", "body", "source")
    fieldsets = [(None, {"fields": [("actor", "role", "since", "until", "source")]})]


class SuccessionFormSet(PartFormSet):
    """Whom an actor came after, or who came after it: two lists of one page, which together close
    no circle."""

    def clean(self) -> None:
        super().clean()
        others = self.instance.__dict__.setdefault("_successions", [])
        for form in self.sound_forms:
            if circle := form.instance.circle(others):
                form.add_error("predecessor" if self.fk.name == "actor" else "actor", circle)
            others.append(form.instance)


class SuccessorInline(PartInline, admin.StackedInline):
    """Who came after this actor."""

    model = Succession
    formset = SuccessionFormSet
    fk_name = "predecessor"
    autocomplete_fields = ["actor", "source"]
    related = ("actor", "predecessor", "source")
    fieldsets = [(None, {"fields": [("actor", "date", "source")]})]


class PredecessorInline(SuccessorInline):
    """Whom this actor came after: the same rows from the other side."""

    fk_name = "actor"
    autocomplete_fields = ["predecessor", "source"]
    verbose_name = _("predecessor")
    verbose_name_plural = _("predecessors")
    fieldsets = [(None, {"fields": [("predecessor", "date", "source")]})]


class AliasInline(PartInline, admin.StackedInline):
    model = Alias
    related = ("actor",)
    fieldsets = [(None, {"fields": [("text", "language", "kind")]})]


class IdentifierInline(PartInline, admin.StackedInline):
    model = Identifier
    related = ("actor",)
    fieldsets = [(None, {"fields": [("scheme", "value", "url")]})]


class OfficeInline(PartInline, TranslationStackedInline):
    model = Office
    fk_name = "actor"
    autocomplete_fields = ["represents", "source"]
    related = ("actor", "represents", "source")
    fieldsets = [
        (None, {"fields": [row("title"), ("represents", "since", "until", "source", "order")]})
    ]


class FormerNameInline(PartInline, TranslationStackedInline):
    model = FormerName
    fk_name = "actor"
    autocomplete_fields = ["source"]
    related = ("actor", "source")
    fieldsets = [(None, {"fields": [row("name"), ("until", "source")]})]


@admin.register(Actor)
class ActorAdmin(ReferenceAdmin, TranslationAdmin):
    list_display = ["name", "slug", "kind", "country", "office", "represents"]
    list_filter = ["kind", ("represents", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["represents"]
    search_fields = ["slug", "=country", *columns("name", "office"), "aliases__text"]
    autocomplete_fields = ["represents", "since_source", "until_source"]
    fieldsets = [
        (None, {"fields": [row("name"), ("kind", "slug")]}),
        (_("Country"), {"fields": ["country"]}),
        (
            _("Person"),
            {
                "fields": [row("office"), "represents"],
                "description": _(
                    "Who this person is today. What entries say of their own day follows from "
                    "offices with their dates, which can be added once this is saved."
                ),
            },
        ),
        (_("Description"), {"fields": [row("description")]}),
        (
            _("Life span"),
            {"fields": [("since", "since_source"), ("until", "until_source")]},
        ),
    ]

    def get_inlines(self, request: HttpRequest, obj: Actor | None) -> list[Any]:
        if obj is None:
            return []
        of_kind: list[Any] = [MembershipInline] if obj.kind in BODIES else []
        if obj.kind == ActorKind.PERSON:
            of_kind += [OfficeInline]
        else:
            of_kind += [PredecessorInline, SuccessorInline]
        return [*of_kind, FormerNameInline, AliasInline, IdentifierInline, ActorPictureInline]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change and {"represents", *columns("office")} & set(form.changed_data):
            message = gettext(
                "What entries say of their own day has not changed: this is who somebody is today. "
                "For the past, add the office with its dates."
            )
            self.message_user(request, message, messages.INFO)

    def response_add(
        self, request: HttpRequest, obj: Actor, post_url_continue: str | None = None
    ) -> HttpResponse:
        # Only a coalition that exists can be given members, so its page stays open for them.
        if (
            obj.kind == ActorKind.COALITION
            and "_save" in request.POST
            and IS_POPUP_VAR not in request.POST
        ):
            self.message_user(
                request, gettext("The coalition is saved. Its members can be added now.")
            )
            return HttpResponseRedirect(reverse("admin:events_actor_change", args=[obj.pk]))
        return super().response_add(request, obj, post_url_continue)
