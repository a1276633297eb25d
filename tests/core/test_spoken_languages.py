"""Names of spoken languages."""

import pytest
from django.core.exceptions import ValidationError

from hub.spoken_languages import SPOKEN_LANGUAGES, SpokenLanguagesField, name_of, names_of


@pytest.mark.parametrize("language", ["de", "en", "fr", "ar", "fa", "tr", "ru", "uk", "de-simple"])
def test_every_language_has_a_name_of_its_own(language):
    names = [name_of(code, language) for code in SPOKEN_LANGUAGES]
    assert len(set(names)) == len(SPOKEN_LANGUAGES)
    assert not set(names) & set(SPOKEN_LANGUAGES)


def test_names_that_the_speakers_use():
    assert name_of("fa-AF", "de") == "Dari"
    assert name_of("kmr", "de") == "Kurdisch (Kurmandschi)"
    assert name_of("rom", "en") == "Romani"
    # CLDR's Arabic and Russian names of Romani are insulting.
    assert "غجر" not in name_of("rom", "ar")
    assert "цыган" not in name_of("rom", "ru").lower()


def test_plain_language_uses_the_names_of_its_language():
    assert name_of("ti", "de-simple") == name_of("ti", "de")


def test_an_unknown_language_falls_back_to_english():
    assert name_of("ar", "xx") == "Arabic"


def test_names_are_sorted_as_they_are_read():
    assert [item["code"] for item in names_of(["uk", "ar", "de"], "de")] == ["ar", "de", "uk"]


def test_a_field_takes_known_codes_once_in_a_fixed_order():
    field = SpokenLanguagesField()
    assert field.clean(["tr", "ar", "tr"], None) == ["ar", "tr"]
    assert field.clean(None, None) == []
    with pytest.raises(ValidationError, match="xx"):
        field.clean(["xx"], None)
