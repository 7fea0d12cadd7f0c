"""What every site begins with: migrations fill some tables, and a test may have emptied them."""

from typing import Any

from events.documents.upgrading.shape_3.lists import DOMAINS, FORMATS
from events.documents.upgrading.shape_3.units import UNITS
from events.log import LogIdentity
from events.models import Domain, MeetingFormat, Unit


def begin() -> None:
    """Fill the lists as the migrations do."""
    LogIdentity.objects.create()
    lists: list[tuple[Any, dict[str, dict[str, str]]]] = [
        (Domain, DOMAINS),
        (MeetingFormat, FORMATS),
    ]
    for model, values in lists:
        model.objects.bulk_create(
            model(slug=slug, order=order, **{f"name_{code}": name for code, name in names.items()})
            for order, (slug, names) in enumerate(values.items(), start=1)
        )
    units: dict[str, Unit] = {}
    for slug, (names, currency, multiple) in UNITS.items():
        english, one_in_english, german, one_in_german = names
        of, times = multiple or ("", None)
        units[slug] = Unit.objects.create(
            slug=slug,
            name_en=english,
            name_de=german,
            one_en=one_in_english or None,
            one_de=one_in_german or None,
            currency=currency,
            base=units.get(of),
            times=times,
        )
