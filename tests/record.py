"""Makes small records for tests: reference data on demand, entries with a source, published or not.

Everything goes through the models and the door that the site itself uses.

    record = Record()
    record.position("france-on-force", holder="france", topic="force", stance="supports")
    record.summit("paris", date="2026-01-06", publish=False)
"""

import re
from collections.abc import Sequence
from typing import Any

from events import publishing
from events.models import (
    KINDS,
    Actor,
    Alias,
    Citation,
    Commitment,
    CommitmentPart,
    Contradiction,
    Development,
    Domain,
    EarlierDate,
    Entry,
    Figure,
    Measure,
    MeetingFormat,
    MeetingPlace,
    Membership,
    Overview,
    Participation,
    Position,
    Process,
    Question,
    Restated,
    RollCallStage,
    Source,
    StatusChange,
    Succession,
    Summit,
    Topic,
    Unit,
)
from events.vocabulary import TRAITS, Role
from tests.own_fields import own_fields, word_of
from tests.pictures import PictureRecords
from tests.walks import WalkRecords

COUNTRY_CODES = {"france": "FR", "germany": "DE", "ukraine": "UA", "russia": "RU", "poland": "PL"}
# Of fields that not just any word fits.
VALUES: dict[str, Any] = {"deadline": "2027"}


