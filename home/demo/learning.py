"""Learning German, in three languages; school and child care in German only: visitors see how a missing translation is
shown.
"""

from __future__ import annotations

from home.demo import scenes
from home.models import InfoPage
from hub.demo import Demo, Picture, Prose, Ref, block


def load(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "deutsch-lernen",
        parent="auental",
        icon="language",
        topics=["language"],
        title=Prose("Deutsch lernen"),
        summary=Prose("Integrationskurs, Kurse der Volkshochschule und kostenlose Angebote zum Üben."),
        body=[
            block(
                "text",
                Prose("""
                    <h2>Der Integrationskurs</h2>
                    <p>Ein Integrationskurs besteht aus einem Sprachkurs mit meistens 600 Stunden und einem
                    Orientierungskurs mit 100 Stunden. Im Sprachkurs lernen Sie Deutsch bis zum Niveau B1. Im
                    Orientierungskurs geht es um Recht, Geschichte und Zusammenleben in Deutschland. Es gibt auch Kurse
                    mit Alphabetisierung, Kurse für Frauen und Kurse für junge Menschen.</p>
                    <p>Ob Sie teilnehmen dürfen oder müssen, hängt von Ihrem Aufenthalt ab. Das sagen Ihnen die
                    Ausländerbehörde, das Jobcenter oder das <a href="https://www.bamf.de">Bundesamt für Migration und
                    Flüchtlinge</a>. Manche Menschen zahlen einen Teil der Kosten selbst, andere sind davon befreit.</p>
                    """),
            ),
            block(
                "text",
                Prose("""
                    <h2>So finden Sie den richtigen Kurs</h2>
                    <ol>
                    <li>Machen Sie einen Einstufungstest. Er zeigt, was Sie schon können. Kursträger wie die
                    Volkshochschule bieten ihn an.</li>
                    <li>Fragen Sie nach Kurszeiten und Kinderbetreuung.</li>
                    <li>Melden Sie sich an und bringen Sie Ihren Ausweis sowie Ihre Berechtigung mit, falls Sie eine
                    bekommen haben.</li>
                    </ol>
                    """),
            ),
            block("contact", office=Ref("volkshochschule")),
            block(
                "callout",
                style="tip",
                title=Prose("Jeden Tag ein bisschen üben"),
                text=Prose("""
                    <p>Im Sprachcafé der Volkshochschule sprechen Sie ohne Anmeldung mit anderen. Kostenlos lernen
                    können Sie auch im <a href="https://www.vhs-lernportal.de">vhs-Lernportal</a> und mit Büchern aus
                    der Bibliothek.</p>
                    """),
            ),
        ],
    )
    demo.page(
        InfoPage,
        "schule-und-kita",
        parent="auental",
        image=Picture(
            "hausaufgaben.jpg",
            scenes.homework,
            Prose("Zwei Kinder schreiben in ihre Hefte, eine Frau hilft ihnen"),
        ),
        icon="school",
        topics=["education", "family"],
        title="Schule und Kita",
        summary="Wann Kinder in die Schule gehen müssen, wie Sie einen Kita-Platz finden und wer die Kosten übernimmt.",
        body=[
            block(
                "text",
                """
                <h2>Kita und Tagespflege</h2>
                <p>In der <b>Kita</b> spielen und lernen Kinder, bevor sie in die Schule kommen. Ab dem ersten
                Geburtstag hat jedes Kind einen Anspruch auf einen Platz in einer Kita oder bei einer Tagesmutter oder
                einem Tagesvater. Melden Sie Ihr Kind früh an, am besten viele Monate vorher. Hilfe bei der Suche gibt
                das Jugendamt.</p>
                <p>Was ein Platz kostet, ist in jedem Bundesland und oft in jeder Gemeinde anders. Wer wenig verdient,
                zahlt weniger oder nichts. Fragen Sie in der Kita oder beim Jugendamt nach.</p>
                """,
            ),
            block(
                "text",
                """
                <h2>Schule</h2>
                <p>In Deutschland <b>müssen</b> alle Kinder zur Schule gehen, meistens ab dem Jahr, in dem sie sechs
                Jahre alt werden. Die Schulpflicht endet je nach Bundesland nach neun oder zehn Schuljahren; danach
                folgen Ausbildung, Berufsschule oder weitere Schuljahre. Öffentliche Schulen kosten nichts.</p>
                <p>Die Grundschule dauert in den meisten Bundesländern vier Jahre. Danach wechseln die Kinder auf eine
                weiterführende Schule. Kinder, die noch wenig Deutsch sprechen, bekommen Förderunterricht.</p>
                <h3>Ihr Kind ist neu im Landkreis?</h3>
                <p>Melden Sie es bei der Schule in Ihrem Wohnort an. Bringen Sie die Geburtsurkunde, die
                Meldebestätigung, den Impfausweis und die letzten Zeugnisse mit. Kinder müssen gegen Masern geimpft
                sein.</p>
                """,
            ),
            block(
                "callout",
                style="tip",
                title="Geld für Schulsachen und Ausflüge",
                text="""
                <p>Familien, die Leistungen vom Jobcenter oder Sozialamt, Wohngeld oder Kinderzuschlag bekommen, können
                Leistungen für <b>Bildung und Teilhabe</b> beantragen: zum Beispiel für Schulsachen, Ausflüge,
                Mittagessen und Sportverein.</p>
                """,
            ),
            block("contact", office=Ref("migrationsberatung")),
        ],
    )
