from django.utils.translation import gettext_lazy as _

from hub.plugins import BODY_FACTS, Facet, Kind, Plugin


class Packages(Plugin):
    name = "directory.packages"
    verbose_name = _("Welcome packages")
    kinds = (
        Kind(
            slug="packages",
            model="packages.PackagePage",
            label=_("Welcome packages"),
            roles=("card",),
            facets=(
                Facet("situations", "situations.slug", _("Reason for coming"), "situations.name", empty_fits_all=True),
                Facet("target_groups", "target_groups.slug", _("Target groups"), "target_groups.name"),
                Facet("topics", "topics.slug", _("Topics"), "topics.name"),
            ),
            teaser_fields=("situations", "target_groups"),
            card_template="packages/parts/card.html",
            search_facts=(*BODY_FACTS, "topics.name", "situations.name", "target_groups.name"),
            schema_type="Guide",
            list_page=True,
            list_template="packages/list.html",
        ),
    )
    demo = "directory.packages.demo"
