"""Filtering lists by facets, and counting what each value would give.

Several values of one facet widen a list, several facets narrow it. A facet's counts obey the search and all other
facets, not its own choice: they say what choosing another value would give. Counting takes one query, however many
facets, choices and values there are; one more where pages without a value fit all.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any, TypedDict

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils.translation import override

from hub.plugins import Facet, Kind
from hub.publications.models import FacetValue, PublicationQuerySet
from hub.representation.facets import json_value, label_of, read
from hub.representation.fields import field_of
from hub.taxonomy.models import Term


class BadValue(ValueError):
    """A value that a facet cannot have; the message says for developers what would be right."""


class ValueCount(TypedDict):
    """A value in its facet's type, its label in the asked language, how many pages choosing it gives."""

    value: str | bool | int | float
    label: str
    count: int


@dataclass(frozen=True)
class Choice:
    """What is asked of one facet: any of `values`, between two numbers (inclusive).

    `values` are those in addresses, each with its label.
    """

    facet: Facet
    values: Mapping[str, str]
    minimum: float | None = None
    maximum: float | None = None

    @property
    def condition(self) -> Q:
        """The condition on `FacetValue`."""
        condition = Q(name=self.facet.name)
        if self.values:
            condition &= Q(value__in=self.values)
        if self.minimum is not None:
            condition &= Q(number__gte=self.minimum)
        if self.maximum is not None:
            condition &= Q(number__lte=self.maximum)
        return condition


def choices(kind: Kind, query: QueryDict, public: PublicationQuerySet, county: str, language: str) -> list[Choice]:
    """Return what `query` asks of the facets of a kind: `name=a,b` or `name=a&name=b`, `name_min=`, `name_max=`.

    Raises BadValue for what is not of a facet's type, and for a text that no page of the kind has among `public`,
    unless it is a term of the taxonomy: that may come into use. `county` is that of the list, "" for all: what its
    pages have is known sooner. Labels are in `language`.
    """
    asked = {facet: [raw for raw in query.getlist(facet.name) if raw] for facet in kind.facets}
    texts = {facet: raw for facet, raw in asked.items() if raw and facet.type == "text"}
    known = known_texts(kind, texts, public, county, language)
    chosen = []
    for facet, raw in asked.items():
        if facet.type == "text":
            values = {value: known[facet.name, value] for text in raw for value in texts_of(facet, text, known)}
        else:
            with override(language):
                typed_values = [typed(facet, facet.name, text)[0] for text in parts(raw)]
                values = {value: label_of(facet.type, value) for value in typed_values}
        minimum, maximum = bound(facet, query, "min"), bound(facet, query, "max")
        if minimum is not None and maximum is not None and minimum > maximum:
            raise BadValue(f"{facet.name}_min must not be above {facet.name}_max")
        if values or minimum is not None or maximum is not None:
            chosen.append(Choice(facet, values, minimum, maximum))
    return chosen


def parts(raw: Iterable[str]) -> list[str]:
    return [part for text in raw for part in text.split(",") if part]


def typed(facet: Facet, parameter: str, raw: str) -> tuple[str, float | None]:
    try:
        return read(facet.type, raw)
    except ValueError as error:
        raise BadValue(f"{parameter}: {raw[:50]!r} is no value of it, {error}") from error


def bound(facet: Facet, query: QueryDict, end: str) -> float | None:
    parameter = f"{facet.name}_{end}"
    raw = query.get(parameter, "") if facet.has_range else ""
    return typed(facet, parameter, raw)[1] if raw else None


def texts_of(facet: Facet, raw: str, known: Container[tuple[str, str]]) -> list[str]:
    """Return the values that `raw` names: a value may hold a comma itself."""
    if (facet.name, raw) in known:
        return [raw]
    values = parts([raw])
    strange = [value for value in values if (facet.name, value) not in known]
    if strange:
        raise BadValue(f"{facet.name}: {strange[0][:50]!r} is no value of it; meta.facets lists those there are")
    return values


def known_texts(
    kind: Kind, asked: Mapping[Facet, Sequence[str]], public: PublicationQuerySet, county: str, language: str
) -> dict[tuple[str, str], str]:
    """Return the labels, by name and value, of those values asked for, or their parts, that there are."""
    if not asked:
        return {}
    known: dict[tuple[str, str], str] = {}
    of_kind = public.filter(kind=kind.slug)
    # A county has few pages to look through; all counties are for what it lacks.
    for shown in (of_kind.filter(county=county), of_kind) if county else (of_kind,):
        condition = Q(pk__in=[])
        for facet, raw in asked.items():
            condition |= Q(name=facet.name, value__in=unknown(facet, raw, known))
        stored = FacetValue.objects.filter(condition, publication__in=shown)
        rows = stored.values_list("name", "value").annotate(label=label_in(language))
        known |= {(name, value): label for name, value, label in rows}
    for facet, raw in asked.items():
        terms = terms_among(kind, facet, unknown(facet, raw, known), language)
        known |= {(facet.name, value): label for value, label in terms}
    return known


