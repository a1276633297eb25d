"""A bank account and child benefit: both in three languages."""

from __future__ import annotations

from home.models import InfoPage
from hub.demo import Demo, Prose, Ref, block


def load(demo: Demo) -> None:
    add_account(demo)
    add_child_benefit(demo)


def add_account(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "bankkonto",
        parent="auental",
        icon="money",
        topics=["money", "arrival"],
        checked_on="2026-11-03",
        title=Prose(de="Ein Bankkonto eröffnen", en="Opening a bank account", ar="فتح حساب مصرفي"),
        summary=Prose(
            de="Wozu Sie ein Konto brauchen, was es kostet und was Sie zur Bank mitbringen.",
            en="What you need an account for, what it costs, and what to bring to the bank.",
            ar="لماذا تحتاجون إلى حساب، وكم يكلّف، وماذا تحضرون معكم إلى البنك.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <h2>Wozu ein Konto?</h2>
                    <p>Lohn, Kindergeld und Hilfen vom Amt werden überwiesen. Auch Miete, Strom und Telefon bezahlen Sie
                    vom Konto. Wer sich rechtmäßig in der EU aufhält, hat Anspruch auf ein <b>Basiskonto</b>, auch im
                    Asylverfahren und mit Duldung. Die Bank darf es nur aus wenigen Gründen ablehnen und muss den Grund
                    schriftlich nennen.</p>
                    """,
                    en="""
                    <h2>Why an account?</h2>
                    <p>Wages, child benefit and help from the authorities are paid by bank transfer. Rent, electricity
                    and phone are paid from the account, too. Everybody who is legally resident in the EU has a right to
                    a basic account (<b>Basiskonto</b>), also during the asylum procedure and with a toleration
                    (Duldung). The bank may refuse for a few reasons only, and has to give the reason in writing.</p>
                    """,
                    ar="""
                    <h2>لماذا الحساب؟</h2>
                    <p>تُحوَّل الأجور وإعانة الأطفال والمساعدات الحكومية إلى الحساب المصرفي، ومنه تدفعون أيضًا الإيجار
                    والكهرباء والهاتف. ولكلّ من يقيم في الاتحاد الأوروبي إقامة قانونية الحقّ في حساب أساسي
                    (<b>Basiskonto</b>)، حتى أثناء إجراءات اللجوء أو بوثيقة وقف الترحيل (Duldung). ولا يحقّ للبنك الرفض
                    إلّا لأسباب قليلة، وعليه أن يذكر السبب كتابةً.</p>
                    """,
                ),
            ),
            block(
                "text",
                Prose(
                    de="""
                    <h2>Das bringen Sie mit</h2>
                    <ul>
                    <li>Pass, Ausweis oder die Bescheinigung über Ihre Aufenthaltsgestattung oder Duldung</li>
                    <li>Meldebestätigung</li>
                    <li>Ihre Steuernummer, wenn Sie sie schon haben</li>
                    </ul>
                    <h2>Was kostet es?</h2>
                    <p>Viele Banken verlangen im Monat einige Euro. Vergleichen Sie, und fragen Sie auch, was das
                    Abheben am Automaten kostet.</p>
                    """,
                    en="""
                    <h2>What to bring</h2>
                    <ul>
                    <li>Passport, identity card, or the document of your permission to stay or toleration</li>
                    <li>Confirmation of registration (Meldebestätigung)</li>
                    <li>Your tax number, if you have it already</li>
                    </ul>
                    <h2>What does it cost?</h2>
                    <p>Many banks charge a few euros a month. Compare, and ask what it costs to withdraw money from a
                    machine.</p>
                    """,
                    ar="""
                    <h2>ماذا تحضرون معكم</h2>
                    <ul>
                    <li>جواز السفر أو بطاقة الهوية أو وثيقة الإقامة المؤقتة أو وثيقة وقف الترحيل</li>
                    <li>شهادة التسجيل (Meldebestätigung)</li>
                    <li>رقمكم الضريبي إن وصلكم</li>
                    </ul>
                    <h2>كم يكلّف الحساب؟</h2>
                    <p>تطلب بنوك كثيرة بضعة يوروهات في الشهر. قارنوا بينها، واسألوا أيضًا عن تكلفة سحب النقود من الصرّاف
                    الآلي.</p>
                    """,
                ),
            ),
            block(
                "callout",
                style="important",
                title=Prose(
                    de="Geben Sie Ihre PIN niemandem", en="Give your PIN to nobody", ar="لا تعطوا رقمكم السرّي لأحد"
                ),
                text=Prose(
                    de="""
                    <p>Keine Bank, kein Amt und keine Polizei fragt am Telefon nach PIN oder TAN. Ist Ihre Karte weg?
                    Lassen Sie sie sofort sperren: <b>116 116</b>, Tag und Nacht.</p>
                    """,
                    en="""
                    <p>No bank, authority or police officer asks for your PIN or TAN on the phone. Is your card gone?
                    Have it blocked at once: <b>116 116</b>, day and night.</p>
                    """,
                    ar="""
                    <p>لا يسألكم أيّ بنك أو دائرة أو شرطي في الهاتف عن الرقم السرّي (PIN) أو رمز التحويل (TAN). هل فقدتم
                    بطاقتكم؟ اطلبوا إيقافها فورًا على الرقم <b>116 116</b> ليلًا ونهارًا.</p>
                    """,
                ),
            ),
            block("contact", office=Ref("migrationsberatung")),
        ],
    )


def add_child_benefit(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "kindergeld",
        parent="auental",
        icon="family",
        topics=["family", "money"],
        checked_on="2026-10-20",
        title=Prose(de="Kindergeld", en="Child benefit", ar="إعانة الأطفال"),
        summary=Prose(
            de="Geld vom Staat für jedes Kind: wer es bekommt und wie Sie es beantragen.",
            en="Money from the state for each child: who gets it, and how to apply.",
            ar="مال من الدولة عن كلّ طفل: من يحصل عليه وكيف يُطلب.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <h2>Wer bekommt Kindergeld?</h2>
                    <p>Eltern, die in Deutschland wohnen, bekommen Kindergeld für jedes Kind bis zum 18. Geburtstag, in
                    der Ausbildung länger. Kommen Sie von außerhalb der EU, hängt es von Ihrem Aufenthaltstitel ab. Im
                    laufenden Asylverfahren gibt es meistens noch kein Kindergeld.</p>
                    <h2>So beantragen Sie es</h2>
                    <ol>
                    <li>Laden Sie das Formular bei der <a href="https://www.arbeitsagentur.de">Familienkasse</a>
                    herunter oder füllen Sie es dort im Internet aus.</li>
                    <li>Sie brauchen die Steuernummern von sich und Ihren Kindern, Geburtsurkunden und Ihren
                    Aufenthaltstitel.</li>
                    <li>Schicken Sie alles ab. Kindergeld gibt es höchstens für sechs Monate rückwirkend: Warten Sie
                    nicht.</li>
                    </ol>
                    """,
                    en="""
                    <h2>Who gets child benefit?</h2>
                    <p>Parents who live in Germany get child benefit (Kindergeld) for each child until the 18th
                    birthday, longer during training. If you come from outside the EU, it depends on your residence
                    permit. While an asylum procedure is going on, there is usually no child benefit yet.</p>
                    <h2>How to apply</h2>
                    <ol>
                    <li>Download the form from the <a href="https://www.arbeitsagentur.de">Familienkasse</a>, or fill it
                    in there online.</li>
                    <li>You need the tax numbers of yourself and your children, birth certificates and your residence
                    permit.</li>
                    <li>Send everything. The benefit is paid for at most six months before you applied: do not
                    wait.</li>
                    </ol>
                    """,
                    ar="""
                    <h2>من يحصل على إعانة الأطفال؟</h2>
                    <p>يحصل الوالدان المقيمان في ألمانيا على إعانة الأطفال (Kindergeld) عن كلّ طفل حتى عيد ميلاده الثامن
                    عشر، ولمدّة أطول أثناء التدريب المهني أو الدراسة. وإذا كنتم من خارج الاتحاد الأوروبي فالأمر يتوقّف
                    على تصريح إقامتكم. وفي أثناء إجراءات اللجوء لا تُدفع الإعانة في الغالب.</p>
                    <h2>كيف تطلبونها</h2>
                    <ol>
                    <li>نزّلوا النموذج من موقع <a href="https://www.arbeitsagentur.de">Familienkasse</a> (صندوق الأسرة)
                    أو املؤوه هناك عبر الإنترنت.</li>
                    <li>تحتاجون إلى أرقامكم الضريبية وأرقام أطفالكم، وشهادات الميلاد، وتصريح الإقامة.</li>
                    <li>أرسلوا كلّ الأوراق. لا تُدفع الإعانة عن أكثر من ستة أشهر قبل الطلب، فلا تتأخّروا.</li>
                    </ol>
                    """,
                ),
            ),
            block("contact", office=Ref("migrationsberatung")),
        ],
    )
