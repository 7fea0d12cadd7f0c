"""Of which kind an invented entry is, and by what it is known: by its number alone."""

from random import Random
from uuid import UUID

from events.vocabulary import Kind

# Of each hundred entries, those at these places are of the kind; all others are developments.
PLACES = {
    Kind.SUMMIT: range(0, 100, 20),
    Kind.COMMITMENT: range(3, 100, 13),
    Kind.POSITION: range(1, 100, 3),
    Kind.QUESTION: range(5, 100, 33),
}
KIND_AT = [
    next((kind for kind, places in PLACES.items() if place in places), Kind.DEVELOPMENT)
    for place in range(100)
]
# Of each thousand entries, the one at this place is of the kind, whatever it would be else.
RARE = {59: Kind.OVERVIEW, 114: Kind.WALK}


def kind_of(number: int) -> Kind:
    return RARE.get(number % 1000) or KIND_AT[number % 100]


def slug_of(number: int) -> str:
    return f"{kind_of(number)}-{number}"


def uid_of(number: int) -> UUID:
    return UUID(int=Random(-number).getrandbits(128), version=4)
