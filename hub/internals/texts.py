"""What Django, Wagtail and wagtail-localize show in English, whatever the language of the admin.

Texts in their templates are in `templates`, those of their scripts in `hub_desk/texts.js`.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Permission
from django.db.models.signals import post_init
from django.utils.translation import gettext, gettext_lazy, gettext_noop
from wagtail.admin.ui.tables import Column
from wagtail.sites.views import IndexView
from wagtail_localize import models as localize_models
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

# As Django names the permissions that every model has.
PERMISSIONS = {
    "Can add ": gettext_noop("Can add %(name)s"),
    "Can change ": gettext_noop("Can change %(name)s"),
    "Can delete ": gettext_noop("Can delete %(name)s"),
    "Can view ": gettext_noop("Can view %(name)s"),
}


def translate() -> None:
    """Have these texts translated when they are shown."""
    post_init.connect(name_permission, sender=Permission, dispatch_uid="hub.internals.texts.name_permission")
    for column in IndexView.columns:
        if type(column) is Column:
            column.label = gettext_lazy(column.label)
    Translation._meta.verbose_name = gettext_lazy("translation")
    localize_models.DATE_FORMAT = edit_translation.DATE_FORMAT = settings.WAGTAIL_DATE_FORMAT


def name_permission(instance: Permission, **kwargs: Any) -> None:
    """Name a permission in the active language: the database has its name in English."""
    if "name" in instance.get_deferred_fields() or not instance.name:
        return
    for beginning, text in PERMISSIONS.items():
        if instance.name.startswith(beginning):
            instance.name = gettext(text) % {"name": gettext(instance.name.removeprefix(beginning))}
            return
    instance.name = gettext(instance.name)
