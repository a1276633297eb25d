from __future__ import annotations

import pytest

from hub.settings import base


def use(settings, codes: list[str]) -> None:
    """Let these be the languages of the site, named as in its settings."""
    languages = [(code, base.label(code)) for code in codes]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = languages


@pytest.fixture
def nine(settings) -> list[str]:
    """The languages with which a hub begins, instead of the three of other tests."""
    codes = [code for code, _name in base.LANGUAGES]
    use(settings, codes)
    return codes
