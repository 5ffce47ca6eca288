"""What a meeting did: questions put, decisions noted, votes taken."""
from __future__ import annotations

from django.db import models

from scrutiny.meetings.models import Claim


class Question(Claim):
    """A question put to the body or by it. The asker is named only where that is no private matter."""

    asker = models.CharField(max_length=200, blank=True)
    answer = models.TextField(blank=True)


class Decision(Claim):
    ref = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=500)
    decider = models.CharField(max_length=200, blank=True)
    decided_on = models.CharField(max_length=40, blank=True)


class Vote(Claim):
    """A vote as printed; a count that is not printed is empty, never nought."""

    kind = models.CharField(max_length=20)
    votes_for = models.PositiveIntegerField(null=True)
    against = models.PositiveIntegerField(null=True)
    abstain = models.PositiveIntegerField(null=True)
    result = models.CharField(max_length=30, blank=True)
