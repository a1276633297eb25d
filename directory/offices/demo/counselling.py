"""The advice service for migrants, the one for young people, and the adult education centre."""

from __future__ import annotations

from django.utils import timezone

from directory.offices.demo import scenes
from directory.offices.demo.organisations import behind
from directory.offices.demo.parts import (
    COORDINATION,
    WORKDAYS,
    days_ago,
    first_monday,
    meeting,
    turn_of_the_year,
)
from directory.offices.models import OfficePage
from hub.demo import Demo, Picture, Prose, Ref, block, lines

REGISTRATION = Prose(de="Anmeldung", en="Registration", ar="التسجيل")
INTEGRATION_COURSES = Prose(de="Integrationskurse", en="Integration courses", ar="دورات الاندماج")


def load(demo: Demo) -> None:
    for add in (add_counselling, add_youth_service, add_adult_education):
        add(demo)


def add_counselling(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "migrationsberatung",
        parent="auental",
        office_type="counselling",
        level="county",
        topics=["counselling", "residence", "family"],
        target_groups=["refugees", "eu-citizens", "workers", "families"],
        checked_on=days_ago(9),
        responsible=COORDINATION,
        image=Picture(
            "beratung.jpg",
            scenes.advice,
            Prose(
                de="Eine Beraterin und ein Besucher sitzen mit Tee an einem Tisch und sehen einen Brief an",
                en="An adviser and a visitor sit at a table with tea and look at a letter",
                ar="مستشارة وزائر يجلسان إلى طاولة مع الشاي وينظران في رسالة",
            ),
        ),
        title=Prose(de="Migrationsberatung", en="Advice service for migrants", ar="مركز استشارات الهجرة"),
        summary=Prose(
            de="Beratung zu allen Fragen des Ankommens: kostenlos, vertraulich und in mehreren Sprachen.",
            en="Advice on all questions of arriving: free of charge, confidential and in several languages.",
            ar="استشارات في جميع الأمور التي تهمّ القادمين الجدد: مجانية وسرّية وبعدّة لغات.",
        ),
        is_not=Prose(
            de="Die Migrationsberatung ist keine Behörde. Sie entscheidet nicht über Anträge und gibt nichts weiter.",
            en="The advice service is not an authority. It does not decide on applications and passes on no data.",
            ar="مركز الاستشارات ليس دائرة رسمية، فهو لا يبتّ في الطلبات ولا ينقل بياناتكم إلى أحد.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <p>Die Beraterinnen und Berater nehmen sich Zeit für Sie. Sie helfen zum Beispiel bei diesen
                    Fragen:</p>
                    <ul>
                    <li>Wie geht es mit meinem Aufenthalt weiter?</li>
                    <li>Wie finde ich einen Deutschkurs, eine Arbeit oder eine Wohnung?</li>
                    <li>Welche Leistungen stehen mir zu, und wie fülle ich den Antrag aus?</li>
                    <li>Wird mein Abschluss anerkannt?</li>
                    </ul>
                    <p>Bringen Sie Briefe und Unterlagen mit, um die es geht. Sagen Sie bei der Anmeldung, wenn Sie eine
                    Dolmetscherin oder einen Dolmetscher brauchen.</p>
                    <p>Auf dem Türschild steht „MBE“ (Migrationsberatung für erwachsene Zugewanderte).</p>
                    """,
                    en="""
                    <p>The advisers take their time for you. They help, for example, with these questions:</p>
                    <ul>
                    <li>What happens next with my residence status?</li>
                    <li>How do I find a German course, a job or a flat?</li>
                    <li>Which benefits am I entitled to, and how do I fill in the application?</li>
                    <li>Will my qualification be recognised?</li>
                    </ul>
                    <p>Bring the letters and documents it is about. When you make the appointment, say whether you need
                    an interpreter.</p>
                    <p>The sign on the door says “MBE” (Migrationsberatung für erwachsene Zugewanderte).</p>
                    """,
                    ar="""
                    <p>يخصّص لكم المستشارون والمستشارات الوقت الكافي، ويساعدونكم مثلًا في الأسئلة الآتية:</p>
                    <ul>
                    <li>ماذا بعد في شأن إقامتي؟</li>
                    <li>كيف أجد دورة لغة ألمانية أو عملًا أو سكنًا؟</li>
                    <li>ما المساعدات التي تحقّ لي، وكيف أملأ الطلب؟</li>
                    <li>هل سيُعترف بشهادتي؟</li>
                    </ul>
                    <p>أحضروا معكم الرسائل والوثائق المتعلّقة بالأمر، واذكروا عند حجز الموعد إن كنتم تحتاجون إلى مترجم
                    أو مترجمة.</p>
                    <p>تجدون على لافتة الباب «MBE»، وهو اختصار Migrationsberatung für erwachsene Zugewanderte.</p>
                    """,
                ),
            ),
            block(
                "callout",
                style="tip",
                title=Prose(de="Unter 27 Jahre alt?", en="Under 27?", ar="هل عمركم أقلّ من 27 عامًا؟"),
                text=Prose(
                    de="""
                    <p>Dann berät Sie der <a linktype="page" id="page:jugendmigrationsdienst">Jugendmigrationsdienst</a>
                    im selben Haus.</p>
                    """,
                    en="""
                    <p>Then the <a linktype="page" id="page:jugendmigrationsdienst">youth migration service</a>
                    (Jugendmigrationsdienst) in the same building advises you.</p>
                    """,
                    ar="""
                    <p>تقدّم لكم <a linktype="page" id="page:jugendmigrationsdienst">خدمة شؤون هجرة الشباب</a>
                    (Jugendmigrationsdienst) المشورة في المبنى نفسه.</p>
                    """,
                ),
            ),
        ],
        tasks=lines(
            Prose(
                de="Erwachsene in den ersten Jahren in Deutschland begleiten",
                en="Supporting adults during their first years in Germany",
                ar="مرافقة البالغين في سنواتهم الأولى في ألمانيا",
            ),
            Prose(
                de="Mit Ihnen einen Plan machen: Sprache, Arbeit, Familie",
                en="Making a plan with you: language, work, family",
                ar="وضع خطّة معكم: اللغة والعمل والأسرة",
            ),
            Prose(
                de="Bei Streit mit Ämtern vermitteln",
                en="Mediating in disputes with authorities",
                ar="التوسّط عند الخلاف مع الدوائر الرسمية",
            ),
        ),
        services=lines(
            Prose(
                de="Beratung zu Aufenthalt, Arbeit und Wohnen",
                en="Advice on residence, work and housing",
                ar="استشارات في الإقامة والعمل والسكن",
            ),
            Prose(
                de="Hilfe beim Ausfüllen von Anträgen",
                en="Help with filling in applications",
                ar="المساعدة في ملء الطلبات",
            ),
            Prose(
                de="Briefe von Ämtern gemeinsam lesen",
                en="Reading letters from authorities together",
                ar="قراءة رسائل الدوائر الرسمية معًا",
            ),
            Prose(
                de="Beratung am Telefon oder per Video",
                en="Advice by phone or video",
                ar="استشارات عبر الهاتف أو الفيديو",
            ),
        ),
        phones=[
            block(
                "phone",
                label=Prose(de="Termine", en="Appointments", ar="حجز المواعيد"),
                number="069 90009-210",
            ),
            block(
                "phone",
                label=Prose(de="Mobil, auch Nachrichten", en="Mobile, also messages", ar="الجوّال، والرسائل أيضًا"),
                number="0171 3920012",
            ),
        ],
        emails=[block("email", address="beratung@auentaler-bruecke.example")],
        addresses=[
            block(
                "address",
                kind="both",
                name="Auentaler Brücke e. V. (Beispiel)",
                street="Lindenstraße 8",
                postal_code="05121",
                town="Lindenfurt",
                addition="Hintereingang, barrierefrei",
                position="51.8391, 11.6902",
            ),
        ],
        hours={"monday": "9–12", "wednesday": "14–18"},
        by_appointment=True,
        hours_note=Prose(
            de="Offene Sprechstunde ohne Termin: mittwochs.",
            en="On Wednesdays you can come without an appointment.",
            ar="يمكنكم الحضور دون موعد أيام الأربعاء.",
        ),
        closed=[turn_of_the_year()],
        entrance=True,
        lift=False,
        quiet_room=True,
        languages=["de", "en", "ar", "fa-AF", "kmr", "ru", "uk", "ti"],
        organisations=behind(demo, run_by=["bruecke"], on_behalf_of=["landkreis"], funded_by=["ministerium", "amif"]),
        staff=[
            {
                "name": "Olena Kovalova (Beispiel)",
                "function": Prose(de="Beratung", en="Adviser", ar="مستشارة"),
                "phone": "069 90009-211",
                "email": "o.kovalova@auentaler-bruecke.example",
                "mobile": "0171 3920012",
                "languages": ["de", "uk", "ru", "en"],
            },
            {
                "name": "Rashid Amiri (Beispiel)",
                "function": Prose(
                    de="Beratung, Anerkennung von Abschlüssen",
                    en="Adviser, recognition of qualifications",
                    ar="مستشار، الاعتراف بالشهادات",
                ),
                "phone": "069 90009-212",
                "email": "r.amiri@auentaler-bruecke.example",
                "mobile": "0171 3920013",
                "languages": ["de", "fa-AF", "en"],
            },
        ],
    )


def add_youth_service(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "jugendmigrationsdienst",
        parent="auental",
        office_type="counselling",
        topics=["counselling", "education", "work"],
        target_groups=["young-people", "refugees"],
        checked_on=days_ago(21),
        responsible=COORDINATION,
        image=Picture(
            "jugendliche.jpg",
            scenes.youth,
            Prose(
                de="Drei Jugendliche sitzen auf der Treppe vor einem Haus, einer hat einen Laptop",
                en="Three young people sit on the steps of a house, one of them with a laptop",
                ar="ثلاثة شباب يجلسون على درج أمام بيت، ومع أحدهم حاسوب محمول",
            ),
        ),
        title="Jugendmigrationsdienst",
        summary="Begleitung für junge Menschen von 12 bis 26 Jahren: Schule, Ausbildung, Deutsch und alles, was Sie "
        "bewegt.",
        is_not="Der Jugendmigrationsdienst ist nicht das Jugendamt. Er hilft Ihnen freiwillig und kostenlos.",
        body=[
            block(
                "text",
                """
                <p>Neu in Deutschland, und vieles ist anders? Wir hören zu. Gemeinsam finden wir heraus, was Sie können,
                was Sie wollen und was der nächste Schritt ist.</p>
                <p>Wir gehen mit zum Gespräch in die Schule, zum Betrieb oder zum Amt. Auch Eltern können mit ihren
                Fragen zu uns kommen.</p>
                <p>Am Nachmittag ist das Haus offen: für Hausaufgaben, Bewerbungen oder einfach zum Reden. Zum Fußball
                müssen Sie sich nicht anmelden.</p>
                """,
            ),
        ],
        meeting_times=[meeting("Fußball in der Halle", "weekly", "wednesday", "16:00", "18:00")],
        tasks=lines(
            "Junge Menschen auf dem Weg in Schule, Ausbildung und Beruf begleiten",
            "Eltern das Schulsystem erklären",
            "Gruppen und Ausflüge anbieten",
        ),
        services=lines(
            "Beratung einzeln, auch online",
            "Hilfe bei Bewerbungen, mit Computer und Drucker",
            "Anerkennung von Zeugnissen und Wege ins Studium",
        ),
        phones=[block("phone", label="Beratung", number="069 90009-215")],
        emails=[block("email", address="jmd@beispielverband-auental.example")],
        website="https://beispielverband-auental.example/jugend",
        addresses=[
            block(
                "address",
                kind="both",
                name="Beispielverband Kreisverband Auental e. V.",
                street="Lindenstraße 8",
                postal_code="05121",
                town="Lindenfurt",
                addition="1. Obergeschoss",
                position="51.8391, 11.6902",
            ),
        ],
        hours={"monday": "13–17", "tuesday": "13–17", "wednesday": "13–18", "thursday": "13–17"},
        by_appointment=True,
        closed=[turn_of_the_year()],
        entrance=True,
        lift=False,
        toilet=False,
        languages=["de", "en", "ar", "fa", "uk"],
        organisations=behind(demo, run_by=["beispielverband"], funded_by=["bundesamt"]),
        staff=[
            {
                "name": "Thomas Birkner (Beispiel)",
                "function": "Beratung, Schule und Ausbildung",
                "phone": "069 90009-215",
                "email": "t.birkner@beispielverband-auental.example",
                "mobile": "0171 3920017",
                "languages": ["de", "en"],
            },
            {
                "name": "Selam Tesfay (Beispiel)",
                "function": "Beratung, Gruppen für Mädchen",
                "mobile": "0171 3920015",
                "languages": ["de", "ti", "en", "ar"],
            },
        ],
    )


def add_adult_education(demo: Demo) -> None:
    year = timezone.localdate().year
    demo.page(
        OfficePage,
        "volkshochschule",
        parent="auental",
        office_type="education",
        level="county",
        topics=["language", "education"],
        target_groups=["refugees", "eu-citizens", "workers"],
        places=["auenstadt", "lindenfurt"],
        checked_on=days_ago(28),
        responsible=COORDINATION,
        image=Picture(
            "deutschkurs.jpg",
            scenes.classroom,
            Prose(
                de="Eine Lehrerin zeigt auf eine Tafel, vor ihr sitzen drei Erwachsene",
                en="A teacher points at a blackboard; three adults sit in front of her",
                ar="معلّمة تشير إلى السبّورة وأمامها ثلاثة بالغين",
            ),
        ),
        title=Prose(
            de="Volkshochschule Auental",
            en="Auental adult education centre (Volkshochschule)",
            ar="مركز تعليم الكبار في أوينتال (Volkshochschule)",
        ),
        summary=Prose(
            de="Integrationskurse, Deutschkurse am Abend, Prüfungen und ein offenes Sprachcafé.",
            en="Integration courses, German courses in the evening, examinations and a language café open to all.",
            ar="دورات اندماج ودورات ألمانية مسائية وامتحانات ومقهى لغة مفتوح للجميع.",
        ),
        is_not=Prose(
            de="Die Volkshochschule ist keine Hochschule. Für einen Kurs brauchen Sie kein Zeugnis.",
            en="In spite of its name, the Volkshochschule is no university. You need no certificates for a course.",
            ar="ليست Volkshochschule جامعةً رغم اسمها. ولا تحتاجون إلى أيّ شهادة لحضور دورة.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <p>Die Volkshochschule bietet Integrationskurse, Deutschkurse von A1 bis C1 und Prüfungen an. Auch
                    den Test „Leben in Deutschland“ und den Einbürgerungstest können Sie hier machen.</p>
                    <p>Vor dem ersten Kurs machen Sie einen Einstufungstest. Er ist kostenlos und findet jeden Montag um
                    10 Uhr statt.</p>
                    <p>Viele zahlen für den Integrationskurs nichts oder nur die Hälfte. Fragen Sie bei der Anmeldung,
                    wir füllen den Antrag mit Ihnen aus.</p>
                    <p>Zum Sprachcafé im Foyer müssen Sie sich nicht anmelden. Kinder sind willkommen.</p>
                    """,
                    en="""
                    <p>The centre offers integration courses, German courses from A1 to C1, and examinations. You can
                    also take the test “Leben in Deutschland” (Life in Germany) and the naturalisation test here.</p>
                    <p>Before your first course you take a placement test. It is free, and takes place every Monday at
                    10 am.</p>
                    <p>Many people pay nothing or only half for the integration course. Ask when you register: we will
                    fill in the application with you.</p>
                    <p>There is no need to register for the language café in the foyer. Children are welcome.</p>
                    """,
                    ar="""
                    <p>يقدّم المركز دورات اندماج ودورات لغة ألمانية من المستوى A1 إلى المستوى C1 وامتحانات. ويمكنكم هنا
                    أيضًا تقديم اختبار «الحياة في ألمانيا» (Leben in Deutschland) واختبار التجنيس.</p>
                    <p>قبل الدورة الأولى تقدّمون اختبارًا لتحديد المستوى، وهو مجاني ويُقام كلّ يوم اثنين في الساعة 10
                    صباحًا.</p>
                    <p>كثيرون لا يدفعون شيئًا مقابل دورة الاندماج أو يدفعون نصف تكاليفها فقط. اسألوا عند التسجيل، فنحن
                    نملأ الطلب معكم.</p>
                    <p>لا حاجة إلى التسجيل لحضور مقهى اللغة في البهو. والأطفال مرحَّب بهم.</p>
                    """,
                ),
            ),
            block("contact", office=Ref("treffpunkt-alte-muehle")),
        ],
        meeting_times=[
            meeting(Prose(de="Sprachcafé", en="Language café", ar="مقهى اللغة"), "weekly", "thursday", "15:00", "17:00")
        ],
        tasks=lines(
            Prose(
                de="Deutsch unterrichten und prüfen",
                en="Teaching German and holding examinations",
                ar="تعليم اللغة الألمانية وإجراء الامتحانات",
            ),
            Prose(
                de="Erwachsenen einen Schulabschluss ermöglichen",
                en="Helping adults to gain a school-leaving certificate",
                ar="تمكين البالغين من الحصول على شهادة مدرسية",
            ),
            Prose(
                de="Kurse für alle anbieten: Computer, Gesundheit, Kochen, Musik",
                en="Offering courses for everybody: computers, health, cooking, music",
                ar="تقديم دورات للجميع: الحاسوب والصحة والطبخ والموسيقى",
            ),
        ),
        services=lines(
            Prose(
                de="Integrationskurs mit 700 Stunden, vormittags oder abends",
                en="Integration course of 700 lessons, in the mornings or evenings",
                ar="دورة اندماج من 700 ساعة دراسية، صباحًا أو مساءً",
            ),
            Prose(
                de="Kurse zum Lesen und Schreiben (Alphabetisierung)",
                en="Courses that teach reading and writing",
                ar="دورات لتعلّم القراءة والكتابة",
            ),
            Prose(
                de="Prüfungen von A2 bis C1 und Einbürgerungstest",
                en="Examinations from A2 to C1, and the naturalisation test",
                ar="امتحانات من المستوى A2 إلى المستوى C1 واختبار التجنيس",
            ),
            Prose(
                de="Kinderbetreuung während der Vormittagskurse",
                en="Child care during the morning courses",
                ar="رعاية الأطفال أثناء الدورات الصباحية",
            ),
        ),
        phones=[
            block("phone", label=REGISTRATION, number="0221 4710-160"),
            block("phone", label=INTEGRATION_COURSES, number="0221 4710-162"),
        ],
        emails=[
            block("email", label=REGISTRATION, address="anmeldung@vhs-auental.example"),
            block("email", label=INTEGRATION_COURSES, address="deutsch@vhs-auental.example"),
        ],
        website="https://vhs-auental.example",
        addresses=[
            block(
                "address",
                kind="both",
                street="Schulplatz 3",
                postal_code="05112",
                town="Auenstadt",
                addition="1. Obergeschoss, Aufzug vorhanden",
                position="51.8240, 11.7301",
            ),
        ],
        hours={day: "9–12, 14–18" if day == "thursday" else "9–12" for day in WORKDAYS},
        closed=[
            block("closed", first=f"{year}-12-21", last=f"{year + 1}-01-03", reason="holidays"),
            block("closed", first=first_monday(weeks=10).isoformat(), reason="training"),
        ],
        entrance=True,
        lift=True,
        toilet=True,
        hearing_loop=True,
        languages=["de", "en", "uk"],
        organisations=behind(demo, run_by=["landkreis"], funded_by=["bundesamt"]),
        staff=[
            {
                "name": "Beate Rosenthal (Beispiel)",
                "function": Prose(de="Fachbereich Deutsch", en="German department", ar="قسم اللغة الألمانية"),
                "phone": "0221 4710-162",
                "email": "b.rosenthal@vhs-auental.example",
            },
        ],
    )
