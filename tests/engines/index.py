"""Rows of the index, and what the engine at hand answers about them."""

from datetime import UTC, datetime

from django.db import connection

from events.models import Version, VersionIndex
from tests.record import Record

record = Record()


def rows(query, params=()):
    with connection.cursor() as cursor:
        cursor.execute(query, list(params))
        return cursor.fetchall()


def add(*items, entry=None):
    """Index rows by seq, of versions that are made for them: fields of each, `seq` among them."""
    entry = entry or record.development(f"of-{items[0]['seq']}", publish=False)
    versions = [
        Version(
            seq=item["seq"],
            entry=entry,
            uid=entry.uid,
            number=number,
            action="published",
            kind="development",
            slug=f"s{item['seq']}",
            published_at=datetime(2026, 1, 6, tzinfo=UTC),
            document="{}",
        )
        for number, item in enumerate(items, 1)
    ]
    Version.objects.bulk_create(versions)
    VersionIndex.objects.bulk_create(
        VersionIndex(
            version=version,
            slug=version.slug,
            kind="development",
            month=202601,
            **{"entry": version.seq, "sort": version.seq, "tags": []}
            | {name: value for name, value in item.items() if name != "seq"},
        )
        for version, item in zip(versions, items, strict=True)
    )


def found(condition, params=(), source="events_versionindex i"):
    return [
        seq for (seq,) in rows(f"SELECT i.seq FROM {source} WHERE {condition} ORDER BY 1", params)
    ]
