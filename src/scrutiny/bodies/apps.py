from django.apps import AppConfig


class Bodies(AppConfig):
    name = "scrutiny.bodies"
    label = "bodies"
