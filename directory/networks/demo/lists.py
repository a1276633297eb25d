"""What the demo's network stands for, does, builds on and publishes."""

from __future__ import annotations

from typing import Any

from hub.demo import Prose, block, lines

PRINCIPLES = lines(
    Prose(
        de="Alle arbeiten freiwillig und gleichberechtigt mit: Jede Stimme zählt gleich viel.",
        en="Everybody takes part voluntarily and on an equal footing: each voice counts the same.",
        ar="يشارك الجميع طوعًا وعلى قدم المساواة: لكلّ صوت الوزن نفسه.",
    ),
    Prose(
        de="Das Netzwerk ist ein Ort für Austausch und Rat, kein Verein: ohne Beitritt, ohne Beitrag.",
        en="The network is a place for exchange and advice, not an association: nothing to sign, no fee.",
        ar="الشبكة مكان لتبادل الخبرة والمشورة وليست جمعية: لا انتساب ولا اشتراكات.",
    ),
    Prose(
        de="Teilhabe heißt: Wer hier lebt, kann überall mitmachen und mitreden.",
        en="Participation means that whoever lives here can join in and have a say everywhere.",
        ar="المشاركة تعني أنّ كلّ من يعيش هنا يستطيع أن يشارك وأن يُسمَع رأيه في كلّ مكان.",
    ),
    Prose(
        de="Integration gelingt, wenn beide Seiten aufeinander zugehen, Einheimische wie Zugewanderte.",
        en="Integration works when both sides move towards each other, local people and newcomers alike.",
        ar="ينجح الاندماج حين يتقدّم الطرفان أحدهما نحو الآخر، أهل المنطقة والقادمون إليها.",
    ),
    Prose(
        de="Traditionen und Lebensweisen sind verschieden. Über Werte wird offen gesprochen, mit Respekt.",
        en="Traditions and ways of life differ. We talk about values openly, and with respect.",
        ar="تختلف التقاليد وأساليب الحياة، ونحن نتحدّث عن القيم بصراحة واحترام.",
    ),
    Prose(
        de="Zuwanderung ist eine Herausforderung und zugleich eine Chance für den Landkreis.",
        en="Immigration is a challenge and at the same time an opportunity for the county.",
        ar="الهجرة تحدٍّ للمقاطعة وفرصة لها في آن واحد.",
    ),
)

GOALS = lines(
    Prose(
        de="Die Ziele aus Bund und Land vor Ort umsetzen",
        en="Putting the goals of the federation and the Land into practice here",
        ar="تطبيق أهداف الاتحاد والولاية على أرض الواقع",
    ),
    Prose(
        de="Friedlich zusammenleben und voneinander lernen",
        en="Living together in peace and learning from each other",
        ar="العيش معًا بسلام وأن يتعلّم بعضنا من بعض",
    ),
    Prose(
        de="Ämter und Dienste interkulturell öffnen",
        en="Making authorities and services accessible to people of all cultures",
        ar="انفتاح الدوائر والخدمات على جميع الثقافات",
    ),
    Prose(
        de="Zugewanderte an Gesellschaft und Politik beteiligen",
        en="Involving newcomers in society and politics",
        ar="إشراك القادمين الجدد في المجتمع والسياسة",
    ),
)

