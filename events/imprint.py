"""Who publishes this copy of the record, whom to write to, and under which licence: what the
owner of the site has set."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is not set is empty. `contact`: a URI; `licence_url`: where the licence can be read."""

    publisher: str
    contact: str
    licence: str
    licence_url: str

    @property
    def written_to(self) -> str:
        """The contact as people read it."""
        return self.contact.removeprefix("mailto:")

    @property
    def links(self) -> dict[str, str]:
        """For the header `Link` (RFC 8288): addresses by their relation."""
        return {"license": self.licence_url} if self.licence_url else {}


def imprint() -> Imprint:
    licence = settings.LICENCE_NAME or settings.LICENCE_URL
    return Imprint(settings.PUBLISHER, settings.CONTACT, licence, settings.LICENCE_URL)


def own_text(name: str) -> dict[str, str]:
    """A text of the site's own in Markdown, by language; empty if it has none."""
    texts: dict[str, dict[str, str]] = settings.ABOUT_TEXTS
    return texts.get(name, {})


def state() -> str:
    """All of it, for whoever asks whether it has changed."""
    return repr((imprint(), settings.ABOUT_TEXTS))
