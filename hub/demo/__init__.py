"""What a plugin's demo is written with: `load(demo)` declares pages, `Demo.build()` makes them.

A page's values stand beside each other, each word next to its translations, each fact once::

    demo.page(
        InfoPage, "wohnen", parent="auental", icon="home", topics=["housing"],
        title=Prose(de="Wohnen", en="Housing", ar="السكن"),
        body=[block("callout", style="tip", text=Prose(de="<p>…</p>", …)), block("contact", office=Ref("beratung"))],
    )

Declaring first and making afterwards lets pages of several plugins point at each other. Everything goes the way an
editor's work goes: revisions are published, translations are stored as wagtail-localize's segments.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import Translation, TranslationSource

from hub.translations.segments import extract_texts, store_translations

NAMESPACE = uuid5(NAMESPACE_URL, "https://hub.example/demo")
SOURCE = settings.LANGUAGE_CODE


def key_of(name: str) -> UUID:
    """Return the same UUID for the same name on every machine: the translation key of the demo page with that slug."""
    return uuid5(NAMESPACE, name)


class Prose(dict):
    """Words in several languages: `Prose(de="Wohnen", en="Housing")`. Line breaks and indents are dropped."""

    def __init__(self, **words: str) -> None:
        super().__init__({language: _tidy(text) for language, text in words.items()})


@dataclass(frozen=True)
class Ref:
    """The demo page with this slug, in a field or a block."""

    slug: str


@dataclass(frozen=True)
class Block:
    type: str
    value: Any


def block(block_type: str, value: Any = None, **values: Any) -> Block:
    """Return a block of a StreamField: `block("text", Prose(…))` or, for a structure, `block("callout", title=…)`."""
    return Block(block_type, values or value)


@dataclass
class _Declared:
    model: type[Page]
    slug: str
    parent: str | None
    outdated: dict[str, dict[str, Any]]
    values: dict[str, Any]
    page: Page | None = None
    languages: list[str] = field(default_factory=list)


class Demo:
    """Collects what the plugins declare, then makes it in the order of the tree."""

    def __init__(self) -> None:
        self._pages: dict[str, _Declared] = {}

    def page(
        self,
        model: type[Page],
        slug: str,
        parent: str | None = None,
        outdated: dict[str, dict[str, Any]] | None = None,
        **values: Any,
    ) -> None:
        """Declare a page below the page with the slug `parent`, else below the site's home page.

        It is translated into each language that its title has. `outdated` makes a translation that was published before
        the source changed: language to the older words of the source, `{"ar": {"summary": "…"}}`.
        """
        if slug in self._pages:
            raise ValueError(f"Two demo pages have the slug {slug!r}.")
        title = values["title"]
        languages = [code for code in title if code != SOURCE] if isinstance(title, Prose) else []
        self._pages[slug] = _Declared(model, slug, parent, outdated or {}, values, languages=languages)

    def build(self) -> int:
        """Make the declared pages and return their number. Raises ValueError when a translation does not fit."""
        waiting, made = list(self._pages.values()), []
        while waiting:
            ready = [item for item in waiting if item.parent is None or self._pages[item.parent].page]
            if not ready:
                raise ValueError(f"Demo pages without a parent: {', '.join(item.slug for item in waiting)}.")
            for item in ready:
                self._add(item)
            made += ready
            waiting = [item for item in waiting if not item.page]
        for item in made:
            self._publish(item)
        return len(made)

    def _add(self, item: _Declared) -> None:
        """Add a draft: references to pages that are declared later are filled in when it is published."""
        parent = self._pages[item.parent].page if item.parent else Site.objects.get(is_default_site=True).root_page
        item.page = self._instance(item, SOURCE, relations=False)
        item.page.live = False
        Page.objects.get(pk=parent.pk).add_child(instance=item.page)

    def _publish(self, item: _Declared) -> None:
        for language, older in item.outdated.items():
            self._publish_source(item, {**item.values, **older})
            self._translate(item, language)
        self._publish_source(item, item.values)
        for language in item.languages:
            if language not in item.outdated:
                self._translate(item, language)

    def _publish_source(self, item: _Declared, values: dict[str, Any]) -> None:
        page = item.model.objects.get(pk=item.page.pk)
        self._fill(page, values, SOURCE, item.slug)
        page.save_revision().publish()
        item.page = item.model.objects.get(pk=page.pk)

    def _translate(self, item: _Declared, language: str) -> None:
        locale = Locale.objects.get(language_code=language)
        source, _created = TranslationSource.update_or_create_from_instance(item.page)
        translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
        store_translations(source, locale, extract_texts(self._instance(item, language)))
        translation.save_target(publish=False)
        source.get_translated_instance(locale).get_latest_revision().publish()

    def _instance(self, item: _Declared, language: str, relations: bool = True) -> Page:
        """Return an unsaved page with the words of `language` and the ids of the source."""
        page = item.model(
            slug=item.slug, translation_key=key_of(item.slug), locale=Locale.objects.get(language_code=SOURCE)
        )
        self._fill(page, item.values, language, item.slug, relations)
        return page

    def _fill(
        self, instance: models.Model, values: dict[str, Any], language: str, name: str, relations: bool = True
    ) -> None:
        """Set `values` on a page or an inline child. `name` makes the ids of its blocks and children."""
        for field_name, value in values.items():
            target = instance._meta.get_field(field_name)
            path = f"{name}/{field_name}"
            if isinstance(target, StreamField):
                raw = self._plain(value, language, path)
                stream = target.to_python(json.dumps(raw))
                setattr(instance, field_name, target.stream_block.clean(stream) if relations else stream)
            elif isinstance(value, Ref):
                setattr(instance, field_name, self._pages[value.slug].page)
            elif not (target.one_to_many or target.many_to_many):
                setattr(instance, field_name, self._plain(value, language, path))
            elif relations and target.many_to_many:
                getattr(instance, field_name).set([target.related_model.objects.get(slug=slug) for slug in value])
            elif relations:
                getattr(instance, field_name).set(self._children(instance, target.related_model, value, language, path))

    def _children(
        self, page: models.Model, model: type[models.Model], rows: list[dict], language: str, name: str
    ) -> list[models.Model]:
        children = []
        for number, row in enumerate(rows):
            path = f"{name}/{number}"
            child = model(translation_key=key_of(path), locale=page.locale, sort_order=number)
            self._fill(child, row, language, path)
            children.append(child)
        return children

    def _plain(self, value: Any, language: str, name: str) -> Any:
        """Return `value` in one language as raw data, with ids for stream and list items."""
        if isinstance(value, Prose):
            value = value.get(language) or value[SOURCE]
        if isinstance(value, Ref):
            return self._pk(value.slug)
        if isinstance(value, Block):
            return {"type": value.type, "value": self._plain(value.value, language, name), "id": str(key_of(name))}
        if isinstance(value, dict):
            return {key: self._plain(item, language, f"{name}/{key}") for key, item in value.items()}
        if isinstance(value, list):
            blocks = [item if isinstance(item, Block | str) else Block("item", item) for item in value]
            return [self._plain(item, language, f"{name}/{number}") for number, item in enumerate(blocks)]
        if isinstance(value, str):
            return re.sub(r'id="page:([\w-]+)"', lambda match: f'id="{self._pk(match[1])}"', value)
        return value

    def _pk(self, slug: str) -> int | None:
        """Return the id of the page with this slug, None while it is not made."""
        page = self._pages[slug].page
        return page.pk if page else None


def _tidy(text: str) -> str:
    """Return `text` on one line, without white space around the tags of paragraphs, headings and lists."""
    return re.sub(r"\s*(</?(?:p|ul|ol|li|h[2-4])>)\s*", r"\1", " ".join(text.split()))
