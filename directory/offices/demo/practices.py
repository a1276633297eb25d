"""Three doctors' practices."""

from __future__ import annotations

from datetime import timedelta

from directory.offices.demo import portraits, scenes
from directory.offices.demo.parts import COORDINATION, days_ago, first_monday, turn_of_the_year
from directory.offices.models import OfficePage
from hub.demo import Demo, Picture, Prose, block, lines
from hub.demo.consents import agreed


def load(demo: Demo) -> None:
    for add in (add_general_practice, add_childrens_practice, add_gynaecologist):
        add(demo)


def add_general_practice(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "hausarztpraxis-lindenfurt",
        parent="auental",
        office_type="practice",
        topics=["health"],
        places=["lindenfurt"],
        checked_on=days_ago(16),
        responsible=COORDINATION,
        image=Picture(
            "praxis.jpg",
            scenes.practice_door,
            Prose(
                de="Eine Glastür ohne Stufen, daneben ein Schild mit grünem Kreuz und ein Kinderwagen",
                en="A glass door without steps, beside it a sign with a green cross and a pushchair",
                ar="باب زجاجي دون درجات، وبجانبه لافتة عليها صليب أخضر وعربة أطفال",
            ),
        ),
        title=Prose(
            de="Hausarztpraxis Dr. Lindholz (Beispiel)",
            en="Dr Lindholz, general practitioner (example)",
            ar="عيادة الدكتورة ليندهولتس، طبّ الأسرة (مثال)",
        ),
        summary=Prose(
            de="Ihre erste Adresse, wenn Sie krank sind: Untersuchung, Überweisung, Impfung und Krankschreibung.",
            en="The first place to go when you are ill: examination, referral, vaccination and sick note.",
            ar="أوّل من تقصدونه عند المرض: الفحص والإحالة إلى طبيب مختصّ والتطعيم والتقرير الطبي للإجازة المرضية.",
        ),
        is_not=Prose(
            de="Die Praxis ist kein Krankenhaus. Bei Lebensgefahr rufen Sie die 112 an, abends und am Wochenende die "
            "116117.",
            en="The practice is not a hospital. If a life is in danger, call 112; in the evening and at weekends, call "
            "116117.",
            ar="العيادة ليست مستشفى. عند الخطر على الحياة اتصلوا بالرقم 112، ومساءً وفي نهاية الأسبوع بالرقم 116117.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <p>In Deutschland gehen Sie zuerst in eine Hausarztpraxis. Sie schickt Sie weiter, wenn eine
                    Fachärztin oder ein Facharzt nötig ist. Dafür bekommen Sie eine Überweisung.</p>
                    <p>Bringen Sie jedes Mal Ihre Gesundheitskarte oder Ihren Behandlungsschein mit. Beim ersten Besuch
                    helfen auch Ihr Impfpass und eine Liste Ihrer Medikamente.</p>
                    <p>Bitte sagen Sie ab, wenn Sie nicht kommen können. Dann kann jemand anderes Ihren Termin
                    haben.</p>
                    """,
                    en="""
                    <p>In Germany you first see a general practitioner (Hausarzt, Hausärztin). The practice refers you
                    to a specialist if you need one. For that you receive a referral (Überweisung).</p>
                    <p>Always bring your health insurance card or your treatment voucher. For the first visit, your
                    vaccination record and a list of your medicines are helpful, too.</p>
                    <p>Please cancel if you cannot come. Then somebody else can have your appointment.</p>
                    """,
                    ar="""
                    <p>في ألمانيا تذهبون أولًا إلى طبيب الأسرة (Hausarzt) أو طبيبة الأسرة (Hausärztin). وتحيلكم العيادة
                    إلى طبيب مختصّ إذا لزم الأمر، وتحصلون لذلك على ورقة إحالة (Überweisung).</p>
                    <p>أحضروا معكم في كلّ مرّة بطاقتكم الصحية أو قسيمة العلاج. وفي الزيارة الأولى يفيد أيضًا دفتر
                    التطعيم وقائمة بأدويتكم.</p>
                    <p>نرجو إلغاء الموعد إذا تعذّر عليكم الحضور، ليستفيد منه غيركم.</p>
                    """,
                ),
            ),
        ],
        specialities=["general-medicine"],
        accepts_new_patients_until=first_monday(weeks=16),
        services=lines(
            Prose(
                de="Untersuchung und Behandlung von Erwachsenen",
                en="Examination and treatment of adults",
                ar="فحص البالغين وعلاجهم",
            ),
            Prose(de="Impfungen", en="Vaccinations", ar="التطعيمات"),
            Prose(
                de="Rezepte, Überweisungen, Krankschreibungen",
                en="Prescriptions, referrals, sick notes",
                ar="الوصفات الطبية والإحالات والتقارير الطبية للإجازة المرضية",
            ),
            Prose(
                de="Gesundheits-Check ab 35 Jahren",
                en="Health check from the age of 35",
                ar="فحص صحي عامّ ابتداءً من سنّ 35",
            ),
        ),
        phones=[
            block(
                "phone",
                label=Prose(de="Anmeldung", en="Reception", ar="الاستقبال"),
                number="030 23125-310",
            ),
        ],
        emails=[block("email", address="praxis@hausarzt-lindenfurt.example")],
        website="https://hausarzt-lindenfurt.example",
        addresses=[
            block(
                "address",
                kind="both",
                street="Marktstraße 14",
                postal_code="05121",
                town="Lindenfurt",
                addition="Erdgeschoss",
                position="51.8402, 11.6927",
            ),
        ],
        hours={
            "monday": "8–12, 15–18",
            "tuesday": "8–12, 15–18",
            "wednesday": "8–12",
            "thursday": "8–12, 15–18",
            "friday": "8–12",
        },
        hours_note=Prose(
            de="Ohne Termin: jeden Tag von 8 bis 9 Uhr, wenn Sie plötzlich krank werden.",
            en="Without an appointment: every day from 8 to 9 if you suddenly fall ill.",
            ar="دون موعد: كلّ يوم من الساعة 8 إلى 9 إذا أصابكم مرض مفاجئ.",
        ),
        booking="https://hausarzt-lindenfurt.example/termin",
        closed=[turn_of_the_year()],
        entrance=True,
        lift=False,
        toilet=True,
        parking=True,
        languages=["de", "en", "ar", "tr"],
        staff=[
            {
                "consent": agreed("Dr. Miriam Lindholz (Beispiel)", portraits.doctor),
                "function": Prose(
                    de="Fachärztin für Allgemeinmedizin", en="General practitioner", ar="طبيبة مختصّة بالطبّ العامّ"
                ),
                "languages": ["de", "ar", "en"],
            },
            {
                "name": "Aylin Kaya (Beispiel)",
                "function": Prose(
                    de="Medizinische Fachangestellte, Anmeldung",
                    en="Medical assistant, reception",
                    ar="مساعدة طبية، الاستقبال",
                ),
                "phone": "030 23125-310",
                "languages": ["de", "tr"],
            },
        ],
    )


def add_childrens_practice(demo: Demo) -> None:
    holiday = first_monday(weeks=12)
    demo.page(
        OfficePage,
        "kinderarztpraxis-auenstadt",
        parent="auental",
        office_type="practice",
        topics=["health", "family"],
        target_groups=["families", "young-people"],
        checked_on=days_ago(47),
        responsible=COORDINATION,
        image=Picture(
            "spielecke.jpg",
            scenes.play_corner,
            Prose(
                de="Eine Spielecke mit einem Teddy, der einen Verband trägt, Bauklötzen und einem Stethoskop",
                en="A play corner with a bandaged teddy bear, building blocks and a stethoscope",
                ar="ركن للّعب فيه دبّ مضمَّد الذراع ومكعّبات وسمّاعة طبيب",
            ),
        ),
        title=Prose(
            de="Kinderarztpraxis am Birkenring (Beispiel)",
            en="Children’s doctor at Birkenring (example)",
            ar="عيادة الأطفال في بيركنرينغ (مثال)",
        ),
        summary=Prose(
            de="Für Kinder und Jugendliche bis 18 Jahre: Vorsorge, Impfungen und Hilfe bei Krankheit.",
            en="For children and young people up to 18: check-ups, vaccinations and help with illness.",
            ar="للأطفال والشباب حتى سنّ 18: الفحوص الدورية والتطعيمات والعلاج عند المرض.",
        ),
        is_not=Prose(
            de="Eltern werden hier nicht behandelt. Sie brauchen eine eigene Hausarztpraxis.",
            en="Parents are not treated here. They need a general practitioner of their own.",
            ar="لا يُعالَج الوالدان هنا، بل يحتاجان إلى طبيب أسرة خاصّ بهما.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <p>Jedes Kind in Deutschland wird regelmäßig untersucht, auch wenn es gesund ist. Diese
                    Untersuchungen heißen U1 bis U9 und J1. Die Krankenkasse bezahlt sie.</p>
                    <p>Bringen Sie das gelbe Heft, den Impfpass und die Gesundheitskarte Ihres Kindes mit. Haben Sie
                    Papiere aus einem anderen Land? Zeigen Sie sie uns bitte auch.</p>
                    <p>Ihr Kind hat Fieber? Rufen Sie morgens ab 7:30 Uhr an, dann kommen Sie meist noch am selben Tag
                    dran.</p>
                    """,
                    en="""
                    <p>Every child in Germany has regular check-ups, even when healthy. These check-ups are called U1 to
                    U9 and J1. Health insurance pays for them.</p>
                    <p>Bring the yellow booklet (gelbes Heft), the vaccination record and your child’s health insurance
                    card. Do you have papers from another country? Please show us those, too.</p>
                    <p>Does your child have a temperature? Call from 7:30 in the morning, and you will usually be seen
                    on the same day.</p>
                    """,
                    ar="""
                    <p>يُفحص كلّ طفل في ألمانيا بانتظام، حتى إن كان سليمًا. وتُسمّى هذه الفحوص U1 إلى U9 وJ1، ويدفع
                    التأمين الصحي تكاليفها.</p>
                    <p>أحضروا معكم الدفتر الأصفر (gelbes Heft) ودفتر التطعيم والبطاقة الصحية لطفلكم. هل لديكم أوراق من
                    بلد آخر؟ نرجو أن تعرضوها علينا أيضًا.</p>
                    <p>هل لدى طفلكم حمّى؟ اتصلوا صباحًا ابتداءً من الساعة 7:30، فتحصلون غالبًا على موعد في اليوم
                    نفسه.</p>
                    """,
                ),
            ),
        ],
        specialities=["paediatrics"],
        accepts_new_patients_until=first_monday(weeks=8),
        services=lines(
            Prose(
                de="Vorsorge U2 bis U9, J1",
                en="Check-ups U2 to U9 and J1",
                ar="الفحوص الدورية من U2 إلى U9 وJ1",
            ),
            Prose(
                de="Impfungen nach dem deutschen Impfkalender",
                en="Vaccinations as in the German schedule",
                ar="التطعيمات بحسب جدول التطعيم الألماني",
            ),
            Prose(
                de="Bescheinigungen für Kita und Schule",
                en="Certificates for nursery and school",
                ar="شهادات للروضة والمدرسة",
            ),
        ),
        phones=[
            block("phone", label=Prose(de="Anmeldung", en="Reception", ar="الاستقبال"), number="030 23125-330"),
            block(
                "phone",
                label=Prose(de="Rezepte (Anrufbeantworter)", en="Prescriptions (recorded)", ar="الوصفات (تسجيل صوتي)"),
                number="030 23125-331",
            ),
        ],
        emails=[block("email", address="kinder@praxis-birkenring.example")],
        addresses=[
            block(
                "address",
                kind="both",
                street="Birkenring 30",
                postal_code="05112",
                town="Auenstadt",
                addition="2. Obergeschoss, Aufzug vorhanden",
                position="51.8263, 11.7319",
            ),
        ],
        hours={
            "monday": "8–12, 14–17",
            "tuesday": "8–12, 14–17",
            "wednesday": "8–11",
            "thursday": "8–12, 14–18",
            "friday": "8–12",
        },
        by_appointment=True,
        closed=[
            turn_of_the_year(),
            block(
                "closed",
                first=holiday.isoformat(),
                last=(holiday + timedelta(days=4)).isoformat(),
                reason="holidays",
            ),
        ],
        entrance=True,
        lift=True,
        toilet=True,
        parking=False,
        quiet_room=True,
        languages=["de", "en", "ru", "uk", "fa"],
        staff=[
            {
                "name": "Dr. Farid Nouri (Beispiel)",
                "function": Prose(
                    de="Facharzt für Kinder- und Jugendmedizin",
                    en="Children’s doctor",
                    ar="طبيب مختصّ بالأطفال والشباب",
                ),
                "languages": ["de", "fa", "en"],
            },
            {
                "name": "Dr. Anna Sokolowa (Beispiel)",
                "function": Prose(
                    de="Fachärztin für Kinder- und Jugendmedizin",
                    en="Children’s doctor",
                    ar="طبيبة مختصّة بالأطفال والشباب",
                ),
                "languages": ["de", "ru", "uk"],
            },
        ],
    )


