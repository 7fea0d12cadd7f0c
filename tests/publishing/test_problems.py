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
