"""A text that is redacted is at no public address any more, in no table, and under no old ETag."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import translation

from events import desk, public, publishing, releases
from events.desk import snapshots
from events.models import Actor, AuditLine, Entry, Snapshot, Source, Version
from events.vocabulary import Occasion
from tests.api.addresses import TEMPLATES
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
SECRET = "Quastenflosser"
SLUGS = ("meeting", "promise", "stand", "event", "unclear", "tour", "gone")
PERSON = "hans-q"
GROUND: dict[str, Any] = {
    "ground": "personal-data",
    "reason": {"en": "A right to be forgotten.", "de": "Ein Recht auf Vergessen."},
}
# What placeholders of addresses stand for.
NAMES = {
    "processes": "peace",
    "actors": PERSON,
    "topics": "force",
    "sources": "report",
    "domains": "land",
    "formats": "summit",
    "releases": "v1",
}


@pytest.fixture
def everywhere() -> None:
    """The secret in every sort of text that an entry of each kind can have."""
    said = {"title_en": f"The {SECRET} flood", "summary_en": f"It was **{SECRET}**."}
    record.person(
        PERSON,
        represents="france",
        name_en=f"Hans {SECRET}",
        name_de=f"Hans {SECRET}",
        office_en=f"Keeper of {SECRET}",
        description_en=f"Known as {SECRET}.",
    )
    record.alias(PERSON, f"H. {SECRET}")
    meeting = record.summit("meeting", place_en=f"House {SECRET}", **said)
    record.part(meeting, PERSON, "chair")
    record.cite(meeting, "other", quote=f"{SECRET}!", locator=SECRET, note_en=f"So {SECRET}.")
    report = record.source("other")
    record.figure(
        meeting, "leaders", 27, source=report, reason_en=f"{SECRET} counted.", preferred=True
    )
    record.picture(
        meeting,
        caption_en=SECRET,
        description_en=SECRET,
        credit=SECRET,
        origin=f"https://{SECRET}.x",
    )
    record.medium(
        meeting, f"https://{SECRET}.example/film", title_en=f"Film of {SECRET}", publisher=SECRET
    )
    promise = record.commitment(
        "promise", domains=["land"], condition_en=f"If {SECRET}", made_at=meeting, **said
    )
    record.called(promise, "poland", stage="announced", quote=SECRET, note_en=SECRET)
    record.status(promise, "delayed", "2026-02", note_en=f"{SECRET} was late.")
    stand = record.position(
        "stand", speaker=PERSON, holder="france", topic="force", attribution_en=SECRET, **said
    )
    event = record.development("event", actors=[PERSON], **said)
    unclear = record.question("unclear", answered_by=event, topics=["force"], **said)
    tour = record.walk("tour", [meeting, event], publish=False, **said)
    record.step(tour, promise, order=2, text_en=f"Here is {SECRET}.")
    desk.publish(tour)
    for entry in (meeting, promise, stand, event, unclear, tour):
        entry.title_en = f"Now the {SECRET} flood"
        entry.save()
        desk.publish(entry, note={"en": f"{SECRET} was misspelt."})
    desk.withdraw(record.development("gone", **said), reason={"en": f"No {SECRET}."})
    things: list[Any] = [*Entry.objects.all(), *Actor.objects.all(), *Source.objects.all()]
    for thing in things:
        snapshots.keep(thing, None)
        snapshots.keep(thing, None, occasion=Occasion.SUGGESTED)
    releases.make("v1")


def of_the_api() -> Iterator[str]:
    for template in TEMPLATES:
        first = template.split("/", maxsplit=1)[0]
        names = [NAMES[first]] if first in NAMES else SLUGS
        for name in names if "<" in template else [""]:
            entry = Entry.objects.filter(slug=name).first()
            for called in {name, str(entry.uid)} if entry else {name}:
                path = template
                for kind in ("name", "slug", "release"):
                    path = path.replace(f"<str:{kind}>", called)
                for number in "123" if "<int:number>" in path else "1":
                    yield f"/api/v1/{path.replace('<int:number>', number)}"
    yield from (
        "/api/v1/entries/?q=flood",
        "/api/v1/entries/?limit=200",
        f"/api/v1/positions/?actor={PERSON}",
    )
    for entry in Entry.objects.all():
        yield f"/api/v1/entries/{entry.uid}/versions/1/?shape=original"


def of_the_site() -> Iterator[str]:
    arguments: list[list[Any]] = [
        [],
        ["france", "force"],
        ["meeting", "meeting"],
        [PERSON],
        ["force"],
        ["v1"],
    ]
    arguments += [[slug] for slug in SLUGS]
    arguments += [
        [slug, n, form] for slug in SLUGS for n in (1, 2) for form in ("bib", "ris", "json")
    ]
    arguments += [["timeline"], ["entries/meeting"]]
    names = {
        str(name)
        for name in get_resolver("events.views.urls").reverse_dict
        if isinstance(name, str)
    }
    for language in ("en", "de"):
        with translation.override(language):
            for name in sorted(names):
                for given in arguments:
                    try:
                        yield reverse(f"pages:{name}", args=given)
                    except NoReverseMatch:
                        continue
            for slug in SLUGS:
                yield reverse("pages:history", args=[slug]) + "?from=1&to=2"
            yield reverse("pages:search") + "?q=flood"
            yield reverse("pages:timeline") + "?q=flood"
    yield from ("/sitemap.xml", "/robots.txt", "/oembed?url=http://testserver/en/entries/meeting/")


def addresses() -> list[str]:
    """Every public address, and those that can look back also as of now."""
    moment = public.present()
    found = list(dict.fromkeys([*of_the_api(), *of_the_site()]))
    as_of = [f"{path}{'&' if '?' in path else '?'}as_of={moment}" for path in found]
    return found + [path for path in as_of if "/pinned/" not in path]


def text_of(response: Any) -> str:
    return str(response.content.decode("utf-8", "replace"))


def get(client: Any, path: str, **headers: str) -> Any:
    return client.get(path, headers=headers)


def test_it_is_nowhere_and_every_etag_is_void(client: Any, everywhere: None) -> None:
    before = {path: get(client, path) for path in addresses()}
    told = {
        path for path, found in before.items() if SECRET in found.content.decode("utf-8", "replace")
    }
    assert len(told) > 300
    last = public.last_seq()

    desk.redact_record(record.actor(PERSON), **GROUND)
    for slug in SLUGS:
        desk.redact(Entry.objects.get(slug=slug), **GROUND)

    assert desk.where_is([SECRET, PERSON]) == []
    for path in before:
        found = get(client, path)
        body = text_of(found)
        assert SECRET.lower() not in body.lower(), path
        if path.startswith("/api/") and PERSON not in path:
            assert PERSON not in body, path
    for path, found in before.items():
        if "ETag" in found and path in told:
            again = get(client, path, **{"If-None-Match": found["ETag"]})
            assert again.status_code != 304, path
    changes = client.get(f"/api/v1/changes/?after={last}").json()["results"]
    assert {change["action"] for change in changes} == {"redacted"}
    assert {change["id"] for change in changes} == {
        str(uid) for uid in Entry.objects.filter(slug__in=SLUGS).values_list("uid", flat=True)
    }
    assert {client.get(f"/en/entries/{slug}/").status_code for slug in SLUGS} == {410}
    assert client.get(f"/en/actors/{PERSON}/").status_code == 404


def test_a_backup_of_before_has_it_nowhere_once_redactions_are_replayed(everywhere: None) -> None:
    last = public.last_seq()
    with transaction.atomic():
        entry = Entry.objects.get(slug="event")
        entry.summary_en = f"{SECRET} once more."
        entry.save()
        desk.publish(entry)
        desk.redact_record(record.actor(PERSON), **GROUND)
        for slug in SLUGS:
            desk.redact(Entry.objects.get(slug=slug), **GROUND)
        listed = list(desk.listed())
        left = dict(Version.objects.filter(pk__lte=last).values_list("pk", "document"))
        transaction.set_rollback(True)
    assert desk.where_is([SECRET]) != []

    for listing in listed:
        assert not desk.is_done(listing)
        desk.replay(listing)

    assert desk.where_is([SECRET, PERSON]) == []
    assert all(map(desk.is_done, listed))
    assert dict(Version.objects.filter(pk__lte=last).values_list("pk", "document")) == left
    assert [one["uid"] for one in desk.listed()] == [one["uid"] for one in listed]


def test_what_the_desk_quotes_goes_and_who_did_what_stays(everywhere: None) -> None:
    entry = Entry.objects.get(slug="unclear")
    before = list(AuditLine.objects.values_list("pk", "action", "at", "by"))

    desk.redact(entry, **GROUND)

    assert list(AuditLine.objects.values_list("pk", "action", "at", "by"))[: len(before)] == before
    line = AuditLine.objects.filter(key=entry.pk, action="published").last()
    assert line is not None
    assert line.params["note"] == {"en": "[redacted]", "de": "[geschwärzt]"}
    published = publishing.publish(Entry.objects.get(slug="unclear"))
    assert "[redacted]" in (published.document or "")
    assert SECRET not in (published.document or "")


def test_texts_on_record_lose_it_and_stay_whose_they_are(everywhere: None) -> None:
    before = list(Snapshot.objects.values_list("pk", "occasion", "at", "by", "key"))
    assert Snapshot.objects.filter(text__icontains=SECRET).exists()

    desk.redact_record(record.actor(PERSON), **GROUND)
    for slug in SLUGS:
        desk.redact(Entry.objects.get(slug=slug), **GROUND)

    after = list(Snapshot.objects.values_list("pk", "occasion", "at", "by", "key"))
    assert after[: len(before)] == before
    assert {row[1] for row in after[len(before) :]} == {Occasion.REDACTED}
    texts = list(
        Snapshot.objects.filter(kind="development", key=Entry.objects.get(slug="event").pk)
    )
    assert texts[0].record["summary"] == {"en": "[redacted]"}
    assert texts[0].record["actors"][0]["actor"].startswith("redacted-")
    assert texts[-1].record == texts[0].record
