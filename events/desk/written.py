"""What of the desk's tables somebody wrote, beside what is written in every language."""

from typing import Any

from django.db.models import Model

from events.models import (
    PICTURES,
    ActorPicture,
    Alias,
    Citation,
    FormerName,
    Identifier,
    Medium,
    Office,
    ProcessPicture,
    RollCallStage,
    Source,
    StatusChange,
)

# The rows of a record that have texts, by the column that names it.
ROWS_OF: dict[str, tuple[type[Model], ...]] = {
    "actor": (Office, FormerName, ActorPicture),
    "process": (ProcessPicture,),
}
# Those that are nothing but a text of which no two may be the same: they go.
DELETED: tuple[type[Model], ...] = (Alias, Identifier)
# Columns with texts that are written in one language, or in none.
PLAIN: dict[type[Model], tuple[str, ...]] = {
    Citation: ("quote", "locator"),
    RollCallStage: ("quote", "locator"),
    StatusChange: ("locator",),
    Medium: ("publisher",),
    **dict.fromkeys(PICTURES, ("credit",)),
    Source: ("title", "publisher"),
}
# Those that must have a certain form, so that no stub can stand there.
EMPTIED: dict[type[Model], dict[str, Any]] = {
    Source: {
        **dict.fromkeys(("url", "archive_url", "doi", "isbn", "urn"), ""),
        "authors": [],
    },
    Medium: {"url": ""},
    **{model: {"sizes": [], "origin": ""} for model in PICTURES},
}
