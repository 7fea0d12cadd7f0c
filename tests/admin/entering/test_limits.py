"""An attempt counts as failed unless what it is about goes well."""

import pytest
from django.core.exceptions import ValidationError

from events.admin.attempts import Trial
from events.admin.entering.limits import TooOften, attempt

pytestmark = pytest.mark.django_db


def try_(request, trial, *, right):
    with attempt(trial, "editor", request):
        if not right:
            raise ValidationError("wrong")


@pytest.mark.parametrize("trial", list(Trial))
def test_ten_that_fail_end_it_for_each_trial_alone(rf, trial):
    for _time in range(10):
        with pytest.raises(ValidationError, match="wrong"):
            try_(rf.get("/"), trial, right=False)
    with pytest.raises(TooOften) as refused:
        try_(rf.get("/"), trial, right=True)

    assert refused.value.seconds == 900
    for other in set(Trial) - {trial}:
        try_(rf.get("/"), other, right=True)


def test_fifty_of_an_address_at_anything_end_it_for_all(rf):
    for number in range(50):
        trial = list(Trial)[number % 5]
        with pytest.raises(ValidationError), attempt(trial, f"account {number}", rf.get("/")):
            raise ValidationError("wrong")
    with pytest.raises(TooOften):
        try_(rf.get("/"), Trial.PASSWORD, right=True)
