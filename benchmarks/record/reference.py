"""Reference data: 60 countries with other names and who represents them, 200 topics, sources."""

from itertools import accumulate
from random import Random
from typing import Any, Generic, TypeVar

from babel import Locale

from benchmarks.record import pictures
from benchmarks.record.vocabulary import Vocabulary
from events.documents.rendering.onfile import with_facts
from events.models import (
    Actor,
    Alias,
    Domain,
    Identifier,
    Measure,
    MeetingFormat,
    Membership,
    Process,
    Source,
    Topic,
    Unit,
)
from events.vocabulary import ActorKind, IdentifierScheme, MemberRole, SourceState

# Those named most often come first.
COUNTRIES = """
UA RU US FR DE GB PL TR IT CN NL FI SE NO DK EE LV LT CZ RO ES CA JP BE HU SK IN BR SA AE QA CH AT
IE PT GR BG HR SI LU IS AU NZ KR ZA KZ BY MD GE AM AZ RS EG IL NG KE MX ID VN KP
""".split()  # noqa: SIM905
TOPICS = 200
ORGANISATIONS = 12
COALITIONS = 3
PERSONS_OF_A_COUNTRY = 3

Item = TypeVar("Item")


class Skewed(Generic[Item]):
    """Things of which the n-th is chosen about 1/n as often as the first."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self._weights = list(accumulate(1 / rank for rank in range(2, len(items) + 2)))

    def some(self, random: Random, count: int) -> list[Item]:
        """Up to `count` different things."""
        chosen = random.choices(self.items, cum_weights=self._weights, k=count)
        return list(dict.fromkeys(chosen))


class Reference:
    """All reference data as it is in the database."""

    def __init__(self) -> None:
        actors = sorted(with_facts(), key=lambda actor: actor.pk)
        of_kind = {kind: [a for a in actors if a.kind == kind] for kind in ActorKind}
        self.processes = Skewed(list(Process.objects.order_by("pk")))
        self.domains, self.formats = list(Domain.objects.all()), list(MeetingFormat.objects.all())
        self.topics = Skewed(list(Topic.objects.order_by("pk")))
        self.euros = Unit.objects.select_related("base").get(slug="million-EUR")
        self.measures = Skewed(list(Measure.objects.order_by("pk")))
        self.sources = Skewed(list(Source.objects.order_by("pk")))
        self.countries = Skewed(of_kind[ActorKind.COUNTRY])
        self.persons = Skewed(of_kind[ActorKind.PERSON])
        self.pictures = pictures.sizes()
        self.groups = Skewed(of_kind[ActorKind.ORGANISATION] + of_kind[ActorKind.COALITION])


def write(entries: int, words: dict[str, Vocabulary]) -> None:
    """Write the reference data for this many entries."""
    random = Random("reference")
    pictures.write()
    Process.objects.bulk_create(
        Process(slug=f"process-{n}", **_texts("name", f"Process {n}", f"Prozess {n}"))
        for n in range(1, 4)
    )
    Topic.objects.bulk_create(
        Topic(slug=f"topic-{n}", **_named(random, words)) for n in range(1, TOPICS + 1)
    )
    Measure.objects.bulk_create(
        Measure(slug=slug, counts_actors=slug == "countries", **_texts("name", slug, german))
        for slug, german in (("countries", "Länder"), ("soldiers", "Soldaten"), ("euros", "Euro"))
    )
    Source.objects.bulk_create(
        (_source(n, random, words) for n in range(min(max(20, entries // 20), 2000))),
        batch_size=1000,
    )
    _write_actors(random, words)


def _write_actors(random: Random, words: dict[str, Vocabulary]) -> None:
    english, german = Locale("en").territories, Locale("de").territories
    countries = Actor.objects.bulk_create(
        Actor(
            slug=english[code].lower().replace(" ", "-").replace("ü", "u"),
            kind=ActorKind.COUNTRY,
            country=code,
            **_texts("name", english[code], german[code]),
        )
        for code in COUNTRIES
    )
    organisations = Actor.objects.bulk_create(
        Actor(slug=f"organisation-{n}", kind=ActorKind.ORGANISATION, **_named(random, words))
        for n in range(1, ORGANISATIONS + 1)
    )
    coalitions = Actor.objects.bulk_create(
        Actor(slug=f"coalition-{n}", kind=ActorKind.COALITION, **_named(random, words))
        for n in range(1, COALITIONS + 1)
    )
    Membership.objects.bulk_create(
        Membership(body=coalition, actor=country, role=MemberRole.MEMBER, since="2025-03")
        for coalition in [*coalitions, *organisations[:2]]
        for country in random.sample(countries[:30], 10)
    )
    Alias.objects.bulk_create(
        Alias(actor=country, text=Locale(language).territories[country.country], language=language)
        for country in countries
        for language in ("uk", "zh")
    )
    Identifier.objects.bulk_create(
        Identifier(actor=country, scheme=IdentifierScheme.WIKIDATA, value=f"Q{number}")
        for number, country in enumerate(countries, start=1)
    )
    Actor.objects.bulk_create(
        Actor(
            slug=f"person-{number}-of-{represented.slug}",
            kind=ActorKind.PERSON,
            represents=represented,
            **_named(random, words),
            **_texts("office", "Foreign minister", "Außenminister"),
        )
        for number in range(1, PERSONS_OF_A_COUNTRY + 1)
        for represented in [*countries, *organisations]
    )


def _source(number: int, random: Random, words: dict[str, Vocabulary]) -> Source:
    language = random.choice(("en", "en", "de"))
    return Source(
        slug=f"source-{number}",
        title=random.choice(words[language].titles).text,
        authors=[f"Author {number % 40}"],
        publisher=f"Publisher {random.randrange(40)}",
        doi=f"10.1000/{number}",
        # Few are retracted.
        state=SourceState.RETRACTED if number % 50 == 49 else SourceState.PUBLISHED,
        url=f"https://example.org/{number}",
        language=language,
        published_on=f"{random.randint(2010, 2025)}-{random.randint(1, 12):02}",
    )


def _named(random: Random, words: dict[str, Vocabulary]) -> dict[str, Any]:
    return _texts("name", *(random.choice(words[tag].titles).text for tag in ("en", "de")))


def _texts(field: str, english: str, german: str) -> dict[str, Any]:
    return {f"{field}_en": english, f"{field}_de": german}
