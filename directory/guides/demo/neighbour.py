"""The two guides of the second county: one with her name, in three languages; one without, in German alone."""

from __future__ import annotations

from directory.guides.demo.parts import languages, training
from directory.guides.models import GuidePage
from hub.demo import Demo, Prose, Ref, block, neighbour
from hub.demo.consents import agreed

OFFICES = [block("office", Ref("teilhabe-moorwinkel"))]


def load(demo: Demo) -> None:
    demo.page(
        GuidePage,
        "lotsin-1-moorwinkel",
        parent="moorwinkel",
        title=Prose("Lotsin 1"),
        number=1,
        consent=agreed("Rania Beispiel", owner=neighbour.SLUG),
        languages=languages(ar="native", fr="good", de="good"),
        helps_with=["doctor", "shopping", "child-care", "culture"],
        places=["deichhusen"],
        offices=OFFICES,
        responsible=Ref("teilhabe-moorwinkel"),
        availability=Prose("nachmittags"),
        appointed_from="2025-10-01",
        introduction=Prose(
            "Ich begleite vor allem Frauen zu Terminen und übersetze dort, was im Alltag gebraucht wird."
        ),
        trainings=[training(2025)],
    )
    demo.page(
        GuidePage,
        "lotse-2-moorwinkel",
        parent="moorwinkel",
        title="Lotse 2",
        number=2,
        consent=agreed("Ilie Beispiel", owner=neighbour.SLUG, named=False),
        languages=languages(ro="native", ru="fluent", de="good"),
        helps_with=["defects", "authorities", "applications"],
        offices=OFFICES,
        responsible=Ref("teilhabe-moorwinkel"),
        availability="nach der Schicht, ab 15 Uhr",
        appointed_from="2026-01-15",
        introduction="Ich arbeite im Hafen und kenne viele, die für die Saison kommen. Arbeitsvertrag und Wohnung sind "
        "meine Themen.",
    )
