"""The codes of what an editor is asked about: a closed list."""

from enum import StrEnum


class Doubt(StrEnum):
    """Each is reported at the field or row that may have to be corrected, in brackets."""

    # Two memberships of one actor in one body at the same time (memberships[n], the second one).
    MEMBER_TWICE = "memberships-overlap"
    # A position is taken back that is not on file (stance).
    NOTHING_TO_TAKE_BACK = "nothing-to-take-back"
