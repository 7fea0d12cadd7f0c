"""The sections of records, and the keys that a record of each can have: read off the models.

A key is the name of a field, so a field added to a model can be written at once.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from modeltranslation.fields import TranslationField
from modeltranslation.manager import get_translatable_fields_for_model
from modeltranslation.utils import build_localized_fieldname

from events.models import (
    KINDS,
    Actor,
    Alias,
    Citation,
    Commitment,
    CommitmentPart,
    Contradiction,
    Development,
    Domain,
    EarlierDate,
    Entry,
    Figure,
    FormerName,
    Identifier,
    Measure,
    Medium,
    MeetingFormat,
    MeetingPlace,
    Membership,
    Office,
    Participation,
    Position,
    Process,
    Question,
    Restated,
    RollCallStage,
    Source,
    StatusChange,
    Succession,
    Summit,
    Topic,
    Unit,
    Walk,
    WalkStep,
)
from events.vocabulary import TRAITS

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)

# In an order in which each section names only those before it, or itself.
SECTIONS: dict[str, type[models.Model]] = {
    "processes": Process,
    "units": Unit,
    "measures": Measure,
    "domains": Domain,
    "formats": MeetingFormat,
    "sources": Source,
    "topics": Topic,
    "actors": Actor,
    **{TRAITS[kind].address: model for kind, model in KINDS.items()},
}

# The short name of a record is given beside its values; the order of a row follows from its place.
_GIVEN = "slug"
_FOLLOWS = "order"


@dataclass(frozen=True)
class PartList:
    """A list inside a record, each item of which is a row of its own."""

    key: str
    model: type[models.Model]
    # The field of the row that names the record.
    owner: str
    # The field that an item stands for if it is just a text.
    short: str | None = None

    @property
    def rows(self) -> str:
        """What the model of the record calls them: `participations` for `actors`."""
        owner: Any = self.model._meta.get_field(self.owner)
        return str(owner.remote_field.get_accessor_name())

    @property
    def has_order(self) -> bool:
        return any(target.name == "order" for target in self.model._meta.fields)


_CONTRADICTS = PartList("contradicts", Contradiction, "entry", "contradicted")
_PARTS: dict[type[models.Model], tuple[PartList, ...]] = {
    Actor: (
        PartList("members", Membership, "body", "actor"),
        PartList("successors", Succession, "predecessor", "actor"),
        PartList("aliases", Alias, "actor", "text"),
        PartList("identifiers", Identifier, "actor"),
        PartList("offices", Office, "actor"),
        PartList("former_names", FormerName, "actor"),
    ),
    Entry: (
        PartList("actors", Participation, "entry", "actor"),
        PartList("figures", Figure, "entry"),
        PartList("sources", Citation, "entry", "source"),
        PartList("media", Medium, "entry"),
    ),
    Summit: (
        PartList("places", MeetingPlace, "summit"),
        PartList("earlier_dates", EarlierDate, "summit"),
        _CONTRADICTS,
    ),
    Commitment: (
        PartList("roll_call", RollCallStage, "commitment"),
        PartList("parts", CommitmentPart, "commitment"),
        PartList("history", StatusChange, "commitment"),
        PartList("restates", Restated, "later"),
        _CONTRADICTS,
    ),
    **dict.fromkeys((Position, Development, Question), (_CONTRADICTS,)),
    Walk: (PartList("steps", WalkStep, "walk"),),
}


# Keys that records had in earlier releases, and what is written now.
FORMER_KEYS: dict[type[models.Model], dict[str, Promise]] = {
    Summit: dict.fromkeys(
        ("place", "place_country", "country"),
        _("A meeting has a list of places now: places: [{name: {en: Paris}, country: FR}]."),
    ),
}

# A key for one where a field can name several, and that field.
FOR_ONE: dict[type[models.Model], dict[str, str]] = {Entry: {"process": "processes"}}


@cache
def field_for_one(model: type[models.Model], key: str) -> str | None:
    """The field that names several and that this key gives one for; None if it is no such key."""
    return next((keys.get(key) for of, keys in FOR_ONE.items() if issubclass(model, of)), None)


@cache
def parts_of(model: type[models.Model]) -> dict[str, PartList]:
    """The lists inside a record of this model, by key."""
    return {
        part.key: part
        for owner, parts in _PARTS.items()
        if issubclass(model, owner)
        for part in parts
    }


@cache
def fields_of(model: type[models.Model], owner: str = "") -> dict[str, Any]:
    """The fields that can be written, by key: those that an editor fills. `owner`: the field of a
    row that names its record."""
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return {
        field.name: field
        for field in fields
        if field.editable
        and not field.auto_created
        and not isinstance(field, TranslationField)
        and field.name not in ({owner, _FOLLOWS} if owner else {_GIVEN})
    }


@cache
def translated(model: type[models.Model]) -> frozenset[str]:
    """The fields that have a text for each language."""
    return frozenset(get_translatable_fields_for_model(model) or ())


def column(name: str, language: str) -> str:
    """The field that holds the text of one language: `title`, `de` → `title_de`."""
    return str(build_localized_fieldname(name, language))


def group_of(model: type[models.Model]) -> type[models.Model]:
    """The model within which a short name is unique: entries of all kinds share theirs."""
    return Entry if issubclass(model, Entry) else model
