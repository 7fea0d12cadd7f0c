"""What every site begins with: migrations fill some tables, and a test may have emptied them."""

from typing import Any

from events.documents.upgrading.shape_3.lists import DOMAINS, FORMATS
from events.models import Domain, MeetingFormat


def begin() -> None:
    """Fill the lists as the migrations do."""
    lists: list[tuple[Any, dict[str, dict[str, str]]]] = [
        (Domain, DOMAINS),
        (MeetingFormat, FORMATS),
    ]
    for model, values in lists:
        model.objects.bulk_create(
            model(slug=slug, order=order, **{f"name_{code}": name for code, name in names.items()})
            for order, (slug, names) in enumerate(values.items(), start=1)
        )
