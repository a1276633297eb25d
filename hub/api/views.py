"""Lists and details of publications."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, When
from django.http import Http404, HttpRequest
from django.shortcuts import redirect
from django.urls import path, reverse
from rest_framework.response import Response
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet

from hub.api import fields, parameters
from hub.api.addresses import absolute
from hub.api.base import JSONMixin
from hub.plugins import Kind, kinds
from hub.publications import listsearch
from hub.publications.listsearch import Scope
from hub.publications.models import FacetValue, Publication, PublicationQuerySet

ORDERS = {
    "id": "page_id",
    "title": "title",
    "slug": "slug",
    "first_published_at": "first_published_at",
    "last_published_at": "last_published_at",
    "tree": "tree_path",
    "random": "?",
}
EVERY_TYPE = "wagtailcore.page"


class PublicationsViewSet(JSONMixin, BaseAPIViewSet):
    """All public pages; a subclass with a `kind` serves one kind with its fields and facets.

    A list without `locale` holds each page only in languages it really has; with it, every page shown in that language.
    """

    model = Publication
    endpoint = "pages"
    kind: Kind | None = None
    # Rich text is always the HTML of the documents.
    known_query_parameters = BaseAPIViewSet.known_query_parameters - {"rich_text_format"} | {
        "locale",
        "county",
        "type",
        "kind",
        "child_of",
        "descendant_of",
        "ancestor_of",
        "translation_of",
        "id",
        "title",
        "slug",
    }
    detail_query_parameters = frozenset(["fields", "locale", "format", "_"])
    find_query_parameters = BaseAPIViewSet.find_query_parameters | {"html_path"}

    def initial(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if self.action == "detail_view":
            known = self.detail_query_parameters
        elif self.action == "find_view":
            known = self.detail_query_parameters | self.find_query_parameters
        elif self.kind:
            known = self.known_query_parameters - {"type", "kind"} | {facet.name for facet in self.kind.facets}
        else:
            known = self.known_query_parameters
        parameters.check(request.GET, known)

    # Lists

    def listing_view(self, request: HttpRequest) -> Response:
        asked = self.asked_kinds()
        kind = asked[0] if asked and len(asked) == 1 else None
        chosen = self.chosen_fields(kind, details=False)
        limit = parameters.number(request.GET, "limit", 20, most=parameters.MAX_LIMIT)
        offset = parameters.number(request.GET, "offset", 0)
        found = self.ordered(self.filtered(Publication.objects.public(), asked), kind)
        total = found.order_by().count()
        items = found.values_list("teaser" if chosen is None else "document", flat=True)
        answers = [
            absolute(item if chosen is None else fields.apply(item, chosen), request)
            for item in items[offset : offset + limit]
        ]
        return Response({"meta": {"total_count": total}, "items": answers})

    def asked_kinds(self) -> list[Kind] | None:
        """Return the kinds that `kind` and `type` both allow, None for any."""
        if self.kind:
            return [self.kind]
        by_slug = parameters.kind(self.request.GET)
        types = {name.lower() for name in self.request.GET.get("type", "").split(",") if name}
        unknown = types - {EVERY_TYPE, *(kind.model.lower() for kind in kinds)}
        if unknown:
            raise BadRequestError(f"type doesn't exist: {', '.join(sorted(unknown))}")
        any_type = not types or EVERY_TYPE in types
        if any_type and not by_slug:
            return None
        return [kind for kind in kinds if by_slug in (None, kind) and (any_type or kind.model.lower() in types)]

    def chosen_fields(self, kind: Kind | None, details: bool) -> dict | None:
        """Return the fields asked for, None for the default (the teaser in lists, everything in details)."""
        raw = self.request.GET.get("fields")
        return None if raw is None else fields.choose(fields.parse(raw), kind, details)

    def filtered(self, found: PublicationQuerySet, asked: list[Kind] | None) -> PublicationQuerySet:
        query = self.request.GET
        locale = parameters.locale(query)
        found = found.filter(locale=locale) if locale else found.filter(locale=F("content_locale"))
        county = parameters.county(query)
        if county:
            found = found.filter(county=county)
        if asked is not None:
            found = found.filter(kind__in=[kind.slug for kind in asked])
        if "id" in query:
            ids = [parameters.identifier(raw, "id") for raw in query["id"].split(",")]
            found = found.filter(page_id__in=ids)
        for name in ("title", "slug"):
            if name in query:
                found = found.filter(**{name: query[name]})
        found = self.filtered_by_tree(found)
        for facet in self.kind.facets if self.kind else ():
            if facet.name in query:
                values = FacetValue.objects.filter(name=facet.name, value__in=query[facet.name].split(","))
                found = found.filter(pk__in=values.values("publication_id"))
        return found

    def filtered_by_tree(self, found: PublicationQuerySet) -> PublicationQuerySet:
        query = self.request.GET
        if "child_of" in query and "descendant_of" in query:
            raise BadRequestError("filtering by descendant_of with child_of is not supported")
        # The home page is the root and no publication: the counties are below it, and with them everything.
        if query.get("child_of") == "root":
            found = found.exclude(path__contains="/")
        elif "child_of" in query:
            found = found.filter(parent_id=self.relative("child_of").source_id)
        if query.get("descendant_of", "root") != "root":
            found = found.below(self.relative("descendant_of"))
        if "ancestor_of" in query:
            below = self.relative("ancestor_of")
            ids = [int(pk) for pk in below.ancestors.strip("/").split("/")]
            found = found.filter(source_id__in=ids).exclude(source_id=below.source_id)
        if "translation_of" in query:
            other = self.relative("translation_of")
            found = found.filter(translation_key=other.translation_key).exclude(page_id=other.page_id)
        return found

    def relative(self, name: str) -> Publication:
        """Return a publication of the page whose id the parameter `name` gives (any language: the tree is the same)."""
        pk = parameters.identifier(self.request.GET[name], name)
        publication = Publication.objects.public().filter(Q(page_id=pk)).order_by("pk").first()
        if publication is None:
            raise BadRequestError(f"{name}: page {pk} doesn't exist")
        return publication

    def ordered(self, found: QuerySet[Publication], kind: Kind | None) -> QuerySet[Publication]:
        query = self.request.GET
        search, columns = query.get("search", "").strip(), self.columns()
        if query.get("search_operator", "or") != "or":
            raise BadRequestError("search_operator must be or: a page that answers well need not hold every word")
        if search:
            locale = parameters.locale(query)
            scope = Scope((locale,) if locale else (), query.get("county", ""), kind.slug if kind else "")
            try:
                ids = listsearch.rank(search, scope)
            except LookupError as error:
                raise BadRequestError("search is not installed") from error
            found = found.filter(pk__in=ids)
            if not columns:
                ranks = [When(pk=pk, then=rank) for rank, pk in enumerate(ids)]
                return found.order_by(Case(*ranks, output_field=IntegerField())) if ranks else found
        return found.order_by("?") if columns == ["?"] else found.order_by(*columns or ["page_id"], "pk")

    def columns(self) -> list[str]:
        """Return the columns that `order` names, none when it is not given."""
        query = self.request.GET
        names = list(dict.fromkeys(query["order"].split(","))) if query.get("order") else []
        if not {name.removeprefix("-") for name in names} <= ORDERS.keys() or "-random" in names:
            raise BadRequestError(f"order must name some of: {', '.join(ORDERS)}; a minus before a name reverses it")
        if "random" in names and (len(names) > 1 or parameters.number(query, "offset", 0)):
            raise BadRequestError("random ordering with other fields or with offset is not supported")
        return [("-" if name.startswith("-") else "") + ORDERS[name.removeprefix("-")] for name in names]

    # Details

    def detail_view(self, request: HttpRequest, pk: int) -> Response:
        publication = self.publication(pk)
        kind = kinds.get(publication.kind)
        chosen = self.chosen_fields(kind, details=True)
        document = publication.document
        return Response(absolute(document if chosen is None else fields.apply(document, chosen), request))

    def publication(self, pk: int) -> Publication:
        """Return the page with this id in its own language, or as shown in the `locale` asked for."""
        locale = parameters.locale(self.request.GET)
        public = Publication.objects.public()
        if self.kind:
            public = public.filter(kind=self.kind.slug)
        if pk > 2**62:
            raise Http404("no such page")
        if locale:
            keys = public.filter(page_id=pk).values("translation_key")
            found = public.filter(translation_key__in=keys, locale=locale)
        else:
            found = public.filter(page_id=pk, locale=F("content_locale"))
        publication = found.first()
        if publication is None:
            raise Http404("no such page")
        return publication

    # Finding

    def find_view(self, request: HttpRequest) -> Response:
        """Redirect to the detail of the page with `html_path` (/<language>/<county>/<path>/) or `id`."""
        query = request.GET
        if "html_path" in query:
            language, _, page_path = query["html_path"].strip("/").partition("/")
            found = Publication.objects.public().filter(locale=language, path=page_path.strip("/"))
        elif "id" in query:
            found = Publication.objects.public().filter(
                page_id=parameters.identifier(query["id"], "id"), locale=F("content_locale")
            )
        else:
            raise BadRequestError("html_path or id is required")
        if self.kind:
            found = found.filter(kind=self.kind.slug)
        publication = found.first()
        if publication is None:
            raise Http404("no such page")
        rest = query.copy()
        for name in self.find_query_parameters:
            rest.pop(name, None)
        if publication.locale != publication.content_locale:
            rest["locale"] = publication.locale
        url = reverse(f"wagtailapi_v2:{self.endpoint}:detail", args=[publication.page_id])
        return redirect(f"{url}?{rest.urlencode()}" if rest else url)

    @classmethod
    def get_urlpatterns(cls) -> list:
        return [
            path("", cls.as_view({"get": "listing_view"}), name="listing"),
            path("<int:pk>/", cls.as_view({"get": "detail_view"}), name="detail"),
            path("find/", cls.as_view({"get": "find_view"}), name="find"),
        ]


def view_set(kind: Kind) -> type[PublicationsViewSet]:
    """Return the endpoint of one kind."""
    return type(f"{kind.model_class.__name__}ViewSet", (PublicationsViewSet,), {"kind": kind, "endpoint": kind.slug})
