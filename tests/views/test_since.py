import pytest

from events import public, publishing
from events.models import Version
from tests.views.reading import words

pytestmark = pytest.mark.django_db


def then():
    last = Version.objects.order_by("-seq").first()
    return public.timestamp(last.published_at)


def change(entry, title, note=""):
    entry.title_en = title
    entry.save()
    publishing.publish(entry, note=note)


@pytest.fixture
def moment(record):
    """The moment before five changes, one of each sort."""
    event = record.development("event", actors=["france"])
    gone, back = record.development("gone"), record.development("back")
    publishing.withdraw(back)
    moment = then()
    change(event, "Corrected event", note="The title was wrong")
    publishing.withdraw(gone, note="In error")
    publishing.publish(back, note="It was right")
    record.question("fresh", title_en="Fresh question", actors=["germany"])
    publishing.withdraw(record.question("brief"))
    return moment


def rows(response):
    return [(row["version"].slug, row["label"]) for row in response.context["rows"]]


def test_what_has_changed(client, moment):
    response = client.get("/en/since/", {"as_of": moment})

    assert response.status_code == 200
    assert rows(response) == [
        ("brief", "Published and withdrawn since"),
        ("fresh", "New"),
        ("back", "Published again"),
        ("gone", "Withdrawn"),
        ("event", "Changed"),
    ]
    page = words(response)
    assert "The title was wrong What was changed" in page
    assert "In error Withdrawn" in page
    assert "6 versions have been published in the whole record since then." in page
    assert 'href="/en/entries/event/versions/?from=1&amp;to=2"' in response.text
    # What is gone has no page of its own any more.
    assert 'href="/en/entries/gone/versions/"' in response.text
    assert 'href="/en/entries/gone/"' not in response.text
    assert 'name="robots" content="noindex"' in response.text


def test_links_lead_to_today(client, moment):
    response = client.get("/en/since/", {"as_of": moment})

    assert 'href="/en/entries/event/"' in response.text
    assert "You see an earlier version" not in response.text


def test_without_a_day_it_is_the_whole_log(client, moment):
    response = client.get("/en/since/")

    assert [label for _slug, label in rows(response)] == [
        *("Withdrawn", "New", "New", "Withdrawn", "New")
    ]
    assert "10 versions have been published in the whole record." in words(response)


def test_an_empty_record(client, db):
    assert "Nothing is published yet." in words(client.get("/en/since/"))
    assert "Nothing has changed since." in words(client.get("/en/since/?as_of=2020-01-01"))


def test_nothing_has_changed(client, record):
    record.development("event")

    assert "Nothing has changed since." in words(client.get("/en/since/", {"as_of": then()}))


def test_a_day_before_the_record(client, record):
    record.development("event")

    page = words(client.get("/en/since/?as_of=2020-01-01"))

    assert "On 1 January 2020, nothing was on record yet. The record begins on" in page


def test_filters_are_chips(client, moment):
    response = client.get("/en/since/", {"as_of": moment, "actor": "france"})

    assert rows(response) == [("event", "Changed")]
    [chip] = response.context["chips"]
    assert (chip.name, chip.value) == ("Actor", "France")
    assert rows(client.get(chip.url))[0][0] == "brief"


def test_pages(client, record):
    for number in range(45):
        record.development(f"e{number}")

    slugs, url, pages = [], "/en/since/", 0
    while url:
        response = client.get(url)
        slugs += [slug for slug, _label in rows(response)]
        url, pages = response.context["next_url"], pages + 1

    assert (pages, slugs) == (3, [f"e{number}" for number in reversed(range(45))])
    assert "Back to the latest changes" in words(response)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("as_of=soon", "“soon” is neither a date nor a time."),
        ("as_of=9999-01-01", "“9999-01-01” is in the future."),
        ("as_of=%00", "A value cannot hold"),
        ("kind=war", "Kind: “war” is not one of: Meetings, Commitments, "),
        ("topic=nothing", "Topic: Nothing public has “nothing”."),
        ("before=x", "Place in the list: “x” is not a whole number that is 1 or larger."),
        ("before=" + "9" * 40, "is too large a number."),
    ],
)
def test_what_cannot_be_meant_is_said(client, moment, query, message):
    response = client.get(f"/en/since/?{query}")

    assert response.status_code == 400
    assert 'class="error"' in response.text
    if "%00" not in query:
        assert message in words(response)
    assert len(response.context["rows"]) == 5


def test_the_largest_place_is_no_error(client, moment):
    assert len(rows(client.get(f"/en/since/?before={2**63 - 1}"))) == 5
    assert rows(client.get("/en/since/?before=1")) == []


def test_empty_fields_are_left_out_of_the_address(client, moment):
    response = client.get("/en/since/?as_of=&kind=question")

    assert (response.status_code, response["Location"]) == (302, "/en/since/?kind=question")


def test_a_note_is_text(client, record):
    event = record.development("event")
    change(event, "<b>New</b>", note="<script>x</script>")

    page = client.get("/en/since/").text

    assert "&lt;script&gt;x&lt;/script&gt;" in page
    assert "<b>New" not in page


def test_queries_do_not_grow(client, record, django_assert_num_queries):
    record.development("e0")
    with django_assert_num_queries(7):  # the last event, too
        client.get("/en/since/")
    for number in range(1, 9):
        change(record.development(f"e{number}"), "Changed")
    with django_assert_num_queries(7):
        client.get("/en/since/")


def test_the_day_stands_in_the_heading(client, record):
    record.summit("paris")

    assert "What has changed since 6 January 2020" in words(
        client.get("/en/since/?as_of=2020-01-06")
    )
    assert "Was sich seit dem 6. Januar 2020 geändert hat" in words(
        client.get("/de/since/?as_of=2020-01-06")
    )
