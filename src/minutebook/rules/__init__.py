"""The law of scrutiny as pure functions of dates, counts and nations.

A rule answers with a `Verdict`: whether it holds, because of which `Provision`, and the working in words. Nothing here
reads a clock, a setting of the site or a file of the body; the day, the nation, the body's own rules and its calendar
come in as arguments. The rulebook (`BOOK`) is dated configuration that an officer may lay changes over.

    from datetime import date
    from minutebook.rules import Nation, notice

    notice.agenda_in_time(date(2023, 10, 10), date(2023, 10, 17), Nation.ENGLAND).working
    # 'Public from Tuesday 10 October 2023 for Tuesday 17 October 2023: 4 clear days, counted as working days; 5 needed.'
"""

from minutebook.rules import (
    accessibility,
    appointments,
    complaints,
    crime_disorder,
    days,
    executive,
    exempt,
    interests,
    meetings,
    members,
    notice,
    office,
    powers,
    precept,
    quorum,
    records,
    replies,
    voting,
)
from minutebook.rules.days import HOLIDAYS, Calendar, Closure, Counting, Holiday
from minutebook.rules.provisions import RULES, Fault, Mark, Nation, Provision, Rule, Setting, Verdict
from minutebook.rules.rulebook import BOOK, Rulebook, changes

__all__ = [
    "BOOK",
    "HOLIDAYS",
    "RULES",
    "Calendar",
    "Closure",
    "Counting",
    "Fault",
    "Holiday",
    "Mark",
    "Nation",
    "Provision",
    "Rule",
    "Rulebook",
    "Setting",
    "Verdict",
    "accessibility",
    "appointments",
    "changes",
    "complaints",
    "crime_disorder",
    "days",
    "executive",
    "exempt",
    "interests",
    "meetings",
    "members",
    "notice",
    "office",
    "powers",
    "precept",
    "quorum",
    "records",
    "replies",
    "voting",
]  # fmt: skip
