"""The tags of a document, and what those of the tests' own records are called."""

from events.documents import indexing
from events.models import Entry
from tests.documents.rendered import document_of

FROM_PROCESS = {("process", "peace"): '{"en":"Process peace","de":"Prozess peace"}'}
FROM_SOURCE = {
    ("source", "report"): '{"de":"Report report"}',
    ("publication", "report"): '{"title":"Report report","language":"de","publisher":null,'
    '"published_on":"2026-01-06","addressed":false,"archived":false,"state":"published"}',
}
FROM_FORMAT = {
    ("format", "summit"): '{"en":"Summit of leaders","de":"Gipfel der Staats- und Regierungschefs"}'
}
FRANCE = '{"en":"France","de":"France (de)"}'
GERMANY = '{"en":"Germany","de":"Germany (de)"}'
POLAND = '{"en":"Poland","de":"Poland (de)"}'


def tags(entry: Entry) -> dict[tuple[str, str], str]:
    """The tags of the entry but those that every entry of these tests has."""
    found = {
        (name.facet, name.slug): label for name, label in indexing.tags(document_of(entry)).items()
    }
    for name, label in (FROM_PROCESS | FROM_SOURCE).items():
        assert found.pop(name) == label
    return found
