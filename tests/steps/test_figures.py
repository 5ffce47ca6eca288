"""Figures: a table of sentences as councils, health bodies and fire authorities write them, and of traps."""
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutebook.reading.passages import Passage, Setting
from minutebook.reading.steps.figures import figures
from minutebook.reading.steps.numbers import numbers


def read(text: str, **passage: str) -> list[dict]:
    passages = [Passage("7", "1", text, "paragraph", title="Performance", **passage)]
    found = []
    for f in figures(passages, Setting(kind="minutes")):
        assert 0 <= f.start < f.end <= len(text)
        found.append({**f.fields, "quote": text[f.start:f.end]})
    return found


VALUES = [
    # health
    ("The Trust reported that 78.4% of patients were seen within four hours.", [(78.4, "%")]),
    ("Agency spend had fallen from £4.1m to £2.6m.", [(4100000, "GBP"), (2600000, "GBP")]),
    ("There were 214 patients fit for discharge but still in a bed.", [(214, "count")]),
    ("The wait for a first appointment averaged eleven weeks.", [(11, "weeks")]),
    ("Two wards had closed to admissions because of norovirus.", [(2, "count")]),
    ("Ambulance handovers took 52 minutes on average.", [(52, "minutes")]),
    ("Sickness absence stood at 6.3 per cent, one percentage point above plan.", [(6.3, "%")]),
    ("Only three in ten carers had been offered an assessment.", [(3, "count")]),
    # fire
    ("Crews attended 1,204 false alarms last year.", [(1204, "count")]),
    ("On-call availability had dropped to 71%.", [(71, "%")]),
    ("The first appliance should arrive within ten minutes.", [(10, "minutes")]),
    ("Seven firefighters were injured, two of whom were admitted to hospital.", [(7, "count"), (2, "count")]),
    ("The station was staffed by a team of nine.", [(9, "count")]),
    # housing
    ("The Council owned 6,812 homes, of which 143 were empty.", [(6812, "count"), (143, "count")]),
    ("Rent arrears amounted to £1.2 million at the end of March.", [(1200000, "GBP")]),
    ("The average re-let time was 34 days against a target of 25.", [(34, "days"), (25, "days")]),
    ("Nearly a quarter of tenants had reported damp.", [(25, "%")]),
    ("Over half of residents felt safe after dark.", [(50, "%")]),
    ("Temporary accommodation cost £85 per night and £3.4m per annum in all.", [(85, "GBP"), (3400000, "GBP per year")]),
    # finance
    ("A net overspend of £640k was forecast.", [(640000, "GBP")]),
    ("Council tax would rise by 2.99%, of which 2% was for social care.", [(2.99, "%"), (2, "%")]),
    ("Reserves were between 4% and 6% of the net budget.", [(4, "%")]),
    ("The grant was worth €12,500.", [(12500, "EUR")]),
    ("Between £200,000 and £300,000 had been lost.", [(200000, "GBP")]),
    ("The scheme would pay back in 7-8 years.", []),
    # police and community safety
    ("Recorded crime was 61.2 crimes per 1,000 people.", [(61.2, "per 1000")]),
    ("The Force was ranked 12th of 43 for victim satisfaction.", [(12, "rank")]),
    ("It had the third lowest rate of burglary in the region.", [(3, "rank")]),
    ("Confidence had climbed four points.", [(4, "percentage points")]),
    ("No complaints had been received since the last meeting.", [(0, "count")]),
    ("Twenty-six warrants had been executed and 41 people arrested.", [(26, "count"), (41, "count")]),
    ("Hate crime had doubled in the city.", []),
    ("Some 300 special constables gave 9,000 hours.", [(300, "count"), (9000, "hours")]),
    ("Members rated the service 7/10 for satisfaction.", [(7, "score out of 10")]),
    ("18 of the 22 indicators were on target.", [(18, "count")]),
    ("Five posts remained vacant.", [(5, "count")]),
    ("Response times averaged 11 minutes 30 seconds.", [(690, "seconds")]),
    # Wales, Scotland, Ireland
    ("1,120 people were supported across the two counties.", [(1120, "count")]),
    ("Litter complaints had fallen by 8 per cent.", [(8, "%")]),
    ("The Service had recruited 45 retained duty firefighters.", [(45, "count")]),
    ("Twice the Scottish average of households waited for repairs.", [(2, "ratio")]),
]


@pytest.mark.parametrize("text, expected", VALUES, ids=[v[0][:50] for v in VALUES])
def test_values_and_units(text: str, expected: list[tuple[float, str]]) -> None:
    found = [(f["value"], f["unit"]) for f in read(text)]
    for pair in expected:
        assert pair in found
    if not expected:
        assert found == []


