"""Each pair of a text and its translation gives the hints that it should, and a good translation gives none."""

import pytest
from django.utils import translation

from hub.desk.translator.hints import hints

LINK = 'Lesen Sie mehr unter <a id="a1">Schule und Kita</a>.'
BOLD = "<b>Glas</b> ohne Pfand kommt in die Container."
OPEN = "Geöffnet von 8 bis 12 Uhr, donnerstags auch von 14 bis 18 Uhr."
CALL = "Rufen Sie an: 0221 4710114. Im Notfall: 112."
PRICE = "Der Kurs kostet 1.500,00 Euro."
DATE = "Melden Sie sich bis 1.4.2026 an."
LAW = "Das steht in § 24 des Gesetzes."
WEB = "Mehr unter https://www.bamf.example/de/kurse oder info@auental.example."
GREETING = "Guten Tag, {name}!"
HELP = "Wir helfen Ihnen gern."

# What a translation says, by its source: pairs of a source, a translation and the codes of its hints.
PAIRS = {
    "ar": [
        (HELP, "يسعدنا أن نساعدكم.", []),
        (HELP, "يسعدنا أن نساعدكم", ["spaces"]),
        (HELP, "يسعدنا أن نساعدكم .", ["spaces"]),
        (HELP, "یسعدنا أن نساعدكم.", ["letters"]),
        (HELP, "يسعدنا  أن نساعدكم.", ["spaces"]),
        (HELP, HELP, ["untranslated"]),
        ("Kommen Sie?", "هل تأتون؟", []),
        (LINK, 'للمزيد اقرؤوا <a id="a1">المدرسة والروضة</a>.', []),
        (LINK, "للمزيد اقرؤوا المدرسة والروضة.", ["mark"]),
        (OPEN, "مفتوح من الساعة ٨ إلى ١٢، ويوم الخميس أيضًا من ١٤ إلى ١٨.", []),
        (OPEN, "مفتوح من الساعة ٨ إلى ١٢، ويوم الخميس أيضًا من ١٤ إلى ١٩.", ["number", "number-added"]),
        (CALL, "اتصلوا بالرقم ٠٢٢١ ٤٧١٠١١٤. وفي الطوارئ: ١١٢.", []),
        (CALL, "اتصلوا بالرقم ٠٢٢١ ٤٧١٠١١٥. وفي الطوارئ: ١١٢.", ["phone"]),
        (PRICE, "تبلغ تكلفة الدورة ١٬٥٠٠٫٠٠ يورو.", []),
        (DATE, "سجّلوا حتى ١ أبريل ٢٠٢٦.", []),
        ("Vorsorge U9 und J1", "الفحوص U9 وJ1", []),
        ("Im Bürgerbüro", "في الـBürgerbüro", []),
        ("Das BAMF", "مكتبBAMF", ["letters"]),
        ("Bis zur 6. Klasse", "حتى الصفّ السادس", []),
        (GREETING, "مرحبًا!", ["placeholder"]),
        (WEB, "للمزيد https://www.bamf.example/ar/kurse، أو info@auental.example.", []),
    ],
    "fa": [
        (HELP, "ما با کمال میل به شما کمک می‌کنیم.", []),
        (HELP, "ما با كمال میل به شما کمک می‌کنیم.", ["letters"]),
        (HELP, "ما با کمال ميل به شما کمک مي‌کنیم.", ["letters"]),
        (HELP, "ما با کمال میل به شما کمک می‌کنیم", ["spaces"]),
        (HELP, " ما با کمال میل به شما کمک می‌کنیم.", ["spaces"]),
        (HELP, HELP, ["untranslated"]),
        ("Die Jobcenter", "Jobcenterها", []),
        ("Das BAMF hilft", "BAMFدفتر می‌کند", ["letters"]),
        (OPEN, "باز از ساعت ۸ تا ۱۲، پنجشنبه‌ها همچنین از ۱۴ تا ۱۸.", []),
        (OPEN, "باز از ساعت ۸ تا ۱۲، پنجشنبه‌ها همچنین از ۱۴.", ["number"]),
        (CALL, "تماس: ۰۲۲۱۴۷۱۰۱۱۴. در مواقع اضطراری: ۱۱۲.", []),
        (CALL, "تماس: ۰۲۲۱۴۷۱۰۱۱۴. در مواقع اضطراری: ۱۱۰.", ["phone"]),
        (PRICE, "هزینه دوره ۱۵۰۰ یورو است.", []),
        (LAW, "این در بند ۲۴ قانون آمده است.", []),
        (LAW, "این در بند ۲۵ قانون آمده است.", ["number", "number-added"]),
        (BOLD, "شیشه بدون ودیعه در کانتینر انداخته می‌شود.", ["mark"]),
    ],
    "uk": [
        (HELP, "Ми охоче вам допоможемо.", []),
        (HELP, "Ми oхоче вам допоможемо.", ["letters"]),
        (HELP, "Мы охоче вам допоможемо.", ["letters"]),
        (HELP, "Ми охоче вам допоможемо", ["spaces"]),
        (HELP, "Ми охоче вам допоможемо .", ["spaces"]),
        (HELP, "Ми oxoчe вам допоможемо", ["letters", "spaces"]),
        (HELP, HELP, ["untranslated"]),
        ("Deutsch und Arbeit", "Німецька i робота", ["letters"]),
        ("Im Rathaus und im Bürgerbüro", "У ратуші та в об’єднанні Bürgerbüro", []),
        ("Rathaus", "Ратуша (Rathaus)", []),
        ("Ausländerbehörde", "Відомство у справах іноземців (Ausländerbehörde)", []),
        (OPEN, "Працює з 8:00 до 12:00, у четвер також із 14:00 до 18:00.", []),
        (OPEN, "Працює з 8:00 до 13:00, у четвер також із 14:00 до 18:00.", ["number"]),
        (CALL, "Телефонуйте: +49 221 4710114. У разі небезпеки: 112.", []),
        (CALL, "Телефонуйте: +49 221 4710114.", ["phone"]),
        (PRICE, "Курс коштує 1 500 євро.", []),
        (DATE, "Зареєструйтеся до 01.04.26.", []),
        (BOLD, "<strong>Скло</strong> без застави викидайте в контейнери.", []),
        (BOLD, "Скло без застави викидайте в контейнери.", ["mark"]),
        (WEB, "Докладніше: www.bamf.example/uk/kurse або info@auental.example.", []),
        (WEB, "Докладніше: https://www.bamf.example/de/kurse.", ["link"]),
    ],
    "ru": [
        (HELP, "Мы с радостью вам поможем.", []),
        (HELP, "Ми з радістю вам поможем.", ["letters"]),
        (HELP, "Мы c радостью вам поможем.", ["letters"]),
        (HELP, "Мы с paдостью вам поможем.", ["letters"]),
        (HELP, "Мы с радостью вам поможем", ["spaces"]),
        (HELP, HELP, ["untranslated"]),
        ("Termine", "Termine", ["untranslated"]),
        ("Kategorie A und B", "Категория A и B", []),
        (LINK, 'Подробнее: <a id="a1">Школа и детский сад</a>.', []),
        (LINK, 'Подробнее: <a id="a1"></a>…', ["mark"]),
        (LINK, 'Подробнее: <a id="a1">Школа</a>, <a id="a2">сад</a>.', ["mark"]),
        (OPEN, "Открыто с 8.00 до 12.00, по четвергам также с 14.00 до 18.00.", []),
        (CALL, "Звоните: 0221/4710114. В экстренном случае: 112.", []),
        (CALL, "Звоните: 0221/4710114 или 113.", ["phone"]),
        ("Wir sind 25 Menschen.", "Нас много.", ["number"]),
        ("Kommen Sie: wir sind da", "Приходите : мы здесь", ["spaces"]),
        ("Anna Beispiel, Am Markt 1, 38820 Auenstadt", "Anna Beispiel, Am Markt 1, 38820 Auenstadt", []),
    ],
    "en": [
        (HELP, "We are happy to help you.", []),
        (HELP, "We are happy to help you", ["spaces"]),
        (HELP, "“We are happy to help you.”", []),
        (HELP, "We are happy , to help you.", ["spaces"]),
        (HELP, HELP, ["untranslated"]),
        ("Deutsch lernen", "Deutsch lernen", ["untranslated"]),
        ("Kirchberg an der Murr", "Kirchberg an der Murr", []),
        ("Auenstadt", "Auenstadt", []),
        ("112", "112", []),
        ("Viele Stimmen e. V.", "Many Voices", []),
        (OPEN, "Open from 8 a.m. to 12 p.m., on Thursdays also from 2 p.m. to 6 p.m.", []),
        (OPEN, "Open from 8 a.m. to 12 p.m., on Thursdays also from 2 p.m. to 7 p.m.", ["number"]),
        ("Hilfe in 18 Sprachen", "Help in 6 languages", ["number"]),
        (CALL, "Call +49 (0)221 471-0114. In an emergency: 112.", []),
        (CALL, "Call +49 (0)221 471-0141. In an emergency: 112.", ["phone"]),
        ("Ärztlicher Dienst: 116 117", "Doctors: 116117", []),
        (PRICE, "The course costs €1,500.", []),
        (PRICE, "The course costs €1,600.", ["number", "number-added"]),
        ("Drei Monate", "3 months", []),
        (GREETING, "Hello {nom}!", ["placeholder"]),
        ("%(count)s Texte", "%(count)s texts", []),
        ("Raum<br>Haus B", "Room, building B", ["mark"]),
        ("Ort: hier", "Place: here", []),
        ("Büro", "The office where you can get all kinds of certificates", ["length"]),
        ("&lt;b&gt; ist ein Zeichen", "&lt;b&gt; is a sign", []),
    ],
    "fr": [
        (HELP, "Nous vous aidons volontiers.", []),
        (HELP, "Nous vous aidons volontiers", ["spaces"]),
        (HELP, "Nous vous aidons volontiers\u202f!", []),
        (HELP, "Nous vous aidons volontiers .", ["spaces"]),
        (HELP, "Nous  vous aidons volontiers.", ["spaces"]),
        (HELP, "Nous vous aidons volontiers. ", ["spaces"]),
        (HELP, HELP, ["untranslated"]),
        ("Sagen Sie: wo und was", "Dites\u00a0: où et quoi", []),
        ("Dringend? Ja", "Urgent ? Oui", []),
        (LINK, 'En savoir plus\u202f: <a id="a1">École et crèche</a>.', []),
        (LINK, "En savoir plus\u202f: École et crèche.", ["mark"]),
        (OPEN, "Ouvert de 8\u00a0h à 12\u00a0h, le jeudi aussi de 14\u00a0h\u00a000 à 18\u00a0h\u00a000.", []),
        (
            OPEN,
            "Ouvert de 8\u00a0h à 12\u00a0h, le jeudi aussi de 14\u00a0h\u00a000 à 17\u00a0h\u00a000.",
            ["number", "number-added"],
        ),
        (CALL, "Appelez le 0221 4710114. En cas d’urgence\u202f: 112.", []),
        (PRICE, "Le cours coûte 1\u202f500\u00a0€.", []),
        (DATE, "Inscrivez-vous jusqu’au 1er avril 2026.", []),
        (DATE, "Inscrivez-vous jusqu’au 1er avril 2027.", ["number", "number-added"]),
        (BOLD, "Le <b>verre</b> <b>sans consigne</b> va dans le conteneur.", []),
        ("Glas kommt in die Container.", "Le <b>verre</b> va dans le conteneur.", ["mark"]),
    ],
    "tr": [
        (HELP, "Size seve seve yardımcı oluruz.", []),
        (HELP, "Size seve seve yardımcı oluruz", ["spaces"]),
        (HELP, "Size seve seve  yardımcı oluruz.", ["spaces"]),
        (HELP, "Size seve seve yardımcı oluruz !", ["spaces"]),
        (HELP, "Size sеve seve yardımcı oluruz.", ["letters"]),
        (HELP, HELP, ["untranslated"]),
        ("Jobcenter Auental", "Jobcenter Auental", []),
        (LINK, '<a id="a1">Okul ve kreş</a> sayfasını okuyun.', []),
        (LINK, "Okul ve kreş sayfasını okuyun.", ["mark"]),
        (OPEN, "08.00–12.00, perşembe günleri ayrıca 14.00–18.00 arası açıktır.", []),
        (OPEN, "08.00–12.00 arası açıktır.", ["number", "number"]),
        (CALL, "0221 4710114 numarasını arayın. Acil durumda: 112.", []),
        (CALL, "0221 471011 numarasını arayın. Acil durumda: 112.", ["phone"]),
        (PRICE, "Kurs ücreti 1.500 avrodur.", []),
        (DATE, "1 Nisan 2026’ya kadar kaydolun.", []),
        (DATE, "Nisan 2026’ya kadar kaydolun.", ["number"]),
        ("Bis zur 6. Klasse", "6. sınıfa kadar", []),
        ("Bis zur 6. Klasse", "7. sınıfa kadar", ["number"]),
        (WEB, "Bilgi: bamf.example/tr/kurse ve info@auental.example.", []),
    ],
}


