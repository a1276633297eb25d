from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Rights(AppConfig):
    name = "hub.rights"
    label = "hub_rights"
    verbose_name = _("Rights")

    def ready(self) -> None:
        # They import models, which can be done only when all apps are loaded.
        from hub.internals import wagtail_rights
        from hub.rights import reading, signals

        wagtail_rights.register_reading_policy()
        wagtail_rights.name_hidden_pages(reading.is_nameless, reading.public_title)
        wagtail_rights.mask_hidden_files(reading.is_hidden)
        wagtail_rights.mask_hidden_targets(reading.is_hidden_from_links)
        wagtail_rights.name_colleagues_only(reading.colleagues)
        wagtail_rights.check_references(reading.refusal)
        wagtail_rights.leave_out_of_bulk_actions(reading.is_hidden)
        signals.connect()
