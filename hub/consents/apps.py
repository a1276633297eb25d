from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Consents(AppConfig):
    name = "hub.consents"
    verbose_name = _("Consent records")
