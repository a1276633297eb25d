"""What is on offer in the county, put together from other pages; its English is outdated."""

from __future__ import annotations

from home.models import InfoPage
from hub.demo import Demo, Prose, Ref, block


def load(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "angebote",
        parent="auental",
        outdated={"en": {"summary": Prose("Kurse und Treffpunkte in Auenstadt.")}},
        icon="leisure",
        topics=["leisure", "language"],
        title=Prose("Angebote im Überblick"),
        summary=Prose(
            "Treffpunkte, Kurse und Begleitung im ganzen Landkreis: Hier kommen Sie mit anderen ins Gespräch."
        ),
        body=[
            block(
                "text",
                Prose("<p>Sie können einfach vorbeikommen. Wo Sie sich anmelden müssen, steht es auf der Seite.</p>"),
            ),
            block(
                "cards",
                title=Prose("Leute treffen"),
                cards=[Ref("treffpunkt-alte-muehle"), Ref("nachbarschaftshaus")],
            ),
            block(
                "cards",
                title=Prose("Lernen und begleitet werden"),
                cards=[Ref("volkshochschule"), Ref("integrationslotsen"), Ref("lotsin-1"), Ref("erste-wochen")],
            ),
            block(
                "links",
                links=[
                    {
                        "label": Prose("Kalender des Landkreises"),
                        "url": "https://auental.example/kalender",
                        "language": "de",
                    }
                ],
            ),
        ],
    )
