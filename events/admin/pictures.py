"""Pictures on the page of a record: uploaded, looked at, described."""

from base64 import b64encode
from typing import Any

from django import forms
from django.contrib import admin
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationStackedInline

from events.admin.controls import row
from events.admin.inlines import PartForm, PartFormSet, PartInline
from events.desk import pictures
from events.models import ActorPicture, EntryPicture, Picture, PictureFile, ProcessPicture

ACCEPTED = "image/jpeg,image/png,image/webp"


class PictureForm(PartForm):
    """One picture. `uploaded`: the sizes of a file that came with a form in which something else
    was wrong, sealed: browsers do not send a file twice."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=_(
            "A JPEG, PNG or WebP of up to 8 MB. Sizes for the web are made of it; where and when "
            "it was taken, and its name, are not kept. Choosing another one replaces it."
        ),
    )
    uploaded = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if file := cleaned.get("file"):
            try:
                self._has(pictures.keep(file))
            except pictures.WrongPicture as wrong:
                self.add_error("file", str(wrong))
        elif uploaded := cleaned.get("uploaded"):
            sizes = pictures.unsealed(uploaded)
            if sizes and pictures.kept(sizes):
                self._has(sizes)
            else:
                self.add_error("file", gettext("Please choose the file again."))
        elif not self.instance.pk and "file" not in self.errors:
            self.add_error("file", gettext("Choose the file of the picture."))
        return cleaned

    def _has(self, sizes: list[pictures.MadeSize]) -> None:
        self.instance.sizes = sizes
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix("uploaded")] = pictures.sealed(sizes)
        self.data = data


class PictureFormSet(PartFormSet):
    """The pictures of one record. What is taken off is dropped, where no version shows it."""

    def save(self, commit: bool = True) -> Any:
        saved = super().save(commit)
        if commit and (self.deleted_objects or self.changed_objects):
            pictures.sweep()
        return saved


class PictureInline(PartInline, TranslationStackedInline):
    """Of any record; those below say of which."""

    form = PictureForm
    formset = PictureFormSet
    readonly_fields = ["preview"]
    # They are looked at.
    can_be_shut = False
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("preview", "file"),
                    *(row("caption"), row("description")),
                    *(("credit", "licence"), ("origin", "order"), "uploaded"),
                ]
            },
        )
    ]

    @admin.display(description=_("Picture"))
    def preview(self, picture: Picture) -> SafeString | str:
        """The smallest size, in the page itself: nobody else may see it before it is published."""
        if not picture.sizes:
            return "–"
        size = picture.sizes[0]
        found = PictureFile.objects.filter(pk=size["digest"]).values_list("data", flat=True).first()
        if found is None:
            return "–"
        return format_html(
            '<img src="data:image/webp;base64,{}" width="{}" height="{}" alt="{}">',
            *(b64encode(bytes(found)).decode(), size["width"], size["height"]),
            picture.description or "",
        )


class EntryPictureInline(PictureInline):
    model = EntryPicture


class ActorPictureInline(PictureInline):
    model = ActorPicture


class ProcessPictureInline(PictureInline):
    model = ProcessPicture
