"""Questions as a list: since when they have been open, whom they concern, and what
answered them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events import dates
from events.documents import shapes
from events.documents.shapes import Document
from events.presenting.parts import CitedSource, NamedEntries, participants, sources
from events.presenting.wording import (
    Links,
    Term,
    Text,
    chosen,
    closed_lists,
    durations,
    excerpt,
    mark,
    text,
)
from events.vocabulary import Kind, QuestionStatus


@dataclass(frozen=True, slots=True)
class Answer:
    """The entry that answered a question. `excerpt` is empty if there is no entry on record under
    the name that the question gives."""

    title: Text
    url: str
    kind: Term | None
    label: Text
    mark: str
    excerpt: Text
    source: CitedSource | None
    after: str


@dataclass(frozen=True, slots=True)
class ListedQuestion:
    """`since`: how long it has been open; empty for an answered one, for one whose date has ended,
    or if the date is too vague."""

    title: Text
    url: str
    status: Term | None
    open: bool
    label: Text
    mark: str
    since: str
    concerned: SafeString
    topics: list[tuple[Text, str]]
    excerpt: Text
    source: CitedSource | None
    answer: Answer | None


def asked(document: shapes.Question, named: Mapping[str, Document], links: Links) -> ListedQuestion:
    """`named`: the documents of the entries that answered questions, by slug."""
    summary, language = chosen(document["summary"])
    is_open = document["status"] == QuestionStatus.OPEN
    day = date.fromisoformat(links.day)
    goes_on = not dates.certainty.can_be_over(dates.parse(document["date"]["edtf"]), day)
    return ListedQuestion(
        title=text(document["title"]),
        url=links.entry(document["slug"]),
        status=closed_lists.status(Kind.QUESTION, document["status"]),
        open=is_open,
        label=text(document["date"]["label"]),
        mark=mark(document["date"]),
        since=durations.so_far(durations.began(document["date"]), day)
        if is_open and goes_on
        else "",
        concerned=participants.names_line(document["actors"], links.language, links.actor),
        topics=[(text(topic["name"]), links.topic(topic["slug"])) for topic in document["topics"]],
        excerpt=Text.of(excerpt(summary), language),
        source=_first(document),
        answer=answer(document, named, links),
    )


def answer(document: shapes.Question, named: Mapping[str, Document], links: Links) -> Answer | None:
    """What answered the question, as far as it stands or stood then. `named`: by id."""
    entries = NamedEntries(named, links)
    link = entries.link(document["answered_by"])
    if link is None:
        return None
    found = entries.find(document["answered_by"])
    if found is None:
        empty = Text.of("")
        return Answer(link.title, link.url, None, empty, "", empty, None, "")
    summary, language = chosen(found["summary"])
    return Answer(
        title=link.title,
        url=link.url,
        kind=closed_lists.kind(found["kind"]),
        label=text(found["date"]["label"]),
        mark=mark(found["date"]),
        excerpt=Text.of(excerpt(summary), language),
        source=_first(found),
        after=_after(document, found),
    )


def _after(question: shapes.Question, found: Document) -> str:
    """How long the question was open, if both dates are known well enough to say."""
    asked, answered = durations.began(question["date"]), durations.began(found["date"])
    if not (asked.possibly and asked.certainly and answered.possibly and answered.certainly):
        return ""
    least, most = (asked.certainly, answered.possibly), (asked.possibly, answered.certainly)
    if answered.possibly <= asked.certainly:
        return ""
    return _("after %(time)s") % {"time": durations.lasting(least, most)}


def _first(document: Document) -> CitedSource | None:
    """The first source that supports what the entry says."""
    listed = sources(document)
    supporting = (source for source in listed if not source.contradicts)
    return next(supporting, None)
