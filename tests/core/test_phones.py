"""What people type or paste as phone numbers, and what becomes of it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from hub.phones import read_number, readable, split_numbers, stored_numbers, validate_phone

SEEDS = Path(settings.BASE_DIR).parent / "shared" / "seeds"


@pytest.mark.parametrize(
    ("typed", "number", "e164"),
    [
        ("03946/97 74 26", "03946 977426", "+493946977426"),
        ("0 39 46 / 97 74 26", "03946 977426", "+493946977426"),
        ("(03946) 97 74 26", "03946 977426", "+493946977426"),
        ("03946-977426", "03946 977426", "+493946977426"),
        ("03491 479-6014", "03491 4796014", "+4934914796014"),
        ("+49 (0) 3491 479-0", "03491 4790", "+4934914790"),
        ("0049 3491 4790", "03491 4790", "+4934914790"),
        ("0176 4320 8303", "0176 43208303", "+4917643208303"),
        ("0800 111 0 111", "0800 1110111", "+498001110111"),
        ("030 23125 000", "030 23125000", "+493023125000"),
        ("+90 212 555 12 34", "+90 212 555 12 34", "+902125551234"),
    ],
)
def test_a_complete_number_is_read(typed, number, e164):
    phone = read_number(typed)
    assert (phone.number, phone.e164, phone.href) == (number, e164, f"tel:{e164}")


@pytest.mark.parametrize("code", ["110", "112", "115", "116117", "116016", "11833"])
def test_short_codes_stay_as_they_are(code):
    assert read_number(code).number == code
    assert read_number(code).e164 is None
    assert read_number(code).href == f"tel:{code}"


def test_a_short_code_may_be_grouped():
    assert read_number("116 117").href == "tel:116117"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("97 74 26", "lacks its area code"),
        ("19222", "lacks its area code"),
        ("03946", "too many or too few digits"),
        ("030 23125 000 123 456 789", "too many or too few digits"),
        ("030 23125 000 Frau Beispiel", "is no phone number"),
        ("nach Vereinbarung", "is no phone number"),
    ],
)
def test_a_wrong_number_gets_a_message_that_shows_a_right_one(typed, said):
    with pytest.raises(ValidationError) as error:
        read_number(typed)
    assert said in error.value.messages[0]
    assert typed in error.value.messages[0]
    assert "030 23125 000" in error.value.messages[0]


@pytest.mark.parametrize(
    ("pasted", "numbers"),
    [
        (
            "03946/97 74 26, -27, -29, -55",
            ["03946/97 74 26", "03946/97 74 27", "03946/97 74 29", "03946/97 74 55"],
        ),
        ("03491 479-6014 oder -6015", ["03491 479-6014", "03491 479-6015"]),
        ("03491 479–6014 und 6015", ["03491 479-6014", "03491 479-6015"]),
        ("03491 479-6014/-15", ["03491 479-6014", "03491 479-6015"]),
        ("03491 479-6014/15", ["03491 479-6014", "03491 479-6015"]),
        ("03491 479-0, -6015", ["03491 479-0", "03491 479-6015"]),
        ("03491 479-6014; -0", ["03491 479-6014", "03491 479-0"]),
        ("03946-977426, -27", ["03946-977426", "03946-977427"]),
        ("0391 5671234/5671235", ["0391 5671234", "0391 5671235"]),
        ("030/23125-100 bzw. -200 und 0176 4320 8303", ["030/23125-100", "030/23125-200", "0176 4320 8303"]),
        ("Tel.: 04401 829 1212; Mobil: 0176 4320 8303", ["04401 829 1212", "0176 4320 8303"]),
        ("0800 111 0 111 oder 0800 111 0 222", ["0800 111 0 111", "0800 111 0 222"]),
        ("110, 112", ["110", "112"]),
        ("03461\u00a040\u00a02228", ["03461 40 2228"]),
        ("", []),
    ],
)
def test_a_pasted_entry_is_split_into_complete_numbers(pasted, numbers):
    assert split_numbers(pasted) == numbers
    for number in numbers:
        read_number(number)


@pytest.mark.parametrize("pasted", ["03946/977426, 9774990", "03946 977426, 112", "03491 479-6014, Fax -6099"])
def test_an_extension_that_can_be_read_in_several_ways_is_refused(pasted):
    with pytest.raises(ValidationError, match="not clear"):
        split_numbers(pasted)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not there")
def test_every_phone_line_of_the_seeds_is_understood():
    lines = [
        line
        for file in sorted(SEEDS.glob("*.txt"))
        for line in re.findall(r"(?:Tel\.|Mobil|Telefon):\s*([\d+(].*)", file.read_text(encoding="utf-8"))
    ]
    assert len(lines) >= 9
    for line in lines:
        assert [read_number(number).e164 for number in split_numbers(line)]


def test_a_field_for_one_number_refuses_two():
    with pytest.raises(ValidationError):
        validate_phone("03491 479-6014, -6015")
    validate_phone("03491 479-6014")


def test_what_no_form_has_checked_is_shown_as_it_stands():
    unclear = "03491 479-6014, 112"
    assert stored_numbers(unclear) == [unclear]
    assert readable("Zentrale 12") == {"number": "Zentrale 12", "e164": None, "href": "tel:12"}
    assert readable("112")["e164"] is None


def test_reading_numbers_needs_no_wagtail():
    program = "import sys, hub.phones; sys.exit(any(name.partition('.')[0] == 'wagtail' for name in sys.modules))"
    subprocess.run([sys.executable, "-c", program], cwd=settings.BASE_DIR, check=True)