def add_gynaecologist(demo: Demo) -> None:
    demo.page(
        OfficePage,
        "frauenarztpraxis-auenstadt",
        parent="auental",
        office_type="practice",
        topics=["health", "family"],
        target_groups=["women"],
        checked_on=days_ago(58),
        responsible=COORDINATION,
        image=Picture(
            "sprechzimmer.jpg",
            scenes.consulting_room,
            Prose(
                de="Ein ruhiges Sprechzimmer mit zwei Sesseln, Blumen und einem Wandschirm",
                en="A calm consulting room with two armchairs, flowers and a folding screen",
                ar="غرفة معاينة هادئة فيها كرسيّان مريحان وزهور وستار قابل للطيّ",
            ),
        ),
        title="Frauenarztpraxis am Stadtgraben (Beispiel)",
        summary="Vorsorge, Schwangerschaft und Verhütung. Auf Wunsch untersucht Sie eine Ärztin.",
        is_not="Die Praxis ist keine Beratungsstelle für Schwangere. Die Adressen dieser Stellen geben wir Ihnen gern.",
        body=[
            block(
                "text",
                """
                <p>Wir nehmen uns Zeit für das Gespräch, bevor wir untersuchen. Sie entscheiden, was gemacht wird. Sie
                dürfen jemanden mitbringen, dem Sie vertrauen.</p>
                <p>Sind Sie schwanger? Dann bekommen Sie von uns einen Mutterpass. Tragen Sie ihn immer bei sich. Die
                Vorsorge bezahlt die Krankenkasse.</p>
                <p>Was Sie uns sagen, bleibt hier. Wir geben nichts an Ihre Familie oder an Ämter weiter.</p>
                """,
            ),
        ],
        specialities=["gynaecology"],
        accepts_new_patients_until=first_monday(weeks=26),
        services=lines(
            "Vorsorge in der Schwangerschaft",
            "Früherkennung von Krebs, einmal im Jahr",
            "Beratung zu Verhütung und Kinderwunsch",
            "Sprechstunde für Mädchen, auch ohne Untersuchung",
        ),
        phones=[block("phone", label="Anmeldung", number="030 23125-350")],
        emails=[block("email", address="praxis@stadtgraben.example")],
        website="https://praxis-stadtgraben.example",
        addresses=[
            block(
                "address",
                kind="both",
                street="Am Stadtgraben 7",
                postal_code="05110",
                town="Auenstadt",
                addition="1. Obergeschoss",
                position="51.8149, 11.7310",
            ),
        ],
        hours={
            "monday": "8–12, 14–18",
            "tuesday": "8–12",
            "wednesday": "8–12, 14–17",
            "thursday": "8–12, 14–18",
        },
        by_appointment=True,
        booking="https://praxis-stadtgraben.example/termin",
        closed=[turn_of_the_year(), block("closed", first=first_monday(weeks=6).isoformat(), reason="training")],
        entrance=False,
        lift=True,
        toilet=False,
        languages=["de", "en", "tr", "kmr", "vi"],
        staff=[
            {
                "name": "Dr. Zeynep Arslan (Beispiel)",
                "function": "Fachärztin für Frauenheilkunde und Geburtshilfe",
                "languages": ["de", "tr", "kmr", "en"],
            },
            {
                "name": "Linh Tran (Beispiel)",
                "function": "Hebamme, Sprechstunde mittwochs",
                "mobile": "0171 3920035",
                "languages": ["de", "vi"],
            },
        ],
    )
