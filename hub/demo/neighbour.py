"""The second invented county of the demo, small: so that visitors and apps have one to choose, and editors one that is
not theirs. Its coordination office is run by an association.
"""

from __future__ import annotations

from django.conf import settings

from hub.counties.models import CountyPage
from hub.demo import Demo, Prose, Ref, block
from hub.demo.county import add_places

SLUG = "moorwinkel"

PLACES: dict[str, tuple[str, str | None, str, Prose]] = {
    "deichhusen": ("03999010", None, "05610", Prose("Deichhusen")),
    "moorhafen": ("03999020", None, "05620", Prose("Moorhafen")),
}


def load(demo: Demo) -> None:
    add_places(PLACES)
    demo.page(
        CountyPage,
        SLUG,
        title=Prose("Landkreis Moorwinkel"),
        summary=Prose("Der zweite erfundene Landkreis: klein, am Wasser, mit wenigen Seiten."),
        key="03999",
        land="NI",
        languages=[code for code, _name in settings.LANGUAGES if code in {"de", "en", "ar", "uk"}],
        contact=Ref("teilhabe-moorwinkel"),
        imprint=Ref("impressum-moorwinkel"),
        privacy=Ref("datenschutz-moorwinkel"),
        accessibility=Ref("barrierefreiheit-moorwinkel"),
        body=[
            block(
                "text",
                Prose("""
                    <p>Moin und willkommen im Landkreis Moorwinkel! Fragen zum Ankommen beantwortet die
                    <a linktype="page" id="page:teilhabe-moorwinkel">Koordinierungsstelle</a>, oder sie sagt Ihnen, wer
                    es weiß.</p>
                    """),
            ),
        ],
    )
