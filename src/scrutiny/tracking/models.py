"""Commitments, figures and references, each quoting the paper that bears it."""
from __future__ import annotations

from django.db import models

from scrutiny.meetings.models import Claim

STATES = ("open", "answered", "partly_kept", "kept", "not_kept", "superseded", "transferred", "withdrawn")


class Commitment(Claim):
    """Somebody said that something would be done. `due` is the words of the first date, which never move."""

    by = models.CharField(max_length=200, blank=True)
    by_key = models.CharField(max_length=200, blank=True, db_index=True)
    to = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=40)
    basis = models.CharField(max_length=40)
    strength = models.CharField(max_length=20)
    due = models.CharField(max_length=300, blank=True)
    confidence = models.FloatField(default=1.0)
    state = models.CharField(max_length=20, default="open", choices=[(s, s.replace("_", " ")) for s in STATES])


class Figure(Claim):
    """A value as printed, with its unit; `shown` is how a page writes it."""

    shown = models.CharField(max_length=120)
    value = models.FloatField(null=True)
    unit = models.CharField(max_length=60)
    measure = models.CharField(max_length=300, blank=True)
    period = models.CharField(max_length=200, blank=True)
    nature = models.CharField(max_length=20)


class Reference(Claim):
    kind = models.CharField(max_length=30)
    target = models.CharField(max_length=300, blank=True)
