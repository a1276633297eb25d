from django.utils.translation import gettext_lazy as _

from hub.plugins import BODY_FACTS, Facet, Kind, Plugin


class Home(Plugin):
    """General information: the home page above all counties and the articles of a county."""

    name = "home"
    verbose_name = _("General information")
    kinds = (
        Kind(
            slug="info",
            model="home.InfoPage",
            label=_("Information"),
            roles=("legal", "card"),
            facets=(Facet("topics", "topics.slug", _("Topics"), "topics.name"),),
            teaser_fields=("icon",),
            search_facts=(*BODY_FACTS, "topics.name"),
            schema_type="Article",
        ),
    )
    demo = "home.demo"
