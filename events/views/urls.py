"""Every page for readers, below the prefix of its language."""

from django.urls import path
from django.views.generic import RedirectView

from events.views import entries, history, site, timeline

app_name = "pages"

urlpatterns = [
    path("", site.front, name="front"),
    path("about/", site.about, name="about"),
    path("timeline/", timeline.timeline, name="timeline"),
    path(
        "entries/",
        RedirectView.as_view(pattern_name="pages:timeline", query_string=True, permanent=True),
        name="entries",
    ),
    path("entries/<str:slug>/", entries.entry, name="entry"),
    path("entries/<str:slug>/versions/", history.history, name="history"),
    path("entries/<str:slug>/versions/<int:number>/", history.version, name="version"),
]
