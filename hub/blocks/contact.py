"""A contact: an office by role, or a one-off name, phones, e-mail and address."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.facts import EmailFact, TextFact, URLFact
from hub.blocks.phones import PhoneListBlock
from hub.references import KindChooserBlock


class ContactBlock(blocks.StructBlock):
    """The API form: `{"office": teaser or null, "name", "phones": [{"value": {"label", "number"}}], "email", "address",
    …}`.
    """

    office = KindChooserBlock("contact", required=False, label=_("Office"), help_text=_("Or fill in the fields below."))
    name = blocks.CharBlock(required=False, max_length=200, label=_("Name"))
    phones = PhoneListBlock(default=[], label=_("Phones"))
    email = EmailFact(required=False, label=_("E-mail"))
    website = URLFact(required=False, label=_("Website"))
    address = TextFact(required=False, max_length=300, label=_("Address"))

    class Meta:
        icon = "mail"
        label = _("Contact")
        template = "hub/blocks/contact.html"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        value = super().clean(value)
        if not value["office"] and not value["name"] and not self.is_deferred_validation:
            raise blocks.StructBlockValidationError(
                block_errors={"name": ValidationError(_("Choose an office or give a name."))}
            )
        return value
