"""How long an editor waits: for a look-up among many actors, and for a page with many rows.

    DATABASE_URL=… python -m benchmarks.desk [ACTORS]

The database has to be migrated, and gets this many invented actors unless it has them. Prints the
shortest and the median of many times in milliseconds, on the server alone, and whom texts find.
"""

import statistics
import sys
from time import perf_counter, process_time
from typing import Any

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from events.desk import lookup  # noqa: E402
from events.models import Actor, Alias, Participation, Process, Summit  # noqa: E402

GIVEN = ("Luka", "Usha", "Eugene", "Ukko", "Zelda", "Trudi", "Selma", "Grosvenor", "Usain", "Tura")
KNOWN = {
    "united-kingdom": ("United Kingdom", "Großbritannien", "country", "GB"),
    "united-states": ("United States", "USA", "country", "US"),
    "ukraine": ("Ukraine", "Ukraine", "country", "UA"),
    "germany": ("Germany", "Deutschland", "country", "DE"),
    "france": ("France", "Frankreich", "country", "FR"),
    "european-union": ("European Union", "Europäische Union", "organisation", ""),
    "zelenskyy": ("Volodymyr Zelenskyy", "Wolodymyr Selenskyj", "person", ""),
    "trump": ("Donald Trump", "Donald Trump", "person", ""),
}
MEANT = {
    "UK": "united-kingdom",
    "USA": "united-states",
    "US": "united-states",
    "EU": "european-union",
    "Großbritannien": "united-kingdom",
    "Selenskij": "zelenskyy",
    "Zelenskiy": "zelenskyy",
    "Trumpp": "trump",
    "France": "france",
}
TEXTS = (*MEANT, "u", "us", "luk", "ukeus", "ukeus0", "starmer keir", "Ukeus00777", "Selma Ukeus1")
TIMES = 30


def main(actors: int) -> int:
    fill(actors)
    print(f"{Actor.objects.count():,} actors, {connection.vendor}")
    wrong = {text: found(text) for text, slug in MEANT.items() if found(text) != slug}
    print("whom texts find:", wrong or "as meant")
    slowest = 0.0
    for text in TEXTS:
        shortest, median = times(lambda text=text: lookup.find(Actor, text))
        slowest = max(slowest, median)
        print(f"look-up {text!r:18} {shortest:6.1f} {median:6.1f}")
    for rows in (3, 20, 60):
        page(rows)
    return 1 if wrong or slowest > 50 else 0


def fill(actors: int) -> None:
    for slug, (english, german, kind, code) in KNOWN.items():
        fields = {"name_en": english, "name_de": german, "kind": kind, "country": code}
        actor, _new = Actor.objects.get_or_create(slug=slug, defaults=fields)
        if slug == "european-union":
            Alias.objects.get_or_create(actor=actor, text="EU", kind="abbreviation")
    missing = actors - Actor.objects.count()
    Actor.objects.bulk_create(
        (
            Actor(
                slug=f"other-{number}",
                name_en=f"{GIVEN[number % len(GIVEN)]} Ukeus{number:05}",
                name_de=f"{GIVEN[number % len(GIVEN)]} Ukeus{number:05}",
                kind="person",
            )
            for number in range(max(missing, 0))
        ),
        batch_size=1000,
    )
    while lookup.catch_up(Actor):
        pass
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def found(text: str) -> str | None:
    matches = lookup.find(Actor, text).matches
    return Actor.objects.get(pk=matches[0].key).slug if matches else None


def page(rows: int) -> None:
    entry, is_new = Summit.objects.get_or_create(
        slug=f"rows-{rows}", defaults={"title_en": f"A meeting of {rows}", "date": "2026-01-06"}
    )
    if is_new:
        process, _new = Process.objects.get_or_create(slug="p", defaults={"name_en": "P"})
        entry.processes.add(process)
        guests = Actor.objects.filter(kind="person").order_by("-pk")[:rows]
        for guest in guests:
            Participation.objects.create(
                entry=entry, actor=guest, role="participant", status="attended"
            )
    client = Client()
    editor, _new = User.objects.get_or_create(
        username="bench", defaults={"is_staff": True, "is_superuser": True}
    )
    client.force_login(editor)
    address = f"/admin/events/summit/{entry.pk}/change/"

    def show() -> None:
        answer = client.get(address, headers={"host": "localhost"})
        assert answer.status_code == 200, answer.status_code

    shortest, median = times(show)
    start = process_time()
    show()
    spent = 1000 * (process_time() - start)
    with CaptureQueriesContext(connection) as asked:
        show()
    print(
        f"page of {rows:2} rows     {shortest:6.1f} {median:6.1f}  CPU {spent:6.1f}"
        f"  queries {len(asked)}"
    )


def times(act: Any) -> tuple[float, float]:
    act()
    taken = []
    for _time in range(TIMES):
        start = perf_counter()
        act()
        taken.append(1000 * (perf_counter() - start))
    return min(taken), statistics.median(taken)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000))
