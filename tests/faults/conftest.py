import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db import connection

from tests.faults.databases import File, Server, manage
from tests.faults.sites import Site, served
from tests.postgres import own_server

EDITOR = ("chief", "used by the tests only")


@pytest.fixture(scope="session")
def database() -> Iterator[File | Server]:
    """The first record, on a database of the tests' engine that nobody else uses."""
    with tempfile.TemporaryDirectory(prefix="tracker-faults-") as parent, ExitStack() as stack:
        folder = Path(parent)
        found: File | Server = File(folder)
        if connection.vendor == "postgresql":
            url = stack.enter_context(own_server(folder / "data"))
            found = Server(url, folder / "data")
        manage(found.url, "migrate", "--verbosity", "0")
        manage(found.url, "demo", "fixtures/ukraine-peace.yaml")
        name, password = EDITOR
        manage(
            found.url,
            *("createsuperuser", "--no-input", "--username", name, "--email", "a@example.org"),
            DJANGO_SUPERUSER_PASSWORD=password,
        )
        yield found


@pytest.fixture(scope="session")
def site(database: File | Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    log = tmp_path_factory.mktemp("site") / "log"
    with served(database.url, log) as site:
        yield site
