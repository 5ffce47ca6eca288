from django.apps import AppConfig


class Archive(AppConfig):
    name = "scrutiny.archive"
    label = "archive"
