"""Which steps read which kind of paper. Kinds that are not named here are read as minutes."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minutebook.reading.minutes import Minutes
from minutebook.reading.paper import Paper

READERS: dict[str, Callable[[Paper], tuple[Minutes, dict[str, Any]]]] = {}
