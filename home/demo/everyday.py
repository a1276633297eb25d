"""Emergencies and waste, both in three languages; the driving licence in German only."""

from __future__ import annotations

from home.models import InfoPage
from hub.demo import Demo, Prose, Ref, block


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
                    de="<p>Sagen Sie, <b>wo</b> Sie sind und <b>was</b> passiert ist. Legen Sie nicht auf.</p>",
                    en="<p>Say <b>where</b> you are and <b>what</b> has happened. Do not hang up.</p>",
                    ar="<p>قولوا <b>أين</b> أنتم و<b>ماذا</b> حدث، ولا تغلقوا الخطّ.</p>",
                ),
            ),
            block(
                "text",
                Prose(
                    de="""
                    <h2>Weitere Nummern</h2>
                    <ul>
                    <li>Polizei: <b>110</b></li>
                    <li>Ärztlicher Bereitschaftsdienst, nachts und am Wochenende: <b>116 117</b></li>
                    <li>Hilfetelefon Gewalt gegen Frauen, Tag und Nacht, in 18 Sprachen: <b>116 016</b></li>
                    <li>Nummer gegen Kummer für Kinder und Jugendliche: <b>116 111</b></li>
                    </ul>
                    <h2>Auf Deutsch um Hilfe bitten</h2>
                    <p>„Bitte helfen Sie mir. Ich bin in der … straße Nummer …. Jemand ist verletzt.“</p>
                    """,
                    en="""
                    <h2>More numbers</h2>
                    <ul>
                    <li>Police: <b>110</b></li>
                    <li>Doctor on call, at night and at weekends: <b>116 117</b></li>
                    <li>Helpline for women who suffer violence, day and night, in 18 languages: <b>116 016</b></li>
                    <li>Helpline for children and young people: <b>116 111</b></li>
                    </ul>
                    <h2>Asking for help in German</h2>
                    <p>“Bitte helfen Sie mir. Ich bin in der … straße Nummer …. Jemand ist verletzt.” (Please help me. I
                    am in … street, number …. Somebody is hurt.)</p>
                    """,
                    ar="""
                    <h2>أرقام أخرى</h2>
                    <ul>
                    <li>الشرطة: <b>110</b></li>
                    <li>الطبيب المناوب ليلًا وفي عطلة نهاية الأسبوع: <b>116 117</b></li>
                    <li>خطّ مساعدة النساء ضدّ العنف، ليلًا ونهارًا، بثماني عشرة لغة: <b>116 016</b></li>
                    <li>خطّ مساعدة الأطفال والشباب: <b>116 111</b></li>
                    </ul>
                    <h2>طلب المساعدة بالألمانية</h2>
                    <p>«Bitte helfen Sie mir. Ich bin in der … straße Nummer …. Jemand ist verletzt.» (أرجو مساعدتي. أنا
                    في شارع … رقم …. هناك شخص مصاب.)</p>
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
                    <li><b>قوارير التأمين</b> (Pfand) تُعاد إلى السوبرماركت وتستردّون ثمنها.</li>
                    <li><b>الزجاج</b> الآخر يوضع في حاويات الزجاج، لكن ليس يوم الأحد.</li>
                    <li><b>البطّاريات</b> يستعيدها كلّ متجر يبيعها.</li>
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
