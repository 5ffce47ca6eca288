"""What is held in private stands here and nowhere else; so does the journal."""
from __future__ import annotations

from django.db import models


class Withholding(models.Model):
    """A reason for which something is kept from the public: the law, its paragraph, and since when."""

    law = models.CharField(max_length=300, blank=True)              # as the paper cites it
    paragraphs = models.CharField(max_length=100, blank=True)       # of Part 1 of Schedule 12A, as printed
    ground = models.CharField(max_length=60)                        # restricted item, exempt paper, declared by the clerk
    since = models.DateTimeField(auto_now_add=True)


class WithheldPart(models.Model):
    """The words held back, with their place in the archived text. Only `access.gate` opens it."""

    withholding = models.ForeignKey(Withholding, models.CASCADE, related_name="parts")
    source = models.CharField(max_length=64)        # SHA-256 of the bytes
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["source", "start", "end"], name="withheld_once"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="withheld_has_length"),
        )


class Entry(models.Model):
    """A line of the journal: who did what, to what, and why. It names withheld matter, and never repeats it."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    by = models.CharField(max_length=200)
    what = models.CharField(max_length=60)          # the change by its name, "add-meeting"
    of = models.CharField(max_length=300)           # the key of the thing changed
    told = models.TextField()                       # the sentence that the plan showed
    act = models.CharField(max_length=36, db_index=True)   # all entries of one transaction share it


class Changed(models.Model):
    """The outbox: something that the public may read has changed, and the search index must hear of it."""

    at = models.DateTimeField(auto_now_add=True)
    item = models.PositiveBigIntegerField()
