"""Emergencies and waste, both in three languages; the driving licence in German only."""

from __future__ import annotations

from home.models import InfoPage
from hub.demo import Demo, Prose, Ref, block


# To be said in German, whatever the language of the page; rich text has no languages of its own.
def load(demo: Demo) -> None:
    add_emergency(demo)
    add_waste(demo)
    add_licence(demo)


def add_emergency(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "hilfe-im-notfall",
        parent="auental",
        icon="help",
        topics=["counselling", "health"],
        checked_on="2026-11-12",
        title=Prose("Hilfe im Notfall"),
        summary=Prose("Welche Nummer Sie wählen und was Sie am Telefon sagen. Alle Anrufe sind kostenlos."),
        body=[
            block(
                "callout",
                style="emergency",
                title=Prose("Feuer, Unfall, Lebensgefahr: 112"),
                text=Prose("""
                    <p>Wählen Sie <a href="tel:112">112</a>. Sagen Sie, <b>wo</b> Sie sind und <b>was</b> passiert ist.
                    Legen Sie nicht auf.</p>
                    """),
            ),
            block(
                "text",
                Prose("""
                    <h2>Weitere Nummern</h2>
                    <ul>
                    <li>Polizei: <a href="tel:110">110</a></li>
                    <li>Ärztlicher Bereitschaftsdienst, nachts und am Wochenende: <a href="tel:116117">116 117</a></li>
                    <li>Hilfetelefon Gewalt gegen Frauen, Tag und Nacht, in 18 Sprachen: <a href="tel:116016">116
                    016</a></li>
                    <li>Nummer gegen Kummer für Kinder und Jugendliche: <a href="tel:116111">116 111</a></li>
                    </ul>
                    <h2>Ihr Kind ist nachts krank?</h2>
                    <ul>
                    <li>Rufen Sie die <a href="tel:116117">116 117</a> an. Dort sagt man Ihnen, welche Praxis Notdienst
                    hat.</li>
                    <li>Geht es Ihrem Kind sehr schlecht? Fahren Sie in die Notaufnahme einer Kinderklinik. Atmet es
                    schwer oder wacht es nicht auf, rufen Sie sofort die <a href="tel:112">112</a> an.</li>
                    <li>Hat Ihr Kind etwas Giftiges geschluckt? Rufen Sie den Giftnotruf an, er ist Tag und Nacht
                    besetzt. Jedes Bundesland hat eine Nummer dafür: Speichern Sie sie, bevor etwas passiert.</li>
                    </ul>
                    <h2>Auf Deutsch um Hilfe bitten</h2>
                    """),
            ),
            block(
                "quotation",
                text=Prose("<p>Bitte helfen Sie mir. Ich bin in der … straße Nummer …. Jemand ist verletzt.</p>"),
            ),
            block(
                "text",
                Prose("""
                    <p>Nennen Sie statt der Punkte die Straße und die Hausnummer.</p>
                    <p>Sprechen Sie langsam. Man fragt Sie, was man noch wissen muss.</p>
                    """),
            ),
        ],
    )


def add_waste(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "muell-trennen",
        parent="wohnen",
        icon="home",
        topics=["housing"],
        checked_on="2026-09-28",
        title=Prose("Müll richtig trennen"),
        summary=Prose("Was in welche Tonne kommt, und wohin mit Flaschen, Batterien und alten Möbeln."),
        body=[
            block(
                "text",
                Prose("""
                    <h2>Die Tonnen</h2>
                    <ul>
                    <li><b>Blau:</b> Papier und Karton</li>
                    <li><b>Gelb:</b> Verpackungen aus Plastik und Metall</li>
                    <li><b>Braun:</b> Essensreste und Pflanzen, ohne Plastiktüte</li>
                    <li><b>Schwarz:</b> was übrig bleibt, zum Beispiel Windeln</li>
                    </ul>
                    <p>Stellen Sie die Tonnen am Abend vor der Abholung an die Straße. Die Tage stehen im Kalender des
                    Landkreises.</p>
                    """),
            ),
            block(
                "text",
                Prose("""
                    <h2>Was nicht in die Tonne gehört</h2>
                    <ul>
                    <li><b>Pfandflaschen</b> geben Sie im Supermarkt zurück und bekommen Geld dafür.</li>
                    <li><b>Glas</b> ohne Pfand kommt in die Container, nicht am Sonntag.</li>
                    <li><b>Batterien</b> nimmt jeder Laden zurück, der welche verkauft.</li>
                    <li><b>Möbel</b> holt der Sperrmüll ab, wenn Sie ihn bestellen.</li>
                    </ul>
                    """),
            ),
        ],
    )


def add_licence(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "fuehrerschein",
        parent="auental",
        icon="transport",
        topics=["mobility"],
        title="Mit dem Führerschein aus dem Ausland fahren",
        summary="Wie lange Ihr Führerschein hier gilt und wie Sie einen deutschen bekommen.",
        body=[
            block(
                "text",
                """
                <h2>Aus der EU</h2>
                <p>Führerscheine aus der EU, aus Island, Liechtenstein und Norwegen gelten weiter, solange sie gültig
                sind.</p>
                <h2>Aus anderen Ländern</h2>
                <p>Ihr Führerschein gilt sechs Monate, nachdem Sie hierher gezogen sind. Danach brauchen Sie einen
                deutschen. Beantragen Sie ihn bei der Führerscheinstelle des Landkreises. Je nach Land müssen Sie eine
                theoretische und eine praktische Prüfung ablegen. Die theoretische gibt es auch in anderen Sprachen, zum
                Beispiel auf Arabisch, Englisch, Russisch und Türkisch.</p>
                """,
            ),
            block("contact", office=Ref("migrationsberatung")),
        ],
    )
