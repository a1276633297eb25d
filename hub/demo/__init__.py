"""Demo content of plugins: `load(demo)` declares pages, `Demo.build()` creates them.

A page is declared with all its values, texts in German::

    demo.page(
        InfoPage, "wohnen", parent="auental", icon="home", topics=["housing"],
        title=Prose("Wohnen"), image=Picture("key.jpg", draw_key, shows=Prose("Ein Schlüssel")),
        body=[block("callout", style="tip", text=Prose("<p>…</p>")), block("contact", office=Ref("beratung"))],
    )

The translations are in the gettext catalogues `demo.po` beside those of the interface, by the German text.

Declaring all pages before creating them lets pages of several plugins refer to each other. Pages are created as
editors create them: revisions are published, translations are stored as wagtail-localize's segments.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import Translation

from hub.catalogues import catalogue
from hub.demo.drawing import Canvas
from hub.media.models import Image
from hub.translations.handover import source_for
from hub.translations.segments import extract_texts, store_translations

NAMESPACE = uuid5(NAMESPACE_URL, "https://hub.example/demo")
SOURCE = settings.LANGUAGE_CODE


def key_of(name: str) -> UUID:
    """Return the same UUID for the same name on every machine: the translation key of the demo page with that slug."""
    return uuid5(NAMESPACE, name)


class Prose(Mapping[str, str]):
    """A German text with its translations, by language. Line breaks and indents are dropped.

    Translations come from the catalogues; `Prose("Wohnen", en="Housing")` gives some in their place.
    """

    def __init__(self, text: str, **translations: str) -> None:
        self.text = _remove_indents(text)
        self.translations = {code: _remove_indents(text) for code, text in translations.items()}

    def __getitem__(self, language: str) -> str:
        if language == SOURCE:
            return self.text
        text = self.translations.get(language) or catalogue(language, "demo").gettext(self.text)
        if not text:
            raise KeyError(language)
        return text

    def __iter__(self) -> Iterator[str]:
        return (code for code, _name in settings.LANGUAGES if code in self)

    def __len__(self) -> int:
        return len(list(iter(self)))


@dataclass(frozen=True)
class Ref:
    """The demo page with this slug, in a field or a block."""

    slug: str


@dataclass(frozen=True)
class Picture:
    """A drawing, in a field or a block. `file` is the name of its file; the same file is the same picture."""

    file: str
    draw: Callable[[], Canvas]
    shows: Prose


@dataclass(frozen=True)
class Block:
    type: str
    value: Any


def block(block_type: str, value: Any = None, **values: Any) -> Block:
    """Return a block of a StreamField: `block("text", Prose(…))` or, for a structure, `block("callout", title=…)`."""
    return Block(block_type, values or value)


def lines(*texts: Prose | str) -> list[dict[str, Any]]:
    """Return the rows of a list of texts (`hub.items.Line`), such as an office's tasks."""
    return [{"text": text} for text in texts]


@dataclass
class _Declaration:
    """A declared page. `page` is its source page once `Demo.build` has created it."""

    model: type[Page]
    slug: str
    parent: str | None
    outdated: dict[str, dict[str, Any]]
    rewritten: dict[str, dict[str, Any]]
    values: dict[str, Any]
    page: Any = None  # the Page, once it is added

    def values_for(self, language: str) -> dict[str, Any]:
        """Return the values that `language` translates: earlier ones where it is outdated."""
        return {**self.values, **self.outdated.get(language, {})}

    def languages(self) -> list[str]:
        """Return the languages that have all texts of the page."""
        if not isinstance(self.values["title"], Prose):
            return []
        codes = (code for code in self.values["title"] if code != SOURCE and code not in self.rewritten)
        return [code for code in codes if all(code in text for text in _texts(self.values_for(code)))]


