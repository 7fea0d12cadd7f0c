"""Pictures that readers may see: those that a version names which can be read."""

from events.log import PictureFile, shown_pictures


def picture(digest: str) -> bytes | None:
    """The bytes of a made size; None if no version names it, as of a draft or of one that was
    redacted."""
    if not shown_pictures([digest]):
        return None
    data = PictureFile.objects.filter(pk=digest).values_list("data", flat=True).first()
    return None if data is None else bytes(data)
