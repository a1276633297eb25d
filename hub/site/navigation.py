"""Page navigation, read from publications alone: what is not public is in none.

A reader who has been admitted to a private page is shown other private pages, too, read for that one answer.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from hub.internals.wagtail import refused_paths
from hub.plugins import COUNTY, kinds
from hub.publications.models import Publication, PublicationQuerySet
from hub.representation import teasers_of

LEGAL_PAGES = ("imprint", "privacy", "accessibility")


def page_navigation(document: dict, publication: Publication | None = None) -> dict:
    """Return the navigation of a document's page, in its language and with a constant number of queries.

    - `breadcrumbs`: teasers from the county to the parent,
    - `children`: teasers of the public pages directly below, in tree order, without a county's legal pages,
    - `body_lists_children`: whether the body shows the children itself,
    - `county`: the county's document, None when it is not public,
    - `original`: the source page in its own language, as in `meta.translations`; None when this is it.

    Without a publication (a draft's preview) the page's own one is looked up: it knows the place of a public page.
    """
    meta = document["meta"]
    public = Publication.objects.public().filter(locale=meta["locale"])
    if publication is None:
        publication = public.filter(translation_key=meta["translation_key"]).defer("document", "texts").first()
    breadcrumbs, children, original = [], [], None
    if publication:
        ids = [int(pk) for pk in publication.ancestors.strip("/").split("/")[:-1]]
        teasers = dict(public.filter(source_id__in=ids).values_list("source_id", "teaser"))
        breadcrumbs = [teasers[pk] for pk in ids if pk in teasers]
        child_publications = public.filter(parent_id=publication.source_id).order_by("tree_path")
        children = list(child_publications.values_list("teaser", flat=True))
        translated = (item for item in meta["translations"] if item["locale"] == item["content_locale"])
        original = next((item for item in translated if item["id"] == publication.source_id), None)
    elif meta["parent"]:
        breadcrumbs = [meta["parent"]]
    is_county = meta["kind"] in county_kinds()
    own_county = document if is_county else county((meta["county"] or {}).get("slug", ""), meta["locale"], public)
    legal_ids = [document[name]["id"] for name in LEGAL_PAGES if document[name]] if is_county else []
    return {
        "breadcrumbs": breadcrumbs,
        "children": [teaser for teaser in children if teaser["id"] not in legal_ids],
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


def county_kinds() -> list[str]:
    """Return the slugs of the kinds whose pages are counties: one, by check hub.E011."""
    return [kind.slug for kind in kinds.with_role(COUNTY)]


def county(slug: str, locale: str, public: PublicationQuerySet | None = None) -> dict | None:
    """Return a public county's document in `locale`, None for none. `public` saves asking for what is public."""
    if not slug:
        return None
    public = Publication.objects.public() if public is None else public
    return public.filter(kind__in=county_kinds(), county=slug, locale=locale).values_list("document", flat=True).first()


def counties(locale: str) -> list[dict]:
    """Return the teasers of the public counties in `locale`, by title."""
    publications = Publication.objects.public().filter(kind__in=county_kinds(), locale=locale)
    return list(publications.order_by("title").values_list("teaser", flat=True))


def tree(county_slug: str, locale: str) -> list[dict]:
    """Return the pages of a county as they are shown in `locale`, nested as in the tree (two queries).

    Each is `{"id", "translation_key", "kind", "title", "icon", "html_url", "content_locale", "children"}`. A page below
    one that is not public is in no navigation.
    """
    publications = Publication.objects.public().filter(county=county_slug, locale=locale).order_by("tree_path")
    top_kinds = county_kinds()
    nodes: dict[int, dict] = {}
    top = []
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
        if kind in top_kinds:
            top.append(node)
        elif parent_id in nodes:
            nodes[parent_id]["children"].append(node)
    return top
