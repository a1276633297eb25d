"""The blocks of an article: text, call-out, quotation, picture, links, contact, cards, files, the pages below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.contact import ContactBlock
from hub.blocks.facts import AppearanceFact, DocumentFact, ImageFact, LanguageFact, TextFact, URLFact
from hub.blocks.offered import offered_blocks
from hub.references import KindChooserBlock
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


class QuotationBlock(blocks.StructBlock):
    """What somebody said or wrote. The API form: `{"text", "source", "function", "url"}`, the text as HTML."""

    text = blocks.RichTextBlock(features=["bold", "italic", "ol", "ul"], label=_("Text"))
    source = TextFact(required=False, max_length=200, label=_("Person or organisation"))
    function = blocks.CharBlock(required=False, max_length=200, label=_("Function"))
    url = URLFact(required=False, label=_("Web address of the source"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "hub/blocks/quotation.html"


class PictureBlock(blocks.StructBlock):
    """A picture within the text. The API form: `{"image", "caption"}`; `image` is null when the picture is gone."""

    image = ImageFact(label=_("Image"))
    alt = blocks.CharBlock(
        required=False,
        max_length=200,
        label=_("Description of the image"),
        help_text=_("Empty: the description that the picture has in the library."),
    )
    caption = blocks.CharBlock(required=False, max_length=300, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Image")
        template = "hub/blocks/picture.html"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        value = super().clean(value)
        image = value["image"]
        if image and not value["alt"] and not image.descriptions and not self.is_deferred_validation:
            message = _("Say what the image shows, for people who cannot see it.")
            raise blocks.StructBlockValidationError(block_errors={"alt": ValidationError(message)})
        return value

    def api_form(self, value: dict, context: Context) -> dict:
        image = value["image"]
        if image and value["alt"]:
            image = {name: part for name, part in image.items() if name != "lang"} | {"alt": value["alt"]}
        return {"image": image, "caption": value["caption"]}


class LinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(max_length=200, label=_("Label"))
    url = URLFact(label=_("Web address"))
    language = LanguageFact(label=_("Language of the website"))


class LinksBlock(blocks.StructBlock):
    """Links to websites. The API form: `{"links": [{"label", "url", "language"}]}`."""

    links = blocks.ListBlock(LinkBlock(), label=_("Links"))

    class Meta:
        icon = "link"
        label = _("Links")
        template = "hub/blocks/links.html"

    def api_form(self, value: dict, context: Context) -> dict:
        return {"links": [item for item in value["links"] if item["value"]["url"]]}


class CardsBlock(blocks.StructBlock):
    """Pages of any kind with the role `card`. The API form: `{"title", "cards": [teaser]}` without those that are not
    public.
    """

    title = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    cards = blocks.ListBlock(KindChooserBlock("card"), label=_("Pages"))

    class Meta:
        icon = "doc-full-inverse"
        label = _("Cards of pages")
        template = "hub/blocks/cards.html"

    def api_form(self, value: dict, context: Context) -> dict:
        return {**value, "cards": [item for item in value["cards"] if item["value"]]}


class FileBlock(blocks.StructBlock):
    file = DocumentFact(label=_("File"))
    title = blocks.CharBlock(max_length=200, label=_("Title"))
    language = LanguageFact(label=_("Language of the file"))


class DocumentsBlock(blocks.StructBlock):
    """Files to download. The API form: `{"files": [{"file", "title", "language", "replaced_by"}]}`; files that are gone
    are left out. `replaced_by` is the id of the newer edition, where that is in the list, too.
    """

    files = blocks.ListBlock(FileBlock(), label=_("Files"))

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        template = "hub/blocks/documents.html"

    def api_form(self, value: dict, context: Context) -> dict:
        files = [item for item in value["files"] if item["value"]["file"]]
        newer = {item["value"]["file"]["replaces"]: item["value"]["file"]["id"] for item in files}
        return {
            "files": [
                item | {"value": item["value"] | {"replaced_by": newer.get(item["value"]["file"]["id"])}}
                for item in files
            ]
        }


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
    quotation = QuotationBlock()
    picture = PictureBlock()
    links = LinksBlock()
    contact = ContactBlock()
    cards = CardsBlock()
    documents = DocumentsBlock()
    children = ChildrenBlock()

    def __init__(self, local_blocks: Iterable[tuple[str, blocks.Block]] = (), **kwargs: Any) -> None:
        super().__init__([*offered_blocks(self.base_blocks), *local_blocks], **kwargs)
