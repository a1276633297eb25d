from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Hub(AppConfig):
    name = "hub"
    verbose_name = _("Hub")

    def ready(self) -> None:
        from hub import checks  # noqa: F401 - importing registers the checks
        from hub.tree import take_turns  # it changes Wagtail's models, which are there only now

        take_turns()
