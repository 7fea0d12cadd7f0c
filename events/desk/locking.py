"""Which rows of the desk are locked, and before what."""

from events.models import Entry, Reference


def lock(reference: Reference) -> None:
    """Let nobody else save or redact a record until the transaction ends. First of all: the lock of
    the names comes after it, and the rows of its lists are locked by it alone."""
    found = type(reference)._default_manager.filter(pk=reference.pk).select_for_update()
    list(found.values_list("pk"))


def lock_thing(thing: Entry | Reference) -> None:
    """The same for any record: of an entry, what all kinds share."""
    if isinstance(thing, Reference):
        lock(thing)
    else:
        list(Entry.objects.filter(pk=thing.pk).select_for_update().values_list("pk"))
