from events.publishing import Need, Problem
from events.publishing.problems import path


def test_a_place_is_written_as_a_path() -> None:
    assert [
        path(where)
        for where in ((), ("title",), ("title", "de"), ("figures", 1), ("figures", 0, "source"))
    ] == ["", "title", "title.de", "figures[1]", "figures[0].source"]


def test_a_problem_reads_as_its_sentence() -> None:
    problem = Problem(Need.TOPIC, ("topics",), "A position needs a topic.")
    assert (str(problem), problem.path, problem.code) == (
        "A position needs a topic.",
        "topics",
        "topic-missing",
    )


def test_the_codes_of_the_door_do_not_change() -> None:
    """Programs tell problems apart by them."""
    assert [need.value for need in Need] == [
        "draft-deleted",
        "title-missing",
        "process-missing",
        "date-missing",
        "source-missing",
        "support-missing",
        "figure-source-missing",
        "figure-source-not-cited",
        "figure-not-preferred",
        "status-source-not-cited",
        "status-part-unknown",
        "part-text-missing",
        "part-twice",
        "earlier-date-source-missing",
        "earlier-date-source-not-cited",
        "stage-source-not-cited",
        "stage-twice",
        "stage-contradicts",
        "stage-before-its-beginning",
        "holder-missing",
        "stance-missing",
        "topic-missing",
        "answer-ahead",
        "sentences-missing",
        "sentence-without-link",
        "sentence-link-unknown",
        "steps-missing",
        "steps-too-many",
        "step-text-missing",
        "step-repeated",
        "address-taken",
        "link-not-public",
        "closed-to-readers",
    ]
