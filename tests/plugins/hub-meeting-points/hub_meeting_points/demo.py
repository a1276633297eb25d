from hub_meeting_points.models import Facility


def load(demo):
    Facility.objects.get_or_create(slug="kitchen", defaults={"names": {"de": "Küche", "en": "Kitchen"}})
