"""What becomes of a file that somebody uploads as a picture: it is checked for what it is, and
sizes for the web are made of it. The file itself, its name and all that it says of itself are not
kept.
"""

import struct
import zlib
from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any, NamedTuple, TypedDict

from django.core import signing
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from events.log import shown_pictures
from events.models import PICTURES, PictureFile

# What is read; no other reader of the library ever sees the bytes.
FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 8 * 1024 * 1024
# Of width and height together: a file of a few kilobytes can say that it has a thousand times more.
MOST_PIXELS = 40_000_000
LEAST_SIDE, MOST_SIDE = 100, 12_000
WIDTHS = (320, 640, 1280)
QUALITY = 80
# How long a form can be sent again without the file.
PATIENCE = timedelta(days=1)
SALT = "events.desk.pictures"


class WrongPicture(Exception):
    """The file cannot be shown as a picture; its text says why, and what would be right."""


class MadeSize(TypedDict):
    """One size of a picture, by the SHA-256 of its bytes."""

    digest: str
    width: int
    height: int


class Made(NamedTuple):
    size: MadeSize
    data: bytes


def keep(file: Any) -> list[MadeSize]:
    """Make the sizes of an uploaded file and keep their bytes, which nobody sees before a version
    names them. Raises `WrongPicture`."""
    made = sizes_of(file)
    files = [PictureFile(one.size["digest"], one.data) for one in made]
    PictureFile.objects.bulk_create(files, ignore_conflicts=True)
    return [one.size for one in made]


def sizes_of(file: Any) -> list[Made]:
    """The sizes of a file, the smallest first. `file`: as Django gives one that was uploaded.
    Raises `WrongPicture`."""
    if file.size > MOST_BYTES:
        message = _("The file is larger than %(most)d MB. A width of 2,000 pixels is enough.")
        raise WrongPicture(message % {"most": MOST_BYTES // 1024 // 1024})
    if not file.size:
        raise WrongPicture(_("The file is empty."))
    picture = _read(file.read())
    widths = [width for width in WIDTHS if width < picture.width]
    if len(widths) < len(WIDTHS):
        widths.append(picture.width)
    return [_made(picture, width) for width in widths]


def _read(data: bytes) -> Image.Image:
    """The picture in the colours and the direction in which it is meant, and nothing beside it."""
    wrong = _("This is no picture that can be read: a JPEG, PNG or WebP is needed, and all of it.")
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as opened:
            _confirm(opened)
            opened.load()
            turned = ImageOps.exif_transpose(opened)
            return _in_plain_colours(turned)
    except WrongPicture:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise WrongPicture(_too_many()) from error
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError) as error:
        raise WrongPicture(wrong) from error
    except (struct.error, zlib.error, OverflowError, MemoryError) as error:
        raise WrongPicture(wrong) from error


def _confirm(opened: Image.Image) -> None:
    """By what the head of the file says, before anything is unpacked."""
    width, height = opened.size
    if width * height > MOST_PIXELS or max(width, height) > MOST_SIDE:
        raise WrongPicture(_too_many())
    if min(width, height) < LEAST_SIDE:
        message = _("The picture is too small: it needs %(least)d pixels on each side.")
        raise WrongPicture(message % {"least": LEAST_SIDE})
    if getattr(opened, "n_frames", 1) > 1:
        raise WrongPicture(_("The picture moves. Only still ones are shown."))


def _too_many() -> str:
    message = _(
        "The picture has too many pixels: at most %(side)d on a side and %(most)d million in all."
    )
    return message % {"side": MOST_SIDE, "most": MOST_PIXELS // 1_000_000}


def _in_plain_colours(picture: Image.Image) -> Image.Image:
    """In sRGB, so that it needs no profile to be shown as it is meant."""
    profile = picture.info.get("icc_profile")
    clear = "transparency" in picture.info or picture.mode in ("RGBA", "LA", "PA")
    mode = "RGBA" if clear else "RGB"
    # A profile that is wrong says nothing.
    with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
        if profile and picture.mode in ("RGB", "CMYK", "L"):
            found = ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
            picture = found or picture
    plain = picture.convert(mode)
    # Where it was taken, by whom and with what, and whatever else was written into the file.
    plain.info.clear()
    return plain


def _made(picture: Image.Image, width: int) -> Made:
    height = max(round(picture.height * width / picture.width), 1)
    sized = picture
    if width != picture.width:
        sized = picture.resize((width, height), Image.Resampling.LANCZOS)
        sized.info.clear()
    written = BytesIO()
    sized.save(written, "WEBP", quality=QUALITY, method=4, exif=b"", xmp=b"", icc_profile=None)
    data = written.getvalue()
    return Made({"digest": sha256(data).hexdigest(), "width": width, "height": height}, data)


def sealed(sizes: list[MadeSize]) -> str:
    """Sizes that are kept already, for a form that is sent again without the file."""
    return signing.dumps(sizes, salt=SALT)


def unsealed(text: str) -> list[MadeSize] | None:
    """The same as they were; None if this site has not sealed them of late."""
    try:
        found: list[MadeSize] = signing.loads(text, salt=SALT, max_age=PATIENCE)
    except signing.BadSignature:
        return None
    return found


def kept(sizes: Iterable[MadeSize]) -> bool:
    """Are the bytes of all of these there?"""
    digests = {size["digest"] for size in sizes}
    return PictureFile.objects.filter(pk__in=digests).count() == len(digests) > 0


def waiting() -> set[str]:
    """The sizes of the last day that nothing uses yet: of forms that are still being filled in."""
    return _unused(PictureFile.objects.filter(kept_at__gte=timezone.now() - PATIENCE))


def sweep(spared: Collection[str] | None = None) -> int:
    """Drop the bytes that no row of the desk has and no version names, but for those that are
    spared; else, for those of the last day. Returns of how many sizes."""
    there = PictureFile.objects.all()
    if spared is None:
        there = there.filter(kept_at__lt=timezone.now() - PATIENCE)
    digests = _unused(there) - set(spared or ())
    dropped, _by_model = PictureFile.objects.filter(pk__in=digests).delete()
    return dropped


def _unused(files: QuerySet[PictureFile]) -> set[str]:
    digests = set(files.values_list("pk", flat=True))
    for model in PICTURES if digests else ():
        rows = model._default_manager.values_list("sizes", flat=True)
        digests -= {size["digest"] for sizes in rows for size in sizes}
    return digests - shown_pictures(digests)
