"""What is on offer in the county, put together from other pages; its English is outdated."""

from __future__ import annotations

from home.models import InfoPage
from hub.demo import Demo, Prose, Ref, block


def load(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "angebote",
        parent="auental",
        outdated={"en": {"summary": "Courses and meeting places in Auenstadt."}},
        icon="leisure",
        topics=["leisure", "language"],
        title=Prose(de="Angebote im Überblick", en="What is on offer"),
        summary=Prose(
            de="Treffpunkte, Kurse und Begleitung im ganzen Landkreis: Hier kommen Sie mit anderen ins Gespräch.",
            en="Courses and meeting places in Auenstadt.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="<p>Sie können einfach vorbeikommen. Wo Sie sich anmelden müssen, steht es auf der Seite.</p>",
                    en="<p>You can just drop in. Where you have to register, the page says so.</p>",
                ),
            ),
            block(
                "cards",
                title=Prose(de="Leute treffen", en="Meet people"),
                cards=[Ref("treffpunkt-alte-muehle"), Ref("nachbarschaftshaus")],
            ),
            block(
                "cards",
                title=Prose(de="Lernen und begleitet werden", en="Learn, and be accompanied"),
                cards=[Ref("volkshochschule"), Ref("integrationslotsen"), Ref("lotsin-1"), Ref("erste-wochen")],
            ),
            block(
                "links",
                links=[
                    {
                        "label": Prose(de="Kalender des Landkreises", en="The county’s calendar"),
                        "url": "https://auental.example/kalender",
                        "language": "de",
                    }
                ],
            ),
        ],
    )
