"""Every page for readers, below the prefix of its language."""

from django.urls import path
from django.views.generic import RedirectView

from events.views import (
    about,
    comparison,
    entries,
    front,
    history,
    meetings,
    positions,
    redactions,
    releases,
    search,
    since,
    timeline,
)
from events.views.boards import commitments, questions
from events.views.frame import embed
from events.views.names import actors, sources, topics
from events.views.taking import citing, dialogue, feeds, pictures, pinned, previews, tables

app_name = "pages"

urlpatterns = [
    path("", front.front, name="front"),
    path("about/", about.about, name="about"),
    path("search/", search.search, name="search"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("positions/", positions.matrix, name="positions"),
    path("positions.csv", positions.files.matrix, name="positions-csv"),
    path("positions/changes/", positions.changes, name="position-changes"),
    path("positions/changes.csv", positions.files.changes, name="position-changes-csv"),
    path("positions/<str:actor>/<str:topic>/", positions.cell, name="cell"),
    path("commitments/", commitments.board, name="commitments"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("compare/", comparison.choose, name="comparisons"),
    path("compare/<str:first>/<str:second>/", comparison.compare, name="compare"),
    path("compare/<path:meetings>/<str:name>.csv", comparison.files.compared, name="compare-csv"),
    path("compare/<path:meetings>/", comparison.compare, name="compare-several"),
    path("questions/", questions.questions, name="questions"),
    path("actors/", actors.actors, name="actors"),
    path("actors/<str:slug>/", actors.actor, name="actor"),
    path("topics/", topics.topics, name="topics"),
    path("topics/<str:slug>/", topics.topic, name="topic"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<str:slug>/", sources.source, name="source"),
    path("since/", since.since, name="since"),
    path("redactions/", redactions.redactions, name="redactions"),
    path("releases/", releases.releases, name="releases"),
    path("releases/<str:name>/", releases.release, name="release"),
    path(
        "entries/",
        RedirectView.as_view(pattern_name="pages:timeline", query_string=True, permanent=True),
        name="entries",
    ),
    path("entries/<str:slug>/", entries.entry, name="entry"),
    path("entries/<str:slug>/versions/", history.history, name="history"),
    path("entries/<str:slug>/versions/<int:number>/", history.version, name="version"),
    path(
        "entries/<str:slug>/versions/<int:number>/citation.<str:form>",
        citing.citation,
        name="citation",
    ),
    path("entries/<str:slug>/roll-call.csv", tables.roll_call, name="roll-call-csv"),
    path("entries/<str:slug>/card.png", previews.entry, name="entry-card"),
    path("card.png", previews.site, name="card"),
    path("feed.atom", feeds.feed, name="feed"),
    path("calendar.ics", feeds.events, name="calendar"),
    path("entries.csv", tables.entries, name="entries-csv"),
    path("actors.csv", tables.actors, name="actors-csv"),
    path("topics.csv", tables.topics, name="topics-csv"),
    path("embed/", embed.embed),
    path("embed/<path:path>/", embed.embed, name="embed"),
    path("take/", dialogue.take, name="take-front"),
    path("take/<path:path>/", dialogue.take, name="take"),
    path("picture/<str:form>/", pictures.picture, name="picture-front"),
    path("picture/<str:form>/<path:path>/", pictures.picture, name="picture"),
    path("pinned/", pinned.pinned),
    path("pinned/<path:path>/", pinned.pinned, name="pinned"),
]
