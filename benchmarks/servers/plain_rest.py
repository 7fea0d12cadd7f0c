"""The list of entries as one would write it with Django REST framework alone: serializers over the
desk's tables, with everything prefetched. The record's own list is compared with it."""

from typing import Any

from django.db.models import Prefetch
from rest_framework import serializers
from rest_framework.pagination import CursorPagination
from rest_framework.renderers import JSONRenderer
from rest_framework.viewsets import ModelViewSet

from events.models import (
    Actor,
    Citation,
    Commitment,
    Domain,
    EarlierDate,
    Entry,
    Figure,
    MeetingFormat,
    MeetingPlace,
    Membership,
    Participation,
    Position,
    Process,
    Question,
    Restated,
    RollCallStage,
    Source,
    StatusChange,
    Summit,
    Topic,
    Unit,
)

NAMES = ("name_en", "name_de")


def serializer(
    of: type[Any], *names: str, **nested: serializers.BaseSerializer
) -> type[serializers.ModelSerializer]:
    """A serializer of these fields of a model, and of nested ones."""
    meta = type("Meta", (), {"model": of, "fields": [*names, *nested]})
    return type(
        f"{of.__name__}Serializer", (serializers.ModelSerializer,), {"Meta": meta, **nested}
    )


Named = serializer(Actor, "slug", *NAMES, "kind", "country")
Member = serializer(Membership, "role", "since", "until", actor=Named())
Person = serializer(
    Actor,
    *("slug", *NAMES, "kind", "country", "office_en", "office_de"),
    represents=Named(),
    memberships=Member(many=True),
)
SourceOf = serializer(
    Source, "slug", "title", "publisher", "url", "archive_url", "language", "published_on"
)
EntrySerializer = serializer(
    Entry,
    *("uid", "slug", "kind", "title_en", "title_de", "summary_en", "summary_de", "date", "rank"),
    processes=serializer(Process, "slug", *NAMES)(many=True),
    topics=serializer(Topic, "slug", *NAMES)(many=True),
    participations=serializer(Participation, "role", "status", actor=Person(), represents=Person())(
        many=True
    ),
    figures=serializer(Figure, "value", "low", "high", "unit", "qualifier")(many=True),
    citations=serializer(Citation, "locator", "quote", "stance", source=SourceOf())(many=True),
    summit=serializer(
        Summit,
        *("status", "level", "mode", "follows"),
        format=serializer(MeetingFormat, "slug", *NAMES)(),
        places=serializer(MeetingPlace, *NAMES, "country", "zone")(many=True),
        earlier_dates=serializer(EarlierDate, "date", "moved_on", source=SourceOf())(many=True),
    )(),
    commitment=serializer(
        Commitment,
        *("firmness", "condition_en", "deadline", "made_at"),
        domains=serializer(Domain, "slug", *NAMES)(many=True),
        roll_call=serializer(
            RollCallStage, "stage", "date", "value", unit=serializer(Unit, "slug")(), actor=Named()
        )(many=True),
        restates=serializer(Restated, "commitment", "how")(many=True),
        status_changes=serializer(StatusChange, "status", "date", source=SourceOf())(many=True),
    )(),
    position=serializer(Position, "stance", "attribution_en", "attribution_de")(),
    question=serializer(Question, "answered_by")(),
)


class NewestFirst(CursorPagination):
    """The cheapest paging there is: along the primary key, without a count."""

    page_size = 50
    ordering = "-id"


class EntryViewSet(ModelViewSet):
    renderer_classes = [JSONRenderer]
    serializer_class = EntrySerializer
    pagination_class = NewestFirst
    actors = Actor.objects.select_related("represents").prefetch_related(
        Prefetch("memberships", Membership.objects.select_related("actor"))
    )
    queryset = Entry.objects.select_related(
        "summit__format", "commitment", "position", "question"
    ).prefetch_related(
        "processes",
        "topics",
        Prefetch(
            "participations",
            Participation.objects.prefetch_related(
                Prefetch("actor", actors), Prefetch("represents", actors)
            ),
        ),
        "figures",
        "citations__source",
        "summit__places",
        "summit__earlier_dates__source",
        "commitment__domains",
        "commitment__roll_call__actor",
        "commitment__roll_call__unit",
        "commitment__restates",
        "commitment__status_changes__source",
    )


entries = EntryViewSet.as_view({"get": "list"})
