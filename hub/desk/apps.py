from django.apps import AppConfig


class Desk(AppConfig):
    name = "hub.desk"
    label = "hub_desk"

    def ready(self) -> None:
        # They import models, which can be done only when all apps are loaded.
        from hub.desk import orphans  # noqa: F401 - connects a signal
        from hub.internals import texts, wagtail_admin

        texts.translate()
        wagtail_admin.keep_what_is_typed()
