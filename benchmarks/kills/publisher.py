"""Publishes the drafts with these keys one by one, as a process that may be killed:

    python -m benchmarks.kills.publisher FIRST LAST

Says of each what it has published, once that is committed: `KEY SEQ`; or `KEY -` if it was refused.
"""

import sys

import django

django.setup()

from events import publishing  # noqa: E402
from events.models import Entry, Version  # noqa: E402


def main(first: int, last: int) -> None:
    public = Version.objects.values("entry")
    drafts = Entry.objects.filter(pk__range=(first, last)).exclude(pk__in=public)
    for key in list(drafts.order_by("pk").values_list("pk", flat=True)):
        try:
            said = str(publishing.publish(Entry.objects.get(pk=key)).seq)
        except publishing.NotPublishable:  # it names an entry that was withdrawn
            said = "-"
        print(key, said, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
