"""Lists in other forms: `entries.ndjson`, `actors.csv`, `matrix.xlsx` …"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events import public
from events.api.endpoint import Endpoint, bare
from events.api.entries import IN_WINDOW, OF_ALL, PERHAPS_IN_WINDOW
from events.api.forms import (
    CSV,
    MEDIA_TYPES,
    NDJSON,
    OF_PAGES,
    TIMELINE,
    XLSX,
    TakenFile,
    page_addresses,
)
from events.api.lists import confirm_state, state_of
from events.api.matrix import OWN, PARAMETERS, asked_for
from events.api.references import matched
from events.dates import Certainty
from events.feeds import tables, timeline
from events.imprint import imprint
from events.vocabulary import Kind

# What makes no sense of a whole list.
OF_PAGES_ONLY = ("limit", "cursor", "fields")
TABULAR = (CSV, XLSX)
# How many cells are looked up at once for what is written of them.
AT_ONCE = 200


def taken_of(accepted: Iterable[str]) -> tuple[str, ...]:
    """What a list takes where it is taken as a whole."""
    return tuple(dict.fromkeys((*(one for one in accepted if one not in OF_PAGES_ONLY), "of")))


class TakenEndpoint(Endpoint):
    """A list to take along, whole, in one state of the record."""

    media_types = tuple(dict.fromkeys(MEDIA_TYPES.values()))
    shape = "File"
    outcomes = (404, 409)
    forms: tuple[str, ...] = (NDJSON, CSV, XLSX)
    states_itself = True

    def dispatch(self, request: HttpRequest, *args: Any, **path: Any) -> Any:
        if request.method not in ("GET", "HEAD"):
            return super().dispatch(request, *args, **path)
        form = path["form"]
        if form not in self.forms:
            raise public.Missing(form)
        with public.costly().entered():
            return self.taken(request, form)

    def taken(self, request: HttpRequest, form: str) -> HttpResponseBase:
        raise NotImplementedError

    def of_table(
        self,
        request: HttpRequest,
        taken: TakenFile,
        table: tables.DataTable,
        rows: Iterable[tables.Row],
        within: str | None,
    ) -> HttpResponseBase:
        """The table, or that of a list within its rows."""
        if taken.form == XLSX:
            return taken.sent_file(request, tables.workbook.written(table, rows, taken.about))
        if within:
            table, rows = tables.table_within(table, within), tables.rows_within(rows, within)
        return taken.sent(request, (line.encode() for line in tables.lines(table, rows)))


def _confirm_fits(form: str, number: int) -> None:
    """Raise an error where a workbook would have too many rows."""
    if form == XLSX and number > tables.workbook.MOST_ROWS:
        message = _("A workbook has at most %(most)d rows. Ask for fewer, or for CSV.")
        raise public.InvalidParameters({"form": [message % {"most": tables.workbook.MOST_ROWS}]})


class TakenEntries(TakenEndpoint):
    """Entries with the filters of their list, whole and in one state of the record, which the head
    of the answer says (`Record-Seq`, `Record-Time`).

    `ndjson`: a document on each line, as the API has it. `csv`: members are columns with dots,
    lists are lines of a cell; `of=sources` gives a row for each source, and so on. `xlsx`: the
    same with a sheet for each list, up to 50,000 entries. `timeline.json`: for TimelineJS; what has
    no known beginning is left out and counted (`left_out`). `ics` and `atom` lead to the calendar
    and the feed in the language of `Accept-Language`.
    """

    summary = "Entries to take along"
    parameters = taken_of(OF_ALL.accepted)
    forms = (NDJSON, CSV, XLSX, TIMELINE, *OF_PAGES)
    kind: Kind | None = None

    def taken(self, request: HttpRequest, form: str) -> HttpResponseBase:
        if form in OF_PAGES:
            return _page(request, OF_PAGES[form], self.kind)
        parameters = self.read(request)
        filters = public.read_filters(parameters, self.kind or "", programs=public.PROGRAMS)
        table = tables.entries.entries(filters.kind)
        of = _of(parameters, table, form)
        parameters.finish()
        taken, filters = _stated(form, table.name, filters)
        if form == XLSX:
            _confirm_fits(form, public.count(filters))
        pages = public.walk_texts(filters)
        address = page_addresses(request, "entry")
        if form == NDJSON:
            return taken.sent(request, map(_lines, pages), at_once=1)
        if form == TIMELINE:
            told = imprint()
            about = " · ".join(filter(None, (told.publisher, told.licence, f"seq {taken.seq}")))
            documents = (document for document, _when in _documents(pages))
            lines = timeline.lines(
                documents, get_language() or "", address, _("Record of diplomacy"), about
            )
            response = taken.sent(request, (line.encode() for line in lines))
            response.headers["Vary"] = "Accept, Accept-Language"
            return response
        rows = tables.entries.rows(_documents(pages), address)
        return self.of_table(request, taken, table, rows, of)


def _of(parameters: public.Parameters, table: tables.DataTable, form: str) -> str | None:
    """Which list within the rows is asked for."""
    of = parameters.choice("of", tables.lists_in(table))
    if of and form != CSV:
        parameters.complain("of", _("This goes with CSV: other forms have all lists."))
    return of


def _stated(form: str, name: str, filters: public.Filters) -> tuple[TakenFile, public.Filters]:
    """What is sent, and the filters in the state that it is of."""
    kept = public.kept()
    if filters.seq is not None:
        confirm_state(filters.seq, kept.seq)
    state = public.state_of(filters)
    if state is None or state == kept.seq:
        told = state_of(kept.seq, kept.published_at)
    else:
        told = state_of(state, public.published(state))
    seq, time = told["seq"], told["time"]
    assert isinstance(seq, int)
    pinned = replace(filters, seq=None if filters.as_of else seq)
    return TakenFile(form, name, seq, str(time) if time else None), pinned


def _lines(page: public.TextPage) -> bytes:
    texts = page.texts
    if page.certain is not None:
        each = zip(texts, page.certain, strict=True)
        texts = [text[:-1] + (IN_WINDOW if one else PERHAPS_IN_WINDOW) for text, one in each]
    return b"\n".join([*texts, b""])


def _documents(pages: Iterable[public.TextPage]) -> Iterator[tuple[Any, str | None]]:
    for page in pages:
        for place, text in enumerate(page.texts):
            when = None
            if page.certain is not None:
                when = (Certainty.CERTAIN if page.certain[place] else Certainty.POSSIBLE).value
            yield orjson.loads(text), when


def _page(request: HttpRequest, name: str, kind: Kind | None) -> HttpResponse:
    """To the calendar or feed of pages, in the reader's language, with the same filters."""
    query = request.META.get("QUERY_STRING", "")
    if kind:
        query = "&".join(filter(None, (f"kind={kind.value}", query)))
    location = reverse(f"pages:{name}") + (f"?{query}" if query else "")
    headers = {"Location": iri_to_uri(location), "Vary": "Accept-Language"}
    return bare(HttpResponse(status=307, headers=headers))


