"""What the tags of an entry say about it. Entries are found by their tags."""

# Stands for any slug, as which it could not be written.
ANY = "*"


class Facet:
    """What a tag says about an entry. The values are stored in the database."""

    PICTURE = "picture"  # a made size that the document shows; its slug: the digest
    PROCESS = "process"
    ACTOR = "actor"  # named in a role, represented by somebody who is, or changed a status
    ROLE = "role"
    ACTOR_IN_ROLE = "actor-role"  # its slug: france/host
    ATTENDANCE = "attendance"
    ATTENDANCE_OF = "actor-there"  # its slug: france/attended
    TOPIC = "topic"  # also a wider one, to which its topics belong
    TOPIC_ALIAS = "topic-alias"  # a topic with other names, which are the label
    NARROWER = "narrower"  # a topic and one to which it belongs; its slug: wider/narrower
    STANCE = "stance"
    STATUS = "status"
    # Another status than that published, which comes by itself; its slug: from which day, until
    # before which day, what was published, and the status then: 2026-03-31/9999-12-31/open/broken.
    TURNS = "turns"
    # A deadline of a commitment or one of its parts; its slug: the last day that it can mean.
    DUE = "due"
    SOURCE = "source"
    PUBLICATION = "publication"  # a cited source, of which the label says what lists show of it
    CONTRADICTED = "contradicted"  # by this source; and, with `ANY`, by some source
    MEASURE = "measure"
    UNIT = "unit"
    RECORD = "record"  # an actor whose record the document carries, named or not
    # An actor that such a record names although the document does not carry its own.
    REFERRED = "referred"
    ALIAS = "alias"  # an actor with other names, which are the label
    SOURCE_ON_FILE = "file-source"  # of something that such a record says, cited or not
    DOMAIN = "domain"
    FORMAT = "format"
    FIRMNESS = "firmness"
    BASIS = "basis"
    MODE = "mode"
    LEVEL = "level"
    # Who takes part in a commitment, and how; its slug: FR/party/france, FR/in:land/france.
    TAKES_PART = "takes-part"
    # Another entry, with what it is to this one; its slug: made-at/<id>. With `ANY`, that it names
    # one that it contradicts: contradicts/*.
    NAMES = "names"
    KEY_EVENT = "key-event"  # marked by the editors; its slug: `ANY`


class Involvement:
    """How somebody takes part in a commitment, other than in a `Role`."""

    MEMBER = "member"  # of a coalition that is bound by it
    CONFIRMED = "confirmed"  # has confirmed itself that it takes part
    # Takes part in a domain, whose short name follows: no short name has a colon.
    IN_DOMAIN = "in:"
