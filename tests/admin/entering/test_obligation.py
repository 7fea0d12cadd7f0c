"""Where the setting says so, no account goes on without a second factor."""

import pytest
from django.urls import URLPattern, get_resolver, resolve

from events.admin.entering.obligation import OPEN
from tests.admin.entering.factors import PASSWORD, SECOND, code_of, give_app, is_in, log_in

SET_UP = "/admin/second-factor/"


def below(patterns, route=""):
    for found in patterns:
        here = route + str(found.pattern)
        if isinstance(found, URLPattern):
            yield here, found
        else:
            yield from below(found.url_patterns, here)


def addresses():
    """Every address of the desk, with numbers and names that somebody could ask for."""
    for route, found in below(get_resolver().url_patterns):
        if not route.startswith("admin/"):
            continue
        kwargs = dict.fromkeys(found.pattern.converters, 1)
        if "content_type_id" in kwargs or "uidb36" in kwargs or "(?P" in route:
            continue
        path = route
        for kind in ("path", "int", "str", "slug"):
            for name in kwargs:
                path = path.replace(f"<{kind}:{name}>", "1")
        yield f"/{path}", resolve(f"/{path}").url_name


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_at_every_address_of_the_desk(client, editor, settings, method):
    settings.SECOND_FACTOR = "required"
    client.force_login(editor)
    asked = [(path, name) for path, name in addresses() if name not in OPEN]
    answers = {
        path: (answer.status_code, answer.get("Location"))
        for path, _name in asked
        for answer in [getattr(client, method)(path)]
    }

    assert len(answers) > 100
    assert {path: found for path, found in answers.items() if found != (302, SET_UP)} == {}


@pytest.mark.django_db
def test_what_is_open_leads_to_a_second_factor_and_no_further(client, editor, settings):
    settings.SECOND_FACTOR = "required"
    log_in(client, editor)

    page = client.get("/admin/", follow=True)
    assert page.redirect_chain == [(SET_UP, 302)]
    assert "This desk needs a second factor. Set one up to go on." in page.text

    secret = client.get("/admin/second-factor/app/").context["form"].secret
    client.post("/admin/second-factor/app/", {"code": code_of(secret)})
    assert client.get("/admin/").status_code == 200


@pytest.mark.django_db
def test_recovery_codes_alone_are_no_second_factor(client, editor, settings):
    settings.SECOND_FACTOR = "required"
    give_app(editor)
    editor.authenticator_set.filter(type="totp").delete()
    client.force_login(editor)

    assert client.get("/admin/")["Location"] == SET_UP


@pytest.mark.django_db
def test_whoever_has_one_is_asked_for_it_and_goes_on(client, editor, settings):
    settings.SECOND_FACTOR = "required"
    give_app(editor)
    log_in(client, editor)
    client.post(SECOND, {"code": code_of()})

    assert client.get("/admin/").status_code == 200


@pytest.mark.django_db
def test_otherwise_one_is_offered(client, editor):
    log_in(client, editor)

    assert client.get("/admin/").status_code == 200
    assert is_in(client)


@pytest.mark.django_db
def test_readers_are_asked_for_nothing(client, editor, settings, django_assert_num_queries):
    settings.SECOND_FACTOR = "required"
    client.login(username="editor", password=PASSWORD)

    assert client.get("/healthz").status_code == 200
    assert client.get("/en/").status_code == 200
