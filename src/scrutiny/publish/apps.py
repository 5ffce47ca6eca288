from django.apps import AppConfig


class Publish(AppConfig):
    name = "scrutiny.publish"
    label = "publish"
