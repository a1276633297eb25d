"""The coordination office of the second county, run by an association on behalf of the county."""

from __future__ import annotations

from directory.offices.demo.organisations import behind
from directory.offices.demo.parts import days_ago
from directory.offices.models import OfficePage
from hub.demo import Demo, Prose, block, lines


def load(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "teilhabe-moorwinkel",
        parent="moorwinkel",
        office_type="coordination",
        level="county",
        topics=["leisure", "counselling"],
        checked_on=days_ago(40),
        title=Prose("Koordinierungsstelle für Migration und Teilhabe"),
        summary=Prose("Bringt alle zusammen, die im Landkreis mit Integration zu tun haben."),
        is_not=Prose("Die Koordinierungsstelle ist keine Beratungsstelle. Sie nennt Ihnen aber die richtige."),
        tasks=lines(
            Prose("Erheben, was gebraucht wird und was es schon gibt"),
            Prose("Das Handlungskonzept des Landkreises fortschreiben"),
            Prose("Projekte, Veranstaltungen und Fortbildungen abstimmen"),
        ),
        services=lines(
            Prose("Hilfe bei der Anmeldung von Kindern in der Schule"),
        ),
        phones=[block("phone", number="0221 4710-160")],
        emails=[block("email", address="teilhabe@hafenlicht.example")],
        addresses=[
            block(
                "address",
                kind="visiting",
                name="Hafenlicht Moorwinkel e. V.",
                street="Am Siel 4",
                postal_code="05610",
                town="Deichhusen",
                position="53.3012, 8.4567",
            ),
        ],
        by_appointment=True,
        hours_note=Prose("Rufen Sie vorher an, auch mobil."),
        staff=[
            {
                "name": "Frieda Beispiel",
                "function": Prose("Koordination"),
                "phone": "0221 4710-161",
                "mobile": "0171 3920061",
                "email": "f.beispiel@hafenlicht.example",
            },
            {
                "name": "Yusuf Muster",
                "function": Prose("Ehrenamt"),
                "phone": "0221 4710-162",
                "mobile": "0171 3920062",
                "email": "y.muster@hafenlicht.example",
                "languages": ["tr", "ar"],
            },
        ],
        organisations=behind(
            demo,
            run_by=["hafenlicht"],
            on_behalf_of=["landkreis-moorwinkel"],
            funded_by=["landkreis-moorwinkel"],
        ),
    )
