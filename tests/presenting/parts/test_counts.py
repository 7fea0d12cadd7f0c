"""How many take part, in numbers that a reader can add up."""

import pytest
from django.utils.translation import override

from events import publishing
from events.presenting.parts.counts import counts_line, counts_worded
from tests.counting import NOBODY, counted


@pytest.mark.parametrize(
    ("record", "english", "german"),
    [
        (
            counted(26, 9, 6, 2),
            "26 reported · 9 named · 6 confirmed · 2 declined · 11 unknown",
            "26 gemeldet · 9 namentlich · 6 bestätigt · 2 abgelehnt · 11 unbekannt",
        ),
        (
            counted(26),
            "26 reported · 0 named · 0 confirmed · 26 unknown",
            "26 gemeldet · 0 namentlich · 0 bestätigt · 26 unbekannt",
        ),
        (
            counted(1200, 3),
            "1,200 reported · 3 named · 0 confirmed · 1,197 unknown",
            "1.200 gemeldet · 3 namentlich · 0 bestätigt · 1.197 unbekannt",
        ),
        (
            counted(None, 0, 1),
            "no number reported · 1 confirmed",
            "keine Zahl gemeldet · 1 bestätigt",
        ),
        (
            counted(5, 0, 2, suspended=1, left=1),
            ("5 reported · 2 confirmed · 1 suspended · 1 no longer taking part · 1 unknown"),
            "5 gemeldet · 2 bestätigt · 1 ausgesetzt · 1 nicht mehr dabei · 1 unbekannt",
        ),
    ],
)
def test_in_one_line(record, english, german):
    assert counts_line(record) == english
    with override("de"):
        assert counts_line(record) == german


def test_how_many_more_can_be():
    more = NOBODY | {"named": 2, "declined": 1}
    vague = counted(26, 0, 3, left=1, reported_low=24, reported_high=30, possible=more)

    assert counts_line(vague) == (
        "26 (24–30) reported · 0 named (possibly 2 more) · 3 confirmed · 1 no longer taking part"
        " · 0 declined (possibly 1 more) · 22 unknown"
    )


def test_numbers_lead_to_their_rows_if_there_are_any():
    record = counted(26, 0, 6, 2, possible=NOBODY | {"suspended": 1})

    assert [(one.key, one.worded, one.label) for one in counts_worded(record).numbers] == [
        ("", "26", "reported"),
        ("confirmed", "6", "confirmed"),
        ("suspended", "0", "suspended"),
        ("declined", "2", "declined"),
        ("", "20", "unknown"),
    ]


@pytest.mark.parametrize(
    ("record", "english", "german"),
    [
        (
            counted(),
            (
                "No source gives a number of those who take part. "
                "Which ones is not on record: nobody is named."
            ),
            (
                "Wie viele sich beteiligen, sagt keine Quelle. "
                "Um wen es sich handelt, ist nicht verzeichnet: Niemand ist namentlich bekannt."
            ),
        ),
        (
            counted(1, 0, 1),
            "A source speaks of 1 that takes part. 1 has confirmed it.",
            "Eine Quelle spricht von 1 Beteiligten. 1 hat es bestätigt.",
        ),
        (
            counted(26, 9, 6, 2),
            (
                "A source speaks of 26 that take part. 6 have confirmed it. 9 more are known by "
                "name. Nothing certain is on record of at least 11: whoever has spoken for itself "
                "need not be one of those the source meant. 2 have declined and count apart."
            ),
            (
                "Eine Quelle spricht von 26 Beteiligten. 6 haben es bestätigt. 9 weitere sind "
                "namentlich bekannt. Über mindestens 11 ist nichts Sicheres verzeichnet: Wer sich "
                "selbst geäußert hat, muss nicht zu denen gehören, die die Quelle meint. 2 haben "
                "abgelehnt und zählen gesondert."
            ),
        ),
        (
            counted(0, 2),
            (
                "A source speaks of 0 that take part. 2 are known by name. "
                "None of them has confirmed it."
            ),
            (
                "Eine Quelle spricht von 0 Beteiligten. 2 sind namentlich bekannt. "
                "Selbst bestätigt hat es niemand von ihnen."
            ),
        ),
        (
            counted(None, 1, 0, 1, suspended=1, left=1),
            (
                "No source gives a number of those who take part. 1 is known by name. None of them "
                "has confirmed it. 1 has suspended it. 1 takes part no longer. 1 has declined and "
                "counts apart."
            ),
            (
                "Wie viele sich beteiligen, sagt keine Quelle. 1 ist namentlich bekannt. Selbst "
                "bestätigt hat es niemand von ihnen. 1 hat es ausgesetzt. 1 ist nicht mehr dabei. "
                "1 hat abgelehnt und zählt gesondert."
            ),
        ),
        # Who has possibly confirmed it is not said not to have, and not to be nobody.
        (
            counted(None, 1, possible=NOBODY | {"confirmed": 1}),
            "No source gives a number of those who take part. 1 is known by name.",
            "Wie viele sich beteiligen, sagt keine Quelle. 1 ist namentlich bekannt.",
        ),
        (
            counted(None, possible=NOBODY | {"confirmed": 1}),
            "No source gives a number of those who take part.",
            "Wie viele sich beteiligen, sagt keine Quelle.",
        ),
    ],
)
def test_in_sentences(record, english, german):
    assert counts_worded(record).explanation == english
    with override("de"):
        assert counts_worded(record).explanation == german


def test_a_commitment_counts_who_is_said_named_and_has_confirmed(record, read):
    promise = record.commitment("promise", publish=False)
    record.measure("states", counts_actors=True)
    record.figure(promise, "states", 26, low=24, high=30)
    record.figure(promise, "soldiers", 15000)
    record.called(promise, "poland", domain="land", stage="announced")
    record.called(promise, "poland", domain="air")
    record.called(promise, "france")
    publishing.publish(promise)

    assert counts_line(read("promise")["counts"]) == (
        "26 (24–30) reported · 1 named · 1 confirmed · 24 unknown"
    )
