from django.shortcuts import render
from django.utils.translation import get_language

from hub.publications.models import Publication
from hub_meeting_points.settings import few_seats


def seats(request):
    """Show the large meeting points of all counties, from what is public."""
    points = Publication.objects.public().filter(kind="meeting-points", locale=get_language()).order_by("title")
    teasers = [teaser for teaser in points.values_list("teaser", flat=True) if teaser["seats"] >= few_seats()]
    return render(request, "hub_meeting_points/seats.html", {"teasers": teasers})
