"""Two places where people meet: with a language café and help with homework, and with a sewing group."""

from __future__ import annotations

from directory.offices.demo import scenes
from directory.offices.demo.organisations import behind
from directory.offices.demo.parts import COORDINATION, days_ago, meeting, turn_of_the_year
from directory.offices.models import OfficePage
from hub.demo import Demo, Picture, Prose, block, lines


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
        checked_on=days_ago(5),
        responsible=COORDINATION,
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
                    <p>Im <b>Sprachcafé</b> sprechen wir langsam und über das, was uns beschäftigt. Fehler sind
                    erlaubt.</p>
                    <p>Die <b>Hausaufgabenhilfe</b> ist für Kinder von der 1. bis zur 6. Klasse. In den Ferien
                    fällt sie aus.</p>
                    <p>Möchten Sie mitmachen? Wir suchen Menschen, die zuhören, vorlesen oder Kuchen backen.</p>
                    """,
                    en="""
                    <p>At the Old Mill, people who have long lived here meet people who are new. Coffee and tea are
                    free. Children may play.</p>
                    <p>At the <b>language café</b> we speak slowly, about whatever is on our minds. Mistakes are
                    allowed.</p>
                    <p>The <b>help with homework</b> is for children from year 1 to year 6. There is none during
                    school holidays.</p>
                    <p>Would you like to join in? We are looking for people who listen, read aloud or bake cakes.</p>
                    """,
                    ar="""
                    <p>في الطاحونة القديمة يلتقي من يعيشون هنا منذ زمن طويل بمن وصلوا حديثًا. القهوة والشاي مجانًا،
                    ويمكن للأطفال أن يلعبوا.</p>
                    <p>في <b>مقهى اللغة</b> نتحدّث ببطء عمّا يشغلنا، ولا بأس بالأخطاء.</p>
                    <p><b>المساعدة في الواجبات المدرسية</b> مخصّصة للأطفال من الصفّ الأول إلى السادس، وتتوقّف في العطل
                    المدرسية.</p>
                    <p>هل تريدون المشاركة؟ نبحث عمّن يستمع أو يقرأ للأطفال أو يخبز الكعك.</p>
                    """,
                ),
            ),
            block(
                "quotation",
                text=Prose(
                    de="<p>Am Anfang habe ich nur zugehört. Heute erkläre ich den Neuen, wo der Zucker steht.</p>",
                    en="<p>At first I only listened. Today I tell newcomers where to find the sugar.</p>",
                    ar="<p>في البداية كنت أستمع فقط. واليوم أدلّ القادمين الجدد على مكان السكّر.</p>",
                ),
                source="Nour Saleh (Beispiel)",
                function=Prose(
                    de="hilft heute bei den Hausaufgaben",
                    en="now helps with homework",
                    ar="تساعد اليوم في الواجبات المدرسية",
                ),
            ),
        ],
        meeting_times=[
            meeting(
                Prose(de="Sprachcafé", en="Language café (Sprachcafé)", ar="مقهى اللغة (Sprachcafé)"),
                "fortnightly",
                "tuesday",
                "15:00",
                "17:00",
            ),
            meeting(
                Prose(
                    de="Hausaufgabenhilfe",
                    en="Help with homework (Hausaufgabenhilfe)",
                    ar="المساعدة في الواجبات المدرسية (Hausaufgabenhilfe)",
                ),
                "weekly",
                "wednesday",
                "14:30",
                "16:30",
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
            de="Offenes Wohnzimmer: Kommen Sie einfach vorbei.",
            en="Open living room: just drop in.",
            ar="صالة مفتوحة: تفضّلوا بالدخول دون موعد.",
        ),
        closed=[turn_of_the_year()],
        entrance=True,
        toilet=True,
        hearing_loop=False,
        parking=True,
        languages=["de", "en", "ar", "fa"],
        organisations=behind(demo, run_by=["kirchengemeinde"], funded_by=["stiftung"]),
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
                "mobile": "0171 3920021",
                "languages": ["de", "en"],
            },
            {
                "name": "Nour Saleh (Beispiel)",
                "function": Prose(
                    de="Hausaufgabenhilfe",
                    en="Help with homework",
                    ar="المساعدة في الواجبات المدرسية",
                ),
                "mobile": "0171 3920022",
                "languages": ["de", "ar"],
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
        checked_on=days_ago(19),
        responsible=COORDINATION,
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
                <p>In der <b>Nähgruppe</b> sind Anfängerinnen und Anfänger willkommen. Um Ihre Kinder kümmert sich
                währenddessen jemand.</p>
                <p>Bringen Sie in die <b>Fahrradwerkstatt</b> Ihr Rad mit. Gebrauchte Räder gibt es für wenig
                Geld.</p>
                """,
            ),
        ],
        meeting_times=[
            meeting("Nähgruppe", "monthly", "saturday", "10:00", "13:00"),
            meeting("Fahrradwerkstatt", "weekly", "friday", "16:00", "18:00"),
        ],
        services=lines(
            "Nähmaschinen und Stoffe zum Mitbenutzen",
            "Werkzeug und Ersatzteile für Fahrräder",
            "Gebrauchte Fahrräder ab 20 Euro",
        ),
        phones=[
            block("phone", label="Büro", number="089 99998-240"),
            block("phone", label="Fahrradwerkstatt", number="0171 3920024"),
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
        closed=[turn_of_the_year()],
        entrance=True,
        lift=False,
        toilet=True,
        parking=False,
        languages=["de", "en", "uk", "ro"],
        organisations=behind(demo, run_by=["sportverein"], funded_by=["stiftung", "landkreis"]),
        staff=[
            {
                "name": "Gerda Nadelreich (Beispiel)",
                "function": "Nähgruppe",
                "phone": "089 99998-240",
                "email": "g.nadelreich@nachbarn-lindenfurt.example",
            },
            {
                "name": "Mihai Ionescu (Beispiel)",
                "function": "Fahrradwerkstatt",
                "mobile": "0171 3920024",
                "languages": ["de", "ro"],
            },
        ],
    )
