"""Two editors at random on the same records: whatever was typed and sent is on record."""

import random

from events.models import Snapshot

SAVES = 60
FIELDS = ("name_en", "name_de", "description_en", "description_de")


def test_every_text_that_was_sent_is_the_record_or_a_text_on_record(record, desk_of):
    chance = random.Random(20260106)
    keys = [record.topic(slug).pk for slug in ("force", "money", "ships")]
    desks = [desk_of("editor"), desk_of("superuser")]
    opened = {(at, key): desk.form("topic", key) for at, desk in enumerate(desks) for key in keys}
    sent, conflicts = [], 0

    for number in range(SAVES):
        at, key = chance.randrange(2), chance.choice(keys)
        desk, text = desks[at], f"text {number:03}"
        form = opened[at, key] | {chance.choice(FIELDS): text}
        answer = desk.send("topic", key, form)
        sent.append(text)
        assert answer.status_code == 302
        if "/merge/" in answer["Location"]:
            conflicts += 1
            page = desk.client.get(answer["Location"])
            answers = {
                choice.name: chance.choice(("theirs", "mine")) for choice in page.context["choices"]
            }
            stands = page.context["theirs"].pk
            desk.client.post(answer["Location"], {"opened": stands, **answers})
        if chance.random() < 0.6:
            opened[at, key] = desk.form("topic", key)

    kept = "\n".join(Snapshot.objects.values_list("text", flat=True))
    assert [text for text in sent if text not in kept] == []
    assert conflicts > 10
