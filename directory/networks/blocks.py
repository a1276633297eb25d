"""What a network refers to: plans and concepts by their names."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.body import DocumentsBlock
from hub.blocks.facts import StructFact, TextFact, URLFact


class PaperBlock(StructFact):
    """A plan, concept or law: its name is the same in every language."""

    name = TextFact(max_length=200, label=_("Name"))
    edition = TextFact(
        required=False, max_length=60, label=_("Edition"), help_text=_("Such as 2014, or second edition.")
    )
    issuer = TextFact(required=False, max_length=200, label=_("Issuer"))
    url = URLFact(required=False, label=_("Web address"))


class PapersBlock(blocks.StructBlock):
    """Papers that are published elsewhere. The API form: `{"papers": [{"name", "edition", "issuer", "url"}]}`."""

    papers = blocks.ListBlock(PaperBlock(), label=_("Papers"))

    class Meta:
        icon = "list-ul"
        label = _("Plans and concepts by name")
        template = "networks/blocks/papers.html"


class BasisBlock(blocks.StreamBlock):
    documents = DocumentsBlock()
    papers = PapersBlock()
