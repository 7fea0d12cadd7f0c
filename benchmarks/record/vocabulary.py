"""Sentences that nobody wrote: words in English and German, some frequent, most rare."""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, product
from random import Random
from typing import NamedTuple

from events.words import words

# Distinct words of each language; the frequency of the n-th follows the Zipf–Mandelbrot law.
SIZE = 30_000
# Distinct sentences and titles of each language, and distinct names at the end of titles.
SENTENCES = 20_000
TITLES = 5_000
NAMES = 500_000

ENGLISH = """
the of to and in a for on that with by is at from will not be as has it was are said after its
have security guarantees ceasefire troops leaders meeting Ukraine Russia Europe agreement support
talks ministers government President statement forces peace military sanctions training equipment
defence country allies deadline condition question negotiation envoy delegation summit territory
border airspace navy mission mandate parliament approval contribution billion assets frozen loan
membership energy infrastructure prisoners exchange children humanitarian corridor monitoring
verification drone missile strike proposal draft framework text paragraph signed rejected welcomed
announced confirmed denied postponed cancelled pledged delivered demanded offered warned agreed
refused hosted chaired
""".split()  # noqa: SIM905
GERMAN = """
der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden
Sicherheitsgarantien Waffenruhe Truppen Treffen Ukraine Russland Europa Abkommen Gespräche
Minister Regierung Präsident Erklärung Frieden Militär Sanktionen Ausbildung Ausrüstung
Verteidigung Bedingung Verbündete Frist Frage Verhandlung Gesandter Delegation Gipfel Gebiet
Grenze Luftraum Marine Mandat Bundestag Zustimmung Beitrag Milliarden Vermögen eingefroren Kredit
Mitgliedschaft Energie Gefangene Austausch Kinder humanitär Überwachung Prüfung Drohne Rakete
Angriff Vorschlag Entwurf Rahmen Absatz unterzeichnet abgelehnt begrüßt angekündigt bestätigt
bestritten verschoben abgesagt zugesagt Übung geliefert gefordert angeboten gewarnt vereinbart
verweigert Gastgeber Vorsitz geäußert möglich über
""".split()  # noqa: SIM905
# German writes these as one word: 35 by 35 compounds, some of which contain `einsatz` or `truppen`.
PARTS = """
Truppen Friedens Sicherheits Waffen Luft Grenz Hilfs Regierungs Verteidigungs Außen Energie Kriegs
Gefangenen Verhandlungs Vertrags Krisen Gipfel Bündnis Militär Sanktions Wirtschafts Europa Donau
Schwarzmeer Ostsee Raketen Drohnen Panzer Munitions Ausbildungs Küsten Hafen Kredit Rechts Übungs
""".split()  # noqa: SIM905
ENDINGS = """
einsatz verhandlung abkommen bericht konferenz minister lieferung paket plan zone mission
vertreter garantie beobachter kommission gespräche ausschuss vertrag rat truppe hilfe politik
schutz abwehr übung zusage streit lage frage bruch linie kosten stab sprecher überwachung
""".split()  # noqa: SIM905
SYLLABLES = """
ka lo mi ra te vo sen dor bel ti nar gu pe zan ko ri mu las der fi ton wa hel jo bra ste cli on
""".split()  # noqa: SIM905


class Phrase(NamedTuple):
    """A piece of text and its normalised words, once each and in their order."""

    text: str
    words: frozenset[str]
    running: str


class Vocabulary:
    """The words of one language, most frequent first, and phrases made of them."""

    def __init__(self, common: Sequence[str], compounds: Sequence[str] = ()) -> None:
        shuffled = list(compounds)
        Random("compounds").shuffle(shuffled)
        invented = ("".join(word) for word in product(SYLLABLES, repeat=4))
        words = list(dict.fromkeys([*common, *shuffled]))
        words += [next(invented) for _ in range(SIZE - len(words))]
        self._words = words
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
        random = Random(words[0])
        self.sentences = [self._phrase(random, 8, 16, ".") for _ in range(SENTENCES)]
        self.titles = [self._phrase(random, 3, 8, "") for _ in range(TITLES)]

    def _phrase(self, random: Random, least: int, most: int, end: str) -> Phrase:
        count = random.randint(least, most)
        text = " ".join(random.choices(self._words, cum_weights=self._weights, k=count))
        text = text[:1].upper() + text[1:] + end
        held = words(text)
        return Phrase(text, frozenset(held), " ".join(held))


def name(random: Random) -> str:
    """A name from the long tail: some are in every hundredth text, most in one in a million."""
    return name_at(int(NAMES ** random.random()))


def name_at(place: int) -> str:
    """The name at this place in the long tail, from 1 to `NAMES`; about one in `place * ln(NAMES)`
    texts has it."""
    letters = []
    for _ in range(4):
        place, syllable = divmod(place, len(SYLLABLES))
        letters.append(SYLLABLES[syllable])
    return "".join(letters).capitalize() + "ix"


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """The vocabulary of each language by its tag."""
    compounds = [first + ending for first, ending in product(PARTS, ENDINGS)]
    return {"en": Vocabulary(ENGLISH), "de": Vocabulary(GERMAN, compounds)}
