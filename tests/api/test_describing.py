"""The description of the API is valid, and every answer has the shape that it gives."""

import re
from pathlib import Path

import pytest
import yaml
from django.core.management import call_command
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator

from events import importing
from events.api.shapes import SHAPES
from tests.api.addresses import ADDRESSES, TEMPLATES, publish_everything

FIXTURE = Path(__file__).parents[2] / "fixtures/ukraine-peace.yaml"


def validator(shape):
    schema = {"$ref": f"#/components/schemas/{shape}", "components": {"schemas": SHAPES}}
    return Draft202012Validator(schema, format_checker=FormatChecker())


def operation(description, path):
    """The operation whose template this path fills."""
    for template, operations in description["paths"].items():
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), f"/api/v1/{path}"):
            return operations["get"]
    raise AssertionError(path)


@pytest.fixture
def description(get, db):
    return get("schema/").json()


def test_the_generator_has_nothing_to_warn_of(capsys):
    call_command("spectacular", "--validate", "--fail-on-warn")

    assert "openapi: 3.1.1" in capsys.readouterr().out


def test_the_description_is_valid(description):
    OpenAPIV31SpecValidator(description).validate()


def test_every_address_is_described_once(description):
    paths = {"/api/v1/" + re.sub(r"<\w+:(\w+)>", r"{\1}", path) for path in TEMPLATES}
    # What needs a token is described elsewhere.
    public = {
        path: operations
        for path, operations in description["paths"].items()
        if not any("security" in operation for operation in operations.values())
    }
    operations = [operations["get"] for operations in public.values()]

    assert public.keys() == paths
    assert len({operation["operationId"] for operation in operations}) == len(TEMPLATES)
    assert all(operation["summary"] and operation["description"] for operation in operations)


def test_every_shape_is_in_use_and_closed(description):
    used = set(re.findall(r"#/components/schemas/(\w+)", str(description)))

    assert description["components"]["schemas"].keys() == used
    open_objects = {
        name
        for name, shape in SHAPES.items()
        if shape.get("type") == "object" and "additionalProperties" not in shape
    }
    assert open_objects == {"Description"}


def test_what_is_published_is_open(description):
    """A program that was made from it reads answers with a new member and a new word."""
    schemas = description["components"]["schemas"]
    text = str({name: schemas[name] for name in SHAPES})

    assert "'additionalProperties': False" not in text
    assert "'enum'" not in text
    assert schemas["Position"]["properties"]["kind"]["const"] == "position"
    assert "supports" in schemas["Position"]["properties"]["stance"]["x-extensible-enum"]


def test_old_programs_read_new_answers(get, record, description):
    record.position()
    document = get("entries/stand/").json()
    new = document | {
        "mood": "hopeful",
        "stance": "wavering",
        "actors": [one | {"role": "envoy", "since": "2026"} for one in document["actors"]],
    }

    components = description["components"]
    for shape in ("Position", "Entry"):
        schema = {"$ref": f"#/components/schemas/{shape}", "components": components}
        assert Draft202012Validator(schema).is_valid(new)
        assert not validator(shape).is_valid(new)


def test_the_site_everybody_and_the_sections_are_told(description):
    assert description["servers"] == [{"url": "/", "description": "This site."}]
    assert description["security"] == []
    operations = [one for path in description["paths"].values() for one in path.values()]
    used = {tag for one in operations for tag in one["tags"]}
    assert {one["name"] for one in description["tags"]} == used


@pytest.mark.parametrize(
    ("asked", "accept", "media_type"),
    [
        ({}, "*/*", "application/json"),
        ({"format": "json"}, "application/yaml", "application/json"),
        ({"format": "yaml"}, "*/*", "application/yaml"),
        ({}, "application/yaml", "application/yaml"),
        ({}, "text/html, application/yaml;q=0.9, */*;q=0.1", "application/yaml"),
    ],
)
def test_the_description_as_json_and_as_yaml(get, description, asked, accept, media_type):
    response = get("schema/", headers={"Accept": accept}, **asked)

    assert response["Content-Type"] == media_type
    assert yaml.safe_load(response.content) == description


def test_a_form_that_there_is_not(get):
    response = get("schema/", format="xml")

    assert response.status_code == 400
    assert response.json()["errors"] == {"format": ["“xml” is not one of: json, yaml."]}


def test_every_answer_has_the_shape_that_is_described(get, record, description, subtests):
    publish_everything(record)
    for path in ADDRESSES:
        if path == "docs/":
            continue
        with subtests.test(path):
            content = operation(description, path)["responses"]["200"]["content"]
            shape = content["application/json"]["schema"]["$ref"].rpartition("/")[2]
            validator(shape).validate(get(path).json())


def test_problems_have_the_shape_that_is_described(get, record, description, subtests):
    publish_everything(record)
    for path, status in (
        ("entries/gone/", 410),
        ("entries/never/", 404),
        ("entries/?limit=x&unknown=1", 400),
        ("nowhere/", 404),
    ):
        with subtests.test(path):
            response = get(path)
            assert response.status_code == status
            validator("Problem").validate(response.json())


def test_the_first_process_on_file_has_the_shapes_that_are_described(get, db):
    """All of the fixture, in the lists of each kind and as changes."""
    for _entry, problems in importing.publish(importing.load(FIXTURE).entries):
        assert problems == []
    for name, shape in (
        ("summits", "SummitList"),
        ("commitments", "CommitmentList"),
        ("positions", "PositionList"),
        ("developments", "DevelopmentList"),
        ("questions", "QuestionList"),
        ("overviews", "OverviewList"),
        ("actors", "ActorList"),
        ("topics", "TopicList"),
        ("sources", "SourceList"),
        ("processes", "ProcessList"),
        ("changes", "Changes"),
    ):
        body = get(f"{name}/", limit=200).json()
        assert body["results"], name
        validator(shape).validate(body)
    validator("Matrix").validate(get("matrix/").json())


def test_a_member_that_is_not_described_is_noticed(get, record):
    """The test above is worth something only if it can fail."""
    record.position()
    document = get("entries/stand/").json()
    assert validator("Position").is_valid(document)
    assert validator("Entry").is_valid(document)

    for broken in (
        document | {"secret": 1},
        document | {"stance": "perhaps"},
        {name: value for name, value in document.items() if name != "date"},
        document | {"date": document["date"] | {"season": 1}},
    ):
        assert not validator("Position").is_valid(broken)
        assert not validator("Entry").is_valid(broken)


def test_the_page_for_people_has_nothing_inline_and_nothing_from_elsewhere(get, db):
    html = get("docs/").content.decode()

    assert re.findall(r"<script(?![^>]*\bsrc=)", html) == []
    assert re.findall(r"<style|<[^>]+\s(?:style|on\w+)=", html) == []
    assert re.findall(r"(?:src|href)=\"(?:https?:)?//", html) == []
    assert 'data-schema="../schema/"' in html
