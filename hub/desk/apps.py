from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Desk(AppConfig):
    name = "hub.desk"
    label = "hub_desk"

    def ready(self) -> None:
        # They import models, which can be done only when all apps are loaded.
        from hub.desk import (
            coverage_column,
            orphans,  # noqa: F401 - connects a signal
            weekly_mail,
        )
        from hub.desk.translator import memory, question_mail, suggestions
        from hub.desk.translator.questions import is_question
        from hub.internals import texts, wagtail, wagtail_admin
        from hub.publications import errands

        texts.translate()
        errands.register(weekly_mail.send_due)
        suggestions.register(memory.suggest)
        errands.register(question_mail.send_due)
        wagtail.keep_comments(is_question)
        wagtail_admin.leave_out_of_comment_mails(is_question)
        wagtail_admin.keep_what_is_typed()
        column = coverage_column.TranslationsColumn("translations", label=_("Translations"), width="15%")
        wagtail_admin.add_to_explorer(column)
        wagtail_admin.add_to_status("hub_desk/includes/translations_status.html", coverage_column.status_context)
