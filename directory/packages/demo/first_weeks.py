"""For whoever has just moved in, whatever brings them here: whole in German, English and Arabic."""

from __future__ import annotations

from directory.packages.demo.parts import cards, chapter, questions, steps, task
from directory.packages.models import PackagePage
from hub.demo import Block, Demo, Picture, Prose, Ref, block, scenes


def load(demo: Demo) -> None:
    demo.page(
        PackagePage,
        "erste-wochen",
        parent="auental",
        arrival=["work", "asylum", "family", "study"],
        target_groups=["refugees", "eu-citizens", "workers", "families"],
        topics=["arrival"],
        checked_on="2026-11-10",
        responsible=Ref("koordinierungsstelle-migration"),
        title=Prose(
            de="Willkommen: Ihre ersten Wochen im Auental",
            en="Welcome: your first weeks in Auental",
            ar="أهلًا بكم: أسابيعكم الأولى في أوينتال",
        ),
        summary=Prose(
            de="Was zuerst zu tun ist, wer Ihnen dabei hilft und was warten kann.",
            en="What to do first, who will help you with it, and what can wait.",
            ar="ما الذي يجب فعله أولًا، ومن يساعدكم فيه، وما الذي يمكن تأجيله.",
        ),
        body=[
            *introduction(),
            *first_days(),
            *registration(),
            *health(),
            *children(),
            *german_and_work(),
            *at_home(),
        ],
    )


def introduction() -> list[Block]:
    return [
        block(
            "text",
            Prose(
                de="""
                <p>Schön, dass Sie da sind! Am Anfang kommt vieles auf einmal. Dieses Paket sagt Ihnen, was in welcher
                Reihenfolge dran ist. Haken Sie ab, was Sie geschafft haben.</p>
                """,
                en="""
                <p>It is good to have you here! At first a lot happens at once. This package tells you what to do in
                which order. Tick off what you have done.</p>
                """,
                ar="""
                <p>يسعدنا وجودكم بيننا! في البداية تتزاحم الأمور. تبيّن لكم هذه الخطوات ما عليكم فعله وبأيّ ترتيب. ضعوا
                علامة على كلّ ما أنجزتموه.</p>
                """,
            ),
        ),
        block(
            "picture",
            image=Picture(
                "auental.jpg",
                scenes.valley,
                Prose(
                    de="Ein Fluss zwischen Hügeln am Morgen, am Ufer ein Dorf mit Kirche und Feldern",
                    en="A river between hills in the morning, on its bank a village with a church and fields",
                    ar="نهر بين التلال في الصباح، وعلى ضفّته قرية فيها كنيسة وتحيط بها الحقول",
                ),
            ),
            alt="",
            caption=Prose(de="Das Auental am Morgen", en="Auental in the morning", ar="أوينتال في الصباح"),
        ),
    ]


