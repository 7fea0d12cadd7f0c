"""What readers call the parameters of an address, and the values of those that take one from a
closed list: in chips, tabs and messages alike. The words of filters are in their table."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy

from events.filters import TABLE, Choice, Lazy, When
from events.presenting.sources import MISSING
from events.vocabulary import Fate

NAMES: Mapping[str, Lazy] = {one.name: one.label for one in TABLE} | {
    "on": gettext_lazy("Day"),
    "by": gettext_lazy("View"),
    "lanes": gettext_lazy("Lanes"),
    "span": gettext_lazy("Time shown"),
    "order": gettext_lazy("Order"),
    "limit": gettext_lazy("Entries per page"),
    "page": gettext_lazy("Page"),
    "actors": gettext_lazy("Page of actors"),
    "outlet": gettext_lazy("Publisher"),
    "missing": gettext_lazy("What is missing"),
    "fate": gettext_lazy("What became of it"),
    "cursor": gettext_lazy("Place in the list"),
    "before": gettext_lazy("Place in the list"),
}
WORDS: Mapping[str, Mapping[str, Lazy]] = {
    one.name: one.labels for one in TABLE if isinstance(one, Choice | When)
} | {
    "order": {"newest": gettext_lazy("newest first"), "oldest": gettext_lazy("oldest first")},
    "lanes": {
        "kind": gettext_lazy("By kind"),
        "actor": gettext_lazy("By actor"),
        "topic": gettext_lazy("By topic"),
    },
    "missing": MISSING,
    "fate": dict(Fate.choices),
    "span": {"all": gettext_lazy("Everything")},
    "by": {
        "status": gettext_lazy("By status"),
        "actor": gettext_lazy("By actor"),
        "map": gettext_lazy("Who contributes what"),
        "age": gettext_lazy("By age"),
        "topic": gettext_lazy("By topic"),
    },
}
