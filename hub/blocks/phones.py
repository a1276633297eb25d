"""The blocks that hold phone numbers.

An entry is stored as typed. A document shows it in a readable form, as E.164 and as the address of a link.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue

from hub.blocks.facts import TextFact
from hub.phones import digits, read_number, split_numbers
from hub.representation.context import Context


class NumberFact(TextFact):
    """One number, or several as pasted, all checked. The list around a PhoneBlock makes several phones of them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 200, **kwargs})

    def clean(self, value: str | None) -> str:
        numbers = split_numbers(super().clean(value) or "")
        for number in numbers:
            read_number(number)
        return ", ".join(numbers)


class PhoneBlock(blocks.StructBlock):
    """A phone. The API form: `{"label", "number", "e164", "href"}`; `e164` is null for short codes such as 112."""

    label = blocks.CharBlock(
        required=False, max_length=80, label=_("Label"), help_text=_("What the number is for, if there are several.")
    )
    number = NumberFact(
        label=_("Number"),
        help_text=_("With area code. Several can be pasted as they are written: 03946/97 74 26, -27, -29."),
    )

    class Meta:
        icon = "mobile-alt"
        label = _("Phone")
        template = "hub/blocks/phone.html"

    def api_form(self, value: dict, context: Context) -> dict:
        try:
            phone = read_number(split_numbers(value["number"] or "")[0])
        except (IndexError, ValidationError):
            # A number that was never checked, as in a draft or an import, is shown as it stands.
            return {**value, "e164": None, "href": f"tel:{digits(value['number'] or '')}"}
        return {**value, "number": phone.number, "e164": phone.e164, "href": phone.href}


def _one_each(phone: blocks.StructValue) -> list[blocks.StructValue]:
    """Return a cleaned phone as phones of one number each, all with its label."""
    numbers = phone["number"].split(", ")
    return [blocks.StructValue(phone.block, [*phone.items(), ("number", number)]) for number in numbers]


class PhonesBlock(blocks.StreamBlock):
    """The phones of a StreamField: `ContentField(PhonesBlock())`."""

    phone = PhoneBlock()

    def clean(self, value: StreamValue) -> StreamValue:
        cleaned = super().clean(value)
        return StreamValue(
            self,
            [
                (child.block_type, phone, str(uuid4()) if position else child.id)
                for child in cleaned
                for position, phone in enumerate(_one_each(child.value))
            ],
        )


class PhoneListBlock(blocks.ListBlock):
    """The phones within a structure."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(PhoneBlock(), **{"default": [], "label": _("Phones"), **kwargs})

    def clean(self, value: Any) -> ListValue:
        cleaned = super().clean(value)
        return ListValue(
            self,
            bound_blocks=[
                ListValue.ListChild(self.child_block, phone, id=None if position else child.id)
                for child in cleaned.bound_blocks
                for position, phone in enumerate(_one_each(child.value))
            ],
        )
