"""Who takes part in the demo's network, and its groups."""

from __future__ import annotations

from typing import Any

from directory.networks.demo.days import next_day
from hub.demo import Prose, Ref
from hub.demo.organisations import organisation


def participants() -> list[dict[str, Any]]:
    return [
        {
            "organisation": organisation("authority", Prose(de="Landkreis Auental")),
            "text": Prose(
                de="Koordinierungsstelle, Ausländerbehörde, Sozialamt, Jugendamt",
                en="coordination office, immigration office, social services, youth welfare office",
                ar="مكتب التنسيق، دائرة شؤون الأجانب، دائرة الشؤون الاجتماعية، دائرة رعاية الشباب",
            ),
        },
        {
            "organisation": organisation(
                "authority", Prose(de="Ministerium für Zusammenhalt des Landes (Beispiel)"), owner=None
            ),
            "text": Prose(de="Referat Integration", en="integration division", ar="قسم الاندماج"),
        },
        {"organisation": organisation("authority", Prose(de="Bundesamt für Ankommen (Beispiel)"), owner=None)},
        {
            "text": Prose(
                de="Jobcenter und Arbeitsagentur",
                en="Job centre and employment agency",
                ar="الجوب سنتر ووكالة العمل",
            ),
            "kind": "authority",
        },
        {
            "text": Prose(de="Städte und Gemeinden", en="Towns and municipalities", ar="المدن والبلديات"),
            "kind": "authority",
        },
        {
            "organisation": organisation("welfare", Prose(de="Auentaler Brücke e. V. (Beispiel)")),
            "text": Prose(
                de="Migrationsberatung für Erwachsene (MBE) und Jugendmigrationsdienst (JMD)",
                en="advice for adult migrants (MBE) and youth migration service (JMD)",
                ar="استشارات الهجرة للبالغين (MBE) وخدمة الهجرة للشباب (JMD)",
            ),
        },
        {"organisation": organisation("welfare", Prose(de="Beispielverband Kreisverband Auental e. V."))},
        {
            "text": Prose(
                de="Volkshochschule, Schulen und Sprachkursträger",
                en="Adult education centre, schools and language course providers",
                ar="مركز تعليم الكبار والمدارس والجهات المنظِّمة لدورات اللغة",
            ),
            "kind": "education",
        },
        {"organisation": organisation("association", Prose(de="Sportverein Lindenfurt e. V. (Beispiel)"))},
        {
            "text": Prose(
                de="Kreissportbund mit dem Programm „Integration durch Sport“",
                en="County sports federation with the programme “Integration durch Sport”",
                ar="اتحاد الرياضة في المقاطعة وبرنامجه «الاندماج عبر الرياضة» (Integration durch Sport)",
            ),
            "kind": "association",
        },
        {
            "text": Prose(
                de="Nachbarschafts- und Kulturvereine",
                en="Neighbourhood and cultural associations",
                ar="جمعيات الجيران والجمعيات الثقافية",
            ),
            "kind": "association",
        },
        {
            "organisation": organisation(
                "association",
                Prose(
                    de="Viele Stimmen Auental e. V. (Beispiel)",
                    en="Viele Stimmen, a migrants’ association (example)",
                    ar="جمعية «أصوات كثيرة» للمهاجرين (Viele Stimmen، مثال)",
                ),
            ),
            "kind": "migrants",
        },
        {
            "text": Prose(
                de="Integrationslotsinnen und Integrationslotsen",
                en="Integration guides",
                ar="مرشدو الاندماج ومرشداته",
            ),
            "kind": "initiative",
        },
        {"organisation": organisation("religious", Prose(de="Kirchengemeinde Mühlfurten (Beispiel)"))},
        {
            "text": Prose(
                de="Weitere Religionsgemeinschaften",
                en="Other religious communities",
                ar="طوائف دينية أخرى",
            ),
            "kind": "religious",
        },
        {
            "text": Prose(
                de="Industrie- und Handelskammer, Handwerkskammer",
                en="Chamber of industry and commerce, chamber of crafts",
                ar="غرفة الصناعة والتجارة وغرفة الحِرف",
            ),
            "kind": "employers",
        },
        {
            "text": Prose(
                de="Wohnungsunternehmen und Betriebe",
                en="Housing companies and other businesses",
                ar="شركات الإسكان وشركات أخرى",
            ),
            "kind": "company",
        },
        {
            "text": Prose(
                de="Kreistag, Parteien und Gewerkschaften",
                en="County council, political parties and trade unions",
                ar="مجلس المقاطعة والأحزاب والنقابات",
            ),
            "kind": "political",
        },
        {
            "text": Prose(
                de="Stadtteilarbeit und Integrationsprojekte",
                en="Neighbourhood work and integration projects",
                ar="العمل في الأحياء ومشاريع الاندماج",
            ),
            "kind": "other",
        },
        {
            "text": Prose(
                de="Einheimische und Zugewanderte, die sich einbringen möchten",
                en="Local people and newcomers who want to contribute",
                ar="أهل المنطقة والقادمون الجدد ممّن يرغبون في المشاركة",
            ),
            "kind": "individual",
        },
    ]


