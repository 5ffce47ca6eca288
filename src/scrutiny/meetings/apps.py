from django.apps import AppConfig


class Meetings(AppConfig):
    name = "scrutiny.meetings"
    label = "meetings"
