"""The languages of the site: what each calls itself, its direction, the order in which to offer them to a visitor."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import get_language_info, get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header

# Django's list knows no right-to-left script for Sorani, Pashto, Sindhi, Uyghur and Yiddish.
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True)
class Language:
    """A language by its BCP 47 code."""

    code: str

    @property
    def name(self) -> str:
        """What the language calls itself; its code when nobody knows."""
        try:
            return capfirst(get_language_info(self.code)["name_local"])
        except KeyError:
            return self.code

    @property
    def dir(self) -> str:
        return "rtl" if self.code.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def all_languages() -> list[Language]:
    """Return the languages of the settings, in their order."""
    return [Language(code) for code, _name in settings.LANGUAGES]


def for_browser(request: HttpRequest) -> list[Language]:
    """Return the languages of the settings, those that the browser asks for first (its `Accept-Language`)."""
    wanted = []
    for code, _weight in parse_accept_lang_header(request.headers.get("accept-language", "")):
        try:
            wanted.append(get_supported_language_variant(code))
        except LookupError:
            continue
    return sorted(
        all_languages(), key=lambda language: wanted.index(language.code) if language.code in wanted else len(wanted)
    )
