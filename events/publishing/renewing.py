"""The job of a worker after reference data has changed: what names it is published again.

The entries are walked by their primary keys, and each chunk is a transaction that moves the
position with it. An entry that says the same already is passed over, so it does no harm to do one
twice.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from django.apps import apps
from django.db import transaction

from events.log import STANDS, VersionIndex
from events.models import Job, Reference
from events.publishing.appending import Prepared
from events.publishing.jobs import JobClaim
from events.publishing.names import keep_names, revision
from events.publishing.republishing import keys_naming, lock_entries, renewed, standing_of

# So many keys are looked up at a time: to find those of a frequent name costs some hundred
# milliseconds, however many are taken.
LOOKED_UP = 5_000
# And for so many it is worked out together what they become: the reference data is read for all of
# them.
WORKED_OUT = 200


class _Outdated(Exception):
    """Something was published or renamed since it was worked out what entries become."""


def renew(claim: JobClaim) -> Iterator[int]:
    """Publish again what names the record of a job; yield how many entries are done after each
    chunk, which is a transaction. Raises `ClaimLost` and `NotNow`."""
    reference = record_of(claim.job)
    while reference and (keys := keys_naming(reference, claim.job.cursor, LOOKED_UP)):
        while keys:
            with suppress(_Outdated):
                yield from _Renewal(keys[:WORKED_OUT]).publish(claim)
            keys = [key for key in keys if key > claim.job.cursor]
    claim.finish()


class _Renewal:
    """What becomes of some entries: worked out before the transactions that publish it, because
    one of SQLite keeps all others from writing; and without effect if it is outdated by then."""

    def __init__(self, keys: Sequence[int]) -> None:
        self.keys = keys
        self.names = revision()
        standing = standing_of(keys)
        self.versions = {version.entry_id: version.pk for version in standing}
        self.states = {state.entry: state for state in renewed(standing)}

    def publish(self, claim: JobClaim) -> Iterator[int]:
        """Publish those that change, in chunks; yield how many entries are done after each. Raises
        `_Outdated`."""
        left = self.keys
        while left:
            some, left = left[: claim.size.number], left[claim.size.number :]
            prepared = Prepared([self.states[key] for key in some if key in self.states])
            with transaction.atomic():
                keep_names()
                claim.lock()
                lock_entries([state.entry for state in prepared.states])
                self._confirm(some)
                if prepared.states:
                    prepared.append(claim.job.asked_by)
                claim.advance(some[-1], claim.job.done + len(some))
            if prepared.states:
                claim.size.held_since(prepared.locked_at)
            yield claim.job.done

    def _confirm(self, keys: Sequence[int]) -> None:
        """Raise `_Outdated` if it is."""
        rows = VersionIndex.objects.filter(entry__in=keys, superseded_by=STANDS)
        stand = dict(rows.values_list("entry", "pk"))
        known = {key: self.versions[key] for key in keys if key in self.versions}
        if stand != known or revision() != self.names:
            raise _Outdated


def record_of(job: Job) -> Reference | None:
    """The record of the desk that a job is about; None if there is none any more."""
    model = apps.get_model("events", job.kind)
    found: Reference | None = model._default_manager.filter(pk=job.key).first()
    return found
