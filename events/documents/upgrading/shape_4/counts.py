"""The counts of a commitment add up: who has confirmed or suspended it is not counted among those
who are only named."""

from typing import cast

from events.documents.counts import counts_on
from events.documents.roll_call import RollCall
from events.documents.shapes import Commitment
from events.documents.upgrading.stored import Stored


def count_apart(document: Stored) -> None:
    """Counted anew, from the roll call that the document has."""
    if "roll_call" in document and "counts" in document:
        commitment = cast("Commitment", document)
        day = RollCall.of(commitment).newest
        # Documents of before there were days of steps do not say of which day their counts are.
        document["counts"] = {**counts_on(commitment, day), "on": document["counts"]["on"]}
