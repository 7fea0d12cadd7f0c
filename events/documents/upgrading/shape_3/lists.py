"""Domains and formats are the site's own lists: a document carries a record of each that it names.

Until then they were closed lists, with the names below on every page.
"""

from events.documents.upgrading.stored import Stored

FORMATS = {
    "summit": {"en": "Summit of leaders", "de": "Gipfel der Staats- und Regierungschefs"},
    "ministerial": {"en": "Ministerial meeting", "de": "Ministertreffen"},
    "talks": {"en": "Talks between delegations", "de": "Gespräche zwischen Delegationen"},
    "bilateral": {"en": "Bilateral meeting", "de": "Bilaterales Treffen"},
    "call": {"en": "Call or video conference", "de": "Telefonat oder Videokonferenz"},
}
# In the order of the list, which is that of the records.
DOMAINS = {
    "land": {"en": "On land", "de": "Zu Lande"},
    "air": {"en": "In the air", "de": "In der Luft"},
    "sea": {"en": "At sea", "de": "Zur See"},
    "training": {"en": "Training", "de": "Ausbildung"},
    "equipment": {"en": "Equipment", "de": "Ausrüstung"},
    "intelligence": {"en": "Intelligence", "de": "Aufklärung"},
    "money": {"en": "Money", "de": "Geld"},
    "logistics": {"en": "Logistics", "de": "Logistik"},
    "cyber": {"en": "Cyber defence", "de": "Cyberabwehr"},
    "humanitarian": {"en": "Humanitarian aid", "de": "Humanitäre Hilfe"},
    "political": {"en": "Political support", "de": "Politische Unterstützung"},
}


def carry_lists(document: Stored) -> None:
    kind = document.get("kind")
    if kind == "summit":
        document["format_record"] = _record(document["format"], FORMATS)
    elif kind == "commitment":
        named = {
            *document["domains"],
            *(row["domain"] for row in document.get("contributions", [])),
        }
        document["domain_records"] = [_record(slug, DOMAINS) for slug in DOMAINS if slug in named]


def _record(slug: str, names: dict[str, dict[str, str]]) -> Stored:
    return {"slug": slug, "name": dict(names[slug]), "description": {}}