TASKS = lines(
    Prose(
        de="Willkommenspakete für Zugewanderte festlegen und aufeinander abstimmen",
        en="Agreeing on welcome packages for newcomers, and coordinating them",
        ar="الاتفاق على مضمون «خطوات البداية» للقادمين الجدد وتنسيقها",
    ),
    Prose(
        de="Überblick über die Angebote halten, Bedarf ermitteln und neue Angebote empfehlen",
        en="Keeping an overview of what is on offer, finding out what is needed and recommending new offers",
        ar="متابعة العروض المتوفّرة ومعرفة الاحتياجات واقتراح عروض جديدة",
    ),
    Prose(
        de="Projekte zwischen Ämtern und Trägern abstimmen",
        en="Coordinating projects between authorities and organisations",
        ar="تنسيق المشاريع بين الدوائر والمنظمات",
    ),
    Prose(
        de="Öffentlich zeigen, was gelingt: im Amtsblatt, in der Presse und im Internet",
        en="Showing what works well: in the official gazette, in the press and online",
        ar="إظهار ما ينجح للعموم: في الجريدة الرسمية والصحافة والإنترنت",
    ),
    Prose(
        de="Für die Anliegen der Zugewanderten eintreten, in den Gremien von Kommunen, Land und Bund",
        en="Speaking up for newcomers on the boards of municipalities, Land and federation",
        ar="الدفاع عن قضايا القادمين الجدد في هيئات البلديات والولاية والاتحاد",
    ),
    Prose(
        de="Orte der Begegnung unterstützen und, wo sie fehlen, neue schaffen",
        en="Supporting meeting places, and creating new ones where there are none",
        ar="دعم أماكن اللقاء وإنشاء أماكن جديدة حيث تنقص",
    ),
    Prose(
        de="Dabei helfen, die eigene Sprache, Feste und Bräuche zu pflegen",
        en="Helping people to keep up their own languages, festivals and customs",
        ar="المساعدة على الحفاظ على اللغة الأمّ والأعياد والعادات",
    ),
    Prose(
        de="Migrantenorganisationen und Selbsthilfegruppen beim Aufbau begleiten",
        en="Helping migrants’ organisations and self-help groups to get started",
        ar="مرافقة منظمات المهاجرين ومجموعات المساعدة الذاتية في بداياتها",
    ),
    Prose(
        de="Mit anderen Netzwerken und Einrichtungen zusammenarbeiten",
        en="Working together with other networks and institutions",
        ar="التعاون مع شبكات ومؤسسات أخرى",
    ),
)

FIELDS_OF_ACTION = lines(
    Prose(de="Sprache und Bildung", en="Language and education", ar="اللغة والتعليم"),
    Prose(de="Ausbildung und Arbeit", en="Training and work", ar="التدريب المهني والعمل"),
    Prose(de="Sport, Kultur und Teilhabe", en="Sport, culture and participation", ar="الرياضة والثقافة والمشاركة"),
    Prose(de="Gesundheit", en="Health", ar="الصحة"),
    Prose(de="Wohnen und Nachbarschaft", en="Housing and neighbourhood", ar="السكن والجوار"),
)

ALSO_FOR = lines(
    Prose(
        de="Alle, die aus dem Ausland hierhergezogen sind",
        en="Everybody who has moved here from abroad",
        ar="كلّ من انتقل إلى هنا من الخارج",
    ),
    Prose(de="Internationale Studierende", en="International students", ar="الطلاب الدوليون والطالبات الدوليات"),
    Prose(
        de="Geflüchtete Kinder und Jugendliche ohne Eltern",
        en="Refugee children and young people without their parents",
        ar="الأطفال والشباب اللاجئون بلا آبائهم وأمهاتهم",
    ),
    Prose(
        de="Menschen unterschiedlicher Religionen",
        en="People of different religions",
        ar="أناس من مختلف الأديان",
    ),
    Prose(
        de="Vereine und Einrichtungen, die sich für Zugewanderte einsetzen",
        en="Associations and institutions that support newcomers",
        ar="الجمعيات والمؤسسات التي تساند القادمين الجدد",
    ),
    Prose(de="Gäste aus den Partnerstädten", en="Guests from twin towns", ar="ضيوف من المدن الشقيقة"),
)