class Record(WalkRecords, PictureRecords):
    """Reference data by slug, made when first named, and one function for each kind of entry."""

    def process(self, slug: str = "peace") -> Process:
        names = {"name_en": f"Process {slug}", "name_de": f"Prozess {slug}"}
        return Process.objects.get_or_create(slug=slug, defaults=names)[0]

    def actor(self, slug: str, **fields: Any) -> Actor:
        """A country for the slugs with a code above, else an organisation, unless the fields say
        otherwise."""
        name = slug.replace("-", " ").title()
        defaults = {"name_en": name, "name_de": f"{name} (de)"}
        if slug in COUNTRY_CODES:
            defaults |= {"kind": "country", "country": COUNTRY_CODES[slug]}
        else:
            defaults |= {"kind": "organisation"}
        return Actor.objects.get_or_create(slug=slug, defaults=defaults | fields)[0]

    def person(self, slug: str, represents: str | None = None, **fields: Any) -> Actor:
        represented = self.actor(represents) if represents else None
        return self.actor(slug, kind="person", represents=represented, **fields)

    def coalition(self, slug: str, **members: str) -> Actor:
        """A coalition with members by slug and their role (underscores for hyphens)."""
        coalition = self.actor(slug, kind="coalition")
        for member, role in members.items():
            actor = self.actor(member.replace("_", "-"))
            Membership.objects.get_or_create(body=coalition, actor=actor, role=role)
        return coalition

    def alias(self, slug: str, text: str, language: str = "", kind: str = "spelling") -> Alias:
        """Another name of an actor."""
        return Alias.objects.create(actor=self.actor(slug), text=text, language=language, kind=kind)

    def succession(self, earlier: str, later: str, date: str = "", source: str = "") -> Succession:
        """One state or body comes after another."""
        return Succession.objects.create(
            predecessor=self.actor(earlier),
            actor=self.actor(later),
            date=date,
            source=self.source(source) if source else None,
        )

    def topic(self, slug: str, wider: str | None = None) -> Topic:
        """`wider`: the topic to which it belongs, if it is made."""
        names = {"name_en": f"Topic {slug}", "name_de": f"Thema {slug}"}
        within = {"wider": self.topic(wider) if wider else None}
        return Topic.objects.get_or_create(slug=slug, defaults=names | within)[0]

    def domain(self, slug: str) -> Domain:
        """One of those that every site begins with, or another."""
        return self._listed(Domain, slug)

    def format(self, slug: str = "summit") -> MeetingFormat:
        return self._listed(MeetingFormat, slug)

    def _listed(self, model: Any, slug: str) -> Any:
        names = {"name_en": slug.title(), "name_de": f"{slug.title()} (de)"}
        return model.objects.get_or_create(slug=slug, defaults=names)[0]

    def measure(self, slug: str, counts_actors: bool = False) -> Measure:
        fields = {"name_en": slug, "name_de": f"{slug} (de)", "counts_actors": counts_actors}
        return Measure.objects.get_or_create(slug=slug, defaults=fields)[0]

    def unit(self, name: str) -> Unit:
        """A unit by its short name or, if there is none yet, one that is called like this."""
        slug = "-".join(re.findall("[A-Za-z0-9]+", name))
        names = {"name_en": name, "name_de": name}
        return Unit.objects.get_or_create(slug=slug, defaults=names)[0]

    def source(self, slug: str = "report") -> Source:
        fields = {"title": f"Report {slug}", "language": "de", "published_on": "2026-01-06"}
        return Source.objects.get_or_create(slug=slug, defaults=fields)[0]

    def cite(self, entry: Entry, source: str = "report", **fields: Any) -> Citation:
        return Citation.objects.create(entry=entry, source=self.source(source), **fields)

    def part(self, entry: Entry, actor: str, role: str, **fields: Any) -> Participation:
        return Participation.objects.create(
            entry=entry, actor=self.actor(actor), role=role, **fields
        )

    def figure(self, entry: Entry, measure: str, value: Any, **fields: Any) -> Figure:
        if unit := fields.pop("unit", ""):
            fields["unit"] = self.unit(unit)
        return Figure.objects.create(
            entry=entry, measure=self.measure(measure), value=value, **fields
        )

    def called(self, entry: Commitment, actor: str, **fields: Any) -> RollCallStage:
        """A row of the roll call: an actor that a source names or, with `stage`, that has said or
        done something itself."""
        if unit := fields.pop("unit", ""):
            fields["unit"] = self.unit(unit)
        if "domain" in fields:
            fields["domain"] = self.domain(fields["domain"])
        fields.setdefault("source", self.source())
        return RollCallStage.objects.create(commitment=entry, actor=self.actor(actor), **fields)

    def status(self, entry: Commitment, status: str, date: str, **fields: Any) -> StatusChange:
        fields.setdefault("source", self.source())
        return StatusChange.objects.create(commitment=entry, status=status, date=date, **fields)

    def promised(self, entry: Commitment, key: str, **fields: Any) -> CommitmentPart:
        """A part of a commitment, with a text where none is given."""
        texts = {"text_en": f"Part {key}", "text_de": f"Teil {key}"}
        given = any(name.startswith("text_") for name in fields)
        return CommitmentPart.objects.create(
            commitment=entry, key=key, **({} if given else texts) | fields
        )

    def summit(self, slug: str = "meeting", **fields: Any) -> Summit:
        """Of one place, `place_en`, `place_de`, `place_country` and `zone`; of several, `places`,
        each with its English name, country and zone. `earlier`: dates for which it was planned."""
        publish = fields.pop("publish", True)
        fields["format"] = self.format(fields.get("format", "summit"))
        named = {"place_en": "name_en", "place_de": "name_de", "place_country": "country"}
        named |= {"zone": "zone"}
        one = {name: fields.pop(key) for key, name in named.items() if key in fields}
        places = [
            dict(zip(("name_en", "country", "zone"), place, strict=True))
            for place in fields.pop("places", [])
        ]
        earlier = fields.pop("earlier", ())
        entry: Summit = self._entry(Summit, slug, Role.PARTICIPANT, fields | {"publish": False})
        for order, place in enumerate([one, *places] if one else places):
            self.place(entry, order=order, **place)
        for order, date in enumerate(earlier):
            self.earlier_date(entry, date, order=order)
        if publish:
            publishing.publish(entry)
        return entry

    def place(self, entry: Summit, **fields: Any) -> MeetingPlace:
        return MeetingPlace.objects.create(summit=entry, **fields)

    def earlier_date(self, entry: Summit, date: str, **fields: Any) -> EarlierDate:
        return EarlierDate.objects.create(summit=entry, date=date, **fields)

    def commitment(self, slug: str = "promise", **fields: Any) -> Commitment:
        return self._entry(Commitment, slug, Role.PARTY, fields)

    def position(
        self,
        slug: str = "stand",
        holder: str = "france",
        topic: str = "force",
        stance: str = "supports",
        speaker: str | None = None,
        **fields: Any,
    ) -> Position:
        """A position of one holder on one topic, and a speaker where one is named."""
        publish = fields.pop("publish", True)
        fields |= {"stance": stance, "topics": [topic], "actors": [holder], "publish": False}
        entry = self._entry(Position, slug, Role.HOLDER, fields)
        if speaker:
            self.part(entry, speaker, Role.SPEAKER)
        if publish:
            publishing.publish(entry)
        return entry

    def development(self, slug: str = "event", **fields: Any) -> Development:
        return self._entry(Development, slug, Role.INVOLVED, fields)

    def question(self, slug: str = "unclear", **fields: Any) -> Question:
        return self._entry(Question, slug, Role.CONCERNED, fields)

    def overview(
        self, slug: str = "state", rests_on: Sequence[Entry] = (), **fields: Any
    ) -> Overview:
        """A state of play with a sentence for each of these entries, or for one of its own."""
        rests_on = rests_on or [self.development(f"{slug}-rests-on", topics=[], actors=[])]
        for language, words in (("en", "It rests on"), ("de", "Es beruht auf")):
            sentences = [f"{words} [{entry.slug}]({entry.slug})." for entry in rests_on]
            fields.setdefault(f"summary_{language}", "\n\n".join(sentences))
        return self._entry(Overview, slug, Role.CONCERNED, fields)

    def contradiction(self, entry: Entry, contradicted: Entry) -> Contradiction:
        """The first of the two contradicts the other."""
        return Contradiction.objects.create(
            entry=Entry.objects.get(pk=entry.pk),
            contradicted=Entry.objects.get(pk=contradicted.pk),
        )

    def entry(self, kind: str, slug: str = "entry", **fields: Any) -> Any:
        """An entry of any kind, also of one that has been added since, with a value in each field
        of its own: a word that no other field has, the first of a list, a public entry."""
        publish = fields.pop("publish", True)
        model = KINDS[kind]
        own = {field.name: self._value(field, slug) for field in own_fields(model)}
        if model is Commitment:
            own["domains"] = ["land"]
        if model is Overview:
            bearing = self.development(f"{slug}-rests-on")
            own["summary_en"] = f"It [rests on that]({bearing.slug})."
        defaults = {"topics": ["force"], "actors": ["france"], "publish": False}
        own["key_event"] = TRAITS[kind].drawn
        entry = self._entry(model, slug, TRAITS[kind].roles[0], defaults | own | fields)
        if isinstance(entry, Commitment):
            self.called(entry, "germany", domain="air", note_en="Wordofgift")
            self.status(entry, "delayed", "2026-02", note_en="Wordofchange")
            self.promised(entry, "part", text_en="Wordofpart")
            earlier = self.commitment(f"{slug}-restates")
            Restated.objects.create(later=entry, commitment=earlier, how="softens")
        self.lead(entry)
        if TRAITS[kind].drawn:
            self.contradiction(entry, self.development(f"{slug}-contradicts"))
        if isinstance(entry, Summit):
            self.place(entry, name_en="Wordofplace", country="FR", zone="Europe/Paris")
            self.earlier_date(entry, "2026-01-05", note_en="Wordofearlierdate")
        if publish:
            publishing.publish(entry)
        return entry

    def _value(self, field: Any, slug: str) -> Any:
        if field.name in VALUES:
            return VALUES[field.name]
        if field.choices:
            return next(value for value, _label in field.choices if value)
        if field.is_relation:
            if field.related_model is MeetingFormat:
                return self.format()
            name = f"{slug}-{field.name.replace('_', '-')}"
            named = Development if field.related_model is Entry else field.related_model
            return self._entry(named, name, Role.INVOLVED, {})
        return word_of(field)

    def _entry(self, model: type[Any], slug: str, role: Role, fields: dict[str, Any]) -> Any:
        """Keywords of our own: process (slug), processes, topics, actors, domains (slugs), source
        (None: none), publish; restates (an earlier commitment) and restatement.

        Every other keyword is a field of the model.
        """
        topics, actors = fields.pop("topics", []), fields.pop("actors", [])
        domains = fields.pop("domains", [])
        source, publish = fields.pop("source", "report"), fields.pop("publish", True)
        defaults = {
            "title_en": f"Title of {slug}",
            "title_de": f"Titel von {slug}",
            "date": "2026-01-06",
        }
        processes = fields.pop("processes", [fields.pop("process", "peace")])
        restates, how = fields.pop("restates", None), fields.pop("restatement", "restates")
        entry = model.objects.create(slug=slug, **defaults | fields)
        entry.processes.set([self.process(process) for process in processes])
        entry.topics.set([self.topic(topic) for topic in topics])
        if domains:
            entry.domains.set([self.domain(domain) for domain in domains])
        for order, actor in enumerate(actors):
            self.part(entry, actor, role, order=order)
        if restates:
            Restated.objects.create(later=entry, commitment=restates, how=how)
        if source:
            self.cite(entry, source)
        if publish:
            publishing.publish(entry)
        return entry