TRAPS = [
    "The meeting of 14 March 2019 began at 2.30 p.m. and closed at 16:45.",
    "Minute 41 refers [Min. No. 17 refers].",
    "See pages 12 to 19, paragraph 4.2 and Appendix 3.",
    "Section 17 of the Crime and Disorder Act 1998 applied, with Schedule 12A and paragraphs 1, 2 and 7.",
    "Calls to 101 and 999 were discussed; 111 was for health.",
    "The five-year plan ran from 2016-21 and the budget for 2018/19 was noted.",
    "There were three main points and two key themes.",
    "One of the Members asked about the report.",
    "Questions 3 and 4 were taken together.",
    "Contact the Monitoring Officer on 01632 960123.",
    "Tel: 01632 555 340 or 020 7946 0018.",
    "It lay within 2 miles of the town, at 14 High Street, on the A46 beside Junction 9.",
    "The two-way radio and the one-stop shop were shown to the Panel.",
    "Item 6 was taken before Item 5.",
    "Children aged 11 to 16 and those under 18 could take part.",
    "The contract ran for a 3 year term with a 2 year option.",
    "Over the last 12 months the Board had met.",
    "Catch 22 and Channel 4 were partners.",
    "He was 100% committed to the work.",
    "The vote was 7 for, 4 against and 2 abstentions.",
    "It would report back within two weeks.",
    "Decision PCC-2021-014 and reference 24/0178/FUL were noted.",
    "COVID-19 had affected the service.",
]


@pytest.mark.parametrize("text", TRAPS, ids=[t[:45] for t in TRAPS])
def test_what_is_no_figure(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text, nature", [
    ("The target was 85% of calls.", "target"),
    ("Attendance was expected to reach 92% next year.", "forecast"),
    ("Repeat victims should be no more than 20% of callers; 25% of staff should be trained.", "target"),
    ("An estimated 14% of demand came from alcohol.", "estimate"),
    ("Complaints were to be answered within ten days as the standard.", "standard"),
    ("The £1.4m budget for wardens was noted.", "budget"),
    ("The national average was 31%.", "benchmark"),
    ("Balances were kept at no less than 5% of spending.", "threshold"),
    ("Arrests had risen by 9%.", "actual"),
    ("38 of 40 measures were above target.", "actual"),
])
def test_nature(text: str, nature: str) -> None:
    assert read(text)[-1]["nature"] == nature


@pytest.mark.parametrize("text, period", [
    ("Arrests had risen to 912 since April 2018.", "since April 2018"),
    ("In 2021/22 there were 48 fires.", "In 2021/22"),
    ("Thefts fell by 6% between May and July.", "between May and July"),
    ("There were 48 fires in the quarter.", "in the quarter"),
    ("Vacancies would fall to 14 by December 2024.", "by December 2024"),
    ("£3m had been recovered so far.", "so far"),
    ("There were 48 fires.", None),
])
def test_period_is_given_only_where_printed(text: str, period: str | None) -> None:
    assert read(text)[0].get("period") == period


@pytest.mark.parametrize("text, qualifier", [
    ("Around 60 people attended.", "Around"),
    ("It cost just under £2m.", "just under"),
    ("Up to 40 homes were affected.", "Up to"),
    ("More than 1,500 letters were sent.", "More than"),
    ("An estimated 20% of calls were repeats.", "estimated"),
    ("It cost £2m.", None),
])
def test_qualifier(text: str, qualifier: str | None) -> None:
    assert read(text)[0].get("qualifier") == qualifier


@pytest.mark.parametrize("text, words", [
    ("The Trust had recruited 24 nurses.", "nurses"),
    ("The detection rate was 52%.", "detection rate"),
    ("An abandonment rate of 19% was reported.", "abandonment rate"),
    ("£80,000 was set aside for youth clubs.", "youth clubs"),
    ("42% of residents knew their ward officer.", "residents"),
    ("Referrals to the helpline had risen by 34%.", "increase in Referrals to the helpline"),
])
def test_measure_is_named_in_the_words_of_the_paper(text: str, words: str) -> None:
    assert words.lower() in read(text)[0]["measure"].lower()


def test_before_and_after_are_two_entries_of_one_measure() -> None:
    first, second = read("Call attrition had dropped from 48% in 2021 to 9% in 2022.")
    assert (first["value"], first["period"]) == (48, "in 2021")
    assert (second["value"], second["period"]) == (9, "in 2022")
    assert first["measure"] == second["measure"]


def test_range_and_share() -> None:
    assert read("Tenants stayed for between 2 and 14 months.")[0]["value_max"] == 14
    assert read("A 10-20% cut was possible.")[0]["value_max"] == 20
    assert read("31 of the 38 measures were met.")[0]["out_of"] == 38


