"""Questions in minutes, in the forms in which committees print them."""

from __future__ import annotations

from tests.kinds.reading import read, words_unread

from minutebook.record import Record

HEAD = """
ARDENSHIRE POLICE AND CRIME PANEL

Minutes of the meeting held on 6 June 2024 at Shire Hall

Present: Councillor A Peck (Chair), Councillor J Lyle, Mr B Orme

1. APOLOGIES

There were none.

2. {title}

{words}

3. WORK PROGRAMME

RESOLVED: That the programme be agreed.
"""


def of(title: str, words: str) -> Record:
    paper = HEAD.format(title=title, words=words.strip("\n"))
    record = read(paper)
    assert words_unread(record, paper) == ""
    return record


def labels(record: Record, number: str = "2") -> list[str]:
    return [p.label for i in record.items if i.number == number for p in i.paragraphs]


def test_letters_for_question_and_answer() -> None:
    record = of(
        "QUESTIONS ON THE ANNUAL REPORT",
        """
Q. (Councillor Lyle) How is visibility measured by the office?

A. By a survey of four hundred households each quarter.

Q. (Councillor Lyle, supplementary) Could the survey be published?

A. Yes, in the autumn.

Q. (Mr Orme) Are special constables counted on page 11?

A. No. There is a line for them at the foot of the table.
""",
    )
    first, second = record.questions
    assert (first.item, first.number, first.asker) == ("2", None, "Lyle")
    assert first.text == "How is visibility measured by the office?"
    assert (first.answered_by, first.supplementary) == (("p1",), ("p2",))
    assert (second.asker, second.answered_by) == ("Orme", ("p3",))
    assert labels(record) == ["p1", "p2", "p3"]


def test_a_number_with_the_asker_in_brackets() -> None:
    record = of(
        "REPORT OF THE COMMISSIONER",
        """
The Commissioner took questions on her report.

Question 1 (Mr Orme): How often had the mobile station been to Lowford?

Answer: Twice in May.

Question 2 (Councillor Lyle): Were drones used at the fair?

Answer: No.
""",
    )
    assert [(q.number, q.asker, q.answered_by) for q in record.questions] == [
        (1, "Orme", ("p2",)),
        (2, "Lyle", ("p3",)),
    ]


def test_a_number_is_not_made_up() -> None:
    record = of(
        "PUBLIC QUESTIONS",
        """
Question from Mrs Joan Sykes: When will the front desk reopen?

Response: It will reopen on 1 September.
""",
    )
    (question,) = record.questions
    assert (question.number, question.asker, question.honorific) == (None, "Joan Sykes", "Mrs")
    assert question.answer == "It will reopen on 1 September."


def test_who_replies_may_stand_beside_the_label() -> None:
    record = of(
        "PUBLIC QUESTIONS",
        """
Question: Mrs Joan Sykes, Lowford

"When will the front desk reopen?"

Response: PCC

It will reopen on 1 September, and a letter will go to every house.
""",
    )
    (question,) = record.questions
    assert question.asker == "Joan Sykes"
    assert labels(record) == ["p1"]
    assert question.answer == "It will reopen on 1 September, and a letter will go to every house."


def test_question_and_reply_in_one_paragraph_stay_a_paragraph() -> None:
    record = of(
        "PUBLIC QUESTIONS",
        "Mrs Joan Sykes of Lowford asked why the van had stopped calling. Mr Dale said that it was off the road.",
    )
    (question,) = record.questions
    assert (question.asker, question.answered_by) == ("Joan Sykes", ("p1",))
    assert question.text == "Mrs Joan Sykes of Lowford asked why the van had stopped calling."
    assert labels(record) == ["p1"]


def test_an_appendix_of_questions_after_the_close() -> None:
    paper = HEAD.format(title="PUBLIC QUESTIONS", words="One question is set out at Appendix A.") + """
The meeting closed at 3.52 pm

Appendix A

Question 1 from Mr Alan Frith

Will the police house at Lowford stay open to the public?

Reply

It closed in 2021. I have no plans to open it again.

Supplementary: Will there be a surgery?

Reply: Yes, my office will see to that.
"""
    record = read(paper)
    assert words_unread(record, paper) == ""
    assert record.items[-1].title == "Appendix A"
    assert record.items[-1].number is None and record.items[-1].number_inferred is None
    (question,) = record.questions
    assert (question.item, question.number, question.asker) == (None, 1, "Alan Frith")
    assert (question.answered_by, question.supplementary) == (("p1",), ("p2",))


def test_an_asker_who_is_not_named() -> None:
    record = of(
        "QUESTIONS FROM THE PUBLIC",
        """
Q1. Mrs P Hale - When would the enquiry office reopen on Saturdays?
A. Not this year.
Q2. Name withheld - What was being done about dealing at the bus station?
A. A plan was in hand.
""",
    )
    assert [(q.number, q.asker) for q in record.questions] == [(1, "P Hale"), (2, None)]
    assert record.questions[1].answered_by == ("p2",)
