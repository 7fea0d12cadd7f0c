import pytest

from events import publishing
from tests.views.reading import words
from tests.views.test_pages import Page, keeps_its_structure


def test_all_versions_are_listed_with_their_notes(client, site):
    page = words(client.get("/en/entries/promise/versions/"))

    assert page.index("Version 2") < page.index("Version 1")
    assert "Corrected the title" in page
    assert "What version 2 changed" in page


def test_what_changed_between_two(client, site):
    response = client.get("/en/entries/promise/versions/?from=1&to=2")

    changes = response.context["compared"].changes
    assert [(change.label, change.how) for change in changes] == [("Title (English)", "changed")]
    assert changes[0].html == (
        '<span lang="en">Title of promise'
        '<ins><span class="unseen">[added: </span>, corrected<span class="unseen">] </span></ins>'
        "</span>"
    )


def test_the_older_one_comes_first_whichever_way_they_are_asked_for(client, site):
    compared = client.get("/en/entries/promise/versions/?from=2&to=1").context["compared"]

    assert (compared.older.number, compared.newer.number) == (1, 2)


@pytest.mark.parametrize(
    "query", ["from=1", "from=1&to=9", "from=a&to=b", "from=1&to=" + "9" * 50, "from=%00&to=1"]
)
def test_versions_that_do_not_exist_cannot_be_compared(client, site, query):
    response = client.get(f"/en/entries/promise/versions/?{query}")

    assert response.status_code == 400
    assert "Choose two versions" in words(response)


def test_the_same_version_twice_has_no_difference(client, site):
    page = words(client.get("/en/entries/promise/versions/?from=1&to=1"))

    assert "Nothing that readers see differs" in page


def test_an_entry_as_it_was(client, site):
    page = words(client.get("/en/entries/promise/versions/1/"))

    assert "Version 1 of 2, as it was published on" in page
    assert "Title of promise, corrected" not in page
    assert "Read the version that stands" in page


def test_the_version_that_withdrew(client, site):
    page = words(client.get("/en/entries/gone/versions/2/"))

    assert "Version 2 withdrew this entry" in page
    assert "Published in error" in page


def test_a_withdrawn_entry_that_came_back_compares_across_the_gap(client, record):
    event = record.development("event")
    publishing.withdraw(event)
    event.title_en = "Back"
    event.save()
    publishing.publish(event)

    response = client.get("/en/entries/event/versions/")

    assert [row.before for row in response.context["rows"]] == [1, None, None]


@pytest.mark.parametrize("path", ["promise/versions/3/", "promise/versions/0/", "no/versions/1/"])
def test_a_version_that_does_not_exist_is_not_found(client, site, path):
    assert client.get(f"/en/entries/{path}").status_code == 404


def test_a_number_that_no_column_holds_is_not_found(client, site):
    assert client.get(f"/en/entries/promise/versions/{'9' * 60}/").status_code == 404


def test_queries_do_not_grow(client, record, django_assert_num_queries):
    event = record.development("event")

    def publish(times):
        for number in range(times):
            event.title_en = f"{event.title_en} {number}"
            event.save()
            publishing.publish(event)

    publish(3)
    with django_assert_num_queries(6):
        client.get("/en/entries/event/versions/?from=1&to=3")
    publish(7)
    with django_assert_num_queries(6):
        client.get("/en/entries/event/versions/?from=1&to=9")


def test_a_version_that_there_is_not(client, site):
    response = client.get("/en/entries/promise/versions/99/")

    assert response.status_code == 404
    page = words(response)
    assert "There is no version 99 Title of promise, corrected : 2 versions." in page
    assert 'href="/en/entries/promise/"' in response.text
    assert 'href="/en/entries/promise/versions/"' in response.text
    keeps_its_structure(Page(response.text), "en")
    assert "1 Version." in words(client.get("/de/entries/paris/versions/0/"))
    assert client.get(f"/en/entries/gone/versions/{10**30}/").status_code == 404
    assert "There is no such page" in words(client.get("/en/entries/never/versions/1/"))
