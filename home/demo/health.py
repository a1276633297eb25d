"""Doctor and health insurance in three languages. The Arabic translation is older than the German summary and tip."""

from __future__ import annotations

from home.models import InfoPage
from hub.demo import Demo, Prose, block

SUMMARY = Prose(
    de="Krankenversicherung, Hausarztpraxis, Apotheke: So bekommen Sie Hilfe. Neu: Termine über die 116117.",
    en="Health insurance, family doctor, pharmacy: how to get help when you are ill. New: appointments through 116117.",
    ar="التأمين الصحي وطبيب الأسرة والصيدلية: هكذا تحصلون على المساعدة عند المرض.",
)
OLD_SUMMARY = "Krankenversicherung, Hausarztpraxis, Apotheke: So bekommen Sie Hilfe, wenn Sie krank sind."


def load(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "gesundheit",
        parent="auental",
        outdated={"ar": {"summary": OLD_SUMMARY}},
        icon="health",
        topics=["health"],
        title=Prose(de="Arzt und Krankenversicherung", en="Doctor and health insurance", ar="الطبيب والتأمين الصحي"),
        summary=SUMMARY,
        body=[
            block(
                "callout",
                style="emergency",
                title=Prose(
                    de="Lebensgefahr? 112 anrufen!",
                    en="Life in danger? Call 112!",
                    ar="هل الحياة في خطر؟ اتصلوا بالرقم 112!",
                ),
                text=Prose(
                    de="""
                    <p>Zum Beispiel bei starken Schmerzen in der Brust, Atemnot, Lähmung oder einem schweren Unfall. Der
                    Anruf bei der <a href="tel:112">112</a> kostet nichts. Legen Sie nicht auf, bevor man es Ihnen
                    sagt.</p>
                    """,
                    en="""
                    <p>For example with severe chest pain, difficulty breathing, paralysis or after a serious accident.
                    Calls to <a href="tel:112">112</a> are free. Do not hang up until you are told to.</p>
                    """,
                    ar="""
                    <p>مثلًا عند ألم شديد في الصدر أو ضيق في التنفّس أو شلل أو بعد حادث خطير. الاتصال بالرقم <a
                    href="tel:112">112</a> مجاني. لا تُنهوا المكالمة قبل أن يُطلب منكم ذلك.</p>
                    """,
                ),
            ),
            block(
                "text",
                Prose(
                    de="""
                    <h2>Krankenversicherung</h2>
                    <p>In Deutschland müssen alle Menschen krankenversichert sein. Wenn Sie arbeiten, meldet Ihr
                    Arbeitgeber Sie bei der gesetzlichen <b>Krankenkasse</b> an, die Sie selbst wählen. Ihre Kinder
                    sowie Ihr Mann oder Ihre Frau können oft ohne Beitrag mitversichert werden.</p>
                    <p>Sie bekommen eine <b>Gesundheitskarte</b>. Bringen Sie sie zu jedem Arztbesuch mit.</p>
                    <p>Wer Asyl beantragt hat, bekommt die Behandlung am Anfang über das Sozialamt bezahlt. Fragen Sie
                    dort nach einem Behandlungsschein oder einer Gesundheitskarte.</p>
                    """,
                    en="""
                    <h2>Health insurance</h2>
                    <p>Everybody in Germany must have health insurance. If you work, your employer registers you with
                    the statutory health insurance fund (<b>Krankenkasse</b>) that you choose. Your children and your
                    husband or wife can often be insured with you at no extra cost.</p>
                    <p>You will receive a health insurance card (<b>Gesundheitskarte</b>). Bring it to every appointment
                    with a doctor.</p>
                    <p>If you have applied for asylum, the social welfare office (Sozialamt) pays for your treatment at
                    first. Ask there for a treatment voucher or a health insurance card.</p>
                    """,
                    ar="""
                    <h2>التأمين الصحي</h2>
                    <p>يجب أن يكون لكلّ من يعيش في ألمانيا تأمين صحي. إذا كنتم تعملون فإنّ ربّ العمل يسجّلكم لدى صندوق
                    التأمين الصحي الحكومي (<b>Krankenkasse</b>) الذي تختارونه بأنفسكم. ويمكن في كثير من الأحيان تأمين
                    أطفالكم وزوجكم أو زوجتكم معكم دون دفع اشتراك إضافي.</p>
                    <p>تحصلون على بطاقة صحية (<b>Gesundheitskarte</b>)، فأحضروها معكم في كلّ زيارة للطبيب.</p>
                    <p>من قدّم طلب لجوء يدفع عنه مكتب الشؤون الاجتماعية (Sozialamt) تكاليف العلاج في البداية. اسألوا
                    هناك عن قسيمة العلاج أو عن بطاقة صحية.</p>
                    """,
                ),
            ),
            block(
                "text",
                Prose(
                    de="""
                    <h2>Zum Arzt gehen</h2>
                    <p>Gehen Sie zuerst in eine <b>Hausarztpraxis</b>. Dort werden die meisten Krankheiten behandelt,
                    und Sie bekommen eine Überweisung, wenn Sie in eine Facharztpraxis müssen. Vereinbaren Sie einen
                    Termin am Telefon oder im Internet und sagen Sie ab, wenn Sie nicht kommen können.</p>
                    <p>Ärztinnen und Ärzte dürfen niemandem sagen, was Sie ihnen erzählen. Auch Behörden erfahren
                    nichts.</p>
                    <p>Mit einem Rezept bekommen Sie Medikamente in der <b>Apotheke</b>. Nachts und am Wochenende hat
                    immer eine Apotheke in der Nähe Notdienst. Welche das ist, steht an der Tür jeder Apotheke.</p>
                    """,
                    en="""
                    <h2>Seeing a doctor</h2>
                    <p>First go to a family doctor (<b>Hausarztpraxis</b>). Most illnesses are treated there, and you
                    get a referral if you need to see a specialist. Make an appointment by phone or online, and cancel
                    it if you cannot come.</p>
                    <p>Doctors may not tell anybody what you tell them. The authorities are not told either.</p>
                    <p>With a prescription you get medicine at the pharmacy (<b>Apotheke</b>). At night and at weekends
                    there is always a pharmacy nearby on emergency duty. A notice on the door of every pharmacy says
                    which one.</p>
                    """,
                    ar="""
                    <h2>زيارة الطبيب</h2>
                    <p>اذهبوا أولًا إلى عيادة طبيب الأسرة (<b>Hausarztpraxis</b>). هناك تُعالَج معظم الأمراض، وتحصلون
                    على تحويل إذا احتجتم إلى طبيب مختصّ. احجزوا موعدًا بالهاتف أو عبر الإنترنت، وألغوه إن لم تستطيعوا
                    الحضور.</p>
                    <p>لا يحقّ للأطباء والطبيبات أن يخبروا أحدًا بما تقولونه لهم، ولا تعلم به الدوائر الرسمية أيضًا.</p>
                    <p>تحصلون على الأدوية بوصفة طبية من الصيدلية (<b>Apotheke</b>). وفي الليل وفي عطلة نهاية الأسبوع
                    توجد دائمًا صيدلية مناوبة قريبة، واسمها مكتوب على باب كلّ صيدلية.</p>
                    """,
                ),
            ),
            block(
                "callout",
                style="tip",
                title=Prose(
                    de="Abends und am Wochenende: 116117",
                    en="In the evening and at weekends: 116117",
                    ar="في المساء وفي عطلة نهاية الأسبوع: 116117",
                ),
                text=Prose(
                    de="""
                    <p>Sie sind krank, aber nicht in Lebensgefahr, und die Praxen haben geschlossen? Rufen Sie den
                    ärztlichen Bereitschaftsdienst unter <a href="tel:116117">116117</a> an. Er hilft auch, einen Termin
                    in einer Facharztpraxis zu finden.</p>
                    """,
                    en="""
                    <p>You are ill, but your life is not in danger, and the surgeries are closed? Call the doctor on
                    call at <a href="tel:116117">116117</a>. The service also helps you to find an appointment with a
                    specialist.</p>
                    """,
                    ar="""
                    <p>أنتم مرضى ولكنّ حياتكم ليست في خطر، والعيادات مغلقة؟ اتصلوا بخدمة الطبيب المناوب على الرقم
                    <a href="tel:116117">116117</a>، وهي تساعدكم أيضًا في إيجاد موعد لدى طبيب مختصّ.</p>
                    """,
                ),
            ),
        ],
    )
