from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Media(AppConfig):
    name = "hub.media"
    verbose_name = _("Pictures and files")

    def ready(self) -> None:
        from hub.media.erasing import erase_due
        from hub.publications.schedule import scheduled

        scheduled.connect(erase_due, dispatch_uid="hub.media.erase_due")
