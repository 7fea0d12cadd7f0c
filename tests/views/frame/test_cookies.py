"""Public answers have nothing to do with cookies; the desk's are sent nowhere else."""

import pytest

from tracker import settings as the_settings

# Of the desk, of an earlier release, and of anything else below the same name.
SENT = "sessionid=abc; csrftoken=abc; django_language=de; __Secure-session=x; messages=y; other=z"
PATHS = (
    *("/", "/en/", "/de/timeline/", "/en/entries/promise/", "/en/entries/nowhere/", "/nowhere/"),
    *("/en/feed.atom", "/en/calendar.ics", "/en/pinned/timeline/", "/en/embed/timeline/"),
    *("/sitemap.xml", "/robots.txt", "/oembed?url=http://localhost/en/timeline/"),
    *("/api/v1/entries/", "/api/v1/entries/nowhere/", "/healthz", "/readyz"),
)


@pytest.mark.parametrize("path", PATHS)
def test_a_public_answer_is_the_same_whatever_cookies_come_in(client, site, path):
    with_cookies = client.get(path, headers={"Cookie": SENT})
    without = client.get(path)

    for response in (with_cookies, without):
        assert not response.cookies
        assert "cookie" not in response.get("Vary", "").lower()
    assert with_cookies.status_code == without.status_code
    assert with_cookies.get("Location") == without.get("Location")
    assert with_cookies.get("ETag") == without.get("ETag")
    if path != "/readyz":
        assert with_cookies.content == without.content


@pytest.mark.django_db
def test_those_of_the_desk_are_sent_to_the_desk_only(client, django_user_model):
    django_user_model.objects.create_superuser("editor", password="correct horse")
    page = "/admin/login/?next=/admin/"
    client.get(page)
    client.post(page, {"username": "editor", "password": "correct horse"})
    client.post("/admin/i18n/setlang/", {"language": "de", "next": "/admin/"})

    assert client.get("/admin/").status_code == 200
    names = {the_settings.SESSION_COOKIE_NAME, the_settings.CSRF_COOKIE_NAME, "desk-language"}
    assert set(client.cookies) == names
    assert {cookie["path"] for cookie in client.cookies.values()} == {"/admin/"}
    assert {cookie["samesite"] for cookie in client.cookies.values()} <= {"Lax"}
