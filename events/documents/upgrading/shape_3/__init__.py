"""From shape 2 to shape 3: a function for each subject that is said another way, or for the first
time."""

from events.documents.upgrading.shape_3.actors import tell_more_of_actors
from events.documents.upgrading.shape_3.evidence import tell_evidence
from events.documents.upgrading.shape_3.links import name_entries_by_id
from events.documents.upgrading.shape_3.lists import carry_lists
from events.documents.upgrading.shape_3.meetings import tell_meetings
from events.documents.upgrading.shape_3.notes import tell_note_by_language
from events.documents.upgrading.shape_3.progress import tell_progress
from events.documents.upgrading.shape_3.roll_call import call_the_roll
from events.documents.upgrading.shape_3.speakers import name_several_speakers
from events.documents.upgrading.shape_3.units import renew_units
from events.documents.upgrading.stored import in_turn

shape_3 = in_turn(
    carry_lists,
    name_several_speakers,
    tell_progress,
    renew_units,
    tell_more_of_actors,
    name_entries_by_id,
    tell_evidence,
    tell_note_by_language,
    tell_meetings,
    call_the_roll,
)
