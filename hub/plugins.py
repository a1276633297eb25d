"""The whole plugin contract: what a Django app declares to bring kinds of pages, or addresses, into the hub.

A plugin is an `AppConfig` that inherits `Plugin` and lists its `Kind`s. Built-in plugins stand in the settings; foreign
ones are distributions with an entry point in the group `hub.plugins` that names the dotted path of their app config::

    [project.entry-points."hub.plugins"]
    mosques = "hub_mosques.apps.MosquesPlugin"

From a kind's declaration follow its API endpoint, filters, facets, search, navigation and feed. This module imports no
models and refuses to know any kind by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import Distribution, distribution, entry_points, packages_distributions
from typing import Any, ClassVar, Literal

from django.apps import AppConfig, apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from hub import __version__

ENTRY_POINT_GROUP = "hub.plugins"
# What search finds in the blocks that all kinds share (`hub.blocks.BodyBlock`) beside their prose.
BODY_FACTS = (
    "body.value.office.title",
    "body.value.phones.value.number",
    "body.value.phones.value.e164",
    "body.value.email",
    "body.value.address",
    "body.value.cards.value.title",
)
PAGE = "wagtailcore.page"  # the model label under which a reference to a page of any kind is recorded
CHILDREN = "wagtailcore.page.children"  # the same for the list of the pages below a page
FacetType = Literal["text", "boolean", "number", "date"]
COUNTY = "county"  # the role of the one kind whose pages are counties: `hub.counties`
# The version of this contract: the second number grows with what is added, the first with what plugins have to change
# for.
API_VERSION = "1.3"


class PluginError(Exception):
    """A plugin that cannot be used; the message names it, its distribution and the cause."""


@dataclass(frozen=True)
class Facet:
    """A filter of a kind's lists: `?<name>=<value>`.

    `source` is the dotted path of its values in the document: `topics.slug` are the slugs of all topics, `seats` a
    plain value. `label_source` is the path of what readers see instead, beside the value: `topics.name`. By `type`,
    values are compared as texts; as `true` and `false`; as numbers; as days in ISO 8601. Numbers and dates have ranges,
    too: `?<name>_min=` and `?<name>_max=`, both inclusive. With `empty_fits_all` a page without a value is found by all
    of them, such as the guide who names no place and comes to each.
    """

    name: str
    source: str
    label: str | Promise = ""
    label_source: str = ""
    type: FacetType = "text"
    empty_fits_all: bool = False

    @property
    def has_range(self) -> bool:
        return self.type in ("number", "date")

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the query parameters by which lists are filtered."""
        return (self.name, f"{self.name}_min", f"{self.name}_max") if self.has_range else (self.name,)


@dataclass(frozen=True)
class Role:
    """A purpose for which other pages may point at pages of a kind, by the role's name and without knowing the kind.

    `teaser_fields` are dotted paths in the teaser that those who point at it show: each begins with the name of a field
    that every kind with the role has among its own `teaser_fields` (check hub.E014).
    """

    name: str
    label: str | Promise
    teaser_fields: tuple[str, ...] = ()

    @property
    def field_names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(path.partition(".")[0] for path in self.teaser_fields))


# The roles that the core points at.
ROLES = (
    Role(COUNTY, _("County")),
    Role(
        "contact",
        _("Contact"),
        ("phones.value.number", "phones.value.href", "emails.value.address"),
    ),
    Role("legal", _("Legal page")),
    Role("card", _("Card")),
)


@dataclass(frozen=True)
class Pin:
    """Where a kind's documents keep their place on a map: the dotted path of a `{"latitude", "longitude"}` value."""

    source: str


