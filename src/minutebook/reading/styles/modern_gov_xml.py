"""Answers of the ModernGov web service: every field says what it is (see reading/service.py)."""
from minutebook.reading.style import Style

MODERN_GOV_XML = Style(
    name="modern-gov-xml",
    about="XML of the ModernGov web service: meetings, lists of meetings and committees, attachments, councillors.",
    shapes=("moderngov-service-meeting", "moderngov-service-meeting-list", "moderngov-service-committee-list",
            "moderngov-service-attachment", "moderngov-service-councillors"),
    sample="county/papers/04-getmeeting-2024-06-27.xml",
)
