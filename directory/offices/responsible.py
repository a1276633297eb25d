"""“Your responsible office”: what a visitor needs and where they live lead to the one office, or to why there are more.

It reads publications and the taxonomy's places. Who serves what is told by `hub.publications.areas`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.addresses import html_path
from hub.plugins import Kind, kinds
from hub.publications import areas, facets
from hub.publications.models import Publication, PublicationQuerySet
from hub.site import lists, navigation
from hub.taxonomy.models import Place, Topic
from hub.taxonomy.names import name_in

KIND = "offices"
PATH = f"{KIND}/responsible"  # below the county
WHAT = ("topics", "office_type")  # the facets by which visitors say what they need
MOST_OFFICES = 20
MOST_SIMILAR = 5
LONGEST_TEXT = 100
GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class Answer(NamedTuple):
    """What the text in the field for a place means: one place, several to choose from, or none."""

    places: list[Place]
    similar: list[Place]


@require_safe
def responsible(request: HttpRequest, county_slug: str) -> HttpResponse:
    """Ask what for and where, or answer with those offices. `where` is a slug, a name in any language or a postal code.

    Raises Http404 where the county is not shown in the language.
    """
    locale, query = get_language(), request.GET.copy()
    public = Publication.objects.public()
    county = navigation.county(county_slug, locale, public)
    if county is None:
        raise Http404
    what = query.get("what", "")
    where = query.get("where", "").replace("\x00", "").strip()[:LONGEST_TEXT]
    form = form_of(county, public, locale, what)
    answer = find(form["all_places"], where)
    errors: dict[str, str] = {}
    result = None
    if "where" in query:
        errors = {} if form["chosen"] else {"what": _("Choose what you need.")}
        if not where:
            errors["where"] = _("Enter your municipality or your postal code.")
        elif not answer.places:
            errors["where"] = _("We do not know “%(text)s” in this county. Check the spelling.") % {"text": where}
        if not errors and len(answer.places) == 1:
            result = offices_for(county_slug, public, locale, what, answer.places[0])
    if len(answer.places) == 1:
        query["where"] = answer.places[0].slug  # a name would be read in other languages, but may be that of two places
    kind = offices_kind()
    context = {
        "county": county,
        "breadcrumbs": [county, navigation.list_link(kind, county_slug, locale)],
        "addresses": lists.addresses(county, PATH, query),
        "asked": "where" in query,
        "errors": errors,
        "result": result,
        "choose": [] if errors else links(answer.places, locale) if len(answer.places) > 1 else [],
        "similar": links(answer.similar, locale),
        "contacts": [county["contact"]],
        "list_address": list_address(county_slug, locale, what),
        "form": {
            **form,
            "where": name_in(answer.places[0].names, locale) if len(answer.places) == 1 else where,
            "errors": errors,
        },
    }
    return render(request, "offices/responsible.html", context)


def offices_kind() -> Kind:
    return next(kind for kind in kinds if kind.slug == KIND)


def form_of(county: dict, public: PublicationQuerySet, locale: str, what: str) -> dict[str, Any]:
    """Return what the form shows: `groups` of choices, which is `chosen` (its label), the places to choose from.

    Choices are what the county's public offices have, so that none leads to nothing (three queries).
    """
    slug = county["meta"]["slug"]
    offices = public.filter(kind=KIND, county=slug, locale=locale)
    rows = sorted(facets.count(offices, WHAT, locale), key=lambda row: row[2].casefold())
    labels = {facet.name: facet.label for facet in offices_kind().facets}
    groups = [
        {
            "label": labels[name],
            "choices": [{"value": f"{name}:{row[1]}", "label": row[2]} for row in rows if row[0] == name],
        }
        for name in WHAT
    ]
    all_places = areas.places_of(slug, public)
    names = sorted({name_in(place.names, locale) for place in all_places}, key=str.casefold)
    codes = sorted({code for place in all_places for code in place.codes})
    return {
        "address": html_path(locale, f"{slug}/{PATH}"),
        "groups": [group for group in groups if group["choices"]],
        "what": what,
        "chosen": next((row[2] for row in rows if f"{row[0]}:{row[1]}" == what), ""),
        "all_places": all_places,
        "options": [*names, *codes],
    }


def fold(text: str) -> str:
    """Return a name for comparison: without case, accents and hamzas, ü as ue, digits as they are written in Latin."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(GERMAN))
    plain = (char for char in decomposed if not unicodedata.combining(char))
    return " ".join("".join(str(unicodedata.digit(char, char)) for char in plain).replace("-", " ").split())


