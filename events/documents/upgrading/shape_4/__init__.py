"""From shape 3 to shape 4: a function for each subject that is said another way, or for the first
time."""

from events.documents.upgrading.shape_4.counts import count_apart
from events.documents.upgrading.shape_4.media import have_no_media
from events.documents.upgrading.shape_4.order import name_several_processes, tell_wider_topics
from events.documents.upgrading.shape_4.times import tell_time_is_of_clock
from events.documents.upgrading.stored import in_turn

shape_4 = in_turn(
    name_several_processes,
    tell_wider_topics,
    count_apart,
    tell_time_is_of_clock,
    have_no_media,
)
