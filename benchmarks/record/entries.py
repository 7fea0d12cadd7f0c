"""Invented entries: facts and links as in a real record. Casting adds texts and dates.

An entry is an instance that looks as if it had been fetched with everything that `documents.render`
reads, so that one invention fills the desk and, rendered, the log. The same number always gives the
same entry.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random
from typing import Any

from benchmarks.record.kinds import RARE, kind_of, slug_of, uid_of
from benchmarks.record.reference import Reference
from benchmarks.record.vocabulary import Vocabulary
from events.models import (
    KINDS,
    Actor,
    Citation,
    Commitment,
    CommitmentPart,
    Contradiction,
    EarlierDate,
    Entry,
    EntryPicture,
    Figure,
    Medium,
    MeetingPlace,
    Participation,
    Restated,
    RestsOn,
    RollCallStage,
    Source,
    StatusChange,
    WalkStep,
)
from events.vocabulary import (
    Attendance,
    Basis,
    CommitmentStatus,
    Firmness,
    Kind,
    MeetingLevel,
    Restatement,
    Role,
    Stage,
    Stance,
    SummitStatus,
)

# Of so many entries, one has a picture, links to a video, contradicts another or is a key event.
SHARES = {"pictures": 50, "media": 20, "contradicts": 100, "key_event": 200}
Rows = dict[str, list[Any]]


def rows_of(entry: Entry) -> Iterator[Any]:
    """The rows of other tables that belong to an invented entry."""
    for name, rows in _fetched(entry).items():
        if name == "processes":
            yield from (Entry.processes.through(entry=entry, process=process) for process in rows)
        elif name == "topics":
            yield from (Entry.topics.through(entry=entry, topic=topic) for topic in rows)
        elif name == "domains":
            tie = Commitment.domains.through
            yield from (tie(commitment_id=entry.pk, domain=domain) for domain in rows)
        else:
            yield from rows


def _fetched(entry: Entry) -> Rows:
    return entry._prefetched_objects_cache  # type: ignore[attr-defined]


class Inventor:
    """Invents the entries of a record from its reference data."""

    def __init__(self, reference: Reference, words: dict[str, Vocabulary]) -> None:
        self.reference = reference
        self.words = words
        self._of_kind: dict[Kind, Callable[[Random, Entry, Rows], None]] = {
            Kind.SUMMIT: self._summit,
            Kind.COMMITMENT: self._commitment,
            Kind.POSITION: self._position,
            Kind.DEVELOPMENT: self._development,
            Kind.QUESTION: self._question,
            Kind.OVERVIEW: self._overview,
            Kind.WALK: self._walk,
        }

    def entry(self, number: int) -> Entry:
        random = Random(number)
        kind = kind_of(number)
        model: type[Any] = KINDS[kind]
        entry: Entry = model(
            id=number,
            entry_ptr_id=number,
            kind=kind,
            slug=slug_of(number),
            date="2026",
        )
        several = ("processes", "topics", "participations", "figures", "citations")
        rows: Rows = {name: [] for name in (*several, "contradicts", "media", "pictures")}
        rows["processes"] = [random.choice(self.reference.processes.items)]
        entry._prefetched_objects_cache = rows  # type: ignore[attr-defined]
        if kind in RARE.values():
            # It rests on entries, which have the sources.
            self._of_kind[kind](random, entry, rows)
            return entry
        for source in self.reference.sources.some(random, random.choice((1, 1, 1, 2, 3))):
            quote = random.choice(self.words[source.language].sentences).text
            quote = quote if random.random() < 0.3 else ""
            rows["citations"].append(Citation(entry=entry, source=source, quote=quote))
        rows["topics"] = self.reference.topics.some(random, random.choice((0, 1, 1, 2)))
        self._of_kind[kind](random, entry, rows)
        if random.random() < 0.15 or kind == Kind.COMMITMENT:
            measure = random.choice(self.reference.measures.items)
            source = rows["citations"][0].source
            rows["figures"].append(
                Figure(
                    entry=entry,
                    measure=measure,
                    value=Decimal(random.randint(1, 40)),
                    source=source,
                )
            )
        entry.basis = random.choice(("", *Basis))
        self._add_rare(Random(-number), entry, rows)
        return entry

    def _add_rare(self, random: Random, entry: Entry, rows: Rows) -> None:
        """What few entries have; by chances of its own, so that the others stay as they are."""
        chosen = {name for name, share in SHARES.items() if random.randrange(share) == 0}
        entry.key_event = "key_event" in chosen
        if "pictures" in chosen:
            sizes = random.choice(self.reference.pictures)
            texts = {"description_en": "A room", "description_de": "Ein Saal"}
            rows["pictures"] = [
                EntryPicture(entry=entry, sizes=sizes, credit="Nobody", licence="cc0", **texts)
            ]
        if "media" in chosen:
            names = {"title": "A film", "title_en": "A film", "title_de": "Ein Film"}
            url = f"https://media.example/{entry.pk}"
            rows["media"] = [Medium(entry=entry, url=url, publisher="TV", **names)]
        if "contradicts" in chosen and (other := self._earlier(random, entry, Kind.DEVELOPMENT)):
            rows["contradicts"] = [Contradiction(entry=entry, contradicted=other)]

    def _actors(self, random: Random, most: int) -> list[Actor]:
        """Some actors: mostly countries, or persons who represent them; rarely a group."""
        actors: list[Actor] = []
        for country in self.reference.countries.some(random, random.randint(1, most)):
            chance = random.random()
            if chance < 0.65:
                actors.append(country)
            elif chance < 0.95:
                actors += self.reference.persons.some(random, 1)
            else:
                actors += self.reference.groups.some(random, 1)
        return list(dict.fromkeys(actors))

    def _parts(
        self, entry: Entry, rows: Rows, role: Role, actors: list[Actor], **fields: Any
    ) -> None:
        rows["participations"] += [
            Participation(entry=entry, actor=actor, role=role, order=order, **fields)
            for order, actor in enumerate(actors)
        ]

    def _earlier(self, random: Random, entry: Entry, kind: Kind) -> Any:
        """An entry of the kind with a smaller number; in half of the cases, none."""
        back = entry.pk - random.randint(1, 2000)
        while back > 0 and kind_of(back) != kind:
            back -= 1
        if back <= 0 or random.random() < 0.5:
            return None
        model: type[Any] = KINDS[kind]
        uid = uid_of(back)
        return model(id=back, entry_ptr_id=back, uid=uid, kind=kind, slug=slug_of(back))

    def _summit(self, random: Random, entry: Any, rows: Rows) -> None:
        held = random.choice((SummitStatus.HELD, SummitStatus.HELD, *SummitStatus))
        entry.status, entry.format = held, random.choice(self.reference.formats)
        host = self.reference.countries.some(random, 1)[0]
        entry.level = random.choice(("", *MeetingLevel))
        names = {"name_en": host.name_en, "name_de": host.name_de}
        rows["places"] = [
            MeetingPlace(summit=entry, country=host.country, zone="Europe/Paris", **names)
        ]
        cited: Source = rows["citations"][0].source
        rows["earlier_dates"] = [
            EarlierDate(summit=entry, date="2026-01", moved_on="2025-12", source=cited)
            for _ in range(random.choice((0, 0, 0, 1)))
        ]
        entry.follows = self._earlier(random, entry, Kind.SUMMIT)
        self._parts(entry, rows, Role.HOST, [host], status=Attendance.ATTENDED)
        guests = self._actors(random, 10)
        self._parts(entry, rows, Role.PARTICIPANT, guests, status=Attendance.ATTENDED)

    def _commitment(self, random: Random, entry: Any, rows: Rows) -> None:
        domains = random.sample(self.reference.domains, random.randint(1, 3))
        rows["domains"] = sorted(domains, key=lambda domain: domain.order)
        entry.firmness = random.choice(list(Firmness))
        entry.made_at = self._earlier(random, entry, Kind.SUMMIT)
        earlier = [self._earlier(random, entry, Kind.COMMITMENT) for _turn in range(2)]
        rows["restates"] = [
            Restated(later=entry, commitment=one, how=random.choice(list(Restatement)))
            for one in {one.pk: one for one in earlier if one}.values()
        ]
        self._parts(entry, rows, Role.PARTY, self._actors(random, 4))
        rows["roll_call"] = [
            RollCallStage(
                commitment=entry,
                actor=country,
                stage=random.choice(("", "", *Stage)),
                # Before any source, so that who takes part does not depend on the day of a cast.
                date=f"2009-0{random.randint(1, 9)}",
                source=rows["citations"][0].source,
                value=Decimal(random.randint(1, 900)),
                unit=self.reference.euros,
            )
            for country in self.reference.countries.some(random, random.randint(0, 5))
        ]
        cited: Source = rows["citations"][0].source
        rows["status_changes"] = [
            StatusChange(
                commitment=entry,
                status=random.choice(list(CommitmentStatus)),
                date=f"2026-0{place + 1}",
                source=cited,
                by=random.choice((*self.reference.countries.some(random, 1), None, None)),
            )
            for place in range(random.randint(0, 3))
        ]
        rows["parts"] = [
            CommitmentPart(
                commitment=entry,
                key=f"part-{place}",
                text_en=f"Part {place}",
                text_de=f"Teil {place}",
                deadline="2027",
                order=place,
            )
            for place in range(1, random.choice((1, 1, 3, 4)))
        ]

    def _position(self, random: Random, entry: Any, rows: Rows) -> None:
        entry.stance = random.choice((Stance.SUPPORTS, *Stance))
        holder = self.reference.countries.some(random, 1)
        self._parts(entry, rows, Role.HOLDER, holder)
        if random.random() < 0.5:
            speakers = self.reference.persons.some(random, random.choice((1, 1, 1, 2)))
            self._parts(entry, rows, Role.SPEAKER, speakers)
        rows["topics"] = self.reference.topics.some(random, 1)

    def _development(self, random: Random, entry: Any, rows: Rows) -> None:
        self._parts(entry, rows, Role.INVOLVED, self._actors(random, 3))

    def _question(self, random: Random, entry: Any, rows: Rows) -> None:
        entry.answered_by = self._earlier(random, entry, Kind.DEVELOPMENT)
        self._parts(entry, rows, Role.CONCERNED, self._actors(random, 3))

    def _overview(self, random: Random, entry: Any, rows: Rows) -> None:
        rows["rests_on"] = [
            RestsOn(overview=entry, entry=other) for other in self._several(random, entry, 6)
        ]
        self._parts(entry, rows, Role.CONCERNED, self._actors(random, 3))

    def _walk(self, random: Random, entry: Any, rows: Rows) -> None:
        texts = {"text": "Look here.", "text_en": "Look here.", "text_de": "Sehen Sie hier."}
        rows["steps"] = [
            WalkStep(walk=entry, entry=other, order=order, **texts)
            for order, other in enumerate(self._several(random, entry, 5))
        ]

    def _several(self, random: Random, entry: Entry, most: int) -> list[Any]:
        """Some entries before it, each once."""
        kinds = (Kind.SUMMIT, Kind.COMMITMENT, Kind.POSITION)
        found = [self._earlier(random, entry, random.choice(kinds)) for _turn in range(4 * most)]
        return list({one.pk: one for one in found if one}.values())[:most]
