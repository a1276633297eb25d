"""Two places where people meet: with a language café and help with homework, and with a sewing group."""

from __future__ import annotations

from directory.offices.demo import scenes
from directory.offices.demo.parts import lines, turn_of_the_year
from directory.offices.models import OfficePage
from hub.demo import Demo, Picture, Prose, block


def load(demo: Demo) -> None:
    for add in (add_old_mill, add_neighbourhood_house):
        add(demo)


def add_old_mill(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "treffpunkt-alte-muehle",
        parent="auental",
        office_type="meeting-place",
        topics=["leisure", "language", "family"],
        target_groups=["families", "young-people", "volunteers"],
        places=["muehlfurten"],
        image=Picture(
            "sprachcafe.jpg",
            scenes.language_cafe,
            Prose(
                de="Vier Menschen sitzen mit Tassen, Kuchen und Bildkarten an einem runden Tisch",
                en="Four people sit at a round table with cups, cake and picture cards",
                ar="أربعة أشخاص حول طاولة مستديرة عليها فناجين وكعكة وبطاقات مصوّرة",
            ),
        ),
        title=Prose(
            de="Treffpunkt Alte Mühle",
            en="Old Mill meeting place (Treffpunkt Alte Mühle)",
            ar="ملتقى الطاحونة القديمة (Treffpunkt Alte Mühle)",
        ),
        summary=Prose(
            de="Sprachcafé, Hausaufgabenhilfe und ein offenes Wohnzimmer für alle in Mühlfurten.",
            en="A language café, help with homework and an open living room for everybody in Mühlfurten.",
            ar="مقهى للّغة ومساعدة في الواجبات المدرسية وصالة مفتوحة لجميع أهل مولفورتن.",
        ),
        is_not=Prose(
            de="Der Treffpunkt ist kein Sprachkurs: Es gibt keine Anmeldung, keine Prüfung und kein Zeugnis.",
            en="The meeting place is not a language course: there is no registration, no exam and no certificate.",
            ar="الملتقى ليس دورة لغة: لا تسجيل فيه ولا امتحان ولا شهادة.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <p>In der Alten Mühle treffen sich Menschen, die schon lange hier leben, und Menschen, die neu sind.
                    Kaffee und Tee kosten nichts. Kinder dürfen spielen.</p>
                    <p><b>Sprachcafé:</b> jeden zweiten Dienstag von 15 bis 17 Uhr. Wir sprechen langsam und über das,
                    was uns beschäftigt. Fehler sind erlaubt.</p>
                    <p><b>Hausaufgabenhilfe:</b> jeden Mittwoch von 14:30 bis 16:30 Uhr, nicht in den Ferien. Für Kinder
                    von der 1. bis zur 6. Klasse.</p>
                    <p>Möchten Sie mitmachen? Wir suchen Menschen, die zuhören, vorlesen oder Kuchen backen.</p>
                    """,
                    en="""
                    <p>At the Old Mill, people who have long lived here meet people who are new. Coffee and tea are
                    free. Children may play.</p>
                    <p><b>Language café (Sprachcafé):</b> every second Tuesday from 3 to 5 pm. We speak slowly, about
                    whatever is on our minds. Mistakes are allowed.</p>
                    <p><b>Help with homework (Hausaufgabenhilfe):</b> every Wednesday from 2:30 to 4:30 pm, not during
                    school holidays. For children from year 1 to year 6.</p>
                    <p>Would you like to join in? We are looking for people who listen, read aloud or bake cakes.</p>
                    """,
                    ar="""
                    <p>في الطاحونة القديمة يلتقي من يعيشون هنا منذ زمن طويل بمن وصلوا حديثًا. القهوة والشاي مجانًا،
                    ويمكن للأطفال أن يلعبوا.</p>
                    <p><b>مقهى اللغة (Sprachcafé):</b> كلّ ثاني يوم ثلاثاء من الساعة 15 إلى 17. نتحدّث ببطء عمّا يشغلنا،
                    ولا بأس بالأخطاء.</p>
                    <p><b>المساعدة في الواجبات المدرسية (Hausaufgabenhilfe):</b> كلّ يوم أربعاء من الساعة 14:30 إلى
                    16:30، ما عدا العطل المدرسية. للأطفال من الصفّ الأول إلى السادس.</p>
                    <p>هل تريدون المشاركة؟ نبحث عمّن يستمع أو يقرأ للأطفال أو يخبز الكعك.</p>
                    """,
                ),
            ),
        ],
        services=lines(
            Prose(
                de="Sprachcafé, kostenlos und ohne Anmeldung",
                en="Language café, free and without registration",
                ar="مقهى اللغة، مجانًا ودون تسجيل",
            ),
            Prose(
                de="Hausaufgabenhilfe für Kinder bis zur 6. Klasse",
                en="Help with homework for children up to year 6",
                ar="مساعدة في الواجبات المدرسية للأطفال حتى الصفّ السادس",
            ),
            Prose(
                de="Spielzimmer und Wickeltisch",
                en="Playroom and changing table",
                ar="غرفة ألعاب وطاولة لتغيير الحفاضات",
            ),
            Prose(
                de="Raum für Feste, nach Absprache",
                en="Room for celebrations, by arrangement",
                ar="قاعة للاحتفالات بعد الاتفاق",
            ),
        ),
        phones=[
            block(
                "phone",
                label=Prose(de="Büro", en="Office", ar="المكتب"),
                number="089 99998-220",
            ),
        ],
        emails=[block("email", address="muehle@kirchengemeinde-muehlfurten.example")],
        addresses=[
            block(
                "address",
                kind="both",
                street="Mühlgasse 2",
                postal_code="05134",
                town="Mühlfurten",
                addition="Eingang am Fluss",
                position="51.7986, 11.7612",
            ),
        ],
        hours={"tuesday": "14–18", "wednesday": "14–18", "friday": "15–19"},
        hours_note=Prose(
            de="Offenes Wohnzimmer. Sprachcafé jeden zweiten Dienstag, Hausaufgabenhilfe mittwochs.",
            en="Open living room. Language café every second Tuesday, help with homework on Wednesdays.",
            ar="صالة مفتوحة. مقهى اللغة كلّ ثاني يوم ثلاثاء، والمساعدة في الواجبات أيام الأربعاء.",
        ),
        closed=[turn_of_the_year()],
        entrance=True,
        toilet=True,
        hearing_loop=False,
        parking=True,
        languages=["de", "en", "ar", "fa"],
        staff=[
            {
                "name": "Ruth Mühlbach (Beispiel)",
                "function": Prose(
                    de="Hausleitung, Sprachcafé",
                    en="Head of the house, language café",
                    ar="مديرة البيت، مقهى اللغة",
                ),
                "phone": "089 99998-220",
                "email": "r.muehlbach@kirchengemeinde-muehlfurten.example",
            },
            {
                "name": "Nour Saleh (Beispiel)",
                "function": Prose(
                    de="Hausaufgabenhilfe",
                    en="Help with homework",
                    ar="المساعدة في الواجبات المدرسية",
                ),
                "phone": "0171 3920022",
            },
        ],
    )


def add_neighbourhood_house(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "nachbarschaftshaus",
        parent="auental",
        office_type="meeting-place",
        level="municipal",
        topics=["leisure", "mobility"],
        target_groups=["women", "families", "volunteers"],
        places=["lindenfurt"],
        image=Picture(
            "naehstube.jpg",
            scenes.sewing_table,
            Prose(
                de="Zwei Frauen an einem Tisch mit Nähmaschine, Stoff und Garn",
                en="Two women at a table with a sewing machine, fabric and thread",
                ar="امرأتان إلى طاولة عليها ماكينة خياطة وقماش وخيوط",
            ),
        ),
        title="Nachbarschaftshaus Lindenfurt",
        summary="Nähstube, Fahrradwerkstatt und ein großer Tisch für alle, die etwas zusammen machen möchten.",
        is_not="Das Nachbarschaftshaus ist kein Geschäft. Hier repariert niemand für Sie, sondern alle miteinander.",
        body=[
            block(
                "text",
                """
                <p>Werkzeug, Nähmaschinen und Stoffe sind da. Erfahrene Ehrenamtliche zeigen Ihnen, wie es geht. Sie
                zahlen nur, was Sie verbrauchen.</p>
                <p><b>Nähgruppe:</b> am ersten Samstag im Monat von 10 bis 13 Uhr, mit Kinderbetreuung. Anfängerinnen
                und Anfänger sind willkommen.</p>
                <p><b>Fahrradwerkstatt:</b> jeden Freitag von 16 bis 18 Uhr. Bringen Sie Ihr Rad mit. Gebrauchte Räder
                gibt es für wenig Geld.</p>
                """,
            ),
        ],
        services=lines(
            "Nähmaschinen und Stoffe zum Mitbenutzen",
            "Werkzeug und Ersatzteile für Fahrräder",
            "Gebrauchte Fahrräder ab 20 Euro",
            "Kinderbetreuung während der Nähgruppe",
        ),
        phones=[
            block("phone", label="Büro", number="089 99998-240"),
            block("phone", label="Fahrradwerkstatt, freitags", number="0171 3920024"),
        ],
        emails=[block("email", address="haus@nachbarn-lindenfurt.example")],
        website="https://nachbarn-lindenfurt.example",
        addresses=[
            block(
                "address",
                kind="both",
                street="Gartenstraße 11",
                postal_code="05121",
                town="Lindenfurt",
                addition="Werkstatt im Hof",
                position="51.8377, 11.6941",
            ),
        ],
        hours={"thursday": "10–12", "friday": "15–18"},
        hours_note="Nähgruppe: erster Samstag im Monat, 10 bis 13 Uhr.",
        closed=[turn_of_the_year()],
        entrance=True,
        lift=False,
        toilet=True,
        parking=False,
        languages=["de", "en", "uk", "ro"],
        staff=[
            {
                "name": "Gerda Nadelreich (Beispiel)",
                "function": "Nähgruppe",
                "phone": "089 99998-240",
                "email": "g.nadelreich@nachbarn-lindenfurt.example",
            },
            {"name": "Mihai Ionescu (Beispiel)", "function": "Fahrradwerkstatt", "phone": "0171 3920024"},
        ],
    )
