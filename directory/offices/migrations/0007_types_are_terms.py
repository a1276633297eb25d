import json

from django.db import migrations

TYPES = [
    # slug, class of schema.org, German, English, Arabic, Ukrainian
    (
        "coordination",
        "GovernmentOffice",
        "Koordinierungsstelle",
        "Coordination office",
        "مكتب التنسيق",
        "Координаційний центр",
    ),
    ("counselling", "LocalBusiness", "Beratungsstelle", "Counselling centre", "مركز استشارة", "Консультаційний центр"),
    ("authority", "GovernmentOffice", "Behörde", "Public authority", "دائرة حكومية", "Орган влади"),
    (
        "education",
        "LocalBusiness",
        "Schule oder Bildungsträger",
        "School or course provider",
        "مدرسة أو جهة تعليمية",
        "Школа або освітній заклад",
    ),
    ("health", "LocalBusiness", "Gesundheitsdienst", "Health service", "خدمة صحية", "Служба здоров’я"),
    ("practice", "MedicalClinic", "Arztpraxis", "Doctor’s practice", "عيادة طبية", "Лікарська практика"),
    ("meeting-place", "LocalBusiness", "Begegnungsort", "Meeting place", "مكان لقاء", "Місце зустрічей"),
    (
        "association",
        "LocalBusiness",
        "Verein oder Initiative",
        "Association or initiative",
        "جمعية أو مبادرة",
        "Об’єднання або ініціатива",
    ),
    ("other", "LocalBusiness", "Andere Stelle", "Other office", "جهة أخرى", "Інша установа"),
]
SPECIALITIES = [
    ("general-medicine", "Allgemeinmedizin", "General medicine", "الطب العام", "Загальна медицина"),
    ("paediatrics", "Kinder- und Jugendmedizin", "Paediatrics", "طب الأطفال", "Педіатрія"),
    (
        "gynaecology",
        "Frauenheilkunde und Geburtshilfe",
        "Gynaecology and obstetrics",
        "أمراض النساء والتوليد",
        "Гінекологія та акушерство",
    ),
    ("dentistry", "Zahnmedizin", "Dentistry", "طب الأسنان", "Стоматологія"),
    ("internal-medicine", "Innere Medizin", "Internal medicine", "الأمراض الباطنية", "Внутрішня медицина"),
    ("psychotherapy", "Psychotherapie", "Psychotherapy", "العلاج النفسي", "Психотерапія"),
    ("ophthalmology", "Augenheilkunde", "Ophthalmology", "طب العيون", "Офтальмологія"),
    ("ent", "Hals-Nasen-Ohren-Heilkunde", "Ear, nose and throat", "الأنف والأذن والحنجرة", "Отоларингологія"),
    ("dermatology", "Hautkrankheiten", "Dermatology", "الأمراض الجلدية", "Дерматологія"),
    ("orthopaedics", "Orthopädie und Unfallchirurgie", "Orthopaedics", "جراحة العظام", "Ортопедія"),
]
LANGUAGES = ("de", "en", "ar", "uk")


def make_terms(apps, schema_editor):
    """Make the vocabulary; what is there already keeps its names."""
    database = schema_editor.connection.alias
    types = apps.get_model("offices", "OfficeType").objects.using(database)
    for slug, schema_type, *names in TYPES:
        values = {"names": dict(zip(LANGUAGES, names, strict=True)), "schema_type": schema_type}
        types.get_or_create(slug=slug, defaults=values)
    specialities = apps.get_model("offices", "Speciality").objects.using(database)
    for slug, *names in SPECIALITIES:
        specialities.get_or_create(slug=slug, defaults={"names": dict(zip(LANGUAGES, names, strict=True))})


def to_keys(apps, schema_editor):
    ids = dict(apps.get_model("offices", "OfficeType").objects.values_list("slug", "pk"))
    for office in apps.get_model("offices", "OfficePage").objects.all():
        type(office).objects.filter(pk=office.pk).update(office_type=ids.get(office.type, ids["other"]))
    rewrite(apps, "type", "office_type", lambda slug: ids.get(slug, ids["other"]))


def to_slugs(apps, schema_editor):
    slugs = dict(apps.get_model("offices", "OfficeType").objects.values_list("pk", "slug"))
    for office in apps.get_model("offices", "OfficePage").objects.all():
        type(office).objects.filter(pk=office.pk).update(type=slugs.get(office.office_type_id, "other"))
    rewrite(apps, "office_type", "type", lambda pk: slugs.get(pk, "other"))


def rewrite(apps, old, new, convert):
    """Rename and convert the value in all versions of offices, and in what translators work on."""
    offices = apps.get_model("offices", "OfficePage").objects
    ids = [str(pk) for pk in offices.values_list("pk", flat=True)]
    revisions = apps.get_model("wagtailcore", "Revision").objects
    for revision in revisions.filter(object_id__in=ids, base_content_type__model="page"):
        if old in revision.content:
            revision.content[new] = convert(revision.content.pop(old))
            revisions.filter(pk=revision.pk).update(content=revision.content)
    sources = apps.get_model("wagtail_localize", "TranslationSource").objects
    for source in sources.filter(object_id__in=offices.values("translation_key")):
        content = json.loads(source.content_json)
        if old in content:
            content[new] = convert(content.pop(old))
            sources.filter(pk=source.pk).update(content_json=json.dumps(content))


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0006_terms"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [
        migrations.RunPython(make_terms, migrations.RunPython.noop),
        migrations.RunPython(to_keys, to_slugs),
    ]
