"""What belongs to an entry and is no text: what is to be seen or heard elsewhere."""

from typing import Annotated, TypedDict

from events.documents.shapes.values import Address, OneOf, Texts
from events.vocabulary import MediumKind


class Medium(TypedDict):
    """A video, a recording or a document at an address of another site. Nothing of it is kept."""

    kind: Annotated[str, OneOf(MediumKind), "What is to be found there."]
    url: Annotated[Address | None, "Where it is; null where the address was redacted."]
    title: Annotated[Texts, "What is to be seen, heard or read."]
    publisher: Annotated[str | None, "Who published it; null where nobody is named."]
