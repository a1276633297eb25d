from django.utils.translation import gettext_lazy as _

from hub.plugins import BODY_FACTS, Facet, Kind, Plugin


class Projects(Plugin):
    name = "directory.projects"
    verbose_name = _("Projects")
    kinds = (
        Kind(
            slug="projects",
            model="projects.ProjectPage",
            label=_("Projects"),
            roles=("card",),
            facets=(
                Facet("status", "status.slug", _("Status"), "status.name"),
                Facet("topics", "topics.slug", _("Topics"), "topics.name"),
                Facet("target_groups", "target_groups.slug", _("Target groups"), "target_groups.name"),
                Facet("funder", "funders.organisation.id", _("Funders"), "funders.organisation.name"),
                Facet("programme", "programme.name", _("Programme")),
                Facet("county_takes_part", "county_takes_part", _("The county takes part"), type="boolean"),
            ),
            teaser_fields=("status", "start", "end", "period", "funders"),
            card_template="projects/parts/card.html",
            search_facts=(
                *BODY_FACTS,
                "topics.name",
                "target_groups.name",
                "programme.name",
                "guideline.name",
                "funders.organisation.name",
                "partners.organisation.name",
                "continued_name",
                "contacts.value.office.title",
                "contacts.value.phones.value.number",
                "contacts.value.phones.value.e164",
                "contacts.value.email",
                "contacts.value.address",
            ),
            schema_type="Project",
            list_page=True,
            list_template="projects/list.html",
        ),
    )
    demo = "directory.projects.demo"
