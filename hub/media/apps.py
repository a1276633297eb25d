from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Media(AppConfig):
    name = "hub.media"
    verbose_name = _("Pictures and files")
