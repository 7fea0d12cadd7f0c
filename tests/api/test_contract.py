"""What holds at every address of the API, whichever it is."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events import public, publishing
from events.api.gate import EXPOSED
from events.api.negotiating import SMALLEST
from events.api.parameters import PARAMETERS
from events.vocabulary import TRAITS
from tests.api.addresses import (
    ADDRESSES,
    LISTS,
    OF_ONE_ENTRY,
    OF_RELEASES,
    OF_THE_RECORD,
    publish_everything,
)


@pytest.fixture(autouse=True)
def _everything(record):
    publish_everything(record)


def problem(response, status):
    """The body of a problem, after what all problems have in common has been checked."""
    body = response.json()
    assert response.status_code == status, body
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert response["Vary"].split(", ")[0] == "Accept-Language"
    assert response["Content-Language"] == "en"
    assert "ETag" not in response
    assert response["Access-Control-Allow-Origin"] == "*"
    assert body["type"] == "about:blank"
    assert body["code"].replace("_", "").isalpha()
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    return body


def test_the_list_of_addresses_is_what_the_contract_names():
    kinds = ["entries", *(traits.address for traits in TRAITS.values())]
    references = ["processes", "actors", "topics", "sources", "domains", "formats"]
    assert {path.split("/")[0] for path in ADDRESSES} == {
        *("", "changes", "counts", "redactions", "releases", "matrix", "schema", "docs"),
        *kinds,
        *references,
    }
    assert sorted(LISTS) == sorted(f"{name}/" for name in kinds + references)
    assert len(ADDRESSES) == 2 + 4 * len(kinds) + 1 + 5 + 2 * len(references) + 2


def test_an_answer(get, subtests):
    for path in ADDRESSES:
        with subtests.test(path):
            response = get(path)

            assert response.status_code == 200
            # Strong where a state is that of one body.
            weak = path not in OF_ONE_ENTRY or path.endswith("versions/")
            assert response["ETag"].startswith('W/"' if weak else '"')
            assert response["Cache-Control"].startswith("public, max-age=")
            assert int(response["Content-Length"]) == len(response.content)
            assert response["Access-Control-Allow-Origin"] == "*"
            assert response["Access-Control-Expose-Headers"] == EXPOSED
            assert "default-src 'none'" in response["Content-Security-Policy"]
            expected = "text/html; charset=utf-8" if path == "docs/" else "application/json"
            assert response["Content-Type"] == expected
            # The reader's language has no part in an answer: every text is there in all of them.
            varies = ["Accept"] if path == "schema/" else []
            varies += ["Accept-Encoding"] if len(response.content) >= SMALLEST else []
            assert response.get("Vary", "") == ", ".join(varies)
            assert "Content-Language" not in response


def test_the_same_question_in_the_same_state_has_the_same_answer(get, subtests):
    for path in ADDRESSES:
        with subtests.test(path):
            first, second = get(path), get(path, headers={"Accept-Language": "de"})

            assert first.content == second.content
            assert first["ETag"] == second["ETag"]


def test_no_cookie_is_read_or_set(subtests, django_user_model, django_assert_max_num_queries):
    """A signed-in editor gets what everybody gets, and nobody looks up who asks."""
    client = Client()
    client.force_login(django_user_model.objects.create_superuser("editor"))
    client.cookies["desk-language"] = "de"
    for path in ADDRESSES:
        with subtests.test(path), django_assert_max_num_queries(10) as queries:
            response = client.get(f"/api/v1/{path}")

            assert "Set-Cookie" not in response
            asked = " ".join(query["sql"] for query in queries)
            assert "session" not in asked
            assert "auth_" not in asked
            assert response.content == Client().get(f"/api/v1/{path}").content


def test_head_is_get_without_the_body(subtests):
    for path in ADDRESSES:
        with subtests.test(path):
            client = Client()
            get, head = client.get(f"/api/v1/{path}"), client.head(f"/api/v1/{path}")

            assert head.status_code == 200
            assert head.content == b""
            assert dict(head.headers) == dict(get.headers)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_other_methods_are_refused(subtests, method):
    for path in ADDRESSES:
        with subtests.test(path):
            response = getattr(Client(), method)(f"/api/v1/{path}")

            problem(response, 405)
            assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_a_browser_may_ask_from_any_site(subtests):
    for path in ADDRESSES:
        with subtests.test(path):
            headers = {
                "Origin": "https://example.org",
                "Access-Control-Request-Method": "GET",
                "Access-Control-Request-Headers": "if-none-match",
            }
            response = Client().options(f"/api/v1/{path}", headers=headers)

            assert (response.status_code, response.content) == (204, b"")
            assert response["Allow"] == "GET, HEAD, OPTIONS"
            assert response["Access-Control-Allow-Origin"] == "*"
            assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
            assert "If-None-Match" in response["Access-Control-Allow-Headers"]
            assert "Access-Control-Allow-Credentials" not in response


def test_an_unknown_parameter_is_named(get, subtests):
    for path in ADDRESSES:
        with subtests.test(path):
            errors = problem(get(path, sincce="2026"), 400)["errors"]

            assert list(errors) == ["sincce"]
            assert errors["sincce"][0].startswith("There is no such parameter here.")


def test_documented_parameters_are_those_that_are_accepted(get, subtests):
    """A value that no parameter takes gets one complaint if the name is known, another if it is
    not."""
    for path in ADDRESSES:
        with subtests.test(path):
            description = get("schema/").json()
            # The address in the description is the one that matches it, placeholders and all.
            documented = next(
                {item["name"] for item in operations["get"]["parameters"] if item["in"] == "query"}
                for template, operations in description["paths"].items()
                if matches(template, f"/api/v1/{path}")
            )
            assert documented <= PARAMETERS.keys()
            errors = problem(get(path, **dict.fromkeys([*PARAMETERS, "unknown"], "\0")), 400)[
                "errors"
            ]
            unknown = {
                name
                for name, messages in errors.items()
                if messages[0].startswith(("There is no such", "This address has no filter"))
            }
            assert errors.keys() - unknown == documented
            assert unknown == {*PARAMETERS, "unknown"} - documented


def matches(template, path):
    parts, given = template.split("/"), path.split("/")
    return len(parts) == len(given) and all(
        part == value or part.startswith("{") for part, value in zip(parts, given, strict=True)
    )


def test_what_cannot_be_accepted_is_refused(get, subtests):
    for path in ADDRESSES:
        with subtests.test(path):
            problem(get(path, headers={"Accept": "image/png"}), 406)


MATCHING = ["{tag}", "{strong}", '"other", {tag}', '"a", W/"b",{strong} , "c"', "*"]


def test_a_matching_condition_gets_304(get, subtests):
    for path in ADDRESSES:
        first = get(path)
        tag, strong = first["ETag"], first["ETag"].removeprefix("W/")
        for form in MATCHING:
            with subtests.test(f"{path} {form}"):
                condition = form.format(tag=tag, strong=strong)
                response = get(path, headers={"If-None-Match": condition})

                assert (response.status_code, response.content) == (304, b"")
                for name in ("ETag", "Cache-Control", "Access-Control-Allow-Origin"):
                    assert response[name] == first[name]
                assert "Accept-Encoding" in response["Vary"]
                assert "Content-Type" not in response


def test_another_condition_gets_the_answer(get, subtests):
    for path in ADDRESSES:
        for condition in ('"other"', "garbage", 'W/"', ",", '""'):
            with subtests.test(f"{path} {condition}"):
                assert get(path, headers={"If-None-Match": condition}).status_code == 200


def test_a_304_costs_one_query_at_most(get, subtests, django_assert_max_num_queries):
    for path in ADDRESSES:
        with subtests.test(path):
            tag = get(path)["ETag"]

            with django_assert_max_num_queries(1) as queries:
                assert get(path, headers={"If-None-Match": tag}).status_code == 304
            # Which also asks whether the derived tables can be read, unless they are not needed.
            asked = "events_release" if path in OF_RELEASES else "events_derivation"
            assert all(asked in query["sql"] for query in queries)


def test_a_tag_of_another_address_is_worth_nothing(get, subtests):
    """Otherwise a mistake would be answered as if nothing had changed."""
    for path in ADDRESSES:
        with subtests.test(path):
            tag = get(path)["ETag"]

            problem(get(path, headers={"If-None-Match": tag}, unknown=1), 400)
            problem(get(path, headers={"If-None-Match": "*"}, unknown=1), 400)


def test_every_publication_changes_the_tag(get, record, subtests):
    before = {path: get(path)["ETag"] for path in OF_THE_RECORD}
    record.development("news")
    for path in OF_THE_RECORD:
        with subtests.test(path):
            assert (get(path)["ETag"] == before[path]) == (path in OF_ONE_ENTRY)


def test_a_release_that_changes_shapes_changes_the_tag(get, subtests, monkeypatch):
    before = {path: get(path)["ETag"] for path in ADDRESSES}
    monkeypatch.setattr("events.api.conditions.REVISION", "another")
    for path in ADDRESSES:
        with subtests.test(path):
            assert get(path)["ETag"] != before[path]


def queries(get, path, **params):
    with CaptureQueriesContext(connection) as made:
        assert get(path, **params).status_code == 200
    return len(made)


def test_the_number_of_queries_does_not_grow(get, record, subtests):
    """Nor with the length of the list; a time that is asked for costs two more: whether the record
    has gone past it, and which version was the last by then."""
    few = {path: queries(get, path, limit=200) for path in LISTS}
    for number in range(10):
        record.position(f"p{number}", holder=f"actor-{number}", topic=f"topic-{number}")
        record.summit(f"s{number}", process=f"process-{number}", source=f"source-{number}")
    now = public.timestamp(public.entry("s9").published_at)
    for path in LISTS:
        with subtests.test(path):
            assert queries(get, path, limit=200) == few[path] <= 3
            assert queries(get, path, limit=200, as_of=now) == few[path] + 2


def test_lists_have_the_same_frame(get, subtests):
    for path in LISTS:
        with subtests.test(path):
            body = get(path, limit=1).json()

            assert list(body) == ["next", "previous", "seq", "time", "results"]
            assert body["seq"] == public.last_seq()
            assert body["time"] == public.timestamp(public.published(body["seq"]))
            assert len(body["results"]) == 1
            assert body["previous"] is None
            if body["next"]:
                here = f"http://testserver/api/v1/{path}?limit=1&seq={body['seq']}&cursor="
                assert body["next"].startswith(here)


@pytest.mark.parametrize("path", ["questions/", "overviews/", "actors/", "actors/france/"])
def test_what_holds_the_same_is_not_sent_again(get, record, path):
    """Whatever else was published. The tag that was sent is sent back: a cache finds by it what it
    keeps."""
    first = get(path)
    event = record.development("news", actors=[], topics=[], date="1999")

    again = get(path, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again["ETag"]) == (304, first["ETag"])
    assert get(path)["ETag"] != first["ETag"]
    publishing.withdraw(event)
    france = record.actor("france")
    france.name_en = "The French Republic"
    france.save()
    record.question("unclear-too", actors=["france"])
    record.overview("state-too")
    assert get(path, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_list_that_is_empty_is_not_sent_twice(get, subtests):
    """Somebody waits for its first result."""
    for params in ({"q": "zzzzzz"}, {"year": 1900}, {"topic": "force", "year": 1}):
        with subtests.test(params):
            first = get("entries/", **params)
            tag = first["ETag"]
            assert first.json()["results"] == []
            assert get("entries/", headers={"If-None-Match": tag}, **params).status_code == 304
