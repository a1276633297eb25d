from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Logins(AppConfig):
    name = "hub.logins"
    label = "logins"
    verbose_name = _("Logins")

    def ready(self) -> None:
        from hub.logins import failures  # noqa: F401 - importing connects the log to Django's signal