def first_days() -> list[Block]:
    return [
        chapter("first_days", Prose(de="Ankommen", en="Arriving", ar="الوصول")),
        task(
            Prose(
                de="Ihren Namen an Briefkasten und Klingel anbringen",
                en="Put your name on the letterbox and the doorbell",
                ar="ضعوا اسمكم على صندوق البريد وعلى جرس الباب",
            ),
            Prose(
                de="<p>Sonst kommt Ihre Post nicht an. Wichtige Briefe kommen in Deutschland mit der Post.</p>",
                en="<p>Otherwise your post will not reach you. In Germany important letters come by post.</p>",
                ar="<p>وإلّا فلن يصلكم بريدكم. فالرسائل المهمّة في ألمانيا تصل بالبريد.</p>",
            ),
        ),
        task(
            Prose(
                de="Bestätigung des Einzugs unterschreiben lassen",
                en="Have your landlord sign that you have moved in",
                ar="اطلبوا من المؤجِّر توقيع تأكيد السكن",
            ),
            Prose(
                de="""
                <p>Ihr Vermieter oder Ihre Vermieterin bestätigt auf einem Formular, dass Sie eingezogen sind
                (Wohnungsgeberbestätigung). Sie brauchen es für die Anmeldung.</p>
                """,
                en="""
                <p>On a form (Wohnungsgeberbestätigung) your landlord confirms that you have moved in. You need it to
                register your address.</p>
                """,
                ar="""
                <p>يؤكّد المؤجِّر على نموذج (Wohnungsgeberbestätigung) أنّكم انتقلتم إلى السكن. تحتاجون إليه لتسجيل
                عنوانكم.</p>
                """,
            ),
        ),
        task(
            Prose(
                de="Eine SIM-Karte besorgen und Notrufnummern speichern",
                en="Get a SIM card and save the emergency numbers",
                ar="احصلوا على شريحة هاتف واحفظوا أرقام الطوارئ",
            ),
            Prose(
                de="<p>Für die SIM-Karte brauchen Sie einen Ausweis.</p>",
                en="<p>You need proof of identity to get a SIM card.</p>",
                ar="<p>تحتاجون إلى وثيقة هوية للحصول على الشريحة.</p>",
            ),
            bring=(
                Prose(de="Pass oder Personalausweis", en="Passport or identity card", ar="جواز السفر أو بطاقة الهوية"),
            ),
        ),
        block(
            "callout",
            style="emergency",
            title=Prose(de="Im Notfall", en="In an emergency", ar="في حالات الطوارئ"),
            text=Prose(
                de="""
                <p>Feuerwehr und Rettungsdienst: <a href="tel:112">112</a>. Polizei: <a href="tel:110">110</a>. Die
                Anrufe kosten nichts.</p>
                """,
                en="""
                <p>Fire brigade and ambulance: <a href="tel:112">112</a>. Police: <a href="tel:110">110</a>. Calls are
                free.</p>
                """,
                ar="""
                <p>الإطفاء والإسعاف: <a href="tel:112">112</a>. الشرطة: <a href="tel:110">110</a>. الاتصال مجاني.</p>
                """,
            ),
        ),
    ]


