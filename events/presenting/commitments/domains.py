"""What a commitment is about, in words: the names that it carries."""

from events.documents import reading
from events.documents.shapes import Commitment
from events.presenting.wording import Text, text


def domain_names(document: Commitment) -> dict[str, Text]:
    """By short name, every domain to which it refers."""
    return {slug: text(name) for slug, name in reading.domain_names(document).items()}


def domains(document: Commitment) -> list[Text]:
    """Those of the commitment itself, in its order."""
    names = domain_names(document)
    return [names[slug] for slug in document["domains"]]
