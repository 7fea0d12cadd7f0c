"""Records of every section, with every list inside a record, in which nothing is wrong."""

from typing import Any

import yaml

WHOLE = """\
processes:
  talks:
    name: {en: Talks, de: Gespräche}

measures:
  soldiers:
    name: {en: soldiers, de: Soldaten}

sources:
  gazette:
    title: The Gazette
    language: en
    published_on: 2025-12

topics:
  truce:
    name: {en: Truce, de: Waffenruhe}

actors:
  league:
    kind: coalition
    name: {en: The League, de: Die Liga}
    members:
      - {actor: norway, role: lead, since: 2024, source: gazette}
      - {actor: finland, source: gazette}
    since: 1920-01-10
    since_source: gazette
    until: 2046-04-18
    until_source: gazette
    successors:
      - {actor: norway, date: 2046-04-19, source: gazette}
    aliases:
      - LN
      - {text: Ліга, language: uk, kind: script}
    identifiers:
      - {scheme: wikidata, value: Q38130}
      - {scheme: other, value: L 1, url: "https://example.org/league"}
  norway:
    kind: country
    country: NO
    name: {en: Norway, de: Norwegen}
  finland:
    kind: country
    country: FI
    name: {en: Finland, de: Finnland}
    former_names:
      - {name: {en: Grand Duchy, de: Großfürstentum}, until: 1917-12-05, source: gazette}
  ola:
    kind: person
    name: {en: Ola, de: Ola}
    represents: norway
    offices:
      - title: {en: Envoy, de: Gesandte}
        represents: league
        since: 2020-02
        until: 2030
        source: gazette
      - title: {en: Speaker, de: Sprecherin}
        source: gazette

summits:
  oslo-2:
    process: talks
    title: {en: Oslo again, de: Wieder Oslo}
    date: 2025-04
    status: held
    places: [{name: {en: Oslo, de: Oslo}, country: NO, zone: Europe/Oslo}]
    media:
      - {kind: video, url: "https://example.org/film", title: {en: Film, de: Film}, publisher: TV}
    earlier_dates:
      - {date: 2025-03-20, moved_on: 2025-03-10, source: gazette, note: {en: Storm, de: Sturm}}
    level: ministers
    mode: hybrid
    follows: oslo-1
    topics: [truce]
    actors:
      - {actor: norway, role: host, status: attended}
      - {actor: ola, status: attended}
    sources: [gazette]
  oslo-1:
    process: talks
    title: {en: Oslo, de: Oslo}
    date: 2025-03-02
    sources: [gazette]

commitments:
  patrol:
    process: talks
    title: {en: Patrol, de: Patrouille}
    date: 2025-04
    domains: [land, sea]
    made_at: oslo-2
    actors: [league]
    figures:
      - measure: soldiers
        value: 500
        qualifier: about
        preferred: true
        reason: {en: Newer, de: Neuer}
      - {measure: soldiers, low: 300, high: 900.5}
    roll_call:
      - actor: norway
        stage: announced
        date: 2025-04
        source: gazette
        domain: sea
        value: 200
        unit: soldiers
      - {actor: finland, source: gazette, locator: p. 9}
    history:
      - {status: under-way, date: 2025-05, source: gazette, locator: p. 2}
    sources:
      - {source: gazette, locator: p. 1, note: {en: First page, de: Erste Seite}}

positions:
  finland-on-truce:
    process: talks
    title: {en: Finland is for it, de: Finnland ist dafür}
    date: "../2025-04-01"
    stance: supports
    topics: [truce]
    actors: [finland]
    sources: [gazette]

developments:
  rain:
    process: talks
    title: {en: It rained, de: Es regnete}
    date: 2025-04-01/2025-04-03
    sources: [gazette]

questions:
  when:
    process: talks
    title: {en: "When?", de: "Wann?"}
    date: 2025-03
    answered_by: oslo-2
    topics: [truce]
    actors: [league]
    sources: [gazette]
"""


def values() -> dict[str, Any]:
    """The same as plain values, each text as it is written."""
    plain: dict[str, Any] = yaml.load(WHOLE, Loader=yaml.BaseLoader)
    return plain
