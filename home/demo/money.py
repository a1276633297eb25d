"""A bank account and child benefit: both in three languages."""

from __future__ import annotations

from home.models import InfoPage
from hub.demo import Demo, Prose, Ref, block


def load(demo: Demo) -> None:
    add_account(demo)
    add_child_benefit(demo)


def add_account(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "bankkonto",
        parent="auental",
        icon="money",
        topics=["money", "arrival"],
        checked_on="2026-11-03",
        title=Prose("Ein Bankkonto eröffnen"),
        summary=Prose("Wozu Sie ein Konto brauchen, was es kostet und was Sie zur Bank mitbringen."),
        body=[
            block(
                "text",
                Prose("""
                    <h2>Wozu ein Konto?</h2>
                    <p>Lohn, Kindergeld und Hilfen vom Amt werden überwiesen. Auch Miete, Strom und Telefon bezahlen Sie
                    vom Konto. Wer sich rechtmäßig in der EU aufhält, hat Anspruch auf ein <b>Basiskonto</b>, auch im
                    Asylverfahren und mit Duldung. Die Bank darf es nur aus wenigen Gründen ablehnen und muss den Grund
                    schriftlich nennen.</p>
                    """),
            ),
            block(
                "text",
                Prose("""
                    <h2>Das bringen Sie mit</h2>
                    <ul>
                    <li>Pass, Ausweis oder die Bescheinigung über Ihre Aufenthaltsgestattung oder Duldung</li>
                    <li>Meldebestätigung</li>
                    <li>Ihre Steuer-Identifikationsnummer, wenn Sie sie schon haben</li>
                    </ul>
                    <h2>Was kostet es?</h2>
                    <p>Viele Banken verlangen im Monat einige Euro. Vergleichen Sie, und fragen Sie auch, was das
                    Abheben am Automaten kostet.</p>
                    """),
            ),
            block(
                "callout",
                style="important",
                title=Prose("Geben Sie Ihre PIN niemandem"),
                text=Prose("""
                    <p>Keine Bank, kein Amt und keine Polizei fragt am Telefon nach PIN oder TAN. Ist Ihre Karte weg?
                    Lassen Sie sie sofort sperren: <b>116 116</b>, Tag und Nacht.</p>
                    """),
            ),
            block("contact", office=Ref("migrationsberatung")),
        ],
    )


def add_child_benefit(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "kindergeld",
        parent="auental",
        icon="family",
        topics=["family", "money"],
        checked_on="2026-10-20",
        title=Prose("Kindergeld"),
        summary=Prose("Geld vom Staat für jedes Kind: wer es bekommt und wie Sie es beantragen."),
        body=[
            block(
                "text",
                Prose("""
                    <h2>Wer bekommt Kindergeld?</h2>
                    <p>Eltern, die in Deutschland wohnen, bekommen Kindergeld für jedes Kind bis zum 18. Geburtstag, in
                    der Ausbildung länger. Kommen Sie von außerhalb der EU, hängt es von Ihrem Aufenthaltstitel ab. Im
                    laufenden Asylverfahren gibt es meistens noch kein Kindergeld.</p>
                    <h2>So beantragen Sie es</h2>
                    <ol>
                    <li>Laden Sie das Formular bei der <a href="https://www.arbeitsagentur.de">Familienkasse</a>
                    herunter oder füllen Sie es dort im Internet aus.</li>
                    <li>Sie brauchen die Steuer-Identifikationsnummern von sich und Ihren Kindern, Geburtsurkunden und
                    Ihren Aufenthaltstitel.</li>
                    <li>Schicken Sie alles ab. Kindergeld gibt es höchstens für sechs Monate rückwirkend: Warten Sie
                    nicht.</li>
                    </ol>
                    """),
            ),
            block("contact", office=Ref("migrationsberatung")),
        ],
    )
