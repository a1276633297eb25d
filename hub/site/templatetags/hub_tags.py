"""Tags and filters for the templates of pages: icons, languages, blocks, addresses and times of documents."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.dateparse import parse_datetime, parse_time
from django.utils.encoding import escape_uri_path
from django.utils.html import conditional_escape, format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.blocks import StructBlock

from hub import catalogues, emergency
from hub.addresses import html_path
from hub.languages import Language, all_languages, interface_language, language_of, name_of
from hub.partial_dates import in_words, is_stored
from hub.plugins import Facet, installed, kinds
from hub.representation.facets import FacetValue, values_of
from hub.site.barriers import report_address
from hub.site.structured_data import describe

register = template.Library()

SPRITE = Path(__file__).resolve().parent.parent / "static" / "hub" / "icons.svg"
ICONS = frozenset(re.findall(r'<symbol id="(\w+)"', SPRITE.read_text(encoding="utf-8")))
LATIN_IN_BRACKETS = re.compile(r"\(([A-Z][^()\u0590-\u08ff]*)\)", re.ASCII | re.IGNORECASE)
# As django.utils.html.json_script does it: JSON that cannot end the script element.
SCRIPT_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return the icon `name`, hidden from screen readers; an unknown name gives the icon for information."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("hub/icons.svg"),
        name if name in ICONS else "info",
    )


@register.simple_tag
def lang(code: str = "") -> SafeString:
    """Return the attributes `lang` and `dir` of a language, without an argument those of the interface."""
    language = Language(code or interface_language())
    return format_html('lang="{}" dir="{}"', language.code, language.dir)


@register.filter
def own_name(code: str) -> str:
    """Return what a language calls itself."""
    return Language(code).name


@register.simple_tag
def own_text(message: str, code: str, context: str = "") -> str:
    """Return a message of the interface in the language `code`, "" where that has no translation of it."""
    return catalogues.own_text(message, code, context)


@register.simple_tag(takes_context=True)
def easier_version(context: template.Context) -> dict | None:
    """Return where a page that stands in the source language is written in the easy one, as `meta.translations` does.

    It gives the template `easy_language`, too.
    """
    easy = context["easy_language"] = settings.EASY_LANGUAGE
    meta = context["document"]["meta"]
    if meta["content_locale"] != settings.LANGUAGE_CODE:
        return None
    return next((item for item in meta["translations"] if item["locale"] == item["content_locale"] == easy), None)


@register.filter
def named(term: dict) -> SafeString:
    """Return the name of a term, with its language where it has none in the one that was asked for."""
    if "lang" in term:
        return format_html("<span {}>{}</span>", lang(term["lang"]), term["name"])
    return conditional_escape(term["name"])


@register.filter
def language_label(code: str) -> str:
    """Return the name of a language of the hub in the visitor's language."""
    return name_of(code, interface_language())


@register.filter
def email_text(address: str) -> SafeString:
    """Return an e-mail address that breaks after its @ and its dots where it is too long for a line."""
    return mark_safe(re.sub(r"[@.]", r"\g<0><wbr>", conditional_escape(address)))  # noqa: S308  # escaped above


@register.filter
def proper_name(name: str) -> SafeString:
    """Return the name of a programme, a funder or another organisation, isolated from the text around it.

    Latin letters in brackets are isolated, too: text from right to left turns “(ESF+)” into “(+ESF)”.
    """
    text = LATIN_IN_BRACKETS.sub(r'(<bdi dir="ltr">\1</bdi>)', conditional_escape(name))
    return format_html("<bdi>{}</bdi>", mark_safe(text))  # noqa: S308  # escaped above


@register.filter
def moment(value: str | None) -> datetime | time | None:
    """Return the date, moment or time of day that a document gives in ISO 8601, None for none."""
    return (parse_datetime(value) or parse_time(value)) if value else None


@register.filter
def partial_date(value: str) -> str:
    """Return a day, month or year that a document gives ("2017-11") in words of the visitor's language."""
    return in_words(value) if value and is_stored(value) else ""


@register.filter
def by_kind(teasers: list[dict]) -> list[dict]:
    """Group teasers: `[{"label", "teasers"}]` in the order of the kinds, without the empty ones."""
    groups = [
        {"label": kind.label, "teasers": [teaser for teaser in teasers if teaser["meta"]["kind"] == kind.slug]}
        for kind in kinds
    ]
    return [group for group in groups if group["teasers"]]


@register.filter
def item_values(items: list[dict]) -> list:
    """Return what the items of a list in a block hold, of those that hold something."""
    return [item["value"] for item in items if item["value"]]


@register.simple_tag
def card_template(teaser: dict) -> str:
    """Return the template with which the kind of `teaser` shows more of it, if any.

    A link to the list of a kind (`hub.site.navigation.list_link`) has no id: there is no more of it.
    """
    kind = kinds.get(teaser["meta"]["kind"]) if teaser.get("id") else None
    return kind.card_template if kind else ""


@register.filter
def is_indexed(kind_slug: str) -> bool:
    """Say whether search engines may list the pages of a kind."""
    kind = kinds.get(kind_slug)
    return kind is None or kind.indexed


