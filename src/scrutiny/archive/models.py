"""Documents under their hash, how each came here, and what each reading of it made.

Bytes, full archived texts and records lie in files that no web page reads. The rows hold what the public
may see: `Reading.text` and `Reading.lines` have every withheld or private character blanked, in its place.
"""
from __future__ import annotations

from django.db import models

from scrutiny.access.models import Withholding

OPEN_LICENCES = ("OGL", "OGL-3.0", "CC0", "CC-BY", "CC-BY-4.0", "CC-BY-SA-4.0", "MIT", "PDM")


class Document(models.Model):
    """A document as received. The same bytes, however often they come, are one document."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=300)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField(default=0)
    inside = models.ForeignKey("self", models.PROTECT, null=True, related_name="members")   # the archive it came in
    withholding = models.ForeignKey(Withholding, models.PROTECT, null=True)

    @property
    def code(self) -> str:
        """The short form of the hash that stands in addresses."""
        return self.sha256[:16]


class Receipt(models.Model):
    """A time at which a document came in: under what name, from which address, under what licence."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="receipts")
    name = models.CharField(max_length=300)
    address = models.CharField(max_length=2000, blank=True)
    licence = models.CharField(max_length=60, blank=True)
    received = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["document", "name", "address", "licence"], name="received_so_once"),)


class Reading(models.Model):
    """One reading of a document by one version of the reader. `text` keeps the offsets of the archived text."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="readings")
    reader = models.CharField(max_length=60)        # minutebook 0.1.0, pdf-1
    text = models.TextField()
    pages = models.JSONField(default=list)          # [number, start, end, printed]
    lines = models.JSONField(default=list)          # of mark-up: [text, [[own start, end, archived start, end], …]]
    markup = models.BooleanField(default=False)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["document", "reader"], name="read_once_by_each_reader"),)
        get_latest_by = "id"
