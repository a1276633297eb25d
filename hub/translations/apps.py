from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Translations(AppConfig):
    name = "hub.translations"
    label = "hub_translations"
    verbose_name = _("Translations")
