from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from hub.plugins import BODY_FACTS, Facet, Kind, Pin, Plugin


class Offices(Plugin):
    name = "directory.offices"
    verbose_name = _("Offices")
    kinds = (
        Kind(
            slug="offices",
            model="offices.OfficePage",
            label=_("Offices"),
            roles=("contact", "card"),
            facets=(
                Facet("topics", "topics.slug", _("Topics"), "topics.name"),
                Facet("office_type", "office_type.slug", _("Type of office"), "office_type.name"),
                Facet("specialities", "specialities.slug", _("Medical speciality"), "specialities.name"),
                Facet("level", "government_level.slug", _("Level of government"), "government_level.name"),
                Facet("accessible", "accessibility.there.code", _("Accessibility"), "accessibility.there.name"),
                Facet("spoken_languages", "spoken_languages.code", _("Languages spoken"), "spoken_languages.name"),
                Facet("places", "places.slug", _("Municipalities served"), "places.name"),
                Facet("target_groups", "target_groups.slug", _("Target groups"), "target_groups.name"),
            ),
            teaser_fields=(
                *("office_type", "phones", "emails", "addresses", "hours_summary"),
                *("specialities", "spoken_languages", "accepts_new_patients_until"),
            ),
            card_template="offices/parts/card.html",
            search_facts=(
                *BODY_FACTS,
                "topics.name",
                "office_type.name",
                "phones.value.number",
                "phones.value.e164",
                "emails.value.address",
                "addresses.value.name",
                "addresses.value.street",
                "addresses.value.postal_code",
                "addresses.value.town",
                "addresses.value.addition",
                "spoken_languages.name",
                "places.name",
                "target_groups.name",
                "staff.name",
                "staff.phones.number",
                "staff.phones.e164",
                "staff.email",
                "organisations.organisation.name",
                "meeting_times.rhythm",
                "specialities.name",
            ),
            pin=Pin("position"),
            schema_type="LocalBusiness",
            schema_fields={
                "telephone": "phones.value.number",
                "email": "emails.value.address",
                "knowsLanguage": "spoken_languages.code",
            },
            list_page=True,
            list_template="offices/list.html",
            list_urls="directory.offices.list_urls",
            serves="places",
        ),
    )
    api_urls: ClassVar = {"opening/": "directory.offices.api_urls"}
    blocks: ClassVar = {"offices_responsible": "directory.offices.responsible_block.ResponsibleBlock"}
    demo = "directory.offices.demo"
