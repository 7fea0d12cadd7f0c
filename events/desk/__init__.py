"""What the desk knows that no form should have to: who may do what."""

from events.desk import roles
from events.desk.states import CONDITIONS, State, not_withdrawn, state, with_state

__all__ = [
    "CONDITIONS",
    "State",
    "not_withdrawn",
    "roles",
    "state",
    "with_state",
]
