from django.apps import AppConfig


class Search(AppConfig):
    name = "search"
