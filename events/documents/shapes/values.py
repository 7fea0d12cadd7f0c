"""What the members of documents are made of: texts by language, and strings and numbers of a form.

A type is `Annotated` with its form, and each member of a document with a line that says what it is,
so that the API's description, the codebook and the tests read both from here.
"""

from dataclasses import dataclass
from typing import Annotated

from django.db.models import TextChoices


@dataclass(frozen=True)
class Form:
    """What holds for every value of a type, in the terms of JSON Schema (2020-12)."""

    pattern: str = ""
    format: str = ""
    description: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class OneOf:
    """The value is one of a closed list (`events.vocabulary`)."""

    choices: type[TextChoices]


# A text by language tag (BCP 47), in the languages in which it exists; empty if there are none.
Texts = dict[str, str]

Slug = Annotated[str, Form(pattern="^[-a-zA-Z0-9_]+$")]
Uuid = Annotated[str, Form(format="uuid")]
Address = Annotated[str, Form(format="uri")]
Digest = Annotated[str, Form(pattern="^[0-9a-f]{64}$", description="SHA-256")]
# Days are those of the proleptic Gregorian calendar.
Day = Annotated[str, Form(format="date")]
# UTC, to the microsecond.
Time = Annotated[str, Form(format="date-time")]
# Of an actor, also ISO 3166-2 (a part of a state) and 3166-3 (a former one).
StateCode = Annotated[
    str, Form(pattern="^([A-Z]{2}(-[A-Z0-9]{1,3})?|[A-Z]{4})$", description="ISO 3166")
]
LanguageTag = Annotated[str, Form(description="BCP 47", examples=("uk", "pt-BR"))]
Country = Annotated[str, Form(pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2")]
Zone = Annotated[
    str,
    Form(
        description="The name of a zone in the IANA time zone database", examples=("Europe/Paris",)
    ),
]
Edtf = Annotated[str, Form(description="EDTF (ISO 8601-2)", examples=("2025-09",))]
Doi = Annotated[str, Form(pattern="^10\\.", description="ISO 26324", examples=("10.1000/182",))]
Isbn = Annotated[str, Form(description="ISO 2108", examples=("978-3-16-148410-0",))]
Urn = Annotated[
    str, Form(pattern="^[uU][rR][nN]:", description="RFC 8141", examples=("urn:nbn:de:1",))
]
