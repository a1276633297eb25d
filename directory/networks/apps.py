from django.utils.translation import gettext_lazy as _

from hub.plugins import BODY_FACTS, Facet, Kind, Plugin


class Networks(Plugin):
    name = "directory.networks"
    verbose_name = _("Networks")
    kinds = (
        Kind(
            slug="networks",
            model="networks.NetworkPage",
            label=_("Networks"),
            roles=("card",),
            facets=(
                Facet("topics", "topics.slug", _("Topics"), "topics.name"),
                Facet("target_groups", "target_groups.slug", _("Target groups"), "target_groups.name"),
            ),
            teaser_fields=("since", "is_open", "next_meeting"),
            card_template="networks/parts/card.html",
            search_facts=(
                *BODY_FACTS,
                "topics.name",
                "target_groups.name",
                "coordinator.title",
                "patron.name",
                "participants.organisation.name",
                "groups.name",
                "groups.leader.name",
                "basis.value.papers.value.name",
            ),
            schema_type="Organization",
            schema_fields={"foundingDate": "since"},
            list_page=True,
        ),
    )
    demo = "directory.networks.demo"