def registration() -> list[Block]:
    return [
        chapter(
            "two_weeks", Prose(de="Anmelden und Papiere", en="Registration and papers", ar="التسجيل والأوراق الرسمية")
        ),
        task(
            Prose(de="Die Wohnung anmelden", en="Register your address", ar="سجّلوا عنوان سكنكم"),
            Prose(
                de="""
                <p>Das geht im Einwohnermeldeamt Ihrer Stadt oder Gemeinde. Lesen Sie mehr unter <a linktype="page"
                id="page:wohnsitz-anmelden">Den Wohnsitz anmelden</a>.</p>
                """,
                en="""
                <p>Go to the residents’ registration office of your town or municipality. Read more in <a
                linktype="page" id="page:wohnsitz-anmelden">Registering your address</a>.</p>
                """,
                ar="""
                <p>يتمّ ذلك في مكتب تسجيل السكان في مدينتكم أو بلدتكم. للمزيد اقرؤوا <a linktype="page"
                id="page:wohnsitz-anmelden">تسجيل عنوان السكن</a>.</p>
                """,
            ),
            bring=(
                Prose(
                    de="Pass oder Personalausweis aller, die einziehen",
                    en="Passport or identity card of everybody who moves in",
                    ar="جواز سفر أو بطاقة هوية كلّ من ينتقل إلى السكن",
                ),
                Prose(
                    de="Wohnungsgeberbestätigung",
                    en="Form signed by your landlord (Wohnungsgeberbestätigung)",
                    ar="تأكيد المؤجِّر (Wohnungsgeberbestätigung)",
                ),
                Prose(
                    de="Heiratsurkunde und Geburtsurkunden, wenn vorhanden",
                    en="Marriage and birth certificates, if you have them",
                    ar="عقد الزواج وشهادات الميلاد إن وُجدت",
                ),
            ),
            within=2,
            unit="weeks",
            counted_from=Prose(de="Einzug", en="moving in", ar="الانتقال إلى السكن"),
        ),
        task(
            Prose(
                de="Einen Termin bei der Ausländerbehörde vereinbaren",
                en="Make an appointment at the immigration office",
                ar="احجزوا موعدًا في دائرة شؤون الأجانب",
            ),
            Prose(
                de="""
                <p>Kommen Sie aus einem Land außerhalb der EU? Dann beantragen Sie Ihren Aufenthaltstitel, bevor Ihr
                Visum abläuft.</p>
                """,
                en="""
                <p>Do you come from a country outside the EU? Then apply for your residence permit before your visa
                expires.</p>
                """,
                ar="<p>هل أنتم من بلد خارج الاتحاد الأوروبي؟ إذًا قدّموا طلب تصريح الإقامة قبل انتهاء تأشيرتكم.</p>",
            ),
            office="auslaenderbehoerde",
            bring=(
                Prose(de="Pass und Visum", en="Passport and visa", ar="جواز السفر والتأشيرة"),
                Prose(de="Biometrisches Foto", en="Biometric photo", ar="صورة بيومترية"),
                Prose(de="Meldebestätigung", en="Confirmation of registration", ar="شهادة التسجيل"),
                Prose(
                    de="Arbeitsvertrag oder Bescheinigung der Hochschule",
                    en="Contract of employment, or certificate of your university",
                    ar="عقد العمل أو إفادة الجامعة",
                ),
            ),
        ),
        task(
            Prose(de="Ein Bankkonto eröffnen", en="Open a bank account", ar="افتحوا حسابًا مصرفيًا"),
            Prose(
                de="""
                <p>Lohn und Miete laufen über ein Konto. Wer sich rechtmäßig in der EU aufhält, hat Anspruch auf ein
                Basiskonto.</p>
                """,
                en="""
                <p>Wages and rent are paid by bank account. Whoever is legally resident in the EU has a right to a basic
                account (Basiskonto).</p>
                """,
                ar="""
                <p>تُدفع الأجور والإيجار عن طريق الحساب المصرفي. ولكلّ من يقيم في الاتحاد الأوروبي إقامة قانونية الحقّ
                في حساب أساسي (Basiskonto).</p>
                """,
            ),
            bring=(
                Prose(de="Pass oder Personalausweis", en="Passport or identity card", ar="جواز السفر أو بطاقة الهوية"),
                Prose(de="Meldebestätigung", en="Confirmation of registration", ar="شهادة التسجيل"),
            ),
        ),
        steps(
            Prose(de="So läuft die Anmeldung ab", en="How registration works", ar="كيف يجري التسجيل"),
            (
                Prose(de="Termin buchen", en="Book an appointment", ar="احجزوا موعدًا"),
                Prose(
                    de="<p>Rufen Sie im Rathaus an oder gehen Sie vorbei.</p>",
                    en="<p>Call the town hall or drop in.</p>",
                    ar="<p>اتصلوا بمبنى البلدية أو اذهبوا إليه.</p>",
                ),
            ),
            (
                Prose(de="Gemeinsam hingehen", en="Go together", ar="اذهبوا معًا"),
                Prose(
                    de="<p>Eine Person kann die ganze Familie anmelden. Jemand darf für Sie übersetzen.</p>",
                    en="<p>One person can register the whole family. Somebody may interpret for you.</p>",
                    ar="<p>يمكن لشخص واحد أن يسجّل الأسرة كلّها. ويجوز أن يترجم لكم أحد.</p>",
                ),
            ),
            (
                Prose(de="Meldebestätigung aufheben", en="Keep the confirmation", ar="احتفظوا بشهادة التسجيل"),
                Prose(
                    de="<p>Sie bekommen sie gleich mit. Die Steuernummer kommt später mit der Post.</p>",
                    en="<p>You get it at once. Your tax number comes by post later.</p>",
                    ar="<p>تحصلون عليها فورًا. أمّا الرقم الضريبي فيصلكم لاحقًا بالبريد.</p>",
                ),
            ),
        ),
    ]


