"""How things are called on pages: dates, states, offices, and the sign for what is held back."""
from __future__ import annotations

import re
from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from scrutiny.access.gate import HELD

register = template.Library()
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
KINDS = {
    "minutes": "Minutes", "web-minutes": "Minutes, web page", "web-item": "Minute, web page", "agenda": "Agenda", "pack": "Document pack",
    "report": "Report", "notice": "Notice of key decisions", "decision-record": "Record of decision", "decision-page": "Decision, web page",
    "questions": "Questions and replies", "response-table": "Table of responses", "work-programme": "Work programme", "action-log": "Action log",
    "service-meeting": "Meeting, from the web service", "service-meeting-list": "List of meetings", "service-committee-list": "List of committees",
    "meeting-page": "Meeting page", "meeting-list": "List of meetings", "letter": "Letter", "other": "Paper"}
STATES = {"open": "Open", "answered": "Answered", "partly_kept": "Partly kept", "kept": "Kept", "not_kept": "Not kept",
          "superseded": "Superseded", "transferred": "Transferred", "withdrawn": "Withdrawn"}
BASES = {"undertaking": "undertaken", "resolution": "resolved", "third-party": "agreed with others", "request": "asked for",
         "plan": "planned", "intention": "intended"}
_HIDDEN = re.compile(f"{HELD}+")


def day_of(value: object) -> str:
    """14 September 2023, from a date or its ISO form; anything else as it is."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            return str(value)
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if isinstance(value, date) else ""


@register.filter
def day(value: object) -> str:
    return day_of(value)


@register.filter
def weekday(value: object) -> str:
    if isinstance(value, str):
        value = date.fromisoformat(value)
    return value.strftime("%A") if isinstance(value, date) else ""


@register.filter
def kind(value: str) -> str:
    return KINDS.get(value, value.replace("-", " ").capitalize())


@register.filter
def state(value: str) -> str:
    return STATES.get(value, value)


@register.filter
def basis(value: str) -> str:
    return BASES.get(value, value)


@register.filter
def said(value: str) -> SafeString:
    """Words of a paper, made safe, with a fixed sign wherever something private was taken out."""
    return mark_safe(_HIDDEN.sub('<span class="held">not shown</span>', conditional_escape(value)))


@register.filter
def marked(value: str) -> SafeString:
    """A passage found by search: what stands between the two signs of finding is marked."""
    return mark_safe(said(value).replace("\x02", "<mark>").replace("\x03", "</mark>"))


@register.filter
def counted(number: int, words: str) -> str:
    """1 promise, 2 promises: `words` is "promise,promises"."""
    one, many = words.split(",")
    return f"{number:,} {one if number == 1 else many}"
