"""Promises in many voices: vows, courtesies, notes, clefts, plans without a verb; and sentences that promise nothing."""
from __future__ import annotations

import time

import pytest

from minutebook.reading.passages import Passage, Setting
from minutebook.reading.steps.commitments import commitments
from minutebook.reading.steps.follow_ups import follow_ups

SETTING = Setting("minutes", "Ardenshire Police and Crime Panel", "2024-03-01", (("Ann Brook", "Police and Crime Commissioner"), ("Mr Tom Field", "Chief Constable")))
U, T, Q, P, I, R = "undertaking", "third-party", "request", "plan", "intention", "resolution"  # noqa: E741

VOICES = [
    ("The Harbour Master gave her word that the lights would be on again by Michaelmas.",U),
    ("Mr Penrose said she could depend on a copy reaching her before the weekend.",U),
    ("Leave it with me, said the Town Clerk.",U),
    ("The Director had taken that away and would come back on it.",U),
    ("Asked for an assurance that the count would continue, the Superintendent gave one.",U),
    ("The Head of Parking pledged to write off the notices issued in error.",U),
    ("An apology would go to each of the residents by Friday.",U),
    ("The Portfolio Holder saw no difficulty in supplying the list and would do so.",U),
    ("The Treasurer would have the table re-run and sent round.",U),
    ("A note on this would follow.",U),
    ("The Chief Officer will see to it that the gate is mended.",U),
    ("We shall of course let your clerk have sight of the draft.",U),
    ("I am content to attend in the autumn.",U),
    ("Mrs Lisle would drop the Member a line.",U),
    ("Members would have the answer in writing within the week.",U),
    ("The Leader was ready to meet the petitioners.",U),
    ("The Secretary was to chase the outstanding returns.",U),
    ("Scrutiny Officer to obtain the tender documents.",U),
    ("Action: ring the landlord about the bins.",U),
    ("Action: J. Farrow to book the hall.",U),
    ("It was agreed to invite the coroner to a later meeting.",U),
    ("It was left to the Vice-Chairman to draft the letter.",U),
    ("It fell to the Clerk to find another date.",U),
    ("The Commander promised the Panel a full account of the night.",U),
    ("Having undertaken to publish the logs, the Force would do so monthly.",U),
    ("He assured Councillor Veale that the sergeant would ring her.",U),
    ("Mr Sorley answered that he would certainly look at the junction again.",U),
    ("The Assistant Director would be pleased to show Members round the depot.",U),
    ("There would be no closures without a further report to this Committee, the Leader insisted.",U),
    ("It had been agreed with the Parish Council that it would cut the verges.",T),
    ("The bus company had promised to restore the evening service.",T),
    ("Councillor Nairn sought an update on the tannery fire.",None),
    ("Members pressed for the figures to be broken down by parish.",Q),
    ("Could the breakdown be sent round beforehand?",Q),
    ("The Chair would welcome a paper on this.",Q),
    ("Members would be grateful for a plan of the site.",Q),
    ("Councillor Ross urged that the hostel be inspected.",Q),
    ("It was suggested that the farmers be invited.",Q),
    ("The Committee wished to have the results when they were known.",Q),
    ("An early sight of the bid was requested.",Q),
    ("Please let us have your reply by 9 May.",Q),
    ("We should be obliged if you would supply the costings.",Q),
    ("Mr Adair asked that it be minuted.",None),
    ("The Panel recommended the Commissioner to reconsider the closure.",Q),
    ("Members called upon the Minister to restore the grant.",Q),
    ("The Panel looked for a fuller report next time.",Q),
    ("Recruitment starts in September.",P),
    ("The new van is on order.",P),
    ("Phase two was down for the spring.",P),
    ("The tender was out and the contract would be let in July.",P),
    ("Six probationers join in March.",P),
    ("The works were programmed for the first week of August.",P),
    ("The team is to move to Castle Street in the new year.",P),
    ("The Force expects to have 40 more in post by Christmas.",P),
    ("A review is planned.",P),
    ("Opening was expected in the autumn.",P),
    ("Work on the culvert was to start after Easter.",P),
    ("The pilot would run until October.",P),
    ("The licence runs out in December and will be renewed.",None),
    ("The service was gearing up to open on Saturdays.",P),
    ("The Commissioner hoped to announce the site before long.",I),
    ("Her ambition was to halve it by the end of the decade.",I),
    ("The Force was exploring a shared desk.",None),
    ("Officers were working towards a single number.",I),
    ("The aim was to finish by Whitsun.",I),
    ("He was keen to bring the schools in.",I),
    ("They would keep an eye on the numbers.",I),
    ("The Constable was determined to see an end to it.",I),
    ("The Director would give thought to a second shelter.",U),
    ("The rate stood at 40 per cent and had fallen.",None),
    ("He did not think that anybody would wish to go back.",None),
    ("Parliament would decide the matter in the spring.",None),
    ("Councillor Baird asked why it would cost so much.",None),
    ("The report would have cost £4,000.",None),
    ("She could not say when it would end.",None),
    ("The Chairman thanked the officers and closed the meeting.",None),
    ("It would be wrong to guess.",None),
    ("Residents would rather have a bobby than a camera.",None),
]


def grounds(text: str, kind: str = "paragraph") -> list[str]:
    return [str(f.fields["basis"]) for f in commitments([Passage("5", "1", text, kind)], SETTING)]


@pytest.mark.parametrize(("text", "basis"), VOICES, ids=[text[:60] for text, _ in VOICES])
def test_voices(text: str, basis: str | None) -> None:
    assert (basis in grounds(text)) if basis else not grounds(text)


@pytest.mark.parametrize("text", [
    "Ms Fallow asked if he would come and tell the residents so. He would, if they asked him.",
    "It asked that the two tables be re-cast. Both were accepted.",
    "The Vice-Chair asked that the volunteers be thanked by letter. Chair to do.",
    "Mr Orme queried whether the inspection would come to this Committee. It was confirmed that it would.",
])
def test_a_request_and_its_acceptance_are_one_undertaking(text: str) -> None:
    found = list(commitments([Passage("5", "1", text, "paragraph")], SETTING))
    assert [f.fields["basis"] for f in found] == [U]
    assert text[found[0].start : found[0].end] == text


@pytest.mark.parametrize(("text", "kind"), [
    ("That the report be noted and Issue 19 stay open.", "resolution"),
    ("RESOLVED that the programme stand over to October.", "resolution"),
    ("That the Panel visits a reporting centre before its December meeting.", "resolution"),
    ("That the four schemes be the subject of a note to Members in April.", "resolution"),
    ("RESOLVED That the position be noted with concern and the Director do report again in July.", "resolution"),
    ("“That the decision be referred back to the Executive.”", "paragraph"),
    ("That the Head of Parks bring a paper on opening hours in February.", "paragraph"),
])
def test_decisions_in_many_shapes(text: str, kind: str) -> None:
    assert grounds(text, kind) == [R]


def test_dense_minutes_are_read_at_a_steady_pace() -> None:
    lines = [text for text, _ in VOICES] * 60
    passages = [Passage("5", str(n), f"{text} {n}.", "paragraph") for n, text in enumerate(lines)]
    started = time.process_time()
    found = len(list(commitments(passages, SETTING))) + len(list(follow_ups(passages, SETTING)))
    assert found > 2000
    assert time.process_time() - started < 8
