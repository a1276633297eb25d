"""Emergencies and waste, both in three languages; the driving licence in German only."""

from __future__ import annotations

from home.models import InfoPage
from hub.demo import Demo, Prose, Ref, block

# To be said in German, whatever the language of the page; rich text has no languages of its own.
CALL_FOR_HELP = "Bitte helfen Sie mir. Ich bin in der … straße Nummer …. Jemand ist verletzt."


def load(demo: Demo) -> None:
    add_emergency(demo)
    add_waste(demo)
    add_licence(demo)


def add_emergency(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "hilfe-im-notfall",
        parent="auental",
        icon="help",
        topics=["counselling", "health"],
        checked_on="2026-11-12",
        title=Prose(de="Hilfe im Notfall", en="Help in an emergency", ar="المساعدة في حالات الطوارئ"),
        summary=Prose(
            de="Welche Nummer Sie wählen und was Sie am Telefon sagen. Alle Anrufe sind kostenlos.",
            en="Which number to call, and what to say on the phone. All calls are free.",
            ar="أيّ رقم تتصلون به وماذا تقولون في الهاتف. جميع المكالمات مجانية.",
        ),
        body=[
            block(
                "callout",
                style="emergency",
                title=Prose(
                    de="Feuer, Unfall, Lebensgefahr: 112",
                    en="Fire, accident, danger to life: 112",
                    ar="حريق أو حادث أو خطر على الحياة: 112",
                ),
                text=Prose(
                    de="""
                    <p>Wählen Sie <a href="tel:112">112</a>. Sagen Sie, <b>wo</b> Sie sind und <b>was</b> passiert ist.
                    Legen Sie nicht auf.</p>
                    """,
                    en="""
                    <p>Call <a href="tel:112">112</a>. Say <b>where</b> you are and <b>what</b> has happened. Do not
                    hang up.</p>
                    """,
                    ar="""
                    <p>اتصلوا بالرقم <a href="tel:112">112</a>. قولوا <b>أين</b> أنتم و<b>ماذا</b> حدث، ولا تغلقوا
                    الخطّ.</p>
                    """,
                ),
            ),
            block(
                "text",
                Prose(
                    de="""
                    <h2>Weitere Nummern</h2>
                    <ul>
                    <li>Polizei: <a href="tel:110">110</a></li>
                    <li>Ärztlicher Bereitschaftsdienst, nachts und am Wochenende: <a href="tel:116117">116 117</a></li>
                    <li>Hilfetelefon Gewalt gegen Frauen, Tag und Nacht, in 18 Sprachen: <a href="tel:116016">116
                    016</a></li>
                    <li>Nummer gegen Kummer für Kinder und Jugendliche: <a href="tel:116111">116 111</a></li>
                    </ul>
                    <h2>Ihr Kind ist nachts krank?</h2>
                    <ul>
                    <li>Rufen Sie die <a href="tel:116117">116 117</a> an. Dort sagt man Ihnen, welche Praxis Notdienst
                    hat.</li>
                    <li>Geht es Ihrem Kind sehr schlecht? Fahren Sie in die Notaufnahme einer Kinderklinik. Atmet es
                    schwer oder wacht es nicht auf, rufen Sie sofort die <a href="tel:112">112</a> an.</li>
                    <li>Hat Ihr Kind etwas Giftiges geschluckt? Rufen Sie den Giftnotruf an, er ist Tag und Nacht
                    besetzt. Jedes Bundesland hat eine Nummer dafür: Speichern Sie sie, bevor etwas passiert.</li>
                    </ul>
                    <h2>Auf Deutsch um Hilfe bitten</h2>
                    """,
                    en="""
                    <h2>More numbers</h2>
                    <ul>
                    <li>Police: <a href="tel:110">110</a></li>
                    <li>Doctor on call, at night and at weekends: <a href="tel:116117">116 117</a></li>
                    <li>Helpline for women who suffer violence, day and night, in 18 languages: <a
                    href="tel:116016">116 016</a></li>
                    <li>Helpline for children and young people: <a href="tel:116111">116 111</a></li>
                    </ul>
                    <h2>Is your child ill at night?</h2>
                    <ul>
                    <li>Call <a href="tel:116117">116 117</a>. They tell you which practice is on duty.</li>
                    <li>Is your child very ill? Go to the emergency department of a children’s hospital
                    (Kinderklinik). If your child has trouble breathing or does not wake up, call <a
                    href="tel:112">112</a> at once.</li>
                    <li>Has your child swallowed something poisonous? Call the poison helpline (Giftnotruf), which
                    answers day and night. Each federal state has a number for it: save it before anything happens.</li>
                    </ul>
                    <h2>Asking for help in German</h2>
                    """,
                    ar="""
                    <h2>أرقام أخرى</h2>
                    <ul>
                    <li>الشرطة: <a href="tel:110">110</a></li>
                    <li>الطبيب المناوب ليلًا وفي عطلة نهاية الأسبوع: <a href="tel:116117">116117</a></li>
                    <li>خطّ مساعدة النساء ضدّ العنف، ليلًا ونهارًا، بثماني عشرة لغة: <a
                    href="tel:116016">116016</a></li>
                    <li>خطّ مساعدة الأطفال والشباب: <a href="tel:116111">116111</a></li>
                    </ul>
                    <h2>هل مرض طفلكم ليلًا؟</h2>
                    <ul>
                    <li>اتصلوا بالرقم <a href="tel:116117">116117</a>، وسيخبرونكم بالعيادة المناوبة.</li>
                    <li>هل حالة طفلكم سيّئة جدًا؟ اذهبوا إلى قسم الطوارئ في مستشفى للأطفال (Kinderklinik). وإذا كان
                    يتنفّس بصعوبة أو لا يستيقظ فاتصلوا فورًا بالرقم <a href="tel:112">112</a>.</li>
                    <li>هل ابتلع طفلكم مادّة سامّة؟ اتصلوا بخطّ طوارئ التسمّم (Giftnotruf)، وهو يردّ ليلًا ونهارًا. لكلّ
                    ولاية رقم خاصّ بها، فاحفظوه في هاتفكم قبل أن يحدث شيء.</li>
                    </ul>
                    <h2>طلب المساعدة بالألمانية</h2>
                    """,
                ),
            ),
            block(
                "quotation",
                text=Prose(
                    de=f"<p>{CALL_FOR_HELP}</p>",
                    en=f"<p>{CALL_FOR_HELP}</p>",
                    ar=f"<p>\u2066{CALL_FOR_HELP}\u2069</p>",
                ),
            ),
            block(
                "text",
                Prose(
                    de="""
                    <p>Nennen Sie statt der Punkte die Straße und die Hausnummer.</p>
                    <p>Sprechen Sie langsam. Man fragt Sie, was man noch wissen muss.</p>
                    """,
                    en="""
                    <p>It means: Please help me. I am in … street, number …. Somebody is hurt.</p>
                    <p>In place of the dots, say the street and the number of the house. Speak slowly.</p>
                    """,
                    ar="""
                    <p>المعنى: أرجو مساعدتي. أنا في شارع … رقم …. هناك شخص مصاب.</p>
                    <p>وتُلفظ هكذا: «بِتِّه هِلفِن زي مير. إِش بِن إن دير … شتراسِه نومَّر …. يِماند إِست فِرلِتست».
                    اذكروا مكان النقاط اسم الشارع ورقم البيت، وتكلّموا ببطء.</p>
                    """,
                ),
            ),
        ],
    )