@dataclass(frozen=True)
class Kind:
    """What the hub knows about one page model.

    `slug` is its name in addresses (`/api/v2/<slug>/`), `model` the label of a `HubPage` subclass
    ("offices.OfficePage"), `roles` the names of purposes for which other pages may point at it ("contact"),
    `teaser_fields` the names of `api_fields` shown in lists beside title, summary and image, `search_facts` the dotted
    paths, in the document, of facts that search finds beside the prose (`phones.value.number`), `search_weights` how
    many times as much the texts of a field, prose or fact, count (`{"staff.function": 2}`), `schema_type` a class of
    schema.org and `schema_fields` its properties with the dotted paths of their values, `{"telephone":
    "phones.value.number"}`. With `list_page` the pages of a county are listed at `/<language>/<county>/<slug>/`; those
    directly below the county leave its list of pages and the navigation, where the list stands for them.
    `card_template` shows more of a `teaser` below its summary, on cards and among the results of a search.
    `list_template` extends "hub/list.html", `list_urls` is the dotted path of a URLconf below the list page: its views
    get `county_slug`. `serves` names the facet of the places that a page is responsible for; one without any is
    responsible for its whole county. With `indexed=False` search engines are asked to pass over the pages and their
    list.
    """

    slug: str
    model: str
    label: str | Promise
    roles: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    teaser_fields: tuple[str, ...] = ()
    search_facts: tuple[str, ...] = ()
    search_weights: Mapping[str, int] = field(default_factory=dict, hash=False)
    pin: Pin | None = None
    schema_type: str = "WebPage"
    schema_fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    list_page: bool = False
    list_template: str = "hub/list.html"
    list_urls: str = ""
    card_template: str = ""
    serves: str = ""
    indexed: bool = True

    def __post_init__(self) -> None:
        """Raise PluginError for a text where names are wanted: its letters would be taken for them."""
        for name in ("roles", "facets", "teaser_fields", "search_facts"):
            value = getattr(self, name)
            if isinstance(value, str):
                raise PluginError(f"Kind {self.slug!r}: {name} is one text; write ({value!r},).")

    @property
    def model_class(self) -> Any:
        """The page model, a subclass of `hub.pages.HubPage` (check hub.E002)."""
        return apps.get_model(self.model)


@dataclass
class Kinds:
    """The registry: every kind by slug, in the order of registration."""

    _by_slug: dict[str, Kind] = field(default_factory=dict)

    def register(self, kind: Kind) -> None:
        """Add `kind`. Raises ValueError when its slug or its model is taken by another kind."""
        for known in self:
            if known != kind and (known.slug == kind.slug or known.model.lower() == kind.model.lower()):
                raise ValueError(f"it collides with {known.slug!r} ({known.model}): rename one")
        self._by_slug[kind.slug] = kind

    def __iter__(self) -> Iterator[Kind]:
        return iter(list(self._by_slug.values()))

    def __len__(self) -> int:
        return len(self._by_slug)

    def get(self, slug: str) -> Kind | None:
        return self._by_slug.get(slug)

    def with_role(self, role: str) -> list[Kind]:
        """Return the kinds that a key to `role` may point at: those offering that role, or having it as their slug."""
        return [kind for kind in self if kind.slug == role or role in kind.roles]

    def with_list_page(self) -> dict[str, Kind]:
        """Return the kinds with a list page by their slugs, which are taken below a county."""
        return {kind.slug: kind for kind in self if kind.list_page}

    def for_model(self, model: Any) -> Kind | None:
        """Return the kind of a page model or of an instance's class, None for pages that are no kind."""
        label = model._meta.label_lower
        return next((kind for kind in self if kind.model.lower() == label), None)


kinds = Kinds()


