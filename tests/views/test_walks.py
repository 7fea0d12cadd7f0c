"""A walk for readers: a page for each step, with the entry there and the drawing around it."""

import re

import pytest

from events import publishing
from events.models import Entry
from tests.views.reading import words

PAGE = "/en/entries/walk/"


@pytest.fixture
def shown(record):
    """Three entries, and a walk that shows them."""
    return [
        record.summit("paris", date="2026-01-06", title_en="They met"),
        record.position("stand", date="2026-01-07", stance="opposes", title_en="France refuses"),
        record.question("unclear", date="2026-02", title_en="Who will pay?"),
    ]


@pytest.fixture
def tour(record, shown):
    return record.walk(shows=shown, summary_en="An introduction.", title_en="The tour")


def step(client, number=1, address=PAGE, **query):
    return client.get(address, {"step": number, **query} if number else query)


def of_step(response):
    """What is said at the step, without what stands around it."""
    html = response.text.partition('<section class="step"')[2].partition("</section>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_it_begins_with_its_first_step(client, tour):
    first = client.get(PAGE)

    assert "<title>Step 1 of 3: The tour – Record of diplomacy</title>" in first.text
    assert '<div class="prose" dir="auto"><p>An introduction.</p>' in first.text
    assert "Step 1 of 3 Look at paris. 6 January 2026 Meeting They met" in of_step(first)
    assert 'rel="prev"' not in first.text
    assert f'rel="next" href="{PAGE}?step=2#step"' in first.text


def test_each_step_has_an_address_and_leads_to_those_beside_it(client, tour):
    second = step(client, 2)

    assert "<title>Step 2 of 3: The tour – Record of diplomacy</title>" in second.text
    assert '<div class="prose"' not in second.text
    assert "Look at stand. 7 January 2026" in of_step(second)
    assert "Opposes France" in of_step(second)
    assert f'rel="prev" href="{PAGE}#step"' in second.text
    assert f'rel="next" href="{PAGE}?step=3#step"' in second.text
    assert '<meta name="description" content="Look at stand.">' in second.text
    assert 'rel="next"' not in step(client, 3).text


def test_each_step_is_canonical_for_itself_and_the_first_for_the_walk(client, tour):
    canonical = [
        re.findall('<link rel="canonical" href="http://testserver([^"]+)"', step(client, n).text)
        for n in (None, 1, 2)
    ]

    assert canonical == [[PAGE], [PAGE], [f"{PAGE}?step=2"]]
    assert 'hreflang="de" href="http://testserver/de/entries/walk/?step=2"' in step(client, 2).text


def test_all_steps_are_listed_and_the_present_one_is_marked(client, tour):
    listed = step(client, 2).text.partition('<ol class="stops">')[2].partition("</ol>")[0]

    assert re.findall(r'href="([^"]+)#step"', listed) == [
        PAGE,
        f"{PAGE}?step=2",
        f"{PAGE}?step=3",
    ]
    [current] = re.findall(r'<a href="([^"]+)#step" aria-current="step">', listed)
    assert current == f"{PAGE}?step=2"
    assert re.findall(r'<a href="(/en/entries/\w+/)">', listed) == [
        "/en/entries/paris/",
        "/en/entries/stand/",
        "/en/entries/unclear/",
    ]


@pytest.mark.parametrize(("number", "slug"), [(1, "paris"), (2, "stand"), (3, "unclear")])
def test_the_drawing_moves_along_and_marks_what_is_shown(client, tour, number, slug):
    page = step(client, number).text
    wide = page.partition('<div class="as-wide">')[2].partition('<div class="as-narrow">')[0]
    narrow = page.partition('<div class="as-narrow">')[2].partition("</section>")[0]

    for drawing in (wide, narrow):
        marked = re.findall(r'<a href="([^"]+)" aria-current="true"', drawing)
        assert set(marked) == {f"/en/entries/{slug}/"}


def test_only_what_is_near_is_drawn(client, record, shown):
    far = record.development("far", date="2001-01-01")
    for number in range(8):
        record.development(f"near-{number}", date=f"2025-12-2{number}")
    record.walk(shows=shown)
    drawn = step(client, 1).text.partition('<div class="as-narrow">')[2].partition("</section>")[0]

    assert "/en/entries/near-7/" in drawn
    assert "/en/entries/near-1/" not in drawn
    assert f"/en/entries/{far.slug}/" not in drawn
    assert "/en/timeline/?process=peace&amp;from=2025-12-2" in step(client, 1).text


def test_of_a_full_day_its_meeting_is_drawn_and_what_was_around_the_day(client, record):
    before, after = (record.development(f"on-{n}", date=f"2026-03-0{n}") for n in (1, 3))
    meeting = record.summit("meeting", date="2026-03-02")
    many = [record.development(f"many-{n:02}", date="2026-03-02", rank=n) for n in range(19)]
    record.walk(shows=[many[0], meeting])
    drawn = step(client, 1).text.partition('<div class="as-narrow">')[2].partition("</section>")[0]

    for slug in (before.slug, after.slug, meeting.slug, many[0].slug):
        assert f"/en/entries/{slug}/" in drawn
    assert "/en/entries/many-01/" not in drawn


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "2026", "../2026", "1000/.."])
def test_whatever_its_date_is_it_is_drawn(client, record, date):
    record.walk(shows=[record.development("event", date=date), record.summit()])

    assert client.get(PAGE).status_code == 200


