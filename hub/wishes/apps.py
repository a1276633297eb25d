from django.apps import AppConfig


class Wishes(AppConfig):
    name = "hub.wishes"
    label = "wishes"
