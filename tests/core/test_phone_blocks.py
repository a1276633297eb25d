"""A pasted entry becomes one phone for each number, in a stream and in a list."""

import json

import pytest
from wagtail import blocks

from hub.blocks.phones import PhoneBlock, PhoneListBlock, PhonesBlock


def stream(*phones):
    data = [{"type": "phone", "value": value, "id": id_} for id_, value in phones]
    return PhonesBlock().to_python(data)


def test_a_stream_makes_several_phones_of_a_pasted_entry():
    block = PhonesBlock()
    value = stream(("a", {"label": "Telefon", "number": "03946/97 74 26, -27"}), ("b", {"label": "", "number": "115"}))
    cleaned = block.clean(value)
    assert [(child.value["label"], child.value["number"]) for child in cleaned] == [
        ("Telefon", "03946/97 74 26"),
        ("Telefon", "03946/97 74 27"),
        ("", "115"),
    ]
    ids = [child.id for child in cleaned]
    assert (ids[0], ids[2]) == ("a", "b"), "a phone keeps its id, and with it its translated label"
    assert len(set(ids)) == 3


def test_cleaning_again_changes_nothing():
    block = PhonesBlock()
    once = block.clean(stream(("a", {"label": "", "number": "03491 479-6014 oder -6015"})))
    assert block.clean(once).get_prep_value() == once.get_prep_value()


def test_a_list_makes_several_phones_of_a_pasted_entry():
    block = PhoneListBlock()
    value = block.to_python([{"type": "item", "id": "a", "value": {"label": "", "number": "03491 479-0, -12"}}])
    cleaned = block.clean(value)
    assert [phone["number"] for phone in cleaned] == ["03491 479-0", "03491 479-12"]
    assert cleaned.bound_blocks[0].id == "a"


def test_the_message_stands_at_the_number_that_is_wrong():
    value = stream(("a", {"label": "", "number": "115"}), ("b", {"label": "", "number": "12 34"}))
    with pytest.raises(blocks.StreamBlockValidationError) as error:
        PhonesBlock().clean(value)
    assert "area code" in json.dumps(error.value.as_json_data()["blockErrors"][1])


def test_the_api_form_is_readable_and_can_be_dialled():
    form = PhoneBlock().api_form({"label": "Büro", "number": "03946/97 74 26"}, None)
    assert form == {
        "label": "Büro",
        "number": "03946 977426",
        "e164": "+493946977426",
        "href": "tel:+493946977426",
    }


def test_a_number_that_was_never_checked_is_shown_as_it_stands():
    form = PhoneBlock().api_form({"label": "", "number": "97 74 26"}, None)
    assert (form["number"], form["e164"], form["href"]) == ("97 74 26", None, "tel:977426")
