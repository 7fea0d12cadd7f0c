import re

import pytest


def test_the_policy_admits_nothing_from_elsewhere_and_nothing_inline(client):
    policy = dict(
        directive.split(" ", 1)
        for directive in client.get("/healthz")["Content-Security-Policy"].split("; ")
    )

    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["", "password_change/", "auth/user/", "auth/user/add/"])
def test_the_admin_keeps_to_the_policy(admin_client, path):
    """A browser would drop inline scripts, styles and handlers, silently."""
    html = admin_client.get(f"/admin/{path}").content.decode()

    assert re.findall(r"<script(?![^>]*\b(?:src|type=\"application/json\"))[^>]*>", html) == []
    assert re.findall(r"<style|<[^>]+\s(?:style|on\w+)=", html) == []
    assert re.findall(r"(?:src|href)=\"(?:https?:)?//[^\"]*\.(?:js|css|woff2?)", html) == []


@pytest.mark.django_db
def test_passwords_are_kept_with_argon2(django_user_model, settings):
    from tracker.settings import PASSWORD_HASHERS

    settings.PASSWORD_HASHERS = PASSWORD_HASHERS
    user = django_user_model.objects.create_user("editor", password="correct horse")

    assert user.password.startswith("argon2$argon2id$")
