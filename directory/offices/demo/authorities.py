"""The county's coordination office, its immigration and health authorities, and the job centre."""

from __future__ import annotations

from directory.offices.demo import portraits, scenes
from directory.offices.demo.organisations import behind
from directory.offices.demo.parts import COORDINATION, county_post, days_ago, first_monday, turn_of_the_year
from directory.offices.models import OfficePage
from hub.demo import Demo, Picture, Prose, Ref, block, lines
from hub.demo.consents import agreed


def load(demo: Demo) -> None:
    for add in (add_coordination, add_immigration_office, add_job_centre, add_health_office):
        add(demo)


def add_coordination(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "koordinierungsstelle-migration",
        parent="auental",
        office_type="coordination",
        level="county",
        topics=["counselling", "leisure"],
        target_groups=["volunteers"],
        checked_on=days_ago(12),
        image=Picture(
            "rathaus.jpg",
            scenes.town_hall,
            Prose(
                de="Ein Fachwerkhaus mit Uhrturm, zum Eingang führen Stufen und eine Rampe",
                en="A half-timbered house with a clock tower; steps and a ramp lead to the entrance",
                ar="بيت خشبي الهيكل له برج ساعة، ويؤدي إلى مدخله درج ومنحدر للكراسي المتحرّكة",
            ),
        ),
        title=Prose(
            de="Koordinierungsstelle Migration",
            en="Coordination office for migration",
            ar="مكتب تنسيق شؤون الهجرة",
        ),
        summary=Prose(
            de="Bringt im Landkreis alle zusammen, die sich für das Ankommen und Zusammenleben einsetzen.",
            en="Brings together everybody in the county who works for arriving and living together well.",
            ar="يجمع كلّ من يعملون في المقاطعة من أجل استقبال القادمين الجدد والعيش المشترك.",
        ),
        is_not=Prose(
            de="Die Koordinierungsstelle ist keine Beratungsstelle. Bei persönlichen Fragen hilft Ihnen die "
            "Migrationsberatung.",
            en="The coordination office is not an advice centre. For personal questions, please turn to the advice "
            "service for migrants.",
            ar="مكتب التنسيق ليس مركزًا للاستشارات. في أسئلتكم الشخصية يساعدكم مركز استشارات الهجرة.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <p>Die Koordinierungsstelle vernetzt Behörden, Vereine, Sprachkursträger, Schulen und
                    Ehrenamtliche.</p>
                    <p>Viermal im Jahr lädt sie alle Partner an einen Tisch. Dort wird besprochen, was gut läuft, wo
                    Angebote fehlen und wer was übernimmt.</p>
                    <p>Möchten Sie selbst etwas auf die Beine stellen, zum Beispiel ein Fest, eine Lerngruppe oder einen
                    Verein? Dann rufen Sie an. Wir zeigen Ihnen, wo es Räume, Geld und Mitstreiter gibt.</p>
                    """,
                    en="""
                    <p>The coordination office connects authorities, associations, language course providers, schools
                    and volunteers.</p>
                    <p>Four times a year it invites all partners to one table. They discuss what works well, where
                    something is missing and who takes on what.</p>
                    <p>Would you like to start something yourself, such as a festival, a study group or an association?
                    Give us a call. We will show you where to find rooms, money and people to join you.</p>
                    """,
                    ar="""
                    <p>يربط مكتب التنسيق بين الدوائر الرسمية والجمعيات والجهات المنظِّمة لدورات اللغة والمدارس
                    والمتطوّعين.</p>
                    <p>يدعو المكتب جميع الشركاء أربع مرّات في السنة إلى طاولة واحدة، ليتحدّثوا عمّا يسير على ما يُرام
                    وعمّا ينقص ومن يتولّى ماذا.</p>
                    <p>هل تريدون أن تبدؤوا شيئًا بأنفسكم، كحفل أو مجموعة للدراسة أو جمعية؟ اتصلوا بنا، وسندلّكم على
                    القاعات والتمويل وعلى من يشارككم.</p>
                    """,
                ),
            ),
            block(
                "offices_responsible",
                heading=Prose(
                    de="Wer ist für Sie zuständig?",
                    en="Which office is responsible for you?",
                    ar="ما الجهة المسؤولة عن طلبكم؟",
                ),
                what="",
            ),
            block(
                "links",
                links=[
                    {
                        "label": Prose(
                            de="Förderung für Projekte des Zusammenlebens (Beispiel)",
                            en="Funding for community projects (example)",
                            ar="دعم مشاريع العيش المشترك (مثال)",
                        ),
                        "url": "https://ministerium-zusammenhalt.example/foerderung",
                        "language": "de",
                    },
                    {
                        "label": Prose(
                            de="Ehrenamtsbörse im Landkreis (Beispiel)",
                            en="Where volunteers are needed in the county (example)",
                            ar="أماكن تحتاج إلى متطوّعين في المقاطعة (مثال)",
                        ),
                        "url": "https://auental.example/ehrenamt",
                        "language": "de",
                    },
                ],
            ),
        ],
        tasks=lines(
            Prose(
                de="Das Integrationsnetzwerk des Landkreises leiten",
                en="Running the county’s integration network",
                ar="إدارة شبكة الاندماج في المقاطعة",
            ),
            Prose(
                de="Angebote abstimmen und zeigen, was noch fehlt",
                en="Coordinating what is on offer and showing what is still missing",
                ar="تنسيق العروض المتوفّرة وبيان ما ينقص منها",
            ),
            Prose(
                de="Vereine und Initiativen zu Projekten und Fördermitteln beraten",
                en="Advising associations and initiatives on projects and funding",
                ar="تقديم المشورة للجمعيات والمبادرات في المشاريع والتمويل",
            ),
            Prose(
                de="Ehrenamtliche begleiten, zum Beispiel Integrationslotsinnen und Integrationslotsen",
                en="Supporting volunteers, for example integration guides",
                ar="مرافقة المتطوّعين والمتطوّعات، ومنهم مرشدو الاندماج ومرشداته",
            ),
        ),
        services=lines(
            Prose(
                de="Überblick: Wer macht was im Landkreis?",
                en="An overview of who does what in the county",
                ar="نظرة عامّة: من يقوم بماذا في المقاطعة؟",
            ),
            Prose(
                de="Schulungen für Ehrenamtliche, kostenlos",
                en="Training for volunteers, free of charge",
                ar="دورات تدريبية مجانية للمتطوّعين والمتطوّعات",
            ),
            Prose(
                de="Vermittlung von Sprachmittlerinnen und Sprachmittlern für Schulen und Ämter",
                en="Interpreters from the community for schools and offices",
                ar="توفير وسطاء لغويين للمدارس والدوائر",
            ),
        ),
        phones=[
            block(
                "phone",
                label=Prose(de="Netzwerk und Projekte", en="Network and projects", ar="الشبكة والمشاريع"),
                number="0221 4710-114",
            ),
            block("phone", label=Prose(de="Ehrenamt", en="Volunteering", ar="العمل التطوّعي"), number="0221 4710-115"),
        ],
        emails=[block("email", address="migration@auental.example")],
        website="https://auental.example/migration",
        addresses=[
            block(
                "address",
                kind="visiting",
                street="Am Auenufer 1",
                postal_code="05110",
                town="Auenstadt",
                addition="Haus B, 1. Obergeschoss, Zimmer 114",
                position="51.8123, 11.7345",
            ),
            county_post("Koordinierungsstelle Migration"),
        ],
        hours={"tuesday": "9–12, 13–17", "thursday": "9–12"},
        by_appointment=True,
        closed=[turn_of_the_year()],
        entrance=True,
        lift=True,
        toilet=True,
        hearing_loop=False,
        parking=True,
        languages=["de", "en", "ar"],
        organisations=behind(demo, part_of=["landkreis"], funded_by=["ministerium"]),
        staff=[
            {
                "consent": agreed("Jana Wiesengrund (Beispiel)", portraits.coordinator),
                "function": Prose(
                    de="Leitung, Integrationsnetzwerk",
                    en="Head of the office, integration network",
                    ar="رئيسة المكتب، شبكة الاندماج",
                ),
                "phone": "0221 4710-114",
                "email": "j.wiesengrund@auental.example",
                "mobile": "0171 3920014",
                "languages": ["de", "en"],
            },
            {
                "name": "Karim Haddad (Beispiel)",
                "function": Prose(
                    de="Ehrenamt und Integrationslotsen",
                    en="Volunteers and integration guides",
                    ar="العمل التطوّعي ومرشدو الاندماج",
                ),
                "phone": "0221 4710-115",
                "email": "k.haddad@auental.example",
                "mobile": "0171 3920016",
                "languages": ["de", "ar", "en"],
            },
        ],
    )


def add_immigration_office(demo: Demo) -> None:
    short_day = first_monday(weeks=3)
    demo.page(
        OfficePage,
        "auslaenderbehoerde",
        parent="auental",
        office_type="authority",
        level="county",
        topics=["residence", "work"],
        target_groups=["refugees", "workers"],
        checked_on=days_ago(40),
        image=Picture(
            "schalter.jpg",
            scenes.counter,
            Prose(
                de="Ein Mann gibt einer Mitarbeiterin am Schalter ein Blatt Papier",
                en="A man hands a sheet of paper to a member of staff at a counter",
                ar="رجل يسلّم ورقة إلى موظّفة عند الشبّاك",
            ),
        ),
        title=Prose(
            de="Ausländerbehörde",
            en="Immigration office (Ausländerbehörde)",
            ar="دائرة شؤون الأجانب (Ausländerbehörde)",
        ),
        summary=Prose(
            de="Aufenthaltstitel, Verlängerung, Arbeitserlaubnis und Familiennachzug.",
            en="Residence permits and their renewal, permission to work, and bringing your family to Germany.",
            ar="تصاريح الإقامة وتمديدها، وإذن العمل، ولمّ شمل الأسرة.",
        ),
        is_not=Prose(
            de="Die Ausländerbehörde entscheidet nicht über Asylanträge. Das macht das Bundesamt für Migration und "
            "Flüchtlinge (BAMF).",
            en="The immigration office does not decide on asylum applications. The Federal Office for Migration and "
            "Refugees (BAMF) does.",
            ar="لا تبتّ دائرة شؤون الأجانب في طلبات اللجوء، فذلك من عمل المكتب الاتحادي للهجرة واللاجئين (BAMF).",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <p>Hier beantragen Sie einen Aufenthaltstitel oder seine Verlängerung, die Erlaubnis zu arbeiten
                    oder einen Reiseausweis. Auch wenn Ihre Familie nachkommen soll, sind Sie hier richtig.</p>
                    <p>Bringen Sie zum Termin Ihren Pass, ein aktuelles biometrisches Foto und die Unterlagen mit, die
                    in der Einladung stehen.</p>
                    <p>Sie dürfen jemanden mitbringen, der für Sie übersetzt. Kinder können Sie gern mitbringen: Im
                    Wartebereich gibt es eine Spielecke.</p>
                    """,
                    en="""
                    <p>Here you apply for a residence permit (Aufenthaltstitel) or its renewal, for permission to work
                    or for a travel document. It is also the right place if your family is to join you.</p>
                    <p>Bring to the appointment your passport, a recent biometric photo and the documents named in the
                    invitation.</p>
                    <p>You may bring somebody who interprets for you. Children are welcome: there is a play corner in
                    the waiting area.</p>
                    """,
                    ar="""
                    <p>هنا تقدّمون طلب الحصول على تصريح الإقامة (Aufenthaltstitel) أو تمديده، أو طلب إذن العمل أو وثيقة
                    السفر. وهذا هو المكان الصحيح أيضًا إذا أردتم أن تلحق بكم أسرتكم.</p>
                    <p>أحضروا معكم إلى الموعد جواز السفر وصورة بيومترية حديثة والوثائق المذكورة في الدعوة.</p>
                    <p>يجوز لكم أن تحضروا معكم من يترجم لكم. والأطفال مرحَّب بهم، ففي صالة الانتظار ركن للّعب.</p>
                    """,
                ),
            ),
            block(
                "callout",
                style="important",
                title=Prose(de="Rechtzeitig verlängern", en="Renew in good time", ar="مدّدوا الإقامة في الوقت المناسب"),
                text=Prose(
                    de="""
                    <p>Stellen Sie den Antrag mindestens acht Wochen, bevor Ihr Aufenthaltstitel abläuft. Schreiben Sie
                    eine E-Mail, wenn Sie keinen Termin bekommen.</p>
                    """,
                    en="""
                    <p>Apply at least eight weeks before your residence permit expires. Write an e-mail if you cannot
                    get an appointment.</p>
                    """,
                    ar="""
                    <p>قدّموا الطلب قبل انتهاء تصريح إقامتكم بثمانية أسابيع على الأقلّ. وإذا لم تحصلوا على موعد فاكتبوا
                    رسالة إلكترونية.</p>
                    """,
                ),
            ),
            block("contact", office=Ref("migrationsberatung")),
        ],
        tasks=lines(
            Prose(
                de="Aufenthaltstitel erteilen und verlängern",
                en="Issuing and renewing residence permits",
                ar="إصدار تصاريح الإقامة وتمديدها",
            ),
            Prose(
                de="Über die Erlaubnis zu arbeiten entscheiden",
                en="Deciding on permission to work",
                ar="البتّ في إذن العمل",
            ),
            Prose(
                de="Zu Integrationskursen verpflichten oder sie erlauben",
                en="Requiring or permitting people to take integration courses",
                ar="الإلزام بحضور دورات الاندماج أو السماح بها",
            ),
        ),
        services=lines(
            Prose(
                de="Elektronischer Aufenthaltstitel (Karte)",
                en="Electronic residence permit (card)",
                ar="تصريح الإقامة الإلكتروني (بطاقة)",
            ),
            Prose(
                de="Fiktionsbescheinigung, solange Ihr Antrag bearbeitet wird",
                en="Provisional certificate (Fiktionsbescheinigung) while your application is being processed",
                ar="شهادة مؤقّتة (Fiktionsbescheinigung) إلى أن يُبتّ في طلبكم",
            ),
            Prose(
                de="Reiseausweis für Flüchtlinge",
                en="Travel document for refugees",
                ar="وثيقة سفر للاجئين",
            ),
            Prose(
                de="Verpflichtungserklärung, wenn Sie Besuch einladen",
                en="Declaration of commitment (Verpflichtungserklärung) if you invite a visitor",
                ar="تعهّد بتحمّل النفقات (Verpflichtungserklärung) إذا دعوتم زائرًا",
            ),
        ),
        phones=[
            block("phone", label=Prose(de="Auskunft", en="Information", ar="الاستعلام"), number="0221 4710-130"),
            block("phone", label=Prose(de="Termine", en="Appointments", ar="المواعيد"), number="0221 4710-131"),
        ],
        emails=[block("email", address="auslaenderbehoerde@auental.example")],
        addresses=[
            block(
                "address",
                kind="visiting",
                street="Am Auenufer 3",
                postal_code="05110",
                town="Auenstadt",
                addition="Haus C, Erdgeschoss, Wartebereich 2",
                position="51.8127, 11.7351",
            ),
            county_post("Ausländerbehörde"),
        ],
        hours={"monday": "8:30–12", "tuesday": "8:30–12, 13:30–17:30", "thursday": "8:30–12, 13:30–16"},
        hours_note=Prose(
            de="Vormittags ohne Termin, nachmittags nur mit Termin.",
            en="Mornings without, afternoons only with an appointment.",
            ar="قبل الظهر دون موعد، وبعد الظهر بموعد فقط.",
        ),
        booking="https://termine.auental.example/",
        closed=[turn_of_the_year()],
        special=[block("day", date=short_day.isoformat(), hours="09:00–11:00")],
        entrance=True,
        lift=True,
        toilet=True,
        hearing_loop=True,
        parking=True,
        quiet_room=False,
        languages=["de", "en"],
        organisations=behind(demo, part_of=["landkreis"]),
        staff=[
            {
                "name": "Petra Beispiel",
                "function": Prose(
                    de="Arbeit und Ausbildung, Buchstaben A–K",
                    en="Work and training, letters A–K",
                    ar="العمل والتدريب المهني، الأحرف A–K",
                ),
                "phone": "0221 4710-130",
                "email": "p.beispiel@auental.example",
                "languages": ["de", "en"],
            },
            {
                "name": "Dirk Mustermann (Beispiel)",
                "function": Prose(
                    de="Arbeit und Ausbildung, Buchstaben L–Z",
                    en="Work and training, letters L–Z",
                    ar="العمل والتدريب المهني، الأحرف L–Z",
                ),
                "phone": "0221 4710-131",
                "email": "d.mustermann@auental.example",
                "languages": ["de"],
            },
        ],
    )