class Demo:
    """Collects the pages that plugins declare, then creates them, parents first."""

    def __init__(self) -> None:
        self._declarations: dict[str, _Declaration] = {}
        self._afterwards: list[Callable[[], None]] = []
        self.pictures: dict[str, Image] = {}  # by the names of their files, once they are drawn

    def page(
        self,
        model: type[Page],
        slug: str,
        parent: str | None = None,
        outdated: dict[str, dict[str, Any]] | None = None,
        rewritten: dict[str, dict[str, Any]] | None = None,
        **values: Any,
    ) -> None:
        """Declare a page below the page with the slug `parent`, else below the site's home page.

        It is translated into each language that has all its texts. `outdated` is for translations that were published
        before the source changed; it maps a language to the source's earlier values, `{"ar": {"summary": Prose("…")}}`.
        `rewritten` maps a language to the values of a translation that has a structure of its own. Raises ValueError
        when the slug is taken.
        """
        if slug in self._declarations:
            raise ValueError(f"Two demo pages have the slug {slug!r}.")
        outdated, rewritten = _of_the_site(outdated), _of_the_site(rewritten)
        self._declarations[slug] = _Declaration(model, slug, parent, outdated, rewritten, values)

    def afterwards(self, do: Callable[[], None]) -> None:
        """Have `do` called when all pages are published, as for what points at pages from outside."""
        self._afterwards.append(do)

    def build(self) -> int:
        """Create the declared pages and return their number.

        Raises ValueError when a parent is not declared, or a translation has another number of texts than its source.
        """
        ordered = self._parents_first()
        for declaration in ordered:
            self._add_draft(declaration)
        for declaration in ordered:
            self._publish(declaration)
        for do in self._afterwards:
            do()
        return len(ordered)

    def image(self, picture: Picture) -> Image:
        """Return the picture of the library, drawn when it is first asked for."""
        if picture.file not in self.pictures:
            file = ContentFile(picture.draw().encoded(picture.file), picture.file)
            title = picture.shows[SOURCE]
            self.pictures[picture.file] = Image.objects.create(title=title, file=file, descriptions=dict(picture.shows))
        return self.pictures[picture.file]

    def _parents_first(self) -> list[_Declaration]:
        """Return the declarations level by level. Raises ValueError for a page below one that is not declared."""
        ordered: dict[str, _Declaration] = {}
        remaining = self._declarations
        while remaining:
            level = {slug: page for slug, page in remaining.items() if page.parent is None or page.parent in ordered}
            if not level:
                raise ValueError(f"Demo pages without a parent: {', '.join(remaining)}.")
            ordered |= level
            remaining = {slug: page for slug, page in remaining.items() if slug not in ordered}
        return list(ordered.values())

    def _add_draft(self, declaration: _Declaration) -> None:
        """Add a page without its relations: they may refer to pages that are added later."""
        if declaration.parent:
            parent = self._declarations[declaration.parent].page
        else:
            parent = Site.objects.get(is_default_site=True).root_page
        declaration.page = self._instance(declaration, SOURCE, relations=False)
        declaration.page.live = False
        Page.objects.get(pk=parent.pk).add_child(instance=declaration.page)

    def _publish(self, declaration: _Declaration) -> None:
        for language in declaration.outdated:
            self._publish_source(declaration, declaration.values_for(language))
            self._publish_translations(declaration, [language])
        self._publish_source(declaration, declaration.values)
        others = [language for language in declaration.languages() if language not in declaration.outdated]
        if others:
            self._publish_translations(declaration, others)
        for language, values in declaration.rewritten.items():
            translation = declaration.page.copy_for_translation(Locale.objects.get(language_code=language))
            self._fill(translation, values, SOURCE, f"{declaration.slug}/{language}")
            translation.save_revision().publish()

    def _publish_source(self, declaration: _Declaration, values: dict[str, Any]) -> None:
        page = declaration.model.objects.get(pk=declaration.page.pk)
        self._fill(page, values, SOURCE, declaration.slug)
        page.save_revision().publish()
        declaration.page = declaration.model.objects.get(pk=page.pk)

    def _publish_translations(self, declaration: _Declaration, languages: list[str]) -> None:
        source = source_for(declaration.page)
        for language in languages:
            locale = Locale.objects.get(language_code=language)
            translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
            store_translations(source, locale, extract_texts(self._instance(declaration, language)))
            translation.save_target(publish=False)
            source.get_translated_instance(locale).get_latest_revision().publish()

    def _instance(self, declaration: _Declaration, language: str, relations: bool = True) -> Page:
        """Return an unsaved page with the texts of `language`, and ids of blocks and children as in the source."""
        slug = declaration.slug
        page = declaration.model(
            slug=slug, translation_key=key_of(slug), locale=Locale.objects.get(language_code=SOURCE)
        )
        self._fill(page, declaration.values_for(language), language, slug, relations)
        return page

    def _fill(self, instance: Any, values: dict[str, Any], language: str, name: str, relations: bool = True) -> None:
        """Set `values` on a page or an inline child. The ids of its blocks and children follow from `name`.

        Without `relations`, many-to-many and child relations are left out and blocks are not validated.
        """
        for field_name, value in values.items():
            target = instance._meta.get_field(field_name)
            path = f"{name}/{field_name}"
            if isinstance(target, StreamField):
                raw = self._plain(value, language, path)
                stream = target.to_python(json.dumps(raw))
                setattr(instance, field_name, target.stream_block.clean(stream) if relations else stream)
            elif isinstance(value, Ref):
                setattr(instance, field_name, self._declarations[value.slug].page)
            elif isinstance(value, Picture):
                setattr(instance, field_name, self.image(value))
            elif not (target.one_to_many or target.many_to_many):
                raw = self._plain(value, language, path)
                if target.is_relation and isinstance(raw, str):
                    raw = target.related_model.objects.get(slug=raw)
                # Wagtail leaves all relations out of a revision in which a time is still text.
                setattr(instance, field_name, raw if target.is_relation else target.to_python(raw))
            elif relations and target.many_to_many:
                getattr(instance, field_name).set([target.related_model.objects.get(slug=slug) for slug in value])
            elif relations:
                getattr(instance, field_name).set(self._children(instance, target.related_model, value, language, path))

    def _children(
        self, page: Any, model: type[models.Model], rows: list[dict], language: str, name: str
    ) -> list[models.Model]:
        children = []
        for number, row in enumerate(rows):
            path = f"{name}/{number}"
            automatic = {"translation_key": key_of(path), "locale": page.locale, "sort_order": number}
            child = model(**{field: value for field, value in automatic.items() if hasattr(model, field)})
            self._fill(child, row, language, path)
            children.append(child)
        return children

    def _plain(self, value: Any, language: str, name: str) -> Any:
        """Return `value` in one language as raw data, with ids for stream and list items."""
        if isinstance(value, Prose):
            value = value.get(language) or value[SOURCE]
        if isinstance(value, Ref):
            return self._pk(value.slug)
        if isinstance(value, Picture):
            return self.image(value).pk
        if isinstance(value, Block):
            return {"type": value.type, "value": self._plain(value.value, language, name), "id": str(key_of(name))}
        if isinstance(value, dict):
            return {key: self._plain(item, language, f"{name}/{key}") for key, item in value.items()}
        if isinstance(value, list):
            items = [item if isinstance(item, Block | str) else Block("item", item) for item in value]
            return [self._plain(item, language, f"{name}/{number}") for number, item in enumerate(items)]
        if isinstance(value, str):
            return re.sub(r'id="page:([\w-]+)"', lambda match: f'id="{self._pk(match[1])}"', value)
        return value

    def _pk(self, slug: str) -> int | None:
        """Return the id of the page with this slug, None before it is added."""
        page = self._declarations[slug].page
        return page.pk if page else None


def _of_the_site(values: dict[str, Any] | None) -> dict[str, Any]:
    """Return what is for languages of the settings."""
    return {code: value for code, value in (values or {}).items() if code in dict(settings.LANGUAGES)}


def _texts(value: Any) -> Iterator[Prose]:
    """Yield every text in the values of a page."""
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, Block):
        yield from _texts(value.value)
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _remove_indents(text: str) -> str:
    """Return `text` on one line, without white space around the tags of paragraphs, headings and lists."""
    return re.sub(r"\s*(</?(?:p|ul|ol|li|h[2-4])>)\s*", r"\1", " ".join(text.split()))
