"""Page navigation, read from publications alone: what is not public is in none.

A reader who has been admitted to a private page is shown other private pages, too, read for that one answer.
"""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext, gettext_lazy, override

from hub.addresses import html_path
from hub.internals.wagtail import refused_paths
from hub.plugins import COUNTY, Kind, kinds
from hub.publications.models import Publication, PublicationQuerySet
from hub.publications.topics import counts, topics_of
from hub.representation import teasers_of
from hub.taxonomy.models import Topic

COUNTY_ADDRESS = re.compile(r"/[^/]+/(?P<slug>[-\w]+)(/|\Z)")
TOPICS = "topics"  # the address of a county's topics, below it
LEGAL_PAGES = ("imprint", "privacy", "accessibility")


def page_navigation(document: dict, publication: Publication | None = None) -> dict:
    """Return the navigation of a document's page, in its language and with a constant number of queries.

    - `breadcrumbs`: teasers from the county to the parent, or to the list page on which the page stands,
    - `children`: teasers of the public pages directly below, in tree order, without a county's legal pages and those of
      kinds with a list page,
    - `lists`: links to these list pages and, where pages of a county have topics, to those, as teasers,
    - `body_lists_children`: whether the body shows the children itself,
    - `county`: the county's document, None when it is not public,
    - `original`: the source page in its own language, as in `meta.translations`; None when this is it.

    Without a publication (a draft's preview) the page's own one is looked up: it knows the place of a public page.
    """
    meta = document["meta"]
    public = Publication.objects.public().filter(locale=meta["locale"])
    is_county = meta["kind"] in county_kinds()
    if publication is None:
        publication = public.filter(translation_key=meta["translation_key"]).defer("document", "texts").first()
    listed = kinds.with_list_page()
    breadcrumbs, children, lists, original = [], [], [], None
    if publication:
        ids = [] if is_county else [int(pk) for pk in publication.ancestors.strip("/").split("/")[:-1]]
        teasers = dict(public.filter(source_id__in=ids).values_list("source_id", "teaser"))
        breadcrumbs = [teasers[pk] for pk in ids if pk in teasers]
        child_publications = public.filter(parent_id=publication.source_id).order_by("tree_path")
        if is_county:
            below = set(child_publications.order_by().values_list("kind", flat=True).distinct())
            lists = [list_link(kind, meta["slug"], meta["locale"]) for slug, kind in listed.items() if slug in below]
            child_publications = child_publications.exclude(kind__in=listed)
        children = list(child_publications.values_list("teaser", flat=True))
        translated = (item for item in meta["translations"] if item["locale"] == item["content_locale"])
        original = next((item for item in translated if item["id"] == publication.source_id), None)
    elif meta["parent"]:
        breadcrumbs = [meta["parent"]]
    own_county = document if is_county else county((meta["county"] or {}).get("slug", ""), meta["locale"], public)
    legal_ids = [document[name]["id"] for name in LEGAL_PAGES if document[name]] if is_county else []
    children = [teaser for teaser in children if teaser["id"] not in legal_ids]
    if breadcrumbs and meta["kind"] in listed and breadcrumbs[-1]["meta"]["kind"] in county_kinds():
        breadcrumbs.append(list_link(listed[meta["kind"]], breadcrumbs[-1]["meta"]["slug"], meta["locale"]))
    if is_county and topics_of(public.filter(county=meta["slug"])).exists():
        lists.append(topics_link(meta["slug"], meta["locale"]))
    return {
        "breadcrumbs": breadcrumbs,
        "children": children,
        "lists": lists,
        "body_lists_children": any(block["type"] == "children" for block in document.get("body") or []),
        "original": original,
        "county": own_county,
    }


def private_navigation(page: Any, request: HttpRequest) -> dict:
    """Return `breadcrumbs` and `children` of a private source page for a reader whom its restrictions have admitted.

    They are those of its ancestors and children, and of its translations' children, that no restriction refuses.
    """
    language = get_language()
    ancestors = page.get_ancestors().values_list("pk", flat=True)
    translations = page.get_translations(inclusive=True)
    children = [pk for parent in translations for pk in parent.get_children().values_list("pk", flat=True)]
    refused = refused_paths(request)
    return {
        "breadcrumbs": teasers_of(ancestors, language, refused),
        "children": teasers_of(children, language, refused),
    }


def list_link(kind: Kind, county_slug: str, locale: str) -> dict:
    """Return a link to a kind's list page in a county, with the names that templates read of teasers."""
    with override(locale):
        title = str(kind.label)
    address = html_path(locale, f"{county_slug}/{kind.slug}")
    return {"title": title, "meta": {"kind": kind.slug, "html_url": address, "content_locale": locale}}


def topics_link(county_slug: str, locale: str) -> dict:
    """Return a link to a county's topics, with the names that templates read of teasers."""
    with override(locale):
        title = gettext("Topics")
    address = html_path(locale, f"{county_slug}/{TOPICS}")
    return {"title": title, "meta": {"kind": "", "html_url": address, "content_locale": locale}}


