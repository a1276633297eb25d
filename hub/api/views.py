"""Lists and details of publications."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from rest_framework.request import Request
from rest_framework.response import Response

from hub.addresses import absolute
from hub.api import fields, parameters
from hub.api.base import EVERYWHERE, HubAPIView
from hub.api.parameters import BadRequest
from hub.kept import keep
from hub.plugins import Kind, kinds
from hub.publications import areas, facets, listsearch, topics
from hub.publications.listsearch import Scope
from hub.publications.models import Publication, PublicationQuerySet
from hub.representation.library import is_id
from hub.site.errors import NO_STORE
from hub.taxonomy.models import Place

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
DETAIL_PARAMETERS = frozenset({"fields", "locale"})
FIND_PARAMETERS = frozenset({"id", "html_path"})
LIST_PARAMETERS = frozenset(
    {
        "limit",
        "offset",
        "fields",
        "order",
        "search",
        "search_operator",
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
)
TREE_PARAMETERS = frozenset({"child_of", "descendant_of", "ancestor_of", "translation_of"})
COUNTY_PARAMETERS = LIST_PARAMETERS - TREE_PARAMETERS | EVERYWHERE


class PublicationsView(HubAPIView):
    """Base of the views of all public pages, or of those of one `kind`, with its fields and facets."""

    kind: Kind | None = None


class ListView(PublicationsView):
    """Teasers, or the fields asked for.

    Without `locale` each page is listed only in the languages that it really has; with it, every page shown in that
    language.
    """

    known_parameters = LIST_PARAMETERS

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if self.kind:
            of_facets = {name for facet in self.kind.facets for name in facet.parameters}
            if self.kind.serves:
                of_facets.add("serves")
            self.known_parameters = LIST_PARAMETERS - {"type", "kind"} | of_facets
        else:
            self.known_parameters = LIST_PARAMETERS | {"topics"}
        super().initial(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> Response:
        requested = self.requested_kinds()
        kind = requested[0] if requested and len(requested) == 1 else None
        selection = fields.requested(request.GET, kind, details=False)
        limit = parameters.number(request.GET, "limit", 20, maximum=parameters.MAX_LIMIT)
        offset = parameters.number(request.GET, "offset", 0)
        self.keep(request)
        public = Publication.objects.public()
        candidates, ranked = self.searched(self.filtered(public, requested), kind)
        candidates, served = self.serving(candidates, public)
        choices = self.facet_choices(public)
        publications = self.ordered(facets.narrow(candidates, choices), ranked, by_reach=served is not None)
        total = publications.order_by().count()
        columns = ("teaser" if selection is None else "document", *(() if served is None else ("reach",)))
        answers = []
        for item, *reach in publications.values_list(*columns)[offset : offset + limit]:
            answer = item if selection is None else fields.apply(item, selection)
            if reach:
                answer["meta"] = {**answer.get("meta", {}), "reach": areas.REACHES[reach[0]]}
            answers.append(answer)
        answers = absolute(answers, request.build_absolute_uri("/"))
        meta: dict[str, Any] = {"total_count": total}
        if served is not None:
            meta["serves"] = served
        if self.kind:
            meta["facets"] = facets.counts(self.kind, candidates, choices, self.language)
        return Response({"meta": meta, "items": answers})

    def keep(self, request: HttpRequest) -> None:
        """Allow the answer to be kept, unless it is searched or random."""
        query = request.GET
        if not query.get("search", "").strip() and "random" not in query.get("order", "").split(","):
            # A facet and a parameter of the tree may name a page of another county.
            keep(request, query.get("county", "") if query.keys() <= COUNTY_PARAMETERS else "")

    @property
    def language(self) -> str:
        """The language of labels."""
        return parameters.locale(self.request.GET) or settings.LANGUAGE_CODE

    def requested_kinds(self) -> list[Kind] | None:
        """Return the kinds that `kind` and `type` both allow, None for any."""
        if self.kind:
            return [self.kind]
        by_slug = parameters.kind(self.request.GET)
        types = {name.lower() for name in self.request.GET.get("type", "").split(",") if name}
        unknown = types - {EVERY_TYPE, *(kind.model.lower() for kind in kinds)}
        if unknown:
            raise BadRequest(f"type doesn't exist: {', '.join(sorted(unknown))}")
        any_type = not types or EVERY_TYPE in types
        if any_type and not by_slug:
            return None
        return [kind for kind in kinds if by_slug in (None, kind) and (any_type or kind.model.lower() in types)]

    def filtered(self, publications: PublicationQuerySet, requested: list[Kind] | None) -> PublicationQuerySet:
        query = self.request.GET
        publications = publications.filter(locale=parameters.locale(query) or F("content_locale"))
        county = parameters.county(query)
        if county:
            publications = publications.filter(county=county)
        if requested is not None:
            publications = publications.filter(kind__in=[kind.slug for kind in requested])
        if "id" in query:
            ids = [parameters.identifier(raw, "id") for raw in query["id"].split(",")]
            publications = publications.filter(page_id__in=ids)
        for name in ("title", "slug"):
            if name in query:
                publications = publications.filter(**{name: query[name]})
        if not self.kind and query.get("topics"):
            publications = topics.about(publications, parameters.topics(query))
        return self.filtered_by_tree(publications)

    def facet_choices(self, public: PublicationQuerySet) -> list[facets.Choice]:
        """Return what the query asks of the kind's facets."""
        try:
            query = self.request.GET
            county = query.get("county", "")
            return facets.choices(self.kind, query, public, county, self.language) if self.kind else []
        except facets.BadValue as error:
            raise BadRequest(str(error)) from error

    def filtered_by_tree(self, publications: PublicationQuerySet) -> PublicationQuerySet:
        query = self.request.GET
        if "child_of" in query and "descendant_of" in query:
            raise BadRequest("filtering by descendant_of with child_of is not supported")
        # The home page is the root and no publication: the counties are below it, and with them everything.
        if query.get("child_of") == "root":
            publications = publications.exclude(path__contains="/")
        elif "child_of" in query:
            publications = publications.filter(parent_id=self.publication_named_by("child_of").source_id)
        if query.get("descendant_of", "root") != "root":
            publications = publications.below(self.publication_named_by("descendant_of"))
        if "ancestor_of" in query:
            descendant = self.publication_named_by("ancestor_of")
            ids = [int(pk) for pk in descendant.ancestors.strip("/").split("/")]
            publications = publications.filter(source_id__in=ids).exclude(source_id=descendant.source_id)
        if "translation_of" in query:
            translation = self.publication_named_by("translation_of")
            publications = publications.filter(translation_key=translation.translation_key)
            publications = publications.exclude(page_id=translation.page_id)
        return publications

    def publication_named_by(self, name: str) -> Publication:
        """Return a publication of the page whose id the parameter `name` gives (any language: the tree is the same)."""
        pk = parameters.identifier(self.request.GET[name], name)
        publication = Publication.objects.public().filter(page_id=pk).order_by("pk").first()
        if publication is None:
            raise BadRequest(f"{name}: page {pk} doesn't exist")
        return publication

    def searched(
        self, publications: PublicationQuerySet, kind: Kind | None
    ) -> tuple[PublicationQuerySet, list[int] | None]:
        """Return the publications that answer `search`, and their ids, best first; None when nothing is searched."""
        query = self.request.GET
        search = query.get("search", "").strip()
        if query.get("search_operator", "or") != "or":
            raise BadRequest("search_operator must be or: a page that answers well need not hold every word")
        if not search:
            return publications, None
        locale = parameters.locale(query)
        scope = Scope((locale,) if locale else (), query.get("county", ""), kind.slug if kind else "")
        try:
            ids = listsearch.rank(search, scope)
        except LookupError as error:
            raise BadRequest("search is not installed") from error
        return publications.filter(pk__in=ids), ids

    def serving(
        self, publications: PublicationQuerySet, public: PublicationQuerySet
    ) -> tuple[PublicationQuerySet, dict[str, Any] | None]:
        """Return the publications that are responsible for the place or postal code in `serves`, and what the answer
        says of it: `{"places", "message"}`. Unasked, return all of them and None.

        A postal code that no place of the county has, and a place elsewhere, are no mistake of the app's: then nothing
        is found, and the message says so.
        """
        asked = self.request.GET.get("serves", "")
        if not (asked and self.kind):
            return publications, None
        county = parameters.county(self.request.GET)
        if not county:
            raise BadRequest("serves needs county: who names no place is responsible for the whole of one county")
        places = areas.places_of(county, public)
        if areas.POSTAL_CODE.fullmatch(asked):
            found = areas.with_postal_code(places, asked)
            message = f"no place of this county has the postal code {asked}"
        else:
            found = [place for place in places if place.slug == asked]
            message = f"the place {asked} is not in this county"
            if not found and not Place.objects.filter(slug=asked).exists():
                raise BadRequest(f"serves: {asked[:50]!r} is no postal code and no slug of a place, see places/")
        said = {"places": [place.full_form(self.language) for place in found], "message": "" if found else message}
        return areas.responsible(publications, self.kind, found), said

    def ordered(
        self, publications: PublicationQuerySet, ranked: list[int] | None, by_reach: bool = False
    ) -> PublicationQuerySet:
        columns = self.columns()
        if columns == ["?"]:
            self.cache_control = NO_STORE
        if by_reach and not columns:
            return publications.order_by("reach", "title", "pk")
        if ranked and not columns:
            return listsearch.best_first(publications, ranked)
        return publications.order_by("?") if columns == ["?"] else publications.order_by(*columns or ["page_id"], "pk")

    def columns(self) -> list[str]:
        """Return the columns that `order` names, none when it is not given."""
        query = self.request.GET
        names = list(dict.fromkeys(query["order"].split(","))) if query.get("order") else []
        if not {name.removeprefix("-") for name in names} <= ORDERS.keys() or "-random" in names:
            raise BadRequest(f"order must name some of: {', '.join(ORDERS)}; a minus before a name reverses it")
        if "random" in names and (len(names) > 1 or parameters.number(query, "offset", 0)):
            raise BadRequest("random ordering with other fields or with offset is not supported")
        return [("-" if name.startswith("-") else "") + ORDERS[name.removeprefix("-")] for name in names]


