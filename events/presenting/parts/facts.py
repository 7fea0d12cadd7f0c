"""What is on file of an actor for a time, in words, each with who says so."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from events import dates, languages
from events.documents import shapes
from events.documents.shapes import Document
from events.presenting.parts.sources import SourceNotice, notice, web_address
from events.presenting.wording import Links, Text, closed_lists, joined, text, text_in
from events.vocabulary import ActorKind, AliasKind, IdentifierScheme


@dataclass(frozen=True, slots=True)
class FactSource:
    """Who says so; `url` is empty for what is not on the web. `notice`: that the source was
    corrected or retracted, if it was."""

    title: Text
    url: str
    notice: SourceNotice | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something on file. `sources`: none, one, or one for its beginning and one for its end."""

    said: SafeString
    sources: tuple[FactSource, ...] = ()


class OnFile:
    """The sources and actors that documents know, for wording what their records say.

    `known`: the records of actors, by slug; `pages`: those without a record here that have a page.
    """

    def __init__(
        self,
        documents: Iterable[Document],
        known: Mapping[str, shapes.Actor],
        links: Links,
        pages: Collection[str] = (),
    ) -> None:
        self.known, self.links, self.pages = known, links, {*known, *pages}
        self.sources: dict[str, shapes.Source] = {}
        for document in documents:
            for source in (*document["source_records"], *document["sources"]):
                self.sources.setdefault(source["slug"], source)

    def who_says_so(self, *slugs: str | None) -> tuple[FactSource, ...]:
        found = (self.sources.get(slug) for slug in dict.fromkeys(slugs) if slug)
        return tuple(
            FactSource(
                text_in(source["title"], source["languages"][0]),
                web_address(source["url"]),
                notice(source),
            )
            for source in found
            if source
        )

    def lifespan(self, actor: shapes.Actor) -> Fact | None:
        """“from 1949 to 1990”; of a person, “born 1954”."""
        span = actor["lifespan"]
        if span is None:
            return None
        since, until = worded(span["since"]), worded(span["until"])
        said = spanned(span["since"], span["until"], self.links.day)
        if actor["kind"] == ActorKind.PERSON:
            born = _("born %(date)s") % {"date": since} if since else ""
            died = _("died %(date)s") % {"date": until} if until else ""
            said = ", ".join(filter(None, (born, died)))
        return Fact(Text.of(said), self.who_says_so(span["since_source"], span["until_source"]))

    def neighbour(self, one: shapes.Succession) -> Fact:
        """“Germany, since 3 October 1990”, with a link where there is a page."""
        name: SafeString = text(one["name"])
        if one["actor"] in self.pages:
            name = format_html('<a href="{}">{}</a>', self.links.actor(one["actor"]), name)
        return Fact(
            joined(filter(None, (name, Text.of(worded(one["date"]))))),
            self.who_says_so(one["source"]),
        )

    def office(self, office: shapes.Office) -> Fact:
        """“Foreign Minister, Netherlands, from 2017 to 2021”"""
        represented = self.known.get(office["represents"] or "")
        parts = [
            text(office["title"]),
            text(represented["name"] if represented else None),
            Text.of(spanned(office["since"], office["until"], self.links.day)),
        ]
        return Fact(joined(part for part in parts if part), self.who_says_so(office["source"]))

    def former_name(self, former: shapes.FormerName) -> Fact:
        until = spanned(None, former["until"], self.links.day)
        said = joined(filter(None, (text(former["name"]), Text.of(until))))
        return Fact(said, self.who_says_so(former["source"]))


def alias(alias: shapes.Alias) -> Fact:
    """“USSR (abbreviation)”; of a spelling, only itself."""
    language = alias["language"]
    name = Text.of(alias["text"], language if language != get_language() else None)
    if alias["kind"] in (AliasKind.SPELLING, AliasKind.OTHER):
        return Fact(name)
    kind = closed_lists.label(AliasKind, alias["kind"])
    return Fact(format_html('{} <span class="note">{}</span>', name, kind))


def identifier(identifier: shapes.Identifier) -> Fact:
    """“Wikidata Q212”, with a link where the register has an address."""
    said = identifier["value"]
    if identifier["scheme"] != IdentifierScheme.OTHER:
        said = f"{closed_lists.label(IdentifierScheme, identifier['scheme'])} {said}"
    if address := web_address(identifier["url"]):
        return Fact(format_html('<a href="{}" rel="external">{}</a>', address, said))
    return Fact(Text.of(said))


def spanned(since: shapes.Date | None, until: shapes.Date | None, day: str) -> str:
    """From when to when, in words; either may be missing, and what is not known is left out. What
    begins only after the reader's day has not been so since then."""
    first, last = _known(since), _known(until)
    if first and last:
        return _("from %(since)s to %(until)s") % {
            "since": first.bound(languages.active(), begins=False),
            "until": last.bound(languages.active(), begins=False),
        }
    if first:
        is_ahead = first.earliest is not None and first.earliest > date.fromisoformat(day)
        form = pgettext("a time to come", "from %(date)s") if is_ahead else _("since %(date)s")
        return form % {"date": first.bound(languages.active(), begins=True)}
    if last:
        return _("until %(date)s") % {"date": last.bound(languages.active(), begins=False)}
    return ""


def _known(record: shapes.Date | None) -> dates.EDTF | None:
    value = dates.parse(record["edtf"]) if record else None
    return value if value and value.edtf != "XXXX" else None


def worded(date: shapes.Date | None) -> str:
    return text(date["label"]).plain if date else ""
