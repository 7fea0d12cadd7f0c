"""The public REST API, version 1: reading.

A request below `/api/` meets the gate first (`gate`), which finds its endpoint. An endpoint
declares its parameters and the shape of its answer, from which it is documented (`describing`), and
answers with bytes made from what `events.public` gives. Documents go out as the text that is
stored.

What needs a token is in `events.writing`, and has the same problems and the same description.
"""

from events.api.describing import OUTCOMES, Described
from events.api.endpoint import JSON
from events.api.problems import ProblemDetails, problem_of

__all__ = ["JSON", "OUTCOMES", "Described", "ProblemDetails", "problem_of"]
