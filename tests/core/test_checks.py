"""What a plugin may not declare."""

import dataclasses

import pytest
from django.apps import apps
from django.urls import get_resolver

from directory.offices.models import Person
from home.models import InfoPage
from hub.api.urls import urlpatterns
from hub.checks import OWN_ADDRESSES, check_consumers, check_county, check_kind, check_roles
from hub.checks.documents import check_plugin
from hub.plugins import COUNTY, Facet, Kind, Kinds, Pin, PluginError, Role, installed, kinds
from hub.publications import consumers

pytestmark = pytest.mark.any_database


def errors(**changes) -> list[str]:
    return [error.id for error in check_kind(dataclasses.replace(kinds.get("info"), **changes))]


@pytest.mark.parametrize("slug", ["pages", "changes", "search", "Über uns/", "", "2", "a_b", "a/b", "a\n"])
def test_a_slug_that_is_taken_or_no_part_of_an_address_is_refused(slug):
    assert errors(slug=slug) == ["hub.E009"]


@pytest.mark.parametrize("name", ["locale", "limit", "search", "kind", "_", "", "Größe", "a b", "a" * 51])
def test_a_facet_that_shadows_a_parameter_of_lists_or_is_none_is_refused(name):
    assert errors(facets=(Facet(name, "topics.slug"),)) == ["hub.E009"]


def test_a_range_takes_the_name_of_no_other_facet():
    assert errors(facets=(Facet("beds", "icon", type="number"), Facet("beds_min", "icon"))) == ["hub.E009"]


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
    assert plugins == {"opening", "search"}


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


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("topics.slugg", "topics has no 'slugg': possible are topics.slug, topics.name, topics.lang, topics.icon"),
        ("topics", "topics is not one value: possible are topics.slug"),
        ("icon.name", "icon has no 'name': it is a plain value"),
        ("image.source", "possible are image.alt, image.src"),
    ],
)
def test_a_path_into_nothing_is_refused_with_what_there_is(path, says):
    [error] = check_kind(dataclasses.replace(kinds.get("info"), facets=(Facet("wrong", path),)))
    assert error.id == "hub.E016"
    assert says in error.msg


def test_paths_go_through_blocks_and_their_api_forms():
    offices = dataclasses.replace(kinds.get("offices"), search_facts=("phones.value.nummer", "closed"))
    messages = [error.msg for error in check_kind(offices)]
    assert "phones.value has no 'nummer': possible are phones.value.number, phones.value.e164" in messages[0]
    assert errors(search_facts=("body.value.callout.depth", "body.value.phones.value.number")) == []


def test_a_pin_leads_to_a_place_on_the_map():
    assert errors(pin=Pin("icon")) == ["hub.E016"]


def test_what_children_do_not_have_is_refused(monkeypatch):
    monkeypatch.setattr(Person, "api_fields", [*Person.api_fields, "shoe_size", "spoken"])
    monkeypatch.setattr(Person, "spoken", lambda person, language: [], raising=False)
    [error] = check_kind(kinds.get("offices"))
    assert (error.id, error.obj) == ("hub.E015", Person)
    assert "'shoe_size'" in error.msg


@pytest.mark.parametrize("holder", [InfoPage, InfoPage.body.field.stream_block.child_blocks["callout"].meta])
def test_a_template_that_there_is_not_is_named(monkeypatch, holder):
    monkeypatch.setattr(holder, "template", "nowhere/nothing.html")
    [error] = check_kind(kinds.get("info"))
    assert error.id == "hub.E017"
    assert "TemplateDoesNotExist: nowhere/nothing.html" in error.msg


def test_names_that_are_no_classes_of_schema_org_are_refused_and_unknown_ones_reported():
    assert errors(schema_type="https://schema.org/Place") == ["hub.E018"]
    [warning] = check_kind(dataclasses.replace(kinds.get("info"), schema_type="Libary"))
    assert warning.id == "hub.W003"
    assert "Similar ones: Library" in warning.hint


@pytest.mark.parametrize("name", ["home.demos", "nowhere.demo", "nowhere"])
def test_a_demo_module_that_there_is_not_is_named(monkeypatch, name):
    plugin = apps.get_app_config("home")
    monkeypatch.setattr(plugin, "demo", name)
    assert [error.id for error in check_plugin(plugin)] == ["hub.E019"]


def test_a_header_that_there_is_not_is_named(monkeypatch):
    plugin = apps.get_app_config("search")
    monkeypatch.setattr(plugin, "header_template", "nowhere.html")
    assert [error.id for error in check_plugin(plugin)] == ["hub.E017"]


@pytest.mark.parametrize("name", ["roles", "teaser_fields", "search_facts"])
def test_one_text_where_names_are_wanted_is_refused_with_the_remedy(name):
    with pytest.raises(PluginError, match=rf"'gardens': {name} is one text; write \('contact',\)"):
        Kind(slug="gardens", model="gardens.GardenPage", label="Gardens", **{name: "contact"})


@pytest.mark.parametrize(
    ("attributes", "says"), [({}, "has no name"), ({"name": "mirror", "kinds": "offices"}, r"write \('offices',\)")]
)
def test_a_consumer_without_a_name_or_with_one_text_as_kinds_is_refused(attributes, says):
    with pytest.raises(PluginError, match=says):
        consumers.register(type("Mirror", (consumers.Consumer,), attributes)())


@pytest.mark.parametrize("ends", [("title",), ("office_type",), ("nothing", "checked_on")])
def test_a_page_ends_with_a_day_or_with_what_ends(monkeypatch, ends):
    offices = kinds.get("offices")
    monkeypatch.setattr(offices.model_class, "ends", ends)
    assert [error.id for error in check_kind(offices)] == ["hub.E022"]
    monkeypatch.setattr(offices.model_class, "ends", ("checked_on",))
    assert list(check_kind(offices)) == []


def test_no_page_stands_below_one_that_ends(monkeypatch):
    monkeypatch.setattr(InfoPage, "ends", ("checked_on",))
    assert errors() == ["hub.E022"]
