"""What belongs to an entry and is no text: pictures, and what is to be seen or heard elsewhere."""

from typing import Annotated, TypedDict

from events.documents.shapes.values import Address, Digest, OneOf, Texts
from events.vocabulary import Licence, MediumKind


class Medium(TypedDict):
    """A video, a recording or a document at an address of another site. Nothing of it is kept."""

    kind: Annotated[str, OneOf(MediumKind), "What is to be found there."]
    url: Annotated[Address | None, "Where it is; null where the address was redacted."]
    title: Annotated[Texts, "What is to be seen, heard or read."]
    publisher: Annotated[str | None, "Who published it; null where nobody is named."]


class PictureSize(TypedDict):
    """One made size of a picture, in pixels. It is at `/pictures/<digest>.webp`, for as long as a
    version that can be read names it."""

    digest: Annotated[
        Digest | None, "The SHA-256 of its bytes; null where the picture was redacted."
    ]
    width: Annotated[int, "How wide it is."]
    height: Annotated[int, "How high it is."]


class Picture(TypedDict):
    """A picture, and on what terms it is shown."""

    sizes: Annotated[list[PictureSize], "The same picture in several sizes, the smallest first."]
    caption: Annotated[Texts, "What stands below it; empty where nothing is written."]
    description: Annotated[Texts, "What is to be seen, for those who cannot see it."]
    credit: Annotated[str, "Who made it."]
    licence: Annotated[str, OneOf(Licence), "On what terms it may be shown."]
    licence_url: Annotated[Address | None, "Where these are written; null where nowhere."]
    origin: Annotated[Address | None, "Where it is from; null where that is not on record."]