class TakenReferences(TakenEndpoint):
    """What entries name, whole and in one state of the record. `ndjson` has all of each; `csv` and
    `xlsx`, of actors, topics and sources, the members that are columns."""

    of: public.Referred[Any] = public.PROCESSES
    table: tables.DataTable | None = None

    def taken(self, request: HttpRequest, form: str) -> HttpResponseBase:
        if form in TABULAR and self.table is None:
            raise public.Missing(form)
        parameters = self.read(request)
        filters = public.Filters(as_of=parameters.moment())
        filters = replace(filters, seq=parameters.state(filters.as_of))
        wanted = matched(parameters)
        of = _of(parameters, self.table, form) if self.table and form == CSV else None
        parameters.finish()
        name = self.table.name if self.table else request.path.rpartition("/")[2].partition(".")[0]
        taken, filters = _stated(form, name, filters)
        records = self._records(taken.seq, wanted)
        if form == NDJSON or self.table is None:
            return taken.sent(request, (orjson.dumps(one) + b"\n" for one in records))
        rows: Iterable[tables.Row] = records
        page = {"actors": "actor", "topics": "topic"}.get(self.table.name)
        if page:
            rows = tables.references.records(records, page_addresses(request, page))
        return self.of_table(request, taken, self.table, rows, of)

    def _records(self, seq: int, wanted: Any) -> Iterator[Mapping[str, object]]:
        cursor: public.NameCursor | None = None
        while True:
            page = public.reference_page(self.of, seq, cursor, AT_ONCE, wanted)
            yield from page.records
            if page.next is None:
                return
            cursor = page.next


class TakenMatrix(TakenEndpoint):
    """Who stands where on a day, a row for each actor, topic and position that holds, or that has
    ended and nothing has followed; with its date, its entry and its sources."""

    summary = "Who stands where, to take along"
    parameters, own = PARAMETERS, OWN

    def taken(self, request: HttpRequest, form: str) -> HttpResponseBase:
        parameters = self.read(request)
        on = parameters.day("on") or timezone.localdate()
        filters = public.read_filters(parameters, programs=public.PROGRAMS)
        parameters.finish()
        taken, _filters = _stated(form, "positions", filters)
        matrix = public.matrix(on, filters.process, filters.as_of)
        cells = asked_for((*matrix.cells, *matrix.ended), filters)
        _confirm_fits(form, len(cells))
        rows = _cells(cells, matrix, on, filters, page_addresses(request, "entry"))
        if form == NDJSON:
            return taken.sent(request, (orjson.dumps(row) + b"\n" for row in rows))
        return self.of_table(request, taken, tables.positions.MATRIX, rows, None)


def _cells(
    cells: Iterable[public.Cell],
    matrix: public.Matrix,
    on: date,
    filters: public.Filters,
    address: Any,
) -> Iterator[tables.Row]:
    left = iter(cells)
    while some := list(islice(left, AT_ONCE)):
        ids = {cell.position["entry"]["id"] or "" for cell in some}
        documents = public.named(ids, filters.as_of)
        for cell in some:
            position = {**cell.position, **cell.on_day, "ended": cell.ended}
            document = documents.get(cell.position["entry"]["id"] or "")
            yield {
                "on": on.isoformat(),
                "actors": [{"slug": cell.actor, "name": matrix.actors[cell.actor]}],
                "topics": [{"slug": cell.topic, "name": matrix.topics[cell.topic]}],
                **tables.positions.held(position, document, address),
            }
