import json
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from events import desk
from events.vocabulary import Scope
from tests.desk.accounts import account


class Program:
    """A client of the API that shows a token."""

    def __init__(self, token, text) -> None:
        self.token, self.text, self.client = token, text, Client()

    def ask(self, method, path, body=None, **headers):
        more: dict[str, Any] = {"content_type": "application/json"} if body is not None else {}
        data = body if isinstance(body, str | bytes) else json.dumps(body)
        return self.client.generic(
            method,
            f"/api/v1/{path}",
            data if body is not None else "",
            headers={"Authorization": f"Bearer {self.text}", **headers},
            **more,
        )


@pytest.fixture
def program(db):
    """A program that acts for somebody in a role, with these scopes."""
    accounts: dict[str, Any] = {}

    def of(role="editor", *scopes):
        someone: Any = accounts.get(role) or account(role)
        accounts[role] = someone
        wanted = scopes or [scope for scope in Scope.values if desk.may_have(someone, scope)]
        return Program(*desk.make_token(someone, "Import", wanted, by=someone))

    return of


def plain(response):
    return SimpleNamespace(**json.loads(response.content))