def groups() -> list[dict[str, Any]]:
    return [
        {
            "kind": "steering",
            "name": "Steuerungsgruppe",
            "subject": Prose(
                de="Bereitet die Treffen vor und verbindet die Arbeitsgruppen miteinander.",
                en="Prepares the meetings and links the working groups.",
                ar="تُعدّ للاجتماعات وتربط فرق العمل بعضها ببعض.",
            ),
            "leader": organisation("authority", Prose(de="Landkreis Auental")),
            "leader_text": Prose(
                de="Koordinierungsstelle Migration",
                en="Coordination office for migration",
                ar="مكتب تنسيق شؤون الهجرة",
            ),
            "rhythm": Prose(de="alle zwei Monate", en="Every two months", ar="كلّ شهرين"),
            "meets_on": next_day("thursday", weeks=2),
            "contact": Ref("koordinierungsstelle-migration"),
        },
        {
            "kind": "working",
            "name": "AG Sprache – Schule – Beruf",
            "subject": Prose(
                de="Vom ersten Deutschkurs bis zur Ausbildung: Wo fehlen Plätze, wo hakt es beim Übergang?",
                en="From the first German course to vocational training: where are places missing, where do people get "
                "stuck?",
                ar="من أوّل دورة ألمانية إلى التدريب المهني: أين تنقص الأماكن، وأين تتعثّر الخطوات؟",
            ),
            "leader_text": Prose(
                de="Volkshochschule Auental (Beispiel)",
                en="Auental adult education centre (example)",
                ar="مركز تعليم الكبار في أوينتال (مثال)",
            ),
            "rhythm": Prose(
                de="jeden zweiten Monat, dienstags",
                en="Every other month, on Tuesdays",
                ar="كلّ شهرين، أيّام الثلاثاء",
            ),
            "meets_on": next_day("tuesday", weeks=3),
            "contact": Ref("volkshochschule"),
            "email": "ag-sprache@auental.example",
        },
        {
            "kind": "working",
            "name": "AG Sport – Kultur – Nachbarschaft",
            "subject": Prose(
                de="Plant Feste, die Interkulturelle Woche und Angebote zum Kennenlernen.",
                en="Plans festivals, the Intercultural Week and ways to get to know each other.",
                ar="يخطّط للاحتفالات وللأسبوع بين الثقافات (Interkulturelle Woche) ولفرص التعارف.",
            ),
            "leader": organisation("association", Prose(de="Sportverein Lindenfurt e. V. (Beispiel)")),
            "rhythm": Prose(de="vierteljährlich", en="Every three months", ar="كلّ ثلاثة أشهر"),
            "meets_on": next_day("monday", weeks=-3),  # over: no next one is shown
            "contact": Ref("koordinierungsstelle-migration"),
            "email": "ag-sport@auental.example",
        },
        {
            "kind": "temporary",
            "name": "AG Gesundheit und Sprache",
            "subject": Prose(
                de="Fragt Arztpraxen, welche Sprachen dort gesprochen werden, und veröffentlicht die Liste.",
                en="Asks doctors’ practices which languages they speak, and publishes the list.",
                ar="يسأل العيادات عن اللغات التي يتحدّثها العاملون فيها وينشر القائمة.",
            ),
            "leader": organisation("welfare", Prose(de="Auentaler Brücke e. V. (Beispiel)")),
            "rhythm": Prose(de="nach Bedarf", en="When needed", ar="عند الحاجة"),
            "contact": Ref("gesundheitsamt"),
        },
    ]
