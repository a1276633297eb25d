from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Publications(AppConfig):
    name = "hub.publications"
    verbose_name = _("Publications")

    def ready(self) -> None:
        # It imports models, which can be done only when all apps are loaded.
        from hub.publications import signals

        signals.connect()
