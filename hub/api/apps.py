from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class API(AppConfig):
    name = "hub.api"
    label = "hub_api"
    verbose_name = _("API")
