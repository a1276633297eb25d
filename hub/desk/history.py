"""What the history of a page says of its translations: minor edits, and decisions that none is needed."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from hub.languages import label
from hub.rights.current import current_user
from hub.translations.decisions import DECIDED, WITHDRAWN
from hub.translations.minor_edits import TAKEN_BACK
from hub.translations.models import MINOR_EDIT, MinorEdit


class MinorEditFormatter(LogFormatter):
    label = gettext_lazy("Minor edit")

    def format_message(self, log_entry: Any) -> str:
        texts = log_entry.data.get("texts", 0)
        message = ngettext(
            "Minor edit of %(count)d text: no new translation is asked for",
            "Minor edit of %(count)d texts: no new translation is asked for",
            texts,
        )
        return message % {"count": texts}

    def format_comment(self, log_entry: Any) -> str:
        """Return a button that takes the edit back: comments are shown as they are, messages are escaped."""
        pk = log_entry.data.get("id")
        user = current_user.get()
        page = log_entry.page if MinorEdit.objects.filter(pk=pk).exists() else None
        if user is None or page is None or not page.permissions_for_user(user).can_publish():
            return ""
        return format_html(
            '{} <button type="button" class="button button-small button-secondary" data-controller="w-action" '
            'data-action="w-action#post" data-w-action-url-value="{}">{}</button>',
            _("Its translations count as up to date."),
            reverse("hub_take_back_minor_edit", args=[pk]),
            _("Take back"),
        )


class TakenBackFormatter(LogFormatter):
    label = gettext_lazy("Take back minor edit")

    def format_message(self, log_entry: Any) -> str:
        texts = log_entry.data.get("texts", 0)
        message = ngettext(
            "Minor edit taken back: %(count)d text waits for its translations",
            "Minor edit taken back: %(count)d texts wait for their translations",
            texts,
        )
        return message % {"count": texts}


class DecidedFormatter(LogFormatter):
    label = gettext_lazy("Translation not needed")

    def format_message(self, log_entry: Any) -> str:
        language = label(log_entry.data.get("language", ""))
        return _("No translation needed (%(language)s)") % {"language": language}

    def format_comment(self, log_entry: Any) -> str:
        return log_entry.data.get("reason", "")


class WithdrawnFormatter(LogFormatter):
    label = gettext_lazy("Translation needed after all")

    def format_message(self, log_entry: Any) -> str:
        language = label(log_entry.data.get("language", ""))
        return _("Translation needed after all (%(language)s)") % {"language": language}


FORMATTERS = {
    MINOR_EDIT: MinorEditFormatter,
    TAKEN_BACK: TakenBackFormatter,
    DECIDED: DecidedFormatter,
    WITHDRAWN: WithdrawnFormatter,
}


@hooks.register("register_log_actions")
def register_formatters(actions: Any) -> None:
    for action, formatter in FORMATTERS.items():
        actions.register_action(action)(formatter)
