"""Papers filed: the plan that can be read, applied whole, never twice; one meeting from many papers."""
from __future__ import annotations

import pytest

import minutebook
from scrutiny.access.models import Changed, Entry
from scrutiny.archive.models import Document, Receipt
from scrutiny.archive.store import bytes_of
from scrutiny.filing.apply import apply
from scrutiny.filing.batch import file_papers
from scrutiny.filing.match import Known, Name, same_item, whose_name
from scrutiny.filing.plan import plan_of
from scrutiny.meetings.models import Attendance, Item, Meeting, Paper, Paragraph
from scrutiny.tracking.models import Commitment
from tests.conftest import SAMPLES
from tests.site.conftest import AGENDA, MINUTES


def test_the_plan_is_told_and_filing_again_changes_nothing(site):
    plan = site(minutes=MINUTES)
    told = "\n".join(plan.told(whole=True))
    for words in ("add-body", "add-meeting", "52 Call handling", "53 Individual complaint (held in private)", "add-promise", "by the", "withhold"):
        assert words in told or words == "by the", words
    again = site(minutes=MINUTES)
    assert not again and list(again.told()) == ["minutes.txt: nothing to change"]
    assert Document.objects.count() == Meeting.objects.count() == 1


def test_every_change_has_its_line_in_the_journal(site):
    plan = site(minutes=MINUTES)
    assert list(Entry.objects.order_by("id").values_list("what", "told")) == [(c.what, c.told) for c in plan.changes]
    assert Entry.objects.values("act").distinct().count() == 1 and set(Entry.objects.values_list("by", flat=True)) == {"a test"}


