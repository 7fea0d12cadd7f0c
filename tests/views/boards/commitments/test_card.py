"""What is told of one commitment: on its card, and on the page of its entry."""

from tests.views.boards.commitments.conftest import BOARD
from tests.views.reading import words


def test_what_a_card_says(client, promise, record):
    older, summit = promise("older", "superseded", date="2025"), record.summit("paris")
    promise(
        "jets",
        date="2025-09",
        actors=["france"],
        domains=["air", "sea"],
        firmness="agreed",
        condition_en="a ceasefire",
        condition_state="pending",
        deadline="2025-12",
        made_at=summit,
        restates=older,
        restatement="strengthens",
        reported=26,
        roll_call={"france": {"stage": "announced"}, "poland": {}, "germany": {}},
    )
    response = client.get(f"{BOARD}?status=open")
    page = words(response)

    assert 'aria-label="26 reported · 2 named · 1 confirmed · 23 unknown"' in response.text
    for said in (
        "September 2025 day not known",
        "26 reported · 2 named · 1 confirmed · 23 unknown",
        "Condition, not met yet: a ceasefire",
        "Deadline: December 2025 day not known Overdue for at least",
        "Agreed · In the air · At sea",
        "Made at: Title of paris",
        "↑ Strengthens Title of older",
        "Last evidence: 6 January 2026,",
    ):
        assert said in page
    assert "Strengthened by Title of jets" in words(client.get(f"{BOARD}?status=superseded"))


def test_the_page_of_a_commitment_shows_its_line(client, promise):
    first = promise("first", date="2025-08", firmness="floated", summary_en="Said in August.")
    second = promise(
        "second",
        date="2025-09",
        firmness="agreed",
        summary_en="Said in September.",
        restates=first,
        restatement="strengthens",
    )
    promise("third", date="2025-10", restates=second, restatement="softens")
    page = words(client.get("/en/entries/second/"))

    for said in ("Across meetings", "Said in August.", "Said in September.", "this entry"):
        assert said in page
    assert "Firmness Floated Agreed" in page
    assert "↓ Softens Title of second Title of third" in page
    assert "Across meetings" in words(client.get("/en/entries/first/"))
    assert "Across meetings" not in words(client.get("/en/entries/second/versions/1/"))


def test_the_page_of_a_commitment_says_how_late_it_is_and_since_when_nothing_was_heard(
    client, promise
):
    promise("promise", date="2025-01-01", deadline="2025-03", reported=3)
    response = client.get("/en/entries/promise/")

    assert "Deadline March 2025 Overdue for at least" in words(response)
    assert "Last evidence 6 January 2026," in words(response)
    assert 'aria-label="3 reported · 0 named · 0 confirmed · 3 unknown"' in response.text
    # For an old version, that would be said as of today.
    assert "Overdue" not in words(client.get("/en/entries/promise/versions/1/"))
