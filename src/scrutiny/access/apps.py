from django.apps import AppConfig


class Access(AppConfig):
    name = "scrutiny.access"
    label = "access"