def test_what_is_never_drawn_is_shown_without_a_mark(client, record):
    event = record.development("event", process="trade")
    states = [record.overview(slug, [event], date="2026-03-01") for slug in ("one", "other")]
    record.walk(shows=states)
    assert "Look at one." in of_step(step(client, 1))
    assert 'class="drawing"' not in step(client, 1).text

    record.development("near", date="2026-03-05")
    assert 'class="drawing"' in step(client, 1).text
    drawn = step(client, 1).text.partition('<div class="as-wide">')[2]
    assert "aria-current" not in drawn.partition("</section>")[0]


@pytest.mark.parametrize("asked", ["0", "4", "-1", "two", "1.5", "٣", "9" * 40, "<b>"])
def test_a_step_that_there_is_not_is_told_in_place(client, tour, asked):
    page = step(client, asked)

    assert page.status_code == 400
    assert "this walk has steps from 1 to 3. You see the first one." in of_step(page)
    assert "Step 1 of 3" in of_step(page)
    assert "<b>" not in page.text


def test_of_another_kind_there_are_no_steps(client, shown):
    page = client.get("/en/entries/paris/", {"step": "2"})

    assert (page.status_code, page["Location"]) == (302, "/en/entries/paris/")


def test_a_step_whose_entry_was_withdrawn_says_so_and_the_walk_goes_on(client, tour, shown):
    publishing.withdraw(shown[1], note="A mistake.")
    page = step(client, 2)

    assert "Look at stand. This entry is no longer on record. What became of it" in of_step(page)
    assert f'<a href="/en/entries/{shown[1].uid}/">What became of it</a>' in page.text
    assert client.get(f"/en/entries/{shown[1].uid}/").status_code == 410
    assert 'rel="prev"' in page.text
    assert 'rel="next"' in page.text
    assert 'class="drawing"' not in page.text


def test_a_step_whose_entry_was_corrected_since_says_so(client, tour, shown):
    Entry.objects.filter(pk=shown[0].pk).update(title_en="They met in Paris")
    publishing.publish(Entry.objects.get(pk=shown[0].pk), note="The place was missing.")

    assert "This entry was corrected after the walk was published." in of_step(step(client, 1))
    assert '<a href="/en/entries/paris/versions/">What was changed</a>' in step(client, 1).text
    assert "corrected after" not in of_step(step(client, 2))


def test_it_is_shown_as_it_stood_on_a_day(client, tour, shown):
    moment = step(client, 2).context["version"].published_at.isoformat().replace("+00:00", "Z")
    publishing.withdraw(shown[1], note="A mistake.")
    page = step(client, 2, as_of=moment)

    assert "France refuses" in of_step(page)
    assert f'rel="next" href="{PAGE}?as_of=' in page.text
    assert "&amp;step=3#step" in page.text


def test_an_earlier_version_lists_its_steps(client, tour):
    page = client.get("/en/entries/walk/versions/1/")

    assert "All steps Look at paris. They met Look at stand. France refuses" in words(page)
    assert 'class="step"' not in page.text


def test_in_a_frame_the_steps_stay_and_the_rest_opens_beside_it(client, tour):
    page = step(client, 2, "/en/embed/entries/walk/", theme="dark")

    assert page.status_code == 200
    for rel, query in (("prev", "?theme=dark"), ("next", "?step=3&amp;theme=dark")):
        way = f'rel="{rel}" href="/en/embed/entries/walk/{query}#step" target="_self"'
        assert way in page.text
    assert '<base target="_blank">' in page.text
    assert '<a href="/en/entries/stand/">France refuses</a>' in page.text
    assert 'aria-current="true"' in page.text
    assert "Open this page in the Record of diplomacy" in page.text


def test_the_dialogue_offers_it_at_its_step(client, tour):
    assert 'href="/en/take/entries/walk/?step=2"' in step(client, 2).text
    page = client.get("/en/take/entries/walk/", {"step": "2"})

    assert page.status_code == 200
    assert "/en/embed/entries/walk/?step=2" in page.text


def test_a_walk_is_offered_where_its_process_begins(client, record, tour):
    front = client.get("/en/")

    assert "A walk in 3 steps: The tour" in words(front)
    assert 'class="walks"' in front.text
    assert "Ein Rundgang in 3 Schritten: " in words(client.get("/de/"))


def test_without_one_nothing_is_offered(client, shown):
    assert 'class="walks"' not in client.get("/en/").text


def test_it_is_no_event(client, record, shown):
    record.walk(shows=shown, date="2026-03-01")
    drawn = client.get("/en/timeline/").text.partition('<div class="as-wide"')[2]

    assert "/en/entries/walk/" not in drawn.partition("</section>")[0]


def test_queries_do_not_grow_with_the_steps(client, record, django_assert_num_queries, shown):
    record.walk("short", shows=shown[:2])
    record.walk("long", shows=[*shown, *(record.development(f"e{n}") for n in range(15))])
    for slug in ("short", "long"):
        client.get(f"/en/entries/{slug}/")
        with django_assert_num_queries(9):  # of an entry, named, naming, three drawn
            client.get(f"/en/entries/{slug}/", {"step": "2"})