def add_job_centre(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "jobcenter",
        parent="auental",
        office_type="authority",
        level="county",
        topics=["work", "money", "housing"],
        target_groups=["refugees", "workers", "families"],
        checked_on=days_ago(65),
        responsible=COORDINATION,
        image=Picture(
            "wartebereich.jpg",
            scenes.waiting_room,
            Prose(
                de="Drei Menschen sitzen in einem Wartebereich, über einer Tür leuchtet eine Nummer",
                en="Three people sit in a waiting area; a number lights up above a door",
                ar="ثلاثة أشخاص يجلسون في صالة انتظار، وفوق الباب رقم مضيء",
            ),
        ),
        title="Jobcenter Auental",
        summary="Geld zum Leben, Miete und Hilfe bei der Suche nach Arbeit, wenn Ihr Einkommen nicht reicht.",
        is_not="Das Jobcenter zahlt kein Arbeitslosengeld aus der Versicherung. Dafür ist die Agentur für Arbeit "
        "zuständig. Wer noch auf die Entscheidung über den Asylantrag wartet, wendet sich an das Sozialamt.",
        body=[
            block(
                "text",
                """
                <p>Reicht Ihr Geld nicht zum Leben, können Sie hier Grundsicherung beantragen. Dazu gehören auch die
                Miete und die Heizung, wenn sie angemessen sind.</p>
                <p>Für Sie ist eine feste Ansprechperson da. Mit ihr planen Sie die nächsten Schritte: einen
                Deutschkurs, die Anerkennung Ihres Abschlusses, eine Ausbildung oder eine Stelle.</p>
                <p>Leistungen gibt es erst ab dem Monat, in dem Sie den Antrag stellen. Warten Sie also nicht, bis alle
                Unterlagen da sind. Sie können sie nachreichen.</p>
                """,
            ),
            block(
                "callout",
                style="tip",
                title="Brief nicht verstanden?",
                text="""
                <p>Kommen Sie mit dem Brief zum Empfang. Für Gespräche bestellt das Jobcenter auf Wunsch eine
                Dolmetscherin oder einen Dolmetscher. Das kostet Sie nichts.</p>
                """,
            ),
        ],
        tasks=lines(
            "Grundsicherung berechnen und auszahlen",
            "In Arbeit und Ausbildung vermitteln",
            "Deutschkurse, Weiterbildung und Umschulung fördern",
            "Familien mit dem Bildungs- und Teilhabepaket unterstützen",
        ),
        services=lines(
            "Antrag auf Grundsicherung, auch online",
            "Zuschuss zur ersten Einrichtung der Wohnung",
            "Geld für Schulsachen, Klassenfahrten und das Mittagessen in der Schule",
            "Kosten für Bewerbungen und für die Anerkennung von Abschlüssen",
        ),
        phones=[
            block("phone", label="Servicetelefon", number="040 66969-100"),
            block("phone", label="Ausbildung und unter 25 Jahren", number="040 66969-125"),
        ],
        emails=[block("email", address="post@jobcenter-auental.example")],
        website="https://jobcenter-auental.example",
        addresses=[
            block(
                "address",
                kind="both",
                street="Bahnhofstraße 21",
                postal_code="05112",
                town="Auenstadt",
                addition="Empfang im Erdgeschoss",
                position="51.8215, 11.7288",
            ),
        ],
        hours={"monday": "8–12", "tuesday": "8–12", "thursday": "8–12, 14–18", "friday": "8–12"},
        hours_note="Ohne Termin zum Empfang; Gespräche mit Ihrer Ansprechperson nach Vereinbarung.",
        by_appointment=True,
        booking="https://jobcenter-auental.example/termin",
        closed=[turn_of_the_year(), block("closed", first=first_monday(weeks=9).isoformat(), reason="training")],
        entrance=True,
        lift=True,
        toilet=True,
        parking=True,
        quiet_room=True,
        languages=["de", "en", "ar", "ru", "uk"],
        organisations=behind(demo, part_of=["landkreis"]),
        staff=[
            {"name": "Sabine Altmann (Beispiel)", "function": "Teamleitung Markt und Integration"},
            {
                "name": "Yusuf Demirci (Beispiel)",
                "function": "Ausbildung und unter 25 Jahren",
                "phone": "040 66969-125",
                "email": "y.demirci@jobcenter-auental.example",
                "mobile": "0171 3920018",
                "languages": ["de", "tr", "ar"],
            },
        ],
    )


