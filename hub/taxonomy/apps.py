from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Taxonomy(AppConfig):
    name = "hub.taxonomy"
    verbose_name = _("Taxonomy")