def unknown(facet: Facet, raw: Iterable[str], known: Container[tuple[str, str]]) -> set[str]:
    """Return those texts, and their parts, that are known neither as a whole nor in parts."""
    values: set[str] = set()
    for text in raw:
        is_known = (facet.name, text) in known or all((facet.name, part) in known for part in parts([text]))
        if not is_known and "\x00" not in text:
            values |= {text, *parts([text])}
    return values


def terms_among(kind: Kind, facet: Facet, values: Collection[str], language: str) -> Iterator[tuple[str, str]]:
    """Yield those `values`, with their names, that are a field of a term to which the kind's pages have a key."""
    relation, _dot, name = facet.source.partition(".")
    model = getattr(field_of(kind.model_class, relation), "related_model", None)
    if values and model is not None and issubclass(model, Term) and field_of(model, name) is not None:
        for term in model.objects.filter(**{f"{name}__in": values}):
            yield getattr(term, name), term.api_form(language)["name"]


def label_in(language: str) -> Coalesce:
    """Return the label in `language`, where there is one: lists without a language hold several."""
    return Coalesce(Min("label", filter=Q(publication__locale=language)), Min("label"))


def narrow(publications: PublicationQuerySet, chosen: Iterable[Choice]) -> PublicationQuerySet:
    for choice in chosen:
        publications = publications.filter(fits(choice))
    return publications


def fits(choice: Choice) -> Q:
    """Return the condition that a publication is found by `choice`."""
    has_value = Q(Exists(FacetValue.objects.filter(choice.condition, publication=OuterRef("pk"))))
    return has_value | is_empty(choice.facet.name) if choice.facet.empty_fits_all else has_value


def is_empty(name: str) -> Q:
    """Return the condition that a publication has no value of the facet `name`."""
    return ~Q(Exists(FacetValue.objects.filter(publication=OuterRef("pk"), name=name)))


def counts(
    kind: Kind, publications: PublicationQuerySet, chosen: Sequence[Choice], language: str
) -> dict[str, list[ValueCount]]:
    """Return the values of each facet among `publications`, which obey everything but the facets; chosen ones always.

    Texts come in the order of their labels, numbers and dates in their own.
    """
    asked = [choice.facet for choice in chosen]
    unasked = [facet.name for facet in kind.facets if facet not in asked]
    of_unasked = count(narrow(publications, chosen), unasked, language)
    of_asked = (count(narrow(publications, but(facet, chosen)), [facet.name], language) for facet in asked)
    rows = of_unasked.union(*of_asked, all=True)
    found = {(name, value): (label or value, pages) for name, value, label, pages in rows}
    empty = count_empty(kind, publications, chosen) if found else {}
    for choice in chosen:
        for value, label in choice.values.items():
            found.setdefault((choice.facet.name, value), (label, 0))
    counted: dict[str, list[ValueCount]] = {}
    for facet in kind.facets:
        values: list[ValueCount] = [
            {"value": json_value(facet.type, value), "label": label, "count": pages + empty.get(name, 0)}
            for (name, value), (label, pages) in found.items()
            if name == facet.name
        ]
        counted[facet.name] = sorted(values, key=natural_order if facet.has_range else label_order)
    return counted


def natural_order(item: ValueCount) -> Any:
    return item["value"]


def label_order(item: ValueCount) -> tuple[str, str]:
    return item["label"].casefold(), str(item["value"])


def but(facet: Facet, chosen: Iterable[Choice]) -> list[Choice]:
    """Return the choices of other facets."""
    return [choice for choice in chosen if choice.facet != facet]


def count(publications: PublicationQuerySet, names: Sequence[str], language: str) -> QuerySet[Any, Any]:
    """Return (name, value, label, number of pages that have it) of each value."""
    values = FacetValue.objects.filter(name__in=names, publication__in=publications.order_by().values("pk"))
    columns = values.order_by().values_list("name", "value")
    return columns.annotate(label=label_in(language), pages=Count("pk"))


def count_empty(kind: Kind, publications: PublicationQuerySet, chosen: Sequence[Choice]) -> dict[str, int]:
    """Return, for each facet of which pages without a value fit all, the number of these pages (one query at most)."""
    conditions = {
        facet.name: reduce(and_, map(fits, but(facet, chosen)), is_empty(facet.name))
        for facet in kind.facets
        if facet.empty_fits_all
    }
    return publications.aggregate(**{name: Count("pk", filter=each) for name, each in conditions.items()})
