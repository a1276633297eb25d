"""The two offices that are translated into English and Arabic."""

from __future__ import annotations

from directory.offices.models import OfficePage
from hub.demo import Demo, Prose, block


def add_coordination(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "koordinierungsstelle-migration",
        parent="auental",
        office_type="coordination",
        topics=["counselling", "leisure"],
        target_groups=["volunteers"],
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
                    <p>Die Koordinierungsstelle vernetzt Behörden, Vereine, Sprachkursträger, Schulen und Ehrenamtliche.
                    Sie gehört zur Kreisverwaltung.</p>
                    """,
                    en="""
                    <p>The coordination office connects authorities, associations, language course providers, schools
                    and volunteers. It is part of the county administration.</p>
                    """,
                    ar="""
                    <p>يربط مكتب التنسيق بين الدوائر الرسمية والجمعيات والجهات المنظِّمة لدورات اللغة والمدارس
                    والمتطوّعين، وهو تابع لإدارة المقاطعة.</p>
                    """,
                ),
            ),
        ],
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
            block(
                "address",
                kind="postal",
                name="Landkreis Auental, Koordinierungsstelle Migration",
                po_box="11 20",
                postal_code="05108",
                town="Auenstadt",
            ),
        ],
        hours={"tuesday": "9–12, 13–17", "thursday": "9–12"},
        by_appointment=True,
        level="county",
        entrance=True,
        lift=True,
        toilet=True,
        hearing_loop=False,
        tasks=[
            {
                "text": Prose(
                    de="Das Integrationsnetzwerk des Landkreises leiten",
                    en="Running the county’s integration network",
                    ar="إدارة شبكة الاندماج في المقاطعة",
                )
            },
            {
                "text": Prose(
                    de="Angebote abstimmen und zeigen, was noch fehlt",
                    en="Coordinating what is on offer and showing what is still missing",
                    ar="تنسيق العروض المتوفّرة وبيان ما ينقص منها",
                )
            },
            {
                "text": Prose(
                    de="Vereine und Initiativen zu Projekten und Fördermitteln beraten",
                    en="Advising associations and initiatives on projects and funding",
                    ar="تقديم المشورة للجمعيات والمبادرات في المشاريع والتمويل",
                )
            },
            {
                "text": Prose(
                    de="Ehrenamtliche begleiten, zum Beispiel Integrationslotsinnen und Integrationslotsen",
                    en="Supporting volunteers, for example integration guides",
                    ar="مرافقة المتطوّعين والمتطوّعات، ومنهم مرشدو الاندماج ومرشداته",
                )
            },
        ],
        languages=["de", "en", "ar"],
        staff=[
            {
                "name": "Jana Wiesengrund (Beispiel)",
                "function": Prose(
                    de="Leitung, Integrationsnetzwerk",
                    en="Head of the office, integration network",
                    ar="رئيسة المكتب، شبكة الاندماج",
                ),
                "phone": "0221 4710-114",
                "email": "j.wiesengrund@auental.example",
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
            },
        ],
    )


def add_counselling(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "migrationsberatung",
        parent="auental",
        office_type="counselling",
        topics=["counselling", "residence", "family"],
        target_groups=["refugees", "eu-citizens", "workers", "families"],
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
                    """,
                ),
            ),
            block(
                "callout",
                style="tip",
                title=Prose(de="Unter 27 Jahre alt?", en="Under 27?", ar="هل عمركم أقلّ من 27 عامًا؟"),
                text=Prose(
                    de="<p>Dann berät Sie der <b>Jugendmigrationsdienst</b> im selben Haus.</p>",
                    en="<p>Then the <b>youth migration service</b> in the same building advises you.</p>",
                    ar="<p>تقدّم لكم <b>خدمة شؤون هجرة الشباب</b> المشورة في المبنى نفسه.</p>",
                ),
            ),
        ],
        phones=[
            block(
                "phone",
                label=Prose(de="Termine", en="Appointments", ar="حجز المواعيد"),
                number="069 90009-210",
            ),
            block(
                "phone",
                label=Prose(de="Jugendmigrationsdienst", en="Youth migration service", ar="خدمة شؤون هجرة الشباب"),
                number="069 90009-215",
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
        entrance=True,
        lift=False,
        services=[
            {
                "text": Prose(
                    de="Beratung zu Aufenthalt, Arbeit und Wohnen",
                    en="Advice on residence, work and housing",
                    ar="استشارات في الإقامة والعمل والسكن",
                )
            },
            {
                "text": Prose(
                    de="Hilfe beim Ausfüllen von Anträgen",
                    en="Help with filling in applications",
                    ar="المساعدة في ملء الطلبات",
                )
            },
        ],
        languages=["de", "en", "ar", "fa-AF", "kmr", "ru", "uk", "ti"],
        staff=[
            {
                "name": "Olena Kovalova (Beispiel)",
                "function": Prose(de="Beratung", en="Adviser", ar="مستشارة"),
                "phone": "069 90009-211",
            },
            {
                "name": "Thomas Birkner (Beispiel)",
                "function": Prose(
                    de="Jugendmigrationsdienst", en="Youth migration service", ar="خدمة شؤون هجرة الشباب"
                ),
                "phone": "069 90009-215",
            },
        ],
    )
