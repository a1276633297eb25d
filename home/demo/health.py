"""Doctor and health insurance in three languages. The Arabic translation is older than the German summary and tip."""

from __future__ import annotations

from home.models import InfoPage
from hub.demo import Demo, Prose, block

SUMMARY = Prose("Krankenversicherung, Hausarztpraxis, Apotheke: So bekommen Sie Hilfe. Neu: Termine über die 116117.")
OLD_SUMMARY = Prose("Krankenversicherung, Hausarztpraxis, Apotheke: So bekommen Sie Hilfe, wenn Sie krank sind.")


def load(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "gesundheit",
        parent="auental",
        outdated={"ar": {"summary": OLD_SUMMARY}},
        icon="health",
        topics=["health"],
        title=Prose("Arzt und Krankenversicherung"),
        summary=SUMMARY,
        body=[
            block(
                "callout",
                style="emergency",
                title=Prose("Lebensgefahr? 112 anrufen!"),
                text=Prose("""
                    <p>Zum Beispiel bei starken Schmerzen in der Brust, Atemnot, Lähmung oder einem schweren Unfall. Der
                    Anruf bei der <a href="tel:112">112</a> kostet nichts. Legen Sie nicht auf, bevor man es Ihnen
                    sagt.</p>
                    """),
            ),
            block(
                "text",
                Prose("""
                    <h2>Krankenversicherung</h2>
                    <p>In Deutschland müssen alle Menschen krankenversichert sein. Wenn Sie arbeiten, meldet Ihr
                    Arbeitgeber Sie bei der gesetzlichen <b>Krankenkasse</b> an, die Sie selbst wählen. Ihre Kinder
                    sowie Ihr Mann oder Ihre Frau können oft ohne Beitrag mitversichert werden.</p>
                    <p>Sie bekommen eine <b>Gesundheitskarte</b>. Bringen Sie sie zu jedem Arztbesuch mit.</p>
                    <p>Wer Asyl beantragt hat, bekommt die Behandlung am Anfang über das Sozialamt bezahlt. Fragen Sie
                    dort nach einem Behandlungsschein oder einer Gesundheitskarte.</p>
                    """),
            ),
            block(
                "text",
                Prose("""
                    <h2>Zum Arzt gehen</h2>
                    <p>Gehen Sie zuerst in eine <b>Hausarztpraxis</b>. Dort werden die meisten Krankheiten behandelt,
                    und Sie bekommen eine Überweisung, wenn Sie in eine Facharztpraxis müssen. Vereinbaren Sie einen
                    Termin am Telefon oder im Internet und sagen Sie ab, wenn Sie nicht kommen können.</p>
                    <p>Ärztinnen und Ärzte dürfen niemandem sagen, was Sie ihnen erzählen. Auch Behörden erfahren
                    nichts.</p>
                    <p>Mit einem Rezept bekommen Sie Medikamente in der <b>Apotheke</b>. Nachts und am Wochenende hat
                    immer eine Apotheke in der Nähe Notdienst. Welche das ist, steht an der Tür jeder Apotheke.</p>
                    """),
            ),
            block(
                "callout",
                style="tip",
                title=Prose("Abends und am Wochenende: 116117"),
                text=Prose("""
                    <p>Sie sind krank, aber nicht in Lebensgefahr, und die Praxen haben geschlossen? Rufen Sie den
                    ärztlichen Bereitschaftsdienst unter <a href="tel:116117">116117</a> an. Er hilft auch, einen Termin
                    in einer Facharztpraxis zu finden.</p>
                    """),
            ),
        ],
    )
