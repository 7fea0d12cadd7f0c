"""Entries with all that is awkward to carry from one release to the next.

    python -m tests.upgrades.story    adds them to the database of DATABASE_URL, with demo's in it

Written with the models and the door of the release that runs it. A new release may add to it.
"""

import os

import django


def tell() -> None:
    """Publish, correct, withdraw and rename, so that the log has versions of every sort."""
    from events import publishing
    from events.models import Actor
    from tests.record import Record

    record = Record()
    coalition = record.coalition("the-patient", france="lead", united_kingdom="member")
    record.person("minister", represents="germany", office_de="Ministerin")

    first = record.summit("first-talks", date="2025-11-15~", actors=["the-patient"])
    talks = record.summit(
        "talks",
        title_en="",
        title_de="Gespräche, nur auf Deutsch beschrieben",
        summary_de="Ein *deutscher* Text: „Übung“ & <Weiteres>.",
        date="2026-01-06T14:30:00Z",
        date_label_de="am Dreikönigstag",
        follows=first,
        place_de="Genf",
        place_country="CH",
        status="held",
        topics=["force"],
        actors=["the-patient", "ukraine"],
        publish=False,
    )
    record.part(talks, "minister", "chair", status="attended")
    publishing.publish(talks)

    for slug, date in {
        "open-end": "2025-11-15~/..",
        "open-start": "../2025-12",
        "unknown-end": "2025-09-03/",
        "season": "2025-23",
        "some-month": "2025-XX",
        "doubted": "2025-10-02?",
        "one-of-two": "[2025-01-03,2025-01-04]",
        "unknown-start": "/2025-04",
        "decade": "202X",
    }.items():
        record.development(slug, date=date, actors=["ukraine"], topics=["force"])

    record.topic("ceasefire", wider="security")
    record.development("in-two-processes", processes=["peace", "trade"], topics=["ceasefire"])

    earlier = record.commitment("first-promise", actors=["the-patient"], firmness="floated")
    promise = record.commitment(
        "second-promise",
        domains=["land", "money"],
        firmness="agreed",
        condition_en="After a ceasefire",
        condition_state="pending",
        deadline="2026-03",
        made_at=talks,
        restates=earlier,
        restatement="strengthens",
        actors=["the-patient"],
        publish=False,
    )
    report, other = record.source(), record.source("other")
    record.cite(promise, "other", locator="p. 3", quote="We will.", note_en="Checked.")
    record.measure("countries", counts_actors=True)
    record.figure(promise, "countries", 26, source=report, preferred=True, reason_en="Later.")
    record.figure(promise, "countries", None, low=20, high=30, source=other, qualifier="about")
    record.figure(promise, "euros", "1500000000.125", source=other, unit="EUR", qualifier="at-most")
    record.called(promise, "poland", stage="announced", value="1.5", unit="EUR", domain="money")
    record.called(promise, "germany", note_de="Noch nicht gesagt.")
    record.status(promise, "in-progress", "2026-01", locator="p. 1")
    record.status(promise, "delayed", "2026-02~", note_de="Später.")
    publishing.publish(promise)

    contradicted = record.development("contradicted", publish=False)
    record.cite(contradicted, "denial", stance="contradicts", quote="It did not happen.")
    publishing.publish(contradicted)

    stand = record.position("stand", speaker="minister", holder="germany", stance="undecided")
    record.position("later-stand", holder="germany", stance="conditional", date="2026-02-01")
    record.position("end-of-stand", holder="united-kingdom", date="2025-06/2025-09")
    record.question("answered", answered_by=promise, topics=["force"])
    record.question("open", date="2025-XX", actors=["russia"], topics=["force"])

    record.overview("state", rests_on=[talks, promise])
    record.walk("walk", shows=[talks, promise, stand])
    record.picture(coalition, credit="Nobody")
    record.picture(record.process("peace"))
    shown = record.development("shown", actors=["the-patient"], publish=False)
    record.picture(shown, caption_en="Left and right", description_de="Rot und blau")
    record.medium(shown, "https://example.org/film", publisher="Example")
    publishing.publish(shown)

    # Corrected twice, once without a note, and the second time under another address.
    stand.stance, stand.attribution_en = "opposes", "two officials"
    stand.save()
    publishing.publish(stand, note="The minister was misunderstood.")
    stand.slug, stand.title_de = "german-stand", "Die Haltung Deutschlands"
    stand.save()
    publishing.publish(stand)

    # Withdrawn for good; withdrawn and back, at another address. Until shape 3, it could be one
    # that another entry had had.
    publishing.withdraw(record.development("never-was"), note="It never happened.")
    back = record.development("back-again")
    publishing.withdraw(back)
    back.slug = "back-at-last"
    back.save()
    publishing.publish(back, note="It did happen.")

    # Renamed, and one who left: what is public says so from then on, in versions of its own.
    minister = Actor.objects.get(slug="minister")
    minister.name_en, minister.name_de = "The Former Minister", "Die frühere Ministerin"
    minister.represents = None
    minister.save()
    publishing.republish(minister)
    left = coalition.memberships.get(actor__slug="united-kingdom")
    left.since, left.until = "2025-03", "2025-12~"
    left.save()
    publishing.republish(coalition)

    # On the desk only: a draft, and an edit that readers do not see yet.
    record.development("draft", publish=False)
    first.title_en = "Edited, but not published"
    first.save()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    django.setup()
    tell()
