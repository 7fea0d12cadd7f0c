"""Documents to draw, as the record has them."""

import re
from datetime import date, timedelta
from random import Random
from typing import Any

from events import dates
from events.presenting.drawing.chapters.scene import Scene, scene_of
from events.presenting.drawing.scale import Window
from events.presenting.lists import items
from events.presenting.wording import Links
from events.vocabulary import TRAITS, Kind

TODAY = date(2026, 11, 26)


def made(kind: str, edtf: str, number: int = 0, **fields: Any) -> Any:
    """An entry that names Germany and France in the role of its kind, and two topics."""
    slug = f"{kind}-{number}"
    roles = {
        "summit": "participant",
        "commitment": "party",
        "position": "holder",
        "question": "concerned",
    }
    actors = fields.pop("actors", ["germany", "france"])
    only: dict[str, dict[str, Any]] = {
        "summit": {
            "status": "held",
            "format": "summit",
            "level": "leaders",
            "mode": None,
            "places": [{"name": {"en": "Paris"}, "country": None, "zone": None}],
            "follows": None,
            "earlier_dates": [],
        },
        "commitment": {
            "status": "open",
            "history": [],
            "condition": None,
            "deadline": None,
            "made_at": None,
            "restates": [],
            "roll_call": [],
            "parts": [],
            "domains": [],
            "counts": {"reported": None, "reported_low": None, "reported_high": None},
        },
        "position": {"stance": "supports", "speakers": [], "attribution": {}},
        "question": {"status": "open", "answered_by": None},
    }
    return {
        "id": slug,
        "slug": slug,
        "kind": kind,
        "title": {"en": f"Title of {slug}"},
        "summary": {},
        "rank": 0,
        "basis": None,
        "key_event": False,
        "contradicts": [],
        "date": dated(edtf),
        "topics": [{"slug": "force", "name": {"en": "A force"}, "wider": []}],
        "actors": [_actor(one, roles.get(kind, "involved")) for one in actors],
        "actor_records": [{"slug": one, "name": {"en": one.title()}} for one in actors],
        "figures": [],
        "sources": [],
        **only.get(kind, {}),
        **fields,
    }


def _actor(slug: str, role: str) -> dict[str, Any]:
    named = {"slug": slug, "name": {"en": slug.title()}, "name_today": None, "kind": "country"}
    named |= {"country": None}
    return named | {"role": role, "status": None, "represents": None}


def dated(edtf: str) -> dict[str, Any]:
    value = dates.parse(edtf)
    return {
        "edtf": edtf,
        "earliest": value.earliest and value.earliest.isoformat(),
        "latest": value.latest and value.latest.isoformat(),
        "precision": value.precision,
        "approximate": value.approximate,
        "uncertain": value.uncertain,
        "label": {"en": value.label("en"), "de": value.label("de")},
    }


def scene(documents: list[Any], window: Any = None, today: date = TODAY) -> Scene:
    links = Links(today)
    listed = items(documents, links)
    return scene_of(listed, links, today.toordinal(), window, lambda _to: 'href="#"', "")


def texts(svg: str) -> list[str]:
    """What is written in a drawing, line by line."""
    return [re.sub("<[^>]*>", "", text) for text in re.findall(r"<text[^>]*>(.*?)</text>", svg)]


KINDS = [kind for kind in Kind.values if TRAITS[kind].drawn]
WORDS = [
    "Paris",
    "meeting",
    "Sicherheitsgarantien",
    "of the",
    "Verteidigungsausschuss",
    "a",
    "Київ",
]
ACTORS = ["germany", "france", "united-kingdom-of-great-britain", "coalition-of-the-willing"]
STANCES = ["supports", "conditional", "undecided", "opposes", "abstained", "taken-back"]


def record_of(seed: int, most: int = 40) -> list[Any]:
    """Entries of all kinds, of dates of any form, with names and titles of any length: the same
    ones for the same seed."""
    chance = Random(seed)
    found: list[Any] = []
    for number in range(chance.randint(1, most)):
        kind = chance.choice(KINDS)
        topic = {"slug": chance.choice("abc"), "name": {"en": _words(chance, 6)}, "wider": []}
        fields: dict[str, Any] = {
            "title": {"en": _words(chance, 14)},
            "actors": sorted(chance.sample(ACTORS, chance.randint(1, len(ACTORS)))),
            "topics": [topic],
        }
        if kind == "position":
            fields["stance"] = chance.choice(STANCES)
        elif kind == "summit":
            names = [chance.choice(WORDS) for _place in range(chance.randint(0, 2))]
            fields["places"] = [{"name": {"en": name}, "country": None} for name in names]
            fields["status"] = chance.choice(["held", "planned", "cancelled"])
        elif kind == "commitment":
            earlier = [one for one in found if one["kind"] == kind][-1:]
            fields["restates"] = [
                {"id": one["id"], "slug": one["slug"], "how": "strengthens"} for one in earlier
            ]
        found.append(made(kind, _edtf(chance), number, **fields))
    return found


def _words(chance: Random, most: int) -> str:
    return " ".join(chance.choice(WORDS) for _word in range(chance.randint(1, most)))


def _edtf(chance: Random) -> str:
    """Most days are near each other, as in a record; some are far away."""
    first = date(2025, 1, 1) + timedelta(chance.randrange(700))
    if chance.random() < 0.15:
        first = date(1950, 1, 1) + timedelta(chance.randrange(45_000))
    last = first + timedelta(chance.randrange(60))
    forms = [
        *[first.isoformat()] * 4,
        f"{first}/{last}",
        f"../{first}",
        f"{first}/..",
        f"{first:%Y-%m}",
        f"{first:%Y}",
        f"{first:%Y-%m}~",
        f"{first:%Y}~",
        f"[{first},{last + timedelta(1)}]",
    ]
    return chance.choice(forms)


def window_of(seed: int) -> Window:
    """A window of some days or years, mostly in the time of such entries."""
    chance = Random(seed)
    days = chance.choice([1, 9, 60, 200, 3000])
    return Window.around(date(2025, 1, 1).toordinal() + chance.randrange(700), days)
