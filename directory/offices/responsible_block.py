"""A block for all bodies that asks what a visitor needs and where they live."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.facts import ChoiceFact


def presets() -> list[Any]:
    from directory.offices import responsible  # bodies need the block while models are imported

    return responsible.presets()


class ResponsibleBlock(blocks.StructBlock):
    """The form leads to the county's page “Your responsible office”.

    The API form: `{"heading", "what"}`; `what` is "" or a facet of offices with its value, "topics:housing".
    """

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    what = ChoiceFact(
        required=False,
        choices=presets,
        label=_("For what"),
        help_text=_("Chosen in the form to begin with; visitors may choose something else."),
    )

    class Meta:
        icon = "search"
        label = _("The office responsible for you")
        template = "offices/blocks/responsible.html"