CONFERENCES: list[dict[str, Any]] = [
    {
        "date": "2019",
        "title": Prose(de="Erste Netzwerktagung", en="First network conference", ar="المؤتمر الأوّل للشبكة"),
        "text": Prose(
            de="Die Arbeitsgruppen legten ihre Ergebnisse vor. Festgelegt wurde, sie zu einem Maßnahmeplan und daraus "
            "zu einem Integrationskonzept für den Landkreis auszuarbeiten.",
            en="The working groups presented their results. It was agreed to turn them into a plan of measures, and "
            "that into an integration concept for the county.",
            ar="عرضت فرق العمل نتائجها، وتقرّر تطويرها إلى خطة تدابير، ثمّ إلى خطة اندماج للمقاطعة.",
        ),
        "number": 80,
        "precision": "over",
    },
    {
        "date": "2024-09-20",
        "title": Prose(
            de="Zweite Netzwerktagung: „Wir sind hier“",
            en="Second network conference: “We are here”",
            ar="المؤتمر الثاني للشبكة: «نحن هنا»",
        ),
        "text": Prose(
            de="Viele Gäste waren selbst zugewandert. Aus ihren Fragen entstand die Arbeitsgruppe Gesundheit und "
            "Sprache.",
            en="Many guests were newcomers themselves. Their questions led to the working group on health and "
            "language.",
            ar="كان كثير من الضيوف من القادمين الجدد أنفسهم، ومن أسئلتهم نشأ فريق العمل المعني بالصحة واللغة.",
        ),
        "number": 120,
        "precision": "about",
        "report": "https://auental.example/netzwerktagung-2024",
    },
]

PAPERS = block(
    "papers",
    papers=[
        {"name": "Nationaler Integrationsplan", "edition": "2007", "issuer": "Bundesregierung", "url": ""},
        {
            "name": "Landesintegrationskonzept (Beispiel)",
            "edition": "2020",
            "issuer": "Ministerium für Zusammenhalt des Landes (Beispiel)",
            "url": "https://ministerium-zusammenhalt.example/integrationskonzept",
        },
        {
            "name": "Maßnahmeplan der Arbeitsgruppen",
            "edition": "2020",
            "issuer": "Integrationsnetzwerk Auental",
            "url": "",
        },
        {
            "name": "Integrationskonzept für den Landkreis Auental mit Anlagen",
            "edition": "2. Auflage 2024",
            "issuer": "Landkreis Auental",
            "url": "https://auental.example/integrationskonzept",
        },
    ],
)

YEARLY = Prose(de="jedes Jahr", en="every year", ar="كلّ سنة")
RESOURCES: list[dict[str, Any]] = [
    {
        "text": Prose(
            de="Broschüre „Neue Nachbarn“: Flucht, Asyl und Integration, erklärt für Einheimische",
            en="Brochure “Neue Nachbarn”: flight, asylum and integration explained for local people",
            ar="كُتيّب «الجيران الجدد» (Neue Nachbarn): اللجوء والاندماج بشرح مبسّط لأهل المنطقة",
        ),
        "url": "https://auental.example/neue-nachbarn",
    },
    {
        "text": Prose(
            de="Begrüßungsmappe für Neuzugezogene",
            en="Welcome pack for people who have just moved here",
            ar="ملفّ ترحيب بالسكان الجدد",
        ),
    },
    {
        "text": Prose(
            de="Datenbank der Träger im Landkreis",
            en="Database of the organisations in the county",
            ar="قاعدة بيانات المنظمات العاملة في المقاطعة",
        ),
        "updated": YEARLY,
        "email": "migration@auental.example",
    },
    {
        "text": Prose(
            de="Datenbank der Angebote im Landkreis",
            en="Database of what is on offer in the county",
            ar="قاعدة بيانات العروض المتوفّرة في المقاطعة",
        ),
        "updated": YEARLY,
        "url": "https://auental.example/angebote",
        "email": "migration@auental.example",
    },
    {
        "text": Prose(
            de="Liste der Arztpraxen mit ihren Sprachen",
            en="List of doctors’ practices with the languages they speak",
            ar="قائمة العيادات واللغات التي يتحدّثها العاملون فيها",
        ),
        "updated": Prose(de="zweimal im Jahr", en="twice a year", ar="مرّتين في السنة"),
        "url": "https://auental.example/arztpraxen",
    },
]