def topics(county_slug: str, locale: str, public: PublicationQuerySet | None = None) -> list[dict]:
    """Return `[{"slug", "name", "icon", "count"}]` of the topics of a county's public pages, by name."""
    public = Publication.objects.public() if public is None else public
    pages = counts(public.filter(locale=locale, county=county_slug))
    terms = Topic.objects.filter(slug__in=pages)
    found = [{**term.api_form(locale), "count": pages[term.slug]} for term in terms]
    return sorted(found, key=lambda topic: topic["name"].casefold())


def taken_below_counties() -> dict[str, str | Promise]:
    """Return the slugs that no page directly below a county can have, with what stands there instead."""
    return {TOPICS: gettext_lazy("Topics"), **{slug: kind.label for slug, kind in kinds.with_list_page().items()}}


def county_kinds() -> list[str]:
    """Return the slugs of the kinds whose pages are counties: one, by check hub.E011."""
    return [kind.slug for kind in kinds.with_role(COUNTY)]


def county(slug: str, locale: str, public: PublicationQuerySet | None = None) -> dict | None:
    """Return a public county's document in `locale`, None for none. `public` saves asking for what is public."""
    if not slug:
        return None
    public = Publication.objects.public() if public is None else public
    return public.filter(kind__in=county_kinds(), county=slug, locale=locale).values_list("document", flat=True).first()


def county_at(path: str, locale: str, public: PublicationQuerySet | None = None) -> dict | None:
    """Return the document of the public county in which the address `/<language>/<county>/…` stands, None for none."""
    place = COUNTY_ADDRESS.match(path)
    return county(place["slug"], locale, public) if place else None


def only_county(locale: str) -> dict | None:
    """Return the document of the hub's only public county, None where there is another or none in `locale`."""
    public = Publication.objects.public()
    # Every county is shown in the source language, whatever others it offers.
    everywhere = public.filter(kind__in=county_kinds(), locale=settings.LANGUAGE_CODE)
    slugs = everywhere.values_list("county", flat=True)[:2]
    return county(slugs[0], locale, public) if len(slugs) == 1 else None


def addresses(county: dict, path: str = "") -> dict[str, str]:
    """Return the address of `path` below a county in each of its languages."""
    meta = county["meta"]
    locales = [meta["locale"], *(item["locale"] for item in meta["translations"])]
    place = "/".join(part for part in (meta["slug"], path) if part)
    return {locale: html_path(locale, place) for locale in locales}


def counties(locale: str) -> list[dict]:
    """Return the teasers of the public counties in `locale`, by title.

    One whose title is translated has its `source`, too, `{"title", "locale"}`: the name that letters and signs show.
    """
    source = settings.LANGUAGE_CODE
    public = Publication.objects.public().filter(kind__in=county_kinds(), locale__in=(locale, source)).order_by("title")
    rows = list(public.values_list("locale", "translation_key", "title", "teaser"))
    names = {key: title for code, key, title, _teaser in rows if code == source}
    return [
        teaser if names.get(key, title) == title else {**teaser, "source": {"title": names[key], "locale": source}}
        for code, key, title, teaser in rows
        if code == locale
    ]


def tree(county_slug: str, locale: str) -> list[dict]:
    """Return the pages of a county as they are shown in `locale`, nested as in the tree (two queries).

    Each is `{"id", "translation_key", "kind", "title", "icon", "html_url", "content_locale", "children"}`. A page below
    one that is not public is in no navigation. In the place of a county's pages of a kind with a list page stands one
    node for the list, without `id` and `translation_key`, but with `list_url`, the list's address in the API.
    """
    publications = Publication.objects.public().filter(county=county_slug, locale=locale).order_by("tree_path")
    top_kinds, listed = county_kinds(), kinds.with_list_page()
    nodes: dict[int, dict] = {}
    top, lists = [], set()
    for source_id, parent_id, kind, teaser in publications.values_list("source_id", "parent_id", "kind", "teaser"):
        meta = teaser["meta"]
        node = nodes[source_id] = {
            "id": teaser["id"],
            "translation_key": meta["translation_key"],
            "kind": kind,
            "title": teaser["title"],
            "icon": teaser.get("icon", ""),
            "html_url": meta["html_url"],
            "content_locale": meta["content_locale"],
            "children": [],
        }
        parent = nodes.get(parent_id)
        if kind in top_kinds:
            top.append(node)
        elif parent and parent["kind"] in top_kinds and kind in listed:
            lists.add(kind)
        elif parent:
            parent["children"].append(node)
    for county_node in top:
        county_node["children"] += [
            list_node(kind, county_slug, locale) for slug, kind in listed.items() if slug in lists
        ]
    return top


def list_node(kind: Kind, county_slug: str, locale: str) -> dict:
    link = list_link(kind, county_slug, locale)
    return {
        "id": None,
        "translation_key": None,
        "kind": kind.slug,
        "title": link["title"],
        "icon": "",
        "html_url": link["meta"]["html_url"],
        "list_url": f"/api/v2/{kind.slug}/?{urlencode({'county': county_slug, 'locale': locale})}",
        "content_locale": locale,
        "children": [],
    }
