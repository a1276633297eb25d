"""Wagtail's templates, as Django's loaders find them."""

from __future__ import annotations

from django.template import Origin
from django.template.loaders import app_directories

# Attributes that hold English words, whatever the language of the admin.
UNTRANSLATED = {
    "wagtailadmin/home.html": ('value="Search"',),
    "wagtailadmin/shared/header.html": ('value="Search"',),
    "wagtailadmin/shared/headers/_actions.html": ('aria-label="Actions"',),
}


class Loader(app_directories.Loader):
    """Hands the words of these templates to gettext."""

    def get_contents(self, origin: Origin) -> str:
        contents = super().get_contents(origin)
        for attribute in UNTRANSLATED.get(str(origin.template_name), ()):
            name, text, _end = attribute.split('"')
            contents = contents.replace(attribute, f"{name}\"{{% load i18n %}}{{% trans '{text}' %}}\"")
        return contents
