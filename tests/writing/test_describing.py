"""The description of what needs a token."""

import json
from typing import Any

import jsonschema
import pytest

from events.writing.addresses import urlpatterns
from tests.writing.conftest import Program


@pytest.fixture
def described(client, db):
    return client.get("/api/v1/schema/").json()


def test_every_method_is_described_with_what_it_needs(described):
    found = {
        (path, method): [*operation["security"], *operation["responses"]]
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
        if "security" in operation
    }
    callbacks: list[Any] = [pattern.callback for pattern in urlpatterns]

    assert len(found) == sum(len(one.view_class.operations) for one in callbacks)
    assert found["/api/v1/tokens/", "post"] == [
        {"token": ["manage"]},
        *("201", "400", "401", "403", "413", "415", "422", "429", "503"),
    ]
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_answers_have_the_shapes_that_are_described(described, program):
    one = program()
    made = one.ask("POST", "tokens/", {"name": "x", "scopes": ["write"]})
    rotated = one.ask("POST", f"tokens/{one.token.pk}/rotate/", {})
    problem = one.ask("POST", "tokens/", {"name": "", "scopes": []})
    one = Program(one.token, rotated.json()["token"])
    answers = {
        "NewToken": [made, rotated],
        "TokenList": [one.ask("GET", "tokens/")],
        "Token": [one.ask("GET", f"tokens/{one.token.pk}/")],
        "TokenProblem": [problem, one.ask("GET", "tokens/0/")],
    }

    for name, given in answers.items():
        schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
        for answer in given:
            jsonschema.validate(json.loads(answer.content), schema)
