from django.utils.translation import gettext_lazy as _

from hub.plugins import BODY_FACTS, COUNTY, Kind, Plugin


class Counties(Plugin):
    name = "hub.counties"
    verbose_name = _("Counties")
    kinds = (
        Kind(
            slug="counties",
            model="counties.CountyPage",
            label=_("Counties"),
            roles=(COUNTY,),
            search_facts=(*BODY_FACTS, "topics.name", "local_numbers.value.number"),
            schema_type="AdministrativeArea",
        ),
    )
