"""Which steps read which kind of paper. Kinds that are not named here are read as minutes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minutebook.reading.kinds.agenda import read_agenda
from minutebook.reading.kinds.decision import read_decision_page, read_decision_record
from minutebook.reading.kinds.letter import read_letter
from minutebook.reading.kinds.lists import read_list, read_meeting_page
from minutebook.reading.kinds.log import read_log, read_response
from minutebook.reading.kinds.notice import read_notice
from minutebook.reading.kinds.programme import read_programme
from minutebook.reading.kinds.questions import read_questions
from minutebook.reading.kinds.report import read_report
from minutebook.reading.minutes import Minutes
from minutebook.reading.paper import Paper

READERS: dict[str, Callable[[Paper], tuple[Minutes, dict[str, Any]]]] = {
    "agenda": read_agenda,
    "report": read_report,
    "notice": read_notice,
    "work-programme": read_programme,
    "action-log": read_log,
    "response-table": read_response,
    "questions": read_questions,
    "decision-record": read_decision_record,
    "decision-page": read_decision_page,
    "letter": read_letter,
    "meeting-list": read_list,
    "meeting-page": read_meeting_page,
}
