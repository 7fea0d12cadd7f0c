"""Documents as they were stored, of a shape that no type describes any more."""

from typing import Any

Stored = dict[str, Any]
