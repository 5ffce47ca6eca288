"""Where one sentence ends and the next begins, in the punctuation of minutes."""
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.reading.steps.sentences import clauses, sentences

TWO = [
    "The report was noted. Members thanked the team.",
    "Cllr. J. P. Marsh asked about Min. No. 25 of the last meeting. Mr. Dale replied.",
    "It had risen by 4.5% (see para. 3.2 of the report). The Chair was pleased.",
    "The meeting opened at 2.00 p.m. The Chair welcomed everyone.",
    "Costs (fuel, tyres, etc.) had risen. Nobody was surprised.",
    "She said “it will be done.” The Panel moved on.",
    "The matter was in Appendix B. The officers would return to it.",
    "Was it finished? The Chair thought not.",
    "St. Mark’s Road would close on 3 Oct. 2022 for a week. Buses would be diverted.",
    "The vote was taken under s. 26 of the Act. It was lost.",
    "The sum was £4.8m. This was noted.",
    "There were 12. Members asked why.",
]


@pytest.mark.parametrize("text", TWO)
def test_two_sentences(text: str) -> None:
    assert len(list(sentences(text))) == 2, [text[a:b] for a, b in sentences(text)]


ONE = [
    "1. The Chair opened the meeting",
    "Councillors A. B. Crane, Mrs. C. D. Wren and E. Finch sent apologies",
    "(Min. No. 26 refers)",
    "i. That the report be noted",
    "The Rt. Hon. J. Hale, M.P. had written",
    "The contractor, Bright Roads Ltd. of Leeds, had begun",
    "no stop at all",
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    assert [text[a:b] for a, b in sentences(text)] == [text]


@given(st.text(alphabet="aB.?! ;,1()’\n", max_size=80))
def test_every_solid_character_lies_in_one_sentence(text: str) -> None:
    spans = list(sentences(text))
    assert all(a < b for a, b in spans) and all(x[1] <= y[0] for x, y in pairwise(spans))
    inside = {i for a, b in spans for i in range(a, b)}
    assert all(i in inside for i, c in enumerate(text) if not c.isspace())


def test_clauses_lie_within_their_sentence() -> None:
    text = "The Chair asked for figures, and the officer said that he would send them; nobody objected."
    parts = [text[a:b] for a, b in clauses(text, 0, len(text))]
    assert parts == ["The Chair asked for figures", "the officer said that he would send them", "nobody objected."]
