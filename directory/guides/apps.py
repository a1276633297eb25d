from django.utils.translation import gettext_lazy as _

from hub.plugins import BODY_FACTS, Facet, Kind, Plugin


class Guides(Plugin):
    name = "directory.guides"
    verbose_name = _("Guides")
    kinds = (
        Kind(
            slug="guides",
            model="guides.GuidePage",
            label=_("Guides"),
            roles=("card",),
            facets=(
                Facet("spoken_languages", "spoken_languages.code", _("Languages spoken"), "spoken_languages.name"),
                Facet("areas", "areas.slug", _("Area of life"), "areas.name"),
                Facet("tasks", "areas.tasks.slug", _("Helps with"), "areas.tasks.name"),
                Facet("places", "places.slug", _("Place"), "places.name", empty_fits_all=True),
            ),
            teaser_fields=("number", "spoken_languages", "areas", "places"),
            card_template="guides/parts/card.html",
            search_facts=(
                "spoken_languages.name",
                "areas.name",
                "areas.tasks.name",
                "places.name",
                "offices.value.title",
            ),
            list_page=True,
            list_template="guides/list.html",
            indexed=False,
        ),
        Kind(
            slug="guide-programmes",
            model="guides.GuideProgrammePage",
            label=_("Becoming a guide"),
            roles=("card",),
            search_facts=(*BODY_FACTS, "contact.title"),
        ),
    )
    demo = "directory.guides.demo"
