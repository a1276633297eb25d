from django.utils.translation import gettext_lazy as _

from hub.plugins import Kind, Plugin


class Counties(Plugin):
    name = "hub.counties"
    verbose_name = _("Counties")
    kinds = (
        Kind(
            slug="counties",
            model="counties.CountyPage",
            label=_("Counties"),
            schema_type="AdministrativeArea",
        ),
    )
