"""Addresses below the desk's, which nobody sees without an account of it."""

from django.contrib import admin
from django.urls import path

from events.previewing import pages

urlpatterns = [
    path(
        "preview/<int:pk>/<slug:language>/",
        admin.site.admin_view(pages.of_entry),
        name="preview-entry",
    ),
    path(
        "preview/<uuid:token>/<slug:language>/",
        admin.site.admin_view(pages.of_form),
        name="preview-form",
    ),
]
