"""What a control offers."""

from events import public
from events.filters import every_filter
from events.views.asking.controls import of_tallies
from events.vocabulary import Facet, Kind

BOARD = every_filter(kind=Kind.COMMITMENT, own=("by", "cursor"))


def test_what_the_tags_of_some_entries_offer(record):
    record.commitment("one", actors=["france"], firmness="agreed")
    tallies = public.tallies(public.Filters(), [Facet.ACTOR, Facet.FIRMNESS])
    asked = [one for one in BOARD.filters if one.name in ("actor", "firmness", "from")]

    assert of_tallies(asked, Kind.COMMITMENT, tallies) == {
        "actor": [("france", "France")],
        "firmness": [("agreed", "Agreed")],
    }
