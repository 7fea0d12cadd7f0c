"""Invented dates: as precise, as vague and as unevenly spread as in a real record."""

from datetime import date, timedelta
from random import Random

YEARS_BACK = 20
LATEST_PLANNED = 300


def edtf(random: Random, known_since: date, caught_up: bool) -> str:
    """The date of an entry that became known on that day. `caught_up`: it is older, and was entered
    when the record was opened."""
    if caught_up or random.random() < 0.1:
        day = known_since - timedelta(days=int(365 * YEARS_BACK * random.random() ** 3))
    elif random.random() < 0.02:
        day = known_since + timedelta(days=random.randint(1, LATEST_PLANNED))
    else:
        day = known_since - timedelta(days=int(random.expovariate(1 / 3)))
    chance = random.random()
    if chance < 0.25:
        return f"{day:%Y-%m}"
    if chance < 0.28:
        return f"{day:%Y}"
    if chance < 0.34:
        return f"{day}/{day + timedelta(days=random.choice((1, 1, 2, 3, 30, 90, 400)))}"
    if chance < 0.36:
        return f"../{day}"
    if chance < 0.38:
        return f"{day}/.."
    return f"{day}~" if chance < 0.43 else str(day)