def find(places: Iterable[Place], text: str) -> Answer:
    """Return the places that a text names by slug, by name in any language or by postal code, else similar ones."""
    places, asked = list(places), fold(text)
    by_slug = [place for place in places if place.slug == text]
    if by_slug or not asked:
        return Answer(by_slug, [])
    code = re.search(r"\b\d{5}\b", asked)
    if code:
        found = areas.with_postal_code(places, code[0])
        rest = asked.replace(code[0], "").strip()
        return Answer([place for place in found if rest in folded_names(place)] or found, [])
    found = [place for place in places if asked in folded_names(place)]
    if found:
        return Answer(found, [])
    owners = {name: place for place in places for name in folded_names(place)}
    near = [name for name in owners if name.startswith(asked)] + get_close_matches(asked, owners, MOST_SIMILAR)
    return Answer([], list(dict.fromkeys(owners[name] for name in near))[:MOST_SIMILAR])


def folded_names(place: Place) -> list[str]:
    return [fold(name) for name in place.names.values()]


def links(places: Iterable[Place], locale: str) -> list[dict[str, str]]:
    """Return what links to the same question in each of the places show."""
    return [
        {
            "slug": place.slug,
            "name": name_in(place.names, locale),
            "part_of": name_in(place.parent.names, locale) if place.parent else "",
        }
        for place in places
    ]


def offices_for(county: str, public: PublicationQuerySet, locale: str, what: str, place: Place) -> dict[str, Any]:
    """Return the offices for one place, `nearest` and `wider` ones, each with why it is shown (one query)."""
    kind = offices_kind()
    name, _colon, value = what.partition(":")
    facet = next(facet for facet in kind.facets if facet.name == name)
    candidates = public.filter(kind=KIND, county=county, locale=locale)
    chosen = facets.narrow(candidates, [facets.Choice(facet, {value: value})])
    serving = areas.responsible(chosen, kind, [place]).order_by("reach", "title", "pk")
    offices = [
        {"document": document, "teaser": teaser, "reach": reach, **reasons(document, reach, place, what, locale)}
        for document, teaser, reach in serving.values_list("document", "teaser", "reach")[:MOST_OFFICES]
    ]
    best = offices[0]["reach"] if offices else None
    return {
        "place": name_in(place.names, locale),
        "nearest": [office for office in offices if office["reach"] == best],
        "wider": [office for office in offices if office["reach"] != best],
    }


def reasons(document: dict, reach: int, place: Place, what: str, locale: str) -> dict[str, Any]:
    """Return `serves`, the name of the place for which the office is responsible ("" for its county), and `also`, the
    names of the other topics that it has.
    """
    served = {item["slug"] for item in document["places"]}
    own = next((each for each in place.lineage() if each.slug in served), None)
    also = [topic["name"] for topic in document["topics"] if f"topics:{topic['slug']}" != what]
    return {"serves": name_in(own.names, locale) if own else "", "also": also}


def list_address(county: str, locale: str, what: str) -> str:
    """Return the list of offices, narrowed to what was asked for."""
    name, _colon, value = what.partition(":")
    address = html_path(locale, f"{county}/{KIND}")
    return f"{address}?{urlencode({name: value})}" if name in WHAT and value else address


def presets() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what a block may preset, in groups: every topic, and the types that published offices have."""
    labels = {facet.name: str(facet.label) for facet in offices_kind().facets}
    types = facets.count(Publication.objects.filter(kind=KIND), ["office_type"], get_language())
    topics = [(f"topics:{topic.slug}", str(topic)) for topic in Topic.objects.all()]
    return [
        (labels["topics"], sorted(topics, key=lambda choice: choice[1].casefold())),
        (labels["office_type"], sorted((f"office_type:{row[1]}", row[2]) for row in types)),
    ]