def add_waste(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "muell-trennen",
        parent="wohnen",
        icon="home",
        topics=["housing"],
        checked_on="2026-09-28",
        title=Prose(de="Müll richtig trennen", en="Sorting your waste", ar="فرز النفايات"),
        summary=Prose(
            de="Was in welche Tonne kommt, und wohin mit Flaschen, Batterien und alten Möbeln.",
            en="What goes into which bin, and where to take bottles, batteries and old furniture.",
            ar="ماذا يوضع في كلّ حاوية، وإلى أين تؤخذ القوارير والبطّاريات والأثاث القديم.",
        ),
        body=[
            block(
                "text",
                Prose(
                    de="""
                    <h2>Die Tonnen</h2>
                    <ul>
                    <li><b>Blau:</b> Papier und Karton</li>
                    <li><b>Gelb:</b> Verpackungen aus Plastik und Metall</li>
                    <li><b>Braun:</b> Essensreste und Pflanzen, ohne Plastiktüte</li>
                    <li><b>Schwarz:</b> was übrig bleibt, zum Beispiel Windeln</li>
                    </ul>
                    <p>Stellen Sie die Tonnen am Abend vor der Abholung an die Straße. Die Tage stehen im Kalender des
                    Landkreises.</p>
                    """,
                    en="""
                    <h2>The bins</h2>
                    <ul>
                    <li><b>Blue:</b> paper and cardboard</li>
                    <li><b>Yellow:</b> packaging made of plastic or metal</li>
                    <li><b>Brown:</b> food and plants, without plastic bags</li>
                    <li><b>Black:</b> what remains, such as nappies</li>
                    </ul>
                    <p>Put the bins at the street on the evening before they are collected. The days are in the county’s
                    calendar.</p>
                    """,
                    ar="""
                    <h2>الحاويات</h2>
                    <ul>
                    <li><b>الزرقاء:</b> الورق والكرتون</li>
                    <li><b>الصفراء:</b> مواد التغليف من البلاستيك والمعدن</li>
                    <li><b>البنّية:</b> بقايا الطعام والنباتات دون أكياس بلاستيكية</li>
                    <li><b>السوداء:</b> ما تبقّى، كحفاضات الأطفال</li>
                    </ul>
                    <p>ضعوا الحاويات على طرف الشارع مساء اليوم السابق لجمع النفايات. تجدون الأيام في تقويم المقاطعة.</p>
                    """,
                ),
            ),
            block(
                "text",
                Prose(
                    de="""
                    <h2>Was nicht in die Tonne gehört</h2>
                    <ul>
                    <li><b>Pfandflaschen</b> geben Sie im Supermarkt zurück und bekommen Geld dafür.</li>
                    <li><b>Glas</b> ohne Pfand kommt in die Container, nicht am Sonntag.</li>
                    <li><b>Batterien</b> nimmt jeder Laden zurück, der welche verkauft.</li>
                    <li><b>Möbel</b> holt der Sperrmüll ab, wenn Sie ihn bestellen.</li>
                    </ul>
                    """,
                    en="""
                    <h2>What does not belong in a bin</h2>
                    <ul>
                    <li><b>Bottles with a deposit</b> (Pfand) go back to the supermarket, where you get money for
                    them.</li>
                    <li><b>Other glass</b> goes into the containers, but not on Sundays.</li>
                    <li><b>Batteries</b> are taken back by every shop that sells them.</li>
                    <li><b>Furniture</b> is collected as bulky waste (Sperrmüll) when you order it.</li>
                    </ul>
                    """,
                    ar="""
                    <h2>ما لا يوضع في الحاويات</h2>
                    <ul>
                    <li><b>القوارير المسترجَعة</b> التي دُفع عنها مبلغ تأمين (Pfand) تُعاد إلى السوبرماركت، وهناك
                    تستردّون المبلغ.</li>
                    <li><b>الزجاج</b> الآخر يوضع في حاويات الزجاج، لكن ليس يوم الأحد.</li>
                    <li><b>البطّاريات</b> الفارغة يستلمها كلّ متجر يبيع البطّاريات.</li>
                    <li><b>الأثاث</b> تأخذه خدمة النفايات الكبيرة (Sperrmüll) إذا طلبتموها.</li>
                    </ul>
                    """,
                ),
            ),
        ],
    )


def add_licence(demo: Demo) -> None:
    demo.page(
        InfoPage,
        "fuehrerschein",
        parent="auental",
        icon="transport",
        topics=["mobility"],
        title="Mit dem Führerschein aus dem Ausland fahren",
        summary="Wie lange Ihr Führerschein hier gilt und wie Sie einen deutschen bekommen.",
        body=[
            block(
                "text",
                """
                <h2>Aus der EU</h2>
                <p>Führerscheine aus der EU, aus Island, Liechtenstein und Norwegen gelten weiter, solange sie gültig
                sind.</p>
                <h2>Aus anderen Ländern</h2>
                <p>Ihr Führerschein gilt sechs Monate, nachdem Sie hierher gezogen sind. Danach brauchen Sie einen
                deutschen. Beantragen Sie ihn bei der Führerscheinstelle des Landkreises. Je nach Land müssen Sie eine
                theoretische und eine praktische Prüfung ablegen. Die theoretische gibt es auch in anderen Sprachen, zum
                Beispiel auf Arabisch, Englisch, Russisch und Türkisch.</p>
                """,
            ),
            block("contact", office=Ref("migrationsberatung")),
        ],
    )
