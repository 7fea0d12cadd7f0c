import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from django.db.models import Value
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from events import publishing
from events.publishing import appending
from tests import snapshot
from tests.record import Record

Get = Callable[..., HttpResponse]


@pytest.fixture
def record(db: None) -> Record:
    return Record()


@pytest.fixture
def get() -> Get:
    """Asks the API: `get("entries/", topic="force", headers={…})`; a 500 is an answer, too."""
    client = Client(raise_request_exception=False)

    def get(path: str, headers: dict[str, str] | None = None, **params: Any) -> Any:
        return client.get(f"/api/v1/{path}", params, headers=headers)

    return get


@pytest.fixture
def slugs(get: Get) -> Callable[..., list[str]]:
    """The slugs that a list answers, in order."""

    def slugs(path: str = "entries/", **params: Any) -> list[str]:
        response = get(path, **params)
        assert response.status_code == 200, response.content
        return [item["slug"] for item in json.loads(response.content)["results"]]

    return slugs


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """`with clock("2026-01-06T12:00Z"): …` publishes at that time; never before an earlier use."""

    @contextmanager
    def clock(text: str) -> Iterator[None]:
        moment = datetime.fromisoformat(text)
        with monkeypatch.context() as patch:
            patch.setattr(timezone, "now", lambda: moment)
            patch.setattr(appending, "NOW", Value(moment))
            yield

    return clock


@pytest.fixture
@snapshot.kept
def entries(record: Record) -> None:
    """Of each kind, with something that each filter finds."""
    record.person("merz", represents="germany")
    record.summit(
        "paris", date="2026-01-06", topics=["force", "talks"], actors=["france", "merz"],
        status="planned",
    )  # fmt: skip
    record.summit("berlin", date="2025-12-15~", actors=["germany"], status="held", format="talks")
    troops = record.commitment(
        "troops", date="2025-09", actors=["france", "germany"], topics=["force"],
        domains=["land", "sea"], firmness="agreed", publish=False,
    )  # fmt: skip
    record.called(troops, "france", domain="training")
    publishing.publish(troops)
    record.position("against", holder="russia", topic="force", stance="opposes", date="../2025-11")
    record.position(
        "for", holder="germany", topic="talks", stance="supports", speaker="merz", date="2025-10-01"
    )
    record.development("shuttle", date="2025-11-15~/..", actors=["russia"], process="other")
    record.question("who", date="2026-01-06", topics=["force"], actors=["germany"], rank=1)
    record.question("draft", topics=["force"], publish=False)