@register.simple_tag(takes_context=True)
def facet_link(context: template.Context, name: str, value: Any) -> SafeString:
    """Return `value` of the facet `name` as a link to the list of the pages that have it, too.

    `value` is what the document holds: `{"code": "ar", "name": "Arabic"}`, or a plain value. On a card it is the
    teaser's. Where the kind has no such facet or list, or the county is not public, its label stands alone.
    """
    holder = context.get("teaser") or context["document"]
    kind, county = kinds.get(holder["meta"]["kind"]), context.get("county")
    facet = next((facet for facet in kind.facets if facet.name == name), None) if kind else None
    if kind is None or facet is None:
        return named({"name": "", **value}) if isinstance(value, dict) else conditional_escape(value)
    found = value_of(facet, value)
    if found is None or county is None or not kind.list_page:
        return named({**(value if isinstance(value, dict) else {}), "name": found.label}) if found else SafeString("")
    address = html_path(get_language(), f"{county['meta']['slug']}/{kind.slug}")
    return format_html(
        '<a class="facet-link" href="{}?{}">{}</a>',
        address,
        urlencode({name: found.value}),
        named({**(value if isinstance(value, dict) else {}), "name": found.label}),
    )


def value_of(facet: Facet, value: Any) -> FacetValue | None:
    """Return what a facet reads of one value of a document, None for what is not of its type."""
    if not isinstance(value, dict):
        return next(values_of(replace(facet, source="value", label_source=""), {"value": value}), None)
    source, label_source = (path.rpartition(".")[2] for path in (facet.source, facet.label_source))
    return next(values_of(replace(facet, source=source, label_source=label_source), value), None)


@register.simple_tag
def plugin_headers() -> list[str]:
    """Return the templates that plugins show in the header of every page."""
    return [plugin.header_template for plugin in installed() if plugin.header_template]


@register.simple_tag
def national_numbers() -> list[dict[str, str]]:
    """Return the emergency numbers that hold in all of Germany, named in the visitor's language."""
    return emergency.national_numbers(get_language())


@register.simple_tag(takes_context=True)
def absolute(context: template.Context, address: str) -> str:
    """Return `address` with the scheme and host that were asked for."""
    request = context.get("request")
    return request.build_absolute_uri(address) if request else address


@register.simple_tag(takes_context=True)
def barrier_report(context: template.Context) -> str:
    """Return the address at which visitors report a barrier of this page to its county, "" for none."""
    request = context.get("request")
    # An error page is rendered without its request, whose host may be what is wrong.
    path: str = request.path if request else context.get("path") or ""
    page_address = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + escape_uri_path(path)
    return report_address(context["county"], page_address)


@register.simple_tag(takes_context=True)
def stream(context: template.Context, name: str, some: list[dict] | None = None) -> SafeString:
    """Return the rendered blocks of the document's field `name`, or only `some` of them, each with the template of its
    block.

    Blocks that the model does not know, and structures without a template, are left out. A block's template gets
    `value` (its API form) and `id` beside the context of the page's template. A block in the source language says
    so.
    """
    blocks = context["page"]._meta.get_field(name).stream_block.child_blocks
    flat: dict[str, Any] = context.flatten()  # type: ignore[assignment]  # the names of a context are texts
    parts = []
    for block in context["document"].get(name) or [] if some is None else some:
        value = block["value"]
        definition = blocks.get(block["type"])
        template_name = getattr(getattr(definition, "meta", None), "template", None)
        if isinstance(value, dict) and set(value) == {"html"} and not isinstance(definition, StructBlock):
            html = mark_safe(value["html"])  # noqa: S308 - the block's rendered template
        elif template_name:
            html = render_to_string(template_name, {**flat, "value": value, "id": block["id"]})
        elif isinstance(value, str):
            html = format_html("<p>{}</p>", value)
        else:
            continue
        parts.append(format_html("<div {}>{}</div>", lang(block["lang"]), html) if "lang" in block else html)
    return mark_safe("".join(parts))  # noqa: S308 - all parts are rendered templates


@register.simple_tag(takes_context=True)
def language_links(context: template.Context) -> list[dict]:
    """Return `[{"language", "address", "current"}]`: this page in every language in which it is shown.

    A list page gives its `addresses` by language. A page without a document (search, an error) is assumed at the same
    address below the other language.
    """
    document = context.get("document")
    if "addresses" in context:
        addresses = context["addresses"]
    elif document:
        meta = document["meta"]
        addresses = {meta["locale"]: meta["html_url"]}
        addresses |= {item["locale"]: item["html_url"] for item in meta["translations"]}
    else:
        addresses = {language.code: same_address(context.get("request"), language.code) for language in all_languages()}
    return [
        {"language": language, "address": addresses[language.code], "current": language.code == get_language()}
        for language in all_languages()
        if language.code in addresses
    ]


def same_address(request: HttpRequest | None, code: str) -> str:
    """Return the address of a request below another language; the home page's where no view answers the request."""
    language = language_of(request.path_info) if request else None
    if request is None or language is None or request.resolver_match is None:
        return html_path(code, "")
    return request.get_full_path().replace(f"/{language}/", f"/{code}/", 1)


@register.simple_tag(takes_context=True)
def structured_data(context: template.Context) -> SafeString:
    """Return the description of the page for search engines: JSON-LD in the vocabulary of schema.org."""
    data = describe(context["document"], context.get("page"), lambda address: absolute(context, address))
    text = json.dumps(data, ensure_ascii=False, cls=DjangoJSONEncoder)
    return mark_safe(  # noqa: S308 - escaped as Django's json_script does
        f'<script type="application/ld+json">{text.translate(SCRIPT_ESCAPES)}</script>'
    )
