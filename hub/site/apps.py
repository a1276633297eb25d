"""The app of the visitor's site."""

from django.apps import AppConfig


class Site(AppConfig):
    name = "hub.site"
    label = "hub_site"
