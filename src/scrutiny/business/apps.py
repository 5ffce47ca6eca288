from django.apps import AppConfig


class Business(AppConfig):
    name = "scrutiny.business"
    label = "business"