def add_health_office(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "gesundheitsamt",
        parent="auental",
        office_type="health",
        level="county",
        topics=["health", "family"],
        target_groups=["families", "refugees", "women"],
        checked_on=days_ago(33),
        image=Picture(
            "impfung.jpg",
            scenes.health_office,
            Prose(
                de="Eine Pflegerin gibt einem Kind, das bei seiner Mutter ist, ein Pflaster",
                en="A nurse gives a plaster to a child who is with his mother",
                ar="ممرّضة تعطي لاصقة جروح لطفل مع أمّه",
            ),
        ),
        title="Gesundheitsamt",
        summary="Impfungen, Schuluntersuchung, Gesundheitszeugnis und vertrauliche Beratung.",
        is_not="Das Gesundheitsamt ersetzt keine Arztpraxis. Wenn Sie krank sind, gehen Sie zuerst zu einer "
        "Hausärztin oder einem Hausarzt.",
        body=[
            block(
                "text",
                """
                <p>Das Gesundheitsamt achtet darauf, dass die Menschen im Landkreis gesund bleiben. Es berät zu
                Impfungen und untersucht jedes Kind, bevor es in die Schule kommt.</p>
                <p>Möchten Sie in einer Küche, einem Restaurant oder einer Kita arbeiten? Dann brauchen Sie eine
                Belehrung nach dem Infektionsschutzgesetz. Sie dauert etwa eine Stunde und kostet 25 Euro.</p>
                <p>Die Beratung zu HIV und anderen sexuell übertragbaren Krankheiten ist kostenlos. Sie müssen Ihren
                Namen nicht sagen.</p>
                """,
            ),
        ],
        tasks=lines(
            "Vor ansteckenden Krankheiten schützen",
            "Kinder vor der Einschulung untersuchen",
            "Schwangere, Familien und Menschen in seelischer Not beraten",
        ),
        services=lines(
            "Impfberatung und Impfungen, wenn keine Praxis sie anbietet",
            "Belehrung nach dem Infektionsschutzgesetz („Gesundheitszeugnis“)",
            "Anonyme Beratung und Tests zu HIV",
            "Hilfe für Menschen ohne Krankenversicherung: Wir suchen mit Ihnen einen Weg",
        ),
        phones=[
            block("phone", label="Anmeldung", number="0221 4710-150"),
            block("phone", label="Kinder- und Jugendgesundheit", number="0221 4710-152"),
            block("phone", label="Vertrauliche Beratung", number="0221 4710-155"),
        ],
        emails=[block("email", address="gesundheitsamt@auental.example")],
        website="https://auental.example/gesundheitsamt",
        addresses=[
            block(
                "address",
                kind="visiting",
                street="Am Auenufer 5",
                postal_code="05110",
                town="Auenstadt",
                addition="Haus E, Eingang vom Hof",
                position="51.8131, 11.7362",
            ),
            county_post("Gesundheitsamt"),
        ],
        hours={"monday": "9–12", "tuesday": "9–12, 14–17:30", "wednesday": "9–12", "thursday": "9–12"},
        hours_note="Impfsprechstunde: dienstags 14 bis 17 Uhr, ohne Termin.",
        closed=[turn_of_the_year()],
        entrance=True,
        lift=False,
        toilet=True,
        hearing_loop=False,
        quiet_room=True,
        languages=["de", "en", "ru", "gsg"],
        organisations=behind(demo, part_of=["landkreis"]),
        staff=[
            {"name": "Dr. Ulrike Sommerfeld (Beispiel)", "function": "Amtsärztin"},
            {
                "name": "Ina Petrowa (Beispiel)",
                "function": "Kinder- und Jugendgesundheit",
                "phone": "0221 4710-152",
                "email": "i.petrowa@auental.example",
                "languages": ["de", "ru"],
            },
        ],
    )
