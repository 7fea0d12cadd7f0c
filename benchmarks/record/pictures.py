"""A few pictures, of which many entries have one."""

from functools import cache
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from events.desk import pictures
from events.models import PictureFile

COLOURS = ("#8a5300", "#0a6652", "#47536b")
SIZE = (1280, 720)


def write() -> None:
    PictureFile.objects.bulk_create(
        PictureFile(one.size["digest"], one.data) for made in _made() for one in made
    )


def sizes() -> list[list[pictures.MadeSize]]:
    """Of each picture, what was made of it."""
    return [[one.size for one in made] for made in _made()]


@cache
def _made() -> list[list[pictures.Made]]:
    found = []
    for colour in COLOURS:
        written = BytesIO()
        Image.new("RGB", SIZE, colour).save(written, "PNG")
        found.append(pictures.sizes_of(SimpleUploadedFile("drawn.png", written.getvalue())))
    return found
