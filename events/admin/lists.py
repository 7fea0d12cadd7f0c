"""The lists that a site keeps itself: domains of commitments, formats of meetings."""

from django.contrib import admin
from modeltranslation.admin import TranslationAdmin

from events.admin.controls import columns, row
from events.admin.reference import ReferenceAdmin
from events.models import Domain, MeetingFormat


@admin.register(Domain, MeetingFormat)
class ListedAdmin(ReferenceAdmin, TranslationAdmin):
    list_display = ["name", "slug", "order"]
    search_fields = ["slug", *columns("name", "description")]
    fieldsets = [(None, {"fields": [row("name"), ("slug", "order"), row("description")]})]