@pytest.mark.parametrize(
    ("language", "source", "target", "codes"),
    [(language, *pair) for language, pairs in PAIRS.items() for pair in pairs],
)
def test_a_pair_gives_its_hints(language, source, target, codes):
    assert [hint.code for hint in hints(source, target, language)] == codes


def test_a_field_that_is_nearly_full_is_hinted_at():
    assert [hint.subject for hint in hints("Ein Titel", "A title of words", "en", limit=16)] == ["limit"]
    assert hints("Ein Titel", "A title", "en", limit=16) == []


def test_a_text_without_translation_gives_no_hint():
    assert hints("Rufen Sie 112 an.", " ", "en") == []


def test_easy_language_may_say_it_in_other_words():
    assert hints("Öffnungszeiten: 8 bis 12 Uhr, <b>außer</b> mittwochs.", "Wir sind vor·mittags da", "de-simple") == []
    assert [hint.code for hint in hints("Telefon: 0221 4710114", "Rufen  Sie an", "de-simple")] == ["phone", "spaces"]


def test_another_source_language_may_be_given():
    assert [hint.code for hint in hints("Find a course", "Find a course", "fr", source_language="en")] == [
        "untranslated"
    ]


def test_a_hint_names_its_subject():
    (hint,) = hints("Wählen Sie die 112.", "Call the police.", "en")
    assert (hint.code, hint.subject) == ("phone", "112")


def test_each_hint_has_a_german_message():
    messages = {"de": set(), "en": set()}
    for language, texts in messages.items():
        with translation.override(language):
            for target_language, pairs in PAIRS.items():
                for source, target, _codes in pairs:
                    texts |= {hint.message for hint in hints(source, target, target_language, limit=2000)}
    assert not messages["de"] & messages["en"]