def health() -> list[Block]:
    return [
        chapter("two_weeks", Prose(de="Gesund bleiben", en="Staying healthy", ar="الحفاظ على الصحة")),
        task(
            Prose(de="Eine Krankenkasse wählen", en="Choose a health insurance fund", ar="اختاروا صندوق تأمين صحي"),
            Prose(
                de="""
                <p>Wer arbeitet, wählt eine Krankenkasse und nennt sie dem Betrieb. Ehepartner ohne eigenes Einkommen
                und Kinder sind meist kostenlos mitversichert: Fragen Sie nach der Familienversicherung.</p>
                """,
                en="""
                <p>If you work, choose a health insurance fund (Krankenkasse) and tell your employer. A spouse without
                income and children are usually covered free of charge: ask about family insurance.</p>
                """,
                ar="""
                <p>من يعمل يختار صندوقًا للتأمين الصحي (Krankenkasse) ويخبر به ربّ العمل. وغالبًا ما يكون الزوج أو الزوجة
                بلا دخل والأطفال مؤمَّنين معه مجانًا: اسألوا عن تأمين الأسرة.</p>
                """,
            ),
            within=2,
            unit="weeks",
            counted_from=Prose(de="Beginn der Arbeit", en="starting work", ar="بدء العمل"),
        ),
        task(
            Prose(
                de="Eine Hausarztpraxis finden", en="Find a family doctor’s practice", ar="ابحثوا عن عيادة طبيب أسرة"
            ),
            Prose(
                de="<p>Fragen Sie, bevor Sie krank sind, ob die Praxis Sie aufnimmt.</p>",
                en="<p>Ask before you are ill whether the practice takes new patients.</p>",
                ar="<p>اسألوا قبل أن تمرضوا إن كانت العيادة تستقبل مرضى جددًا.</p>",
            ),
            office="hausarztpraxis-lindenfurt",
            bring=(
                Prose(de="Gesundheitskarte", en="Health insurance card", ar="بطاقة التأمين الصحي"),
                Prose(de="Impfpass", en="Vaccination record", ar="دفتر التطعيم"),
            ),
        ),
        questions(
            Prose(de="Fragen zum Arztbesuch", en="Questions about seeing a doctor", ar="أسئلة عن زيارة الطبيب"),
            (
                Prose(de="Was kostet der Besuch?", en="What does a visit cost?", ar="كم تكلّف الزيارة؟"),
                Prose(
                    de="<p>Mit der Gesundheitskarte in der Regel nichts.</p>",
                    en="<p>With a health insurance card usually nothing.</p>",
                    ar="<p>مع بطاقة التأمين الصحي لا تكلّف شيئًا عادةً.</p>",
                ),
            ),
            (
                Prose(
                    de="Wen rufe ich nachts und am Wochenende an?",
                    en="Whom do I call at night and at weekends?",
                    ar="بمن أتصل ليلًا وفي عطلة نهاية الأسبوع؟",
                ),
                Prose(
                    de="""
                    <p>Den ärztlichen Bereitschaftsdienst: <a href="tel:116117">116 117</a>. Bei Lebensgefahr die <a
                    href="tel:112">112</a>.</p>
                    """,
                    en="""
                    <p>The medical on-call service: <a href="tel:116117">116 117</a>. If a life is in danger: <a
                    href="tel:112">112</a>.</p>
                    """,
                    ar="""
                    <p>بخدمة الأطباء المناوبين: <a href="tel:116117">116117</a>. وعند الخطر على الحياة: <a
                    href="tel:112">112</a>.</p>
                    """,
                ),
            ),
        ),
    ]