class DetailView(PublicationsView):
    """The page with an id in its own language, or as it is shown in `locale`."""

    known_parameters = DETAIL_PARAMETERS

    def get(self, request: HttpRequest, pk: int) -> Response:
        publication = self.publication(pk)
        selection = fields.requested(request.GET, kinds.get(publication.kind), details=True)
        keep(request, publication.county)
        document = publication.document
        selected = document if selection is None else fields.apply(document, selection)
        return Response(absolute(selected, request.build_absolute_uri("/")))

    def publication(self, pk: int) -> Publication:
        locale = parameters.locale(self.request.GET)
        public = Publication.objects.public()
        if self.kind:
            public = public.filter(kind=self.kind.slug)
        if not is_id(pk):
            raise Http404("no such page")
        if locale:
            keys = public.filter(page_id=pk).values("translation_key")
            publication = public.filter(translation_key__in=keys, locale=locale).first()
        else:
            publication = public.filter(page_id=pk, locale=F("content_locale")).first()
        if publication is None:
            raise Http404("no such page")
        return publication


class FindView(PublicationsView):
    """Redirects to the detail of the page with `html_path` (/<language>/<county>/<path>/) or `id`."""

    known_parameters = DETAIL_PARAMETERS | FIND_PARAMETERS

    def get(self, request: HttpRequest) -> HttpResponseRedirect:
        query = request.GET
        public = Publication.objects.public()
        if "html_path" in query:
            language, _, path = query["html_path"].strip("/").partition("/")
            publications = public.filter(locale=language, path=path.strip("/"))
        elif "id" in query:
            publications = public.filter(page_id=parameters.identifier(query["id"], "id"), locale=F("content_locale"))
        else:
            raise BadRequest("html_path or id is required")
        if self.kind:
            publications = publications.filter(kind=self.kind.slug)
        publication = publications.first()
        if publication is None:
            raise Http404("no such page")
        rest = query.copy()
        for name in FIND_PARAMETERS:
            rest.pop(name, None)
        if publication.locale != publication.content_locale:
            rest["locale"] = publication.locale
        slug = self.kind.slug if self.kind else "pages"
        url = reverse(f"api_{slug}_detail", args=[publication.page_id])
        return redirect(f"{url}?{rest.urlencode()}" if rest else url)
