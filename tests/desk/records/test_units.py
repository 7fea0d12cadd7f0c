"""Units in records that are written."""

from decimal import Decimal

import pytest

from events.desk import records
from events.desk.records import Refused
from events.documents.rendering import render, whole
from events.models import Commitment, Figure, Unit
from tests.desk.records.whole import values

pytestmark = pytest.mark.django_db


def write(figure, **sections):
    plain = values() | sections
    plain["commitments"]["patrol"]["figures"] = [{"measure": "soldiers"} | figure]
    reader = records.Reader()
    rows, circles = records.ordered(reader.rows(plain))
    return records.write(rows, problems=[*reader.problems, *circles])


def test_a_file_has_units_of_its_own_and_names_those_on_file():
    patrols = {"name": {"en": "patrols", "de": "Streifen"}, "one": {"en": "patrol"}}
    dozens = {"name": {"en": "dozen patrols"}, "base": "patrols", "times": "12"}
    write({"value": 2, "unit": "dozens"}, units={"dozens": dozens, "patrols": patrols})
    written = Unit.objects.get(slug="dozens")
    assert (written.base.one_en, written.times) == ("patrol", Decimal(12))

    write({"value": "-1700000000000", "low": "-1700000000001.5", "unit": "JPY"})
    figure = Figure.objects.get()
    assert (figure.unit.name_de, figure.value) == ("Yen", Decimal(-1700000000000))
    document = render(whole(Commitment.objects.all())[0])
    assert (document["figures"][0]["value"], document["figures"][0]["low"]) == (
        -1700000000000,
        -1700000000001.5,
    )


@pytest.mark.parametrize(
    ("figure", "place", "said"),
    [
        (
            {"value": 2, "unit": "million-EURO"},
            "commitments.patrol.figures[0].unit",
            (
                "There is no “million-EURO” among the units, here or on the desk. "
                "Did you mean “million-EUR”?"
            ),
        ),
        (
            {"value": "12.1234567", "unit": "EUR"},
            "commitments.patrol.figures[0].value",
            "Ensure that there are no more than 6 decimal places.",
        ),
        (
            {"value": "1234567890.123456", "unit": "EUR"},
            "commitments.patrol.figures[0].value",
            "More than 15 digits: please round it.",
        ),
        (
            {"low": 3, "high": 2, "unit": "EUR"},
            "commitments.patrol.figures[0].high",
            "The low end is above the high one: exchange them, or correct one.",
        ),
    ],
)
def test_what_is_wrong_with_an_amount_is_told(figure, place, said):
    with pytest.raises(Refused) as refusal:
        write(figure)

    assert [(problem.path, str(problem)) for problem in refusal.value.problems] == [(place, said)]
