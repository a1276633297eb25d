"""`/api/v2/search/`: teasers that answer a question, best first."""

from __future__ import annotations

from django.http import HttpRequest
from rest_framework.response import Response

from hub.addresses import absolute
from hub.api import parameters
from hub.api.base import HubAPIView
from hub.api.parameters import BadRequest
from hub.kept import keep
from hub.publications.listsearch import Scope
from search.answer import LONGEST_QUESTION, ask, results


class SearchView(HubAPIView):
    """`{"items": [teaser with "highlight"], "total", "engine", "degraded", "meaning"}`; bad input is a 400.

    `q` is required; `locale`, `county` and `kind` narrow the search. Without `locale` each page is found only in the
    languages that it really has. `total` is at most 1000.
    """

    known_parameters = frozenset({"q", "locale", "county", "kind", "limit", "offset"})

    def get(self, request: HttpRequest) -> Response:
        query = request.GET
        question = query.get("q", "").strip()
        if not question:
            raise BadRequest("q is required: the words to search for")
        if len(question) > LONGEST_QUESTION:
            raise BadRequest(f"q must not be longer than {LONGEST_QUESTION} characters")
        locale, kind = parameters.locale(query), parameters.kind(query)
        limit = parameters.number(query, "limit", 20, minimum=1, maximum=parameters.MAX_LIMIT)
        offset = parameters.number(query, "offset", 0)
        scope = Scope((locale,) if locale else (), parameters.county(query), kind.slug if kind else "")
        answer = ask(question, scope)
        if not answer.degraded:
            keep(request, scope.county, indexes=True)
        page = results(answer.ids[offset : offset + limit], answer)
        items = [{**item.teaser, "highlight": item.highlight} for item in page]
        return Response(
            {
                "items": absolute(items, request.build_absolute_uri("/")),
                "total": len(answer.ids),
                "engine": answer.engine,
                "degraded": answer.degraded,
                "meaning": answer.is_by_meaning,
            }
        )