def test_malformed_number_is_kept_as_printed_and_not_guessed() -> None:
    figure = read("Over 13,50 letters had been sent to tenants.")[0]
    assert figure["value"] is None
    assert figure["value_as_printed"] == "13,50"


def test_quote_is_the_clause_and_holds_the_number() -> None:
    text = "The Director explained that arrears had fallen by 12%, although rents had been frozen, and Members welcomed this."
    assert read(text)[0]["quote"] == "arrears had fallen by 12%"


def test_numbers_in_words_and_digits() -> None:
    worth = {n.value for n in numbers("two hundred and six, forty-one, £1.5bn, 19 million, one and a half, a dozen, £12k")}
    assert {206, 41, 1500000000, 19000000, 1.5, 12, 12000} <= worth


def test_headings_and_titles_hold_no_figures() -> None:
    assert not list(figures([Passage("1", "T", "£5m savings", "title")], Setting(kind="minutes")))


@pytest.mark.parametrize("text", [
    "12 and 13, " * 400, "1," * 2000, "7" * 5000, "section 12 (1)(2) " * 300, "May 12 " * 500, "£5m to " * 300, "1/2/3/" * 700,
    "£" + "9" * 400, "Alpha Beta of and the " * 300, "½ of ² people and ١٢ more", "",
])
def test_absurd_text_is_read_in_reasonable_time(text: str) -> None:
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 5


PIECES = st.sampled_from(["£2m", "14%", "between", "and", "of the", "three", "officers", "(", ")", "by", "2017/18", ".", ",", "had risen to",
                          "[Min. No. 4 refers]", "the Housing Strategy", "half of", "a target of", "4/10", "13th highest", "no more than", "weeks"])


@given(st.lists(PIECES, max_size=25))
@settings(max_examples=150, deadline=None)
def test_any_words_give_quotes_that_hold_their_number(pieces: list[str]) -> None:
    for figure in read(" ".join(pieces)):
        assert figure["quote"].strip() == figure["quote"] != ""
        assert figure["unit"]


OTHER_VOICES = [
    ("Of the 58 applicants, 21 had withdrawn before interview.", {21, 58}),
    ("Library loans were up by a fifth.", {20}),
    ("The gritting fleet had been reduced from 31 vehicles to 26.", {26, 31}),
    ("Roughly two thirds of carers had never been assessed.", {66.7}),
    ("Admissions: 412 (+3.1%)", {3.1, 412}),
    ("We are short of a dozen drivers.", {12}),
    ("Average speed had risen to 38 mph.", {38}),
    ("Reablement took nine days on average against a target of six.", {6, 9}),
    ("The reserve stood at £14.6m, £2m more than planned.", {2000000, 14600000}),
    ("There were 4.2 admissions per 1,000 people.", {4.2}),
    ("One household in six was behind with its rent.", {0.167}),
    ("The borough ranked ninth of 32 for recycling.", {9}),
    ("Complaints had halved, from 88 to 44.", {44, 88}),
    ("Ninety-one per cent of bins were collected on the day.", {91}),
    ("Sickness ran at 8.4 days per employee.", {8.4}),
    ("The scheme would cost between £40,000 and £55,000.", {40000}),
    ("Only 6 out of 19 wards had a warden.", {6}),
    ("Three hundred and twelve fines had been issued.", {312}),
    ("Callers waited seven minutes and 40 seconds.", {460}),
    ("Section 21 notices had doubled to 140.", {140}),
    ("Half of the respondents lived alone.", {50}),
    ("Under-18s made up 14 per cent of referrals.", {14}),
    ("Satisfaction was 7.2 out of 10.", {7.2}),
    ("Funding fell by £1.05 million over two years.", {1050000}),
    ("Twice as many dogs were seized.", {2}),
    ("Turnout was 34.6%, two points lower than in 2019.", {2, 34.6}),
    ("Vacancies stood at eleven.", {11}),
    ("Councillor Amble noted that item 7 had been deferred to 3 March 2025.", set()),
    ("She asked for the breakdown within 10 working days.", set()),
    ("The bus fare would rise by 20p.", set()),
]


@pytest.mark.parametrize("text, values", OTHER_VOICES, ids=[t[:45] for t, _ in OTHER_VOICES])
def test_other_voices(text: str, values: set[float]) -> None:
    passage = Passage("7", "1.bul1" if ":" in text else "1", text, "paragraph", title="Update")
    assert {f.fields["value"] for f in figures([passage], Setting(kind="minutes"))} == values


def test_a_cell_of_digits_measures_nothing_alone() -> None:
    assert list(figures([Passage("7", "p3", "131,500", "paragraph")], Setting(kind="minutes"))) == []