def children() -> list[Block]:
    return [
        chapter("three_months", Prose(de="Kinder und Schule", en="Children and school", ar="الأطفال والمدرسة")),
        task(
            Prose(
                de="Kinder in der Schule anmelden", en="Enrol your children at school", ar="سجّلوا أطفالكم في المدرسة"
            ),
            Prose(
                de="""
                <p>In Deutschland muss jedes Kind in die Schule gehen. Wie Sie es anmelden, steht unter <a
                linktype="page" id="page:schule-und-kita">Schule und Kita</a>.</p>
                """,
                en="""
                <p>In Germany every child has to go to school. How to enrol is explained in <a linktype="page"
                id="page:schule-und-kita">School and day care</a>.</p>
                """,
                ar="""
                <p>في ألمانيا على كلّ طفل أن يذهب إلى المدرسة. تجدون طريقة التسجيل في <a linktype="page"
                id="page:schule-und-kita">المدرسة والروضة</a>.</p>
                """,
            ),
            bring=(
                Prose(de="Geburtsurkunde", en="Birth certificate", ar="شهادة الميلاد"),
                Prose(de="Letzte Zeugnisse", en="Latest school reports", ar="آخر الشهادات المدرسية"),
                Prose(
                    de="Nachweis über die Masernimpfung",
                    en="Proof of measles vaccination",
                    ar="إثبات التطعيم ضدّ الحصبة",
                ),
            ),
        ),
        task(
            Prose(
                de="Einen Platz in einer Kita suchen", en="Look for a day-care place", ar="ابحثوا عن مكان في روضة أطفال"
            ),
            Prose(
                de="<p>Fangen Sie früh an. Oft gibt es eine Warteliste.</p>",
                en="<p>Start early. There is often a waiting list.</p>",
                ar="<p>ابدؤوا مبكرًا، فكثيرًا ما تكون هناك قائمة انتظار.</p>",
            ),
        ),
        task(
            Prose(de="Kindergeld beantragen", en="Apply for child benefit", ar="قدّموا طلب إعانة الأطفال (Kindergeld)"),
            Prose(
                de="""
                <p>Den Antrag stellen Sie bei der Familienkasse. Er wirkt höchstens sechs Monate zurück. Beim Ausfüllen
                hilft die Migrationsberatung.</p>
                """,
                en="""
                <p>Apply at the family benefits office (Familienkasse). It pays for at most six months before you
                applied. The advice service for migrants helps with the form.</p>
                """,
                ar="""
                <p>يُقدَّم الطلب إلى صندوق الأسرة (Familienkasse). ولا تُدفع الإعانة عن أكثر من ستة أشهر قبل الطلب. يساعدكم
                مركز استشارات الهجرة في تعبئة النموذج.</p>
                """,
            ),
            office="migrationsberatung",
            within=6,
            unit="months",
            counted_from=Prose(de="Ankunft", en="arriving", ar="الوصول"),
        ),
    ]


