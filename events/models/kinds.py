"""The model of each kind of entry."""

from events.models.entries import Commitment, Development, Position, Question, Summit
from events.models.entry import Entry
from events.models.overview import Overview
from events.models.walk import Walk

# In an order in which each names only those before it, or itself.
KINDS: dict[str, type[Entry]] = {
    model.KIND: model
    for model in (Summit, Commitment, Position, Development, Question, Overview, Walk)
}
