"""Three guides of the first county in German alone, none with a name."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from directory.guides.demo.parts import COORDINATION, languages, training
from directory.guides.models import GuidePage
from hub.demo import Demo, Ref
from hub.demo.consents import agreed


def load(demo: Demo) -> None:
    add(
        demo,
        "lotse-4",
        "Lotse 4",
        4,
        "Tesfay Beispiel",
        languages=languages(ti="native", am="fluent", en="good", de="good"),
        helps_with=["transport", "shopping", "sport", "culture"],
        places=["auenstadt", "auenstadt-nord"],
        availability="am Wochenende",
        appointed_from="2025-06-01",
        introduction="Ich spiele Fußball in einem Verein und nehme gern neue Leute mit zum Training. Unterwegs zeige "
        "ich, wie man mit Bus und Bahn fährt.",
        trainings=[training(2025)],
    )
    add(
        demo,
        "lotsin-5",
        "Lotsin 5",
        5,
        "Ayla Beispiel",
        languages=languages(tr="native", kmr="good", de="fluent"),
        helps_with=["house-rules", "waste", "neighbours", "volunteering"],
        places=["lindenfurt"],
        availability="dienstags und donnerstags ab 14 Uhr",
        appointed_from="2024-03-01",
        appointed_until=timezone.localdate().replace(year=timezone.localdate().year + 2, month=4, day=30),
        introduction="Gelbe Tonne, Ruhezeiten, Treppendienst: Wer es einmal erklärt bekommt, hat keinen Ärger mehr. "
        "Ich rede auch mit den Nachbarn, wenn es nötig ist.",
        trainings=[training(2024)],
    )
    add(
        demo,
        "lotse-6",
        "Lotse 6",
        6,
        "Bernd Beispiel",
        languages=languages(de="native", fr="good", en="basic"),
        helps_with=["authorities", "applications", "interviews"],
        availability="vormittags",
        appointed_from="2022-10-01",
        introduction="Ich war bis zur Rente in einer Personalabteilung. Formulare machen mir nichts aus.",
        trainings=[training(2022)],
    )


def add(demo: Demo, slug: str, title: str, number: int, name: str, **values: Any) -> None:
    demo.page(
        GuidePage,
        slug,
        parent="auental",
        title=title,
        number=number,
        consent=agreed(name, named=False),
        offices=COORDINATION,
        responsible=Ref("koordinierungsstelle-migration"),
        **values,
    )
