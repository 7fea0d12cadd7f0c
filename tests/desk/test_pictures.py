"""What becomes of an uploaded picture: sizes for the web, without what the file says of itself."""

import hashlib
from datetime import timedelta
from io import BytesIO

import pytest
from django.core import signing
from django.utils import timezone
from PIL import Image, ImageCms

from events import desk
from events.desk import pictures
from events.models import EntryPicture, PictureFile
from tests.pictures import PLACE, SVG, WRONG, drawn, told, uploaded
from tests.record import Record


def opened(made):
    return Image.open(BytesIO(made.data))


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((3000, 1500), [(320, 160), (640, 320), (1280, 640)]),
        ((1280, 720), [(320, 180), (640, 360), (1280, 720)]),
        ((700, 700), [(320, 320), (640, 640), (700, 700)]),
        ((640, 100), [(320, 50), (640, 100)]),
        ((150, 200), [(150, 200)]),
    ],
)
def test_it_is_made_in_sizes_and_never_larger(size, expected):
    made = pictures.sizes_of(uploaded(drawn(size=size)))

    assert [(one.size["width"], one.size["height"]) for one in made] == expected
    assert [opened(one).size for one in made] == expected
    assert {opened(one).format for one in made} == {"WEBP"}
    assert [one.size["digest"] for one in made] == [
        hashlib.sha256(one.data).hexdigest() for one in made
    ]


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("JPEG", {}),
        ("JPEG", {"mode": "L"}),
        ("JPEG", {"mode": "CMYK"}),
        ("PNG", {}),
        ("PNG", {"mode": "P"}),
        ("PNG", {"mode": "RGBA"}),
        ("PNG", {"mode": "1"}),
        ("WEBP", {}),
    ],
)
def test_whatever_kind_of_file_it_is(form, options):
    [*_smaller, largest] = pictures.sizes_of(uploaded(drawn(form, **options)))

    left = opened(largest).convert("RGB").getpixel((50, 50))
    if options.get("mode") not in ("L", "1"):
        assert left[0] > 120 > left[2]


def test_it_is_turned_as_it_is_meant_and_says_nothing_of_where_it_was_taken():
    data = told()
    assert PLACE.encode() in data

    for made in pictures.sizes_of(uploaded(data, "IMG_Geheimer Ort.jpg")):
        shown = opened(made)
        assert shown.height > shown.width
        assert PLACE.encode() not in made.data
        assert {"exif", "xmp", "icc_profile"}.isdisjoint(shown.info)
        assert not dict(shown.getexif())


def test_colours_of_another_profile_are_put_into_those_of_the_web():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    [made] = pictures.sizes_of(uploaded(drawn(size=(300, 300), icc_profile=profile)))
    assert "icc_profile" not in opened(made).info
    # One that is none is passed over.
    assert pictures.sizes_of(uploaded(drawn(size=(300, 300), icc_profile=b"nonsense")))


def test_what_hides_behind_a_picture_is_not_kept():
    for made in pictures.sizes_of(uploaded(drawn() + SVG + b"PK\x03\x04<script>")):
        assert b"script" not in made.data


@pytest.mark.parametrize("what", WRONG)
def test_what_is_no_picture_is_told_so(what):
    data, said = WRONG[what]

    with pytest.raises(pictures.WrongPicture, match=said):
        pictures.sizes_of(uploaded(data))


@pytest.mark.django_db
def test_sizes_are_kept_once_whoever_uploads_them():
    first = pictures.keep(uploaded(drawn()))

    assert pictures.keep(uploaded(drawn(), "other.jpg")) == first
    assert set(PictureFile.objects.values_list("pk", flat=True)) == {one["digest"] for one in first}
    assert pictures.kept(first)
    assert not pictures.kept([{**first[0], "digest": "0" * 64}])
    assert not pictures.kept([])


def test_only_what_the_site_has_sealed_is_taken_back():
    sizes = [pictures.MadeSize(digest="a" * 64, width=1, height=1)]

    assert pictures.unsealed(pictures.sealed(sizes)) == sizes
    assert pictures.unsealed(signing.dumps(sizes)) is None
    assert pictures.unsealed("") is None


@pytest.mark.django_db
def test_bytes_that_nobody_needs_are_dropped_after_a_day():
    record = Record()
    on_the_desk = record.picture(record.development("draft", publish=False), (300, 200))
    entry = record.development("event", publish=False)
    public = record.picture(entry, (300, 201))
    desk.publish(entry)
    unused = pictures.keep(uploaded(drawn(size=(300, 202))))
    # Versions show it still.
    EntryPicture.objects.filter(pk=public.pk).delete()

    assert pictures.sweep() == 0
    PictureFile.objects.update(kept_at=timezone.now() - timedelta(days=2))
    assert pictures.sweep() == 1

    left = set(PictureFile.objects.values_list("pk", flat=True))
    assert left == {size["digest"] for one in (on_the_desk, public) for size in one.sizes}
    assert not pictures.kept(unused)


@pytest.mark.django_db
def test_a_redaction_leaves_what_a_form_is_still_being_filled_in_for():
    record = Record()
    entry = record.development("event", publish=False)
    shown = record.picture(entry, (300, 201))
    desk.publish(entry)
    in_a_form = pictures.keep(uploaded(drawn(size=(300, 202))))
    left_lying = pictures.keep(uploaded(drawn(size=(300, 203))))
    digests = [size["digest"] for size in left_lying]
    long_ago = timezone.now() - timedelta(days=2)
    PictureFile.objects.filter(pk__in=digests).update(kept_at=long_ago)

    desk.redact(entry, ground="personal-data", reason={"en": "A child is to be seen."})

    assert not pictures.kept(shown.sizes)
    assert not pictures.kept(left_lying)
    assert pictures.kept(in_a_form)
