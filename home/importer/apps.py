from django.apps import AppConfig


class Importer(AppConfig):
    name = "home.importer"
    label = "importer"
