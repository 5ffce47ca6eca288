"""Meetings and the papers that publish them. One meeting, however many papers tell of it."""
from __future__ import annotations

from django.db import models

from scrutiny.access.models import Withholding
from scrutiny.archive.models import Document
from scrutiny.bodies.models import Body, Person


class Meeting(models.Model):
    """A body met on a day. `part` counts where it met twice on one."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings")
    date = models.DateField()
    part = models.PositiveSmallIntegerField(default=1)
    time = models.CharField(max_length=20, blank=True)
    venue = models.CharField(max_length=400, blank=True)
    chair = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["body", "date", "part"], name="met_once"),)
        ordering = ("-date", "part")

    @property
    def address(self) -> str:
        return f"{self.body.address}/{self.date.isoformat()}" + (f"-{self.part}" if self.part > 1 else "")


class Paper(models.Model):
    """A paper: minutes, an agenda, a report. A pack holds many in one document; a meeting may have several."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="papers")
    place = models.CharField(max_length=60)             # which paper of the document, by its kind and page
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=500, blank=True)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="papers")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="papers")
    date = models.DateField(null=True)
    first_page = models.PositiveIntegerField(null=True)
    last_page = models.PositiveIntegerField(null=True)
    start = models.PositiveIntegerField(default=0)
    filed = models.DateTimeField(auto_now_add=True, db_index=True)
    withholding = models.ForeignKey(Withholding, models.PROTECT, null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["document", "place"], name="a_paper_once"),)

    @property
    def address(self) -> str:
        return f"/papers/{self.id}"


class Item(models.Model):
    """An item on an agenda, a minute, or a section of a paper. A withheld one keeps its title and no word more."""

    ROLES = (("item", "agenda item"), ("minute", "minute"), ("section", "section of a paper"))

    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="items")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="items")   # whose words are shown
    role = models.CharField(max_length=10, choices=ROLES)
    number = models.CharField(max_length=40, blank=True)
    inferred = models.BooleanField(default=False)                            # the number was concluded, not printed
    title = models.CharField(max_length=600)
    key = models.CharField(max_length=200)                                   # the title, made plain
    slug = models.SlugField(max_length=90)
    order = models.PositiveIntegerField()
    agenda_ref = models.CharField(max_length=40, blank=True)
    asked = models.TextField(blank=True)                                     # what an agenda asks of the body
    clipped = models.BooleanField(default=False)
    closed = models.CharField(max_length=300, blank=True)                    # the public were sent out, on this ground
    digest = models.CharField(max_length=64)                                 # of the words, to see a change
    withholding = models.ForeignKey(Withholding, models.PROTECT, null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["meeting", "slug"], name="one_address_an_item", condition=models.Q(meeting__isnull=False)),
            models.UniqueConstraint(fields=["paper", "slug"], name="one_section_of_a_name", condition=models.Q(meeting__isnull=True)),
        )
        ordering = ("order", "id")

    @property
    def address(self) -> str:
        return f"{self.meeting.address}/{self.slug}" if self.meeting else f"{self.paper.address}#{self.slug}"


class Publication(models.Model):
    """A paper in which an item is printed, and where. The one that is shown is among them."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="publications")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="publications")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    page = models.PositiveIntegerField(default=1)
    clipped = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["item", "paper"], name="an_item_once_in_a_paper"),)


class Paragraph(models.Model):
    """A paragraph or resolution. `number` is its place in the item, and its permanent anchor."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="paragraphs")
    document = models.ForeignKey(Document, models.PROTECT)
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=60, blank=True)      # as printed, full: "2.a.1"; empty where none is printed
    depth = models.PositiveSmallIntegerField(default=0)
    resolution = models.BooleanField(default=False)
    text = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    page = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["item", "number"], name="one_paragraph_a_number"),)
        ordering = ("item", "number")


class Attendance(models.Model):
    """Somebody at a meeting, or missed there, as printed. `person` is empty where two people bear the name."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendance")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="attendance")
    printed = models.CharField(max_length=300)
    role = models.CharField(max_length=200, blank=True)
    group = models.CharField(max_length=60)
    substitute_for = models.CharField(max_length=200, blank=True)
    document = models.ForeignKey(Document, models.PROTECT)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    page = models.PositiveIntegerField(default=1)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["meeting", "printed"], name="listed_once"),)
        ordering = ("order", "id")


class Claim(models.Model):
    """A finding that quotes a paper. Its identity outlives a reading, and with it what a person ruled on it."""

    STATES = (("suggested", "suggested"), ("confirmed", "confirmed"), ("rejected", "rejected"))

    identity = models.CharField(max_length=64, unique=True)
    paper = models.ForeignKey(Paper, models.PROTECT)
    item = models.ForeignKey(Item, models.PROTECT, null=True)
    paragraph = models.PositiveIntegerField(null=True)       # the number of the paragraph that holds it
    quote = models.TextField()
    quote_key = models.CharField(max_length=64, db_index=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    page = models.PositiveIntegerField(default=1)
    standing = models.CharField(max_length=10, choices=STATES, default="suggested")
    same_as = models.ForeignKey("self", models.PROTECT, null=True, related_name="also")   # said in another publication

    class Meta:
        abstract = True
        ordering = ("id",)
