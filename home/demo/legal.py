"""Imprint, privacy statement and accessibility statement: examples that say what a county must replace."""

from __future__ import annotations

from home.models import InfoPage
from hub.demo import Demo, Prose, block

EXAMPLE = "<p>Dies ist ein Beispiel. Ersetzen Sie diesen Text durch Ihren eigenen, bevor die Seite online geht.</p>"


def load(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "impressum",
        parent="auental",
        icon="law",
        title=Prose("Impressum"),
        summary=Prose("Wer für diese Seiten verantwortlich ist."),
        body=[
            block("callout", style="important", text=Prose(EXAMPLE)),
            block(
                "text",
                Prose("""
                    <h2>Anbieter</h2>
                    <p>Landkreis Auental, Körperschaft des öffentlichen Rechts, vertreten durch die Landrätin Marlene
                    Ohlendorf (Beispiel).</p>
                    <h2>Inhalte</h2>
                    <p>Verantwortlich für die Inhalte ist die Koordinierungsstelle Migration. Haben Sie einen Fehler
                    gefunden? Schreiben Sie uns bitte.</p>
                    """),
            ),
            block(
                "contact",
                name=Prose("Landkreis Auental, Kreisverwaltung"),
                phones=[{"label": Prose("Zentrale"), "number": "0221 4710-100"}],
                email="post@auental.example",
                address="Kreishaus, Am Auenufer 1, 05110 Auenstadt",
            ),
        ],
    )
    demo.page(
        InfoPage,
        "datenschutz",
        parent="auental",
        icon="law",
        title="Datenschutz",
        summary="Welche Daten beim Besuch dieser Seiten verarbeitet werden.",
        body=[
            block("callout", style="important", text=EXAMPLE),
            block(
                "text",
                """
                <h2>Besuch dieser Seiten</h2>
                <p>Diese Seiten laden nichts von anderen Anbietern: keine Schriften, keine Karten, keine Videos. Es gibt
                keine Werbung und keine Auswertung Ihres Verhaltens. Ein Cookie wird nur gesetzt, wenn Sie sich zum
                Bearbeiten anmelden.</p>
                <p>Damit Ihr Browser eine Seite zeigen kann, muss er dem Server Ihre IP-Adresse mitteilen. Schreiben Sie
                hier, was Ihr Rechenzentrum davon wie lange speichert.</p>
                <h2>Ihre Rechte</h2>
                <p>Sie haben nach der Datenschutz-Grundverordnung das Recht auf Auskunft, Berichtigung, Löschung und
                Einschränkung der Verarbeitung Ihrer Daten sowie das Recht, sich bei der Aufsichtsbehörde für den
                Datenschutz zu beschweren.</p>
                """,
            ),
            block(
                "contact",
                name="Datenschutzbeauftragte des Landkreises Auental (Beispiel)",
                email="datenschutz@auental.example",
            ),
        ],
    )
    demo.page(
        InfoPage,
        "barrierefreiheit",
        parent="auental",
        icon="law",
        title="Erklärung zur Barrierefreiheit",
        summary="Wie gut diese Seiten für alle nutzbar sind und wie Sie uns Hindernisse melden.",
        body=[
            block("callout", style="important", text=EXAMPLE),
            block(
                "text",
                """
                <h2>Stand der Barrierefreiheit</h2>
                <p>Der Landkreis Auental möchte, dass alle Menschen diese Seiten nutzen können: mit Tastatur,
                Vorlesesoftware oder Vergrößerung, auf dem Telefon und am Bildschirm. Tragen Sie hier ein, wann und wie
                Sie das geprüft haben und was noch nicht barrierefrei ist.</p>
                <h2>Hindernisse melden</h2>
                <p>Können Sie etwas nicht lesen oder bedienen? Schreiben Sie uns oder rufen Sie an. Sind Sie mit unserer
                Antwort nicht zufrieden, hilft die Schlichtungsstelle Ihres Bundeslandes.</p>
                """,
            ),
            block(
                "contact",
                name="Koordinierungsstelle Migration",
                phones=[{"label": "Zentrale", "number": "0221 4710-100"}],
                email="barrierefrei@auental.example",
            ),
        ],
    )
