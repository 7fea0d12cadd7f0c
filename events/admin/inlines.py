"""The parts of an entry, edited on its page."""

from collections import Counter
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet, UniqueConstraint
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationStackedInline

from events.admin.base import DeskFields
from events.admin.controls import choices, row
from events.admin.incomplete import IncompleteForm
from events.admin.rows import ShutForm, opened_by
from events.models import (
    Citation,
    CommitmentPart,
    Contradiction,
    EarlierDate,
    Figure,
    Medium,
    MeetingPlace,
    Participation,
    Restated,
    RollCallStage,
    StatusChange,
    WalkStep,
)
from events.vocabulary import TRAITS, Kind


class PartFormSet(BaseInlineFormSet):
    """The rows of one list of a record."""

    model: Any

    def validate_unique(self) -> None:
        """Rows that are there twice, each named at its field. Django compares what was typed, and
        does not say which constraint it is about."""
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, UniqueConstraint) and constraint.condition is None:
                self._check(constraint)

    def _check(self, constraint: UniqueConstraint) -> None:
        columns = [
            self.model._meta.get_field(name).attname
            for name in constraint.fields
            if name != self.fk.name
        ]
        seen: set[Any] = set()
        for form in self.sound_forms:
            is_what = tuple(getattr(form.instance, column) for column in columns)
            if is_what in seen:
                shown = [name for name in constraint.fields if name in form.fields]
                form.add_error(shown[-1], constraint.get_violation_error_message())
            seen.add(is_what)

    @property
    def sound_forms(self) -> list[Any]:
        """The rows that are to be there, without those in which something is wrong already."""
        return [
            form
            for form in self.forms
            if form not in self.deleted_forms
            and (form.has_changed() or not form.empty_permitted)
            and form.is_valid()
        ]