def german_and_work() -> list[Block]:
    return [
        chapter(
            "three_months",
            Prose(de="Deutsch und Arbeit", en="German and work", ar="اللغة الألمانية والعمل"),
        ),
        task(
            Prose(de="Einen Deutschkurs finden", en="Find a German course", ar="ابحثوا عن دورة لتعلّم الألمانية"),
            Prose(
                de="<p>Lassen Sie sich beraten: Ein kurzer Test zeigt, welcher Kurs zu Ihnen passt.</p>",
                en="<p>Ask for advice: a short test shows which course suits you.</p>",
                ar="<p>اطلبوا المشورة: فاختبار قصير يبيّن الدورة التي تناسبكم.</p>",
            ),
            office="volkshochschule",
        ),
        task(
            Prose(
                de="Zeugnisse und Abschlüsse anerkennen lassen",
                en="Have your certificates and qualifications recognised",
                ar="اطلبوا الاعتراف بشهاداتكم ومؤهّلاتكم",
            ),
            Prose(
                de="""
                <p>Für manche Berufe ist das Pflicht, zum Beispiel in der Pflege. Lesen Sie mehr unter <a
                linktype="page" id="page:arbeit-und-anerkennung">Arbeit und Anerkennung</a>.</p>
                """,
                en="""
                <p>For some professions, such as nursing, you must. Read more in <a linktype="page"
                id="page:arbeit-und-anerkennung">Work and recognition</a>.</p>
                """,
                ar="""
                <p>وهو إلزامي في بعض المهن كالتمريض. للمزيد اقرؤوا <a linktype="page"
                id="page:arbeit-und-anerkennung">العمل والاعتراف بالمؤهّلات</a>.</p>
                """,
            ),
            bring=(
                Prose(de="Zeugnisse im Original", en="Original certificates", ar="الشهادات الأصلية"),
                Prose(
                    de="Übersetzungen, wenn es welche gibt", en="Translations, if there are any", ar="الترجمات إن وُجدت"
                ),
            ),
        ),
        block(
            "links",
            links=[
                {
                    "label": Prose(
                        de="Sprachkurse im Landkreis", en="German courses in the county", ar="دورات اللغة في المقاطعة"
                    ),
                    "url": "https://auental.example/sprachkurse",
                    "language": "de",
                },
                {
                    "label": Prose(
                        de="Kurse finden, auf Englisch",
                        en="Find courses, in English",
                        ar="البحث عن الدورات بالإنجليزية",
                    ),
                    "url": "https://auental.example/en/courses",
                    "language": "en",
                },
            ],
        ),
    ]


def at_home() -> list[Block]:
    return [
        chapter("later", Prose(de="Hier zu Hause sein", en="Being at home here", ar="أن تشعروا أنّكم في بيتكم")),
        block(
            "text",
            Prose(
                de="<p>Das Wichtigste ist geschafft. Jetzt ist Zeit für Nachbarn und Vereine.</p>",
                en="<p>The most important things are done. Now there is time for neighbours and clubs.</p>",
                ar="<p>لقد أنجزتم الأهمّ. والآن حان وقت التعرّف على الجيران والنوادي.</p>",
            ),
        ),
        task(
            Prose(
                de="Prüfen, ob Ihr Führerschein hier gilt",
                en="Check whether your driving licence is valid here",
                ar="تحقّقوا من صلاحية رخصة قيادتكم هنا",
            ),
            Prose(
                de="<p>Ein Führerschein von außerhalb der EU gilt nach dem Umzug nur eine bestimmte Zeit.</p>",
                en="<p>A licence from outside the EU is valid for a limited time after you have moved here.</p>",
                ar="<p>رخصة القيادة الصادرة من بلد خارج الاتحاد الأوروبي تبقى صالحة بعد انتقالكم مدّة محدودة فقط.</p>",
            ),
            within=6,
            unit="months",
            counted_from=Prose(de="Anmeldung der Wohnung", en="registering your address", ar="تسجيل عنوان السكن"),
        ),
        task(
            Prose(de="Leute kennenlernen", en="Meet people", ar="تعرّفوا على الناس"),
            Prose(
                de="<p>Kommen Sie zum Sprachcafé: ohne Anmeldung, und es kostet nichts.</p>",
                en="<p>Come to the language café: there is no need to register, and it is free.</p>",
                ar="<p>تعالوا إلى مقهى اللغة: بلا تسجيل ومجانًا.</p>",
            ),
            office="treffpunkt-alte-muehle",
        ),
        cards(
            Prose(de="Hier hilft man Ihnen gern", en="Here people are glad to help", ar="هنا من يسرّه أن يساعدكم"),
            "koordinierungsstelle-migration",
            "migrationsberatung",
            "integrationslotsen",
            "integrationsnetzwerk",
        ),
    ]
