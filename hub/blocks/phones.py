"""The blocks that hold phone numbers.

An entry is stored as typed. A document shows it in a readable form, as E.164 and as the address of a link.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.facts import TextFact
from hub.phones import ReadableNumber, read_number, readable, split_numbers, stored_numbers
from hub.representation.context import Context


class PhoneShape(ReadableNumber):
    label: str


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
        label_format = "{number} {label}"
        template = "hub/blocks/phone.html"

    def api_form(self, value: dict, context: Context) -> PhoneShape:
        numbers = stored_numbers(value["number"] or "")
        return {"label": value["label"], **readable(numbers[0] if numbers else "")}


def _one_each(block_type: str, child: blocks.BoundBlock) -> list[dict]:
    """Return a cleaned phone as raw phones of one number each, all with its label; the first keeps its id."""
    return [
        {"type": block_type, "value": {**child.value, "number": number}, "id": str(uuid4()) if position else child.id}
        for position, number in enumerate(child.value["number"].split(", "))
    ]


class PhonesBlock(blocks.StreamBlock):
    """The phones of a StreamField: `ContentField(PhonesBlock())`."""

    phone = PhoneBlock()

    def clean(self, value: blocks.StreamValue) -> blocks.StreamValue:
        cleaned = super().clean(value)
        return self.to_python([phone for child in cleaned for phone in _one_each(child.block_type, child)])


class PhoneListBlock(blocks.ListBlock):
    """The phones within a structure."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(PhoneBlock(), **{"default": [], "label": _("Phones"), **kwargs})

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        return self.to_python([phone for child in cleaned.bound_blocks for phone in _one_each("item", child)])
