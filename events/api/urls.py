"""The addresses of the API, below `/api/v1/`."""

from typing import Any

from django.urls import URLPattern, include, path

from events import public
from events.api.changes import ChangesEndpoint
from events.api.counts import CountsEndpoint
from events.api.entries import (
    OF_ALL,
    OF_KINDS,
    EntryDetail,
    EntryList,
    VersionDetail,
    VersionList,
)
from events.api.matrix import MatrixEndpoint
from events.api.redactions import RedactionList
from events.api.references import ReferenceDetail, ReferenceList, parameters_of
from events.api.releases import ReleaseDetail, ReleaseList
from events.api.roll_call import RollCallEndpoint
from events.api.schema import Description, Documentation, Index
from events.api.taking import TakenEntries, TakenMatrix, TakenReferences, taken_of
from events.feeds import tables
from events.vocabulary import TRAITS, Kind


def entries(kind: Kind | None = None) -> list[URLPattern]:
    """A list of entries and what lies below it: of all kinds, or of one."""
    shape = kind.title() if kind else "Entry"
    one, many = (kind.value, TRAITS[kind].address) if kind else ("entry", "entries")
    takes = OF_KINDS[kind] if kind else OF_ALL
    fixed = {"kind": kind}
    return [
        path(
            "",
            EntryList.as_view(
                **fixed, summary=many.title(), shape=f"{shape}List", parameters=takes.accepted
            ),
        ),
        path("<str:name>/", EntryDetail.as_view(**fixed, summary=f"One {one}", shape=shape)),
        path("<str:name>/versions/", VersionList.as_view(**fixed)),
        path("<str:name>/versions/<int:number>/", VersionDetail.as_view(**fixed)),
    ]


def references(of: public.Referred[Any], shape: str, many: str, one: str = "") -> list[URLPattern]:
    """A list of what entries name, and each of them. `one`: what it is called, unless that is the
    name of its shape."""
    one = f"One {one or shape.lower()}"
    return [
        path(
            "",
            ReferenceList.as_view(
                of=of, shape=f"{shape}List", summary=many, parameters=parameters_of(of)
            ),
        ),
        path("<str:slug>/", ReferenceDetail.as_view(of=of, shape=shape, summary=one)),
    ]


REFERENCES: tuple[tuple[str, public.Referred[Any], tables.DataTable | None], ...] = (
    ("processes", public.PROCESSES, tables.references.PROCESSES),
    ("actors", public.ACTORS, tables.references.ACTORS),
    ("topics", public.TOPICS, tables.references.TOPICS),
    ("sources", public.SOURCES, tables.references.SOURCES),
    ("domains", public.DOMAINS, None),
    ("formats", public.FORMATS, None),
)

urlpatterns = [
    path("", Index.as_view()),
    path("entries/", include(entries())),
    *(path(f"{traits.address}/", include(entries(Kind(kind)))) for kind, traits in TRAITS.items()),
    path("commitments/<str:name>/roll-call/", RollCallEndpoint.as_view()),
    path("entries.<str:form>", TakenEntries.as_view()),
    *(
        path(
            f"{traits.address}.<str:form>",
            TakenEntries.as_view(
                kind=Kind(kind),
                summary=f"{traits.address.title()} to take along",
                parameters=taken_of(OF_KINDS[Kind(kind)].accepted),
            ),
        )
        for kind, traits in TRAITS.items()
    ),
    path("matrix.<str:form>", TakenMatrix.as_view()),
    *(
        path(
            f"{name}.<str:form>",
            TakenReferences.as_view(
                of=of,
                table=table,
                summary=f"{name.title()} to take along",
                parameters=taken_of((*parameters_of(of), *(["of"] if table else []))),
            ),
        )
        for name, of, table in REFERENCES
    ),
    path("changes/", ChangesEndpoint.as_view()),
    path("counts/", CountsEndpoint.as_view()),
    path("redactions/", RedactionList.as_view()),
    path("releases/", ReleaseList.as_view()),
    path("releases/<str:release>/", ReleaseDetail.as_view()),
    path("matrix/", MatrixEndpoint.as_view()),
    path("processes/", include(references(public.PROCESSES, "Process", "Processes"))),
    path("actors/", include(references(public.ACTORS, "Actor", "Actors"))),
    path("topics/", include(references(public.TOPICS, "Topic", "Topics"))),
    path("sources/", include(references(public.SOURCES, "Source", "Sources"))),
    path("domains/", include(references(public.DOMAINS, "Domain", "Domains of commitments"))),
    path(
        "formats/",
        include(references(public.FORMATS, "MeetingFormat", "Formats of meetings", "format")),
    ),
    path("schema/", Description.as_view()),
    path("docs/", Documentation.as_view()),
]
