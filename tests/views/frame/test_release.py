"""What a release is known by, and that a page is another one in another release."""

from pathlib import Path

import pytest

from events.views.frame.caching import release


@pytest.fixture
def tree(tmp_path, settings):
    """A tree of the program with one file of each sort that pages are made of."""
    for path in MADE_OF:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("as it was")
    settings.BASE_DIR = tmp_path
    return tmp_path


@pytest.fixture
def name():
    """The name of the release, as a process says it that begins now."""

    def of_a_new_process():
        release.cache_clear()
        return release()

    yield of_a_new_process
    release.cache_clear()


MADE_OF = [
    "events/words.py",
    "events/views/frame/not_yet.py",
    "templates/pages/site/base.html",
    "templates/desk/admin/base_site.html",
    "static/site/site.css",
    "static/site/site.js",
    "static/site/icon.svg",
    "locale/de/LC_MESSAGES/django.mo",
]


@pytest.mark.parametrize("path", MADE_OF)
def test_a_release_that_changes_one_file_only_has_another_name(settings, request, path, name):
    source = Path(path.replace(".mo", ".po"))
    assert (settings.BASE_DIR / source).is_file(), "a file that the program has no more"
    tree = request.getfixturevalue("tree")
    before = name()

    (tree / path).write_text("as it is now")

    assert name() != before


def test_what_no_page_is_made_of_changes_no_name(tree, name):
    before = name()

    (tree / "README.md").write_text("new")
    (tree / "locale/de/LC_MESSAGES/django.po").write_text("new")

    assert name() == before


def test_every_process_of_a_release_has_the_same_name(tree, name):
    assert name() == name()
    assert len(name()) == 12


def test_an_answer_of_another_release_is_not_taken_for_unchanged(client, site, monkeypatch):
    etag = client.get("/en/").headers["ETag"]
    assert client.get("/en/", headers={"If-None-Match": etag}).status_code == 304

    monkeypatch.setattr("events.views.frame.caching.release", lambda: "another")

    answer = client.get("/en/", headers={"If-None-Match": etag})
    assert (answer.status_code, answer.headers["ETag"] != etag) == (200, True)
