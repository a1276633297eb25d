from django.utils.translation import gettext_lazy as _

from hub.plugins import COUNTY, Kind, Plugin


class Counties(Plugin):
    name = "hub.counties"
    verbose_name = _("Counties")
    kinds = (
        Kind(
            slug="counties",
            model="counties.CountyPage",
            label=_("Counties"),
            roles=(COUNTY,),
            schema_type="AdministrativeArea",
        ),
    )
