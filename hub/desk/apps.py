from django.apps import AppConfig


class Desk(AppConfig):
    name = "hub.desk"
    label = "hub_desk"

    def ready(self) -> None:
        from hub.internals import wagtail_admin  # it imports models, which can be done only when all apps are loaded

        wagtail_admin.keep_what_is_typed()
