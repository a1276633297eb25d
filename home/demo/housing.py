"""Housing, and below it registering one's address; the first also written anew in easy language."""

from __future__ import annotations

from home.demo import scenes
from home.models import InfoPage
from hub.demo import Demo, Picture, Prose, block

IN_EASY_LANGUAGE = {
    "title": "Wohnen",
    "summary": "Wie Sie eine Wohnung finden. Was im Miet·vertrag steht. Was nach dem Umzug wichtig ist.",
    "body": [
        block(
            "text",
            Prose("""
            <h2>Eine Wohnung suchen</h2>
            <p>Sie suchen eine Wohnung? Das können Sie tun:</p>
            <ul>
            <li>Suchen Sie im Internet.</li>
            <li>Lesen Sie die Anzeigen in der Zeitung.</li>
            <li>Fragen Sie Menschen, die Sie kennen.</li>
            </ul>
            <h2>Sie haben wenig Geld?</h2>
            <p>Dann gibt es günstige Wohnungen für Sie. Dafür brauchen Sie ein Papier. Es heißt:
            Wohn·berechtigungs·schein. Sie bekommen es im Rathaus.</p>
            """),
        ),
        block(
            "callout",
            style="important",
            title="Erst fragen, dann unterschreiben",
            text=Prose("""
            <p>Bezahlt das Jobcenter Ihre Miete? Oder das Sozialamt? Dann fragen Sie zuerst dort. Unterschreiben Sie
            erst danach.</p>
            """),
        ),
        block(
            "text",
            Prose("""
            <h2>Der Miet·vertrag</h2>
            <p>Im Miet·vertrag steht, wie viel Sie bezahlen.</p>
            <ul>
            <li>Die Kalt·miete: So viel kostet die Wohnung allein.</li>
            <li>Die Warm·miete: Darin sind auch Heizung, Wasser und Müll.</li>
            <li>Strom und Internet bezahlen Sie meistens selbst.</li>
            <li>Die Kaution: Dieses Geld bekommen Sie beim Auszug zurück, wenn alles in Ordnung ist. Es dürfen nicht
            mehr als drei Kalt·mieten sein.</li>
            </ul>
            <p>Ist in der Wohnung etwas kaputt? Machen Sie am ersten Tag Fotos. Schreiben Sie alles auf.</p>
            <h2>Sie wollen ausziehen?</h2>
            <p>Dann schreiben Sie einen Brief an den Vermieter oder die Vermieterin. Das heißt: kündigen. Meistens
            können Sie erst drei Monate später ausziehen.</p>
            """),
        ),
        block(
            "callout",
            style="tip",
            title="Gut mit den Nachbarn leben",
            text=Prose("""
            <p>Seien Sie in der Nacht leise: von 22 Uhr bis 6 Uhr. Seien Sie auch am Sonntag leise. Werfen Sie Papier,
            Glas und Essens·reste in verschiedene Tonnen.</p>
            """),
        ),
        block("text", "<h2>Nach dem Umzug</h2><p>Das müssen Sie jetzt tun:</p>"),
        block("children"),
    ],
}


