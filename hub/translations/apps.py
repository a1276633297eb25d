from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Translations(AppConfig):
    name = "hub.translations"
    label = "hub_translations"
    verbose_name = _("Translations")

    def ready(self) -> None:
        # It imports models, which can be done only when all apps are loaded.
        from django.db.models.signals import post_save, pre_delete, pre_save
        from wagtail.models import Revision
        from wagtail.signals import post_page_move
        from wagtail_localize.models import StringTranslation

        from hub.internals.localize import cut_draft_titles, forgive_missing_overrides, hold_while_saving
        from hub.jobs import kinds
        from hub.translations.copying import COPY_TRANSLATIONS, CopyTranslations
        from hub.translations.indexing import index_source
        from hub.translations.lengths import mark_too_long
        from hub.translations.live_revisions import keep_live_revision
        from hub.translations.moving import take_along
        from hub.translations.segments import hold_tree_and_pages

        pre_delete.connect(keep_live_revision, sender=Revision, dispatch_uid="hub.translations.keep_live_revision")
        pre_save.connect(mark_too_long, sender=StringTranslation, dispatch_uid="hub.translations.mark_too_long")
        post_save.connect(index_source, dispatch_uid="hub.translations.index_source")
        kinds.register(COPY_TRANSLATIONS, CopyTranslations())
        cut_draft_titles()
        forgive_missing_overrides()
        post_page_move.connect(take_along, dispatch_uid="hub.translations.take_along")
        hold_while_saving(hold_tree_and_pages)
