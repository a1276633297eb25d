"""Getting around by bus, train and bicycle: German only."""

from __future__ import annotations

from home.demo import scenes
from home.models import InfoPage
from hub.demo import Demo, Picture, Prose, Ref, block


def load(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "unterwegs",
        parent="auental",
        image=Picture(
            "haltestelle.jpg",
            scenes.bus_stop,
            Prose("Ein Bus kommt zu einer Haltestelle am Rand eines Dorfes"),
        ),
        icon="transport",
        topics=["mobility"],
        title="Unterwegs mit Bus, Bahn und Fahrrad",
        summary="Wo Sie Fahrkarten bekommen, wann der Rufbus kommt und worauf Sie mit dem Fahrrad achten.",
        body=[
            block(
                "text",
                """
                <h2>Bus und Bahn</h2>
                <p>Kaufen Sie die Fahrkarte, bevor Sie einsteigen oder gleich beim Einsteigen. Wer ohne Fahrkarte fährt,
                muss mindestens 60 Euro bezahlen.</p>
                <p>Fahren Sie oft? Dann ist ein Abo meist günstiger. Fragen Sie auch nach Ermäßigungen für Schulkinder
                und Auszubildende.</p>
                <h2>Rufbus</h2>
                <p>In kleine Orte fährt abends und am Wochenende nur der Rufbus. Rufen Sie spätestens eine Stunde vor
                der Fahrt an. Dann holt er Sie an der Haltestelle ab.</p>
                <h2>Fahrrad</h2>
                <p>Ihr Fahrrad braucht zwei Bremsen, eine Klingel und Licht. Fahren Sie auf dem Radweg, wenn ein blaues
                Schild ihn anzeigt. Auf dem Gehweg dürfen nur Kinder fahren.</p>
                <p>Ist etwas kaputt? In der Werkstatt im
                <a linktype="page" id="page:nachbarschaftshaus">Nachbarschaftshaus Lindenfurt</a> reparieren Sie es
                gemeinsam mit anderen.</p>
                """,
            ),
            block("contact", office=Ref("nachbarschaftshaus")),
        ],
    )