def load(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "wohnen",
        parent="auental",
        image=Picture(
            "schluessel.jpg",
            scenes.moving_in,
            Prose("Vor einer offenen Haustür wird ein Schlüssel übergeben, daneben stehen Umzugskartons"),
        ),
        icon="home",
        topics=["housing"],
        title=Prose("Wohnen"),
        summary=Prose("Eine Wohnung suchen, den Mietvertrag verstehen und gut mit den Nachbarn auskommen."),
        body=[
            block(
                "text",
                Prose("""
                    <h2>Eine Wohnung finden</h2>
                    <p>Suchen Sie im Internet, in der Zeitung und bei Wohnungsunternehmen. Fragen Sie auch Menschen, die
                    Sie kennen: Viele Wohnungen werden weitergegeben, ohne dass es eine Anzeige gibt.</p>
                    <p>Wenn Ihr Einkommen gering ist, können Sie bei Ihrer Gemeinde einen <b>Wohnberechtigungsschein</b>
                    beantragen. Damit dürfen Sie eine Wohnung mieten, die staatlich gefördert und deshalb günstiger ist.
                    Zahlt das Jobcenter oder das Sozialamt Ihre Miete, fragen Sie dort nach, <b>bevor</b> Sie
                    unterschreiben.</p>
                    """),
            ),
            block(
                "text",
                Prose("""
                    <h2>Der Mietvertrag</h2>
                    <ul>
                    <li>Die <b>Kaltmiete</b> ist die Miete ohne Nebenkosten. Die <b>Warmmiete</b> enthält Nebenkosten
                    wie Heizung, Wasser und Müllabfuhr. Strom und Internet bezahlen Sie meistens selbst.</li>
                    <li>Die <b>Kaution</b> darf höchstens drei Kaltmieten betragen. Sie dürfen sie in drei Monatsraten
                    zahlen.</li>
                    <li>Schreiben Sie beim Einzug alle Schäden in ein <b>Übergabeprotokoll</b> und machen Sie
                    Fotos.</li>
                    <li>Wollen Sie ausziehen, kündigen Sie schriftlich. Die Frist beträgt in der Regel drei Monate.</li>
                    </ul>
                    """),
            ),
            block(
                "callout",
                style="tip",
                title=Prose("Gute Nachbarschaft"),
                text=Prose("""
                    <p>Bitte seien Sie von 22 bis 6 Uhr und an Sonn- und Feiertagen leise. Trennen Sie den Müll: Papier,
                    Glas, Verpackungen, Bioabfall und Restmüll. Weitere Regeln stehen in der Hausordnung.</p>
                    """),
            ),
            block(
                "text",
                Prose("<h2>Nach dem Einzug</h2><p>Was Sie nach dem Umzug erledigen müssen:</p>"),
            ),
            block("children"),
        ],
        rewritten={"de-simple": IN_EASY_LANGUAGE},
    )
    demo.page(
        InfoPage,
        "wohnsitz-anmelden",
        parent="wohnen",
        image=Picture(
            "wegsuche.jpg",
            scenes.bench,
            Prose("Zwei Menschen auf einer Bank suchen auf einem Telefon den Weg"),
        ),
        icon="info",
        topics=["arrival", "housing"],
        title=Prose("Den Wohnsitz anmelden"),
        summary=Prose(
            "Wer in eine Wohnung einzieht, muss sich innerhalb von zwei Wochen beim Einwohnermeldeamt anmelden."
        ),
        body=[
            block(
                "text",
                Prose("""
                    <p>Das <b>Einwohnermeldeamt</b> heißt oft auch Bürgerbüro. Sie finden es im Rathaus Ihrer Stadt oder
                    Gemeinde. Die Anmeldung kostet nichts. Buchen Sie am besten vorher einen Termin.</p>
                    <p>In Auenstadt ist das Bürgerbüro montags bis freitags von 8 bis 12 Uhr geöffnet, donnerstags auch
                    von 14 bis 18 Uhr. In Lindenfurt und Mühlfurten gehen Sie ins Rathaus.</p>
                    <h2>Das bringen Sie mit</h2>
                    <ul>
                    <li>Ihren Pass oder Personalausweis und die Ausweise aller, die mit Ihnen einziehen</li>
                    <li>die Wohnungsgeberbestätigung: Ihr Vermieter oder Ihre Vermieterin bestätigt darin den
                    Einzug</li>
                    <li>Ihren Aufenthaltstitel oder Ihr Visum, wenn Sie eines haben</li>
                    <li>Heiratsurkunde und Geburtsurkunden der Kinder, wenn möglich mit deutscher Übersetzung</li>
                    </ul>
                    """),
            ),
            block(
                "contact",
                name=Prose("Bürgerbüro Auenstadt (Beispiel)"),
                phones=[{"label": "", "number": "0221 4710-120"}],
                email="buergerbuero@auenstadt.example",
                address="Rathaus, Am Markt 1, 05110 Auenstadt",
            ),
            block(
                "callout",
                style="important",
                title=Prose("Warum das wichtig ist"),
                text=Prose("""
                    <p>Mit der Meldebestätigung können Sie zum Beispiel ein Konto eröffnen. Nach der ersten Anmeldung
                    bekommen Sie mit der Post Ihre Steuer-Identifikationsnummer. Ihr Arbeitgeber braucht sie. Bewahren
                    Sie beide Briefe gut auf.</p>
                    """),
            ),
            block(
                "text",
                Prose("""
                    <h2>Aufenthaltserlaubnis</h2>
                    <p>Für Ihre Aufenthaltserlaubnis ist die <a linktype="page"
                    id="page:auslaenderbehoerde">Ausländerbehörde</a> zuständig, nicht das Einwohnermeldeamt. Beantragen
                    Sie die Verlängerung, bevor Ihre Erlaubnis abläuft. Wer die Staatsangehörigkeit eines EU-Landes hat,
                    braucht keine.</p>
                    """),
            ),
        ],
    )
