from django.utils.translation import pgettext_lazy

from hub.plugins import Facet, Kind, Pin, Plugin, Role


class MeetingPoints(Plugin):
    name = "hub_meeting_points"
    verbose_name = "Meeting points"
    default_auto_field = "django.db.models.BigAutoField"
    hub_api = ">=1.0,<2"
    kinds = (
        Kind(
            slug="meeting-points",
            model="hub_meeting_points.MeetingPointPage",
            label="Meeting points",
            roles=("contact", "meeting-point"),
            facets=(
                Facet("facilities", "facilities.slug", "Facilities", label_source="facilities.name"),
                Facet("seats", "seats", "Seats", type="number"),
            ),
            teaser_fields=("seats", "phones", "emails"),
            pin=Pin("position"),
            schema_type="Place",
            schema_fields={"maximumAttendeeCapacity": "seats"},
            search_weights={"offers.name": 2},
            list_page=True,
        ),
    )
    roles = (Role("meeting-point", pgettext_lazy("hub_meeting_points", "Contact"), ("phones.value.number",)),)
    urls = {"meeting-points-seats/": "hub_meeting_points.urls"}
    header_template = "hub_meeting_points/header.html"
    blocks = {"meeting_points_rule": "hub_meeting_points.blocks.RuleBlock"}
    demo = "hub_meeting_points.demo"

    def ready(self) -> None:
        super().ready()
        from hub.publications import consumers
        from hub_meeting_points import settings  # noqa: F401 - importing registers the check
        from hub_meeting_points.consumer import Counter

        consumers.register(Counter())
