"""What a plugin may not declare."""

import dataclasses

import pytest
from django.urls import get_resolver

from hub.api.urls import urlpatterns
from hub.checks import OWN_ADDRESSES, check_consumers, check_county, check_kind, check_roles
from hub.plugins import COUNTY, Facet, Kinds, Role, installed, kinds
from hub.publications import consumers


def errors(**changes) -> list[str]:
    return [error.id for error in check_kind(dataclasses.replace(kinds.get("info"), **changes))]


@pytest.mark.parametrize("slug", ["pages", "changes", "search", "Über uns/", "", "2", "a_b", "a/b", "a\n"])
def test_a_slug_that_is_taken_or_no_part_of_an_address_is_refused(slug):
    assert errors(slug=slug) == ["hub.E009"]


@pytest.mark.parametrize("name", ["locale", "limit", "search", "kind", "_"])
def test_a_facet_that_shadows_a_parameter_of_lists_is_refused(name):
    assert errors(facets=(Facet(name, "topics.slug"),)) == ["hub.E009"]


def test_a_range_takes_the_name_of_no_other_facet():
    assert errors(facets=(Facet("beds", "body", type="number"), Facet("beds_min", "body"))) == ["hub.E009"]


@pytest.mark.parametrize(
    "facet",
    [Facet("topics", "topics.slug", label_source="name"), Facet("topics", "topics.slug", type="colour")],
)
def test_labels_stand_beside_their_values_and_types_are_known(facet):
    assert errors(facets=(facet,)) == ["hub.E012"]


def test_other_names_are_free():
    assert errors(slug="meeting-points", facets=(Facet("seats", "topics.slug"),)) == []


def test_every_address_of_the_api_is_reserved():
    below = [str(pattern.pattern) for pattern in get_resolver().url_patterns] + [
        f"api/v2/{pattern.pattern}" for pattern in urlpatterns
    ]
    own = {path.split("/")[2] for path in below if path.startswith("api/v2/")} - {""}
    plugins = {prefix.strip("/") for plugin in installed() for prefix in plugin.api_urls}
    assert own - {kind.slug for kind in kinds} == OWN_ADDRESSES | plugins
    assert plugins == {"search"}


@pytest.mark.parametrize("name", ["contact", "body"])
def test_teasers_show_no_pages(name):
    counties = dataclasses.replace(kinds.get("counties"), teaser_fields=(name,))
    assert [error.id for error in check_kind(counties)] == ["hub.E010"]


@pytest.mark.parametrize("roles", [{}, {"info": (COUNTY,)}, {"counties": (COUNTY,), "info": (COUNTY,)}])
def test_one_kind_has_the_role_of_counties(monkeypatch, roles):
    changed = [dataclasses.replace(kind, roles=roles.get(kind.slug, ())) for kind in kinds]
    monkeypatch.setattr("hub.checks.kinds", Kinds({kind.slug: kind for kind in changed}))
    assert [error.id for error in check_county()] == ["hub.E011"]


def test_a_role_is_declared_by_somebody_and_once(monkeypatch):
    assert errors(roles=("nonsense",)) == ["hub.E013"]
    offices = next(plugin for plugin in installed() if plugin.name == "directory.offices")
    monkeypatch.setattr(offices, "roles", (Role("nonsense", "Nonsense"), Role("legal", "Legal")), raising=False)
    assert errors(roles=("nonsense",)) == []
    assert [error.id for error in check_roles()] == ["hub.E013"]


@pytest.mark.parametrize("shown", [(), ("summary",)])
def test_teasers_show_what_a_role_needs(monkeypatch, shown):
    monkeypatch.setattr("hub.plugins.ROLES", (Role("guide", "Guide", ("summary.value", "body.value.text")),))
    lacking = errors(roles=("guide",), teaser_fields=shown)
    assert lacking == ["hub.E014", "hub.E014"], "the body is not shown; the summary neither, or it is plain text"


def test_a_contact_shows_phones_and_addresses_of_e_mail():
    assert errors(roles=("contact",)) == ["hub.E014", "hub.E014"]
    offices = kinds.get("offices")
    assert not list(check_kind(offices))
    without = dataclasses.replace(offices, teaser_fields=("office_type", "phones"))
    assert ["emails" in error.msg for error in check_kind(without)] == [True]


def test_a_consumer_that_follows_an_unknown_kind_is_named(monkeypatch):
    class Mirror(consumers.Consumer):
        name, kinds = "mirror", ("info", "informations")

    monkeypatch.setattr(consumers, "_consumers", {"mirror": Mirror()})
    (warning,) = check_consumers()
    assert (warning.id, "'informations'" in warning.msg, "offices" in warning.hint) == ("hub.W002", True, True)


@pytest.mark.parametrize("weights", [{"nonsense": 2}, {"title": 0}, {"title": 11}, {"title": 2.0}, {"topics.slug": 2}])
def test_a_weight_in_search_is_for_what_search_finds(weights):
    assert errors(search_weights=weights) == ["hub.E006"]
    assert errors(search_weights={"title": 3, "body.title": 2, "topics.name": 10}) == []
