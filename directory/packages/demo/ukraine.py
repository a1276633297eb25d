"""For people from Ukraine, in German: not translated yet."""

from __future__ import annotations

from directory.packages.demo.parts import cards, chapter, questions, steps, task
from directory.packages.models import PackagePage
from hub.demo import Demo, Ref, block


def load(demo: Demo) -> None:
    demo.page(
        PackagePage,
        "ankommen-aus-der-ukraine",
        parent="auental",
        arrival=["ukraine"],
        target_groups=["refugees", "families"],
        topics=["arrival", "residence"],
        checked_on="2026-11-10",
        responsible=Ref("koordinierungsstelle-migration"),
        title="Ankommen aus der Ukraine",
        summary="Schutz, Wohnung, Geld, Schule: der Reihe nach, mit den Stellen, die dafür zuständig sind.",
        body=[
            block(
                "text",
                "<p>Sie mussten Ihr Zuhause verlassen. Hier sind Sie in Sicherheit. Dieses Paket führt Sie durch die "
                "ersten Wochen; nicht alles muss sofort sein.</p>",
            ),
            chapter("first_days", "In Sicherheit"),
            task(
                "Eine Unterkunft bekommen",
                "<p>Sie haben noch keinen Platz zum Schlafen? Rufen Sie an oder kommen Sie vorbei.</p>",
                office="koordinierungsstelle-migration",
            ),
            task(
                "Sich registrieren lassen",
                "<p>Bei der Registrierung werden ein Foto und Fingerabdrücke gemacht. Danach bekommen Sie eine "
                "Bescheinigung.</p>",
                office="auslaenderbehoerde",
                bring=("Pass oder ID-Karte, auch abgelaufen", "Geburtsurkunden der Kinder"),
            ),
            block(
                "callout",
                style="important",
                title="Vorsicht bei Angeboten auf der Straße",
                text="<p>Geben Sie niemandem Ihren Pass. Gehen Sie nicht mit, wenn Fremde Ihnen Arbeit oder eine "
                "Wohnung versprechen. Fragen Sie zuerst uns.</p>",
            ),
            chapter("two_weeks", "Aufenthalt und Anmeldung"),
            task(
                "Die Wohnung anmelden",
                "<p>Auch wenn Sie bei Bekannten wohnen: Melden Sie sich im Einwohnermeldeamt an.</p>",
                bring=("Pass oder ID-Karte", "Wohnungsgeberbestätigung"),
                within=2,
                unit="weeks",
                counted_from="Einzug",
            ),
            task(
                "Den Aufenthaltstitel beantragen",
                "<p>Sie müssen keinen Asylantrag stellen. Es gibt einen eigenen Aufenthaltstitel zum vorübergehenden "
                "Schutz. Mit ihm dürfen Sie arbeiten.</p>",
                office="auslaenderbehoerde",
                bring=("Pass oder ID-Karte", "Biometrisches Foto", "Meldebestätigung"),
                within=90,
                unit="days",
                counted_from="Einreise",
            ),
            chapter("two_weeks", "Geld zum Leben"),
            task(
                "Leistungen beantragen",
                "<p>Wer keine Arbeit und kein Geld hat, bekommt Hilfe. Stellen Sie den Antrag bald: Für die Zeit davor "
                "wird meist nichts gezahlt.</p>",
                office="jobcenter",
                bring=("Bescheinigung der Ausländerbehörde", "Mietvertrag", "Kontonummer"),
            ),
            task("Ein Bankkonto eröffnen", "<p>Fragen Sie nach einem Basiskonto.</p>", bring=("Pass oder ID-Karte",)),
            steps(
                "So stellen Sie den Antrag",
                ("Anrufen oder hingehen", "<p>Sagen Sie, dass Sie einen Antrag stellen möchten. Der Tag zählt.</p>"),
                ("Formulare ausfüllen", "<p>Die Migrationsberatung hilft Ihnen dabei.</p>"),
                ("Auf den Bescheid warten", "<p>Er kommt mit der Post. Heben Sie ihn auf.</p>"),
            ),
            chapter("two_weeks", "Krank oder erschöpft"),
            task(
                "Eine Hausarztpraxis finden",
                "<p>Brauchen Sie regelmäßig Medikamente? Nehmen Sie die Packung mit.</p>",
                office="hausarztpraxis-lindenfurt",
                bring=("Gesundheitskarte oder Behandlungsschein", "Ihre Medikamente"),
            ),
            questions(
                "Was viele fragen",
                (
                    "Ich kann nicht schlafen. Wer hilft?",
                    "<p>Das geht vielen so. Sprechen Sie in der Praxis oder in der Beratung darüber, vertraulich.</p>",
                ),
                (
                    "Mein Kind braucht Impfungen. Wohin?",
                    "<p>In die Kinderarztpraxis. Für Kita und Schule ist die Masernimpfung Pflicht.</p>",
                ),
            ),
            chapter("three_months", "Kinder, Sprache, Arbeit"),
            task(
                "Kinder in der Schule anmelden",
                "<p>Auch wer online am ukrainischen Unterricht teilnimmt, muss hier zur Schule gehen.</p>",
                office="jugendmigrationsdienst",
                bring=("Geburtsurkunde", "Letztes Zeugnis"),
            ),
            task("Einen Integrationskurs beginnen", office="volkshochschule"),
            task(
                "Über Arbeit sprechen",
                "<p>Das Jobcenter berät Sie, auch wenn Ihr Deutsch noch nicht gut ist.</p>",
                office="jobcenter",
            ),
            chapter("later", "Bleiben oder zurückkehren"),
            block(
                "text",
                "<p>Niemand weiß, wie lange der Krieg dauert. Sie müssen sich nicht heute entscheiden. Wir beraten Sie "
                "offen, was auch immer Sie vorhaben.</p>",
            ),
            cards("Hier hört man Ihnen zu", "migrationsberatung", "nachbarschaftshaus"),
        ],
    )
