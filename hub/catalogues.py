"""What the catalogues of one language hold, and nothing else: Django falls back to the source language."""

from __future__ import annotations

from functools import cache
from gettext import NullTranslations, find, translation
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.utils.translation import to_locale

ORIGINAL = "en"  # the language of the messages in code and templates


class Nothing(NullTranslations):
    """Ends the chain of catalogues: none has the message."""

    def gettext(self, message: str) -> str:
        return ""

    def pgettext(self, context: str, message: str) -> str:
        return ""


@cache
def catalogue(language: str, domain: str) -> NullTranslations:
    """Return the catalogues of a domain in the project and in its apps as one, the project's first."""
    chain: NullTranslations = Nothing()
    folders = [*settings.LOCALE_PATHS, *(Path(app.path, "locale") for app in apps.get_app_configs())]
    for folder in reversed(folders):
        own = translation(domain, folder, [to_locale(language)], fallback=True)
        if type(own) is not NullTranslations:
            own.add_fallback(chain)
            chain = own
    return chain


@cache
def is_translated(language: str) -> bool:
    """Say whether the project has a catalogue of the interface in `language`, or needs none."""
    files = (find("django", folder, [to_locale(language)]) for folder in settings.LOCALE_PATHS)
    return language == ORIGINAL or any(files)


def own_text(message: str, language: str, context: str = "") -> str:
    """Return an interface message in `language`, "" where its catalogues do not have it."""
    messages = catalogue(language, "django")
    text = messages.pgettext(context, message) if context else messages.gettext(message)
    return text or (message if language == ORIGINAL else "")


def own_texts(message: str, context: str = "") -> dict[str, str]:
    """Return an interface message by the codes of the site's languages that have it: `{"de": "Wohnen"}`."""
    texts = {code: own_text(message, code, context) for code, _name in settings.LANGUAGES}
    return {code: text for code, text in texts.items() if text}
