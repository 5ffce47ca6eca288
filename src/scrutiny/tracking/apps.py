from django.apps import AppConfig


class Tracking(AppConfig):
    name = "scrutiny.tracking"
    label = "tracking"
