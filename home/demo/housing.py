"""Housing, and below it registering one's address; both in three languages."""

from __future__ import annotations

from home.demo import scenes
from home.models import InfoPage
from hub.demo import Demo, Picture, Prose, block


def load(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "wohnen",
        parent="auental",
        image=Picture(
            "schluessel.jpg",
            scenes.moving_in,
            Prose(
                de="Vor einer offenen Haustür wird ein Schlüssel übergeben, daneben stehen Umzugskartons",
                en="A key is handed over in front of an open door, with moving boxes beside it",
                ar="تسليم مفتاح أمام باب بيت مفتوح وبجانبه صناديق النقل",
            ),
        ),
        icon="home",
        topics=["housing"],
        title=Prose(de="Wohnen", en="Housing", ar="السكن"),
        summary=Prose(
            de="Eine Wohnung suchen, den Mietvertrag verstehen und gut mit den Nachbarn auskommen.",
            en="Looking for a flat, understanding the rental contract and getting on well with your neighbours.",
            ar="البحث عن شقة، وفهم عقد الإيجار، والعيش بانسجام مع الجيران.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <h2>Eine Wohnung finden</h2>
                    <p>Suchen Sie im Internet, in der Zeitung und bei Wohnungsunternehmen. Fragen Sie auch Menschen, die
                    Sie kennen: Viele Wohnungen werden weitergegeben, ohne dass es eine Anzeige gibt.</p>
                    <p>Wenn Ihr Einkommen gering ist, können Sie bei Ihrer Gemeinde einen <b>Wohnberechtigungsschein</b>
                    beantragen. Damit dürfen Sie eine Wohnung mieten, die staatlich gefördert und deshalb günstiger ist.
                    Zahlt das Jobcenter oder das Sozialamt Ihre Miete, fragen Sie dort nach, <b>bevor</b> Sie
                    unterschreiben.</p>
                    """,
                    en="""
                    <h2>Finding a flat</h2>
                    <p>Look on the internet, in the newspaper and with housing companies. Ask people you know as well:
                    many flats are passed on without ever being advertised.</p>
                    <p>If your income is low, you can apply to your municipality for a <b>Wohnberechtigungsschein</b> (a
                    certificate of entitlement to subsidised housing). With it you may rent a flat that is publicly
                    funded and therefore cheaper. If the Jobcenter or the social welfare office pays your rent, ask them
                    <b>before</b> you sign.</p>
                    """,
                    ar="""
                    <h2>العثور على شقة</h2>
                    <p>ابحثوا في الإنترنت وفي الصحف ولدى شركات الإسكان، واسألوا معارفكم أيضًا، فكثير من الشقق تنتقل من
                    مستأجر إلى آخر دون إعلان.</p>
                    <p>إذا كان دخلكم محدودًا فيمكنكم أن تطلبوا من البلدية <b>Wohnberechtigungsschein</b> (شهادة استحقاق
                    السكن المدعوم)، وبها يحقّ لكم استئجار شقة تدعمها الدولة وإيجارها أقلّ. وإذا كان الجوب سنتر
                    (Jobcenter) أو مكتب الشؤون الاجتماعية (Sozialamt) يدفع إيجاركم فاسألوه <b>قبل</b> التوقيع على
                    العقد.</p>
                    """,
                ),
            ),
            block(
                "text",
                Prose(
                    de="""
                    <h2>Der Mietvertrag</h2>
                    <ul>
                    <li>Die <b>Kaltmiete</b> ist die Miete ohne Nebenkosten. Die <b>Warmmiete</b> enthält Nebenkosten
                    wie Heizung, Wasser und Müllabfuhr. Strom und Internet bezahlen Sie meistens selbst.</li>
                    <li>Die <b>Kaution</b> darf höchstens drei Kaltmieten betragen. Sie dürfen sie in drei Monatsraten
                    zahlen.</li>
                    <li>Schreiben Sie beim Einzug alle Schäden in ein <b>Übergabeprotokoll</b> und machen Sie
                    Fotos.</li>
                    <li>Wollen Sie ausziehen, kündigen Sie schriftlich. Die Frist beträgt in der Regel drei Monate.</li>
                    </ul>
                    """,
                    en="""
                    <h2>The rental contract</h2>
                    <ul>
                    <li>The <b>Kaltmiete</b> is the rent without additional costs. The <b>Warmmiete</b> includes
                    additional costs such as heating, water and waste collection. Electricity and internet you usually
                    pay yourself.</li>
                    <li>The deposit (<b>Kaution</b>) may be no more than three times the Kaltmiete. You are allowed to
                    pay it in three monthly instalments.</li>
                    <li>When you move in, write down all damage in a handover report (<b>Übergabeprotokoll</b>) and take
                    photos.</li>
                    <li>If you want to move out, give notice in writing. The notice period is usually three months.</li>
                    </ul>
                    """,
                    ar="""
                    <h2>عقد الإيجار</h2>
                    <ul>
                    <li><b>Kaltmiete</b> هي الإيجار دون التكاليف الإضافية، أمّا <b>Warmmiete</b> فتشمل تكاليف إضافية مثل
                    التدفئة والماء وجمع النفايات. والكهرباء والإنترنت تدفعونهما غالبًا بأنفسكم.</li>
                    <li>يجب ألّا يزيد مبلغ التأمين (<b>Kaution</b>) على ثلاثة أضعاف الإيجار الأساسي (Kaltmiete)، ويحقّ
                    لكم دفعه على ثلاثة أقساط شهرية.</li>
                    <li>عند استلام الشقة دوّنوا جميع الأضرار في محضر التسليم (<b>Übergabeprotokoll</b>) والتقطوا صورًا
                    لها.</li>
                    <li>إذا أردتم ترك الشقة فأبلغوا المالك بذلك خطيًّا. ومهلة الإخطار هي في العادة ثلاثة أشهر.</li>
                    </ul>
                    """,
                ),
            ),
            block(
                "callout",
                style="tip",
                title=Prose(de="Gute Nachbarschaft", en="Good neighbours", ar="حسن الجوار"),
                text=Prose(
                    de="""
                    <p>Bitte seien Sie von 22 bis 6 Uhr und an Sonn- und Feiertagen leise. Trennen Sie den Müll: Papier,
                    Glas, Verpackungen, Bioabfall und Restmüll. Weitere Regeln stehen in der Hausordnung.</p>
                    """,
                    en="""
                    <p>Please be quiet from 10 p.m. to 6 a.m. and on Sundays and public holidays. Separate your waste:
                    paper, glass, packaging, organic waste and residual waste. You will find further rules in the house
                    rules (Hausordnung).</p>
                    """,
                    ar="""
                    <p>يُرجى التزام الهدوء من الساعة العاشرة مساءً حتى السادسة صباحًا، وفي أيام الآحاد والعطل الرسمية.
                    افرزوا النفايات: الورق والزجاج ومواد التغليف والنفايات العضوية وبقية النفايات. وتجدون قواعد أخرى في
                    نظام المبنى (Hausordnung).</p>
                    """,
                ),
            ),
            block(
                "text",
                Prose(
                    de="<h2>Nach dem Einzug</h2><p>Was Sie nach dem Umzug erledigen müssen:</p>",
                    en="<h2>After moving in</h2><p>What you have to do after you have moved:</p>",
                    ar="<h2>بعد الانتقال إلى السكن</h2><p>ما عليكم إنجازه بعد الانتقال:</p>",
                ),
            ),
            block("children"),
        ],
    )
    demo.page(
        InfoPage,
        "wohnsitz-anmelden",
        parent="wohnen",
        image=Picture(
            "wegsuche.jpg",
            scenes.bench,
            Prose(
                de="Zwei Menschen auf einer Bank suchen auf einem Telefon den Weg",
                en="Two people on a bench look for the way on a phone",
                ar="شخصان على مقعد يبحثان عن الطريق في خريطة على الهاتف",
            ),
        ),
        icon="info",
        topics=["arrival", "housing"],
        title=Prose(de="Den Wohnsitz anmelden", en="Registering your address", ar="تسجيل عنوان السكن"),
        summary=Prose(
            de="Wer in eine Wohnung einzieht, muss sich innerhalb von zwei Wochen beim Einwohnermeldeamt anmelden.",
            en="If you move into a flat, you must register at the residents’ registration office within two weeks.",
            ar="على كلّ من ينتقل إلى سكن أن يسجّل عنوانه في مكتب تسجيل السكان خلال أسبوعين.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <p>Das <b>Einwohnermeldeamt</b> heißt oft auch Bürgerbüro. Sie finden es im Rathaus Ihrer Stadt oder
                    Gemeinde. Die Anmeldung kostet nichts. Buchen Sie am besten vorher einen Termin.</p>
                    <p>In Auenstadt ist das Bürgerbüro montags bis freitags von 8 bis 12 Uhr geöffnet, donnerstags auch
                    von 14 bis 18 Uhr. In Lindenfurt und Mühlfurten gehen Sie ins Rathaus.</p>
                    <h2>Das bringen Sie mit</h2>
                    <ul>
                    <li>Ihren Pass oder Personalausweis, und die Ausweise aller, die mit Ihnen einziehen</li>
                    <li>die Wohnungsgeberbestätigung: Ihr Vermieter oder Ihre Vermieterin bestätigt darin den
                    Einzug</li>
                    <li>Ihren Aufenthaltstitel oder Ihr Visum, wenn Sie eines haben</li>
                    <li>Heiratsurkunde und Geburtsurkunden der Kinder, wenn möglich mit deutscher Übersetzung</li>
                    </ul>
                    """,
                    en="""
                    <p>The residents’ registration office (<b>Einwohnermeldeamt</b>) is often called Bürgerbüro. You
                    will find it in the town hall of your town or municipality. Registration is free. It is best to book
                    an appointment first.</p>
                    <p>In Auenstadt the office is open from Monday to Friday, 8 am to 12 noon, and on Thursdays also
                    from 2 to 6 pm. In Lindenfurt and Mühlfurten go to the town hall.</p>
                    <h2>What to bring</h2>
                    <ul>
                    <li>your passport or identity card, and those of everybody who moves in with you</li>
                    <li>the Wohnungsgeberbestätigung: a form in which your landlord confirms that you have moved in</li>
                    <li>your residence permit or visa, if you have one</li>
                    <li>your marriage certificate and your children’s birth certificates, with a German translation if
                    possible</li>
                    </ul>
                    """,
                    ar="""
                    <p>مكتب تسجيل السكان (<b>Einwohnermeldeamt</b>) يُسمّى كثيرًا Bürgerbüro أيضًا، وتجدونه في مبنى
                    بلدية مدينتكم أو قريتكم. التسجيل مجاني، ومن الأفضل أن تحجزوا موعدًا مسبقًا.</p>
                    <p>المكتب في أوينشتات مفتوح من الاثنين إلى الجمعة من الساعة 8 إلى الساعة 12، ويوم الخميس أيضًا من
                    الساعة 14 إلى الساعة 18. أمّا في ليندنفورت ومولفورتن فاذهبوا إلى مبنى البلدية.</p>
                    <h2>ما عليكم إحضاره</h2>
                    <ul>
                    <li>جواز سفركم أو بطاقة الهوية، وكذلك وثائق جميع من ينتقلون معكم</li>
                    <li>تأكيد المؤجِّر (Wohnungsgeberbestätigung): نموذج يؤكّد فيه صاحب السكن انتقالكم إليه</li>
                    <li>تصريح الإقامة أو التأشيرة إن وُجدت</li>
                    <li>عقد الزواج وشهادات ميلاد الأطفال، مع ترجمة إلى الألمانية إن أمكن</li>
                    </ul>
                    """,
                ),
            ),
            block(
                "contact",
                name=Prose(
                    de="Bürgerbüro Auenstadt (Beispiel)",
                    en="Bürgerbüro (registration office) Auenstadt (example)",
                    ar="مكتب تسجيل السكان في أوينشتات، Bürgerbüro (مثال)",
                ),
                phones=[{"label": "", "number": "0221 4710-120"}],
                email="buergerbuero@auenstadt.example",
                address="Rathaus, Am Markt 1, 05110 Auenstadt",
            ),
            block(
                "callout",
                style="important",
                title=Prose(de="Warum das wichtig ist", en="Why this matters", ar="لماذا هذا مهمّ؟"),
                text=Prose(
                    de="""
                    <p>Mit der Meldebestätigung können Sie zum Beispiel ein Konto eröffnen. Nach der ersten Anmeldung
                    bekommen Sie mit der Post Ihre Steuer-Identifikationsnummer. Ihr Arbeitgeber braucht sie. Bewahren
                    Sie beide Briefe gut auf.</p>
                    """,
                    en="""
                    <p>You need the confirmation of registration to open a bank account, for example. After your first
                    registration you will receive your tax identification number by post. Your employer needs it. Keep
                    both letters in a safe place.</p>
                    """,
                    ar="""
                    <p>تحتاجون إلى شهادة التسجيل لفتح حساب مصرفي مثلًا. وبعد تسجيلكم الأول يصلكم بالبريد رقمكم الضريبي
                    (Steuer-Identifikationsnummer)، ويحتاج إليه ربّ العمل. احتفظوا بالرسالتين في مكان آمن.</p>
                    """,
                ),
            ),
            block(
                "text",
                Prose(
                    de="""
                    <h2>Aufenthaltserlaubnis</h2>
                    <p>Für Ihre Aufenthaltserlaubnis ist die <a linktype="page"
                    id="page:auslaenderbehoerde">Ausländerbehörde</a> zuständig, nicht das Einwohnermeldeamt. Beantragen
                    Sie die Verlängerung, bevor Ihre Erlaubnis abläuft. Wer die Staatsangehörigkeit eines EU-Landes hat,
                    braucht keine.</p>
                    """,
                    en="""
                    <h2>Residence permit</h2>
                    <p>For your residence permit, go to the <a linktype="page" id="page:auslaenderbehoerde">immigration
                    office</a>, not to the residents’ registration office. Apply for an extension before your permit
                    expires. Citizens of EU countries do not need one.</p>
                    """,
                    ar="""
                    <h2>تصريح الإقامة</h2>
                    <p>الجهة المسؤولة عن تصريح الإقامة هي <a linktype="page" id="page:auslaenderbehoerde">دائرة شؤون
                    الأجانب</a> وليست مكتب تسجيل السكان. قدّموا طلب التمديد قبل انتهاء صلاحية تصريحكم. ومواطنو دول
                    الاتحاد الأوروبي لا يحتاجون إلى تصريح.</p>
                    """,
                ),
            ),
        ],
    )
