"""Days, months and years as people type, store and read them."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from hub.partial_dates import PartialDateField, in_words, is_before, is_stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("12.11.2017", "2017-11-12"),
        ("2017-11-12", "2017-11-12"),
        ("11/2017", "2017-11"),
        ("11.2017", "2017-11"),
        (" November  2017", "2017-11"),
        ("Nov. 2017", "2017-11"),
        ("2. November 2017", "2017-11-02"),
        ("12.Nov. 2017", "2017-11-12"),
        ("2017-11", "2017-11"),
        ("2017", "2017"),
        ("", ""),
    ],
)
def test_what_people_type_is_read_and_shown_again(typed, stored):
    with override("de"):
        field = PartialDateField(blank=True).formfield()
        assert field.clean(typed) == stored
        assert field.clean(field.prepare_value(stored)) == stored
        assert not field.has_changed(stored, typed)


@pytest.mark.parametrize(
    "typed", ["13/2017", "31.2.2017", "31. Februar 2017", "Nirgends 2017", "bald", "17", "2017-13"]
)
def test_what_is_no_date_is_refused_with_how_to_write_it(typed):
    with override("de"), pytest.raises(ValidationError, match="11/2017"):
        PartialDateField().formfield().clean(typed)


@pytest.mark.parametrize("stored", ["2017-02-30", "0000", "2017-1", "17.11.2017", "2017-11-12T00:00", "２０１７"])
def test_nothing_else_is_stored(stored):
    assert not is_stored(stored)
    with pytest.raises(ValidationError):
        PartialDateField().clean(stored, None)


def test_words_are_those_of_the_language():
    shown = {}
    for language in ("de", "en", "ar"):
        with override(language):
            shown[language] = [in_words(text) for text in ("2017-11-02", "2017-11", "2017")]
    assert shown["de"] == ["2. November 2017", "November 2017", "2017"]
    assert shown["en"] == ["Nov. 2, 2017", "November 2017", "2017"]
    assert shown["ar"][1:] == ["نوفمبر 2017", "2017"]


def test_a_month_is_not_before_a_day_in_it():
    assert is_before("2016", "2017-01")
    assert is_before("2017-01-31", "2017-02")
    assert not is_before("2017-01-02", "2017-01")
    assert not is_before("2017", "2017-05")
    assert not is_before("2017", "2017")
