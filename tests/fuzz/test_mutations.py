"""A thousand damaged sample papers: no crash, no hang, no lost character. Twenty thousand: benchmarks/fuzz.py."""
from __future__ import annotations

from collections import Counter

import pytest

from tests.fuzz.mutations import ORDER, corpus, make
from tests.fuzz.pool import run

pytestmark = pytest.mark.slow


def test_a_number_always_gives_the_same_file() -> None:
    papers = corpus()
    assert [make(n, papers).data for n in range(21)] == [make(n, papers).data for n in range(21)]


def test_a_thousand_damaged_papers_are_read_or_refused() -> None:
    results = list(run(range(1000), jobs=2, seconds=30.0))
    broken = [f"seed {r.number} ({r.name}; {', '.join(r.done)}): {r.failure}" for r in results if r.failure]
    assert not broken, "\n\n".join(broken[:10])
    assert len(results) == 1000
    kinds = Counter(r.kind for r in results if r.what == "read")
    assert set(kinds) == set(ORDER), "each way in must have read something, or nothing was tried"
