"""Languages of the site other than those that most tests have."""

from __future__ import annotations

from typing import Any

from hub.settings import base


def use(settings: Any, codes: list[str]) -> None:
    """Let these be the languages of the site, named as in its settings."""
    languages = [(code, base.label(code)) for code in codes]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = languages
