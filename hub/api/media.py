"""Pictures and files, as far as public documents show them: what `images/` and `documents/` are in Wagtail's API v2."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from django.conf import settings
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest
from rest_framework.response import Response

from hub.addresses import absolute
from hub.api import fields, parameters
from hub.api.base import HubAPIView
from hub.api.parameters import BadRequest
from hub.kept import keep
from hub.media.access import listed
from hub.media.models import Document, Image
from hub.publications.models import Publication
from hub.representation.files import file_form
from hub.representation.images import described
from hub.representation.library import is_id

SCOPE = {"county", "fields", "locale", "_"}


class MediaMeta(TypedDict):
    type: str
    detail_url: str
    download_url: str


@dataclass(frozen=True)
class Library:
    """The pictures or the files.

    `form` gives what documents show of one in a language; `orders` maps the values of `order` to columns.
    """

    slug: str
    model: type[Image] | type[Document]
    form: Callable[[Any, str], dict[str, Any]]
    names: tuple[str, ...]
    orders: Mapping[str, str]


def image_item(image: Image, language: str) -> dict[str, Any]:
    """Return a picture with its description as title: its own title is for editors, and no document shows it."""
    form = described(image, spoken=language, wanted=language)
    return {"id": image.pk, "title": form["alt"] or image.filename, **form, "meta": meta(IMAGES, image, form["src"])}


def document_item(document: Document, language: str) -> dict[str, Any]:
    form = file_form(document)
    return {**form, "meta": meta(DOCUMENTS, document, form["url"])}


def meta(library: Library, item: Image | Document, download_url: str) -> MediaMeta:
    return {
        "type": library.model._meta.label,
        "detail_url": f"/api/v2/{library.slug}/{item.pk}/",
        "download_url": download_url,
    }


IMAGES = Library("images", Image, image_item, ("id", "title", *fields.IMAGE), {"id": "pk"})
DOCUMENTS = Library("documents", Document, document_item, fields.FILE, {"id": "pk", "title": "title", "date": "date"})
LIBRARIES = (IMAGES, DOCUMENTS)


class MediaView(HubAPIView):
    """Base of the views of one library."""

    library: Library = IMAGES

    def rows(self) -> QuerySet:
        """Return what public documents show, of the county and in the language asked for (at most three queries)."""
        query = self.request.GET
        # Without a language each page counts in those that it really has, as in lists of pages.
        publications = Publication.objects.public().filter(locale=parameters.locale(query) or F("content_locale"))
        county = parameters.county(query)
        if county:
            publications = publications.filter(county=county)
        return listed(self.library.model, publications)

    def items(self, rows: QuerySet) -> list[dict[str, Any]]:
        query, names = self.request.GET, [*self.library.names, *fields.names_of(MediaMeta)]
        selection = fields.select(fields.parse(query.get("fields", "")), names, names, lambda _name: None)
        language = parameters.locale(query) or settings.LANGUAGE_CODE
        items = [fields.apply(self.library.form(row, language), selection) for row in rows]
        keep(self.request, query.get("county", ""))
        return absolute(items, self.request.build_absolute_uri("/"))


class LibraryView(MediaView):
    """`{"meta": {"total_count"}, "items": [{"id", "title", …, "meta": MediaMeta}]}`."""

    known_parameters = frozenset({"limit", "offset", "order", *SCOPE})

    def get(self, request: HttpRequest) -> Response:
        limit = parameters.number(request.GET, "limit", 20, maximum=parameters.MAX_LIMIT)
        offset = parameters.number(request.GET, "offset", 0)
        rows = self.rows().order_by(*self.columns())
        items = self.items(rows[offset : offset + limit])
        return Response({"meta": {"total_count": rows.order_by().count()}, "items": items})

    def columns(self) -> list[str]:
        """Return the columns that `order` names, the id last."""
        names = (self.request.GET.get("order") or "id").split(",")
        orders = self.library.orders
        if not {name.removeprefix("-") for name in names} <= orders.keys():
            raise BadRequest(f"order must name some of: {', '.join(orders)}; a minus before a name reverses it")
        columns = [("-" if name.startswith("-") else "") + orders[name.removeprefix("-")] for name in names]
        return list(dict.fromkeys([*columns, "pk"]))


class ItemView(MediaView):
    """One picture or file: what lists show of it."""

    known_parameters = frozenset(SCOPE)

    def get(self, request: HttpRequest, pk: int) -> Response:
        items = self.items(self.rows().filter(pk=pk)) if is_id(pk) else []
        if not items:
            raise Http404("no such item, or no public page shows it")
        return Response(items[0])