class PartForm(ShutForm, IncompleteForm, forms.ModelForm):
    """One row. What was typed into a field and is wrong is said once, and not again as missing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cached = self.instance._state.fields_cache
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, choices.LookUp) and (thing := cached.get(name)):
                widget.at_hand[str(thing.pk)] = thing

    def add_error(self, field: Any, error: Any) -> None:
        if isinstance(error, ValidationError) and hasattr(error, "error_dict"):
            told = error.error_dict.items()
            error = ValidationError({name: said for name, said in told if name not in self.errors})
        super().add_error(field, error)


class PartInline(DeskFields):
    """Compact rows with a label for every field, and no empty row unless asked for."""

    form: Any = PartForm
    formset: Any = PartFormSet
    extra = 0
    template = "admin/events/rows.html"
    related: tuple[str, ...] = ()
    # Are rows sentences that have to be opened?
    can_be_shut = True

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)  # type: ignore[misc]
        if self.can_be_shut:
            formset.form = type(
                formset.form.__name__, (formset.form,), {"opened": opened_by(request.GET)}
            )
        return formset

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).select_related(*self.related)  # type: ignore[misc]
        return rows


class ParticipationFormSet(PartFormSet):
    """The actors of one entry: each once in a role, or once for each body that it speaks for."""

    def validate_unique(self) -> None:
        # Django does not look at rows whose body is left out, and does not say which row it is.
        seen: set[Any] = set()
        for form in self.forms:
            given = getattr(form, "cleaned_data", {})
            if form in self.deleted_forms or not given.get("actor"):
                continue
            is_what = (given["actor"], given.get("role"), given.get("represents"))
            if is_what in seen:
                form.add_error("actor", _("This actor has this role already."))
            seen.add(is_what)


class ParticipationInline(PartInline, admin.StackedInline):
    model = Participation
    formset = ParticipationFormSet
    autocomplete_fields = ["actor", "represents"]
    related = ("actor", "represents")
    verbose_name_plural = _("actors")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        attendance = ["status"] if self.parent_model.KIND == Kind.SUMMIT else []
        line = ("actor", "role", *attendance, "represents", "order")
        return [(None, {"fields": [line]})]

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "role":
            roles = TRAITS[self.parent_model.KIND].roles
            kwargs["choices"] = [(role.value, role.label) for role in roles]
            kwargs["initial"] = roles[0].value
        return super().formfield_for_choice_field(db_field, request, **kwargs)


class CitationInline(PartInline, TranslationStackedInline):
    model = Citation
    autocomplete_fields = ["source"]
    related = ("source",)
    fieldsets = [
        (
            None,
            {"fields": [("source", "stance", "locator"), ("quote", "quote_language"), row("note")]},
        )
    ]


class FigureForm(PartForm):
    def _get_validation_exclusions(self) -> set[str]:
        # Which figure is preferred can only be judged over all rows together: see FigureFormSet.
        return super()._get_validation_exclusions() | {"preferred"}  # type: ignore[misc]


class FigureFormSet(PartFormSet):
    """The figures of one entry. For each measure, one of them may be preferred."""

    def clean(self) -> None:
        super().clean()
        preferred = Counter(
            form.cleaned_data.get("measure")
            for form in self.forms
            if form not in self.deleted_forms and getattr(form, "cleaned_data", {}).get("preferred")
        )
        if any(count > 1 for measure, count in preferred.items() if measure):
            raise forms.ValidationError(_("Only one figure of a measure is preferred."))

    def save_existing_objects(self, commit: bool = True) -> list[Any]:
        # Rows are saved one by one, so the old preferred one has to give way before the new one is
        # saved.
        changing = [form.instance.pk for form in self.initial_forms if form.has_changed()]
        if commit:
            self.get_queryset().filter(pk__in=changing).update(preferred=False)
        return super().save_existing_objects(commit)


class FigureInline(PartInline, TranslationStackedInline):
    model = Figure
    form = FigureForm
    formset = FigureFormSet
    autocomplete_fields = ["measure", "unit", "source"]
    related = ("measure", "unit", "source")
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("qualifier", "value", "unit", "measure"),
                    ("low", "high", "source", "preferred"),
                    row("reason"),
                ]
            },
        )
    ]


class MediumInline(PartInline, TranslationStackedInline):
    model = Medium
    fieldsets = [(None, {"fields": [("kind", "url"), row("title"), ("publisher", "order")]})]


class RollCallInline(PartInline, TranslationStackedInline):
    model = RollCallStage
    autocomplete_fields = ["actor", "domain", "source", "unit"]
    related = ("actor", "domain", "source", "unit")
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("actor", "stage", "date", "domain"),
                    ("source", "locator"),
                    ("qualifier", "value", "low", "high", "unit", "form"),
                    "quote",
                    row("note"),
                ]
            },
        )
    ]


class CommitmentPartInline(PartInline, TranslationStackedInline):
    model = CommitmentPart
    fieldsets = [(None, {"fields": [("key", "deadline", "order"), row("text")]})]


class StatusChangeInline(PartInline, TranslationStackedInline):
    model = StatusChange
    autocomplete_fields = ["by", "source"]
    related = ("by", "source")
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("status", "date", "by", "part"),
                    ("source", "locator", "basis"),
                    row("note"),
                ]
            },
        )
    ]


class RestatedInline(PartInline, admin.StackedInline):
    model = Restated
    fk_name = "later"
    autocomplete_fields = ["commitment"]
    related = ("commitment",)
    fieldsets = [(None, {"fields": [("commitment", "how")]})]


class ContradictionInline(PartInline, admin.StackedInline):
    model = Contradiction
    fk_name = "entry"
    autocomplete_fields = ["contradicted"]
    related = ("contradicted",)
    fieldsets = [(None, {"fields": ["contradicted"]})]


class MeetingPlaceInline(PartInline, TranslationStackedInline):
    model = MeetingPlace
    fieldsets = [(None, {"fields": [row("name"), ("country", "zone", "order")]})]


class EarlierDateInline(PartInline, TranslationStackedInline):
    model = EarlierDate
    autocomplete_fields = ["source"]
    related = ("source",)
    fieldsets = [(None, {"fields": [("date", "moved_on", "source", "order"), row("note")]})]


class WalkStepInline(PartInline, TranslationStackedInline):
    model = WalkStep
    fk_name = "walk"
    autocomplete_fields = ["entry"]
    related = ("entry",)
    fieldsets = [(None, {"fields": [("entry", "order"), row("text")]})]
