"""What is on file of an actor, in words."""

from django.utils.translation import gettext as _

from events.documents import shapes
from events.presenting.entry.every_language import date_in_all, in_all, joined
from events.presenting.wording import closed_lists
from events.vocabulary import MemberRole


def on_file(record: shapes.Actor) -> str:
    members = [
        joined(
            [
                in_all(member["name"]),
                closed_lists.label(MemberRole, member["role"]),
                *(date_in_all(day) for day in (member["since"], member["until"]) if day),
                member["source"] or "",
            ]
        )
        for member in record.get("members", [])
    ]
    return joined(
        [
            in_all(record["name"]),
            closed_lists.country(record["country"]),
            in_all(record["office"]),
            record["represents"] or "",
            in_all(record["description"]),
            *members,
            *(_office(office) for office in record["offices"]),
            *(_former_name(former) for former in record["former_names"]),
            _lifespan(record["lifespan"]),
            *(_neighbour(_("after %(name)s"), one) for one in record["predecessors"]),
            *(_neighbour(_("before %(name)s"), one) for one in record["successors"]),
            *(alias["text"] for alias in record["aliases"]),
            *(f"{one['scheme']} {one['value']}" for one in record["identifiers"]),
            *(
                joined([in_all(picture["description"]), picture["credit"]])
                for picture in record.get("pictures", ())
            ),
        ],
        "; ",
    )


def _office(office: shapes.Office) -> str:
    days = [date_in_all(day) for day in (office["since"], office["until"]) if day]
    represents, source = office["represents"] or "", office["source"] or ""
    return joined([in_all(office["title"]), represents, *days, source])


def _former_name(former: shapes.FormerName) -> str:
    said = {"name": in_all(former["name"]), "date": date_in_all(former["until"])}
    return joined([_("%(name)s until %(date)s") % said, former["source"] or ""])


def _lifespan(span: shapes.Lifespan | None) -> str:
    if span is None:
        return ""
    since, until = span["since"], span["until"]
    return joined(
        [
            _("since %(date)s") % {"date": date_in_all(since)} if since else "",
            span["since_source"] or "",
            _("until %(date)s") % {"date": date_in_all(until)} if until else "",
            span["until_source"] or "",
        ]
    )


def _neighbour(form: str, one: shapes.Succession) -> str:
    date = date_in_all(one["date"]) if one["date"] else ""
    return joined([form % {"name": in_all(one["name"])}, date, one["source"] or ""])
