"""A reference is resolved where the paper that it names is held."""
from __future__ import annotations

from pathlib import Path

from minutebook import readings

JANUARY = """WENDLESHIRE POLICE AND CRIME PANEL

Minutes of the meeting held on 9 January 2024

41. APOLOGIES

There were none.

42. ESTATES STRATEGY

The Commissioner agreed to bring the list of sites to the next meeting.

43. FORWARD PLAN

It was noted.
"""
MARCH = """WENDLESHIRE POLICE AND CRIME PANEL

Minutes of the meeting held on 4 March 2024

44. MINUTES

The minutes of the meeting held on 9 January 2024 were agreed as a correct record.

45. MATTERS ARISING

With reference to minute 42, the list of sites had been circulated. Minute 12 was also discussed.

46. FORWARD PLAN

It was noted.
"""


def test_minutes_find_the_minutes_they_speak_of(tmp_path: Path) -> None:
    (tmp_path / "01.txt").write_text(JANUARY)
    (tmp_path / "02.txt").write_text(MARCH)
    reading = readings.read(tmp_path)
    targets = {ref.target for r in reading.records for ref in r.references if ref.target and ref.target.startswith("minutes/")}
    assert "minutes/wendleshire-police-and-crime-panel/2024-01-09#42" in targets
    assert not any(target.endswith("#12") for target in targets)


def test_alone_a_paper_points_at_nothing_it_does_not_hold(tmp_path: Path) -> None:
    (tmp_path / "02.txt").write_text(MARCH)
    reading = readings.read(tmp_path)
    assert not [ref for r in reading.records for ref in r.references if "2024-01-09#42" in (ref.target or "")]
