"""Files that somebody may upload as a picture: good ones, and those that are not what they say."""

import struct
import zlib
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from events.desk import pictures
from events.models import Actor, Entry, Medium, Picture, Process

PLACE = "Geheimer Ort"


def drawn(form: str = "JPEG", size: tuple[int, int] = (1600, 900), **options: Any) -> bytes:
    """A picture that is red on the left and blue on the right."""
    mode = options.pop("mode", "RGB")
    picture = Image.new("RGB", size, (200, 20, 20))
    picture.paste((20, 20, 200), (size[0] // 2, 0, *size))
    written = BytesIO()
    picture.convert(mode).save(written, form, **options)
    return written.getvalue()


def told() -> bytes:
    """A JPEG that lies on its side, and says where it was taken, by whom, and more."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x013B] = PLACE
    exif[0x8769] = {0x9286: PLACE.encode()}
    exif[0x8825] = {1: "N", 2: (52.0, 31.0, 0.0), 3: "E", 4: (13.0, 24.0, 0.0)}
    return drawn(exif=exif, comment=PLACE.encode(), xmp=f"<x>{PLACE}</x>".encode())


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG of a few hundred bytes that says it has this many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 100_000)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def moving(form: str) -> bytes:
    frames = [Image.new("RGB", (200, 200), colour) for colour in ("red", "green", "blue")]
    written = BytesIO()
    frames[0].save(written, form, save_all=True, append_images=frames[1:])
    return written.getvalue()


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"><script>alert(1)</script>'
    b"</svg>"
)

# By what they are, what is said of them.
WRONG: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "The file is empty."),
    "text": (b"hello " * 100, "This is no picture that can be read"),
    "half a JPEG": (drawn()[:5000], "This is no picture that can be read"),
    "half a PNG": (drawn("PNG", mode="RGB")[:1000], "This is no picture that can be read"),
    "half a WebP": (drawn("WEBP")[:400], "This is no picture that can be read"),
    "head of a JPEG": (b"\xff\xd8\xff\xe0" + b"\0" * 2000, "This is no picture that can be read"),
    "SVG": (SVG, "This is no picture that can be read"),
    "page": (b"<!doctype html><img src=x>" * 50, "This is no picture that can be read"),
    "GIF": (drawn("GIF"), "This is no picture that can be read"),
    "BMP": (drawn("BMP"), "This is no picture that can be read"),
    "TIFF": (drawn("TIFF"), "This is no picture that can be read"),
    "PDF": (drawn("PDF"), "This is no picture that can be read"),
    "bomb": (bomb(), "too many pixels"),
    "long bomb": (bomb(200_000, 100), "too many pixels"),
    "unfilled": (bomb(5_000, 5_000), "This is no picture that can be read"),
    "small": (drawn(size=(99, 400)), "too small"),
    "moving PNG": (moving("PNG"), "The picture moves."),
    "moving WebP": (moving("WEBP"), "The picture moves."),
    "50 MB": (drawn() + b"\0" * 50_000_000, "larger than 8 MB"),
}


def uploaded(data: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "image/jpeg")


class PictureRecords:
    """Pictures of entries, and links to videos and documents."""

    def picture(
        self, of: Entry | Actor | Process, size: tuple[int, int] = (400, 300), **fields: Any
    ) -> Picture:
        """A picture of this size, made as one that was uploaded."""
        given = {"description_en": "Red and blue", "credit": "Ada", "licence": "cc-by-4.0"}
        sizes = pictures.keep(uploaded(drawn(size=size)))
        # As a row of its entry, whatever the kind is.
        owner = Entry.objects.get(pk=of.pk) if isinstance(of, Entry) else of
        found: Picture = owner.pictures.create(sizes=sizes, **given | fields)
        return found

    def medium(self, entry: Entry, url: str, **fields: Any) -> Medium:
        """A video elsewhere, unless the fields say otherwise."""
        if not any(name.startswith("title_") for name in fields):
            fields["title_en"] = f"At {url}"
        return Medium.objects.create(entry=entry, url=url, **fields)
