"""Three guides of the first county in German, English and Arabic: one with name and photo, one with the name alone."""

from __future__ import annotations

from directory.guides.demo.parts import COORDINATION, languages, training
from directory.guides.models import GuidePage
from hub.demo import Demo, Prose, Ref, block
from hub.demo.consents import agreed
from hub.demo.drawing import Canvas
from hub.demo.portraits import portrait
from hub.demo.props import OCHRE, SKINS, TEAL, Look


def load(demo: Demo) -> None:
    add_first(demo)
    add_second(demo)
    add_third(demo)


def samira() -> Canvas:
    return portrait(Look(SKINS[1], "#2c211d", "long", TEAL), OCHRE, -0.2)


def add_first(demo: Demo) -> None:
    demo.page(
        GuidePage,
        "lotsin-1",
        parent="auental",
        title=Prose("Lotsin 1"),
        number=1,
        consent=agreed("Samira Beispiel", samira),
        languages=languages(ar="native", kmr="fluent", de="fluent"),
        helps_with=["house-rules", "defects", "neighbours", "doctor", "authorities"],
        places=["auenstadt"],
        offices=COORDINATION,
        responsible=Ref("koordinierungsstelle-migration"),
        availability=Prose("werktags ab 16 Uhr, samstags nach Absprache"),
        appointed_from="2024-03-01",
        introduction=Prose(
            "Ich wohne seit 2015 in Auenstadt. Am Anfang habe ich kein Schreiben vom Amt verstanden. Heute lese ich "
            "solche Briefe gern mit Ihnen zusammen und gehe mit zur Hausverwaltung oder zur Ärztin."
        ),
        trainings=[
            training(2024),
            block(
                "training",
                title=Prose("Fachtag Mietrecht für Ehrenamtliche"),
                year=2025,
            ),
        ],
    )


def add_second(demo: Demo) -> None:
    demo.page(
        GuidePage,
        "lotse-2",
        parent="auental",
        title=Prose("Lotse 2"),
        number=2,
        consent=agreed("Daryush Beispiel", named=False),
        languages=languages(fa="native", fa_AF="fluent", en="good", de="fluent"),
        helps_with=["applications", "interviews", "school"],
        offices=COORDINATION,
        responsible=Ref("koordinierungsstelle-migration"),
        availability=Prose("montags und mittwochs am Abend"),
        appointed_from="2023-09-15",
        introduction=Prose(
            "Ich bin Elektriker und weiß, worauf Betriebe achten. Wir schreiben Ihre Bewerbung gemeinsam und üben "
            "das Vorstellungsgespräch, bis es sitzt."
        ),
        trainings=[training(2023)],
    )


def add_third(demo: Demo) -> None:
    demo.page(
        GuidePage,
        "lotsin-3",
        parent="auental",
        title=Prose("Lotsin 3"),
        number=3,
        consent=agreed("Oksana Beispiel"),
        languages=languages(uk="native", ru="native", de="good"),
        helps_with=["child-care", "school", "doctor", "transport"],
        places=["lindenfurt", "muehlfurten"],
        offices=[*COORDINATION, block("office", Ref("migrationsberatung"))],
        responsible=Ref("koordinierungsstelle-migration"),
        availability=Prose("vormittags, solange die Kinder in der Schule sind"),
        appointed_from="2025-02-01",
        introduction=Prose(
            "Meine beiden Kinder gehen hier zur Schule. Elternabend, Anmeldung in der Kita, Fahrkarten: Das alles "
            "habe ich schon einmal durchgemacht und erkläre es Ihnen in Ruhe."
        ),
        trainings=[training(2025)],
    )
