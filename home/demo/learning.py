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
        title=Prose(de="Deutsch lernen", en="Learning German", ar="تعلّم اللغة الألمانية"),
        summary=Prose(
            de="Integrationskurs, Kurse der Volkshochschule und kostenlose Angebote zum Üben.",
            en="The integration course, courses at the adult education centre, and ways to practise free of charge.",
            ar="دورة الاندماج ودورات مركز تعليم الكبار وفرص مجانية للتدرّب.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <h2>Der Integrationskurs</h2>
                    <p>Ein Integrationskurs besteht aus einem Sprachkurs mit meistens 600 Stunden und einem
                    Orientierungskurs mit 100 Stunden. Im Sprachkurs lernen Sie Deutsch bis zum Niveau B1. Im
                    Orientierungskurs geht es um Recht, Geschichte und Zusammenleben in Deutschland. Es gibt auch Kurse
                    mit Alphabetisierung, Kurse für Frauen und Kurse für junge Menschen.</p>
                    <p>Ob Sie teilnehmen dürfen oder müssen, hängt von Ihrem Aufenthalt ab. Das sagen Ihnen die
                    Ausländerbehörde, das Jobcenter oder das <a href="https://www.bamf.de">Bundesamt für Migration und
                    Flüchtlinge</a>. Manche Menschen zahlen einen Teil der Kosten selbst, andere sind davon befreit.</p>
                    """,
                    en="""
                    <h2>The integration course</h2>
                    <p>An integration course (<b>Integrationskurs</b>) consists of a language course, usually of 600
                    lessons, and an orientation course of 100 lessons. In the language course you learn German up to
                    level B1. The orientation course is about law, history and living together in Germany. There are
                    also courses that teach reading and writing, courses for women and courses for young people.</p>
                    <p>Whether you may or must take part depends on your residence status. The immigration office, the
                    Jobcenter or the <a href="https://www.bamf.de">Federal Office for Migration and Refugees (BAMF)</a>
                    will tell you. Some people pay part of the costs themselves, others do not have to pay.</p>
                    """,
                    ar="""
                    <h2>دورة الاندماج</h2>
                    <p>تتألّف دورة الاندماج (<b>Integrationskurs</b>) من دورة لغة مدّتها في الغالب 600 ساعة دراسية، ومن
                    دورة تعريفية مدّتها 100 ساعة. في دورة اللغة تتعلّمون الألمانية حتى المستوى B1، وفي الدورة التعريفية
                    تتعرّفون على القانون والتاريخ والعيش المشترك في ألمانيا. وهناك أيضًا دورات لتعلّم القراءة والكتابة،
                    ودورات للنساء، ودورات للشباب.</p>
                    <p>حقّكم في المشاركة أو إلزامكم بها يتوقّف على نوع إقامتكم. تخبركم بذلك دائرة شؤون الأجانب أو
                    Jobcenter أو <a href="https://www.bamf.de">المكتب الاتحادي للهجرة واللاجئين (BAMF)</a>. بعض الناس
                    يدفعون جزءًا من التكاليف، وبعضهم معفيّ منها.</p>
                    """,
                ),
            ),
            block(
                "text",
                Prose(
                    de="""
                    <h2>So finden Sie den richtigen Kurs</h2>
                    <ol>
                    <li>Machen Sie einen Einstufungstest. Er zeigt, was Sie schon können. Kursträger wie die
                    Volkshochschule bieten ihn an.</li>
                    <li>Fragen Sie nach Kurszeiten und Kinderbetreuung.</li>
                    <li>Melden Sie sich an und bringen Sie Ihren Ausweis sowie Ihre Berechtigung mit, falls Sie eine
                    bekommen haben.</li>
                    </ol>
                    """,
                    en="""
                    <h2>How to find the right course</h2>
                    <ol>
                    <li>Take a placement test (Einstufungstest). It shows what you know already. Course providers such
                    as the adult education centre (Volkshochschule) offer it.</li>
                    <li>Ask about course times and child care.</li>
                    <li>Register, and bring your passport or identity card, and your certificate of entitlement
                    (Berechtigung) if you have received one.</li>
                    </ol>
                    """,
                    ar="""
                    <h2>كيف تجدون الدورة المناسبة</h2>
                    <ol>
                    <li>قدّموا اختبار تحديد المستوى (Einstufungstest)، فهو يبيّن ما تعرفونه من قبل. تجدونه لدى الجهات
                    المنظِّمة للدورات مثل مركز تعليم الكبار (Volkshochschule).</li>
                    <li>اسألوا عن أوقات الدورات وعن رعاية الأطفال.</li>
                    <li>سجّلوا أنفسكم، وأحضروا معكم وثيقة هويتكم وشهادة استحقاق الدورة (Berechtigung) إن حصلتم
                    عليها.</li>
                    </ol>
                    """,
                ),
            ),
            block("contact", office=Ref("volkshochschule")),
            block(
                "callout",
                style="tip",
                title=Prose(
                    de="Jeden Tag ein bisschen üben", en="Practise a little every day", ar="تدرّبوا قليلًا كلّ يوم"
                ),
                text=Prose(
                    de="""
                    <p>Im Sprachcafé der Volkshochschule sprechen Sie ohne Anmeldung mit anderen. Kostenlos lernen
                    können Sie auch im <a href="https://www.vhs-lernportal.de">vhs-Lernportal</a> und mit Büchern aus
                    der Bibliothek.</p>
                    """,
                    en="""
                    <p>At the language café of the adult education centre you talk to other people; there is no need to
                    register. You can also learn free of charge at the <a
                    href="https://www.vhs-lernportal.de">vhs-Lernportal</a> and with books from the library.</p>
                    """,
                    ar="""
                    <p>في مقهى اللغة في مركز تعليم الكبار تتحدّثون مع الآخرين دون تسجيل مسبق. ويمكنكم التعلّم مجانًا
                    أيضًا على موقع <a href="https://www.vhs-lernportal.de">vhs-Lernportal</a> وبكتب من المكتبة
                    العامّة.</p>
                    """,
                ),
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
            Prose(
                de="Zwei Kinder schreiben in ihre Hefte, eine Frau hilft ihnen",
                en="Two children write in their exercise books, a woman helps them",
                ar="طفلان يكتبان في دفتريهما وامرأة تساعدهما",
            ),
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
