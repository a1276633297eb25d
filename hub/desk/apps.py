from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Desk(AppConfig):
    name = "hub.desk"
    label = "hub_desk"
    verbose_name = _("Desk")

    def ready(self) -> None:
        from hub.internals import wagtail_admin  # it imports models, which can be done only when all apps are loaded

        wagtail_admin.keep_what_is_typed()
