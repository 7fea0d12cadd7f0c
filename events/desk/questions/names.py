"""Names that somebody else also has, in whatever spelling."""

from collections.abc import Iterator

from django.db.models import Model
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from events.desk.questions.doubts import Doubt
from events.models import Actor, Alias, FormerName, columns, name_columns
from events.publishing import Problem, Where
from events.words import spellings

# By how many characters two spellings of a name can differ: “Türkiye”, “Tuerkiye”.
DIFFERING = range(-2, 3)


def shared(actor: Actor) -> Iterator[Problem]:
    """Each name of an actor that is one of another actor, too. Abbreviations can be shared, and
    persons can have the same name."""
    own = list(_own(actor))
    known = _of_others(actor, {len(name) for _where, name in own})
    asked: set[tuple[Where, int]] = set()
    for where, name in own:
        same = next((known[form] for form in spellings(name) if form in known), None)
        if same is None or (where, same) in asked:
            continue
        asked.add((where, same))
        message = _("“%(name)s” is also a name of “%(actor)s” (%(slug)s). Do both have it?")
        other = Actor.objects.get(pk=same)
        params = {"name": name, "actor": other, "slug": other.slug}
        yield Problem(Doubt.SHARED_NAME, where, message % params)


def _own(actor: Actor) -> Iterator[tuple[Where, str]]:
    """Its names with their places, today's first."""
    for column in name_columns():
        if name := getattr(actor, column):
            yield ("name",), name
    for number, alias in enumerate(actor.aliases.all()):
        yield ("aliases", number, "text"), alias.text
    for number, former in enumerate(actor.former_names.all()):
        for column in columns("name"):
            if name := getattr(former, column):
                yield ("former_names", number, "name"), name


def _of_others(actor: Actor, lengths: set[int]) -> dict[str, int]:
    """Whose name a spelling is. `lengths`: of the names that are compared, so
    that not every name has to be read."""
    near = {length + more for length in lengths for more in DIFFERING}
    places: list[tuple[type[Model], str, list[str]]] = [
        (Actor, "pk", name_columns()),
        (Alias, "actor_id", ["text"]),
        (FormerName, "actor_id", columns("name")),
    ]
    found: dict[str, int] = {}
    for model, owner, texts in places:
        for text in texts:
            rows = model._default_manager.exclude(**{owner: actor.pk})
            rows = rows.annotate(length=Length(text)).filter(length__in=near)
            for key, name in rows.values_list(owner, text):
                for form in spellings(name):
                    found.setdefault(form, key)
    return found
