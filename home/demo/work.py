"""Work and the recognition of foreign qualifications: German only."""

from __future__ import annotations

from home.demo import scenes
from home.models import InfoPage
from hub.demo import Demo, Picture, Prose, Ref, block


def load(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "arbeit-und-anerkennung",
        parent="auental",
        image=Picture(
            "fahrradwerkstatt.jpg",
            scenes.bicycle_workshop,
            Prose("Ein Mann repariert in einer Werkstatt ein Fahrrad"),
        ),
        icon="work",
        topics=["work"],
        title="Arbeit und Anerkennung",
        summary="Darf ich arbeiten, wie finde ich eine Stelle, und gilt mein Abschluss in Deutschland?",
        body=[
            block(
                "text",
                """
                <h2>Darf ich arbeiten?</h2>
                <p>Das steht in Ihrem Aufenthaltstitel, Ihrer Aufenthaltsgestattung oder Ihrer Duldung. Steht dort
                „Erwerbstätigkeit erlaubt“, dürfen Sie jede Arbeit annehmen. In anderen Fällen brauchen Sie zuerst eine
                Erlaubnis der <a linktype="page" id="page:auslaenderbehoerde">Ausländerbehörde</a>. Wer die
                Staatsangehörigkeit eines EU-Landes hat, darf ohne Erlaubnis arbeiten.</p>
                """,
            ),
            block(
                "text",
                """
                <h2>Eine Stelle finden</h2>
                <p>Die <a href="https://www.arbeitsagentur.de">Agentur für Arbeit</a> berät Sie kostenlos zu Berufen,
                Ausbildung und offenen Stellen. Wenn Sie Geld vom Jobcenter bekommen, hilft Ihnen das Jobcenter.</p>
                <ul>
                <li>Für eine Bewerbung brauchen Sie ein Anschreiben, einen Lebenslauf und Zeugnisse.</li>
                <li>Unterschreiben Sie einen Arbeitsvertrag erst, wenn Sie ihn verstanden haben.</li>
                <li>Es gibt einen gesetzlichen Mindestlohn. Ihr Arbeitgeber muss Sie bei der Sozialversicherung
                anmelden.</li>
                <li>Sind Sie krank, sagen Sie sofort im Betrieb Bescheid.</li>
                </ul>
                """,
            ),
            block(
                "text",
                """
                <h2>Gilt mein Abschluss?</h2>
                <p>Sie haben im Ausland einen Beruf gelernt oder studiert? In einem <b>Anerkennungsverfahren</b> wird
                geprüft, ob Ihr Abschluss einem deutschen gleichwertig ist. Für manche Berufe ist das Pflicht, zum
                Beispiel in der Pflege, in der Medizin und für Lehrkräfte an Schulen. In anderen Berufen hilft die
                Anerkennung, eine bessere Stelle zu finden.</p>
                <p>Welche Stelle zuständig ist, finden Sie mit dem Anerkennungs-Finder auf <a
                href="https://www.anerkennung-in-deutschland.de">anerkennung-in-deutschland.de</a>. Zeugnisse müssen
                meistens ins Deutsche übersetzt werden, und zwar von vereidigten Übersetzerinnen oder Übersetzern.</p>
                """,
            ),
            block(
                "callout",
                style="important",
                title="Erst beraten lassen, dann bezahlen",
                text="""
                <p>Das Verfahren und die Übersetzungen kosten Geld. Lassen Sie sich vorher beraten: Für die Kosten gibt
                es oft eine Förderung, aber Sie müssen sie vorher beantragen.</p>
                """,
            ),
            block("contact", office=Ref("migrationsberatung")),
        ],
    )