class Plugin(AppConfig):
    """An app that contributes to the hub. All attributes are optional.

    `hub_api` is the range of `API_VERSION` that it was made for, ">=1.0,<2"; a hub outside it does not start.
    `roles` are those that it adds to the core's `ROLES`; kinds of any plugin may have them.
    `urls` and `api_urls` map a prefix to the dotted path of a URLconf: `{"search/": "search.urls"}` stands at
    `/<language>/search/`, in `api_urls` at `/api/v2/search/`. The prefixes are reserved: no county, and no kind, can
    have them as its slug. `header_template` is shown in the header of every page; it gets the page's context. `blocks`
    are offered to the bodies of all kinds, by names that no other block has: `{"gardens_map":
    "hub_gardens.blocks.MapBlock"}`. `demo` names a module with `load(demo)` for `manage.py demo`.
    """

    hub_api: str = ""
    kinds: tuple[Kind, ...] = ()
    roles: tuple[Role, ...] = ()
    urls: ClassVar[Mapping[str, str]] = {}
    api_urls: ClassVar[Mapping[str, str]] = {}
    blocks: ClassVar[Mapping[str, str]] = {}
    header_template: str = ""
    demo: str = ""

    def ready(self) -> None:
        """Resolve and register the kinds. Raises PluginError for an unknown model or a collision."""
        for kind in self.kinds:
            try:
                apps.get_model(kind.model)
                kinds.register(kind)
            except (LookupError, ValueError) as error:
                where = f"Plugin {self.name} ({distribution_of(self.name)})"
                raise PluginError(f"{where}: kind {kind.slug!r} ({kind.model}): {error}") from error


def installed() -> list[Plugin]:
    """Return the plugins of the settings, in their order."""
    return [config for config in apps.get_app_configs() if isinstance(config, Plugin)]


def declared_roles() -> list[Role]:
    """Return the roles of the core and of all plugins."""
    return [*ROLES, *(role for plugin in installed() for role in plugin.roles)]


def distribution_of(package: str) -> str:
    """Name the distribution that brought a package, as `describe` does; of the hub's own, "the hub"."""
    top = package.partition(".")[0]
    points = entry_points(group=ENTRY_POINT_GROUP)
    # An editable install has no files that would tell; its entry point does.
    named = {point.dist.name: point.dist for point in points if point.dist and point.module.split(".")[0] == top}
    found = named or {name: distribution(name) for name in packages_distributions().get(top, [])}
    return ", ".join(map(describe, found.values())) or "the hub"


def describe(dist: Distribution) -> str:
    """Return a distribution's name and version, of an editable install the folder, too (PEP 610)."""
    origin = json.loads(dist.read_text("direct_url.json") or "{}")
    editable = origin.get("dir_info", {}).get("editable")
    return f"{dist.name} {dist.version}" + (f", installed for editing from {origin['url']}" if editable else "")


def discover() -> list[str]:
    """Return the dotted app config paths of all foreign plugins, in the order of their names.

    Raises PluginError, naming plugin, distribution and cause, when one cannot be imported, is no `Plugin`, or was made
    for another version of the contract.
    """
    configs = []
    for point in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda point: point.name):
        where = f"Plugin {point.name!r} of {describe(point.dist) if point.dist else 'an unknown distribution'}"
        module, _, attribute = point.value.replace(":", ".").rpartition(".")
        try:
            config = getattr(import_module(module), attribute)
        except Exception as error:
            raise PluginError(f"{where} cannot be loaded: {type(error).__name__}: {error}") from error
        if not (isinstance(config, type) and issubclass(config, Plugin)):
            raise PluginError(f"{where}: {point.value} is no hub.plugins.Plugin")
        if not is_made_for(config.hub_api, API_VERSION, where):
            raise PluginError(
                f"{where} is made for versions {config.hub_api} of the plugin API; hub {__version__} has "
                f"{API_VERSION}. Install a version of the plugin that fits, or of the hub."
            )
        configs.append(f"{module}.{attribute}")
    return configs


def is_made_for(versions: str, version: str, where: str) -> bool:
    """Say whether `version` is in the range `versions`. Raises PluginError, beginning with `where`, if that is none."""
    try:
        return SpecifierSet(versions).contains(version, prereleases=True)
    except InvalidSpecifier as error:
        raise PluginError(f"{where}: hub_api is {versions!r}, which is no range such as '>=1.0,<2'") from error
