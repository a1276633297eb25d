"""The blocks of an article: text, call-out, contact, documents, list of the pages below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.contact import ContactBlock
from hub.blocks.facts import AppearanceFact, DocumentFact, LanguageFact
from hub.blocks.offered import offered_blocks
from hub.representation.context import Context
from hub.translations.prose import Fact

TEXT_FEATURES = ["h2", "h3", "h4", "bold", "italic", "ol", "ul", "hr", "link", "document-link"]
SHORT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class CallOutBlock(blocks.StructBlock):
    style = AppearanceFact(
        choices=[("tip", _("Tip")), ("important", _("Important")), ("emergency", _("Emergency"))],
        default="tip",
        label=_("Kind of note"),
    )
    title = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    text = blocks.RichTextBlock(features=SHORT_FEATURES, label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Call-out")
        template = "hub/blocks/callout.html"


class FileBlock(blocks.StructBlock):
    file = DocumentFact(label=_("File"))
    title = blocks.CharBlock(max_length=200, label=_("Title"))
    language = LanguageFact(label=_("Language of the file"))


class DocumentsBlock(blocks.StructBlock):
    """Files to download. The API form: `{"files": [{"file", "title", "language"}]}`; files that are gone are left
    out.
    """

    files = blocks.ListBlock(FileBlock(), label=_("Files"))

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        template = "hub/blocks/documents.html"

    def api_form(self, value: dict, context: Context) -> dict:
        return {"files": [item for item in value["files"] if item["value"]["file"]]}


class ChildrenBlock(Fact, blocks.StaticBlock):
    """Marks the place where the pages below are listed. They come from the navigation, so its own value is null."""

    class Meta:
        icon = "list-ul"
        label = _("List of the pages below")
        admin_text = _("Lists the pages below this one.")
        template = "hub/blocks/children.html"

    def references(self, raw: None) -> Iterator[tuple[str, int]]:
        return iter(())

    def api_form(self, raw: None, context: Context) -> None:
        return None


class TextBlock(blocks.RichTextBlock):
    """Rich text. The API form is HTML with root-relative addresses."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "hub/blocks/text.html"

    def __init__(self, **kwargs) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})


class BodyBlock(blocks.StreamBlock):
    """The body of an article, with the blocks that plugins offer to all bodies.

    A plugin's kind may add blocks for itself: `BodyBlock([("map", MapBlock())])`.
    """

    text = TextBlock()
    callout = CallOutBlock()
    contact = ContactBlock()
    documents = DocumentsBlock()
    children = ChildrenBlock()

    def __init__(self, local_blocks: Iterable[tuple[str, blocks.Block]] = (), **kwargs: Any) -> None:
        super().__init__([*offered_blocks(self.base_blocks), *local_blocks], **kwargs)
