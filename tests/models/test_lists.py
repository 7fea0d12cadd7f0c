"""The lists that a site keeps itself: what it begins with, their order, the usual format."""

import pytest
from django.core.exceptions import ValidationError

from events.documents.upgrading.shape_3.lists import DOMAINS, FORMATS
from events.models import Domain, MeetingFormat, Summit
from tests.record import Record

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("model", "ours"), [(Domain, DOMAINS), (MeetingFormat, FORMATS)])
def test_a_site_begins_with_what_were_closed_lists(model, ours):
    """Older documents are told the same names."""
    found = {one.slug: {"en": one.name_en, "de": one.name_de} for one in model.objects.all()}

    assert found == ours
    assert list(found) == list(ours)
    assert {one.description for one in model.objects.all()} == {""}


def test_what_is_added_comes_after_what_was_there_unless_it_says_otherwise():
    Domain.objects.create(slug="mitigation", name_en="Mitigation")
    Domain.objects.create(slug="adaptation", name_en="Adaptation")
    Domain.objects.create(slug="finance", name_en="Finance", order=0)

    slugs = [domain.slug for domain in Domain.objects.all()]

    assert slugs == ["finance", *DOMAINS, "adaptation", "mitigation"]


def test_a_meeting_that_says_nothing_has_the_first_format():
    cop = MeetingFormat.objects.create(slug="cop", name_en="Conference of the parties", order=0)
    meeting = Summit(slug="belem", title_en="COP30", date="2025-11")

    meeting.full_clean(exclude=["kind", "title", "title_de"])
    meeting.save()

    assert Summit.objects.get().format == cop


def test_without_any_format_a_meeting_is_told_that_it_needs_one():
    MeetingFormat.objects.all().delete()
    meeting = Summit(slug="belem", title_en="COP30", date="2025-11")

    with pytest.raises(ValidationError) as refusal:
        meeting.full_clean(exclude=["kind", "title", "title_de"])

    assert refusal.value.message_dict == {"format": ["This field cannot be null."]}


def test_a_short_name_that_documents_have_stays():
    record = Record()
    record.commitment(domains=["mitigation"])
    domain = record.domain("mitigation")
    domain.slug = "less-carbon"

    with pytest.raises(ValidationError) as refusal:
        domain.full_clean()

    assert refusal.value.message_dict == {
        "slug": ["The record has published “mitigation” and has to keep this short name."]
    }
