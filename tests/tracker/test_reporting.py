from datetime import UTC, datetime, timedelta

import pytest


def test_where_to_report_vulnerabilities(client, settings):
    settings.SECURITY_CONTACT = "mailto:safe@record.example"

    answer = client.get("/.well-known/security.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    lines = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    expires = datetime.fromisoformat(lines.pop("Expires"))
    assert timedelta(days=170) < expires - datetime.now(UTC) < timedelta(days=365)
    assert lines == {
        "Contact": "mailto:safe@record.example",
        "Preferred-Languages": "en, de",
        "Canonical": "http://testserver/.well-known/security.txt",
    }


@pytest.mark.django_db
def test_nobody_is_named_where_nobody_is_set(client):
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_wrong_host_is_told_which_and_what_would_help(client, language, settings):
    settings.ALLOWED_HOSTS = ["record.example"]

    page = client.get("/", headers={"host": "wrong<b>.example", "accept-language": language})

    assert (page.status_code, page["Cache-Control"]) == (400, "no-store")
    text = page.content.decode()
    assert "wrong&lt;b&gt;.example" in text
    assert "ALLOWED_HOSTS" in text
    assert "record.example" not in text
    assert f'<html lang="{language}">' in text


def test_a_wrong_host_is_one_line_of_the_log(client, settings, caplog):
    settings.ALLOWED_HOSTS = ["record.example"]

    client.get("/", headers={"host": "wrong.example"})

    (record,) = [one for one in caplog.records if one.name == "django.security.DisallowedHost"]
    assert "wrong.example" in record.getMessage()
