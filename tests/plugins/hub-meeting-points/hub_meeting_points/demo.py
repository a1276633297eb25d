from hub.demo import Prose
from hub_meeting_points.models import Facility, MeetingPointPage


def load(demo):
    """Declare a page below the demo's county."""
    Facility.objects.get_or_create(slug="kitchen", defaults={"names": {"de": "Küche", "en": "Kitchen"}})
    demo.page(
        MeetingPointPage,
        "cafe-welt",
        parent="auental",
        title=Prose("Café Welt", en="Café World"),
        seats=12,
        facilities=["kitchen"],
        offers=[{"name": Prose("Kochen", en="Cooking"), "price": "2.50"}],
        evenings=[{"weekday": "friday", "start": "18:00"}],
    )