def test_broken_off_nothing_was_done_and_it_can_be_done_again(site, monkeypatch):
    from scrutiny.filing import apply as applying

    with monkeypatch.context() as patched:
        patched.setattr(applying._Applier, "add_attendance", lambda *a: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            site(minutes=MINUTES)
    assert not any(model.objects.exists() for model in (Document, Meeting, Entry, Changed, Paragraph))
    assert site(minutes=MINUTES) and Meeting.objects.count() == 1


def test_bytes_are_kept_as_received_and_once(site):
    site(minutes=MINUTES)
    site(renamed=MINUTES)
    document = Document.objects.get()
    assert bytes_of(document.sha256) == MINUTES.encode()
    assert list(Receipt.objects.order_by("id").values_list("name", flat=True)) == ["minutes.txt", "renamed.txt"]


def test_agenda_and_minutes_are_one_meeting_with_separate_addresses(site):
    site(agenda=AGENDA, minutes=MINUTES)
    meeting = Meeting.objects.get()
    assert {i.slug for i in meeting.items.all()} >= {"item-3", "item-5", "minute-52", "minute-53"}
    assert {p.kind for p in meeting.papers.all()} == {"agenda", "minutes"}
    assert Item.objects.get(slug="item-5").withholding.paragraphs == "1"


def test_a_fuller_paper_completes_an_item_and_both_are_cited(site):
    short = MINUTES.replace("3. Officers of the inspectorate had praised the handling of anti-social behaviour.\n\n", "")
    site(short=short)
    item = Item.objects.get(slug="minute-52")
    before = item.paragraphs.count()
    site(full=MINUTES)
    item.refresh_from_db()
    assert item.paragraphs.count() == before + 1 and item.publications.count() == 2
    assert item.paper.document.name == "full.txt"
    assert not site(short=short) and not site(full=MINUTES)
    assert Commitment.objects.filter(same_as__isnull=True, item=item).count() == 1 and Commitment.objects.filter(item=item).count() == 2


def test_a_claim_follows_its_paragraph_when_a_fuller_paper_comes(site):
    site(short=MINUTES.replace("1. The Commissioner said that 14% of calls were abandoned in May 2026.\n\n2. The", "1. The").replace("3. Officers", "2. Officers"))
    assert Commitment.objects.get().paragraph == 1
    site(full=MINUTES)
    assert {c.paragraph for c in Commitment.objects.filter(same_as__isnull=True)} == {2}


def test_what_a_person_ruled_survives_a_new_filing(site):
    site(minutes=MINUTES)
    promise = Commitment.objects.get()
    promise.state, promise.standing = "kept", "confirmed"
    promise.save()
    assert not site(minutes=MINUTES)
    assert Commitment.objects.get().state == "kept"


def test_claims_are_suggested_quoted_and_placed(site):
    site(minutes=MINUTES)
    promise = Commitment.objects.get()
    assert promise.standing == "suggested" and promise.quote == MINUTES[promise.start : promise.end]
    assert promise.item.slug == "minute-52" and promise.paragraph == 2 and len(promise.identity) == 64


def test_two_of_a_name_are_nobody_rather_than_the_wrong_one(site):
    site(first=MINUTES)
    plan = site(second=MINUTES.replace("4 June 2026", "10 September 2026").replace("Councillor D Marlow, Councillor P Marlow", "Councillor Marlow"))
    assert Attendance.objects.get(printed="Councillor Marlow").person is None
    assert any("Councillor Marlow may be any of" in d for d in plan.doubts)


def test_names_agree_by_surname_and_initials():
    known = [Known("samuel-okonjo", Name.of("Samuel Okonjo"), frozenset({"panel"}), frozenset({"county"})),
             Known("d-marlow", Name.of("D Marlow"), frozenset({"panel"}), frozenset({"county"})),
             Known("peter-marlow", Name.of("Peter Marlow"), frozenset({"panel"}), frozenset({"county"}))]

    def whose(printed, body="panel", place="county"):
        match = whose_name(Name.of(printed), known, body, place)
        return match.key if isinstance(match, Known) else match and sorted(k.key for k in match)

    assert whose("S Okonjo") == whose("S. Okonjo") == whose("Okonjo") == "samuel-okonjo"
    assert whose("Denise Marlow") == "d-marlow" and whose("P Marlow") == "peter-marlow" and whose("Marlow") == ["d-marlow", "peter-marlow"]
    assert whose("T Okonjo") is None and whose("S Okonjo", "elsewhere", "elsewhere") is None
    assert whose("Samuel Okonjo", "elsewhere", "elsewhere") == "samuel-okonjo"


def test_items_agree_by_number_and_title():
    assert same_item("11-24", "retail crime", "11", "retail crime") and same_item("", "retail crime", "11-24", "retail crime")
    assert not same_item("3", "retail crime", "11-24", "retail crime") and same_item("3", "retail crime", "11-24", "retail crime", by_title=True)
    assert not same_item("11", "retail crime", "11", "rural crime")


def test_the_same_meeting_published_three_ways_is_one(site):
    names = ("06-meeting-page-2024-09-19.html", "07-panel-minutes-2024-09-19.docx", "08-stourley-agenda-pack-2024-11-12.pdf")
    filed = list(file_papers([SAMPLES / "county" / "papers" / n for n in names], by="a test", licence="MIT"))
    assert [f.failed for f in filed] == ["", "", ""]
    meeting = Meeting.objects.get(date="2024-09-19")
    minutes = meeting.items.filter(role="minute")
    assert [i.number for i in minutes] == ["9/24", "10/24", "11/24", "12/24", "13/24", "14/24", "15/24"]
    assert {i.publications.count() for i in minutes} == {3} and not any(i.clipped for i in minutes)
    assert all(not f.plan for f in file_papers([SAMPLES / "county" / "papers" / n for n in names], by="a test", licence="MIT"))


def test_a_page_that_names_neither_body_nor_day_is_known_by_its_words(site):
    names = [SAMPLES / "county/papers" / n for n in ("08-stourley-agenda-pack-2024-11-12.pdf", "04-getmeeting-2024-06-27.xml", "05-annual-report-item.html")]
    assert all(f.plan for f in file_papers(names, by="a test"))
    cited = Item.objects.get(meeting__date="2024-06-27", slug="minute-6-24").publications.values_list("paper__kind", flat=True)
    assert sorted(cited) == ["minutes", "service-meeting", "web-item"]
    assert not any(f.plan for f in file_papers(names, by="a test"))


def test_a_plan_alone_writes_nothing(db):
    plan = plan_of(minutebook.read(MINUTES.encode(), name="minutes.txt"))
    assert plan and not Document.objects.exists() and not Paper.objects.exists()


def test_a_file_that_cannot_be_read_is_told_and_stops_nothing(site, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "in" / "b.txt").write_text(MINUTES)
    filed = {f.name: f for f in file_papers([tmp_path / "in"], by="a test")}
    assert filed["a.pdf"].failed and filed["b.txt"].plan and Meeting.objects.count() == 1


def test_apply_needs_no_bytes_for_a_reading_alone(db, settings, tmp_path):
    settings.ARCHIVE = tmp_path
    apply(plan_of(minutebook.read(MINUTES.encode(), name="minutes.txt")), by="a test")
    assert Meeting.objects.count() == 1
