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
        title=Prose(de="Lotsin 1", en="Guide 1", ar="المرشدة رقم 1"),
        number=1,
        consent=agreed("Samira Beispiel", samira),
        languages=languages(ar="native", kmr="fluent", de="fluent"),
        helps_with=["house-rules", "defects", "neighbours", "doctor", "authorities"],
        places=["auenstadt"],
        offices=COORDINATION,
        responsible=Ref("koordinierungsstelle-migration"),
        availability=Prose(
            de="werktags ab 16 Uhr, samstags nach Absprache",
            en="weekdays from 4 pm, Saturdays by arrangement",
            ar="أيام العمل من الساعة الرابعة عصرًا، وأيام السبت حسب الاتفاق",
        ),
        appointed_from="2024-03-01",
        introduction=Prose(
            de="Ich wohne seit 2015 in Auenstadt. Am Anfang habe ich kein Schreiben vom Amt verstanden. Heute lese ich "
            "solche Briefe gern mit Ihnen zusammen und gehe mit zur Hausverwaltung oder zur Ärztin.",
            en="I have lived in Auenstadt since 2015. At first I could not understand a single letter from the "
            "authorities. Today I am happy to read such letters with you, and to come along to your landlord or your "
            "doctor.",
            ar="أسكن في أوينشتات منذ عام 2015. في البداية لم أكن أفهم أيّ رسالة من الدوائر الرسمية، أمّا اليوم فيسعدني "
            "أن أقرأ معكم مثل هذه الرسائل، وأن أرافقكم إلى إدارة السكن أو إلى الطبيبة.",
        ),
        trainings=[
            training(2024),
            block(
                "training",
                title=Prose(
                    de="Fachtag Mietrecht für Ehrenamtliche",
                    en="Study day on tenancy law for volunteers",
                    ar="يوم تدريبي للمتطوّعين عن قانون الإيجار",
                ),
                year=2025,
            ),
        ],
    )


def add_second(demo: Demo) -> None:
    demo.page(
        GuidePage,
        "lotse-2",
        parent="auental",
        title=Prose(de="Lotse 2", en="Guide 2", ar="المرشد رقم 2"),
        number=2,
        consent=agreed("Daryush Beispiel", named=False),
        languages=languages(fa="native", fa_AF="fluent", en="good", de="fluent"),
        helps_with=["applications", "interviews", "school"],
        offices=COORDINATION,
        responsible=Ref("koordinierungsstelle-migration"),
        availability=Prose(
            de="montags und mittwochs am Abend", en="Monday and Wednesday evenings", ar="مساء الاثنين والأربعاء"
        ),
        appointed_from="2023-09-15",
        introduction=Prose(
            de="Ich bin Elektriker und weiß, worauf Betriebe achten. Wir schreiben Ihre Bewerbung gemeinsam und üben "
            "das Vorstellungsgespräch, bis es sitzt.",
            en="I am an electrician and know what employers look for. We write your application together and practise "
            "the interview until you feel ready.",
            ar="أعمل كهربائيًا وأعرف ما تهتمّ به الشركات. نكتب معًا طلب التوظيف ونتدرّب على المقابلة حتى تتقنوها.",
        ),
        trainings=[training(2023)],
    )


def add_third(demo: Demo) -> None:
    demo.page(
        GuidePage,
        "lotsin-3",
        parent="auental",
        title=Prose(de="Lotsin 3", en="Guide 3", ar="المرشدة رقم 3"),
        number=3,
        consent=agreed("Oksana Beispiel"),
        languages=languages(uk="native", ru="native", de="good"),
        helps_with=["child-care", "school", "doctor", "transport"],
        places=["lindenfurt", "muehlfurten"],
        offices=[*COORDINATION, block("office", Ref("migrationsberatung"))],
        responsible=Ref("koordinierungsstelle-migration"),
        availability=Prose(
            de="vormittags, solange die Kinder in der Schule sind",
            en="mornings, while the children are at school",
            ar="صباحًا، أثناء وجود الأطفال في المدرسة",
        ),
        appointed_from="2025-02-01",
        introduction=Prose(
            de="Meine beiden Kinder gehen hier zur Schule. Elternabend, Anmeldung in der Kita, Fahrkarten: Das alles "
            "habe ich schon einmal durchgemacht und erkläre es Ihnen in Ruhe.",
            en="My two children go to school here. Parents’ evenings, a place in day care, bus passes: I have been "
            "through all of it and will explain it to you without hurry.",
            ar="يذهب طفلاي إلى المدرسة هنا. اجتماعات الأهل، والتسجيل في الروضة، وبطاقات المواصلات: مررت بكلّ ذلك، "
            "وأشرحه لكم بهدوء.",
        ),
        trainings=[training(2025)],
    )
