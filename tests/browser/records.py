"""Fills the databases of the sites that the browser tests look at.

python -m tests.browser.records         adds what is hard to show to the demo
python -m tests.browser.records 5000    that many invented entries
"""

import sys
from collections.abc import Sequence
from typing import Any

import django

django.setup()

from django.contrib.auth.models import Group, User  # noqa: E402
from django.utils import timezone  # noqa: E402

from events import desk, publishing  # noqa: E402
from events.log import STANDS  # noqa: E402
from events.models import Entry  # noqa: E402
from tests.browser.desk import EDITOR, PASSWORD  # noqa: E402
from tests.browser.pages import KINDS  # noqa: E402
from tests.record import Record  # noqa: E402

ARABIC = "الإعلان المشترك بشأن الضمانات الأمنية ووقف إطلاق النار"
HEBREW = "ההצהרה המשותפת על ערבויות הביטחון"
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung"
LONG_URL = "https://archive.example/" + "a-very-long-address-without-any-space-" * 6
SUMMARY = """\
First paragraph with **weight**, *stress* and [a link](https://example.org/statement).

* one point
* another point, which is a good deal longer than the first one and will not fit into a line

1. a step
2. a further step

> What was said, word for word."""


def add_hard_cases(record: Record) -> None:
    """Entries that are corrected, withdrawn, contradicted, overlong, in other scripts, or bare."""
    _add_editor()
    _add_reference(record)
    _add_corrected(record)
    _add_promise(record)
    record.position(
        "hard-refusal", holder="long-named", topic="long-topic", stance="opposes",
        date="2024-03-11", attribution_en="a diplomat who did not want to be named",
    )  # fmt: skip
    record.position(
        "hard-consent", holder="right-to-left", topic="long-topic", stance="conditional",
        date="2024-04-02", title_en=HEBREW, title_de="", summary_en=f"{HEBREW} {ARABIC}",
    )  # fmt: skip
    record.question(
        "hard-question", date="2024-05-01", topics=["long-topic"], actors=["right-to-left"],
        title_de=f"Wer zahlt für die {LONG_WORD}?", title_en="",
    )  # fmt: skip
    _add_redacted(record)
    add_pictured(record)
    add_walk(record, [ARABIC, f"{LONG_WORD}?", f"{HEBREW}. {LONG_URL}"])
    gone = record.development("hard-withdrawn", date="2024-02")
    publishing.withdraw(gone, note="Published in error: the source was about another meeting.")


def _add_editor() -> None:
    """Who sits at the desk in `tests.browser.desk`."""
    desk.roles.ensure()
    editor = User.objects.create_user(EDITOR, password=PASSWORD, is_staff=True)
    editor.groups.add(Group.objects.get(name=desk.roles.EDITORS))


def _add_reference(record: Record) -> None:
    record.actor(
        "long-named", name_en=f"Permanent Conference of {LONG_WORD} and its Observers",
        name_de=f"Ständige Konferenz der {LONG_WORD} und ihrer Beobachter",
    )  # fmt: skip
    record.actor("right-to-left", name_en="جامعة الدول", name_de="جامعة الدول")
    topic = record.topic("long-topic")
    topic.name_en = "A force that is to make a ceasefire safe, once there is one, by land and sea"
    topic.name_de = f"{LONG_WORD} zu Lande und zu Wasser"
    topic.save()
    source = record.source("long-address")
    source.title, source.publisher = ARABIC, "An agency"
    source.url, source.archive_url, source.language = LONG_URL, LONG_URL, "ar"
    source.save()


def _add_corrected(record: Record) -> None:
    """A meeting with three versions, as a history shows them."""
    meeting = record.summit(
        "hard-meeting", date="2024-06-10/2024-06-12~", title_en=ARABIC, title_de=ARABIC,
        summary_en=SUMMARY, place_en="Geneva", place_country="CH", topics=["long-topic"],
        actors=["long-named", "right-to-left"], publish=False,
    )  # fmt: skip
    record.cite(meeting, "long-address", stance="contradicts", quote=HEBREW, locator="p. 3")
    publishing.publish(meeting)
    meeting.summary_en = SUMMARY.replace("another point", "a second point")
    meeting.status = "held"
    meeting.save()
    publishing.publish(meeting, note="The meeting took place")
    record.part(meeting, "france", "mediator", status="attended")
    meeting.refresh_from_db()
    meeting.title_de = "Erklärung von Genf"
    meeting.save()
    publishing.publish(meeting, note=f"The mediator was missing. {ARABIC}")


def _add_promise(record: Record) -> None:
    promise = record.commitment(
        "hard-promise", date="2024-07/..", title_en=f"A promise about {LONG_WORD}",
        title_de="", summary_de=SUMMARY, actors=["long-named"], topics=["long-topic"],
        domains=["land", "sea", "training"], firmness="agreed", deadline="2024-12",
        condition_en="A ceasefire that both sides keep", condition_state="failed", publish=False,
    )  # fmt: skip
    record.measure("hard-states", counts_actors=True)
    record.figure(promise, "hard-states", 26, qualifier="at-least", low=24, high=30)
    record.called(promise, "france", value=1_234_567.5, unit="euros", stage="announced")
    record.called(promise, "right-to-left", note="Equipment, of a kind that was not named")
    record.status(promise, "under-way", "2024-08", note=ARABIC)
    record.status(promise, "broken", "2024-09-01?")
    publishing.publish(promise)


def _add_redacted(record: Record) -> None:
    """What was redacted: a part of an entry, for a reason that is long, and one that is closed."""
    partly = record.development(
        "hard-redacted", date="2024-02-03", title_en=f"A meeting about {LONG_WORD}",
        title_de=HEBREW, summary_en=SUMMARY,
    )  # fmt: skip
    closed = record.development("hard-closed", date="2024-02-04", summary_en=SUMMARY)
    why: dict[str, Any] = {"ground": "court-order", "reason": {"en": LONG_URL, "de": LONG_WORD}}
    desk.redact(partly, parts=["summary"], **why)
    desk.redact(closed, erase=False, **why | {"ground": "personal-data"})


def add_pictured(record: Record) -> None:
    """An entry with pictures, high and wide, and links to what is elsewhere."""
    shown = record.development("hard-pictured", date="2024-03", actors=["france"], publish=False)
    said = {"caption_en": f"{ARABIC} {LONG_WORD}", "credit": LONG_WORD}
    record.picture(shown, (1600, 900), origin=LONG_URL, **said)
    record.picture(shown, (200, 700), licence="permission", description_de="Zwei Farben")
    record.medium(shown, LONG_URL, title_en=f"A speech about {LONG_WORD}", publisher=HEBREW)
    publishing.publish(shown)


def add_walk(record: Record, texts: Sequence[str] = ()) -> None:
    """A walk with a step for an entry of each kind; the first ones have these texts."""
    public = Entry.objects.filter(versions__index__superseded_by=STANDS).order_by("-slug")
    shown = [public.filter(kind=kind).first() for kind in KINDS]
    walk = record.walk("hard-walk", [entry for entry in shown if entry], publish=False)
    for step, text in zip(walk.steps.all(), texts, strict=False):
        step.text_en = step.text_de = text
        step.save()
    publishing.publish(walk)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        from benchmarks.record.filling import fill

        fill(int(sys.argv[1]), timezone.now())
        add_walk(Record())
        add_pictured(Record())
    else:
        add_hard_cases(Record())
